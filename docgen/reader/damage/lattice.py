"""All readings of a stretch of words at once: which of them the words beside each other make likely.

A stretch is a row of places; each place has the word as it stands and its other readings. The share of a reading is
the sum over all ways through the stretch that use it (forward and backward sums), so that two damaged neighbours
("kiếm điếm") speak for each other too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

from docgen.reader.damage.chances import Chances


@dataclass(frozen=True, slots=True)
class Arc:
    """One reading of one or two units: from which unit to which, the keys it says, and what it costs."""

    start: int
    end: int
    keys: tuple[str, ...]
    cost: float
    as_printed: bool = False


def posteriors(arcs: Sequence[Arc], chances: Chances, left: str, right: str, ease: float = 0.0) -> list[float]:
    """Return the share, 0 to 1, of each arc among all ways from the word on the left to the word on the right.

    `ease` is taken off the cost of every reading that is not as printed.
    """
    first_place, length = min(arc.start for arc in arcs), max(arc.end for arc in arcs)
    starting: dict[int, list[int]] = {}
    ending: dict[int, list[int]] = {}
    for number, arc in enumerate(arcs):
        starting.setdefault(arc.start, []).append(number)
        ending.setdefault(arc.end, []).append(number)
    inside = [(0.0 if arc.as_printed else ease) - arc.cost + _within(arc, chances) for arc in arcs]
    forward = [0.0] * len(arcs)
    for place in range(first_place, length):
        for number in starting.get(place, ()):
            first = arcs[number].keys[0]
            forward[number] = inside[number] + (
                chances.of(left, first) if place == first_place else
                _sum([forward[other] + chances.of(arcs[other].keys[-1], first) for other in ending.get(place, ())]))
    whole = _sum([forward[number] + chances.of(arcs[number].keys[-1], right) for number in ending[length]])
    backward = [0.0] * len(arcs)
    for place in range(length, first_place, -1):
        for number in ending.get(place, ()):
            last = arcs[number].keys[-1]
            backward[number] = (
                chances.of(last, right) if place == length else
                _sum([chances.of(last, arcs[other].keys[0]) + inside[other] + backward[other]
                      for other in starting.get(place, ())]))
    return [exp(min(0.0, ahead + behind - whole)) for ahead, behind in zip(forward, backward, strict=True)]


def _within(arc: Arc, chances: Chances) -> float:
    return sum(chances.of(*pair) for pair in pairwise(arc.keys)) if len(arc.keys) > 1 else 0.0


def _sum(logs: list[float]) -> float:
    """Add chances that are given as logarithms."""
    top = max(logs, default=-1e9)
    return top + log(sum(exp(one - top) for one in logs)) if logs else top
