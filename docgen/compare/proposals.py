"""What may have become of a piece of wording: one for one, one cut into several, several drawn together into one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docgen.compare.leaves import Leaves
from docgen.compare.matching import common

LEAST_LIKE = 3000
"""Ten-thousandths: below it a pair is not considered at all; unrelated Vietnamese texts are at about 4800."""

_PART_BESIDE = 25
_PART_APART = 40
"""Per cent of a part's letters that must be found in the other side's text beyond what the first part explains:
for neighbours, and for parts that stand apart."""

_PART_WORDS = 20
"""The same in words, tried first because it is quick; by chance it is under 10."""

_PART_ALONE = 35
"""Per cent of a part's words that must be found in the whole at all."""

_SHORT_PART = 5
"""Words: what is shorter is found in any text, so it is never a part of one."""

_FIRST_PARTS = 3
"""With how many of a leaf's best candidates a second part is looked for."""

LCS_CELLS = 100_000_000
"""Letters of one leaf times letters of the other up to which they are compared letter by letter."""


@dataclass(frozen=True, slots=True, eq=False)
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
        self.old, self.new = old, new
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
            found = self._words[one, other] = common(self.old.words[one], self.new.words[other])
        return found

    def between(self, old: tuple[int, ...], new: tuple[int, ...]) -> int:
        """Return the common letters of leaves set one after the other; very long ones are counted by words."""
        one, other = " ".join([self.old.text[at] for at in old]), " ".join([self.new.text[at] for at in new])
        if len(one) * len(other) <= LCS_CELLS:
            return common(one, other)
        self.limited.add((old[0], new[0]))
        first, second = ("".join([side.words[at] for at in leaves])
                         for side, leaves in ((self.old, old), (self.new, new)))
        return common(first, second) * (len(one) + len(other)) // max(1, len(first) + len(second))


Found = Mapping[int, tuple[tuple[int, ...], tuple[int, ...]]]
"""For each leaf of a side the most alike of the other, and those that may be a part of it or it of them."""


def proposals(old: Leaves, new: Leaves, found: tuple[Found, Found], same: set[tuple[int, int]],
              read: Reader) -> list[Proposal]:
    """Return every proposal worth weighing, in an order that does not depend on how it was found.

    `same` are leaves that say the same and stand several times; they are weighed whatever the index found.
    """
    pairs = sorted({(one, other) for one, (row, _) in found[0].items() for other in row}
                   | {(one, other) for other, (row, _) in found[1].items() for one in row} | same)
    out: list[Proposal] = []
    ranked: tuple[dict[int, list[tuple[int, int]]], dict[int, list[tuple[int, int]]]] = ({}, {})
    for one, other in pairs:
        size = old.size[one] + new.size[other]
        likeness = 10000 if old.words[one] == new.words[other] else min(
            10000, 20000 * read.letters(one, other) // size)
        if likeness >= LEAST_LIKE:
            out.append(Proposal((one,), (other,), likeness, size))
            ranked[0].setdefault(one, []).append((-likeness, other))
            ranked[1].setdefault(other, []).append((-likeness, one))
    for side, (whole, part) in enumerate(((old, new), (new, old))):
        of = _Parts(whole, part, read, turned=side == 1)
        for leaf, (_, content) in found[side].items():
            first = [place for _, place in sorted(ranked[side].get(leaf, ()))[:_FIRST_PARTS]]
            out += of.proposals(leaf, first, content)
    return out


class _Parts:
    """The search for leaves that one leaf of the other side was cut into, or was drawn together from."""

    def __init__(self, whole: Leaves, part: Leaves, read: Reader, *, turned: bool) -> None:
        self.whole, self.part, self.read, self.turned = whole, part, read, turned

    def proposals(self, leaf: int, first: list[int], content: Iterable[int]) -> Iterator[Proposal]:
        """Return the pairs of parts that together explain a leaf better than either does."""
        more = list(content)
        found = {part: words for part in {*first, *more} if (words := self._found(leaf, part))}
        pairs = {(one, other) if one < other else (other, one) for one in first for other in more
                 if one != other and one in found and other in found}
        group = self.part.group
        for place in list(found):
            for beside in (place - 1, place + 1):
                if 0 <= beside < len(group) and group[beside] == group[place]:
                    if beside not in found:
                        found[beside] = self._found(leaf, beside)
                    if found[beside]:
                        pairs.add((min(place, beside), max(place, beside)))
        for parts in sorted(pairs):
            if proposal := self._proposal(leaf, parts, (found[parts[0]], found[parts[1]])):
                yield proposal

    def _found(self, leaf: int, part: int) -> int:
        """Return how many words of a part the leaf has, none if they are too few to be a part of it."""
        size = len(self.part.words[part])
        if size < _SHORT_PART:
            return 0
        words = self._words(leaf, part)
        return words if 100 * words >= _PART_ALONE * size else 0

    def _proposal(self, leaf: int, parts: tuple[int, int], found: tuple[int, int]) -> Proposal | None:
        words = len(self.part.words[parts[0]]), len(self.part.words[parts[1]])
        least = max(100 * found[0] + _PART_WORDS * words[1], 100 * found[1] + _PART_WORDS * words[0])
        if 100 * min(len(self.whole.words[leaf]), sum(found)) < least:
            return None
        beside = parts[1] - parts[0] == 1
        both, order = self._words_of(leaf, parts), parts
        if not beside:
            turned = parts[1], parts[0]
            both, order = max((both, order), (self._words_of(leaf, turned), turned))
        if 100 * both < least:
            return None
        letters = self.read.between(order, (leaf,)) if self.turned else self.read.between((leaf,), order)
        share = _PART_BESIDE if beside else _PART_APART
        if any(100 * (letters - self._letters(leaf, one)) < share * self.part.size[other]
               for one, other in (parts, (parts[1], parts[0]))):
            return None
        size = self.whole.size[leaf] + self.part.size[parts[0]] + self.part.size[parts[1]]
        likeness = min(10000, 20000 * letters // size)
        if likeness < LEAST_LIKE:
            return None
        return Proposal(parts, (leaf,), likeness, size) if self.turned else Proposal((leaf,), parts, likeness, size)

    def _words(self, leaf: int, part: int) -> int:
        return self.read.words(part, leaf) if self.turned else self.read.words(leaf, part)

    def _letters(self, leaf: int, part: int) -> int:
        return self.read.letters(part, leaf) if self.turned else self.read.letters(leaf, part)

    def _words_of(self, leaf: int, order: tuple[int, int]) -> int:
        return common(self.whole.words[leaf], self.part.words[order[0]] + self.part.words[order[1]])
