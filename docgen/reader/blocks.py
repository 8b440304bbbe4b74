"""Lines broken by the width of a page, joined again to blocks: one block is one printed paragraph."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from docgen.model.level import HEADS
from docgen.reader.labels import find_label
from docgen.reader.source import SourceLine

_SENTENCE_ENDS = (".", ";", ":", "!", "?", "…", "”", '"')
_PAGE_WIDTH = range(45, 131)


def is_wrapped(lines: list[SourceLine]) -> bool:
    """Judge by the lines that have a line right under them whether paragraphs were broken by the width of a page."""
    inner = [len(line.text) for line, below in pairwise(lines) if not below.after_blank]
    if len(inner) < 5 or max(inner) > _PAGE_WIDTH.stop:
        return False
    return sum(length in _PAGE_WIDTH for length in inner) * 2 > len(inner)


def join_lines(lines: list[SourceLine], *, wrapped: bool) -> list[SourceLine]:
    """Join each line that only continues the one above it; a block keeps the number of its first line."""
    full = sorted(len(line.text) for line in lines)[len(lines) * 9 // 10] if lines else 0
    blocks: list[SourceLine] = []
    last = 0  # letters of the last printed line of the block being joined
    for line in lines:
        if blocks and _continues(blocks[-1], line, wrapped, short=last * 3 < full * 2):
            blocks[-1] = _joined(blocks[-1], line)
        else:
            blocks.append(line)
        last = len(line.text)
    return blocks


def _joined(block: SourceLine, line: SourceLine) -> SourceLine:
    bold, prefix = block.bold, block.prefix
    if block.bold == "all" and line.bold != "all":
        bold, prefix = "prefix", block.text
    return replace(block, text=f"{block.text} {line.text}", bold=bold, prefix=prefix)


def _continues(block: SourceLine, line: SourceLine, wrapped: bool, *, short: bool) -> bool:
    if line.after_blank or line.joined or line.marked or block.marked:
        return False
    head = find_label(block.text)
    if head is not None and head.level in HEADS and head.sure and not head.rest:
        return False  # "Chương I": the title printed below it stays below it
    open_ended = not block.text.endswith(_SENTENCE_ENDS)
    if _starts_anew(line.text, in_sentence=open_ended and wrapped):
        return False
    if wrapped:
        return open_ended or not short
    return open_ended and line.text[:1].islower()


def _starts_anew(text: str, *, in_sentence: bool) -> bool:
    label = find_label(text)
    if label is None or not (label.sure or label.damaged):
        return False
    # Inside a sentence "4. của Quy định này" is words broken by the page, "4. Lãnh đạo" is khoản 4.
    return not (in_sentence and re.match(r"\d", text) and label.rest[:1].islower())
