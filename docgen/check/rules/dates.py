"""The dates of one entry are in order: issued, then in force, then no longer."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.subject import Subject
from docgen.messages import Message, say
from docgen.model.finding import Finding
from docgen.versions.legal_date import LegalDate
from docgen.versions.register import Edition, Work


def dates_in_order(subject: Subject) -> Iterator[Finding]:
    """Compare the dates of each entry; only what is wrong whatever the unknown day may be is found."""
    for work, edition in subject.entries():
        issued, start = edition.issued_on.date, edition.in_force_from.date
        until = edition.in_force_until.date if edition.in_force_until else None
        if _before(start, issued):
            yield _finding(work, edition, edition.in_force_from.line, say(
                "{edition} is in force from {start}, before it was issued ({issued}).", edition=edition.id,
                start=start, issued=issued))
        if _before(until, start) or (start is None and _before(until, issued)):
            yield _finding(work, edition, edition.in_force_until.line if edition.in_force_until else 0, say(
                "{edition} is in force until {until}, before it begins ({start}).", edition=edition.id, until=until,
                start=start or issued))
        for statement in edition.statuses:
            if _before(statement.since, issued):
                yield _finding(work, edition, statement.line, say(
                    "{edition} has a status since {since}, before it was issued ({issued}).", edition=edition.id,
                    since=statement.since, issued=issued))


def _before(one: LegalDate | None, other: LegalDate | None) -> bool:
    """Tell whether one date surely lies before the other."""
    return one is not None and other is not None and one.latest < other.earliest


def _finding(work: Work, edition: Edition, line: int, message: Message) -> Finding:
    return Finding(code="date-order", severity="error", file=work.file, line=line or edition.line, message=message,
                   remedy=say("Look the dates up in the source; write '{unknown}' for one that nobody gives.",
                              unknown="not known"))
