"""Which leaves may correspond at all: those that share rare words and pairs of words, found by an inverted index.

Weights are whole numbers (logarithms rounded to thousandths, of which sums are exact) and ties are decided by place, so
that the same texts give the same list everywhere, whatever stands underneath numpy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from docgen.compare.matching import FIRST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

BY_LIKENESS = 6
"""How many candidates each leaf gets by how much the two share of what both say."""

BY_CONTENT = 4
"""How many it gets of those that may be a part of it, or it a part of them."""

_FREQUENT = 300
"""In long texts a gram that stands in more leaves than this says too little to be followed."""

_FOLLOWED = 5
"""One part in so many of a leaf's weight must be left to follow, else it is named as looked at only in part."""

_SHORT = 600
"""Up to so many leaves on a side every gram is followed."""

_CELLS = 2_000_000
"""Old leaves times new leaves looked at in one go: bounds the memory, not the result."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """For every leaf of one side the leaves of the other: the most alike, and those it may contain or be part of."""

    alike: tuple[tuple[int, ...], ...]
    content: tuple[tuple[int, ...], ...]
    thin: frozenset[int] = frozenset()
    """Leaves of which nearly all is said too often in a long text to be followed; one may have a partner unseen."""

    def of(self, here: Sequence[int], there: Sequence[int]) -> Mapping[int, tuple[tuple[int, ...], tuple[int, ...]]]:
        """Return both lists of each leaf, by the names the leaves have here and there."""
        return {leaf: (tuple([there[at] for at in alike]), tuple([there[at] for at in content]))
                for leaf, alike, content in zip(here, self.alike, self.content, strict=True)}


def candidates(old: Sequence[str], new: Sequence[str]) -> tuple[Candidates, Candidates]:
    """Return the candidates of both sides; a leaf is a string with one character for each word."""
    import numpy as np

    if not old or not new:
        return (Candidates(((),) * len(old), ((),) * len(old)), Candidates(((),) * len(new), ((),) * len(new)))
    longer = max(len(old), len(new)) > _SHORT
    one, other = _grams(old, longer), _grams(new, longer)
    grams, inverse = np.unique(np.concatenate((one[1], other[1])), return_inverse=True)
    one, other = _distinct(one[0], inverse[:len(one[1])], len(grams)), _distinct(
        other[0], inverse[len(one[1]):], len(grams))
    count = np.bincount(one[1], minlength=len(grams)) + np.bincount(other[1], minlength=len(grams))
    total = len(old) + len(new)
    weight_of = np.array([0] + [round(1000 * log(1 + total / often)) for often in range(1, int(count.max()) + 1)])
    weight = weight_of[count]
    sizes = tuple(np.maximum(1, np.bincount(leaf, weights=weight[gram], minlength=length).astype(np.int64))
                  for (leaf, gram), length in ((one, len(old)), (other, len(new))))
    thin: tuple[frozenset[int], ...] = (frozenset(), frozenset())
    if longer:
        one, other = _rare(one, count), _rare(other, count)
        thin = tuple(frozenset(np.flatnonzero(
            _FOLLOWED * np.bincount(leaf, weights=weight[gram], minlength=len(size)) < size).tolist())
            for (leaf, gram), size in zip((one, other), sizes, strict=True))
    return (Candidates(*_best(one, other, weight, sizes[0], sizes[1]), thin[0]),
            Candidates(*_best(other, one, weight, sizes[1], sizes[0]), thin[1]))


def _grams(side: Sequence[str], longer: bool) -> tuple[Numbers, Numbers]:
    """Return leaf and gram of every word and every pair of neighbouring words, in long texts of three words too."""
    import numpy as np

    lengths = np.array([len(leaf) for leaf in side])
    words = np.frombuffer("".join(side).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    leaf = np.repeat(np.arange(len(side)), lengths)
    together = leaf[:-1] == leaf[1:]
    double = (words[:-1] << 21 | words[1:])[together]
    leaves, grams = [leaf, leaf[:-1][together]], [words, double]
    if longer:
        three = together[:-1] & together[1:]
        leaves.append(leaf[:-2][three])
        grams.append((words[:-2] - FIRST << 42 | words[1:-1] - FIRST << 21 | words[2:] - FIRST | 1 << 62)[three])
    return np.concatenate(leaves), np.concatenate(grams)


def _distinct(leaf: Numbers, gram: Numbers, grams: int) -> tuple[Numbers, Numbers]:
    import numpy as np

    keys = np.sort(leaf * grams + gram)
    keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))]
    return keys // grams, keys % grams


def _rare(side: tuple[Numbers, Numbers], count: Numbers) -> tuple[Numbers, Numbers]:
    kept = count[side[1]] <= _FREQUENT
    return side[0][kept], side[1][kept]


def _best(one: tuple[Numbers, Numbers], other: tuple[Numbers, Numbers], weight: Numbers, size: Numbers,
          size_other: Numbers) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
    """Return for each leaf of one side the best of the other, by likeness and by content."""
    import numpy as np

    leaf, gram = one
    order = np.argsort(other[1], kind="stable")
    listed, start = other[0][order], np.searchsorted(other[1][order], np.arange(len(weight) + 1))
    first = np.searchsorted(leaf, np.arange(len(size) + 1))
    rows = max(1, _CELLS // len(size_other))
    places = np.arange(len(size_other))
    alike: list[tuple[int, ...]] = []
    content: list[tuple[int, ...]] = []
    for low in range(0, len(size), rows):
        high = min(low + rows, len(size))
        here, grams = leaf[first[low]:first[high]], gram[first[low]:first[high]]
        often = start[grams + 1] - start[grams]
        ends = np.cumsum(often)
        at = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - often, often) + np.repeat(
            start[grams], often)
        cells = np.repeat(here - low, often) * len(size_other) + listed[at]
        shared = np.bincount(cells, weights=np.repeat(weight[grams], often), minlength=(high - low) * len(size_other))
        table = shared.astype(np.int64).reshape(high - low, len(size_other))
        own = size[low:high, None]
        away = np.abs(places[None] * len(size) - np.arange(low, high)[:, None] * len(size_other)) // len(size)
        alike += _top(2000 * table // (own + size_other[None]), away, BY_LIKENESS, 100)
        content += _top(1000 * table // np.minimum(own, size_other[None]), away, BY_CONTENT, 150)
    return tuple(alike), tuple(content)


def _top(score: Numbers, away: Numbers, many: int, least: int) -> list[tuple[int, ...]]:
    """Return the columns with the highest scores of each row; of equal ones the nearest, then the first."""
    import numpy as np

    columns = score.shape[1]
    key = (score * (1 << 24) + ((1 << 24) - 1 - np.minimum(away, (1 << 24) - 1))) * (1 << 24) + (
        (1 << 24) - 1 - np.arange(columns))
    many = min(many, columns)
    best = -np.sort(np.partition(-key, many - 1, axis=1)[:, :many], axis=1)
    enough = np.count_nonzero(best >= least << 48, axis=1).tolist()
    chosen = ((1 << 24) - 1 - (best & ((1 << 24) - 1))).tolist()
    return [tuple(row[:count]) for row, count in zip(chosen, enough, strict=True)]
