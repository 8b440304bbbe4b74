"""One sheet of a workbook as plain rows: what stands in a cell, as the spreadsheet program stored it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

SheetValue = str | int | float | bool | date | datetime | time | timedelta
"""What one cell of a sheet may hold; an empty one holds an empty text."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not empty, with its number as the spreadsheet program shows it."""

    number: int
    values: Sequence[SheetValue]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its name, its rows that are not empty, and the cells whose value is not held in the file.

    `unknown` are places (row, column from 1) of formulas never computed and of faults such as #N/A.
    """

    name: str
    rows: tuple[Row, ...]
    unknown: frozenset[tuple[int, int]] = frozenset()


def letters(column: int) -> str:
    """Return a column counted from 1 as spreadsheet programs name it: A, Z, AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
