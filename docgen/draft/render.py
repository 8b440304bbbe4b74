"""Facts and a template to a finished Word file and the list of what is still open: the one verb of drafting.

The file is made at once; what only a reader of the draft asks for (its clauses as text, what is open) when he asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from docgen.draft.binding import bound
from docgen.draft.branches import ZONES, Branch
from docgen.draft.clause_words import Words
from docgen.draft.context import context, left_open
from docgen.draft.facts import Facts
from docgen.draft.form import Wording, document_values, historical, marked
from docgen.draft.historical import day_faults, fact_faults, history_of
from docgen.draft.kinds import PaperKind, kind_of
from docgen.draft.legal_basis import EditionFact, doubts_on
from docgen.draft.opens import NumberedClause, OpenItem, open_items, said_of
from docgen.draft.paper_form import as_paper, unsettled
from docgen.draft.parties import Part, associations
from docgen.draft.provenance import Circumstances, own_part, provenance
from docgen.draft.template import Template
from docgen.messages import say
from docgen.model.finding import FaultsFound, Finding
from docgen.word.document import DocumentValues


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A finished draft: the Word file, what is open in it, its clauses as numbered, and doubts about it."""

    content: bytes
    findings: tuple[Finding, ...]
    model: str = ""
    """The model of a province it was made from, empty for a template of docgen's own."""
    _paper: DocumentValues = field(repr=False)
    _branch: Branch = field(repr=False, compare=False)
    _words: tuple[Words, ...] = field(repr=False)
    _bookmarks: bool
    _opens: Callable[[tuple[NumberedClause, ...]], tuple[OpenItem, ...]] = field(repr=False, compare=False)

    @cached_property
    def clauses(self) -> tuple[NumberedClause, ...]:
        """Every printed clause with its number and its words."""
        return self._branch.numbered(self._words)

    @cached_property
    def open_items(self) -> tuple[OpenItem, ...]:
        """What an office still has to decide or to write in."""
        return self._opens(self.clauses)

    @cached_property
    def values(self) -> DocumentValues:
        """Everything that stands on the paper, as text."""
        return replace(self._paper, blocks=self._branch.blocks(self._words, bookmarks=self._bookmarks))


def draft_document(
    template: Template, facts: Facts, *, as_of: date | None = None,
    editions: Mapping[str, EditionFact] | None = None, final: bool = False, part: Part | None = None,
    statutes_rule: str = "", then: Circumstances | None = None,
) -> Draft:
    """Make one document for one cell; raises FaultsFound with every clause that cannot be printed for it.

    `as_of` stands in for the date of issue while that is open. `final` leaves out the draft mark, the hidden
    bookmarks and the hidden part with the provenance. `part` are the associations an agreement is made with, all of
    them by default; `statutes_rule` is the implementing rule in force that day, as far as that is settled. `then`
    makes a document again as it was made once: what the registers gave it that day is taken from there.
    """
    editions = editions if editions is not None else {}
    kind = kind_of(template.kind)
    part = Part(associations(facts)) if part is None else part
    values = context(facts, template.fields, as_of, kind=kind, part=part, statutes_rule=statutes_rule,
                     computed=template.computed)
    history = history_of(template.fields.historical, editions)
    findings: list[Finding] = []
    if history is not None and (faults := (*day_faults(history, as_of), *fact_faults(history, facts, kind))):
        raise FaultsFound(faults)
    branch, items = template.branches.of(values, findings)
    words = branch.fill(values, items, findings)
    day = facts.day(kind.issued_on) or as_of
    findings = [finding.within(template.clauses.file) for finding in findings]
    findings += [*branch.findings, *template.unconfirmed,
                 *(finding.within(template.clauses.file) for finding in _out_of_force(branch.editions, editions, day))]
    if any(finding.severity == "error" for finding in findings):
        raise FaultsFound(findings)
    year = values["year"]
    law = tuple((edition, doubt) for name in branch.editions if (edition := editions.get(name)) is not None
                for doubt in doubts_on(edition, day))
    wording = _wording(branch, words)
    paper = document_values(facts, wording, as_of, year if isinstance(year, int) else None,
                            final=final, kind=kind, part=part)
    made = then or Circumstances(
        facts=facts.sha256, as_of=as_of, part=part.number, statutes_rule=statutes_rule,
        history=f"{history.name}, {said_of(history.ended)}" if history is not None else "",
        remarks=tuple(f"{edition.name or edition.number}: {said_of(doubt)}" for edition, doubt in law))
    if made.history:
        paper = historical(paper, made.history)
    if made.remarks and not final:
        paper = marked(paper, made.remarks)
    if isinstance(kind, PaperKind):
        paper = as_paper(paper, facts, kind, part, wording)
    form = unsettled(facts, template.fields, kind, part) if isinstance(kind, PaperKind) else ()
    hidden = b"" if final else _hidden(template, branch, editions, made.docgen)
    body = branch.body(template.frame, words, bookmarks=not final)
    return Draft(
        content=template.frame.render(bound(paper), hidden, body, own_part(made) if hidden else b""),
        findings=tuple(findings), model=template.work if template.fields.framework else "",
        _paper=paper, _branch=branch, _words=tuple(words), _bookmarks=not final,
        _opens=lambda clauses: open_items(left_open(facts, values, kind, part), template.fields, clauses, editions,
                                          values, kind=template.kind, law=law, history=history,
                                          form=form))


def _wording(branch: Branch, words: list[Words]) -> Wording:
    """Return the words of the zones round the body; the body has its own way to the frame."""
    summary, addressees, legal_bases, opening, recipients = (
        tuple([made.text for made in words[branch.zones[zone]]]) for zone in ZONES)
    return Wording(summary=summary, addressees=addressees, legal_bases=legal_bases, opening=opening,
                   recipients=recipients)


def _hidden(template: Template, branch: Branch, editions: Mapping[str, EditionFact], docgen: str) -> bytes:
    """Return the provenance of a document; all documents of a branch share it."""
    hashes = (docgen, *[edition.sha256 if (edition := editions.get(name)) else "" for name in branch.editions])
    known = branch.hidden.get(hashes)
    if known is None:
        branch.hidden.clear()
        known = branch.hidden[hashes] = provenance(template.work, template.kind, template.hashes, branch.sources,
                                                   editions, docgen=docgen)
    return known


def _out_of_force(
    used: Iterable[str], editions: Mapping[str, EditionFact], day: date | None,
) -> Iterator[Finding]:
    """Find legal bases that are no longer in force on the document's date; `used` are the editions named."""
    for name in used:
        edition = editions.get(name)
        if day is not None and edition is not None and edition.in_force_until is not None \
                and edition.in_force_until < day:
            yield Finding(code="draft-basis", severity="warning",
                          message=say("{edition} is a legal basis of this draft and was replaced before its date "
                                      "({day}).", edition=edition.number or name, day=day.isoformat()),
                          remedy=say("Check the clauses that rest on it against the new text."))
