"""Which texts bear witness for words: the shipped counts, and of an office's own texts those that are sound.

A text in the shipped table was looked at when the table was made (tests/reader/damage/test_repairing.py does it every
time); as long as no letter of it changes it is not looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from docgen.model.tree import Regulation
from docgen.reader.damage.counts import Counts, fingerprint, shipped, stretches
from docgen.reader.damage.damage import Damage
from docgen.reader.damage.finding import find_damage

_FLAWED = 500
"""With more than one damaged place in so many words a text repeats its own mistakes: it is no witness."""


def counts_with(texts: Iterable[Regulation]) -> Counts:
    """Return the shipped counts with those of these texts that are not damaged themselves."""
    return shipped().with_texts(text for text in texts if is_sound(text))


def damage_among(text: Regulation, texts: Iterable[Regulation], repaired: int = 0) -> tuple[Damage, ...]:
    """Return the damage of a text by the shipped counts and those of the other texts, its own left out.

    `repaired`: how many damaged places of it are repaired by now.
    """
    if is_in_table(text):
        return ()
    counts = counts_with(texts).without(text)
    return find_damage(text, counts, repaired) if counts.own else _by_the_table(text, repaired)


@lru_cache(maxsize=256)
def is_sound(text: Regulation) -> bool:
    """Tell whether a text has so little damage that its words may be counted."""
    return is_in_table(text) or len(_by_the_table(text)) * _FLAWED <= sum(
        len(line.split()) for line in stretches(text))


@lru_cache(maxsize=256)
def is_in_table(text: Regulation) -> bool:
    """Tell whether a text, as it stands, is among those the shipped table was made of."""
    return fingerprint(stretches(text)) in shipped().in_shipped


@lru_cache(maxsize=256)
def _by_the_table(text: Regulation, repaired: int = 0) -> tuple[Damage, ...]:
    return find_damage(text, shipped(), repaired)
