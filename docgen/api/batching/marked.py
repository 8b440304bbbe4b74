"""A copy of somebody's workbook with every fault marked in its place: coloured, with a note saying what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docgen.api.writing import write_bytes
from docgen.errors import NotPossible
from docgen.model.finding import Finding
from docgen.reader.workbook.marking import Mark, with_marks


def marked_copy(source: Path, folder: Path, findings: Sequence[Finding]) -> Path | None:
    """Write the copy beside the documents; None if the source is no .xlsx or the folder takes no file."""
    if source.suffix.casefold() not in (".xlsx", ".xlsm"):
        return None
    marks = []
    for one in findings:
        sheet, _, place = one.address.rpartition("!")
        marks.append(Mark(sheet, place, f"{one.message} {one.remedy}".strip(), one.severity == "error"))
    target = folder / f"{source.stem}.danh-dau.xlsx"
    try:
        write_bytes(target, with_marks(source, marks))
    except NotPossible:
        return None  # the faults themselves are what has to be told
    return target
