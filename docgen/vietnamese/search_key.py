"""Words as a search sees them: without marks, and with marks but one way of writing them.

The plain key of "Uỷ", "ủy", "uy" is uy, of "Kỷ", "kỉ", "ky" it is ki. The marked key keeps hats, hooks, đ and the tone,
wherever in the syllable the tone was typed: uỷ and ủy are one word, hoạt and họat too. Simple on purpose: the rules are
written a second time for the pages (docs/tim-kiem.md).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from docgen.vietnamese.letters import without_marks

_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STROKES = str.maketrans("ðɖ", "đđ")
_Y = re.compile(r"^(qu|[hklmstv](?=y$))y")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: where it stands, and both of its keys."""

    start: int
    end: int
    plain: str
    marked: str


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text with their keys: runs of letters and figures, everything else only parts them."""
    for match in _WORD.finditer(text):
        plain, marked = keys(match[0])
        yield Word(match.start(), match.end(), plain, marked)


@lru_cache(maxsize=1 << 17)
def keys(word: str) -> tuple[str, str]:
    """Return the plain and the marked key of one word."""
    parts = unicodedata.normalize("NFD", unicodedata.normalize("NFD", word).lower().translate(_STROKES))
    toneless = unicodedata.normalize("NFC", "".join(letter for letter in parts if letter not in _TONES))
    tones = "".join(sorted(letter for letter in parts if letter in _TONES))
    return _Y.sub(r"\1i", without_marks(toneless)), _Y.sub(r"\1i", toneless) + tones
