"""What a computed name is: a name clauses may use, what it means, and how it is worked out from one cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from docgen.draft.facts import Facts
from docgen.draft.kinds import DocumentKind
from docgen.draft.parties import Part


@dataclass(frozen=True, slots=True)
class Asked:
    """One cell, one document of it, and the day that is to bear: what a computed name is worked out from."""

    facts: Facts
    kind: DocumentKind
    part: Part
    day: date | None
    year: int | None


@dataclass(frozen=True, slots=True)
class ComputedName:
    """A name the program works out; only one of shape "text" can be printed, a block may repeat for a "list"."""

    name: str
    meaning: str
    compute: Callable[[Asked], object]
    shape: Literal["text", "answer", "list"] = "text"
