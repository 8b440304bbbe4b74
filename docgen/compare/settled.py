"""What somebody has reviewed: correspondences that are taken as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.compare.units import Units
from docgen.errors import NotPossible
from docgen.messages import say

Edge = tuple[int, int]
"""The places of an old and a new provision that correspond."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Pairs to be taken as they are; the places in `old` and `new` get no other partner."""

    pairs: frozenset[Edge] = frozenset()
    old: frozenset[int] = frozenset()
    new: frozenset[int] = frozenset()

    def turned(self) -> Settled:
        """Return the same with old and new exchanged."""
        return Settled(frozenset((other, one) for one, other in self.pairs), self.new, self.old)

    def allows(self, edge: Edge) -> bool:
        """Tell whether a pair may be made beside what is settled."""
        return edge in self.pairs or (edge[0] not in self.old and edge[1] not in self.new)


def settle(old: Units, new: Units, known: Sequence[tuple[str, str]]) -> Settled:
    """Return reviewed pairs of addresses as places; an empty address says that the other one has no counterpart."""
    pairs, of_old, of_new = set(), set(), set()
    for one, other in known:
        if one:
            of_old.add(_place(old, one))
        if other:
            of_new.add(_place(new, other))
        if one and other:
            pairs.add((_place(old, one), _place(new, other)))
    return Settled(frozenset(pairs), frozenset(of_old), frozenset(of_new))


def _place(side: Units, address: str) -> int:
    if address not in side.place_of:
        raise NotPossible(
            say("A reviewed correspondence names {address}, which {edition} does not have.", address=address,
                edition=side.side.edition or "-"),
            say("Correct the file of correspondences, or compare without it."))
    return side.place_of[address]
