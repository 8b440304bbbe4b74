"""What is found damaged and what is repaired: plain data, without how it was found out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.messages import NOTHING, Message
from docgen.model.tree import Regulation

Sort = Literal["non_word", "real_word", "joined"]
"""No Vietnamese syllable, or nothing at all ("ừực", "•"); a word, but not here ("tố chức"); words run together."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading a damaged place may have had; `share` is how much of the evidence speaks for it, 0 to 1."""

    text: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """One damaged place. `start` and `end` count letters inside the part named: label, heading, text of the address.

    In a zone without addresses `part` is the number of the line, counted from 0 ("text" is the heading of the
    recipients). `repair` is the reading that the evidence decides for, None where a person must say.
    """

    address: str = ""
    zone: str = ""
    part: str = "text"
    start: int
    end: int
    word: str
    sort: Sort
    candidates: tuple[Candidate, ...]
    repair: str | None
    why: Message
    evidence: Message = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One repair made, as the register records it: enough words round it that it is found again and can be undone."""

    address: str = ""
    zone: str = ""
    was: str
    now: str
    why: Message
    evidence: Message = NOTHING


@dataclass(frozen=True, slots=True)
class Repaired:
    """A regulation after repair, what was repaired in the order in which it was done, and what stays doubtful."""

    regulation: Regulation
    repairs: tuple[Repair, ...]
    doubtful: tuple[Damage, ...]
