"""Workbooks for the tests: the shipped form with its samples, changed as a person or a spreadsheet program would."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from docgen.api.cell_workbook import cell_workbook
from docgen.draft.field import FieldList
from docgen.draft.template import load_fields
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
WORKSPACE = Workspace(ROOT, shipped=True)
"""The project's own data, only read: no copy of facts is kept in it."""
FRAMEWORK = "hoi-quan-chung"


def office(folder: Path) -> Workspace:
    """Make a workspace an office writes in, with the data of the project."""
    folder.mkdir(exist_ok=True)
    for part in ("regulations", "versions", "templates"):
        if not (folder / part).exists():
            shutil.copytree(ROOT / part, folder / part)
    (folder / "cells").mkdir(exist_ok=True)
    return Workspace(folder)


def form(folder: Path, framework: str = FRAMEWORK) -> Path:
    """Write the shipped workbook with its samples; without a framework the one for all of them."""
    path = folder / "cells.xlsx"
    path.write_bytes(_shipped(framework))
    return path


@cache
def _shipped(framework: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return cell_workbook(WORKSPACE, Path(folder, "cells.xlsx"), framework).read_bytes()


@cache
def questions_of(path: Path) -> FieldList:
    """Return the questions of a framework, read once."""
    return load_fields(path)


def changed(folder: Path, change: Callable[[Workbook], None]) -> Path:
    """Write the shipped workbook with something changed in it."""
    path = form(folder)
    workbook = load_workbook(path)
    change(workbook)
    target = BytesIO()
    workbook.save(target)
    path.write_bytes(target.getvalue())
    return path


def column(sheet: Worksheet, heading: str) -> int:
    """Return the column under a heading, counted from 1."""
    return next(number for number in range(1, sheet.max_column + 1)
                if str(sheet.cell(1, number).value).startswith(heading))


def row_of(sheet: Worksheet, code: str) -> int:
    """Return the row of a cell."""
    return next(number for number in range(1, sheet.max_row + 1) if sheet.cell(number, 1).value == code)
