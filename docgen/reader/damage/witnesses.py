"""Which texts bear witness for words: the shipped counts, and of an office's own texts those that are sound."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from docgen.model.tree import Regulation
from docgen.reader.damage.counts import Counts, fingerprint, shipped, stretches
from docgen.reader.damage.finding import find_damage

_FLAWED = 500
"""With more than one damaged place in so many words a text repeats its own mistakes: it is no witness."""


def counts_with(texts: Iterable[Regulation]) -> Counts:
    """Return the shipped counts with those of these texts that are not damaged themselves."""
    return shipped().with_texts(text for text in texts if is_sound(text))


@lru_cache(maxsize=256)
def is_sound(text: Regulation) -> bool:
    """Tell whether a text has so little damage that its words may be counted; those in the table are known to be."""
    lines = stretches(text)
    if fingerprint(lines) in shipped().in_shipped:
        return True
    return len(find_damage(text, shipped())) * _FLAWED <= sum(len(line.split()) for line in lines)
