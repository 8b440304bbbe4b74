"""The wording to be paired: one leaf for each provision with words of its own, in forms a machine compares quickly."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from docgen.compare.matching import encoded
from docgen.compare.settled import Settled
from docgen.compare.units import Units
from docgen.model.level import HEADS, Level


@dataclass(frozen=True, slots=True)
class Leaves:
    """The leaves of one side. `place` is the provision, `group` the article it stands in, `size` letters of `text`.

    `text` holds the words as letters with single spaces, `words` one character for each word.
    """

    place: tuple[int, ...]
    group: tuple[int, ...]
    text: tuple[str, ...]
    words: tuple[str, ...]
    size: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.place)


def leaves(old: Units, new: Units, zone: str, settled: Settled) -> tuple[Leaves, Leaves]:
    """Return what has words on either side and is not settled, căn cứ ("basis") apart from everything else ("")."""
    sides = [[unit for unit in side.items if unit.words and unit.level not in HEADS and unit.place not in done
              and (unit.zone == "basis") == (zone == "basis")]
             for side, done in ((old, settled.old), (new, settled.new))]
    said = list(dict.fromkeys(unit.words for units in sides for unit in units))
    small = _in_one_byte(set().union(*said))
    forms = {words: (" ".join([small[word] for word in words]), letters)
             for words, letters in zip(said, encoded(*said), strict=True)}
    out = []
    for side, units in zip((old, new), sides, strict=True):
        texts = tuple([forms[unit.words][0] for unit in units])
        out.append(Leaves(tuple([unit.place for unit in units]), tuple([_group(side, unit.place) for unit in units]),
                          texts, tuple([forms[unit.words][1] for unit in units]),
                          tuple([len(text) + 1 for text in texts])))
    return out[0], out[1]


def _group(side: Units, place: int) -> int:
    """Return the article a provision stands in; outside articles what is directly above it."""
    above = place
    while above >= 0:
        if side.items[above].level is Level.ARTICLE:
            return above
        above = side.items[above].parent
    return side.items[place].parent


def _in_one_byte(words: Collection[str]) -> dict[str, str]:
    """Return each word with its letters as one of 254 characters, if there are no more: comparing is then quicker."""
    letters = sorted(set().union(*words))
    if len(letters) > 0xFE:
        return {word: word for word in words}
    free = (chr(number) for number in range(1, 0x100) if chr(number) != " ")
    table = {ord(letter): one for letter, one in zip(letters, free, strict=False)}
    return {word: word.translate(table) for word in words}
