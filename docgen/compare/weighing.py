"""What may have become of a piece of wording: one for one, one cut into several, several drawn together into one."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.compare.leaves import Leaves
from docgen.compare.parts import Parts
from docgen.compare.proposals import LEAST_LIKE, Proposal, Reader

_FIRST_PARTS = 3
"""With how many of a leaf's best candidates a second part is looked for."""

Found = Mapping[int, tuple[tuple[int, ...], tuple[int, ...]]]
"""For each leaf of a side the most alike of the other, and those that may be a part of it or it of them."""


def proposals(old: Leaves, new: Leaves, found: tuple[Found, Found], same: set[tuple[int, int]],
              read: Reader) -> list[Proposal]:
    """Return every proposal worth weighing, in an order that does not depend on how it was found.

    `same` are leaves that say the same and stand several times; they are weighed whatever the index found.
    """
    pairs = sorted({(one, other) for one, (row, _) in found[0].items() for other in row}
                   | {(one, other) for other, (row, _) in found[1].items() for one in row} | same)
    out: list[Proposal] = []
    ranked: tuple[dict[int, list[tuple[int, int]]], dict[int, list[tuple[int, int]]]] = ({}, {})
    for one, other in pairs:
        size = old.size[one] + new.size[other]
        likeness = 10000 if old.words[one] == new.words[other] else min(
            10000, 20000 * read.letters(one, other) // size)
        if likeness >= LEAST_LIKE:
            out.append(Proposal((one,), (other,), likeness, size))
            ranked[0].setdefault(one, []).append((-likeness, other))
            ranked[1].setdefault(other, []).append((-likeness, one))
    for side, (whole, part) in enumerate(((old, new), (new, old))):
        parts = Parts(whole, part, found[1 - side].keys(), read, turned=side == 1)
        for leaf, (_, content) in found[side].items():
            first = [place for _, place in sorted(ranked[side].get(leaf, ()))[:_FIRST_PARTS]]
            out += parts.proposals(leaf, first, content)
    return out
