"""The list of editions where a table would not fit: an edition in a few whole lines, its status on one of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.publish.lines import Screen, wrapped

_INDENT = "    "


def narrow_list(headings: Sequence[str], rows: Iterable[Sequence[str]], screen: Screen) -> list[str]:
    """Return the rows of a table one below the other: name and number, the status, then every other cell by name."""
    lines: list[str] = []
    for row in rows:
        edition, number, *dates, status, sure, held = row
        lines += wrapped(f"{edition}  {number}" if number != "-" else edition, screen, "", _INDENT)
        lines.append(f"{_INDENT}{status}")  # never broken: half of "not yet in force" says the opposite
        named = zip((*headings[2:-3], *headings[-2:]), (*dates, sure, held), strict=True)
        lines += wrapped('; '.join(f'{name}: {value}' for name, value in named), screen, _INDENT)
    return lines
