"""A line of text as tokens: syllables, figures, single marks. Every letter and space of the line is in one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from docgen.vietnamese.folding import fold, spelling_key

_MARKS = "\u0300-\u036f"
_WORD = rf"\w(?:[\w{_MARKS}])*"
_WORDS = re.compile(_WORD)
_TOKENS = re.compile(rf"(\s*)(\d+(?:[./]\d+)+(?![\w{_MARKS}])|{_WORD}|[^\w\s])|(\s+)")
_GLYPHS = str.maketrans({glyph: key for key, glyphs in (("-", "‐‑‒–—―−"), ('"', "“”„‟«»″〝〞"), ("'", "‘’‚‛′´`"))
                         for glyph in glyphs})


@dataclass(frozen=True, slots=True)
class Token:
    """One syllable, figure or mark: the white space before it, the token as printed, and its spelling key.

    `printed` is the token with the space before it.
    """

    space: str
    text: str
    key: str
    is_word: bool
    printed: str


def words(text: str) -> list[str]:
    """Return the words of a text for pairing: folded, without marks of punctuation."""
    return [fold(word) for word in _WORDS.findall(text)]


def tokens(text: str) -> list[Token]:
    """Return a text as tokens; put one after the other they are the text again."""
    return [_token(space, token, rest) for space, token, rest in _TOKENS.findall(text)]


def count_words(text: str) -> int:
    """Return how many words a text has."""
    return len(_WORDS.findall(text))


@lru_cache(maxsize=1 << 16)
def _token(space: str, token: str, rest: str) -> Token:
    if not token:
        return Token(rest, "", "", False, rest)
    if token[0].isalnum() or token[0] == "_":
        return Token(space, token, spelling_key(token), True, space + token)
    return Token(space, token, token.translate(_GLYPHS), False, space + token)
