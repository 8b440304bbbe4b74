"""Which provisions correspond, by their words and by what stands around them.

Every leaf of wording gets candidates by rare words it shares; candidates are compared letter by letter, in the same
order; proposals of one for one, one for two and two for one are weighed together with their articles and neighbours;
and the choice with the highest sum is taken. Tuned on benchmark seeds 101-110 and 201-208 (benchmarks/align).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from docgen.compare.candidates import candidates
from docgen.compare.choice import choose
from docgen.compare.context import articles, away, neighbours
from docgen.compare.leaves import Leaves, leaves
from docgen.compare.matching import common, encoded
from docgen.compare.proposals import Proposal, Reader
from docgen.compare.settled import Edge, Settled
from docgen.compare.units import Units
from docgen.compare.weighing import proposals

ACCEPTED = 6000
"""Ten-thousandths: letters in common above which two leaves correspond, surroundings apart."""

_ARTICLE = 8
"""Tenths: how much the likeness of the two articles counts beside that of the leaves."""

_TELLING = 8
"""Words that make a wording its own: two leaves with the same ones need not be weighed."""

_TWINS = 2
"""On either side: how many of several leaves with the same words are weighed for each."""

_NO_ARTICLE = 600
_NEIGHBOUR = 600
_AWAY = 6
"""Ten-thousandths: given for each neighbour that goes along; taken off per cent of the text that lies between."""


NOWHERE = -1
"""In a place where a budget bit: the side on which nothing was found."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of places whose wording corresponds, with the words they share, and where a budget bit."""

    shared: dict[Edge, int]
    limited: tuple[Edge, ...] = ()


def align(old: Units, new: Units, settled: Settled) -> Alignment:
    """Pair the wording of two texts."""
    shared: dict[Edge, int] = {}
    limited: list[Edge] = []
    for zone in ("basis", ""):
        one, other = leaves(old, new, zone, settled)
        if one and other:
            _align(one, other, shared, limited)
    for one_place, other_place in sorted(settled.pairs):
        first, second = old.items[one_place], new.items[other_place]
        if first.words and second.words:
            shared[one_place, other_place] = common(*encoded(first.words, second.words))
    return Alignment(shared, tuple(limited))


def _align(old: Leaves, new: Leaves, shared: dict[Edge, int], limited: list[Edge]) -> None:
    read = Reader(old, new)
    sure, several = _the_same(old, new)
    certain = [Proposal((one,), (other,), 10000, old.size[one] + new.size[other]) for one, other in sure.items()]
    taken = set(sure.values())
    left = ([leaf for leaf in range(len(old)) if leaf not in sure],
            [leaf for leaf in range(len(new)) if leaf not in taken])
    found = candidates([old.words[leaf] for leaf in left[0]], [new.words[leaf] for leaf in left[1]])
    weighed = proposals(old, new, (found[0].of(left[0], left[1]), found[1].of(left[1], left[0])), several, read)
    alike = articles(old, new, (*certain, *weighed))
    gains = {proposal: _gain(proposal, alike, old, new) for proposal in weighed}
    partners = {leaf: proposal.new for proposal in (*certain, *choose(gains)) for leaf in proposal.old}
    for proposal in weighed:
        gains[proposal] += _NEIGHBOUR * neighbours(proposal, partners) * proposal.size
    done: tuple[set[int], set[int]] = (set(), set())
    for proposal in (*certain, *choose(gains)):
        done[0].update(proposal.old)
        done[1].update(proposal.new)
        for one in proposal.old:
            for other in proposal.new:
                shared[old.place[one], new.place[other]] = read.words(one, other)
    limited += [(old.place[left[0][leaf]], NOWHERE) for leaf in sorted(found[0].thin) if left[0][leaf] not in done[0]]
    limited += [(NOWHERE, new.place[left[1][leaf]]) for leaf in sorted(found[1].thin) if left[1][leaf] not in done[1]]
    limited += [(old.place[one], new.place[other]) for one, other in sorted(read.limited)]


def _the_same(old: Leaves, new: Leaves) -> tuple[dict[int, int], set[Edge]]:
    """Return leaves of some length that stand once on either side, word for word: they are each other's partner.

    And of those that stand several times, or are short, each old one with the nearest new ones.
    """
    places: list[dict[str, list[int]]] = [{}, {}]
    for side, of_words in zip((old, new), places, strict=True):
        for leaf, words in enumerate(side.words):
            of_words.setdefault(words, []).append(leaf)
    sure: dict[int, int] = {}
    several: set[Edge] = set()
    for words, olds in places[0].items():
        news = places[1].get(words, [])
        if len(olds) == len(news) == 1 and len(words) >= _TELLING:
            sure[olds[0]] = news[0]
        elif news:
            for rank, one in enumerate(olds):
                # the k-th of them and those beside it, and those that stand nearest in the text
                for middle in {rank, bisect_left(news, one * len(new) // len(old))}:
                    several.update((one, other) for other in news[max(0, middle - _TWINS):middle + _TWINS + 1])
    return sure, several


def _gain(proposal: Proposal, alike: dict[tuple[int, int], int], old: Leaves, new: Leaves) -> int:
    article = max(alike.get((old.group[one], new.group[other]), 0) for one in proposal.old for other in proposal.new)
    around = _ARTICLE * (article - ACCEPTED) // 10 if article else -_NO_ARTICLE
    return (proposal.likeness - ACCEPTED + around - _AWAY * away(proposal, old, new) // 100) * proposal.size
