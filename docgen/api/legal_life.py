"""The legal clock: where a provision stands in the texts that were law before and after, as far as anybody knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from docgen.compare.compare import compare
from docgen.compare.comparison import Comparison, Row, Words
from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.model.address import find
from docgen.model.citation import cite
from docgen.model.tree import Regulation
from docgen.publish.life import LegalStage, Relation
from docgen.versions.as_of import standing
from docgen.versions.correspondences import Correspondences, ReviewedPair, correspondences_path, read_correspondences
from docgen.versions.library import Library
from docgen.versions.lineage import Kin, ancestors, descendants
from docgen.versions.register import Edition, Replacement


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands: the last text that is held, and the addresses of the provision in it."""

    edition: Edition
    regulation: Regulation | None
    addresses: tuple[str, ...]


def stages_of_work(editions: Sequence[Edition], day: date) -> tuple[LegalStage, ...]:
    """Return the texts of a work, the oldest first as the register has them."""
    return tuple(stage(edition, "same", day) for edition in editions)


def legal_life(
    library: Library, edition: Edition, regulation: Regulation | None, address: str, day: date,
) -> tuple[LegalStage, ...]:
    """Return the texts before an edition, itself and those after it, in the order of law.

    With an address, each with the place of the provision in it; `day` is the day the status is told for.
    """
    here = _Place(edition, regulation, (address,) if address else ())
    older, newer = ancestors(library.registers, edition), descendants(library.registers, edition)
    over = {kin.beside.id: kin.statement for kin in reversed(newer)}
    before = [_after(one, day, kin.statement) for one, kin in _line(library, older, here, "ancestor", day)]
    after = [_after(one, day, over.get(one.edition)) for one, _ in _line(library, newer, here, "descendant", day)]
    own = _after(stage(edition, "same", day), day, over.get(edition.id))
    if address:
        own = replace(own, address=address, citation=cite(address, edition.name))
    return (*reversed(before), own, *after)


def stage(edition: Edition, relation: Relation, day: date) -> LegalStage:
    """Return the dates of an edition and how it stands on a day."""
    found = standing(edition, day)
    return LegalStage(
        relation=relation, edition=edition.id, number=edition.number, citation=edition.name,
        issued_on=edition.issued_on.to_json(), in_force_from=edition.in_force_from.to_json(),
        in_force_until=edition.in_force_until.to_json() if edition.in_force_until else None,
        replaced_on=next((one.date.text for one in edition.replaced_by if one.date), None),
        status=found.status, certainty=found.certainty)


def _after(own: LegalStage, day: date, statement: Replacement | None) -> LegalStage:
    """Return a stage with what the register of the later text says of it, where its own register does not."""
    if statement is None or statement.date is None or own.replaced_on:
        return own
    own = replace(own, replaced_on=statement.date.text)
    if own.status == "in_force" and day >= statement.date.latest:
        return replace(own, status="replaced", certainty=statement.certainty)
    return own


def _line(
    library: Library, line: Sequence[Kin], here: _Place, relation: Relation, day: date,
) -> list[tuple[LegalStage, Kin]]:
    places = {here.edition.id: here}
    stages: list[tuple[LegalStage, Kin]] = []
    for kin in line:
        place = places.get(kin.beside.id)
        if kin.edition is None:
            stages.append((LegalStage(
                relation=relation, edition="", number=kin.name, citation=kin.name,
                issued_on=kin.statement.issued_on.text if kin.statement.issued_on else None,
                kinds=("unknown",) if here.addresses else (), why=say("No register lists this document.")), kin))
            continue
        own = stage(kin.edition, relation, day)
        if not here.addresses:
            stages.append((own, kin))
        elif place is not None:  # else the provision had begun or ended nearer by: this text says nothing of it
            found, further = _beside(library, place, kin.edition, own)
            stages += [(one, kin) for one in found]
            if further:
                places[kin.edition.id] = further
    return stages


def _beside(
    library: Library, place: _Place, edition: Edition, own: LegalStage,
) -> tuple[list[LegalStage], _Place | None]:
    """Return where the provisions of a place stand in another text, and where the line goes on from."""
    if place.regulation is None:
        return [replace(own, kinds=("unknown",), why=say("The text asked about is not held here."))], place
    try:
        other = library.text(edition).regulation
    except NotPossible as refusal:
        return [replace(own, kinds=("unknown",), why=refusal.message)], place
    older = own.relation == "ancestor"
    sides = (other, place.regulation) if older else (place.regulation, other)
    reviewed = _reviewed(library, *((edition, place.edition) if older else (place.edition, edition)))
    known = [pair for pair in reviewed.pairs
             if all(not one or find(side, one) for one, side in zip((pair.old, pair.new), sides, strict=True))]
    comparison = compare(*sides, [(pair.old, pair.new) for pair in known])
    found = [_counterpart(comparison, address, own, edition, known) for address in place.addresses]
    stages = list(dict.fromkeys(one for several in found for one in several))
    addresses = tuple(dict.fromkeys(one.address for one in stages if one.address))
    if addresses:
        return stages, _Place(edition, other, addresses)
    return stages, place if any(one.kinds == ("unknown",) for one in stages) else None


def _reviewed(library: Library, old: Edition, new: Edition) -> Correspondences:
    none = Correspondences(old=old.id, new=new.id)
    if old.work != new.work:
        return none
    path = correspondences_path(library.workspace, old, new)
    if not library.ref and not path.is_file():
        return none
    try:
        text = library.content(path).decode("utf-8", "replace")
    except NotPossible:  # not yet at that commit
        return none
    return read_correspondences(text, str(path), old.id, new.id)


def _counterpart(
    comparison: Comparison, address: str, own: LegalStage, edition: Edition, known: Sequence[ReviewedPair],
) -> list[LegalStage]:
    older = own.relation == "ancestor"
    row = next((row for row in comparison.rows if address in (row.new if older else row.old)), None)
    if row is None or not row.kinds:
        return [replace(own, kinds=("unknown",), why=say("This part of a text is not compared."))]
    pairs = [pair for pair in row.pairs if (pair.new if older else pair.old) == address]
    if not pairs:
        judged = next((pair for pair in known if (pair.new if older else pair.old) == address), None)
        return [replace(own, kinds=row.kinds, confirmed=_confirmed(row), why=_why(row, own),
                        confirmed_by=judged.confirmed_by if judged else "", reason=judged.reason if judged else "")]
    found = []
    for pair in pairs:
        judged = next((one for one in known if (one.old, one.new) == (pair.old, pair.new)), None)
        there = pair.old if older else pair.new
        found.append(replace(own, address=there, citation=cite(there, edition.name), kinds=row.kinds,
                             confirmed=judged is not None, confirmed_by=judged.confirmed_by if judged else "",
                             reason=judged.reason if judged else "", words=_words(pair.heading, pair.words)))
    return found


def _confirmed(row: Row) -> bool | None:
    """Tell who judged that there is no counterpart; where nobody can know, nobody has."""
    return None if "unknown" in row.kinds else row.confirmed


def _words(heading: Words, words: Words) -> Words:
    return (*heading, *words)


def _why(row: Row, own: LegalStage) -> Message:
    if "unknown" in row.kinds:
        return say("Not known: {edition} is held only in part, and this may stand in what is missing.",
                   edition=own.edition)
    return say("No counterpart in {edition}.", edition=own.edition)
