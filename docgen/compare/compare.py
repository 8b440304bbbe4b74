"""Two regulations into one Comparison: which provisions correspond, what happened to them, and the words between."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.compare.align import align
from docgen.compare.comparison import Comparison
from docgen.compare.lifting import lifted
from docgen.compare.rows import rows
from docgen.compare.settled import settle
from docgen.compare.units import units
from docgen.model.tree import Regulation


def compare(old: Regulation, new: Regulation, known: Sequence[tuple[str, str]] = ()) -> Comparison:
    """Say what became of every provision of the old text in the new one, and which of the new are new.

    `known` are reviewed correspondences (old address, new address); they are taken as they are. An empty address says
    that the other one has no counterpart.
    """
    one, other = units(old), units(new)
    settled = settle(one, other, known)
    aligned = align(one, other, settled)
    limited = [f"{one.items[place].address} - {other.items[to].address}" for place, to in aligned.limited]
    found = rows(one, other, lifted(one, other, aligned.shared, settled), settled, limited)
    return Comparison(rows=found, old=one.side, new=other.side, limited=tuple(dict.fromkeys(limited)))
