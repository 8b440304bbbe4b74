"""Faults marked in a copy of a workbook: the cell coloured, what is wrong in a note; nothing else is touched."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.reader.workbook.reading import read_tables
from docgen.reader.workbook.repeatable import without_clock

if TYPE_CHECKING:
    from openpyxl import Workbook

_KEPT = (".xlsx", ".xlsm")
_LARGE = 100_000_000
"""Bytes of a workbook unpacked: ten thousand cells have 40 million, a sheet coloured to its last row a hundred."""
_PLACE = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: sheet, place such as B12, the words, and whether it is a fault (else a doubt)."""

    sheet: str
    place: str
    words: str
    fault: bool = True


def with_marks(source: Path, marks: Iterable[Mark]) -> bytes:
    """Return a copy of a workbook, as .xlsx, with the marks in it; the same workbook and marks give the same bytes."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    by_place: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        by_place.setdefault((mark.sheet, mark.place), []).append(mark)
    workbook = _opened(source)
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


def _opened(source: Path) -> Workbook:
    """Open a workbook with its colours and widths; one of another format, or too large for that, with its words only.
    """
    from openpyxl import Workbook, load_workbook

    if source.suffix.casefold() in _KEPT and _size(source) <= _LARGE:
        try:
            return load_workbook(source)
        except (KeyError, ValueError, TypeError, AttributeError, OSError, zipfile.BadZipFile):
            pass  # what the other reader could read is not read by this one: the words are copied
    workbook = Workbook()
    workbook.remove(workbook.active)
    for table in read_tables(source):
        sheet = workbook.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", table.name)[:31])
        for row in table.rows:
            for column, value in enumerate(row.values, 1):
                if value != "":
                    sheet.cell(row.number, column).value = value
    if not workbook.sheetnames:
        workbook.create_sheet()
    return workbook


def _size(source: Path) -> int:
    try:
        with zipfile.ZipFile(source) as archive:
            return sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, OSError):
        return 0
