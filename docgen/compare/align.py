"""Which provisions correspond, by their words and by what stands around them.

Every leaf of wording gets candidates by rare words it shares; candidates are compared letter by letter, in the same
order; proposals of one for one, one for two and two for one are weighed together with their articles and neighbours;
and the choice with the highest sum is taken. Tuned on benchmark seeds 101-110 and 201-208 (benchmarks/align).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from docgen.compare.candidates import candidates
from docgen.compare.choice import choose
from docgen.compare.context import articles, away, neighbours
from docgen.compare.leaves import Leaves, leaves
from docgen.compare.matching import common, encoded
from docgen.compare.proposals import Proposal, Reader, proposals
from docgen.compare.settled import Edge, Settled
from docgen.compare.units import Units

ACCEPTED = 6000
"""Ten-thousandths: letters in common above which two leaves correspond, surroundings apart."""

_ARTICLE = 8
"""Tenths: how much the likeness of the two articles counts beside that of the leaves."""

_TELLING = 8
"""Words that make a wording its own: two leaves with the same ones need not be weighed."""

_NO_ARTICLE = 600
_NEIGHBOUR = 600
_AWAY = 6
"""Ten-thousandths: given for each neighbour that goes along; taken off per cent of the text that lies between."""


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
    same = _the_same(old, new)
    weighed = [Proposal((one,), (other,), 10000, old.size[one] + new.size[other]) for one, other in same.items()]
    left = ([leaf for leaf in range(len(old)) if leaf not in same],
            [leaf for leaf in range(len(new)) if leaf not in set(same.values())])
    found = candidates([old.words[leaf] for leaf in left[0]], [new.words[leaf] for leaf in left[1]])
    weighed += proposals(old, new, (found[0].of(left[0], left[1]), found[1].of(left[1], left[0])), read)
    alike = articles(old, new, weighed)
    gains = {proposal: _gain(proposal, alike, old, new) for proposal in weighed}
    gains.update((proposal, proposal.size * 10000) for proposal in weighed[:len(same)])
    partners = {leaf: proposal.new for proposal in choose(gains) for leaf in proposal.old}
    for proposal in weighed:
        gains[proposal] += _NEIGHBOUR * neighbours(proposal, partners) * proposal.size
    for proposal in choose(gains):
        for one in proposal.old:
            for other in proposal.new:
                shared[old.place[one], new.place[other]] = read.words(one, other)
    limited += [(old.place[one], new.place[other]) for one, other in sorted(read.limited)]


def _the_same(old: Leaves, new: Leaves) -> dict[int, int]:
    """Return leaves of some length that stand once on either side, word for word: they are each other's partner."""
    once: list[dict[str, int]] = []
    for side in (old, new):
        count = Counter(side.words)
        once.append({words: leaf for leaf, words in enumerate(side.words)
                     if count[words] == 1 and len(words) >= _TELLING})
    return {leaf: once[1][words] for words, leaf in once[0].items() if words in once[1]}


def _gain(proposal: Proposal, alike: dict[tuple[int, int], int], old: Leaves, new: Leaves) -> int:
    article = max(alike.get((old.group[one], new.group[other]), 0) for one in proposal.old for other in proposal.new)
    around = _ARTICLE * (article - ACCEPTED) // 10 if article else -_NO_ARTICLE
    return (proposal.likeness - ACCEPTED + around - _AWAY * away(proposal, old, new) // 100) * proposal.size
