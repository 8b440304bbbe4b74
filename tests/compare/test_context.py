"""Surroundings of a pair: a proposal that is worth nothing speaks for no article, and stops nothing."""

from __future__ import annotations

from docgen.compare.context import articles
from docgen.compare.leaves import Leaves
from docgen.compare.proposals import Proposal


def side(*words: str) -> Leaves:
    places = tuple(range(len(words)))
    return Leaves(places, places, words, words, tuple(len(word) + 1 for word in words))


def test_a_proposal_without_likeness_speaks_for_no_article() -> None:
    """One paragraph of four million words against a clause of six: their likeness rounds to nothing."""
    old, new = side("a" * 1000), side("b", "c")
    nothing, something = Proposal((0,), (0,), 0, 1003), Proposal((0,), (1,), 4000, 1003)
    assert articles(old, new, [nothing]) == {}
    assert articles(old, new, [nothing, something]) == {(0, 1): 4000}
