"""Lines of the screen: broken between words at its width, and painted where it shows colour."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide the place of output is, and whether it shows colour."""

    width: int = 100
    colour: bool = False


PLAIN = Screen()
"""A file or a pipe: always the same width, so that the same question gives the same bytes."""


def wrapped(text: str, screen: Screen, first: str = "", below: str | None = None) -> list[str]:
    """Break a line at the width of the screen; `first` stands before it, `below` before what follows, else the same."""
    return textwrap.wrap(text, screen.width, initial_indent=first, subsequent_indent=first if below is None else below,
                         break_long_words=False, break_on_hyphens=False) or [""]


def painted(text: str, colour: str, screen: Screen) -> str:
    """Return the text in a colour, given by its number ("1;31" is bold red); as it is where there is none."""
    return f"\x1b[{colour}m{text}\x1b[0m" if screen.colour else text
