"""The rows of a workbook to the cells they speak of, each with its people and associations; every fault has its row."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.draft.batch_names import file_names
from docgen.draft.cells import FRAMEWORK
from docgen.draft.field import Field, FieldList
from docgen.draft.nearest import suggest
from docgen.draft.workbook_columns import CODE, Sheet, folded
from docgen.draft.workbook_facts import Answer, WorkbookCell
from docgen.draft.workbook_values import is_fault, typed
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding, Severity
from docgen.reader.workbook.table import Row, SheetValue

_NAME = "name"
_Entries = dict[str, dict[str, list[tuple[int, tuple[Answer, ...]]]]]
"""By list of entries and by cell: rows with their answers."""


@dataclass(frozen=True, slots=True)
class WorkbookReading:
    """All cells of a workbook in the order of its rows, made one by one, and the faults that are no single cell's."""

    cells: Iterator[WorkbookCell]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a sheet of cells, what its files are to be called, and the framework its cell stands under."""

    sheet: Sheet
    row: Row
    name: str
    framework: str


def workbook_cells(
    sheets: tuple[Sheet, ...], lists: Mapping[str, FieldList], usual: str = "",
) -> WorkbookReading:
    """Gather what the sheets say of each cell; never raises, every fault is a finding.

    `lists` are the questions of each framework; `usual` is the one meant where a row names none, if that is certain.
    """
    findings = [finding for sheet in sheets for finding in sheet.findings]
    mains = [sheet for sheet in sheets if sheet.plan.entries is None]
    if not mains:
        return WorkbookReading(iter(()), (*findings, Finding(
            code="workbook", severity="error", message=say("No sheet with cells was found."),
            remedy=say("Take the headings from docgen cell template -o FILE.xlsx."))))
    rows = [(sheet, row) for sheet in mains for row in sheet.rows]
    named = [(_said(sheet, row, CODE.name), _said(sheet, row, _NAME)) for sheet, row in rows]
    names = file_names([code or name for code, name in named], sure=[bool(code) for code, _ in named])
    owner: dict[str, str] = {}
    first: dict[str, tuple[Sheet, Row]] = {}
    doubled: set[str] = set()
    for (sheet, row), (code, title), name in zip(rows, named, names, strict=True):
        key = folded(code or title)
        if key and key in first:
            findings.append(_fault(row.number, sheet.place(sheet.column_of.get(CODE.name if code else _NAME, 1)),
                                   _same_cell(first[key], sheet),
                                   say("Keep one of the two rows, or give each its own code.")))
            doubled.add(name)  # which of the two is meant is not for a program to say
            continue
        first[key] = sheet, row
        owner.setdefault(key, name)
        if title:
            owner.setdefault(folded(title), name)
    faults_of: dict[str, list[Finding]] = {}
    entries = _entries(sheets, owner, findings, faults_of)
    findings += [_fault(main.header, main.place(0), say("The sheet «{sheet}» has no row below its headings.",
                                                        sheet=main.table.name), NOTHING)
                 for main in mains if main.columns and not main.rows]
    by_word = {folded(framework): framework for framework in lists}
    lines = []
    for (sheet, row), name in zip(rows, names, strict=True):
        if name in doubled:
            continue
        said = _said(sheet, row, FRAMEWORK)
        framework = by_word.get(folded(said), "") if said else usual
        if framework:
            lines.append(_Line(sheet, row, name, framework))
            continue
        findings.append(_fault(
            row.number, sheet.place(sheet.column_of.get(FRAMEWORK, 0)),
            say("There is no template for '{framework}'.", framework=said) if said else
            say("The row does not say under which regulation its cell is."),
            suggest(said, tuple(lists), say("Write one of these into the column 'framework': {names}.",
                                            names=", ".join(lists)))))
    return WorkbookReading(_cells(lines, entries, faults_of, lists), tuple(findings))


def _same_cell(first: tuple[Sheet, Row], here: Sheet) -> Message:
    sheet, row = first
    if sheet is here:
        return say("This is the same cell as in row {row}.", row=row.number)
    return say("This is the same cell as in row {row} of the sheet «{sheet}».", row=row.number, sheet=sheet.table.name)


def _cells(
    lines: Sequence[_Line], entries: _Entries, faults_of: dict[str, list[Finding]], lists: Mapping[str, FieldList],
) -> Iterator[WorkbookCell]:
    questions = {framework: {field.name: field for field in fields.fields} for framework, fields in lists.items()}
    for line in lines:
        sheet, row, asked = line.sheet, line.row, questions[line.framework]
        doubts = faults_of.get(line.name, [])
        columns = []
        for column, question in sheet.columns:
            field = CODE if question.name == CODE.name else asked.get(question.name)
            if field is not None:
                columns.append((column, field))
            elif column <= len(row.values) and row.values[column - 1] != "":
                doubts.append(_not_asked(line, row.number, sheet.place(column)))
        answers = [*_answers(sheet, row, columns, doubts)]
        if not any(name == FRAMEWORK and text for name, text, _, _ in answers):
            answers.append((FRAMEWORK, line.framework, row.number, 1))
        held = []
        for field_name, of in entries.items():
            if line.name not in of:
                continue
            parts = {part.name for part in asked[field_name].of} if field_name in asked else set()
            if parts:
                held.append((field_name, tuple(of[line.name])))
            doubts += [_not_asked(line, number, place) for _, said in of[line.name]
                       for part, _, number, place in said if part not in parts]
        yield WorkbookCell(line.name, line.framework, sheet.number, row.number, tuple(answers), tuple(held),
                           tuple(doubts))


def _not_asked(line: _Line, row: int, place: int) -> Finding:
    return _fault(row, place, say("This is not asked of a cell under '{framework}'; the answer is not used.",
                                  framework=line.framework),
                  say("Delete it, or correct the framework of the cell."), "warning")


def _entries(
    sheets: tuple[Sheet, ...], owner: dict[str, str], findings: list[Finding], faults_of: dict[str, list[Finding]],
) -> _Entries:
    """Return, by list of entries and by cell, the rows of the other sheets; a row of no cell is a fault."""
    found: _Entries = {}
    for sheet in sheets:
        if sheet.plan.entries is None:
            continue
        of = found.setdefault(sheet.plan.entries.name, {})
        for row in sheet.rows:
            said = _said(sheet, row, CODE.name)
            name = owner.get(folded(said))
            answers = tuple(_answers(sheet, row, sheet.columns,
                                     findings if name is None else faults_of.setdefault(name, [])))
            if name is not None:
                of.setdefault(name, []).append((row.number, answers))
            elif said or answers:
                findings.append(_fault(
                    row.number, sheet.place(sheet.column_of.get(CODE.name, 1)),
                    say("There is no cell '{typed}'.", typed=said) if said else
                    say("This row does not say of which cell it speaks."),
                    say("Write the code that stands on the sheet «{sheet}».",
                        sheet=next(one.table.name for one in sheets if one.plan.entries is None))))
    return found


def _answers(
    sheet: Sheet, row: Row, columns: Sequence[tuple[int, Field]], findings: list[Finding],
) -> Iterator[Answer]:
    for column, field in columns:
        value: SheetValue = row.values[column - 1] if column <= len(row.values) else ""
        unknown = (row.number, column) in sheet.table.unknown
        if value == "" and not unknown:
            if field.required and sheet.plan.entries is None:
                yield field.name, "", row.number, sheet.place(column)
            continue
        if field.name == CODE.name:
            continue
        text, remark = ("", say("A formula stands here whose value is not known, or a fault such as #N/A.")
                        ) if unknown and value == "" else typed(field, value)
        if remark is not None:
            findings.append(_fault(row.number, sheet.place(column), remark,
                                   say("Type the value itself; format the column as text."),
                                   "error" if is_fault(text, remark) else "warning"))
        if text or (field.required and sheet.plan.entries is None):
            # many rows give the same answer: ten thousand rows then need a third of the room
            yield field.name, sys.intern(text), row.number, sheet.place(column)


def _said(sheet: Sheet, row: Row, name: str) -> str:
    column = sheet.column_of.get(name)
    if column is None or column > len(row.values):
        return ""
    return typed(CODE, row.values[column - 1])[0]


def _fault(line: int, column: int, message: Message, remedy: Message, severity: Severity = "error") -> Finding:
    return Finding(code="workbook", severity=severity, message=message, remedy=remedy, line=line, column=column)
