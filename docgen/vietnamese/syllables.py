"""A line of text as tokens: syllables, figures, single marks. Every letter and space of the line is in one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from docgen.vietnamese.folding import fold, spelling_key

_MARKS = "\u0300-\u036f"
_WORD = rf"\w(?:[\w{_MARKS}])*"
_WORDS = re.compile(_WORD)
_PIECES = re.compile(r"\s*\S+|\s+")
_TOKENS = re.compile(rf"\s*(?:\d+(?:[./]\d+)+(?![\w{_MARKS}])|{_WORD}|[^\w\s])|\s+")
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
    return list(chain.from_iterable(map(_words_of, text.split())))


def tokens(text: str) -> list[Token]:
    """Return a text as tokens; put one after the other they are the text again."""
    return list(chain.from_iterable(map(_tokens_of, _PIECES.findall(text))))


def count_words(text: str) -> int:
    """Return how many words a text has."""
    return len(_WORDS.findall(text))


@lru_cache(maxsize=1 << 16)
def _words_of(piece: str) -> tuple[str, ...]:
    """Return the words of what stands between two spaces; few pieces are new, so most are read once."""
    return tuple([fold(word) for word in _WORDS.findall(piece)])


@lru_cache(maxsize=1 << 16)
def _tokens_of(piece: str) -> tuple[Token, ...]:
    """Return the tokens of what stands between two spaces, with the space before it."""
    return tuple([_token(printed) for printed in _TOKENS.findall(piece)])


def _token(printed: str) -> Token:
    text = printed.lstrip()
    space = printed[:len(printed) - len(text)]
    is_word = text[:1].isalnum() or text[:1] == "_"
    return Token(space, text, spelling_key(text) if is_word else text.translate(_GLYPHS), is_word, printed)
