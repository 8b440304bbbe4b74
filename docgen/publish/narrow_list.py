"""The list of editions where a table would not fit: an edition in a few whole lines, its status on one of its own."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

_INDENT = "    "


def narrow_list(headings: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> list[str]:
    """Return the rows of a table one below the other: name and number, the status, then every other cell by name."""
    lines: list[str] = []
    for row in rows:
        edition, number, *dates, status, sure, held = row
        lines += _wrapped(f"{edition}  {number}" if number != "-" else edition, width)
        lines.append(f"{_INDENT}{status}")  # never broken: half of "not yet in force" says the opposite
        named = zip((*headings[2:-3], *headings[-2:]), (*dates, sure, held), strict=True)
        lines += _wrapped(f"{_INDENT}{'; '.join(f'{name}: {value}' for name, value in named)}", width)
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=_INDENT, break_long_words=False, break_on_hyphens=False)
