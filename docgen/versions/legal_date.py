"""Dates of legal time: a day, or a year of which the day is not known. What is not known is never filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

NOT_KNOWN = ("not known", "chưa rõ")
"""How a register says that nobody knows; both words are read."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"[12]\d{3}")


@dataclass(frozen=True, slots=True)
class LegalDate:
    """A day or a whole year, as the source gives it; `text` is "2024-05-29" or "2019"."""

    text: str

    @property
    def year(self) -> int:
        """Return the year, which is always known."""
        return int(self.text[:4])

    @property
    def earliest(self) -> date:
        """Return the first day it can be: the day itself, or 1 January of the year."""
        return date.fromisoformat(self.text) if len(self.text) > 4 else date(self.year, 1, 1)

    @property
    def latest(self) -> date:
        """Return the last day it can be: the day itself, or 31 December of the year."""
        return date.fromisoformat(self.text) if len(self.text) > 4 else date(self.year, 12, 31)

    @property
    def is_day(self) -> bool:
        """Tell whether the day is known and not only the year."""
        return len(self.text) > 4

    def may_be(self, other: LegalDate) -> bool:
        """Tell whether both can mean the same day: 2019 and 2019-06-08 can, 2019 and 2020 cannot."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def __str__(self) -> str:
        return self.text


def parse_legal_date(text: str) -> LegalDate | None:
    """Read "2024-05-29" or "2024"; anything else, a 31 February too, is None."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        return LegalDate(text)
    if not _DAY.fullmatch(text):
        return None
    try:
        date.fromisoformat(text)
    except ValueError:
        return None
    return LegalDate(text)
