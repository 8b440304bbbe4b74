"""Words set on a made-up page, for tests of what a page looks like to the reader."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.reader.page_layout import Word

SIZE = 14.0
PITCH = 18.0
LEFT, RIGHT = 85.0, 552.0
INDENT = 28.0
LETTER = 6.6


def width(text: str) -> float:
    return len(text) * LETTER


def set_line(text: str, left: float, foot: float, *, bold: bool = False) -> list[Word]:
    """Set a line from `left` on, each letter as wide as the other."""
    words = []
    for word in text.split():
        words.append(Word(word, left, left + width(word), foot, SIZE, bold))
        left += width(word) + LETTER
    return words


def set_paragraph(text: str, foot: float, *, left: float = LEFT, right: float = RIGHT, indent: float = INDENT,
                  ) -> tuple[list[Word], float]:
    """Set a paragraph between two margins; returns its words and where the next line would stand."""
    out: list[Word] = []
    at = left + indent
    for word in text.split():
        if at > left + indent and at + width(word) > right:
            at, foot = left, foot + PITCH
        out.append(Word(word, at, at + width(word), foot, SIZE))
        at += width(word) + LETTER
    return out, foot + PITCH


def set_page(paragraphs: Iterable[str], *, gap: float = 6.0, indent: float = INDENT) -> list[Word]:
    """Set paragraphs one below the other."""
    out: list[Word] = []
    foot = 100.0
    for text in paragraphs:
        words, foot = set_paragraph(text, foot, indent=indent)
        out += words
        foot += gap
    return out
