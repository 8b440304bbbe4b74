"""Sheets to fill in, as an .xlsx file: headings with notes, drop-downs, columns that keep what is typed as text."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from docgen.reader.workbook.repeatable import without_clock
from docgen.reader.workbook.table import letters

_FORMATTED_ROWS = 2000
"""Rows below the samples made ready for typing."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the note that explains it, the answers to choose from, whether one is needed,
    in some rows at least."""

    heading: str
    note: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    sometimes: bool = False


@dataclass(frozen=True, slots=True)
class SheetToFill:
    """One sheet: columns with sample rows, or only lines of text (`columns` empty)."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def write_workbook(sheets: tuple[SheetToFill, ...]) -> bytes:
    """Return the bytes of the workbook; the same sheets give the same bytes."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.active)
    for sheet in sheets:
        made = workbook.create_sheet(sheet.name)
        for row in ((tuple(column.heading for column in sheet.columns),) if sheet.columns else ()) + sheet.rows:
            made.append(row)
        if sheet.columns:
            _form(made, sheet)
        else:
            _text(made)
    target = BytesIO()
    workbook.save(target)
    return without_clock(target.getvalue())


def _form(made: object, sheet: SheetToFill) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

    assert isinstance(made, Worksheet)
    thin = Side(style="thin", color="999999")
    for number, column in enumerate(sheet.columns, 1):
        top = made.cell(1, number)
        top.font = Font(name="Times New Roman", size=11, bold=True)
        top.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        top.border = Border(thin, thin, thin, thin)
        colour = "F4D9A8" if column.required else "FBF0DA" if column.sometimes else "E4E4E4"
        top.fill = PatternFill("solid", fgColor=colour)
        if column.note:
            note = Comment(column.note, "docgen")
            note.width, note.height = 360, 40 + 20 * (1 + len(column.note) // 45)
            top.comment = note
        letter = letters(number)
        longest = max((len(row[number - 1]) for row in sheet.rows), default=0)
        made.column_dimensions[letter].width = min(48, max(14, longest + 2, len(column.heading) // 3))
        made.column_dimensions[letter].number_format = "@"
        for row in range(2, len(sheet.rows) + 2):
            made.cell(row, number).number_format = "@"
            if made.cell(row, number).data_type == "f":  # words that begin with "=" are words
                made.cell(row, number).data_type = "s"
            made.cell(row, number).font = Font(name="Times New Roman", size=11)
            made.cell(row, number).alignment = Alignment(wrap_text=True, vertical="top")
        if column.choices:
            listed = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            listed.add(f"{letter}2:{letter}{_FORMATTED_ROWS}")
            made.add_data_validation(listed)
    made.row_dimensions[1].height = 62
    made.freeze_panes = "C2" if len(sheet.columns) > 6 else "B2"


def _text(made: object) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.worksheet import Worksheet

    assert isinstance(made, Worksheet)
    made.column_dimensions["A"].width = 110
    for number, row in enumerate(made.iter_rows(), 1):
        for one in row:
            one.font = Font(name="Times New Roman", size=14 if number == 1 else 12, bold=number == 1)
            one.alignment = Alignment(wrap_text=True, vertical="top")
