"""Vietnamese letters: taking marks off for addresses and for searching without diacritics."""

from __future__ import annotations

import unicodedata

_STROKES = str.maketrans({"đ": "d", "Đ": "D", "Ð": "D", "ð": "d"})


def without_marks(text: str) -> str:
    """Return the text without tone marks, hats and hooks: "quy chế" becomes "quy che", đ becomes d."""
    parts = unicodedata.normalize("NFD", text.translate(_STROKES))
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def is_name(text: str) -> bool:
    """Tell whether a line looks like a person's name: two to six words, each with a capital, no digits or marks."""
    words = text.split()
    return 2 <= len(words) <= 6 and all(
        word[0].isupper() and all(c.isalpha() or c in "'’-" for c in word) for word in words
    ) and not text.isupper()
