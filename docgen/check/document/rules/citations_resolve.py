"""Every citation of another document names one that exists, with its right day, and a provision it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docgen.check.document.plain import plain
from docgen.check.document.remark import Remark, remark
from docgen.check.document.resting import Cited
from docgen.check.document.subject import Reviewed
from docgen.draft.dates import numeric_day
from docgen.messages import say
from docgen.model.address import find
from docgen.model.citation import cite
from docgen.versions.edition_id import slug
from docgen.versions.gaps import gap_over
from docgen.versions.register import Edition

_NUMBER = re.compile(r"(\d+)-([A-ZĐ]{2,})/([A-ZĐ]+)")


def citations_resolve(reviewed: Reviewed) -> Iterator[Remark]:
    """Look up every document and every provision of another document."""
    said: set[tuple[str, str]] = set()
    for cited in reviewed.citations:
        if not cited.document:
            continue
        words = reviewed.words_at(cited.line, cited.start, cited.end)
        editions = reviewed.law.meant(cited.document, cited.dated)
        if not editions:
            key = (slug(cited.document), cited.dated)
            if key not in said:
                said.add(key)
                yield from _unknown(reviewed, cited, words)
            continue
        if len(editions) == 1 and cited.address:
            yield from _into(reviewed, editions[0], cited, words)


def _into(reviewed: Reviewed, edition: Edition, cited: Cited, words: str) -> Iterator[Remark]:
    text = reviewed.law.texts.get(edition.id)
    if text is None or find(text, cited.address) is not None or gap_over(text, cited.address):
        return
    yield remark("review-citation-nowhere", "error",
                 say("{name} has no {place}.", name=edition.name, place=cite(cited.address)),
                 say("docgen show {edition} prints the text; name the provision that is meant.", edition=edition.id),
                 line=cited.line, words=words)


def _unknown(reviewed: Reviewed, cited: Cited, words: str) -> Iterator[Remark]:
    """A known number with another day, or a known day and title with another number: one of the two is a slip."""
    same_number = reviewed.law.meant(cited.document)
    if same_number and cited.dated:
        known = ", ".join(_day(edition.issued_on.to_json() or "?") for edition in same_number)
        yield remark("review-citation-date", "error",
                     say("{document} is cited with the day {day}; the registers know this number of {known}.",
                         document=cited.document, day=_day(cited.dated), known=known),
                     say("Number and day together name a document: correct the one that is wrong."),
                     line=cited.line, words=words)
        return
    number = _NUMBER.fullmatch(cited.document)
    if number is None:
        return
    text = plain(reviewed.paper.lines[cited.line].text)
    for edition in reviewed.law.registers.editions:
        other = _NUMBER.fullmatch(edition.number)
        if other is None or other.groups()[1:] != number.groups()[1:]:
            continue
        same_day = bool(cited.dated) and edition.issued_on.to_json() == cited.dated
        same_title = len(edition.title) > 40 and plain(edition.title) in text
        if same_day or same_title:
            yield remark("review-citation-number", "error",
                         say("No register knows {document}; the document of this day and title is {name}.",
                             document=cited.document, name=edition.name),
                         say("Check the number on the signed copy."), line=cited.line, words=words)
            return


def _day(iso: str) -> str:
    """Write a day as papers do; a year alone, or what is not known, stays as it is."""
    return numeric_day(date.fromisoformat(iso)) if len(iso) == 10 else iso
