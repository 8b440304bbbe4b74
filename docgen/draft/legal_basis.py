"""The legal basis of clauses held against the texts themselves: which address exists, which wording is the law's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest

from docgen.draft.clause_source import ClauseSource
from docgen.draft.clauses import ClauseSet
from docgen.draft.nearest import suggest
from docgen.messages import Message, say
from docgen.model.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """From `since` on it is not sure that an edition still governs its subject: who says so, what it is worth."""

    since: date
    source: str
    note: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFact:
    """What drafting has to know of one edition of a regulation; `texts` is the wording of each address, if held.

    `number` is the printed number, or the title where there is none; `name` is how a paper cites it; it was not
    issued before `issued_from`. An address that has others under it and no words of its own has the text "". An
    edition whose text is not held has no `texts`; one held in part says so, and an address it lacks is then unknown,
    not wrong.
    """

    id: str
    number: str = ""
    name: str = ""
    sha256: str = ""
    partial: bool = False
    issued_from: date | None = None
    in_force_until: date | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_held(self) -> bool:
        """Tell whether the wording of this edition is at hand."""
        return bool(self.texts)


def check_legal_basis(clauses: ClauseSet, editions: Mapping[str, EditionFact]) -> tuple[Finding, ...]:
    """Hold every legal basis against the texts: unknown editions and addresses, and verbatim words that differ."""
    return tuple(finding.within(clauses.file) for finding in _faults(clauses, editions))


def doubts_on(edition: EditionFact | None, day: date | None) -> tuple[Doubt, ...]:
    """Return the doubts about an edition that stand on a day; all of them while the day is open."""
    return tuple(doubt for doubt in edition.doubts if day is None or doubt.since <= day) if edition else ()


def edition_of(basis: str) -> str:
    """Return the edition of a legal basis written edition:address."""
    return basis.partition(":")[0]


def address_of(basis: str) -> str:
    """Return the address of a legal basis written edition:address."""
    return basis.partition(":")[2]


def _faults(clauses: ClauseSet, editions: Mapping[str, EditionFact]) -> Iterator[Finding]:
    for clause in clauses.clauses:
        for finding in _faults_of(clause.source, editions):
            yield finding.within(clause.source.file)


def _faults_of(source: ClauseSource, editions: Mapping[str, EditionFact]) -> Iterator[Finding]:
    wordings: list[str] = []
    for basis in source.basis:
        edition = editions.get(edition_of(basis))
        line = source.attribute_line
        if edition is None:
            yield _fault(source.id, line,
                         say("The legal basis '{basis}' names an edition that stands in no register.", basis=basis),
                         suggest(edition_of(basis), editions, say("Add the edition to the register.")))
        elif not edition.is_held:
            if source.kind == "verbatim":
                yield _fault(source.id, line,
                             say("The text of {edition} is not held, so nothing can be quoted from it word for "
                                 "word.", edition=edition.id), say("Make the clause adapted."))
        elif address_of(basis) not in edition.texts:
            if not edition.partial:
                yield _fault(source.id, line,
                             say("The legal basis '{basis}' leads nowhere: {edition} has no such provision.",
                                 basis=basis, edition=edition.id),
                             suggest(address_of(basis), edition.texts, say("Look it up with docgen show.")))
        elif not edition.texts[address_of(basis)]:
            yield _fault(source.id, line,
                         say("The legal basis '{basis}' is a heading with provisions under it.", basis=basis),
                         say("Name the provision the clause rests on."))
        else:
            wordings.append(edition.texts[address_of(basis)])
    for basis in source.against:
        edition = editions.get(edition_of(basis))
        if edition is None:
            yield _fault(source.id, source.attribute_line,
                         say("The legal basis '{basis}' names an edition that stands in no register.", basis=basis),
                         suggest(edition_of(basis), editions, say("Add the edition to the register.")))
        elif edition.texts.get(address_of(basis)):
            yield _fault(source.id, source.attribute_line,
                         say("'{basis}' is named as not held, and its text is held.", basis=basis),
                         say("Hold the clause against it and name it under 'basis'."))
    if source.kind == "verbatim" and wordings and _plain(source.text) not in map(_plain, wordings):
        yield _fault(source.id, source.line, _difference(_plain(source.text), _plain(wordings[0])),
                     say("Copy the words of the regulation, or make the clause adapted."))


def _fault(clause: str, line: int, message: Message, remedy: Message) -> Finding:
    return Finding(code="clause-basis", severity="error", message=message, remedy=remedy, line=line, column=1,
                   address=clause)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _difference(ours: str, theirs: str) -> Message:
    """Say where a clause that ought to be word for word leaves the regulation."""
    for place, (mine, law) in enumerate(zip_longest(ours.split(), theirs.split(), fillvalue="")):
        if mine != law:
            return say("The clause says it is verbatim and differs from the regulation at word {place}: '{ours}' "
                       "stands where the regulation has '{theirs}'.", place=place + 1, ours=mine, theirs=law)
    return say("The clause says it is verbatim and is not the text of the regulation.")
