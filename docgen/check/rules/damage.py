"""Words of a held text that look damaged by scanning and that nobody has decided about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docgen.check.subject import Subject
from docgen.messages import Message, say
from docgen.model.address import walk
from docgen.model.finding import Finding
from docgen.model.tree import Regulation
from docgen.reader.damage import Damage, damage_among
from docgen.reader.damage.kept import not_kept, repaired_places
from docgen.reader.damage.places import passages
from docgen.versions.library import HeldText

_SHOWN = 3


def damaged_words(subject: Subject) -> Iterator[Finding]:
    """Look at every text with the counts of all others."""
    texts = tuple(held.regulation for held in subject.texts)
    for number, held in enumerate(subject.texts):
        rows = held.edition.corrections if held.edition else ()
        words = dict(passages(held.regulation))
        lines = {address: node.line for address, node in walk(held.regulation)}
        for one in not_kept(_damage(texts, number, repaired_places(rows)), words, rows):
            yield _finding(one, held, lines.get(one.address, 0))


@lru_cache(maxsize=256)
def _damage(texts: tuple[Regulation, ...], number: int, repaired: int) -> tuple[Damage, ...]:
    return damage_among(texts[number], texts, repaired)


def _finding(one: Damage, held: HeldText, line: int) -> Finding:
    return Finding(
        code="text-damage", severity="warning", file=held.file, line=line, address=one.address or one.zone,
        message=say("Damaged by the scan? {why}", why=one.why), remedy=_remedy(one, held))


def _remedy(one: Damage, held: HeldText) -> Message:
    name = held.edition.id if held.edition else held.file
    likely = ", ".join(reading.text or "-" for reading in one.candidates[:_SHOWN])
    if not likely:
        return say("Compare it with the paper and decide: docgen check --review {edition}", edition=name)
    return say("It may be: {candidates}. Decide: docgen check --review {edition}", candidates=likely, edition=name)
