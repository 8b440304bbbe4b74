"""Numbers given after the conditions are resolved: chương in roman, Điều through the text, khoản, điểm a b c d đ e.

The input is which clause is printed how often; nothing here knows the facts of a cell, so two cells with the same
branches share one numbering.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.draft.clauses import ClauseSet
from docgen.model.level import TERMS, Level
from docgen.model.numbering import point_letter, roman

HEAD_WORD = "mục"
"""What a head (I-) or a number without a rank word is called where it is cited."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One printed block: which clause it is, which repetition of it, its mark ("1.", "a)") and how it is cited."""

    clause: int
    turn: int
    kind: str
    mark: str
    citation: str


@dataclass(frozen=True, slots=True)
class Numbering:
    """All printed blocks of the body in order; `citations` what ref("id") prints.

    `bereft` are the clauses that announce a list of which nothing is left, `lone_points` the points that stand alone,
    `lone_articles` the chapters whose other articles all fell away.
    """

    placed: tuple[Placed, ...]
    citations: Mapping[str, str]
    bereft: tuple[int, ...] = ()
    lone_points: tuple[int, ...] = ()
    lone_articles: tuple[int, ...] = ()


def number(clauses: ClauseSet, counts: Sequence[int]) -> Numbering:
    """Number the body of a document; `counts` says for every clause how often it is printed, 0 = not at all."""
    kept = _kept(clauses, counts)
    children: dict[int, list[int]] = {}
    for place, parent in ((place, clauses.clauses[place].parent) for place in kept):
        children.setdefault(parent, []).append(place)
    walk = _Walk(clauses, counts, children)
    for place in kept:
        walk.place(place)
    bereft = tuple(place for place in kept if place in clauses.has_children and place not in children
                   and clauses.clauses[place].source.text.rstrip().endswith(":"))
    lone_points = tuple(place for place in kept if walk.siblings(place, "point") == 1
                        and clauses.clauses[place].source.rank == "point")
    return Numbering(tuple(walk.placed), walk.citations, bereft, lone_points, _lone_articles(clauses, children))


def _kept(clauses: ClauseSet, counts: Sequence[int]) -> tuple[int, ...]:
    """Return the blocks that are printed: their own condition holds, that of all above, and no heading is empty."""
    body = clauses.zone("body")
    kept: set[int] = set()
    for place in body:
        parent = clauses.clauses[place].parent
        if counts[place] > 0 and (parent < 0 or parent in kept):
            kept.add(place)
    # from the end, so that a chapter sees whether its articles have gone
    filled: set[int] = set()
    for place in reversed(body):
        clause = clauses.clauses[place]
        if place in kept and clause.source.is_heading and place not in filled:
            kept.discard(place)
        if place in kept and clause.parent >= 0:
            filled.add(clause.parent)
    return tuple(place for place in body if place in kept)


def _lone_articles(clauses: ClauseSet, children: Mapping[int, list[int]]) -> tuple[int, ...]:
    lone = []
    for place in clauses.zone("body"):
        if clauses.articled and clauses.clauses[place].source.rank == "chapter" and len(children.get(place, ())) == 1:
            written = sum(clause.parent == place for clause in clauses.clauses)
            if written > 1:
                lone.append(place)
    return tuple(lone)


class _Walk:
    """Goes through the printed blocks in order and counts."""

    def __init__(self, clauses: ClauseSet, counts: Sequence[int], children: Mapping[int, list[int]]) -> None:
        self.clauses = clauses.clauses
        self.articled = clauses.articled
        self.counts = counts
        self.children = children
        self.placed: list[Placed] = []
        self.citations: dict[str, str] = {}
        self.phrases: dict[int, str] = {-1: ""}
        self.chapters = self.articles = 0
        self.numbers: dict[tuple[int, str], int] = {}

    def siblings(self, place: int, rank: str) -> int:
        """Count the printed blocks of one rank that stand under the same block as this one."""
        return sum(self.counts[sibling] for sibling in self.children.get(self.clauses[place].parent, ())
                   if self.clauses[sibling].source.rank == rank)

    def place(self, place: int) -> None:
        clause = self.clauses[place]
        above = self.phrases[clause.parent]
        rank = clause.source.rank
        for turn in range(self.counts[place]):
            if rank == "chapter" and not self.articled:
                self.chapters += 1
                kind, mark, phrase = "head", f"{roman(self.chapters)}-", f"{HEAD_WORD} {roman(self.chapters)}"
            elif rank == "chapter":
                self.chapters += 1
                mark = phrase = f"{TERMS[Level.CHAPTER].word} {roman(self.chapters)}"
                kind = "chapter"
            elif rank == "section":
                figure = self._next(clause.parent, rank)
                kind, mark = rank, f"{TERMS[Level.SECTION].word} {figure}"
                phrase = f"{mark} {above}".rstrip()
            elif rank in ("article", "run_in_article"):
                self.articles += 1
                phrase = f"{TERMS[Level.ARTICLE].word} {self.articles}"
                kind, mark = rank, f"{phrase}."
            elif rank == "clause" and self.siblings(place, "clause") == 1:
                kind, mark, phrase = "paragraph", "", above
            elif rank == "clause":
                figure = self._next(clause.parent, rank)
                word = TERMS[Level.CLAUSE].word if self.articled else HEAD_WORD
                kind, mark, phrase = "clause", f"{figure}.", f"{word} {figure} {above}".rstrip()
            elif rank == "point":
                letter = point_letter(self._next(clause.parent, rank))
                kind, mark, phrase = "point", f"{letter})", f"{TERMS[Level.POINT].word} {letter} {above}".rstrip()
            elif rank == "room":
                kind, mark, phrase = "note", "", above  # the frames of papers print a note as lines to write on
            else:
                kind, mark, phrase = rank, "-" if rank == "dash" else "", above
            self.placed.append(Placed(place, turn, kind, mark, phrase))
            self.phrases[place] = phrase
        if not clause.source.each:
            self.citations[clause.id] = self.phrases[place]

    def _next(self, parent: int, rank: str) -> int:
        key = (parent, rank)
        self.numbers[key] = self.numbers.get(key, 0) + 1
        return self.numbers[key]
