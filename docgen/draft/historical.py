"""Frameworks whose subject is gone: what is drafted under them is history, for a day named, and says so on its face.

fields.yaml names the edition in one line, `historical: 202-qd-tw-2019`. From when on it is history, and who says so,
stands in the register of that edition: nothing of the law is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from docgen.draft.dates import numeric_day
from docgen.draft.facts import Facts
from docgen.draft.kinds import DocumentKind
from docgen.draft.legal_basis import Doubt, EditionFact
from docgen.messages import say
from docgen.model.finding import Finding

CODE = "draft-historical"


@dataclass(frozen=True, slots=True)
class History:
    """The edition a historical framework rests on, and the statement from which day on it is history."""

    edition: EditionFact
    ended: Doubt

    @property
    def name(self) -> str:
        """Return how papers cite the edition."""
        return self.edition.name or self.edition.number or self.edition.id


def history_of(edition_id: str, editions: Mapping[str, EditionFact]) -> History | None:
    """Return what makes a framework historical; None if it names no edition, or no register says when that ended."""
    edition = editions.get(edition_id) if edition_id else None
    if edition is None or not edition.doubts:
        return None
    return History(edition, min(edition.doubts, key=lambda doubt: doubt.since))


def day_faults(history: History, as_of: date | None) -> Iterator[Finding]:
    """Find that no day was named to draft for, or one on which the edition did not govern."""
    ends = numeric_day(history.ended.since)
    if as_of is None:
        said = say("{edition} is history: a document under it is drafted only for a day before {ends}, and no day was "
                   "named.", edition=history.name, ends=ends)
    elif as_of >= history.ended.since:
        said = say("On {day} nothing can be drafted under {edition}: from {ends} on its subject is gone ({who}).",
                   day=numeric_day(as_of), edition=history.name, ends=ends, who=history.ended.source)
    elif history.edition.issued_from is not None and as_of < history.edition.issued_from:
        said = say("On {day} {edition} was not issued yet.", day=numeric_day(as_of), edition=history.name)
    else:
        return
    last = history.ended.since - timedelta(days=1)
    yield Finding(code=CODE, severity="error", message=said,
                  remedy=say("Name the day with --as-of, such as --as-of {example}.", example=last.isoformat()))


def fact_faults(history: History, facts: Facts, kind: DocumentKind) -> Iterator[Finding]:
    """Find days among the facts of a cell on which the subject of the framework was gone."""
    ends = numeric_day(history.ended.since)
    for name in (kind.passed_on, kind.issued_on):
        day = facts.day(name)
        if day is not None and day >= history.ended.since:
            line, column = facts.place(name)
            yield Finding(code=CODE, severity="error", file=facts.file, line=max(line, 1), column=max(column, 1),
                          message=say("'{name}' is {day}, and from {ends} on the subject of {edition} is gone.",
                                      name=name, day=day, ends=ends, edition=history.name),
                          remedy=say("Write a day before {ends}, or chưa có.", ends=ends))
