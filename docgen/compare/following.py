"""Where a provision of the old text stands in the new one: the rows of a comparison, looked up by address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from docgen.compare.comparison import Comparison, Row

UNTOUCHED = frozenset({"unchanged", "spelling"})
"""Kinds that leave what rests on a provision as it is."""


@dataclass(frozen=True)
class Whereabouts:
    """The answer for any address of the old text; made once, asked as often as one likes."""

    comparison: Comparison

    @cached_property
    def _rows(self) -> dict[str, Row]:
        return {one: row for row in self.comparison.rows for one in row.old}

    def follow(self, address: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return where a provision went and what happened to it; nothing happened to what never was.

        Without an address nothing is said of a provision. What the old text, held in part, may have is unknown.
        """
        if not address:
            return (), ()
        if row := self._rows.get(address):
            return row.new, row.kinds or ("unchanged",)
        return (), () if self.comparison.old.completeness == "full" else ("unknown",)
