"""Lines broken by the width of a page, joined again to blocks: one block is one printed paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docgen.model.level import HEADS, Level
from docgen.reader.labels import find_label
from docgen.reader.source import SourceLine

_SENTENCE_ENDS = (".", ";", ":", "!", "?", "…", "”", '"')
_GOES_ON = re.compile(
    r"(?:^|\s)(?:tại|theo|và|hoặc|của|với|đến|từ|ở|các|khoản|điểm|mục|chương|phần|điều|đoạn|số|mác)$", re.IGNORECASE)
"""Words no paragraph ends with: a number below them is a reference, the dash below Mác belongs to Lê-nin."""
_FEW, _LINE = 4, 60
"""So few lines tell nothing, unless they are as long as the lines of a page and all broken."""
_SLACK = 0.88
"""Share of the width up to which a line of letters of different widths may still be a full one."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a text are broken: `width` in letters, 0 where each line is a paragraph of its own.

    `indents` is set where the place of a line on its page is known and paragraphs begin inside the left margin.
    """

    width: int = 0
    placed: bool = False
    indents: bool = False


def find_layout(lines: Sequence[SourceLine]) -> Layout:
    """Judge by the lines themselves whether and how paragraphs were broken."""
    if any(line.full is not None for line in lines):
        labelled = [line for line in lines if (label := find_label(line.text)) and label.sure]
        return Layout(placed=True, indents=sum(bool(line.indented) for line in labelled) * 5 > len(labelled) * 3)
    inner = [(line, below) for line, below in pairwise(lines) if not below.after_blank]
    if not inner:
        return Layout()
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 9 // 10]
    # in a broken text the next word had no room; in a text of whole paragraphs lengths are as they come
    broken = sum(not _has_room(line, below, width) for line, below in inner)
    if len(inner) < _FEW:
        return Layout(width) if inner and broken == len(inner) and width > _LINE else Layout()
    return Layout(width) if broken * 2 > len(inner) and lengths[-1] <= width * 1.5 else Layout()


def join_lines(lines: Sequence[SourceLine], layout: Layout) -> list[SourceLine]:
    """Join each line that only continues the one above it; a block keeps the place of its first line."""
    blocks: list[SourceLine] = []
    for above, line in zip((None, *lines), lines, strict=False):
        if above is not None and _continues(blocks[-1], above, line, layout):
            blocks[-1] = _joined(blocks[-1], line)
        else:
            blocks.append(line)
    return blocks


def _joined(block: SourceLine, line: SourceLine) -> SourceLine:
    bold, prefix = block.bold, block.prefix
    if block.bold == "all" and line.bold != "all":
        bold, prefix = "prefix", block.text
    return replace(block, text=f"{block.text} {line.text}", bold=bold, prefix=prefix)


def _continues(block: SourceLine, above: SourceLine, line: SourceLine, layout: Layout) -> bool:
    """Tell whether `line` goes on with `block`, whose last printed line is `above`."""
    if line.after_blank or line.joined or line.marked or block.marked:
        return False
    head = find_label(block.text)
    if head is not None and head.level in HEADS and head.sure and not head.rest:
        return False  # "Chương I": the title printed below it stays below it
    open_ended = not block.text.endswith(_SENTENCE_ENDS)
    if layout.placed:
        return _continues_on_page(block, above, line, layout, open_ended=open_ended)
    room = _has_room(above, line, layout.width)
    if _starts_anew(block, line, in_sentence=open_ended and layout.width > 0, full=not room):
        return False
    if not layout.width:
        return open_ended and line.text[:1].islower()
    if room and line.text[:1].isupper() and find_label(block.text):
        return False  # a heading ended by hand, and the text below it
    return open_ended or not room


def _continues_on_page(
    block: SourceLine, above: SourceLine, line: SourceLine, layout: Layout, *, open_ended: bool,
) -> bool:
    label_free = find_label(line.text, set_apart=True) is None
    flows = layout.indents and bool(above.full) and not line.indented and open_ended
    if not flows and _starts_anew(block, line, in_sentence=open_ended and bool(above.full),
                                       full=bool(above.full)):
        return False
    if above.full and label_free and block.is_title_like and line.is_title_like:
        return True  # a heading in the middle of the page, broken by its width
    if layout.indents and line.indented:
        return False
    if not above.full:  # there was room for the next word: somebody ended the line here
        return open_ended and line.text[:1].islower()
    if block.bold == "all" and line.bold == "none" and line.text[:1].isupper():
        return False
    return open_ended or layout.indents or line.page == above.page


def _has_room(line: SourceLine, below: SourceLine, width: int) -> bool:
    return len(line.text) + 1 + len(below.text.split(" ", 1)[0]) <= width * _SLACK


def _starts_anew(block: SourceLine, line: SourceLine, *, in_sentence: bool, full: bool) -> bool:
    label = find_label(line.text)
    if label is None or not (label.sure or label.damaged):
        return False
    if not in_sentence:
        return True
    if _GOES_ON.search(block.text):
        return False
    # Inside a sentence "4. của Quy định này" is words broken by the page, "4. Lãnh đạo" is khoản 4;
    # so is "- xã hội" below a line that was full.
    return not (label.rest[:1].islower() and (line.text[0].isdigit() or (full and label.level is Level.PARAGRAPH)))
