"""The answers of one cell of a workbook to its facts, by the same rules as a file of facts, and to the text of one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from json import JSONEncoder

from docgen.draft.cells import CellReading, cell_of, facts_hash
from docgen.draft.field import Field, FieldList
from docgen.draft.workbook_values import listed
from docgen.model.finding import Finding
from docgen.reader.yaml_tree import Branch, Mapping, Scalar, Sequence

Answer = tuple[str, str, int, int]
"""Question, text, row, column."""


@dataclass(frozen=True, slots=True)
class WorkbookCell:
    """One cell of a workbook: what it is called, its framework, its sheet and row, its answers as text, and doubts
    about how they stand there.

    Plain texts and tuples only, so that it is quickly handed to another process.
    """

    name: str
    framework: str
    sheet: int
    row: int
    answers: tuple[Answer, ...]
    entries: tuple[tuple[str, tuple[tuple[int, tuple[Answer, ...]], ...]], ...] = ()
    findings: tuple[Finding, ...] = ()

    def __reduce__(self) -> tuple[type[WorkbookCell], tuple[object, ...]]:
        """Say how a copy is made, quicker than field by field."""
        return WorkbookCell, (self.name, self.framework, self.sheet, self.row, self.answers, self.entries,
                              self.findings)


# JSON's way of quoting is one of YAML's, but for letters beyond the first 65,536, which stand as they are
_quoted = JSONEncoder(ensure_ascii=False).encode


def read_workbook_cell(
    cell: WorkbookCell, fields: FieldList, kinds: Collection[str], *, named: bool = True,
) -> CellReading:
    """Turn the answers of one cell into facts, named by the hash of the text they would be in a file.

    Whoever only wants to know whether they hold asks for facts that are not `named`.
    """
    reading = cell_of(_tree(cell, fields), fields, [], "", kinds)
    if not cell.findings:
        return _named(cell, fields, reading) if named else reading
    broken = {(finding.line, finding.column) for finding in cell.findings if finding.severity == "error"}
    # an answer that could not be taken has its fault already: it is not missing besides
    findings = (*cell.findings, *(finding for finding in reading.findings if finding.code != "cell-missing" or
                                  (finding.line, finding.column) not in broken))
    whole = CellReading(None if broken else reading.facts, findings)
    return _named(cell, fields, whole) if named else whole


def _named(cell: WorkbookCell, fields: FieldList, reading: CellReading) -> CellReading:
    if reading.facts is None:
        return reading
    text = facts_text(cell, fields)
    return CellReading(replace(reading.facts, sha256=facts_hash(text)), reading.findings, text)


def facts_text(cell: WorkbookCell, fields: FieldList) -> str:
    """Return the answers as the text of a cell's file, from which the same documents are drafted."""
    known = fields.by_name
    texts = {name: text for name, text, _, _ in cell.answers}
    entries = dict(cell.entries)
    lines = [line for name in known if name in texts or name in entries
             for line in (_entry_lines(known[name], entries[name]) if name in entries else
                          _answer_lines(known[name], texts[name]))]
    return "\n".join([*lines, ""])


def _tree(cell: WorkbookCell, fields: FieldList) -> Mapping:
    known = fields.by_name
    by_name: dict[str, Branch] = {name: _branch(known[name], text, row, column)
                                  for name, text, row, column in cell.answers if name in known}
    for name, records in cell.entries:
        if name not in known:
            continue
        parts = {part.name: part for part in known[name].of}
        by_name[name] = Sequence(tuple(
            Mapping(tuple((Scalar(part, line, column), _branch(parts[part], text, line, column))
                          for part, text, line, column in answers if part in parts),
                    row, answers[0][3] if answers else 1)
            for row, answers in records), records[0][0], 1)
    # in the order of the questions: how somebody has arranged sheets and columns changes no document
    return Mapping(tuple((Scalar(name, by_name[name].line, by_name[name].column), by_name[name])
                         for name in known if name in by_name), cell.row, 1)


def _branch(field: Field, text: str, row: int, column: int) -> Branch:
    if field.type == "list" and text:
        return Sequence(tuple(Scalar(one, row, column) for one in listed(text)), row, column)
    return Scalar(text, row, column)


def _answer_lines(field: Field, text: str) -> Iterator[str]:
    if field.type == "list" and text:
        items = listed(text)
        yield f"{field.name}:" if items else f"{field.name}: []"
        for item in items:
            yield f"  - {_quoted(item)}"
    elif text:
        yield f"{field.name}: {_quoted(text)}"


def _entry_lines(field: Field, records: tuple[tuple[int, tuple[Answer, ...]], ...]) -> Iterator[str]:
    yield f"{field.name}:"
    parts = {part.name for part in field.of if part.type != "list"}
    for _, answers in records:
        lead = "  - "
        for part, text, _, _ in answers:
            if text and part in parts:
                yield f"{lead}{part}: {_quoted(text)}"
                lead = "    "
