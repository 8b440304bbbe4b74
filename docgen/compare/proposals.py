"""What may have become of a piece of wording: one for one, one cut into several, several drawn together into one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.compare.candidates import Candidates
from docgen.compare.leaves import Leaves

LEAST_LIKE = 3000
"""Ten-thousandths: below it a pair is not considered at all; unrelated Vietnamese texts are at about 4800."""

_PART_BESIDE = 25
_PART_APART = 40
"""Per cent of a part's letters that must be found in the other side's text beyond what the first part explains:
for neighbours, and for parts that stand apart."""

_PART_WORDS = 20
"""The same in words, tried first because it is quick; by chance it is under 10."""

_SHORT_PART = 5
"""Words: what is shorter is found in any text, so it is never a part of one."""

_FIRST_PARTS = 3
"""With how many of a leaf's best candidates a second part is looked for."""

LCS_CELLS = 60_000_000
"""Letters of one leaf times letters of the other up to which they are compared letter by letter."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Old leaves and new leaves that may correspond, how alike (ten-thousandths), and the letters they have together.

    On one of the sides there is exactly one leaf.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    likeness: int
    size: int


class Reader:
    """Counts common letters and common words of leaves, each pair once."""

    def __init__(self, old: Leaves, new: Leaves) -> None:
        from rapidfuzz.distance import LCSseq

        self.old, self.new = old, new
        self._common = LCSseq.similarity
        self._letters: dict[tuple[int, int], int] = {}
        self._words: dict[tuple[int, int], int] = {}
        self.limited: set[tuple[int, int]] = set()

    def letters(self, one: int, other: int) -> int:
        """Return the letters an old and a new leaf have in common in the same order."""
        found = self._letters.get((one, other))
        if found is None:
            found = self._letters[one, other] = self.between((one,), (other,))
        return found

    def words(self, one: int, other: int) -> int:
        """Return the words an old and a new leaf have in common in the same order."""
        found = self._words.get((one, other))
        if found is None:
            found = self._words[one, other] = int(self._common(self.old.words[one], self.new.words[other]))
        return found

    def words_between(self, old: tuple[int, ...], new: tuple[int, ...]) -> int:
        """Return the common words of leaves set one after the other."""
        return int(self._common("".join([self.old.words[at] for at in old]),
                                "".join([self.new.words[at] for at in new])))

    def between(self, old: tuple[int, ...], new: tuple[int, ...]) -> int:
        """Return the common letters of leaves set one after the other; very long ones are counted by words."""
        first, second = [self.old.text[at] for at in old], [self.new.text[at] for at in new]
        one, other = " ".join(first), " ".join(second)
        if len(one) * len(other) <= LCS_CELLS:
            return int(self._common(one, other))
        self.limited.add((old[0], new[0]))
        words = sum(len(self.old.words[at]) for at in old) + sum(len(self.new.words[at]) for at in new)
        shared = self._few(old, new) if words > 2 * 60_000 else self.words_between(old, new)
        return shared * (len(one) + len(other)) // max(1, words)

    def _few(self, old: tuple[int, ...], new: tuple[int, ...]) -> int:
        """Estimate the common words of texts too long even for that: words of both, whatever their order."""
        from collections import Counter

        one = Counter("".join([self.old.words[at] for at in old]))
        return sum((one & Counter("".join([self.new.words[at] for at in new]))).values())


def proposals(old: Leaves, new: Leaves, found: tuple[Candidates, Candidates], read: Reader) -> list[Proposal]:
    """Return every proposal worth weighing, in an order that does not depend on how it was found."""
    pairs = sorted({(one, other) for one, row in enumerate(found[0].alike) for other in row}
                   | {(one, other) for other, row in enumerate(found[1].alike) for one in row})
    out: dict[tuple[tuple[int, ...], tuple[int, ...]], Proposal] = {}
    ranked_old: dict[int, list[tuple[int, int]]] = {}
    ranked_new: dict[int, list[tuple[int, int]]] = {}
    for one, other in pairs:
        size = old.size[one] + new.size[other]
        likeness = 20000 * read.letters(one, other) // size
        if likeness >= LEAST_LIKE:
            out[(one,), (other,)] = Proposal((one,), (other,), min(10000, likeness), size)
            ranked_old.setdefault(one, []).append((-likeness, other))
            ranked_new.setdefault(other, []).append((-likeness, one))
    for other in range(len(new)):
        for parts in _pairs(ranked_new.get(other, []), found[1].content[other], old):
            if proposal := _merged(old, new, parts, other, read):
                out[proposal.old, proposal.new] = proposal
    for one in range(len(old)):
        for parts in _pairs(ranked_old.get(one, []), found[0].content[one], new):
            if proposal := _split(old, new, one, parts, read):
                out[proposal.old, proposal.new] = proposal
    return list(out.values())


def _pairs(ranked: list[tuple[int, int]], content: Iterable[int], side: Leaves) -> list[tuple[int, int]]:
    """Return which two leaves to try as parts: a good candidate with one of like content, and neighbours of either."""
    first = [place for _, place in sorted(ranked)[:_FIRST_PARTS]]
    more = list(content)
    pairs = {(min(one, other), max(one, other)) for one in first for other in more if one != other}
    for place in (*first, *more):
        for left in (place - 1, place):
            if 0 <= left < len(side) - 1 and side.group[left] == side.group[left + 1]:
                pairs.add((left, left + 1))
    return sorted(pairs)


def _orders(parts: tuple[int, int]) -> Iterator[tuple[int, int]]:
    yield parts
    if parts[1] - parts[0] > 1:
        yield parts[1], parts[0]


def _merged(old: Leaves, new: Leaves, parts: tuple[int, int], into: int, read: Reader) -> Proposal | None:
    first, second = read.words(parts[0], into), read.words(parts[1], into)
    sizes = len(old.words[parts[0]]), len(old.words[parts[1]])
    if min(sizes) < _SHORT_PART or len(new.words[into]) - first < _PART_WORDS * sizes[1] // 100:
        return None  # no room left in it
    best = max((read.words_between(order, (into,)), -at, order) for at, order in enumerate(_orders(parts)))
    if 100 * (best[0] - first) < _PART_WORDS * sizes[1] or 100 * (best[0] - second) < _PART_WORDS * sizes[0]:
        return None
    both = read.between(best[2], (into,))
    share = _PART_BESIDE if parts[1] - parts[0] == 1 else _PART_APART
    if 100 * (both - read.letters(parts[0], into)) < share * old.size[parts[1]] or (
            100 * (both - read.letters(parts[1], into)) < share * old.size[parts[0]]):
        return None
    size = old.size[parts[0]] + old.size[parts[1]] + new.size[into]
    return Proposal(parts, (into,), min(10000, 20000 * both // size), size)


def _split(old: Leaves, new: Leaves, out_of: int, parts: tuple[int, int], read: Reader) -> Proposal | None:
    first, second = read.words(out_of, parts[0]), read.words(out_of, parts[1])
    sizes = len(new.words[parts[0]]), len(new.words[parts[1]])
    if min(sizes) < _SHORT_PART or len(old.words[out_of]) - first < _PART_WORDS * sizes[1] // 100:
        return None
    best = max((read.words_between((out_of,), order), -at, order) for at, order in enumerate(_orders(parts)))
    if 100 * (best[0] - first) < _PART_WORDS * sizes[1] or 100 * (best[0] - second) < _PART_WORDS * sizes[0]:
        return None
    both = read.between((out_of,), best[2])
    share = _PART_BESIDE if parts[1] - parts[0] == 1 else _PART_APART
    if 100 * (both - read.letters(out_of, parts[0])) < share * new.size[parts[1]] or (
            100 * (both - read.letters(out_of, parts[1])) < share * new.size[parts[0]]):
        return None
    size = old.size[out_of] + new.size[parts[0]] + new.size[parts[1]]
    return Proposal((out_of,), parts, min(10000, 20000 * both // size), size)
