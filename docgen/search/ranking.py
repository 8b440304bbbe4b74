"""How good an answer an entry is: a sum of whole numbers, the same for the same words everywhere (docs/tim-kiem.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.search.entry import Zone
from docgen.search.query import Query

OWN, HEAD, AROUND = 10, 5, 3
"""A word in the entry's own wording; further if it is in its heading; only in what stands round it."""

PAIR_OWN, PAIR_HEAD, PAIR_AROUND = 12, 6, 3
"""Two neighbours of the query side by side."""

WHOLE_OWN, WHOLE_HEAD = 8, 15
"""The whole query, of three words or more, in one piece."""

EXACT, EXACT_PAIR = 4, 4
"""A word, or two side by side, with the very marks that were typed."""

LONG = 2
"""Taken off for each doubling of the length."""

LATE = 10
"""Taken off if the edition is no longer, or not yet, in force."""

ZONES = {Zone.BODY: 0, Zone.DOCUMENT: 5, Zone.PREAMBLE: 5, Zone.RECIPIENTS: 8}
"""Taken off for each word of the query outside the body: a title, a legal basis, a recipient is no rule."""


@dataclass(frozen=True, slots=True)
class Rated:
    """The score of an entry, how many units of the query it holds, and how many of these stand in its own words."""

    score: int
    held: int
    own: int


def rate(query: Query, head: str, own: str, exact: str, around: str) -> Rated:
    """Rate the words of an entry; a phrase in quotes counts as its words and pairs."""
    score = held = inside = 0
    for unit in query.units:
        if _any(unit.ways, own):
            inside += 1
            held += 1
            score += OWN * unit.length + PAIR_OWN * (unit.length - 1)
            if head and _any(unit.ways, head):
                score += HEAD * unit.length
            if unit.marked and unit.marked in exact:
                score += EXACT * unit.length
        elif _any(unit.ways, around):
            held += 1
            score += AROUND * unit.length
    for pair in query.pairs:
        if _any(pair.ways, own):
            score += PAIR_OWN
            if head and _any(pair.ways, head):
                score += PAIR_HEAD
            if pair.marked and pair.marked in exact:
                score += EXACT_PAIR
        elif _any(pair.ways, around):
            score += PAIR_AROUND
    if query.whole and _any(query.whole.ways, own):
        score += WHOLE_OWN
        if head and _any(query.whole.ways, head):
            score += WHOLE_HEAD
    return Rated(score, held, inside)


def handicap(query: Query, zone: Zone, size: int, is_late: bool) -> int:
    """Return what is taken off, whichever of its words an entry holds."""
    return LONG * size.bit_length() + ZONES[zone] * query.length + (LATE if is_late else 0)


def _any(ways: Sequence[str], words: str) -> bool:
    return any(way in words for way in ways)
