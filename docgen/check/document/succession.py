"""Where a provision of a replaced edition stands in the one that replaced it, as far as both texts are held."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from docgen.compare.compare import compare
from docgen.compare.comparison import Comparison
from docgen.draft.dates import numeric_day
from docgen.errors import DocgenError
from docgen.model.citation import cite
from docgen.versions.correspondences import correspondences_path, load_correspondences
from docgen.versions.library import Library
from docgen.versions.lineage import descendants
from docgen.versions.register import Edition


@dataclass(frozen=True, slots=True)
class Standing:
    """The edition that stands in place of a replaced one, and the addresses a provision has there.

    `known` is false where the old or the new text is not held at that place: then there are no addresses.
    """

    edition: Edition
    addresses: tuple[str, ...] = ()
    known: bool = False

    @property
    def citation(self) -> str:
        """Return it as a paper would cite it now: the provisions, and the document with number and date."""
        day = self.edition.issued_on.date
        dated = f"{self.edition.name}, ngày {numeric_day(day.earliest)}" if day and day.is_day else self.edition.name
        places = ", ".join(cite(address) for address in self.addresses)
        return f"{places} {dated}".strip()


class Succession:
    """Answers for one library; two texts are compared once, when first asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._comparison = cache(self._compared)

    def now(self, edition: Edition, address: str = "") -> Standing | None:
        """Return where an edition, or a provision of it, stands now; None if no register names a successor."""
        line = descendants(self._library.registers, edition)
        newest = next((kin.edition for kin in line if kin.edition is not None), None)
        if newest is None:
            return None
        comparison = self._comparison(edition.id, newest.id) if address else None
        if comparison is None:
            return Standing(newest)
        row = next((row for row in comparison.rows if address in row.old), None)
        if row is None or ("unknown" in row.kinds and not row.new):
            return Standing(newest)
        return Standing(newest, row.new, known=True)

    def _compared(self, old: str, new: str) -> Comparison | None:
        registers = self._library.registers
        one, other = registers.get(old), registers.get(new)
        if one is None or other is None or "none" in (one.completeness, other.completeness):
            return None
        try:
            pairs: tuple[tuple[str, str], ...] = ()
            if one.work == other.work:
                held = load_correspondences(correspondences_path(self._library.workspace, one, other), old, new)
                pairs = tuple((pair.old, pair.new) for pair in held.pairs)
            made = compare(self._library.text(one).regulation, self._library.text(other).regulation, pairs)
        except DocgenError:
            return None  # what is wrong with the texts is said by docgen check
        return made
