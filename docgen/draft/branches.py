"""Which clauses are printed how often, and everything that follows from that alone, worked out once for all cells.

Cells with the same answers share a branch: its numbers, its references, the doubts about it, the XML of its body with
gaps for the words that depend on a cell, the hidden part that names its clauses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from docgen.draft.binding import bind
from docgen.draft.clause_source import ClauseSource, Zone
from docgen.draft.clause_words import ClauseWords, Words
from docgen.draft.clauses import Clause, ClauseSet
from docgen.draft.legal_basis import edition_of
from docgen.draft.numbering import Numbering, Placed, number
from docgen.draft.opens import NumberedClause
from docgen.draft.text_program import ITEM, Condition
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding, Severity
from docgen.word.archive import Stretch
from docgen.word.blocks import Block
from docgen.word.body import Body
from docgen.word.gaps import gap
from docgen.word.sandbox import BrokenTag

MOST_BRANCHES = 96
"""Branches kept, a tenth of a megabyte each; a hundred thousand cells have a few dozen."""
ZONES: tuple[Zone, ...] = ("summary", "addressees", "legal_basis", "opening", "recipients")
HEADINGS = ("chapter", "section", "head")
"""Kinds of block whose words stand in capitals."""


class BodyWriter(Protocol):
    """What a branch asks of a Word frame: the paragraphs of its blocks, with gaps."""

    def body(self, blocks: Sequence[Block], own: frozenset[int]) -> Body:
        """Return the paragraphs of the blocks; `own` are the gaps whose texts hardly come back."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A printed clause whose words depend on the cell: its place in the document, which item of its list it is for."""

    place: int
    words: ClauseWords
    cited: tuple[str | None, ...]
    turn: int


@dataclass(frozen=True)
class Branch:
    """One way a document can turn out; `printed` are its clauses in order, zone by zone, `findings` the doubts."""

    clauses: ClauseSet
    numbering: Numbering
    printed: tuple[Placed, ...]
    zones: Mapping[str, slice]
    constant: tuple[Words | None, ...]
    open: tuple[_Open, ...]
    findings: tuple[Finding, ...]
    sources: tuple[ClauseSource, ...]
    editions: tuple[str, ...]
    own: frozenset[int]
    """Places whose words hardly come back in another cell: names, dates."""
    hidden: dict[tuple[str, ...], bytes] = field(default_factory=dict, repr=False, compare=False)
    """Provenance parts by who writes and the hashes of the editions named in them."""
    _bodies: dict[bool, Body] = field(default_factory=dict, repr=False, compare=False)

    def fill(
        self, values: Mapping[str, object], items: Mapping[int, tuple[object, ...]], findings: list[Finding],
    ) -> list[Words]:
        """Return the words of every printed clause for one cell; what cannot be worked out is added to `findings`."""
        words = list(self.constant)
        citations = self.numbering.citations
        for one in self.open:
            place = self.printed[one.place].clause
            item = items[place][one.turn] if place in items else None
            try:
                made = one.words.fill(values, citations, one.cited, item)
            except BrokenTag as broken:
                findings.append(clause_fault(one.words.clause, one.words.clause.source.line, broken.message))
                made = Words("", b"")
            else:
                if not made.text:
                    findings.append(clause_fault(
                        one.words.clause, one.words.clause.source.line,
                        say("Nothing is left of this clause for this cell."),
                        say("Give it an 'if', so that it is left out as a whole.")))
            words[one.place] = made
        return [made for made in words if made is not None]

    def body(self, frame: BodyWriter, words: Sequence[Words], *, bookmarks: bool) -> list[Stretch]:
        """Return the finished paragraphs of the body."""
        body = self._bodies.get(bookmarks)
        if body is None:
            texts = [gap(place) if made is None else made.text for place, made in enumerate(self.constant)]
            body = self._bodies[bookmarks] = frame.body(
                [_block(self.clauses, self.printed[place], bind(self.printed[place].mark),
                        texts[place] if self.printed[place].kind in HEADINGS else bind(texts[place]), bookmarks)
                 for place in self._in_body], self.own)
        return body.fill([made.xml for made in words])

    def blocks(self, words: Sequence[Words], *, bookmarks: bool) -> tuple[Block, ...]:
        """Return the blocks of the body as text."""
        return tuple(_block(self.clauses, self.printed[place], self.printed[place].mark, words[place].text, bookmarks)
                     for place in self._in_body)

    def numbered(self, words: Sequence[Words]) -> tuple[NumberedClause, ...]:
        """Return every printed clause with its number and its words."""
        return tuple(_numbered(self.clauses.clauses[placed.clause], placed, made.text)
                     for placed, made in zip(self.printed, words, strict=True))

    @property
    def _in_body(self) -> range:
        return range(len(self.printed) - len(self.numbering.placed), len(self.printed))


class Branches:
    """The conditions of a template, and the branches cells have taken lately."""

    def __init__(self, clauses: ClauseSet, own: frozenset[str] = frozenset()) -> None:
        self.clauses = clauses
        self._own = own
        self._words = tuple(ClauseWords(clause) for clause in clauses.clauses)
        shared = [clause.condition for clause in clauses.clauses if _is_shared(clause.condition)]
        self._conditions: dict[str, Condition] = {condition.source: condition for condition in shared
                                                  if condition is not None}
        self._repeated = tuple(place for place, clause in enumerate(clauses.clauses)
                               if clause.source.each or (clause.condition and not _is_shared(clause.condition)))
        self._known: dict[tuple[object, ...], Branch] = {}

    def __len__(self) -> int:
        return len(self._known)

    def of(
        self, values: Mapping[str, object], findings: list[Finding],
    ) -> tuple[Branch, dict[int, tuple[object, ...]]]:
        """Return the branch a cell takes and the items of its repeated clauses, by place; faults go to `findings`."""
        faults: list[tuple[int, Finding]] = []
        answers: dict[str, bool] = {}
        for source, condition in self._conditions.items():
            try:
                answers[source] = condition.holds(values)
            except BrokenTag as broken:
                answers[source] = False
                faults += [(place, clause_fault(clause, clause.source.attribute_line, broken.message))
                           for place, clause in enumerate(self.clauses.clauses)
                           if clause.condition is not None and clause.condition.source == source]
        items: dict[int, tuple[object, ...]] = {}
        for place in self._repeated:
            clause = self.clauses.clauses[place]
            try:
                items[place] = _items(clause, values, answers)
            except BrokenTag as broken:
                items[place] = ()
                faults.append((place, clause_fault(clause, clause.source.attribute_line, broken.message)))
        findings += [fault for _, fault in sorted(faults, key=lambda fault: fault[0])]
        key = (*answers.values(), *map(len, items.values()))
        branch = self._known.get(key)
        if branch is None:
            if len(self._known) >= MOST_BRANCHES:
                self._known.clear()
            branch = self._known[key] = self._made(answers, items)
        return branch, items

    def _made(self, answers: Mapping[str, bool], items: Mapping[int, tuple[object, ...]]) -> Branch:
        counts = tuple(len(items[place]) if place in items else
                       int(clause.condition is None or answers[clause.condition.source])
                       for place, clause in enumerate(self.clauses.clauses))
        numbering = number(self.clauses, counts)
        printed: list[Placed] = []
        zones: dict[str, slice] = {}
        for zone in ZONES:
            start = len(printed)
            printed += [Placed(place, turn, "paragraph", "", "")
                        for place in self.clauses.zone(zone) for turn in range(counts[place])]
            zones[zone] = slice(start, len(printed))
        printed += numbering.placed
        constant: list[Words | None] = []
        opened: list[_Open] = []
        for place, placed in enumerate(printed):
            words = self._words[placed.clause]
            cited = tuple(numbering.citations.get(target) for target in words.clause.text.refs)
            # a reference to a clause that is not printed has to be told each time
            if words.is_constant and None not in cited and words.clause.source.text.strip():
                constant.append(words.fill({}, numbering.citations, cited))
            else:
                constant.append(None)
                opened.append(_Open(place, words, cited, placed.turn))
        used = {placed.clause for placed in printed}
        sources = tuple(clause.source for place, clause in enumerate(self.clauses.clauses) if place in used)
        return Branch(
            self.clauses, numbering, tuple(printed), zones, tuple(constant), tuple(opened),
            tuple(finding.within(self.clauses.file) for finding in _doubts(self.clauses, numbering)), sources,
            tuple(sorted({edition_of(basis) for source in sources for basis in source.basis})),
            frozenset(one.place for one in opened if not self._own.isdisjoint(one.words.clause.text.names)))


def clause_fault(clause: Clause, line: int, message: Message, remedy: Message = NOTHING) -> Finding:
    """Return the finding that a clause cannot be printed for this cell."""
    return Finding(code="draft-clause", severity="error", line=line, column=1, address=clause.id, message=message,
                   remedy=remedy, file=clause.source.file)


def _is_shared(condition: Condition | None) -> bool:
    """Tell whether a condition is about the cell, not about one item of a list."""
    return condition is not None and ITEM not in condition.names


def _items(clause: Clause, values: Mapping[str, object], answers: Mapping[str, bool]) -> tuple[object, ...]:
    items: tuple[object, ...] = (None,)
    if clause.source.each:
        listed = values.get(clause.source.each)
        items = listed if isinstance(listed, tuple) else ()
    condition = clause.condition
    if condition is None:
        return items
    if _is_shared(condition):
        return items if answers[condition.source] else ()
    return tuple(item for item in items if condition.holds({**values, ITEM: item}))


def _block(clauses: ClauseSet, placed: Placed, mark: str, text: str, bookmarks: bool) -> Block:
    bookmark = ""
    if bookmarks:
        name = clauses.clauses[placed.clause].id
        bookmark = name if placed.turn == 0 else f"{name}.{placed.turn + 1}"
    if placed.kind in ("chapter", "section"):
        return Block(placed.kind, mark, heading=text.upper(), bookmark=bookmark)
    if placed.kind == "head":
        return Block(placed.kind, f"{mark} {text.upper()}", bookmark=bookmark)
    if placed.kind == "run_in_article":
        return Block(placed.kind, mark, rest=text, bookmark=bookmark)
    return Block(placed.kind, f"{mark} {text}" if mark else text, bookmark=bookmark)


def _numbered(clause: Clause, placed: Placed, text: str) -> NumberedClause:
    source = clause.source
    return NumberedClause(id=source.id, citation=placed.citation, text=text, kind=source.kind, basis=source.basis,
                          uses=clause.text.names | ({source.each} if source.each else frozenset()),
                          custom=source.custom, against=source.against, may_rest_on=source.may_rest_on)


def _doubts(clauses: ClauseSet, numbering: Numbering) -> Iterator[Finding]:
    """Find what an office would send back: a list announced and not there, a point or an article left alone."""
    told: tuple[tuple[tuple[int, ...], Severity, Message], ...] = (
        (numbering.bereft, "error", say("It announces a list of which nothing is left for this cell.")),
        (numbering.lone_points, "warning", say("Only one điểm is left of this list for this cell.")),
        (numbering.lone_articles, "warning", say("Only one Điều is left in this chapter for this cell.")),
    )
    for places, severity, message in told:
        for place in places:
            source = clauses.clauses[place].source
            yield Finding(code="draft-branch", severity=severity, message=message, line=source.line, column=1,
                          address=source.id, file=source.file,
                          remedy=say("Look at the conditions of the clauses under it."))
