"""Which provisions correspond, by their words: first draft."""

from __future__ import annotations

import math
from collections import Counter

from docgen.compare.matching import common, encoded
from docgen.compare.units import Units

Edge = tuple[int, int]


def align(old: Units, new: Units) -> dict[Edge, int]:
    """Return pairs of places whose words correspond."""
    grams = [[Counter([*u.words, *zip(u.words, u.words[1:], strict=False)]) for u in side.items] for side in (old, new)]
    df: Counter[object] = Counter()
    for side in grams:
        for bag in side:
            df.update(bag.keys())
    total = sum(len(side) for side in grams)
    idf = {gram: round(100 * math.log(1 + total / count)) for gram, count in df.items()}
    size = [[sum(idf[g] for g in bag) for bag in side] for side in grams]
    index: dict[object, list[int]] = {}
    for place, bag in enumerate(grams[1]):
        for gram in bag:
            index.setdefault(gram, []).append(place)
    scored = []
    for place, bag in enumerate(grams[0]):
        shared: Counter[int] = Counter()
        for gram in bag:
            for to in index.get(gram, ()):
                shared[to] += idf[gram]
        for to, weight in shared.items():
            if (old.items[place].zone == "basis") != (new.items[to].zone == "basis"):
                continue
            dice = 2000 * weight // max(1, size[0][place] + size[1][to])
            same = old.items[place].address == new.items[to].address
            if dice >= 250:
                scored.append((-dice, not same, abs(place - to), place, to))
    scored.sort()
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    edges = {}
    for *_, place, to in scored:
        if place not in taken_old and to not in taken_new:
            taken_old.add(place)
            taken_new.add(to)
            edges[place, to] = common(*encoded(old.items[place].words, new.items[to].words))
    return edges
