"""The file of one cell (YAML) to its facts: every fault at once, each with line, column and what to do."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.draft.cell_rules import check_facts
from docgen.draft.facts import Blank, Facts, Value
from docgen.draft.field import Field, FieldList
from docgen.draft.kinds import SLUGS
from docgen.draft.nearest import nearest, suggest
from docgen.draft.values import OPEN, Converter
from docgen.messages import Message, say
from docgen.model.finding import FaultsFound, Finding, has_errors
from docgen.reader.decoding import read_text, tidy
from docgen.reader.yaml_tree import Mapping, Scalar, parse

CELL_LIMIT = 1_000_000
"""Bytes; a cell with three hundred members named one by one needs a fiftieth."""
FRAMEWORK = "framework"
"""The name that says which work a cell's documents are written under; known to every list of questions."""


@dataclass(frozen=True, slots=True)
class CellReading:
    """What a cell's file holds; `facts` is None if a document made from it would be wrong (a finding says why).

    `text` is the whole text the facts are named by, empty where they are not named.
    """

    facts: Facts | None
    findings: tuple[Finding, ...] = ()
    text: str = ""


def read_cell_file(path: Path, fields: FieldList, kinds: Collection[str] = SLUGS) -> CellReading:
    """Read the facts of a cell from its file; a file that is missing, empty or no text raises NotPossible."""
    decoded = read_text(path, CELL_LIMIT)
    reading = read_cell(decoded.text, fields, str(path), kinds)
    remarks = tuple(Finding(code="cell-encoding", severity="note", message=remark, file=str(path),
                            remedy=say("Save it as UTF-8.")) for remark in decoded.remarks)
    return CellReading(reading.facts, remarks + reading.findings, reading.text)


def load_cell(path: Path, fields: FieldList, kinds: Collection[str] = SLUGS) -> tuple[Facts, tuple[Finding, ...]]:
    """Return the facts of a cell and the warnings about them; faults raise FaultsFound with all of them."""
    reading = read_cell_file(path, fields, kinds)
    if reading.facts is None:
        raise FaultsFound(reading.findings)
    return reading.facts, reading.findings


def framework_of(text: str) -> str:
    """Tell which work a cell's file names as its framework; empty if it names none or cannot be read."""
    root = parse(tidy(text)).root
    return root.text(FRAMEWORK).strip() if isinstance(root, Mapping) else ""


def read_cell(text: str, fields: FieldList, file: str = "", kinds: Collection[str] = SLUGS) -> CellReading:
    """Read the facts of a cell from YAML; never raises, every fault and doubt is a finding.

    `kinds` are the documents wanted: what only others need may stay unanswered.
    """
    text = tidy(text)
    findings = list(_controls(text))
    document = parse(text)
    findings.extend(document.findings)
    if not isinstance(document.root, Mapping):
        if not findings:
            findings.append(Finding(
                code="cell", severity="error", line=1, column=1,
                message=say("This file holds no facts of a cell: names with values are expected."),
                remedy=say("Take the shipped sample as a pattern; each line is 'name: value'.")))
        return CellReading(None, tuple(finding.at(file) for finding in findings))
    reading = cell_of(document.root, fields, findings, file, kinds)
    named = replace(reading.facts, sha256=facts_hash(text)) if reading.facts is not None else None
    return CellReading(named, reading.findings, text)


def facts_hash(text: str) -> str:
    """Return the hash that names the facts of a cell: over its file's text in UTF-8 with LF, however it was saved."""
    return hashlib.sha256(tidy(text).encode("utf-8", "surrogatepass")).hexdigest()


def cell_of(
    root: Mapping, fields: FieldList, findings: list[Finding], file: str, kinds: Collection[str],
) -> CellReading:
    """Turn names with values, wherever they were read, into facts; `findings` are the faults known before."""
    facts = gathered(root, fields, findings, file, kinds)
    findings.extend(check_facts(facts, kinds))
    ordered = tuple(finding.at(file) for finding in sorted(findings, key=lambda f: (f.line, f.column)))
    return CellReading(None if has_errors(ordered) else facts, ordered)


def gathered(root: Mapping, fields: FieldList, findings: list[Finding], file: str, kinds: Collection[str]) -> Facts:
    """Turn names with values into facts, each by itself; what is wrong with one of them is added to `findings`."""
    converter = Converter()
    known = {FRAMEWORK: Field(name=FRAMEWORK, type="text"), **fields.by_name}
    values: dict[str, Value] = {}
    places: dict[str, tuple[int, int]] = {}
    faulty: set[str] = set()
    for key, branch in root.entries:
        field = known.get(key.text)
        if field is None:
            findings.append(_unknown(key, known))
            faulty.add(nearest(key.text, known))
            continue
        before = len(converter.findings)
        value = converter.value(field, branch)
        places[key.text] = (branch.line, branch.column)
        if value is not None:
            values[key.text] = value
        elif len(converter.findings) > before:
            faulty.add(key.text)
    findings.extend(converter.findings)
    given = frozenset(values)
    for field in fields.required:
        if field.name not in values and field.serves(kinds) and field.name not in faulty:
            findings.append(_missing(field, places.get(field.name)))
    values = {FRAMEWORK: None, **fields.unanswered, **values}
    blank = tuple(name for name, value in values.items() if isinstance(value, Blank))
    return Facts(values=values, given=given, blank=blank, file=file, places=places)


def _unknown(key: Scalar, known: dict[str, Field]) -> Finding:
    return Finding(code="cell-unknown", severity="error", line=key.line, column=key.column,
                   message=say("There is no question '{name}'.", name=key.text),
                   remedy=suggest(key.text, known, say("Delete the line, or see the list of questions: "
                                                       "docgen cell template.")))


def _missing(field: Field, place: tuple[int, int] | None) -> Finding:
    line, column = place or (1, 1)
    remedy: Message
    if place is not None:
        remedy = say("Write the answer after '{name}:'.", name=field.name)
    elif field.blank:
        remedy = say("Answer it, or write '{open}' if it is not known yet.", open=OPEN)
    else:
        remedy = say("Add the line '{name}: ...'.", name=field.name)
    return Finding(code="cell-missing", severity="error", line=line, column=column, remedy=remedy,
                   message=say("'{name}' is not answered: {label}", name=field.name, label=field.label or field.name))


def _controls(text: str) -> list[Finding]:
    """Find raw control characters, which the YAML reader replaces so that it can go on."""
    if text.isprintable():
        return []
    findings = []
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if character < "\xa0" and character != "\t" and unicodedata.category(character) == "Cc":
                findings.append(Finding(
                    code="cell-character", severity="error", line=number, column=column,
                    message=say("A control character (U+{code}) stands here.", code=f"{ord(character):04X}"),
                    remedy=say("Delete it and type the value again.")))
    # one line of rubbish would bury the other faults
    return findings[:20]


