"""The one table of ranks: Chương, Điều, khoản, điểm in Vietnamese, English and Akoma Ntoso."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """Rank of a provision; the value is its name in JSON."""

    ANNEX = "annex"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    HEADING = "heading"
    ARTICLE = "article"
    CLAUSE = "clause"
    POINT = "point"
    PARAGRAPH = "paragraph"
    LEGAL_BASIS = "legal_basis"
    OPENING = "opening"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Term:
    """How one rank is called: `word` as printed in Vietnamese, `akn` the Akoma Ntoso element, `slug` in addresses."""

    word: str
    akn: str
    slug: str
    rank: int


TERMS: dict[Level, Term] = {
    Level.ANNEX: Term("Phụ lục", "attachment", "phu-luc", 0),
    Level.PART: Term("Phần", "part", "phan", 1),
    Level.CHAPTER: Term("Chương", "chapter", "chuong", 2),
    Level.SECTION: Term("Mục", "section", "muc", 3),
    Level.HEADING: Term("mục", "hcontainer", "", 4),
    Level.ARTICLE: Term("Điều", "article", "dieu", 5),
    Level.CLAUSE: Term("khoản", "clause", "khoan", 6),
    Level.POINT: Term("điểm", "point", "diem", 7),
    Level.PARAGRAPH: Term("đoạn", "paragraph", "doan", 8),
    Level.LEGAL_BASIS: Term("căn cứ", "citation", "can-cu", 8),
    Level.OPENING: Term("đoạn mở đầu", "recital", "mo-dau", 8),
    Level.CLOSING: Term("đoạn kết thúc", "conclusions", "ket-thuc", 8),
}

HEADS = frozenset({Level.PART, Level.CHAPTER, Level.SECTION, Level.HEADING})
"""Ranks that hold articles or clauses and are printed as headings of their own."""


def rank(level: Level) -> int:
    """Return how deep a rank stands: a child always has a higher figure than its parent, clauses and heads apart."""
    return TERMS[level].rank
