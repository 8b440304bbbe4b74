"""The answers of one cell of a workbook to its facts, by the same rules as a file of facts, and to the text of one."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

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


def read_workbook_cell(cell: WorkbookCell, fields: FieldList, kinds: Collection[str]) -> CellReading:
    """Turn the answers of one cell into facts, named by the hash of the text they would be in a file."""
    root = _tree(cell, fields)
    reading = cell_of(root, fields, [], "", kinds)
    broken = {(finding.line, finding.column) for finding in cell.findings if finding.severity == "error"}
    # an answer that could not be taken has its fault already: it is not missing besides
    findings = (*cell.findings, *(finding for finding in reading.findings if finding.code != "cell-missing" or
                                  (finding.line, finding.column) not in broken))
    if broken or reading.facts is None:
        return CellReading(None, findings)
    return CellReading(replace(reading.facts, sha256=facts_hash(facts_text(cell, fields))), findings)


def facts_text(cell: WorkbookCell, fields: FieldList) -> str:
    """Return the answers as the text of a cell's file, from which the same documents are drafted."""
    return "".join(f"{line}\n" for key, branch in _tree(cell, fields).entries for line in _lines(key.text, branch))


def _tree(cell: WorkbookCell, fields: FieldList) -> Mapping:
    known = {field.name: field for field in fields.fields}
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


def _lines(name: str, branch: Branch) -> Iterator[str]:
    if isinstance(branch, Scalar):
        if branch.text:
            yield f"{name}: {_quoted(branch.text)}"
    elif isinstance(branch, Sequence):
        yield f"{name}:" if branch.items else f"{name}: []"
        for item in branch.items:
            if isinstance(item, Scalar):
                yield f"  - {_quoted(item.text)}"
            elif isinstance(item, Mapping):
                lead = "  - "
                for part, value in item.entries:
                    if isinstance(value, Scalar) and value.text:
                        yield f"{lead}{part.text}: {_quoted(value.text)}"
                        lead = "    "


def _quoted(text: str) -> str:
    # JSON's way of quoting is one of YAML's, but for letters beyond the first 65,536, which stand as they are
    return json.dumps(text, ensure_ascii=False)
