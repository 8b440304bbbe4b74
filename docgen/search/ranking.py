"""How good an answer an entry is: a sum of whole numbers, the same for the same words everywhere (docs/tim-kiem.md)."""

from __future__ import annotations

from typing import NamedTuple

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

ZONES: dict[int, int] = {Zone.BODY: 0, Zone.DOCUMENT: 5, Zone.PREAMBLE: 5, Zone.RECIPIENTS: 8}
"""Taken off for each word of the query outside the body: a title, a legal basis, a recipient is no rule."""


class Rated(NamedTuple):
    """The score of an entry, how many units of the query it holds, and how many of these stand in its own words."""

    score: int
    held: int
    own: int


def rate(query: Query, head: str, own: str, exact: str, around: str) -> Rated:
    """Rate the words of an entry; a phrase in quotes counts as its words and pairs."""
    score = held = inside = 0
    for unit in query.units:
        length = unit.length
        if unit.stands_in(own):
            inside += 1
            held += 1
            score += OWN * length + PAIR_OWN * (length - 1)
            if head and unit.stands_in(head):
                score += HEAD * length
            if unit.marked and unit.marked in exact:
                score += EXACT * length
        elif unit.stands_in(around):
            held += 1
            score += AROUND * length
    for pair in query.pairs:
        if pair.stands_in(own):
            score += PAIR_OWN
            if head and pair.stands_in(head):
                score += PAIR_HEAD
            if pair.marked and pair.marked in exact:
                score += EXACT_PAIR
        elif pair.stands_in(around):
            score += PAIR_AROUND
    if query.whole and query.whole.stands_in(own):
        score += WHOLE_OWN
        if head and query.whole.stands_in(head):
            score += WHOLE_HEAD
    return Rated(score, held, inside)


def handicap(query: Query, zone: int, doublings: int, is_late: bool) -> int:
    """Return what is taken off, whichever of its words an entry holds."""
    return LONG * doublings + ZONES[zone] * query.length + (LATE if is_late else 0)


def most_possible(query: Query, held: int, has_head: bool) -> int:
    """Return what an entry that holds so many units can score at most, so that most entries need no rating."""
    word = OWN + EXACT * query.has_marks + HEAD * has_head
    pair = PAIR_OWN + EXACT_PAIR * query.has_marks + PAIR_HEAD * has_head
    lengths = sorted((unit.length for unit in query.units), reverse=True)[:held]
    inside = sum(word * length + PAIR_OWN * (length - 1) for length in lengths)
    pairs = held - 1 if len(query.pairs) < len(query.units) else len(query.pairs)  # more where a word is repeated
    whole = WHOLE_OWN + WHOLE_HEAD * has_head if query.whole and held == len(query.units) else 0
    return inside + pair * pairs + whole
