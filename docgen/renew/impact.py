"""What a new text does to a document already written: the clauses that rest on provisions that changed.

A clause rests on a provision if docgen wrote it from there (the hidden part says so), if it cites it, or if it uses
its words. A document that docgen did not make is read the same way, by its citations and words alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from docgen.check.document.paper import Paper
from docgen.check.document.resting import HeldWording, Quoted, WordingIndex, citations
from docgen.compare.comparison import Comparison
from docgen.compare.following import UNTOUCHED, Whereabouts
from docgen.model.address import number as number_of
from docgen.model.address import walk
from docgen.model.level import Level
from docgen.model.tree import Gap, Regulation
from docgen.versions.edition_id import is_number

How = Literal["made", "cited", "quoted"]
_QUOTED_WORDS = 16
"""Words in one stretch that make a quotation, if they are a good part of the line: formulas of the Party run to fifteen
("các tỉnh uỷ, thành uỷ, đảng uỷ trực thuộc Trung ương …")."""
_QUOTED_SHARE = 0.4
_SHORT_WORDS, _SHORT_SHARE = 10, 0.6
"""A shorter stretch does if it is the better part of the provision itself."""
_OTHERWISE = 2
"""Words more that the old text must share with a line than the new one does, for it to be the old one's wording."""
_NO_WORDING = ("can-cu-", "noi-nhan-", "mo-dau-")
_SHOWN = 160
_RANKS = {Level.POINT: "diem", Level.CLAUSE: "khoan", Level.ARTICLE: "dieu"}
"""Ranks of docgen's own documents from below, as addresses name them."""


@dataclass(frozen=True)
class Change:
    """Two texts of a work as documents are held against them.

    `old_date` is the day of the old one; if other texts bear its number too, a citation must name the day.
    """

    old_edition: str
    old_number: str
    old_date: str
    shared_number: bool
    whereabouts: Whereabouts
    index: WordingIndex

    @classmethod
    def between(cls, comparison: Comparison, old: Regulation, new: Regulation, *, number: str, date: str = "",
                shared_number: bool = False) -> Change:
        """Make everything ready that is the same for all documents."""
        wordings = [HeldWording(side, address, text) for side, regulation in (("old", old), ("new", new))
                    for address, text in _wordings(regulation)]
        return cls(comparison.old.edition, number, date, shared_number, Whereabouts(comparison),
                   WordingIndex(wordings))


@dataclass(frozen=True, slots=True, kw_only=True)
class RestingClause:
    """A clause of a document and the provision of the old text it rests on.

    `clause` is its address in the document, "" where it has none; `line` counts from 1, 0 where the file does not show
    which words it is: the hidden part names the clause, and no mark does. `id` is how docgen called it. `old` is ""
    where the text as a whole is cited; `kinds` is empty where the old text has no such provision.
    """

    clause: str
    line: int
    words: str
    how: How
    old: str
    new: tuple[str, ...]
    kinds: tuple[str, ...]
    id: str = ""

    @property
    def affected(self) -> bool:
        """Tell whether somebody has to look at it."""
        return not self.kinds or not UNTOUCHED.issuperset(self.kinds)


@dataclass(frozen=True, slots=True)
class Resting:
    """Everything in one document that rests on the old text; `detached`: its clauses have lost their bookmarks."""

    clauses: tuple[RestingClause, ...]
    made: bool = False
    detached: bool = False

    @property
    def affected(self) -> tuple[RestingClause, ...]:
        """The clauses somebody has to look at."""
        return tuple(one for one in self.clauses if one.affected)


def resting_on(paper: Paper, change: Change) -> Resting:
    """Find what in a document rests on the old text, in the order of print, each provision once a line."""
    made = paper.made_from
    marked = {line.clause for line in paper.lines if line.clause}
    detached = made is not None and bool(made.clauses) and not marked
    found: dict[tuple[int, str, str], How] = {}
    for number, address, name in _made_from(paper, change):
        found.setdefault((number, address, name), "made")
    for number, address in _cited(paper, change):
        name = paper.lines[number].clause
        if (number, address, name) not in found:
            found[number, address, name] = "cited"
    known = {number for number, _, _ in found}
    for number, address in _quoted(paper, change, known):
        found.setdefault((number, address, paper.lines[number].clause), "quoted")
    clauses = []
    for (number, old, name), how in sorted(found.items(), key=lambda one: one[0][0]):
        new, kinds = change.whereabouts.follow(old)
        words = _shown(paper.lines[number].text) if number >= 0 else ""
        clauses.append(RestingClause(clause="", line=number + 1, words=words, how=how, old=old, new=new, kinds=kinds,
                                     id=name))
    if any(one.affected and one.line for one in clauses):  # reading the document as a tree is what takes time
        clauses = [_placed(one, place_of(paper, one.line - 1)) if one.line else one for one in clauses]
    return Resting(tuple(clauses), made is not None, detached)


def _placed(one: RestingClause, address: str) -> RestingClause:
    return RestingClause(clause=address, line=one.line, words=one.words, how=one.how, old=one.old, new=one.new,
                         kinds=one.kinds, id=one.id)


def place_of(paper: Paper, at: int) -> str:
    """Return the address of a line: in docgen's own documents by the labels above it, else by the whole tree."""
    if paper.made_from is None or not paper.lines[at].clause:
        return paper.addresses[at]
    above = list(_RANKS)
    parts: list[str] = []
    for place in range(at, -1, -1):
        label = paper.lines[place].label
        if label is None:
            if place == at and not (at and (before := paper.lines[at - 1].label) and before.level is Level.ARTICLE):
                return paper.addresses[at]
        elif place == at and label.level not in _RANKS:
            return paper.addresses[at]
        elif label.level in above:
            parts.append(f"{_RANKS[label.level]}-{number_of(label.level, label.label).replace('đ', 'dd')}")
            above = above[above.index(label.level) + 1:]
            if not above:
                return ".".join(reversed(parts))
    return paper.addresses[at]


def _made_from(paper: Paper, change: Change) -> Iterator[tuple[int, str, str]]:
    """Yield the first line of every clause docgen made from the old text, with the provision and the clause's id.

    A clause without a mark in the file (the opening has none, or somebody took the paragraph out) has the line -1.
    """
    if paper.made_from is None or not change.old_edition:
        return
    edition = change.old_edition.partition("@")[0]
    lines: dict[str, int] = {}
    for number, line in enumerate(paper.lines):
        lines.setdefault(line.clause, number)
    for clause in paper.made_from.clauses:
        for basis in clause.basis:
            if basis.partition(":")[0] == edition:
                yield lines.get(clause.id, -1), basis.partition(":")[2], clause.id


def _cited(paper: Paper, change: Change) -> Iterator[tuple[int, str]]:
    for one in citations(paper):
        if one.document and is_number(one.document, change.old_number) and _same_day(one.dated, change):
            yield one.line, one.address


def _same_day(dated: str, change: Change) -> bool:
    """Tell whether a citation can mean the old text: number and date identify a document, a number often does."""
    if dated and change.old_date:
        return dated == change.old_date
    return not change.shared_number


def _quoted(paper: Paper, change: Change, known: set[int]) -> Iterator[tuple[int, str]]:
    """Yield the lines in the old text's words, where the new text does not have the same words.

    A line whose ground is known already is not looked at, nor one docgen wrote: it says itself what it rests on.
    """
    lines = {number: line.words for number, line in enumerate(paper.lines)
             if number not in known and not line.clause and len(line.text) > 3 * _SHORT_WORDS}
    best: dict[tuple[int, str], Quoted] = {}
    for one in change.index.quotations(lines, _SHORT_WORDS):
        if (one.longest >= _QUOTED_WORDS and one.share_of_line >= _QUOTED_SHARE) or (
                one.longest >= _SHORT_SHARE * one.provision_words):
            best.setdefault((one.line, one.edition), one)
    for (number, side), one in best.items():
        newer = best.get((number, "new"))
        if side == "old" and (newer is None or one.shared >= newer.shared + _OTHERWISE):
            yield number, one.address


def _wordings(regulation: Regulation) -> Iterable[tuple[str, str]]:
    for address, node in walk(regulation):
        # legal bases and recipients are alike in many texts and are nobody's wording
        if not isinstance(node, Gap) and node.text and not address.startswith(_NO_WORDING):
            yield address, node.text


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rpartition(' ')[0]} …"


def counted(results: Iterable[Resting]) -> Mapping[str, int]:
    """Count documents by what a change does to them: affected, resting on what stays, not concerned."""
    counts = {"affected": 0, "unaffected": 0, "not_concerned": 0}
    for one in results:
        counts["affected" if one.affected else "unaffected" if one.clauses else "not_concerned"] += 1
    return counts
