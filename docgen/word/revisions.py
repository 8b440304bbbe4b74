"""Tracked changes as Word writes them: words and paragraph ends put in, taken out, moved.

A paragraph's end is a mark of its own: where it was taken out, the paragraph runs into the next one when the change is
accepted; where it was put in, when it is rejected. The last end of a body, of a cell, or before a table must stand on
both sides (nothing can be joined to what follows there); whoever makes the paragraphs sees to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from docgen.errors import NotPossible
from docgen.messages import say

Fate = Literal["kept", "added", "removed", "moved_here", "moved_away"]

_ELEMENTS: dict[Fate, str] = {"added": "ins", "removed": "del", "moved_here": "moveTo", "moved_away": "moveFrom"}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class RevisedWords:
    """A run of words and what became of it; `bold` stands out as the number of a Điều does.

    `aside`: the words face what the other text does not hold, so nothing is known to have changed.
    """

    text: str
    fate: Fate = "kept"
    bold: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class RevisedParagraph:
    """One paragraph of the marked text.

    `end` is the fate of its end. Paragraphs of one move that follow each other share the number `move`; the side it
    belongs to is `move_side`. `remark` opens a comment; `aside`: the other text is not held, nothing is known to
    have changed.
    """

    style: str
    words: tuple[RevisedWords, ...]
    end: Fate = "kept"
    move: int = 0
    move_side: Literal["", "From", "To"] = ""
    remark: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who made the changes and when; `aside` is the name over what cannot be compared."""

    author: str
    made_at: datetime
    aside: str


class RevisionWriter:
    """Writes paragraphs as XML; numbers of changes run through one file, so one writer serves one file.

    LibreOffice joins words put in at the end of a paragraph with words put in at the head of the next one, across an
    end that was always there, if both are of the same minute, and then loses that end. Such a neighbour is dated two
    minutes later.
    """

    def __init__(self, hand: Hand) -> None:
        self._number = 0
        self._move = 0
        self._remarks: list[str] = []
        self._author = {aside: quoteattr(hand.aside if aside else hand.author) for aside in (False, True)}
        self._dates = tuple(f' w:date="{moment:%Y-%m-%dT%H:%M:%SZ}"' for moment in (
            hand.made_at, hand.made_at + timedelta(minutes=2)))
        self._date = self._dates[0]

    @property
    def remarks(self) -> str:
        """Return the XML of the comments opened so far."""
        return "".join(self._remarks)

    def paragraphs(self, paragraphs: Sequence[RevisedParagraph]) -> str:
        """Return the XML of paragraphs that follow each other in one body or one cell."""
        pieces: list[str] = []
        for place, paragraph in enumerate(paragraphs):
            before = paragraphs[place - 1] if place else None
            after = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
            later = before is not None and _runs_on(before, paragraph) and self._date == self._dates[0]
            self._date = self._dates[later]
            pieces.append(self._paragraph(paragraph, opens=not _same_move(before, paragraph),
                                          closes=not _same_move(paragraph, after)))
        return "".join(pieces)

    def _paragraph(self, paragraph: RevisedParagraph, *, opens: bool, closes: bool) -> str:
        aside = paragraph.aside
        mark = f"<w:rPr>{self._change(paragraph.end, aside)[:-1]}/></w:rPr>" if paragraph.end != "kept" else ""
        pieces = [f'<w:p><w:pPr><w:pStyle w:val="{paragraph.style}"/>{mark}</w:pPr>']
        if paragraph.move_side and opens:
            self._move = self._next()
            pieces.append(f'<w:move{paragraph.move_side}RangeStart w:id="{self._move}" w:author={self._author[aside]}'
                          f'{self._date} w:name="move{paragraph.move}"/>')
        if paragraph.remark:
            pieces.append(self._remark(paragraph))
        for words in paragraph.words:
            pieces.append(self._words(words, aside or words.aside))
        if paragraph.move_side and closes:
            pieces.append(f'<w:move{paragraph.move_side}RangeEnd w:id="{self._move}"/>')
        pieces.append("</w:p>")
        return "".join(pieces)

    def _words(self, words: RevisedWords, aside: bool) -> str:
        style = '<w:rPr><w:rStyle w:val="DGSoDieu"/></w:rPr>' if words.bold else ""
        element = "delText" if words.fate == "removed" else "t"
        run = f"<w:r>{style}{_text(words.text, element)}</w:r>"
        if words.fate == "kept":
            return run
        return f"{self._change(words.fate, aside)}{run}</w:{_ELEMENTS[words.fate]}>"

    def _change(self, fate: Fate, aside: bool) -> str:
        return (f'<w:{_ELEMENTS[fate]} w:id="{self._next()}" w:author={self._author[aside]}{self._date}>')

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _remark(self, paragraph: RevisedParagraph) -> str:
        """Open a comment; its mark shares the fate of the paragraph, so that it leaves with it."""
        number = len(self._remarks)
        self._remarks.append(
            f'<w:comment w:id="{number}" w:author={self._author[True]}{self._date} w:initials="dg"><w:p><w:r>'
            f"{_text(paragraph.remark, 't')}</w:r></w:p></w:comment>")
        fate = paragraph.words[0].fate if paragraph.words else "kept"
        mark = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        if fate == "kept":
            return mark
        return f"{self._change(fate, paragraph.aside)}{mark}</w:{_ELEMENTS[fate]}>"


def _runs_on(one: RevisedParagraph, other: RevisedParagraph) -> bool:
    """Tell whether words put in stand on both sides of an end that stays."""
    return bool(one.end == "kept" and one.words and other.words
                and one.words[-1].fate == other.words[0].fate == "added")


def _same_move(one: RevisedParagraph | None, other: RevisedParagraph | None) -> bool:
    return bool(one and other and one.move_side and (one.move, one.move_side) == (other.move, other.move_side))


def _text(text: str, element: str) -> str:
    if not text.isprintable() and _UNPRINTABLE.search(text):
        raise NotPossible(say("The document holds a character that cannot be printed (a control character)."),
                          say("Type the field in question again instead of pasting it."))
    return f'<w:{element} xml:space="preserve">{escape(text)}</w:{element}>'


def count_marks(paragraphs: Iterable[RevisedParagraph]) -> int:
    """Count the changes a reader has to look at: runs of words, and ends of paragraphs that changed alone."""
    total = 0
    before: Fate = "kept"
    for paragraph in paragraphs:
        for words in paragraph.words:
            total += words.fate not in ("kept", before)
            before = words.fate
        total += paragraph.end not in ("kept", before)
        before = paragraph.end
    return total
