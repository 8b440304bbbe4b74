"""What drafting has to know of the regulations, taken from registers and texts: drafting itself never opens them."""

from __future__ import annotations

from datetime import date, timedelta

from docgen.draft.legal_basis import EditionFact
from docgen.model.address import walk
from docgen.versions.library import Library
from docgen.versions.register import Edition


def edition_facts(library: Library) -> dict[str, EditionFact]:
    """Return every edition of every register with the wording of each of its addresses, if it is held."""
    return {edition.id: _fact(library, edition) for edition in library.registers.editions}


def _fact(library: Library, edition: Edition) -> EditionFact:
    name = edition.number or edition.title
    if edition.completeness == "none":
        return EditionFact(id=edition.id, number=name, in_force_until=_last_day(edition))
    held = library.text(edition)
    return EditionFact(id=edition.id, number=name, sha256=held.sha256,
                       partial=edition.completeness == "partial", in_force_until=_last_day(edition),
                       texts={address: node.text for address, node in walk(held.regulation)})


def _last_day(edition: Edition) -> date | None:
    """Return the last day in force where a whole day is known for it; a year alone settles nothing."""
    until = edition.in_force_until.date if edition.in_force_until else None
    if until and until.is_day:
        return until.latest
    days = [one.date.earliest - timedelta(days=1) for one in edition.replaced_by if one.date and one.date.is_day]
    return min(days, default=None)
