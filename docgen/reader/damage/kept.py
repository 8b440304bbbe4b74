"""Places a person has looked at and left as printed: recorded as a correction that changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from docgen.model.places import Place
from docgen.reader.damage.damage import Damage


class Recorded(Protocol):
    """What a row of the register must tell."""

    @property
    def address(self) -> str:
        """The address of the place, empty in a zone."""
    @property
    def zone(self) -> str:
        """The zone of the paper, where the place has no address."""
    @property
    def was(self) -> str:
        """The words of the source."""
    @property
    def now(self) -> str:
        """The words that stand now."""


def repaired_places(rows: Iterable[Recorded]) -> int:
    """Return how many rows repaired something."""
    return sum(row.was != row.now for row in rows)


def not_kept(found: Iterable[Damage], words: Mapping[Place, str], rows: Iterable[Recorded]) -> Iterator[Damage]:
    """Yield the damage that nobody has looked at yet; the words of a row must stand round the very place."""
    kept = [row for row in rows if row.was == row.now and row.now]
    for one in found:
        text = words[Place(one.address, one.zone, one.part)]
        if not any(start <= one.start and one.end <= start + len(row.now)
                   for row in kept if (row.address, row.zone) == (one.address, one.zone)
                   for start in _starts(text, row.now)):
            yield one


def _starts(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)
