"""Which runs of words two printed papers keep in place: the heaviest chain of common runs that never cross.

What is left of a common run that crosses the chain has moved, or counts as taken out and put in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"\s*\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """`length` letters that are alike from `old` on in one text and from `new` on in the other."""

    old: int
    new: int
    length: int

    def cut(self, old_end: int, new_end: int) -> Run:
        """Return the run without what lies behind these two places."""
        return Run(self.old, self.new, min(self.length, old_end - self.old, new_end - self.new))


def joined(runs: Iterable[Run]) -> list[Run]:
    """Put together runs that follow each other without a break in both texts."""
    found: list[Run] = []
    for run in sorted(runs, key=lambda one: (one.old, one.new)):
        if found and found[-1].old + found[-1].length == run.old and found[-1].new + found[-1].length == run.new:
            found[-1] = Run(found[-1].old, found[-1].new, found[-1].length + run.length)
        elif run.length > 0:
            found.append(run)
    return found


def by_word(run: Run, text: str) -> list[Run]:
    """Take a run apart word by word, so that another run may have a part of it."""
    return [Run(run.old + match.start(), run.new + match.start(), match.end() - match.start())
            for match in _WORD.finditer(text, 0)]


def heaviest_chain(runs: Sequence[Run]) -> list[Run]:
    """Return the chain of the most letters in which every run lies behind the one before it in both texts."""
    if _is_chain(runs):
        return list(runs)
    ordered = sorted(runs, key=lambda run: (run.old, run.new, run.length))
    ends = sorted({run.new + run.length for run in ordered})
    tree = _Best(len(ends))
    weights = [0] * len(ordered)
    before = [-1] * len(ordered)
    waiting = sorted(range(len(ordered)), key=lambda place: ordered[place].old + ordered[place].length)
    entered = 0
    for place, run in enumerate(ordered):
        while entered < len(waiting):
            other = waiting[entered]
            if ordered[other].old + ordered[other].length > run.old:
                break
            tree.put(bisect_right(ends, ordered[other].new + ordered[other].length), weights[other], other)
            entered += 1
        weight, last = tree.best(bisect_right(ends, run.new))
        weights[place], before[place] = weight + run.length, last
    place = max(range(len(ordered)), key=lambda one: (weights[one], -one), default=-1)
    chain: list[Run] = []
    while place >= 0:
        chain.append(ordered[place])
        place = before[place]
    return chain[::-1]


def _is_chain(runs: Sequence[Run]) -> bool:
    return all(one.old + one.length <= other.old and one.new + one.length <= other.new
               for one, other in pairwise(runs))


class _Best:
    """The heaviest entry among the first so many places; of equal weights the one put in first."""

    def __init__(self, size: int) -> None:
        self._best: list[tuple[int, int]] = [(0, 1)] * (size + 1)  # weight, minus the entry; 1 means none

    def put(self, place: int, weight: int, entry: int) -> None:
        while place < len(self._best):
            self._best[place] = max(self._best[place], (weight, -entry))
            place += place & -place

    def best(self, place: int) -> tuple[int, int]:
        found = (0, 1)
        while place > 0:
            found = max(found, self._best[place])
            place -= place & -place
        return (found[0], -found[1]) if found[1] <= 0 else (0, -1)
