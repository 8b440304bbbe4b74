"""Gaps: places in XML that is otherwise made once and used again for many documents.

A gap is a number between two control characters. No value may hold one (they are refused), no escaping touches them,
and Jinja prints them like any word: so XML is made with gaps first and taken apart at them afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_GAP = re.compile("\x01(\\d+)\x02")


def gap(number: int) -> str:
    """Return the mark that keeps a place open for text number `number`."""
    return f"\x01{number}\x02"


def without_gaps(text: str) -> str:
    """Return a text as it is between its gaps, to be checked."""
    return _GAP.sub("", text) if "\x01" in text else text


@dataclass(frozen=True, slots=True)
class Gapped:
    """Constant text with gaps: `constants` are one more than `gaps`, the numbers of the texts that go between."""

    constants: tuple[bytes, ...]
    gaps: tuple[int, ...]

    def fill(self, texts: Sequence[bytes]) -> list[bytes]:
        """Return the pieces of the finished text; `texts` are ready XML."""
        pieces: list[bytes] = [b""] * (2 * len(self.gaps) + 1)
        pieces[::2] = self.constants
        pieces[1::2] = [texts[number] for number in self.gaps]
        return pieces


def take_apart(xml: str) -> Gapped:
    """Take a text apart at its gaps."""
    pieces = _GAP.split(xml)
    return Gapped(tuple(piece.encode() for piece in pieces[::2]), tuple(int(number) for number in pieces[1::2]))
