"""YAML with every value kept as the text that was typed, and the line and column where it stands.

`01` stays 01 and `no` stays no: which type a value has is decided by the list of fields, not by YAML's guesses.
Anchors and aliases are refused, so no file grows when it is read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from docgen.messages import Message, say
from docgen.model.finding import Finding

DEPTH_LIMIT = 40
"""Levels of nesting; a cell's facts need four."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as typed; `quoted` tells "" apart from nothing at all."""

    text: str
    line: int
    column: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, lines beginning with a dash."""

    items: tuple[Branch, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names with their values, in the order of the file; a name given twice is reported and kept once."""

    entries: tuple[tuple[Scalar, Branch], ...]
    line: int
    column: int

    def get(self, name: str) -> Branch | None:
        """Return the value under a name, or None."""
        return next((value for key, value in self.entries if key.text == name), None)

    def text(self, name: str) -> str:
        """Return the value under a name as text, empty if there is none or it is a list."""
        value = self.get(name)
        return value.text if isinstance(value, Scalar) else ""


Branch = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class YamlFile:
    """What a YAML text holds, and everything that is wrong with how it is written."""

    root: Branch | None
    findings: tuple[Finding, ...] = ()


class _Refused(Exception):
    def __init__(self, message: Message, remedy: Message, place: tuple[int, int]) -> None:
        self.finding = Finding(code="yaml", severity="error", message=message, remedy=remedy,
                               line=place[0], column=place[1])


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def parse(text: str) -> YamlFile:
    """Read a YAML text; a fault of writing is a finding with its line and column, never an exception."""
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(c) == "Cc" and c not in "\n\t" else c for c in text)
    findings: list[Finding] = []
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events = yaml.parse(text, Loader=loader)
        root = _document(iter(events), findings)
    except _Refused as refusal:
        return YamlFile(None, (*findings, refusal.finding))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        return YamlFile(None, (*findings, Finding(
            code="yaml", severity="error", line=line, column=column,
            message=say("This line cannot be read as YAML: {problem}.", problem=_problem(error)),
            remedy=say("Indent with spaces only, put one space after each colon, and put a value that holds "
                       "': ' or ' #' between double quotes."))))
    except yaml.YAMLError:
        return YamlFile(None, (Finding(
            code="yaml", severity="error", line=1, column=1,
            message=say("This text cannot be read as YAML."),
            remedy=say("Take the shipped sample as a pattern.")),))
    return YamlFile(root, tuple(findings))


def _problem(error: yaml.MarkedYAMLError) -> Message:
    problem = error.problem or ""
    if "mapping values are not allowed" in problem:
        return say("a colon where none is expected")
    if "character '\\t'" in problem or "cannot start any token" in problem:
        return say("a character that cannot begin a value (a tab, % or @)")
    if "could not find expected ':'" in problem:
        return say("a name without its colon")
    if "end of stream" in problem or "unexpected end" in problem:
        return say("a quotation mark or bracket that is never closed")
    if "block end" in problem or "block mapping" in (error.context or ""):
        return say("a line whose indentation fits nothing above it")
    return say("it is not well formed")


def _document(events: Iterator[yaml.Event], findings: list[Finding]) -> Branch | None:
    root: Branch | None = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _Refused(say("A second document begins here (---)."), say("Keep one document in a file."),
                               _place(event))
        elif isinstance(event, yaml.NodeEvent):
            root = _branch(event, events, findings, 0)
    return root


def _branch(event: yaml.Event, events: Iterator[yaml.Event], findings: list[Finding], depth: int) -> Branch:
    place = _place(event)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _Refused(say("Anchors and aliases (& and *) are not used here."),
                       say("Write the value out; put a value that begins with & or * between double quotes."), place)
    if depth > DEPTH_LIMIT:
        raise _Refused(say("The values are nested more than {limit} levels deep.", limit=DEPTH_LIMIT),
                       say("Take the shipped sample as a pattern."), place)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(unicodedata.normalize("NFC", event.value), *place, quoted=event.style in ("'", '"', "|", ">"))
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Branch] = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_branch(inner, events, findings, depth + 1))
        return Sequence(tuple(items), *place)
    entries: dict[str, tuple[Scalar, Branch]] = {}
    while not isinstance(inner := next(events), yaml.MappingEndEvent):
        key = _branch(inner, events, findings, depth + 1)
        value = _branch(next(events), events, findings, depth + 1)
        if not isinstance(key, Scalar):
            raise _Refused(say("A name is expected here, not a list."), say("Take the shipped sample as a pattern."),
                           _place(inner))
        if key.text in entries:
            findings.append(Finding(
                code="yaml-duplicate", severity="error", line=key.line, column=key.column,
                message=say("'{name}' is given twice; first in line {line}.", name=key.text,
                            line=entries[key.text][0].line),
                remedy=say("Keep one of the two.")))
        else:
            entries[key.text] = (key, value)
    return Mapping(tuple(entries.values()), *place)
