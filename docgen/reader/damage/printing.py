"""How a reading is printed in place of a damaged word: capitals of the place, spelling style of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from docgen.reader.damage.units import Unit
from docgen.vietnamese.folding import Style, restyle

_TELLING = re.compile(r"\b[^\W\d_]*(?:[oòỏõóọ][aàảãáạeèẻẽéẹ]|[uùủũúụ][yỳỷỹýỵ])\b", re.IGNORECASE)
"""Words that end in oa, oe or uy: only these have two styles."""

_LOOKS_SMALL = re.compile(r"I+[a-zà-ỹ]|II")
"""A capital I before small letters is often half of a small u or l: "Iiỷ", "IIỷ"."""

_HABIT = 2


def style_of(lines: Iterable[str]) -> Style:
    """Return which way a text sets its tone marks in oa, oe, uy, by what it does most; "new" (hoà, uỷ) if by none."""
    new = old = 0
    for line in lines:
        for word in _TELLING.findall(line):
            if restyle(word, "new") != (other := restyle(word, "old")):
                old += word == other
                new += word != other
    return "old" if old > new else "new"


class Habits:
    """What a text does with tone marks and capitals, learned from all its stretches of words."""

    def __init__(self, stretches: Sequence[Sequence[Unit]]) -> None:
        self.style = style_of(unit.text for row in stretches for unit in row)
        self._seen: Counter[tuple[str, ...]] = Counter()
        self._capitals: Counter[tuple[str, ...]] = Counter()
        for row in stretches:
            for unit, *after in zip(row, row[1:], row[2:], strict=False):
                if unit.form == "syllable" and not (unit.text.isupper() and after[0].text.isupper()):
                    phrase = (unit.key, *(one.key for one in after))
                    self._seen[phrase] += 1
                    self._capitals[phrase] += unit.text[0].isupper()

    def always_capital(self, phrase: tuple[str, ...]) -> bool:
        """Tell whether the text prints this word, before these two, with a capital wherever it has it."""
        return self._capitals[phrase] >= _HABIT and self._capitals[phrase] == self._seen[phrase]


def printed_like(damaged: str, reading: str, style: Style) -> str:
    """Write a reading, given in small letters, with the capitals of the damaged word and in the style of the text."""
    reading = restyle(reading, style)
    letters = [sign for sign in damaged if sign.isalpha()]
    if not letters or not letters[0].isupper() or _LOOKS_SMALL.match(damaged):
        return reading
    if len(letters) > 1 and all(sign.isupper() for sign in letters):
        return reading.upper()
    return reading[:1].upper() + reading[1:]
