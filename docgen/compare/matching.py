"""Two sequences of words: which runs both have, in the same order. Exact where they are short, anchored where long."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EXACT_CELLS = 4_000_000
"""Up to this many cells (old words times new words) the longest common subsequence is taken as it is."""

GAP_CELLS = 200_000_000
"""Between two anchors; above it the stretch is left without a match and the place is named in `limited`."""

_RUN = 3
"""Words in a row that must stand once on either side to be an anchor."""

FIRST, _LAST = 0x10000, 0x10FFFF
"""Words become these characters, so that the library compares plain strings."""


class Match(NamedTuple):
    """A run of `size` words that stands at `old` on one side and at `new` on the other."""

    old: int
    new: int
    size: int


class Alphabet:
    """One character for each different word, the same throughout a comparison."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def spell(self, words: Sequence[str]) -> str:
        """Return a list of words as a string."""
        letters = self._letters
        try:
            return "".join([letters[word] for word in words])
        except KeyError:
            for word in words:
                if word not in letters:
                    letters[word] = chr(min(FIRST + len(letters), _LAST))
            return "".join([letters[word] for word in words])

    @property
    def is_full(self) -> bool:
        """Tell whether there were more words than characters: the last ones then share one."""
        return len(self._letters) > _LAST - FIRST


def encoded(*sides: Sequence[str]) -> list[str]:
    """Return each side as a string with one character for each different word."""
    alphabet = Alphabet()
    return [alphabet.spell(side) for side in sides]


def match(old: Sequence[str], new: Sequence[str], alphabet: Alphabet) -> tuple[list[Match], bool]:
    """Return the common runs of two word lists, and whether a budget left a stretch unmatched.

    Where several are equally long it is the same one whichever list is called the old one.
    """
    if old > new:  # type: ignore[operator]
        runs, limited = match(new, old, alphabet)
        return [Match(run.new, run.old, run.size) for run in runs], limited
    one, other = alphabet.spell(old), alphabet.spell(new)
    if alphabet.is_full:
        return [], True
    return (_exact(one, other), False) if len(one) * len(other) <= EXACT_CELLS else anchored(one, other)


def anchored(old: str, new: str) -> tuple[list[Match], bool]:
    """Return the common runs of two long sides: runs that stand once on either, and what is exact between them."""
    limited = False
    runs: list[Match] = []
    at, to = 0, 0
    for old_at, new_at, size in (*_anchors(old, new), (len(old), len(new), 0)):
        late = max(at - old_at, to - new_at, 0)
        if late >= size > 0:
            continue
        if (old_at + late - at) * (new_at + late - to) > GAP_CELLS:
            limited = True
        else:
            for run in _exact(old[at:old_at + late], new[to:new_at + late]):
                _add(runs, at + run.old, to + run.new, run.size)
        if size:
            _add(runs, old_at + late, new_at + late, size - late)
            at, to = old_at + size, new_at + size
    return runs, limited


def common(old: str, new: str) -> int:
    """Return how many words two encoded sides have in common in the same order; of very long ones those found."""
    if len(old) * len(new) <= GAP_CELLS:
        return int(_lcs().similarity(old, new))
    return sum(run.size for run in anchored(old, new)[0])


def _exact(old: str, new: str) -> list[Match]:
    if not old or not new:
        return []
    return [Match(block.a, block.b, block.size) for block in _lcs().opcodes(old, new).as_matching_blocks()
            if block.size]


@cache
def _lcs() -> ModuleType:
    """Return the library, loaded when it is first needed."""
    from rapidfuzz.distance import LCSseq

    return LCSseq


def _add(runs: list[Match], old: int, new: int, size: int) -> None:
    if runs and runs[-1].old + runs[-1].size == old and runs[-1].new + runs[-1].size == new:
        last = runs.pop()
        old, new, size = last.old, last.new, last.size + size
    runs.append(Match(old, new, size))


def _anchors(old: str, new: str) -> list[tuple[int, int, int]]:
    """Return where runs that stand once on either side meet, as the longest chain in which both sides go forward."""
    import numpy as np

    one, one_at = _standing_once(old)
    other, other_at = _standing_once(new)
    _, first, second = np.intersect1d(one, other, assume_unique=True, return_indices=True)
    order = np.argsort(one_at[first])
    to_of = other_at[second][order].tolist()
    at_of = one_at[first][order].tolist()
    ends: list[int] = []
    ends_at: list[int] = []
    before = []
    for place, to in enumerate(to_of):
        slot = bisect_left(ends, to)
        if slot == len(ends):
            ends.append(to)
            ends_at.append(place)
        else:
            ends[slot], ends_at[slot] = to, place
        before.append(ends_at[slot - 1] if slot else -1)
    chain: list[tuple[int, int, int]] = []
    place = ends_at[-1] if ends_at else -1
    while place >= 0:
        chain.append((at_of[place], to_of[place], _RUN))
        place = before[place]
    return chain[::-1]


def _standing_once(side: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the runs of three words that stand once, as one exact number each, and where they begin."""
    import numpy as np

    words = np.frombuffer(side.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    runs = words[:-2] - FIRST << 42 | words[1:-1] - FIRST << 21 | words[2:] - FIRST
    order = np.argsort(runs, kind="stable")
    if not len(order):
        return runs, order
    runs = runs[order]
    differs = np.concatenate(([True], runs[1:] != runs[:-1], [True]))
    alone = differs[1:] & differs[:-1]
    return runs[alone], order[alone]
