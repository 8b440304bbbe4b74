"""What the register says of a text brought in: its own entry, and the answer in the entry of the text it replaces.

Facts the register has already are kept; only what was not known is added. Every fact taken from the text names the
place; what only the person said is marked as not confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from docgen.api.importing.doubts import kinds_of
from docgen.api.importing.facts import StatedFacts
from docgen.api.importing.request import ImportRequest
from docgen.messages import say
from docgen.model.citation import cite
from docgen.versions.edition_id import slug
from docgen.versions.legal_date import LegalDate
from docgen.versions.register import Certainty, Completeness, Correction, DatedFact, Edition, Replacement, Source
from docgen.versions.registers import Registers

_PLACE = re.compile(r"(?:(?:Điều|khoản|điểm|mục|đoạn(?: kết thúc| mở đầu)?)(?: thứ)? [\w.~]+ ?)+")
"""A source that only names a place in the text that makes the statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFile:
    """The text as it is kept: the file, its hash, whether all of it is held, where it came from, what was repaired."""

    file: str
    sha256: str
    completeness: Completeness
    sources: tuple[Source, ...]
    corrections: tuple[Correction, ...]


def entry_of(
    request: ImportRequest, stated: StatedFacts, held: HeldFile, known: Edition | None, registers: Registers,
) -> Edition:
    """Return the entry as it is to stand in the register."""
    before = known or Edition(id=request.edition, work=request.work)
    number = known.number if known and known.number else _spelled(request, stated)
    kind = before.kind or stated.kind or request.kind or (*kinds_of(number), number)[0]
    entry = replace(
        before, number=number, kind=kind, title=before.title or stated.title, issuer=before.issuer or stated.issuer,
        issued_on=_issued(request, stated, before), in_force_from=_in_force(request, stated, before),
        completeness=held.completeness, file=held.file, sha256=held.sha256, sources=held.sources,
        corrections=held.corrections, publish=before.publish and request.publish)
    entry = replace(entry, replaces=_replaces(stated, entry, registers))
    for newer in _newer(entry, registers):
        answer = _answer(newer[0], newer[1])
        entry = replace(entry, replaced_by=(*entry.replaced_by, answer), in_force_until=_until(entry, answer))
    return entry


def _newer(entry: Edition, registers: Registers) -> list[tuple[Edition, Replacement]]:
    """Return the entries that say they replace this text, where it does not say so itself: it came in after them."""
    return [(newer, said) for newer in registers.editions for said in newer.replaces
            if newer.id != entry.id and _means(said, entry) and not any(_means(one, newer)
                                                                         for one in entry.replaced_by)]


def _spelled(request: ImportRequest, stated: StatedFacts) -> str:
    """Return the number as the text prints it, where that is the number meant."""
    return stated.number if request.number and slug(stated.number) == slug(request.number) else request.number


def _issued(request: ImportRequest, stated: StatedFacts, before: Edition) -> DatedFact:
    known, printed = before.issued_on, stated.issued_on
    if known.date and known.date.is_day:
        return known
    if printed and printed.may_be(request.issued_on) and printed.is_day:
        return DatedFact(date=printed, source=str(say("head of the text")), certainty="A-", note=known.note)
    if known.date and not request.issued_on.is_day:
        return known
    return DatedFact(date=request.issued_on, source=str(say("said by the person who brought the text in")),
                     certainty="C", note=known.note)


def _in_force(request: ImportRequest, stated: StatedFacts, before: Edition) -> DatedFact:
    if before.in_force_from.date or not stated.in_force:
        return before.in_force_from
    place = cite(stated.in_force_at)
    if stated.in_force != "signed":
        return DatedFact(date=LegalDate(stated.in_force), source=place, certainty="A-")
    issued = _issued(request, stated, before)
    if issued.date is None or not issued.date.is_day:
        return before.in_force_from
    return DatedFact(date=issued.date, source=str(say("{place}, in force from the day it was signed", place=place)),
                     certainty=issued.certainty)


def _replaces(stated: StatedFacts, entry: Edition, registers: Registers) -> tuple[Replacement, ...]:
    """Return what the entry says it replaces: what it said before, what other entries say, what the text says."""
    found = list(entry.replaces)
    since = entry.in_force_from.date
    for old in registers.editions:
        for said in old.replaced_by:
            if old.id != entry.id and _means(said, entry) and not any(_means(one, old) for one in found):
                found.append(replace(said, edition=old.id, number=old.number, issued_on=old.issued_on.date))
    for stands in stated.replaces:
        if any(slug(one.number) == slug(stands.number) for one in found):
            continue
        named = registers.numbered(stands.number, stands.issued_on)
        old_id = named[0].id if len(named) == 1 else ""
        issued = stands.issued_on or (named[0].issued_on.date if old_id else None)
        if old_id or issued:
            found.append(Replacement(edition=old_id, number=stands.number, issued_on=issued, date=since,
                                     source=cite(stands.address), certainty="A-",
                                     date_certainty=_weaker(entry.in_force_from)))
    return tuple(found)


def _weaker(fact: DatedFact) -> Certainty | None:
    return fact.certainty if fact.date and fact.certainty in ("B", "C") else None


def answers(entry: Edition, registers: Registers) -> tuple[Edition, ...]:
    """Return the entries of the texts it replaces, each with the statement that answers, where it was not there."""
    found: list[Edition] = []
    for said in entry.replaces:
        old = registers.get(said.edition) if said.edition else _only(registers.numbered(said.number, said.issued_on))
        if old is None or old.id == entry.id or any(_means(one, entry) for one in old.replaced_by):
            continue
        answer = _answer(entry, said)
        found.append(replace(old, replaced_by=(*old.replaced_by, answer), in_force_until=_until(old, answer)))
    return tuple(found)


def _answer(newer: Edition, said: Replacement) -> Replacement:
    """Return the statement of the newer text as the entry of the older one has it."""
    source = f"{said.source} {newer.name}" if _PLACE.fullmatch(said.source) else said.source
    return replace(said, edition=newer.id, number=newer.number, issued_on=newer.issued_on.date, source=source)


def _until(old: Edition, answer: Replacement) -> DatedFact | None:
    if old.in_force_until or answer.date is None or not answer.date.is_day:
        return old.in_force_until
    last = answer.date.earliest - timedelta(days=1)
    return DatedFact(date=LegalDate(last.isoformat()), source=answer.source,
                     certainty=answer.date_certainty or answer.certainty)


def _means(said: Replacement, edition: Edition) -> bool:
    if said.edition:
        return said.edition == edition.id
    same = bool(edition.number) and slug(said.number) == slug(edition.number)
    return same and (said.issued_on is None or edition.issued_on.date is None
                     or said.issued_on.may_be(edition.issued_on.date))


def _only(found: Sequence[Edition]) -> Edition | None:
    return found[0] if len(found) == 1 else None
