"""Two regulations into one Comparison: which provisions correspond, what happened to them, and the words between."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.compare.align import NOWHERE, align
from docgen.compare.comparison import Comparison
from docgen.compare.lifting import lifted, sizes
from docgen.compare.rows import rows
from docgen.compare.settled import Edge, Settled, settle
from docgen.compare.units import Units, units
from docgen.model.tree import Regulation


def compare(old: Regulation, new: Regulation, known: Sequence[tuple[str, str]] = ()) -> Comparison:
    """Say what became of every provision of the old text in the new one, and which of the new are new.

    `known` are reviewed correspondences (old address, new address); they are taken as they are. An empty address says
    that the other one has no counterpart.
    """
    read: dict[str, tuple[str, ...]] = {}
    one, other = units(old, read), units(new, read)
    settled = settle(one, other, known)
    if not known and _same_words(one, other):
        same = {(unit.place, unit.place): size for unit, size in zip(one.items, sizes(one), strict=True)}
        return Comparison(rows=rows(one, other, same, settled, []), old=one.side, new=other.side)
    edges, limits = _correspondences(one, other, settled)
    limited = [" - ".join(side.items[place].address for side, place in ((one, edge[0]), (other, edge[1]))
                          if place != NOWHERE) for edge in limits]
    found = rows(one, other, edges, settled, limited)
    return Comparison(rows=found, old=one.side, new=other.side, limited=tuple(dict.fromkeys(limited)))


def _correspondences(old: Units, new: Units, settled: Settled) -> tuple[dict[Edge, int], tuple[Edge, ...]]:
    """Return all pairs and where a budget bit; the same pairs whichever of the two texts is called the old one.

    Ties are decided by place, which is not the same in both directions: so one direction is always taken.
    """
    if _key(old) > _key(new):
        edges, limits = _correspondences(new, old, settled.turned())
        return {(one, other): words for (other, one), words in edges.items()}, tuple(
            (one, other) for other, one in limits)
    aligned = align(old, new, settled)
    return lifted(old, new, aligned.shared, settled), aligned.limited


def _key(side: Units) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    return [(unit.words, unit.title, unit.address) for unit in side.items]


def _same_words(old: Units, new: Units) -> bool:
    """Tell whether both texts have the same provisions with the same words: then each is its own counterpart."""
    return len(old.items) == len(new.items) and all(
        (one.address, one.words, one.title) == (other.address, other.words, other.title)
        for one, other in zip(old.items, new.items, strict=True))
