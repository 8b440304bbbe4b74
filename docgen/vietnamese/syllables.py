"""A line of text as tokens: syllables, figures, single marks. Every letter and space of the line is in one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.vietnamese.folding import fold, spelling_key

_MARKS = "\u0300-\u036f"
_WORD = rf"\w(?:[\w{_MARKS}])*"
_WORDS = re.compile(_WORD)
_TOKENS = re.compile(rf"(\s*)(\d+(?:[./]\d+)+(?![\w{_MARKS}])|{_WORD}|[^\w\s])|(\s+)")
_GLYPHS = str.maketrans({glyph: key for key, glyphs in (("-", "‐‑‒–—―−"), ('"', "“”„‟«»″〝〞"), ("'", "‘’‚‛′´`"))
                         for glyph in glyphs})


@dataclass(frozen=True, slots=True)
class Token:
    """One syllable, figure or mark: the white space before it, the token as printed, and its spelling key."""

    space: str
    text: str
    key: str
    is_word: bool

    @property
    def printed(self) -> str:
        """Return the token with the space before it."""
        return self.space + self.text


def words(text: str) -> list[str]:
    """Return the words of a text for pairing: folded, without marks of punctuation."""
    return [fold(word) for word in _WORDS.findall(text)]


def tokens(text: str) -> list[Token]:
    """Return a text as tokens; put one after the other they are the text again."""
    found = []
    for match in _TOKENS.finditer(text):
        space, token, rest = match.groups()
        if token is None:
            found.append(Token(rest, "", "", False))
        elif token[0].isalnum() or token[0] == "_":
            found.append(Token(space, token, spelling_key(token), True))
        else:
            found.append(Token(space, token, token.translate(_GLYPHS), False))
    return found
