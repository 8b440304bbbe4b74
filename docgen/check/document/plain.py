"""A line as rules read it: small letters, tone marks in one style, letter for letter at the same places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from docgen.vietnamese.folding import restyle

_ONE_STROKE = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})
_SENTENCE = re.compile(r"[^.;:]+(?:[.;:](?=\d)[^.;:]+)*[.;:]?")


@lru_cache(maxsize=1 << 12)
def plain(text: str) -> str:
    """Return a text in small letters and in the style hoà, uỷ; every letter stays at its place."""
    text = text.translate(_ONE_STROKE)  # letters that look like đ are read as the đ that was meant
    styled = restyle(text, "new").lower()
    return styled if len(styled) == len(text) else text.lower()


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a plain line, parted at full stops, semicolons and colons too, with their places."""
    for match in _SENTENCE.finditer(text):
        yield match.start(), match[0]
