"""The heaviest chain of pairs in which both sides go forward: what is outside of it has moved."""

from __future__ import annotations

from collections.abc import Sequence


def heaviest_chain(pairs: Sequence[tuple[int, int, int]]) -> set[int]:
    """Return which of the pairs (old place, new place, weight), sorted by old place, form the heaviest chain.

    No place may occur twice on a side. Among chains of one weight the one found first by old place is taken.
    """
    order = sorted({new for _, new, _ in pairs})
    rank = {new: at for at, new in enumerate(order, 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(order) + 1)  # a Fenwick tree of (weight, pair) maxima
    before = [-1] * len(pairs)
    total = [0] * len(pairs)
    for place, (_, new, weight) in enumerate(pairs):
        top, at = (0, -1), rank[new] - 1
        while at:
            if best[at][0] > top[0]:
                top = best[at]
            at -= at & -at
        before[place], total[place] = top[1], top[0] + weight
        at = rank[new]
        while at < len(best):
            if total[place] > best[at][0]:
                best[at] = (total[place], place)
            at += at & -at
    chain: set[int] = set()
    place = max(range(len(pairs)), key=lambda at: (total[at], -at), default=-1)
    while place >= 0:
        chain.add(place)
        place = before[place]
    return chain
