"""Which leaves one leaf of the other side was cut into, or was drawn together from: two of them first, then more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from docgen.compare.leaves import Leaves
from docgen.compare.matching import common
from docgen.compare.proposals import LEAST_LIKE, Proposal, Reader

_BESIDE = 25
_APART = 40
"""Per cent of a part's letters that must be found in the whole beyond what the other parts explain: for neighbours,
and for parts that stand apart."""

_WORDS = 20
"""The same in words, tried first because it is quick; by chance it is under 10."""

_ALONE = 35
"""Per cent of a part's words that must be found in the whole at all."""

_SHORT = 5
"""Words: what is shorter is found in any text, so it is never a part of one."""

_MOST = 500
"""Parts of one leaf: bounds the work; a list that was drawn together into running text is shorter."""


class _Order(NamedTuple):
    """Parts as they stand in the whole, and the words and letters of it they explain one after the other."""

    letters: int
    words: int
    parts: tuple[int, ...]


class Parts:
    """The search, with `whole` on one side and its parts among the `free` leaves of the other."""

    def __init__(self, whole: Leaves, part: Leaves, free: Collection[int], read: Reader, *, turned: bool) -> None:
        self.whole, self.part, self.free, self.read, self.turned = whole, part, free, read, turned

    def proposals(self, leaf: int, first: list[int], content: Iterable[int]) -> Iterator[Proposal]:
        """Return the parts that together explain a leaf better than each does: every pair, and the best one with more.

        `first` are the leaves most like it, `content` those that may be a part of it.
        """
        more = list(content)
        found = {part: words for part in {*first, *more} if (words := self._found(leaf, part))}
        pairs = {(one, other) if one < other else (other, one) for one in first for other in more
                 if one != other and one in found and other in found}
        for place in list(found):
            for beside in self._beside(place):
                if beside not in found:
                    found[beside] = self._found(leaf, beside)
                if found[beside]:
                    pairs.add((min(place, beside), max(place, beside)))
        twos = [order for parts in sorted(pairs)
                if (order := self._two(leaf, parts, (found[parts[0]], found[parts[1]])))]
        for order in twos:
            yield from self._proposal(leaf, order)
        known = {order.parts for order in twos}
        together = [order for order in twos if order.parts[1] - order.parts[0] == 1]
        for some in (together, twos):  # a twin that stands elsewhere must not hide parts that stand side by side
            grown = max(some, key=lambda order: (order.letters, order.parts), default=None)
            while grown and len(grown.parts) < _MOST and (grown := self._with_another(leaf, grown, found)):
                if grown.parts in known:
                    break
                known.add(grown.parts)
                yield from self._proposal(leaf, grown)

    def _beside(self, place: int) -> Iterator[int]:
        """Yield what stands next to a leaf in its article."""
        for beside in (place - 1, place + 1):
            if beside in self.free and self.part.group[beside] == self.part.group[place]:
                yield beside

    def _found(self, leaf: int, part: int) -> int:
        """Return how many words of a part the leaf has, none if they are too few to be a part of it."""
        size = len(self.part.words[part])
        if size < _SHORT:
            return 0
        words = self.read.words(part, leaf) if self.turned else self.read.words(leaf, part)
        return words if 100 * words >= _ALONE * size else 0

    def _two(self, leaf: int, parts: tuple[int, int], found: tuple[int, int]) -> _Order | None:
        words = len(self.part.words[parts[0]]), len(self.part.words[parts[1]])
        least = max(100 * found[0] + _WORDS * words[1], 100 * found[1] + _WORDS * words[0])
        if 100 * min(len(self.whole.words[leaf]), sum(found)) < least:
            return None
        beside = parts[1] - parts[0] == 1
        both, order = self._words(leaf, parts), parts
        if not beside:
            turned = parts[1], parts[0]
            both, order = max((both, order), (self._words(leaf, turned), turned))
        if 100 * both < least:
            return None
        letters = self._letters(leaf, order)
        share = _BESIDE if beside else _APART
        if any(100 * (letters - self._letters(leaf, (one,))) < share * self.part.size[other]
               for one, other in (parts, (parts[1], parts[0]))):
            return None
        return _Order(letters, both, order)

    def _with_another(self, leaf: int, order: _Order, found: dict[int, int]) -> _Order | None:
        """Return the parts with the one more that explains most, if it explains enough of what is left."""
        left = len(self.whole.words[leaf]) - order.words
        best: tuple[int, int, _Order] | None = None
        near = {beside: place for place in order.parts for beside in self._beside(place)}
        for part in sorted({*found, *near} - {*order.parts}):
            if part not in found:
                found[part] = self._found(leaf, part)
            least = _WORDS * len(self.part.words[part])
            if not found[part] or 100 * min(left, found[part]) < least:
                continue
            words, parts = max((self._words(leaf, parts), parts) for parts in self._put_in(order.parts, part, near))
            if 100 * (words - order.words) < least:
                continue
            letters = self._letters(leaf, parts)
            more = 100 * (letters - order.letters) // self.part.size[part]
            if more >= (_BESIDE if part in near else _APART) and (best is None or more > best[0]):
                best = more, part, _Order(letters, words, parts)
        return best[2] if best else None

    def _put_in(self, parts: tuple[int, ...], part: int, near: dict[int, int]) -> Iterator[tuple[int, ...]]:
        """Yield the orders in which one more part may stand: at its neighbour, or if it has none anywhere."""
        if part in near:
            at = parts.index(near[part]) + (part > near[part])
            yield (*parts[:at], part, *parts[at:])
        else:
            yield from ((*parts[:at], part, *parts[at:]) for at in range(len(parts) + 1))

    def _proposal(self, leaf: int, order: _Order) -> Iterator[Proposal]:
        parts = tuple(sorted(order.parts))
        size = self.whole.size[leaf] + sum(self.part.size[part] for part in parts)
        likeness = min(10000, 20000 * order.letters // size)
        if likeness >= LEAST_LIKE:
            yield Proposal(parts, (leaf,), likeness, size) if self.turned else Proposal((leaf,), parts, likeness, size)

    def _letters(self, leaf: int, order: tuple[int, ...]) -> int:
        if len(order) == 1:
            return self.read.letters(order[0], leaf) if self.turned else self.read.letters(leaf, order[0])
        return self.read.between(order, (leaf,)) if self.turned else self.read.between((leaf,), order)

    def _words(self, leaf: int, order: tuple[int, ...]) -> int:
        return common(self.whole.words[leaf], "".join([self.part.words[part] for part in order]))
