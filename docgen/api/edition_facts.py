"""What drafting has to know of the regulations, taken from registers and texts: drafting itself never opens them."""

from __future__ import annotations

from datetime import date, timedelta

from docgen.draft.dates import numeric_day
from docgen.draft.legal_basis import Doubt, EditionFact
from docgen.model.address import walk
from docgen.versions.as_of import in_force, standing
from docgen.versions.library import Library
from docgen.versions.register import Edition

STATUTES_WORK = "thi-hanh-dieu-le"
"""The line of the rules on carrying out the Party Statutes."""
SURE_ENOUGH = ("A", "A-", "B")
"""A paper does not print a number that rests on hearsay."""


def edition_facts(library: Library) -> dict[str, EditionFact]:
    """Return every edition of every register with the wording of each of its addresses, if it is held."""
    return {edition.id: _fact(library, edition) for edition in library.registers.editions}


def _fact(library: Library, edition: Edition) -> EditionFact:
    number = edition.number or edition.title
    if edition.completeness == "none":
        return EditionFact(id=edition.id, number=number, name=edition.name, issued_from=_first_day(edition),
                           in_force_until=_last_day(edition), doubts=_doubts(edition))
    held = library.text(edition)
    return EditionFact(id=edition.id, number=number, name=edition.name, sha256=held.sha256,
                       partial=edition.completeness == "partial", issued_from=_first_day(edition),
                       in_force_until=_last_day(edition),
                       texts={address: node.text for address, node in walk(held.regulation)}, doubts=_doubts(edition))


def _doubts(edition: Edition) -> tuple[Doubt, ...]:
    """Return what the register records of doubts whether an edition still governs its subject."""
    return tuple(Doubt(since=one.since.earliest, source=" ".join(one.source.split()), note=" ".join(one.note.split()),
                       certainty=one.certainty) for one in edition.statuses if one.status == "not_known")


def _first_day(edition: Edition) -> date | None:
    """Return the first day it can have been issued on, if anything is known of that."""
    return edition.issued_on.date.earliest if edition.issued_on.date else None


def _last_day(edition: Edition) -> date | None:
    """Return the last day in force where a whole day is known for it; a year alone settles nothing."""
    until = edition.in_force_until.date if edition.in_force_until else None
    if until and until.is_day:
        return until.latest
    days = [one.date.earliest - timedelta(days=1) for one in edition.replaced_by if one.date and one.date.is_day]
    return min(days, default=None)


def statutes_rule(library: Library, day: date | None) -> str:
    """Return the implementing rule in force on a day as the căn cứ cite it; empty if the registers do not settle it."""
    work = next((work for work in library.registers.works if work.slug == STATUTES_WORK), None)
    if day is None or work is None:
        return ""
    found = in_force(work, day)
    if len(found) != 1 or standing(found[0], day).certainty not in SURE_ENOUGH:
        return ""
    edition, issued = found[0], found[0].issued_on
    if issued.date is None or not issued.date.is_day or issued.certainty not in SURE_ENOUGH:
        return ""
    return f"{edition.name}, ngày {numeric_day(issued.date.earliest)} của {edition.issuer} về {edition.title}"
