"""The rows of a workbook to the cells they speak of, each with its people and associations; every fault has its row."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from collections.abc import Mapping as ByName
from dataclasses import dataclass, replace

from docgen.draft.batch_names import file_names
from docgen.draft.cells import FRAMEWORK, CellReading, cell_of
from docgen.draft.field import Field, FieldList
from docgen.draft.workbook_columns import CODE, STEP, Sheet, folded, heading
from docgen.draft.workbook_values import is_fault, listed, typed
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding, Severity
from docgen.reader.workbook.table import Row, SheetValue, letters
from docgen.reader.yaml_tree import Branch, Mapping, Scalar, Sequence

_NAME = "name"
Answer = tuple[str, str, int, int]
"""Question, text, row, column."""
_Entries = dict[str, dict[str, list[tuple[int, tuple[Answer, ...]]]]]
"""By list of entries and by cell: rows with their answers."""


@dataclass(frozen=True, slots=True)
class WorkbookCell:
    """One cell of a workbook: what it is called, its row, its answers as text, and doubts about how they stand there.

    Plain texts and tuples only, so that it is quickly handed to another process.
    """

    name: str
    row: int
    answers: tuple[Answer, ...]
    entries: tuple[tuple[str, tuple[tuple[int, tuple[Answer, ...]], ...]], ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkbookReading:
    """All cells of a workbook in the order of its rows, made one by one, and the faults that are no single cell's."""

    cells: Iterator[WorkbookCell]
    findings: tuple[Finding, ...]


def workbook_cells(sheets: tuple[Sheet, ...], framework: str) -> WorkbookReading:
    """Gather what the sheets say of each cell; never raises, every fault is a finding."""
    findings = [finding for sheet in sheets for finding in sheet.findings]
    main = next((sheet for sheet in sheets if sheet.plan.entries is None), None)
    if main is None:
        return WorkbookReading(iter(()), (*findings, Finding(
            code="workbook", severity="error", message=say("No sheet with cells was found."),
            remedy=say("Take the headings from docgen cell template -o FILE.xlsx."))))
    rows = main.rows
    named = [(_said(main, row, CODE.name), _said(main, row, _NAME)) for row in rows]
    names = file_names([code or name for code, name in named], sure=[bool(code) for code, _ in named])
    owner: dict[str, str] = {}
    first: dict[str, int] = {}
    doubled: set[str] = set()
    for row, (code, title), name in zip(rows, named, names, strict=True):
        key = folded(code or title)
        if key and key in first:
            findings.append(_fault(row.number, main.place(main.column_of.get(CODE.name if code else _NAME, 1)),
                                   say("This is the same cell as in row {row}.", row=first[key]),
                                   say("Keep one of the two rows, or give each its own code.")))
            doubled.add(name)  # which of the two is meant is not for a program to say
            continue
        first[key] = row.number
        owner.setdefault(key, name)
        if title:
            owner.setdefault(folded(title), name)
    faults_of: dict[str, list[Finding]] = {}
    entries = _entries(sheets, owner, findings, faults_of)
    if not rows:
        findings.append(_fault(main.header, main.place(0), say("The sheet «{sheet}» has no row below its headings.",
                                                               sheet=main.table.name), NOTHING))
    wanted = ((row, name) for row, name in zip(rows, names, strict=True) if name not in doubled)
    return WorkbookReading(_cells(main, wanted, entries, faults_of, framework), tuple(findings))


def _cells(
    main: Sheet, rows: Iterator[tuple[Row, str]], entries: _Entries, faults_of: dict[str, list[Finding]],
    framework: str,
) -> Iterator[WorkbookCell]:
    for row, name in rows:
        doubts = faults_of.get(name, [])
        answers = tuple(_answers(main, row, doubts))
        yield WorkbookCell(
            name, row.number, (*answers, *_missing_framework(answers, framework, row.number)),
            tuple((field, tuple(of[name])) for field, of in entries.items() if name in of), tuple(doubts))


def read_workbook_cell(cell: WorkbookCell, fields: FieldList, kinds: Collection[str]) -> CellReading:
    """Turn the answers of one cell into facts, by the same rules as a file of facts."""
    known = {field.name: field for field in fields.fields}
    by_name: dict[str, Branch] = {name: _branch(known[name], text, row, column)
                                  for name, text, row, column in cell.answers if name in known}
    for name, records in cell.entries:
        parts = {part.name: part for part in known[name].of}
        by_name[name] = Sequence(tuple(
            Mapping(tuple((Scalar(part, line, column), _branch(parts[part], text, line, column))
                          for part, text, line, column in answers), row, answers[0][3] if answers else 1)
            for row, answers in records), records[0][0], 1)
    root = Mapping(tuple((Scalar(name, branch.line, branch.column), branch) for name, branch in by_name.items()),
                   cell.row, 1)
    reading = cell_of(root, fields, [], "", kinds)
    findings = (*cell.findings, *reading.findings)
    broken = any(finding.severity == "error" for finding in cell.findings)
    return CellReading(None if broken else reading.facts, findings)


def placed(
    finding: Finding, file: str, row: int, sheets: ByName[int, tuple[str, bool, ByName[int, str]]],
    headings: ByName[str, str],
) -> Finding:
    """Say a finding as somebody sees the workbook: "Row 12, column «...»", with headings in place of names.

    `sheets` are, by number, the name of each sheet, whether it is the one of the cells, and its headings by column.
    """
    line, number, column = finding.line, finding.column // STEP, finding.column % STEP
    if finding.line <= 1 and finding.column <= 1:
        line, number, column = row, next((n for n, (_, main, _) in sheets.items() if main), 0), 0
    name, main, columns = sheets.get(number, ("", True, {}))
    fault = _in_headings(finding.message, headings)
    above = columns.get(column, "")
    message = (fault if not line else
               say("Row {row}, column «{column}»: {fault}", row=line, column=above, fault=fault) if above and main else
               say("Sheet «{sheet}», row {row}, column «{column}»: {fault}", sheet=name, row=line, column=above,
                   fault=fault) if above else
               say("Row {row}: {fault}", row=line, fault=fault) if main else
               say("Sheet «{sheet}», row {row}: {fault}", sheet=name, row=line, fault=fault))
    remedy = _in_headings(finding.remedy, headings)
    if finding.code == "cell-missing":
        remedy = say("Write the answer in this column.") if above else say(
            "Add a column with this heading, or a row for this cell on the sheet of people or associations.")
    return replace(finding, message=message, remedy=remedy, file=file, line=line, column=column,
                   address=f"{name}!{letters(max(column, 1))}{line}" if line else "")


def _in_headings(message: Message, headings: ByName[str, str]) -> Message:
    return Message(message.source, tuple(
        (key, headings.get(value, value) if key != "value" and isinstance(value, str) else value)
        for key, value in message.values))


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
            answers = tuple(_answers(sheet, row, findings if name is None else faults_of.setdefault(name, [])))
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


def _answers(sheet: Sheet, row: Row, findings: list[Finding]) -> Iterator[Answer]:
    for column, field in sheet.columns:
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
        if text:
            # many rows give the same answer: ten thousand rows then need a third of the room
            yield field.name, sys.intern(text), row.number, sheet.place(column)


def _branch(field: Field, text: str, row: int, column: int) -> Branch:
    if field.type == "list" and text:
        return Sequence(tuple(Scalar(one, row, column) for one in listed(text)), row, column)
    return Scalar(text, row, column)


def _missing_framework(answers: tuple[Answer, ...], framework: str, row: int) -> tuple[Answer, ...]:
    if any(name == FRAMEWORK and text for name, text, _, _ in answers):
        return ()
    return ((FRAMEWORK, framework, row, 1),)


def _said(sheet: Sheet, row: Row, name: str) -> str:
    column = sheet.column_of.get(name)
    if column is None or column > len(row.values):
        return ""
    return typed(CODE, row.values[column - 1])[0]


def _fault(line: int, column: int, message: Message, remedy: Message, severity: Severity = "error") -> Finding:
    return Finding(code="workbook", severity=severity, message=message, remedy=remedy, line=line, column=column)


def sheets_shown(sheets: tuple[Sheet, ...]) -> dict[int, tuple[str, bool, dict[int, str]]]:
    """Return of each sheet what a finding has to say of it: its name, whether it holds the cells, its headings."""
    return {sheet.number: (sheet.table.name, sheet.plan.entries is None,
                           {column: heading(field) for column, field in sheet.columns}) for sheet in sheets}


def headings_of(fields: FieldList) -> dict[str, str]:
    """Return the heading of every question by its name, those of entries too."""
    every = {part.name: heading(part) for field in fields.fields for part in field.of}
    return {**every, **{field.name: heading(field) for field in fields.fields}}
