"""Facts and a template to a finished Word file and the list of what is still open: the one verb of drafting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from docgen.draft.binding import bound
from docgen.draft.clauses import Clause, ClauseSet
from docgen.draft.context import context, left_open
from docgen.draft.facts import Facts
from docgen.draft.form import Wording, document_values
from docgen.draft.kinds import kind_of
from docgen.draft.legal_basis import EditionFact, edition_of
from docgen.draft.numbering import Numbering, Placed
from docgen.draft.opens import NumberedClause, OpenItem, open_items
from docgen.draft.parties import Part, associations
from docgen.draft.provenance import provenance
from docgen.draft.template import Template
from docgen.draft.text_program import ITEM
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import FaultsFound, Finding, Severity
from docgen.word.blocks import Block
from docgen.word.document import DocumentValues
from docgen.word.sandbox import BrokenTag


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A finished draft: the Word file, what is open in it, its clauses as numbered, and doubts about it."""

    content: bytes
    open_items: tuple[OpenItem, ...]
    clauses: tuple[NumberedClause, ...]
    findings: tuple[Finding, ...]
    values: DocumentValues


def draft_document(
    template: Template, facts: Facts, *, as_of: date | None = None,
    editions: Mapping[str, EditionFact] | None = None, final: bool = False, part: Part | None = None,
    statutes_rule: str = "",
) -> Draft:
    """Make one document for one cell; raises FaultsFound with every clause that cannot be printed for it.

    `as_of` stands in for the date of issue while that is open. `final` leaves out the draft mark, the hidden
    bookmarks and the hidden part with the provenance. `part` are the associations an agreement is made with, all of
    them by default; `statutes_rule` is the implementing rule in force that day, as far as that is settled.
    """
    editions = editions if editions is not None else {}
    kind = kind_of(template.kind)
    part = Part(associations(facts)) if part is None else part
    values = context(facts, template.fields, as_of, kind=kind, part=part, statutes_rule=statutes_rule)
    printing = _Printing(template.clauses, values)
    counts = printing.counts()
    numbering = template.numbering(counts)
    wording, clauses = printing.fill(numbering, counts, bookmarks=not final)
    day = facts.day(kind.issued_on) or as_of
    findings = [*printing.findings, *_doubts(template.clauses, numbering), *_out_of_force(clauses, editions, day)]
    findings = [finding if finding.file else finding.at(template.clauses.file) for finding in findings]
    if any(finding.severity == "error" for finding in findings):
        raise FaultsFound(findings)
    year = values["year"]
    paper = document_values(facts, wording, as_of, year if isinstance(year, int) else None, final=final,
                            kind=kind, part=part)
    printed = {clause.id for clause in clauses}
    hidden = b"" if final else provenance(
        template.work, template.kind, template.hashes,
        (clause.source for clause in template.clauses.clauses if clause.id in printed), editions)
    opens = open_items(left_open(facts, values, kind, part), template.fields, clauses, editions, values,
                       kind=template.kind)
    return Draft(content=template.frame.render(bound(paper), hidden), clauses=clauses, values=paper,
                 findings=tuple(findings), open_items=opens)


class _Printing:
    """Works out, for one cell, which clauses are printed and with which words; keeps every fault on the way."""

    def __init__(self, clauses: ClauseSet, values: Mapping[str, object]) -> None:
        self.clauses = clauses
        self.values = values
        self.findings: list[Finding] = []
        self.items: dict[int, tuple[object, ...]] = {}
        self.answers: dict[str, bool] = {}

    def counts(self) -> tuple[int, ...]:
        """Return how often each clause is printed for this cell."""
        return tuple(self._count(place, clause) for place, clause in enumerate(self.clauses.clauses))

    def fill(
        self, numbering: Numbering, counts: tuple[int, ...], bookmarks: bool,
    ) -> tuple[Wording, tuple[NumberedClause, ...]]:
        """Return the words of every zone, and every printed clause with its number."""
        zones: dict[str, list[str]] = {}
        clauses: list[NumberedClause] = []
        for zone in ("summary", "legal_basis", "opening", "recipients"):
            lines = zones[zone] = []
            for place in self.clauses.zone(zone):
                for turn in range(counts[place]):
                    placed = Placed(place, turn, "paragraph", "", "")
                    lines.append(self._words(placed, numbering))
                    clauses.append(self._numbered(placed, lines[-1]))
        blocks = []
        for placed in numbering.placed:
            text = self._words(placed, numbering)
            blocks.append(self._block(placed, text, bookmarks))
            clauses.append(self._numbered(placed, text))
        return Wording(summary=tuple(zones["summary"]), legal_bases=tuple(zones["legal_basis"]),
                       opening=tuple(zones["opening"]), blocks=tuple(blocks),
                       recipients=tuple(zones["recipients"])), tuple(clauses)

    def _count(self, place: int, clause: Clause) -> int:
        condition = clause.condition
        items: tuple[object, ...] = (None,)
        if clause.source.each:
            listed = self.values.get(clause.source.each)
            items = listed if isinstance(listed, tuple) else ()
        if condition is not None:
            try:
                if ITEM in condition.names:
                    items = tuple(item for item in items if condition.holds({**self.values, ITEM: item}))
                elif not self._holds(clause):
                    items = ()
            except BrokenTag as broken:
                self._fault(clause, clause.source.attribute_line, broken.message)
                items = ()
        if clause.source.each:
            self.items[place] = items
        return len(items)

    def _holds(self, clause: Clause) -> bool:
        """Work a condition out once, however many clauses share it."""
        condition = clause.condition
        assert condition is not None
        if condition.source not in self.answers:
            self.answers[condition.source] = condition.holds(self.values)
        return self.answers[condition.source]

    def _words(self, placed: Placed, numbering: Numbering) -> str:
        clause = self.clauses.clauses[placed.clause]
        values = self.values
        if placed.clause in self.items:
            values = {**values, ITEM: self.items[placed.clause][placed.turn]}
        try:
            text = clause.text.fill(values, numbering.citations)
        except BrokenTag as broken:
            self._fault(clause, clause.source.line, broken.message)
            return ""
        if not text:
            self._fault(clause, clause.source.line, say("Nothing is left of this clause for this cell."),
                        say("Give it an 'if', so that it is left out as a whole."))
        return text

    def _block(self, placed: Placed, text: str, bookmarks: bool) -> Block:
        clause = self.clauses.clauses[placed.clause]
        bookmark = ""
        if bookmarks:
            bookmark = clause.id if placed.turn == 0 else f"{clause.id}.{placed.turn + 1}"
        if placed.kind == "chapter":
            return Block(placed.kind, placed.mark, heading=text.upper(), bookmark=bookmark)
        return Block(placed.kind, f"{placed.mark} {text}" if placed.mark else text, bookmark=bookmark)

    def _numbered(self, placed: Placed, text: str) -> NumberedClause:
        clause = self.clauses.clauses[placed.clause]
        source = clause.source
        return NumberedClause(id=source.id, citation=placed.citation, text=text, kind=source.kind, basis=source.basis,
                              uses=clause.text.names | ({source.each} if source.each else frozenset()),
                              custom=source.custom)

    def _fault(self, clause: Clause, line: int, message: Message, remedy: Message = NOTHING) -> None:
        self.findings.append(Finding(code="draft-clause", severity="error", line=line, column=1, address=clause.id,
                                     message=message, remedy=remedy))


def _doubts(clauses: ClauseSet, numbering: Numbering) -> Iterator[Finding]:
    """Find what an office would send back: a list announced and not there, a point or an article left alone."""
    told: tuple[tuple[tuple[int, ...], Severity, Message], ...] = (
        (numbering.bereft, "error", say("It announces a list of which nothing is left for this cell.")),
        (numbering.lone_points, "warning", say("Only one điểm is left of this list for this cell.")),
        (numbering.lone_articles, "warning", say("Only one Điều is left in this chapter for this cell.")),
    )
    for places, severity, message in told:
        for place in places:
            source = clauses.clauses[place].source
            yield Finding(code="draft-branch", severity=severity, message=message, line=source.line, column=1,
                          address=source.id, remedy=say("Look at the conditions of the clauses under it."))


def _out_of_force(
    clauses: tuple[NumberedClause, ...], editions: Mapping[str, EditionFact], day: date | None,
) -> Iterator[Finding]:
    """Find legal bases that are no longer in force on the document's date."""
    used = {edition_of(basis) for clause in clauses for basis in clause.basis}
    for name in sorted(used):
        edition = editions.get(name)
        if day is not None and edition is not None and edition.in_force_until is not None \
                and edition.in_force_until < day:
            yield Finding(code="draft-basis", severity="warning",
                          message=say("{edition} is a legal basis of this draft and was replaced before its date "
                                      "({day}).", edition=edition.number or name, day=day.isoformat()),
                          remedy=say("Check the clauses that rest on it against the new text."))
