"""How likely one word follows another in a regulation: pairs that were counted, and the word's own frequency."""

from __future__ import annotations

from collections import defaultdict
from math import log

from docgen.reader.damage.counts import Counts

_DISCOUNT = 0.6
_NEW_WORD = 2e-6
"""The chance of one particular word nobody has counted; all of them together are about one word in a hundred."""


class Chances:
    """The counts as chances, discounted so that what was never seen keeps a share."""

    def __init__(self, counts: Counts) -> None:
        self._words = counts.words
        self._pairs = counts.pairs
        self._total = max(1, counts.total)
        kinds: defaultdict[str, int] = defaultdict(int)
        seen: defaultdict[str, int] = defaultdict(int)
        for (left, _), count in counts.pairs.items():
            kinds[left] += 1
            seen[left] += count
        self._rest = {left: max(0.02, 1 - (seen[left] - _DISCOUNT * number) / max(seen[left], self._words.get(left, 0)))
                      for left, number in kinds.items()}
        self._kept: dict[tuple[str, str], float] = {}

    def of(self, left: str, word: str) -> float:
        """Return the logarithm of the chance that `word` follows `left`."""
        pair = (left, word)
        held = self._kept.get(pair)
        if held is None:
            seen = self._pairs.get(pair, 0)
            alone = max(self._words.get(word, 0) / self._total * 0.99, _NEW_WORD)
            chance = self._rest.get(left, 1.0) * alone
            if seen:
                chance += (seen - _DISCOUNT) / max(self._words.get(left, 0), seen)
            held = self._kept[pair] = log(chance)
        return held

    def is_at_home(self, left: str, word: str, right: str) -> bool:
        """Tell whether a word was counted some times beside both its neighbours: then it needs no second look."""
        return self._pairs.get((left, word), 0) >= 3 and self._pairs.get((word, right), 0) >= 3
