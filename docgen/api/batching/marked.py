"""A copy of somebody's workbook with every fault marked in its place: coloured, with a note saying what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docgen.api.batching.digests import cell_files
from docgen.api.writing import write_bytes
from docgen.errors import NotPossible
from docgen.model.finding import Finding
from docgen.reader.workbook.marking import Mark, with_marks
from docgen.reader.workbook.reading import is_workbook


def marked_copy(source: Path, folder: Path, findings: Sequence[Finding]) -> Path | None:
    """Write the copy beside the documents; None if the source is no table or the folder takes no file."""
    if not is_workbook(source) and not (source.is_dir() and not cell_files(source)):
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
