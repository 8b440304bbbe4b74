"""What surroundings say about a pair: articles that agree as a whole, neighbours that go together, places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from docgen.compare.leaves import Leaves
from docgen.compare.proposals import Proposal

Articles = dict[tuple[int, int], int]

_NEAR_THE_BEST = 1500
"""A leaf speaks for an article where it finds something nearly as like it as anywhere (ten-thousandths)."""


def articles(old: Leaves, new: Leaves, proposals: Iterable[Proposal]) -> Articles:
    """Return how alike each old and new article are: the mean over the letters of the leaves that may agree.

    This is what tells an article from its twin about another subject: one clause may be like either by chance, all
    of them together are not.
    """
    best: tuple[dict[int, dict[int, int]], dict[int, dict[int, int]]] = ({}, {})
    for proposal in proposals:
        for one in proposal.old:
            for other in proposal.new:
                for side, leaf, group in ((0, one, new.group[other]), (1, other, old.group[one])):
                    row = best[side].setdefault(leaf, {})
                    if proposal.likeness > row.get(group, 0):
                        row[group] = proposal.likeness
    total: dict[tuple[int, int], list[int]] = {}
    for side, leaves in ((0, old), (1, new)):
        for leaf, row in best[side].items():
            least = max(row.values(), default=0) - _NEAR_THE_BEST
            for group, likeness in row.items():
                if likeness >= least:
                    key = (leaves.group[leaf], group) if side == 0 else (group, leaves.group[leaf])
                    sums = total.setdefault(key, [0, 0])
                    sums[0] += leaves.size[leaf] * likeness
                    sums[1] += leaves.size[leaf]
    return {key: likeness // size for key, (likeness, size) in total.items()}


def away(proposal: Proposal, old: Leaves, new: Leaves) -> int:
    """Return how far apart the two sides stand in their texts, in ten-thousandths of the whole."""
    return 10000 * abs(proposal.old[0] * len(new) - proposal.new[0] * len(old)) // (len(old) * len(new))


def neighbours(proposal: Proposal, partners_old: Mapping[int, Sequence[int]]) -> int:
    """Return at how many of its two ends the next leaf of the old side goes with the next of the new side."""
    first, last = min(proposal.old), max(proposal.old)
    return (min(proposal.new) - 1 in partners_old.get(first - 1, ())) + (
        max(proposal.new) + 1 in partners_old.get(last + 1, ()))
