"""The result of comparing two texts, as data: rows of corresponding provisions and the words between them.

The JSON of the contract (§5, `docgen diff --format json`) is `Comparison.to_dict()`; every writer works from this.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from docgen.model.level import Level

KINDS = ("unchanged", "spelling", "reworded", "renumbered", "moved", "split", "merged", "added", "removed", "unknown")
"""All kinds a row may have, in the order they are listed."""

MARKS = ("=", "-", "+", "~", "?")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words: "=" in both, "-" only old, "+" only new, "~" spelled otherwise, "?" facing text not held.

    `text` is the old side's wording (the new side's for "+"); `other` the new spelling of a "~"; `swap` joins the two
    halves of words that changed places, 0 for none.
    """

    mark: str
    text: str
    other: str = ""
    swap: int = 0

    def to_list(self) -> list[object]:
        """Return the span as the JSON has it."""
        if self.mark == "~":
            return [self.mark, self.text, self.other]
        return [self.mark, self.text, self.swap] if self.swap else [self.mark, self.text]


Words = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One old and one new provision that correspond; `weight` in thousandths: how much of the words they share."""

    old: str
    new: str
    weight: int = 1000
    heading: Words = ()
    words: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One correspondence: addresses of either side, what happened, and the words of its pairs.

    A 1-1 row has one pair, a split or merged row one pair for each line between the two sides, an added, removed or
    unknown row none. `similarity` in hundredths, None where there is nothing to compare.
    """

    level: Level
    kinds: tuple[str, ...]
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    similarity: int | None = None
    confirmed: bool = False

    def to_dict(self) -> dict[str, object]:
        """Return the row as the JSON of the contract has it."""
        row: dict[str, object] = {
            "level": self.level.value, "kinds": list(self.kinds), "old": list(self.old), "new": list(self.new),
            "similarity": None if self.similarity is None else self.similarity / 100, "confirmed": self.confirmed}
        if len(self.old) > 1 or len(self.new) > 1:
            row["pairs"] = [{"old": pair.old, "new": pair.new, "weight": pair.weight / 1000,
                             "words": [span.to_list() for span in pair.words],
                             "heading": [span.to_list() for span in pair.heading]} for pair in self.pairs]
        elif self.pairs:
            row["heading"] = [span.to_list() for span in self.pairs[0].heading]
            row["words"] = [span.to_list() for span in self.pairs[0].words]
        return row


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What is known of one side: its edition id (empty for a file) and whether all of it is held."""

    edition: str = ""
    completeness: str = "full"

    def to_dict(self) -> dict[str, object]:
        """Return the side as the JSON of the contract has it."""
        return {"edition": self.edition or None, "completeness": self.completeness}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All rows, in the order of the old text with what is new where it stands; places where a budget bit."""

    rows: tuple[Row, ...]
    old: Side = field(default_factory=Side)
    new: Side = field(default_factory=Side)
    limited: tuple[str, ...] = ()

    def counts(self) -> dict[str, dict[str, int]]:
        """Count each row once for each of its kinds, by level."""
        found: dict[str, Counter[str]] = {}
        for row in self.rows:
            found.setdefault(row.level.value, Counter()).update(row.kinds)
        return {level: {kind: counter[kind] for kind in KINDS if counter[kind]} for level, counter in found.items()}

    def to_dict(self) -> dict[str, object]:
        """Return the JSON of the contract."""
        return {"format": 1, "limited": list(self.limited), "old": self.old.to_dict(), "new": self.new.to_dict(),
                "correspondences": [row.to_dict() for row in self.rows], "counts": self.counts()}
