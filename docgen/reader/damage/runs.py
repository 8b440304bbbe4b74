"""A run of words that are not settled: their readings, weighed together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.reader.damage.chances import Chances
from docgen.reader.damage.lattice import Arc, posteriors

_NOTHING = 1e-5
"""A reading with a smaller share is dropped."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One reading and its share."""

    arc: Arc
    share: float


class Run:
    """A run of unsettled words between two settled ones; what stands beyond those cannot change it."""

    def __init__(self, left: str, right: str, arcs: list[Arc]) -> None:
        self._left, self._right = left, right
        self._arcs = arcs
        self._shares: list[float] = []

    def weigh(self, ease: float, chances: Chances) -> float:
        """Work out the shares; readings that have none are dropped. Return how many words that makes damaged."""
        shares = posteriors(self._arcs, chances, self._left, self._right, ease)
        kept = [number for number, share in enumerate(shares) if share >= _NOTHING or self._arcs[number].as_printed]
        self._arcs = [self._arcs[number] for number in kept]
        self._shares = [shares[number] for number in kept]
        return sum(share for arc, share in zip(self._arcs, self._shares, strict=True) if not arc.as_printed)

    def words(self) -> Iterator[tuple[Weighed, list[Weighed]]]:
        """Yield each word as printed, and its other readings, the likeliest first."""
        weighed = [Weighed(arc, share) for arc, share in zip(self._arcs, self._shares, strict=True)]
        for own in weighed:
            if own.arc.as_printed:
                others = [one for one in weighed if one.arc.start == own.arc.start and not one.arc.as_printed]
                yield own, sorted(others, key=lambda one: (-one.share, one.arc.keys))
