"""The wording of a template, compiled once: every clause with its condition, its words and its place in the tree.

All faults are found here and now, before any cell is drafted, each with file, line and clause id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from docgen.draft.clause_reader import read_sources
from docgen.draft.clause_source import ClauseSource, Zone
from docgen.draft.computed import COMPUTED_FROM
from docgen.draft.context import known_names, list_names, unprintable_names
from docgen.draft.field import FieldList
from docgen.draft.nearest import nearest, suggest
from docgen.draft.text_program import ITEM, Condition, TextProgram, compile_condition, compile_program
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding
from docgen.word.sandbox import BrokenTag

NUMBERED = ("chapter", "section", "article", "run_in_article", "clause", "point")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One compiled block; `parent` is the place of the block it stands under in the body, -1 if there is none."""

    source: ClauseSource
    text: TextProgram
    condition: Condition | None = None
    parent: int = -1

    @property
    def id(self) -> str:
        """Return the id its author gave it."""
        return self.source.id


@dataclass(frozen=True)
class ClauseSet:
    """All clauses of a template in the order of the file."""

    clauses: tuple[Clause, ...]
    file: str = ""
    articled: bool = True
    """Whether the body is made of articles; that of a paper round a quy chế has heads (I-) and numbers."""

    def zone(self, zone: Zone) -> tuple[int, ...]:
        """Return the places of the clauses of one zone."""
        return self._zones.get(zone, ())

    @cached_property
    def _zones(self) -> dict[str, tuple[int, ...]]:
        zones: dict[str, tuple[int, ...]] = {}
        for place, clause in enumerate(self.clauses):
            zones[clause.source.zone] = (*zones.get(clause.source.zone, ()), place)
        return zones

    @cached_property
    def has_children(self) -> frozenset[int]:
        """Return the places of the blocks that have others under them."""
        return frozenset(clause.parent for clause in self.clauses if clause.parent >= 0)

    def basis(self) -> tuple[str, ...]:
        """Return every legal basis named, once, in the order of the file."""
        return tuple(dict.fromkeys(basis for clause in self.clauses for basis in clause.source.basis))


@dataclass(frozen=True, slots=True)
class ClausesReading:
    """The clauses that could be compiled, and every fault found."""

    clauses: ClauseSet
    findings: tuple[Finding, ...] = ()


def compile_clauses(
    text: str, fields: FieldList, file: str = "", shared: Mapping[str, ClauseSource] | None = None, *,
    articled: bool = True,
) -> ClausesReading:
    """Compile a clauses.md for a list of questions; never raises, every fault is a finding with its place.

    `shared` are the clauses it may bring in by name; only the body of an `articled` document must stand in articles.
    """
    reading = read_sources(text, shared)
    compiler = _Compiler(reading.sources, fields, articled=articled)
    clauses = compiler.compile()
    findings = sorted((*reading.findings, *compiler.findings), key=lambda finding: finding.line)
    return ClausesReading(ClauseSet(clauses, file, articled), tuple(finding.within(file) for finding in findings))


class _Compiler:
    def __init__(self, sources: tuple[ClauseSource, ...], fields: FieldList, *, articled: bool) -> None:
        self.sources = sources
        self.articled = articled
        self.fields = fields
        self.known = known_names(fields)
        self.lists = list_names(fields)
        self.unprintable = unprintable_names(fields)
        self.by_id = {source.id: source for source in sources}
        self.findings: list[Finding] = []

    def fault(self, source: ClauseSource, line: int, message: Message, remedy: Message = NOTHING,
              code: str = "clause-tag") -> None:
        self.findings.append(Finding(code=code, severity="error", message=message, remedy=remedy, line=line,
                                     column=1, address=source.id, file=source.file))

    def compile(self) -> tuple[Clause, ...]:
        parents = self._parents()
        repeated_parents = {self.sources[parent].id for parent in parents if parent >= 0}
        clauses = []
        for source, parent in zip(self.sources, parents, strict=True):
            if source.each and (source.is_heading or source.id in repeated_parents):
                self.fault(source, source.attribute_line, say("A block with others under it cannot be repeated."),
                           say("Put 'each' on the last blocks only."), "clause-each")
            clauses.append(Clause(source=source, text=self._text(source), condition=self._condition(source),
                                  parent=parent))
        return tuple(clauses)

    def _text(self, source: ClauseSource) -> TextProgram:
        try:
            program = compile_program(source.text)
        except BrokenTag as broken:
            self.fault(source, source.line + broken.line - 1, broken.message)
            return TextProgram(source.text)
        self._names(source, program.names, source.text, source.line)
        self._parts(source, program.parts, source.line)
        repeated = self.fields.find(COMPUTED_FROM.get(source.each, source.each))
        whole = frozenset({ITEM}) if repeated is not None and repeated.of else frozenset()
        for name in sorted(program.bare & (self.unprintable | whole)):
            self.fault(source, _line_of(name, source.text, source.line),
                       say("'{name}' is a yes or no or a list and cannot be printed as it stands.", name=name),
                       say("Use it in a condition, or join a list: {pattern}.",
                           pattern="{{ " + name + ' | join(", ") }}'))
        if program.broken_refs:
            self.fault(source, source.line, say("A reference is not written as {pattern}.", pattern='ref("id")'),
                       say("Put the id of the clause between quotes."), "clause-ref")
        for target in program.refs:
            self._ref(source, target)
        if source.kind == "verbatim" and (program.names or program.refs or program.jinja is not None):
            self.fault(source, source.line, say("A verbatim clause holds a tag."),
                       say("Take the tag out, or make the clause adapted."), "clause-verbatim")
        for name in source.custom:
            if name not in self.known:
                self.fault(source, source.attribute_line, say("There is no question '{name}'.", name=name),
                           suggest(name, self.known, say("Add it to fields.yaml.")), "clause-custom")
        return program

    def _condition(self, source: ClauseSource) -> Condition | None:
        if source.each and source.each not in self.lists:
            self.fault(source, source.attribute_line, say("There is no list '{name}' to repeat this block for.",
                                                          name=source.each),
                       suggest(source.each, self.lists, say("Known are: {names}.",
                                                            names=", ".join(sorted(self.lists)))), "clause-each")
        if not source.condition:
            return None
        try:
            condition = compile_condition(source.condition)
        except BrokenTag as broken:
            self.fault(source, source.attribute_line, broken.message, code="clause-condition")
            return None
        self._names(source, condition.names, "", source.attribute_line)
        self._parts(source, condition.parts, source.attribute_line)
        return condition

    def _names(self, source: ClauseSource, names: Iterable[str], text: str, line: int) -> None:
        allowed = self.known | {ITEM} if source.each else self.known
        for name in sorted(set(names) - allowed):
            if name == ITEM:
                self.fault(source, _line_of(name, text, line), say("'item' is known in a repeated block only."),
                           say("Add each: ... to the attributes."), "clause-name")
                continue
            near = nearest(name, allowed)
            self.fault(source, _line_of(name, text, line), say("There is no name '{name}'.", name=name),
                       say("Did you mean '{name}'?", name=near) if near
                       else say("Add it to fields.yaml, or take it out."), "clause-name")

    def _parts(self, source: ClauseSource, parts: Iterable[str], line: int) -> None:
        field = self.fields.find(COMPUTED_FROM.get(source.each, source.each))
        if field is None:
            return
        known = tuple(part.name for part in field.of)
        for part in parts:
            if part not in known:
                self.fault(source, _line_of(part, source.text, line),
                           say("An entry of '{field}' has no '{name}'.", field=source.each, name=part),
                           suggest(part, known, say("Known are: {names}.", names=", ".join(known))
                                   if known else say("It is a plain text: print {pattern}.", pattern="{{ item }}")),
                           "clause-name")

    def _ref(self, source: ClauseSource, target: str) -> None:
        found = self.by_id.get(target)
        line = _line_of(target, source.text, source.line)
        if found is None:
            self.fault(source, line, say("It refers to the clause '{id}', which does not exist.", id=target),
                       suggest(target, self.by_id, say("Give the id of another clause.")), "clause-ref")
        elif found.zone != "body" or found.rank not in NUMBERED:
            self.fault(source, line, say("It refers to '{id}', which has no number.", id=target),
                       say("Refer to a chapter, an article, a khoản or a điểm."), "clause-ref")
        elif found.each:
            self.fault(source, line, say("It refers to '{id}', which is repeated.", id=target),
                       say("Refer to the article it stands in."), "clause-ref")

    def _parents(self) -> list[int]:
        """Return under which block each one stands; text outside an article and empty headings are faults."""
        chapter = section = article = clause = point = -1
        parents: list[int] = []
        for place, source in enumerate(self.sources):
            parent = -1
            if source.zone != "body":
                pass
            elif source.rank == "chapter":
                chapter, section, article, clause, point = place, -1, -1, -1, -1
            elif source.rank == "section":
                section, article, clause, point, parent = place, -1, -1, -1, chapter
            elif source.rank in ("article", "run_in_article"):
                article, clause, point, parent = place, -1, -1, max(section, chapter)
            elif article < 0 and self.articled:
                self.fault(source, source.line, say("This block stands outside any article."),
                           say("Put an article (###) above it."), "clause-structure")
            elif source.rank == "clause":
                clause, point, parent = place, -1, max(article, chapter)
            elif source.rank == "point":
                point, parent = place, clause if clause >= 0 else max(article, chapter)
            elif source.rank in ("dash", "room"):
                parent = max(point, clause, article, chapter)
            else:
                parent = max(article, chapter)
            parents.append(parent)
        filled = set(parents)
        for place, source in enumerate(self.sources):
            if source.is_heading and place not in filled:
                self.fault(source, source.line, say("Under this heading stands nothing."),
                           say("Add its text, or delete the heading."), "clause-structure")
        return parents


def _line_of(name: str, text: str, line: int) -> int:
    match = re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w])", text)
    return line + text.count("\n", 0, match.start()) if match else line
