"""What is known about one Party cell: values by name, typed by the list of fields, never changed after reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from docgen.draft.dates import numeric_day, numeric_month_day


class Blank(str):
    """Room left on the paper for a value not known yet: it prints as wide space and counts as "no" in a condition."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


class Day(date):
    """A calendar day that prints as Party papers write it: 05/02/2026, 12/6/2026."""

    def __str__(self) -> str:
        return numeric_day(self)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day that comes every year, such as 20/6."""

    day: int
    month: int

    def __str__(self) -> str:
        return numeric_month_day(self.day, self.month)


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of a list of records, such as a committee member: small values by name."""

    pairs: tuple[tuple[str, Value], ...]
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)

    def __getitem__(self, name: str) -> Value:
        for known, value in self.pairs:
            if known == name:
                return value
        raise KeyError(name)

    @property
    def place(self) -> tuple[int, int]:
        """Return line and column of the entry in the cell's file."""
        return self.line, self.column

    def text(self, name: str) -> str:
        """Return a value as it would be printed; empty if there is none."""
        value = dict(self.pairs).get(name)
        return "" if value is None else str(value)


Value = str | int | Day | MonthDay | tuple[str, ...] | tuple[Record, ...] | None
"""What a field may hold; yes_no is a bool, which Python counts among the integers; None = nothing given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All values of one cell: `given` the names that stand in its file, `blank` those left open on purpose.

    `sha256` names the file they were read from by its content, over LF; empty where there was no such file.
    """

    values: Mapping[str, Value]
    given: frozenset[str] = frozenset()
    blank: tuple[str, ...] = ()
    file: str = ""
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False)
    sha256: str = field(default="", compare=False)

    def get(self, name: str) -> Value:
        """Return a value, None if the field is not in the list or nothing was given."""
        return self.values.get(name)

    def text(self, name: str) -> str:
        """Return a value as text, empty if nothing was given or it is to be left blank."""
        value = self.values.get(name)
        return str(value) if value is not None and not isinstance(value, (Blank, tuple)) else ""

    def integer(self, name: str) -> int | None:
        """Return a whole number, None if there is none."""
        value = self.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def yes(self, name: str) -> bool | None:
        """Return the answer to a yes-or-no question, None if it was not answered."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else None

    def day(self, name: str) -> Day | None:
        """Return a date, None if there is none or it is left open."""
        value = self.values.get(name)
        return value if isinstance(value, Day) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, empty if there is none."""
        value = self.values.get(name)
        return tuple(str(item) for item in value) if isinstance(value, tuple) else ()

    def records(self, name: str) -> tuple[Record, ...]:
        """Return a list of records, empty if there is none."""
        value = self.values.get(name)
        return tuple(item for item in value if isinstance(item, Record)) if isinstance(value, tuple) else ()

    def place(self, name: str) -> tuple[int, int]:
        """Return line and column of a value in the cell's file; (0, 0) if it does not stand there."""
        return self.places.get(name, (0, 0))
