"""Two sequences of words: which runs both have, in the same order. Exact where they are short, anchored where long."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

EXACT_CELLS = 4_000_000
"""Up to this many cells (old words times new words) the longest common subsequence is taken as it is."""

GAP_CELLS = 200_000_000
"""Between two anchors; above it the stretch is left without a match and the place is named in `limited`."""

_RUN = 3
"""Words in a row that must stand once on either side to be an anchor."""

_FIRST = 0x10000
"""Word numbers become characters from here on, so that the library compares plain strings."""


@dataclass(frozen=True, slots=True)
class Match:
    """A run of `size` words that stands at `old` on one side and at `new` on the other."""

    old: int
    new: int
    size: int


def encoded(*sides: Sequence[str]) -> list[str]:
    """Return each side as a string with one character for each different word."""
    numbers: dict[str, str] = {}
    out = []
    for side in sides:
        for word in side:
            if word not in numbers:
                numbers[word] = chr(_FIRST + len(numbers))
        out.append("".join([numbers[word] for word in side]))
    return out


def match(old: Sequence[str], new: Sequence[str]) -> tuple[list[Match], bool]:
    """Return the common runs of two word lists, and whether a budget left a stretch unmatched.

    Where several are equally long it is the same one whichever list is called the old one.
    """
    if list(old) > list(new):
        runs, limited = match(new, old)
        return [Match(run.new, run.old, run.size) for run in runs], limited
    limited = False
    runs = []
    if len(set(old)) + len(set(new)) > 0x10FFFF - _FIRST:
        return runs, True  # more different words than there are characters
    one, other = encoded(old, new)
    if len(old) * len(new) <= EXACT_CELLS:
        _exact(one, other, 0, 0, runs)
        return runs, False
    at, to = 0, 0
    for old_at, new_at in (*_anchors(one, other), (len(one), len(other))):
        late = max(at - old_at, to - new_at, 0)
        if late >= _RUN and old_at < len(one):
            continue
        old_end, new_end = old_at + late, new_at + late
        if old_at == len(one):
            old_end, new_end = old_at, new_at
        if (old_end - at) * (new_end - to) > GAP_CELLS:
            limited = True
        else:
            _exact(one[at:old_end], other[to:new_end], at, to, runs)
        if old_at < len(one):
            _add(runs, old_end, new_end, _RUN - late)
            at, to = old_at + _RUN, new_at + _RUN
    return runs, limited


def common(old: str, new: str) -> int:
    """Return how many words two encoded sides have in common in the same order."""
    from rapidfuzz.distance import LCSseq

    return int(LCSseq.similarity(old, new))


def _exact(old: str, new: str, old_from: int, new_from: int, runs: list[Match]) -> None:
    if not old or not new:
        return
    from rapidfuzz.distance import LCSseq

    for block in LCSseq.opcodes(old, new).as_matching_blocks():
        if block.size:
            _add(runs, old_from + block.a, new_from + block.b, block.size)


def _add(runs: list[Match], old: int, new: int, size: int) -> None:
    if runs and runs[-1].old + runs[-1].size == old and runs[-1].new + runs[-1].size == new:
        last = runs.pop()
        old, new, size = last.old, last.new, last.size + size
    runs.append(Match(old, new, size))


def _anchors(old: str, new: str) -> list[tuple[int, int]]:
    """Return where runs that stand once on either side meet, as the longest chain in which both sides go forward."""
    once_old, once_new = _standing_once(old), _standing_once(new)
    pairs = [(at, once_new[run]) for run, at in once_old.items() if run in once_new]
    pairs.sort()
    ends: list[int] = []
    ends_at: list[int] = []
    before = [-1] * len(pairs)
    for place, (_, to) in enumerate(pairs):
        slot = bisect_left(ends, to)
        if slot == len(ends):
            ends.append(to)
            ends_at.append(place)
        else:
            ends[slot], ends_at[slot] = to, place
        before[place] = ends_at[slot - 1] if slot else -1
    chain: list[tuple[int, int]] = []
    place = ends_at[-1] if ends_at else -1
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    return chain[::-1]


def _standing_once(side: str) -> dict[str, int]:
    seen: dict[str, int] = {}
    for at in range(len(side) - _RUN + 1):
        run = side[at:at + _RUN]
        seen[run] = -1 if run in seen else at
    return {run: at for run, at in seen.items() if at >= 0}
