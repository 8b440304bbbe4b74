"""A workbook file to its sheets: .xlsx, .xls, .ods, or one sheet as .csv in any encoding offices still have."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

from docgen.errors import NotPossible
from docgen.messages import say
from docgen.reader.decoding import decode, read_bytes
from docgen.reader.workbook.password import is_locked
from docgen.reader.workbook.table import Row, SheetValue, Table
from docgen.reader.workbook.uncomputed import uncomputed

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")
LIMIT = 200_000_000
"""Bytes; fifty thousand cells with every question answered need a tenth."""
_CELLS = 20_000_000
"""Places between the first and the last value of a sheet; more is a slip of the hand far below the table."""


def is_workbook(path: Path) -> bool:
    """Tell whether a file is a table by its name."""
    return path.suffix.casefold() in SUFFIXES


def read_tables(path: Path) -> tuple[Table, ...]:
    """Read the sheets of a workbook, or of a folder that holds each sheet as a .csv file of its name.

    A file that cannot be read (password, damage) is a sentence with its remedy.
    """
    if path.is_dir():
        return tuple(table for file in csv_files(path) for table in read_tables(file))
    content = read_bytes(path, LIMIT)
    if path.suffix.casefold() == ".csv":
        return (_from_csv(decode(content, str(path)).text, path.stem),)
    return _from_workbook(content, path)


def csv_files(folder: Path) -> list[Path]:
    """Return the sheets of a folder that are held as .csv files."""
    return sorted(file for file in folder.iterdir() if file.suffix.casefold() == ".csv" and file.is_file())


def _from_workbook(content: bytes, path: Path) -> tuple[Table, ...]:
    from python_calamine import CalamineError, CalamineWorkbook

    if is_locked(content):
        raise _locked(path)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        hidden = uncomputed(content)
        tables = []
        for name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(name)
            if sheet.total_height * sheet.total_width > _CELLS:
                raise NotPossible(say("The sheet «{sheet}» of {path} has a value in row {row}.", sheet=name, path=path,
                                      row=sheet.total_height),
                                  say("Delete what stands far below the table, then save it again."))
            rows = tuple(_filled(sheet.iter_rows(), (sheet.start or (0, 0))[1]))
            del sheet  # a large one holds as much again
            tables.append(Table(name, rows, hidden.get(name, frozenset())))
        return tuple(tables)
    except (CalamineError, OSError, ValueError) as error:
        raise NotPossible(say("{path} cannot be read as a workbook: {reason}.", path=path, reason=error),
                          say("Open it in Excel or LibreOffice and save it again as .xlsx.")) from None


def _filled(rows: Iterator[list[SheetValue]], before: int) -> Iterator[Row]:
    """Number the rows and leave out the empty ones, of which a sheet may hold a million; `before` columns are empty."""
    for number, values in enumerate(rows, 1):
        if any(value != "" for value in values):
            yield Row(number, [""] * before + values if before else values)


def _from_csv(text: str, name: str) -> Table:
    first = text.partition("\n")[0]
    separator = max((";", ",", "\t"), key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    rows = []
    line = 1
    for values in reader:
        if any(value.strip() for value in values):
            rows.append(Row(line, values))
        line = reader.line_num + 1
    return Table(name, tuple(rows))


def _locked(path: Path) -> NotPossible:
    return NotPossible(say("{path} is protected by a password.", path=path),
                       say("Open it, take the password off (File, Info, Protect Workbook), and save it again."))
