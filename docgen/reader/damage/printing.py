"""How a reading is printed in place of a damaged word: capitals of the place, spelling style of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from docgen.reader.damage.units import Unit
from docgen.vietnamese.folding import Style, restyle

_WORDS = re.compile(r"[^\W\d_]+")
_LOOKS_SMALL = re.compile(r"I+[a-zà-ỹ]|II")
"""A capital I before small letters is often half of a small u or l: "Iiỷ", "IIỷ"."""

_HABIT = 2


def style_of(lines: Iterable[str]) -> Style:
    """Return which way a text sets its tone marks in oa, oe, uy, by what it does most; "new" (hoà, uỷ) if by none."""
    new = old = 0
    for line in lines:
        for word in _WORDS.findall(line):
            if restyle(word, "new") != (other := restyle(word, "old")):
                old += word == other
                new += word != other
    return "old" if old > new else "new"


class Habits:
    """What a text does with tone marks and capitals, learned from all its stretches of words."""

    def __init__(self, stretches: Sequence[Sequence[Unit]]) -> None:
        self.style = style_of(unit.text for row in stretches for unit in row)
        self._capitals: Counter[tuple[str, ...]] = Counter()
        self._small: Counter[tuple[str, ...]] = Counter()
        for row in stretches:
            for before, unit, *after in zip(row, row[1:], row[2:], row[3:], strict=False):
                shouted = unit.text.isupper() and after[0].text.isupper()
                if unit.form == "syllable" and before.key != "." and not shouted:
                    seen = self._capitals if unit.text[0].isupper() else self._small
                    seen[unit.key, after[0].key, after[1].key] += 1

    def printed(self, damaged: str, reading: str, phrase: tuple[str, ...]) -> str:
        """Write a reading in place of a damaged word; `phrase` is its key and the two after it, empty at a beginning.

        Where the text always prints the phrase with a capital, or never, the reading follows: "Uỷ ban nhân dân".
        """
        printed = printed_like(damaged, reading, self.style)
        if phrase and not printed.isupper():
            capitals, small = self._capitals[phrase], self._small[phrase]
            if capitals >= _HABIT and not small:
                return printed[:1].upper() + printed[1:]
            if small >= _HABIT and not capitals:
                return printed[:1].lower() + printed[1:]
        return printed


def printed_like(damaged: str, reading: str, style: Style) -> str:
    """Write a reading, given in small letters, with the capitals of the damaged word and in the style of the text."""
    reading = restyle(reading, style)
    letters = [sign for sign in damaged if sign.isalpha()]
    if not letters or not letters[0].isupper() or _LOOKS_SMALL.match(damaged):
        return reading
    if len(letters) > 1 and all(sign.isupper() for sign in letters):
        return reading.upper()
    return reading[:1].upper() + reading[1:]
