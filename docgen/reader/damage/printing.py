"""How a reading is printed in place of a damaged word: capitals of the place, spelling style of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.vietnamese.folding import Style, restyle

_WORDS = re.compile(r"[^\W\d_]+")
_LOOKS_SMALL = re.compile(r"I+[a-zà-ỹ]|II")
"""A capital I before small letters is often half of a small u or l: "Iiỷ", "IIỷ"."""


def style_of(lines: Iterable[str]) -> Style:
    """Return which way a text sets its tone marks in oa, oe, uy, by what it does most; "new" (hoà, uỷ) if by none."""
    new = old = 0
    for line in lines:
        for word in _WORDS.findall(line):
            if restyle(word, "new") != (other := restyle(word, "old")):
                old += word == other
                new += word != other
    return "old" if old > new else "new"


def printed_like(damaged: str, reading: str, style: Style) -> str:
    """Write a reading, given in small letters, with the capitals of the damaged word and in the style of the text."""
    reading = restyle(reading, style)
    letters = [sign for sign in damaged if sign.isalpha()]
    if not letters or not letters[0].isupper() or _LOOKS_SMALL.match(damaged):
        return reading
    if len(letters) > 1 and all(sign.isupper() for sign in letters):
        return reading.upper()
    return reading[:1].upper() + reading[1:]
