"""Leaves that may correspond, one for one or one for several, and the reader that counts what they have in common."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.compare.leaves import Leaves
from docgen.compare.matching import common

LEAST_LIKE = 3000
"""Ten-thousandths: below it a pair is not considered at all; unrelated Vietnamese texts are at about 4800."""

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
