"""Which edition is in force on a day. What the statements do not settle is not_known, never guessed.

A date may be a year alone: then whatever depends on the day inside that year is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from docgen.versions.legal_date import LegalDate
from docgen.versions.register import CERTAINTIES, Certainty, Edition, Replacement, Status, Work


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of an edition on a day and how sure the statement behind it is; None where nothing is known."""

    status: Status
    certainty: Certainty | None = None


_NOT_KNOWN = Standing("not_known")


@dataclass(frozen=True, slots=True)
class _End:
    """First and last day that can be the first day out of force; `certainty` of the statement."""

    first: date
    last: date
    certainty: Certainty | None


def standing(edition: Edition, day: date) -> Standing:
    """Tell whether an edition is in force on a day, not yet, replaced, or not known."""
    start = edition.in_force_from
    # in force from "2008" and issued in June: not yet in May
    if before := [fact for fact in (edition.issued_on, start) if fact.date and day < fact.date.earliest]:
        return Standing("not_yet", min((fact.certainty for fact in before if fact.certainty), key=CERTAINTIES.index,
                                       default=None))
    ends = _ends(edition)
    if over := [end for end in ends if day >= end.last]:
        return Standing("replaced", over[0].certainty)
    if any(statement.date is None for statement in edition.replaced_by) and not ends:
        return _NOT_KNOWN
    if any(day >= end.first for end in ends):
        return _NOT_KNOWN
    if said := _stated(edition, day):
        return said
    if start.date is None or day < start.date.latest:
        return _NOT_KNOWN
    return Standing("in_force", start.certainty)


def in_force(work: Work, day: date) -> tuple[Edition, ...]:
    """Return the editions of a work that are in force on a day, in the order of the register."""
    return tuple(edition for edition in work.editions if standing(edition, day).status == "in_force")


def list_row(edition: Edition, day: date) -> dict[str, object]:
    """Return an edition as a row of `docgen list --json`, with its status on a day; what is not known is null.

    `publish` stands there, false, only for an edition that is not for publication.
    """
    found = standing(edition, day)
    return {
        "edition": edition.id,
        "number": edition.number or None,
        "issued_on": edition.issued_on.to_json(),
        "in_force_from": edition.in_force_from.to_json(),
        "in_force_until": edition.in_force_until.to_json() if edition.in_force_until else None,
        "status": found.status,
        "certainty": found.certainty,
        "completeness": edition.completeness,
        "replaces": [statement.to_dict() for statement in edition.replaces],
        "replaced_by": [statement.to_dict() for statement in edition.replaced_by],
        **({} if edition.publish else {"publish": False}),
    }


def _ends(edition: Edition) -> list[_End]:
    """Return the dated statements about the end; where they differ in certainty, only the surest count."""
    ends: list[_End] = []
    until = edition.in_force_until
    if until and until.date:
        ends.append(_End(_after(until.date.earliest), _after(until.date.latest), until.certainty))
    ends += [_End(statement.date.earliest, _last(statement.date), _certainty(statement))
             for statement in edition.replaced_by if statement.date]
    surest = min((end.certainty or "Z" for end in ends), default="Z")
    return sorted((end for end in ends if (end.certainty or "Z") == surest), key=lambda end: (end.first, end.last))


def _last(moment: LegalDate) -> date:
    """Return the first day that is surely out: a replacement some time in a year is over by the next New Year."""
    return moment.earliest if moment.is_day else _after(moment.latest)


def _after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _certainty(statement: Replacement) -> Certainty:
    return max(statement.certainty, statement.date_certainty or statement.certainty, key=CERTAINTIES.index)


def _stated(edition: Edition, day: date) -> Standing | None:
    """Return what the latest status statement before the day says; within the year of a dateless one, not known."""
    begun = [statement for statement in edition.statuses if day >= statement.since.earliest]
    if not begun:
        return None
    latest = max(begun, key=lambda statement: statement.since.earliest)
    if day < latest.since.latest:
        return _NOT_KNOWN
    return Standing(latest.status, latest.certainty)
