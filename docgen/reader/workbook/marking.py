"""Faults marked in a copy of a workbook: the cell coloured, what is wrong in a note; nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from docgen.reader.workbook.repeatable import without_clock

_PLACE = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: sheet, place such as B12, the words, and whether it is a fault (else a doubt)."""

    sheet: str
    place: str
    words: str
    fault: bool = True


def with_marks(source: Path, marks: Iterable[Mark]) -> bytes:
    """Return a copy of an .xlsx with the marks in it; the same workbook and marks give the same bytes."""
    from openpyxl import load_workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    by_place: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        by_place.setdefault((mark.sheet, mark.place), []).append(mark)
    workbook = load_workbook(source)
    for (sheet, place), here in by_place.items():
        if sheet not in workbook.sheetnames or not _PLACE.fullmatch(place):
            continue
        found = workbook[sheet][place]
        if type(found).__name__ == "MergedCell":
            continue
        fault = any(mark.fault for mark in here)
        found.fill = PatternFill("solid", fgColor="FF9C9C" if fault else "FFF2A8")
        note = Comment("\n".join(mark.words for mark in here), "docgen")
        note.width, note.height = 400, 60 + 40 * len(here)
        found.comment = note
    target = BytesIO()
    workbook.save(target)
    return without_clock(target.getvalue())
