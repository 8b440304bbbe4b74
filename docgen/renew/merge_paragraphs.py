"""Paragraphs as the merge sees them: words, the clause they print, their rank, the number they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from docgen.model.numbering import point_letter, point_place, roman, roman_value

DEPTHS = {"chapter": 20, "chapter_name": 25, "section": 30, "head": 40, "article": 50, "run_in_article": 50,
          "clause": 60, "point": 70, "dash": 80, "paragraph": 80, "note": 80}
"""How deep each rank stands; what follows a paragraph and stands deeper belongs to it."""
_PLAIN = 80
_SOLE_CLAUSE = 60
"""A clause that stands alone in its article is printed without a number."""

_LABELS = (
    ("article", re.compile(r"(?P<before>Điều\s+)(?P<number>\d{1,4})(?P<after>[a-zđ]?(?:\s*[.:]\s*|\s*$))",
                           re.IGNORECASE)),
    ("chapter", re.compile(r"(?P<before>Chương\s+)(?P<number>[IVXLC]+|\d{1,3})(?P<after>(?:\s*[.:]\s*|\s*$))",
                           re.IGNORECASE)),
    ("section", re.compile(r"(?P<before>Mục\s+)(?P<number>[IVXLC]+|\d{1,3})(?P<after>(?:\s*[.:]\s*|\s*$))",
                           re.IGNORECASE)),
    ("head", re.compile(r"(?P<before>)(?P<number>[IVXLC]+)(?P<after>\s*[-–.]\s*(?=\S))")),
    ("clause", re.compile(r"(?P<before>)(?P<number>\d{1,3})(?P<after>[a-zđ]?[.)\-–]\s+(?=\S))")),
    ("point", re.compile(r"(?P<before>)(?P<number>([a-zđ])\3?)(?P<after>\)\s+(?=\S))")),
)


@dataclass(frozen=True, slots=True)
class Label:
    """The number a paragraph begins with: `before` "Điều ", `number` "5", `after` "a. "."""

    rank: str
    before: str
    number: str
    after: str

    @property
    def text(self) -> str:
        """The label as printed."""
        return self.before + self.number + self.after

    @property
    def value(self) -> int:
        """Which place the number names, counted from 1; 0 if it cannot be read."""
        if self.number.isdigit():
            return int(self.number)
        return point_place(self.number) if self.rank == "point" else roman_value(self.number)

    def numbered(self, value: int) -> str:
        """Return the number for another place, in the letters or figures of this one."""
        if self.number.isdigit():
            return str(value)
        return point_letter(value) if self.rank == "point" else roman(value)


@dataclass(frozen=True)
class Para:
    """One paragraph: its words, the id (or hidden bookmark) of the clause it prints, "" for none, and its rank.

    `more` are clauses whose beginning stands further on in it: a person has joined their paragraphs to this one.
    """

    text: str
    clause: str = ""
    rank: str = ""
    more: tuple[str, ...] = ()

    @cached_property
    def label(self) -> Label | None:
        """The number it begins with; headings and running words that only look alike have none."""
        for rank, pattern in _LABELS:
            if match := pattern.match(self.text):
                return Label(rank, match["before"], match["number"], match["after"])
        return None

    @cached_property
    def words(self) -> str:
        """The words behind the label."""
        return self.text[len(self.label.text):] if self.label else self.text

    @cached_property
    def depth(self) -> int:
        """How deep it stands: what the label says, else what its rank says."""
        if self.label:
            return DEPTHS[self.label.rank]
        if self.rank == "paragraph" and self.clause:
            return _SOLE_CLAUSE
        return DEPTHS.get(self.rank, _PLAIN)

    @property
    def blank(self) -> bool:
        """Whether it holds no words at all."""
        return not self.text.strip()


def parents(depths: Sequence[int]) -> tuple[int, ...]:
    """Return for every paragraph the place of the one it belongs to, -1 for none."""
    found: list[int] = []
    above: list[int] = []
    for place, depth in enumerate(depths):
        while above and depths[above[-1]] >= depth:
            above.pop()
        found.append(above[-1] if above else -1)
        above.append(place)
    return tuple(found)


def below(depths: Sequence[int], place: int) -> Iterator[int]:
    """Yield the places of what belongs to a paragraph: all that follow it and stand deeper."""
    for other in range(place + 1, len(depths)):
        if depths[other] <= depths[place]:
            return
        yield other
