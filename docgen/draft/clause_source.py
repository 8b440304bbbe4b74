"""One block of a clauses.md as written, before anything in it is understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.model.finding import Finding

Zone = Literal["summary", "addressees", "legal_basis", "opening", "body", "recipients"]
Rank = Literal["chapter", "section", "article", "run_in_article", "clause", "point", "dash", "paragraph", "room"]
HEADINGS = ("chapter", "section", "article")
"""Ranks that are a name with others under it; an article without a name begins with its words: "Điều 5. Chi bộ họp"."""
ZONES: dict[str, Zone] = {"Trích yếu": "summary", "Kính gửi": "addressees", "Căn cứ": "legal_basis",
                          "Mở đầu": "opening", "Nội dung": "body", "Nơi nhận": "recipients"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseSource:
    """One block as written: `text` keeps its line breaks, so that a fault in it can be shown in its own line."""

    id: str
    zone: Zone
    rank: Rank
    text: str
    line: int
    kind: str = ""
    basis: tuple[str, ...] = ()
    condition: str = ""
    each: str = ""
    custom: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    """Provisions not held, known at second hand: no basis, but to be looked up before signing."""
    may_rest_on: tuple[str, ...] = ()
    """Provisions the program proposes as its basis; nobody has confirmed them, so it rests on none of them yet."""
    attribute_line: int = 0
    file: str = ""
    """The file of shared clauses it stands in; empty for a block of the template's own."""
    origin: str = ""
    """The same below the folder of templates."""

    @property
    def is_heading(self) -> bool:
        """Tell whether this is a chapter or an article: a heading that disappears when nothing is left under it."""
        return self.rank in HEADINGS


@dataclass(frozen=True, slots=True)
class ClauseSources:
    """All blocks of a clauses.md and every fault in how they are written."""

    sources: tuple[ClauseSource, ...]
    findings: tuple[Finding, ...] = ()
