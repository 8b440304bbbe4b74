"""What belongs to the page and not to the text: page numbers, running heads, the name of the file in the footer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from docgen.reader.labels import find_label
from docgen.reader.source import SourceLine
from docgen.reader.zones import is_letterhead

_SURE = re.compile(
    r"[\w.-]+\.(?:DOCX?|docx?)\s+\d{1,4}|(?:Trang|trang)\s+\d{1,4}(?:\s*(?:/|trên)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]")
_NUMBER = re.compile(r"\d{1,3}|\d{1,4}\s?/\s?\d{1,4}")
_INLAID = re.compile(r"(?<!\S)[A-ZĐ0-9._-]*[A-ZĐ][A-ZĐ0-9_-]*\.DOCX?\s+\d{1,4}(?!\S)")
_DIGITS = re.compile(r"\d+")
_EDGE = 3
"""Lines at the head and at the foot of a page among which running heads are looked for."""
_OFTEN = 3
"""Pages on which a line must come again, at least, to be a running head."""


@dataclass(frozen=True, slots=True)
class Parted:
    """The lines of the text, and the lines that belong to the page."""

    kept: tuple[SourceLine, ...]
    dropped: tuple[SourceLine, ...]


def part_furniture(lines: Sequence[SourceLine], *, broken: bool) -> Parted:
    """Part text from page furniture; each line is in one of the two, only an inlaid footer is cut out of its line.

    `broken` says that the file shows lines as pages break them; in a Word file or a web page, where a paragraph is a
    line, a figure that stands alone is a word of the text.
    """
    running = _running(lines) if broken else set()
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    kept: list[SourceLine] = []
    dropped: list[SourceLine] = []
    cut = False  # whether furniture stood between this line and the last one kept
    for at, line in enumerate(lines):
        if at in running or _SURE.fullmatch(line.text):
            dropped.append(line)
            cut = True
            continue
        for piece in _without_inlay(line, dropped):
            kept.append(replace(piece, after_blank=False) if cut and kept and _goes_on(kept[-1], piece, width)
                        else piece)
            cut = False
    return Parted(tuple(kept), tuple(dropped))


def _goes_on(above: SourceLine, line: SourceLine, width: int) -> bool:
    """Tell whether a line below a page's furniture may belong to the paragraph above it."""
    if line.full is not None:
        return above.page != line.page
    return not above.text.endswith((".", ";", ":")) and (line.text[:1].islower() or len(above.text) * 4 > width * 3)


def _without_inlay(line: SourceLine, dropped: list[SourceLine]) -> list[SourceLine]:
    """Cut a footer out of the run of text it was read into: "… cán bộ; 18.QUDTW202.DOC 4 g) Lãnh đạo …"."""
    pieces = [piece.strip() for piece in _INLAID.split(line.text)] if ".DOC" in line.text else [line.text]
    if len(pieces) == 1:
        return [line]
    dropped += [replace(line, text=found) for found in _INLAID.findall(line.text)]
    parts: list[SourceLine] = []
    for piece in filter(None, pieces):
        label = find_label(piece)
        if not parts:
            parts.append(replace(line, text=piece))
        elif label and label.sure and parts[-1].text.endswith((".", ";", ":", ",")):
            parts.append(replace(line, text=piece, joined=True, bold="none", prefix=""))
        else:
            parts[-1] = replace(parts[-1], text=f"{parts[-1].text} {piece}")
    return parts


def _running(lines: Sequence[SourceLine]) -> set[int]:
    """Return the places of page numbers, and of the heads and footers that come again with them."""
    if lines and lines[0].page:
        pages = [list(page) for _, page in groupby(range(len(lines)), lambda at: lines[at].page)]
        edges = [sorted({*page[:_EDGE], *page[-_EDGE:]}) for page in pages]
        found = _come_again(lines, edges)
        for edge in edges:
            outermost = [at for at in edge if at not in found]
            found |= {at for at in (*outermost[:1], *outermost[-1:]) if _NUMBER.fullmatch(lines[at].text)}
        return found
    numbers = {at for at, line in enumerate(lines) if _NUMBER.fullmatch(line.text)}
    beside = [[at + step for step in (-1, 1) if 0 <= at + step < len(lines)] for at in sorted(numbers)]
    return numbers | _come_again(lines, beside)


def _come_again(lines: Sequence[SourceLine], edges: Iterable[Sequence[int]]) -> set[int]:
    """Return the places of lines that stand at the edge of many pages, figures in them aside."""
    edges = list(edges)
    often = Counter(form for edge in edges for form in {_form(lines[at]) for at in edge})
    needed = max(_OFTEN, len(edges) * 2 // 5)
    return {at for edge in edges for at in edge if often[_form(lines[at])] >= needed and _may_run(lines[at])}


def _form(line: SourceLine) -> str:
    return _DIGITS.sub("#", line.text)


def _may_run(line: SourceLine) -> bool:
    """Tell whether a line can be a running head at all: a figure, part of a sentence, an item, a letterhead is none."""
    if _NUMBER.fullmatch(line.text) or line.text[0].islower() or line.text.endswith((".", ",", ";", ":")):
        return False
    label = find_label(line.text)
    return (label is None or not label.sure) and not is_letterhead(line.text)
