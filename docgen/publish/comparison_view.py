"""A Comparison with the words of both texts beside it: the rows every writer prints, in the order of the comparison.

What a row shows is settled here once: which provisions stand in each cell, which of their words are marked, which
rows say nothing of their own because the row of their article says it already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from docgen.compare.comparison import Comparison, Pair, Row, Span, Words
from docgen.messages import say
from docgen.model.address import walk
from docgen.model.citation import cite, gap_sentence
from docgen.model.level import HEADS, Level
from docgen.model.tree import Gap, Provision, Regulation
from docgen.publish.change_words import changes
from docgen.publish.word_changes import side_changes

Marked = tuple[tuple[str, str], ...]
"""Words with their marks: "=" as they were, "-" out, "+" in, "~" spelled otherwise, "?" facing what is not held."""

_FOLLOWING = {"unchanged", "renumbered", "moved"}
_ALONE = ({"added"}, {"removed"}, {"unknown"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One provision of one side as it is printed, its words marked."""

    address: str
    level: Level
    citation: str
    label: str
    heading: Marked = ()
    text: Marked = ()
    heading_below: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewRow:
    """One row: both cells, the same words run together where they correspond one to one, and what changed."""

    row: Row
    number: int = 0
    old: tuple[Passage, ...] = ()
    new: tuple[Passage, ...] = ()
    inline: tuple[Passage, ...] = ()
    changes: tuple[str, ...] = ()
    reason: str = ""
    confirmed_by: str = ""

    @property
    def changed(self) -> bool:
        """Tell whether the row is one a table of changes shows: something is to be seen in it, not only below it."""
        return self.row.kinds not in ((), ("unchanged",)) and not self.only_below

    @property
    def only_below(self) -> bool:
        """Tell whether all that changed stands in rows of its own, under this one."""
        return self.row.kinds == ("reworded",) and len(self.row.pairs) == 1 and all(
            span.mark == "=" for pair in self.row.pairs for span in (*pair.heading, *pair.words))

    @property
    def unknown(self) -> bool:
        """Tell whether nothing can be said of the row, because the other text is not held there."""
        return "unknown" in self.row.kinds and not self.row.pairs

    def breaks_off(self, side: str) -> bool:
        """Tell whether a side of a pair is not held to its end: the other side has words that face nothing."""
        other = self.new if side == "old" else self.old
        return bool(self.row.pairs) and any(mark == "?" for passage in other for mark, _ in passage.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextName:
    """How one of the texts is called: its edition or file, and the document as it is cited."""

    short: str
    document: str = ""
    gaps: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Return the fullest name there is."""
        return self.document or self.short


@dataclass(frozen=True, kw_only=True)
class View:
    """Everything a writer of comparisons needs; `reasons` are the remarks of the reviewed file by pair of addresses."""

    comparison: Comparison
    old: Regulation = field(repr=False)
    new: Regulation = field(repr=False)
    old_name: TextName
    new_name: TextName
    reasons: Mapping[tuple[str, str], str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @cached_property
    def rows(self) -> tuple[ViewRow, ...]:
        """Return the rows to show, numbered; rows that only follow their article's are inside it."""
        return tuple(_rows(self))

    @cached_property
    def single_rows(self) -> tuple[ViewRow, ...]:
        """Return every row by itself, none inside another, heads without a change of their own left out."""
        old, new = _Side.of(self.old), _Side.of(self.new)
        return tuple(_view_row(self, row, (), old, new) for row in self.comparison.rows if row.kinds)

    @cached_property
    def changed(self) -> tuple[ViewRow, ...]:
        """Return the rows with a change that can be told."""
        return tuple(row for row in self.rows if row.changed and not row.unknown)

    @cached_property
    def unknown(self) -> tuple[ViewRow, ...]:
        """Return the rows nothing can be said of."""
        return tuple(row for row in self.rows if row.unknown)

    @cached_property
    def unchanged(self) -> tuple[ViewRow, ...]:
        """Return the rows without any change."""
        return tuple(row for row in self.rows if row.row.kinds == ("unchanged",))


def name_of(regulation: Regulation, short: str, document: str = "") -> TextName:
    """Return the name of a text, with its gaps worded."""
    gaps = tuple(gap_sentence(node.text) for node in regulation.walk() if isinstance(node, Gap))
    if not document and not short:
        short = str(say("a text without a name"))
    return TextName(short=short, document=document, gaps=gaps)


@dataclass(slots=True)
class _Side:
    """One text: its provisions by address, the address each stands under, and those below each."""

    nodes: dict[str, Provision]
    parents: dict[str, str]

    @classmethod
    def of(cls, regulation: Regulation) -> _Side:
        nodes = dict(walk(regulation))
        by_node = {id(node): address for address, node in nodes.items()}
        parents = {by_node[id(child)]: address for address, node in nodes.items()
                   for child in node.children if isinstance(child, Provision)}
        return cls(nodes, parents)


def _rows(view: View) -> Iterable[ViewRow]:
    old, new = _Side.of(view.old), _Side.of(view.new)
    rows = view.comparison.rows
    of_old = {address: place for place, row in enumerate(rows) for address in row.old}
    of_new = {address: place for place, row in enumerate(rows) for address in row.new}
    holder: dict[int, int] = {}
    for place, row in enumerate(rows):
        above = _above(row, place, rows, (old, new), (of_old, of_new))
        if above is not None:
            holder[place] = holder.get(above, above)
    held: dict[int, list[Row]] = {}
    for place, above in sorted(holder.items()):
        held.setdefault(above, []).append(rows[place])
    number = 0
    for place, row in enumerate(rows):
        if place in holder:
            continue
        made = _view_row(view, row, held.get(place, []), old, new)
        number += made.changed and not made.unknown
        yield replace(made, number=number if made.changed and not made.unknown else 0)


def _above(
    row: Row, place: int, rows: Sequence[Row], sides: tuple[_Side, _Side],
    places: tuple[dict[str, int], dict[str, int]],
) -> int | None:
    """Return the row that already says what this one would: its parent's, where both changed in one and the same way.

    Headings do not swallow what stands under them: a table goes by Điều and khoản.
    """
    parents: set[int | None] = set()
    for addresses, side, of_side in ((row.old, sides[0], places[0]), (row.new, sides[1], places[1])):
        for address in addresses:
            parents.add(of_side.get(side.parents.get(address, "")))
    if len(parents) != 1 or (above := parents.pop()) is None or above >= place:
        return None
    parent = rows[above]
    kinds, over = set(row.kinds), set(parent.kinds)
    if parent.level in HEADS or parent.level is Level.ANNEX:
        return None
    if any(kinds == alone == over for alone in _ALONE) and bool(row.old) == bool(parent.old):
        return above
    one_to_one = len(row.old) == len(row.new) == 1 == len(parent.old) == len(parent.new)
    follows = (one_to_one and kinds <= _FOLLOWING and kinds - {"unchanged"} and kinds - {"unchanged"} <= over
               and over & {"moved", "renumbered"}
               and _tail(row.old[0], parent.old[0]) == _tail(row.new[0], parent.new[0]))
    return above if follows else None


def _tail(address: str, above: str) -> str:
    return address.removeprefix(above)


def _view_row(view: View, row: Row, below: Sequence[Row], old: _Side, new: _Side) -> ViewRow:
    kinds = set(row.kinds)
    marked = not any(kinds == alone for alone in _ALONE)
    old_passages = [*_passages(row.old, row.pairs, "old", old, marked),
                    *(passage for one in below for passage in _passages(one.old, one.pairs, "old", old, marked))]
    new_passages = [*_passages(row.new, row.pairs, "new", new, marked),
                    *(passage for one in below for passage in _passages(one.new, one.pairs, "new", new, marked))]
    inline: tuple[Passage, ...] = ()
    if len(row.pairs) == 1 and len(row.old) == len(row.new) == 1 and not below:
        inline = (_inline(row.pairs[0], new),)
    reasons = [view.reasons[key] for pair in row.pairs if (key := (pair.old, pair.new)) in view.reasons]
    reasons += [view.reasons[key] for address in row.old if not row.new and (key := (address, "")) in view.reasons]
    reasons += [view.reasons[key] for address in row.new if not row.old and (key := ("", address)) in view.reasons]
    several = bool(row.pairs) and len(row.old) + len(row.new) > 2
    said = changes(row, _changes_of_several(old_passages, new_passages) if several else ())
    if not said and kinds == {"reworded"}:
        said = (str(say("Changed in the provisions below it")),)
    return ViewRow(row=row, old=tuple(old_passages), new=tuple(new_passages), inline=inline,
                   changes=said, reason=" ".join(dict.fromkeys(reasons)))


def _changes_of_several(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[str, ...]:
    sides = ([tuple(Span(mark, text) for mark, text in words) for passage in side
              for words in (passage.heading, passage.text)] for side in (old, new))
    return side_changes(*sides)


def _passages(addresses: Sequence[str], pairs: Sequence[Pair], side: str, of: _Side, marked: bool) -> list[Passage]:
    found = []
    for address in addresses:
        node = of.nodes[address]
        own = [pair for pair in pairs if (pair.old if side == "old" else pair.new) == address]
        heading = _covered(node.heading, [pair.heading for pair in own], side, marked)
        text = _covered(node.text, [pair.words for pair in own], side, marked)
        found.append(_passage(address, node, heading, text))
    return found


def _passage(address: str, node: Provision, heading: Marked, text: Marked) -> Passage:
    return Passage(address, node.level, cite(address), node.label, heading, text, node.heading_on_own_line)


def _covered(text: str, all_words: Sequence[Words], side: str, marked: bool) -> Marked:
    """Mark a text by all pairs it has part in: words that any partner shares are as they were, the others changed."""
    if not text:
        return ()
    if not marked:
        return (("=", text),)
    lost = "-" if side == "old" else "+"
    marks = [lost] * len(text)
    for words in all_words:
        own = _own_spans(words, side, len(text))
        if own is None:  # a pair without words: it says that the two correspond and no more
            return (("=", text),)
        place = 0
        for mark, length in own:
            if mark == "=" or (mark in "~?" and marks[place:place + 1] != ["="]):
                marks[place:place + length] = [mark] * length
            place += length
    if not all_words:
        return (("=", text),)
    runs: list[tuple[str, str]] = []
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or marks[place] != marks[start]:
            run = text[start:place]
            # the blank or full stop where one partner ends and the next begins is no change to show
            seam = not any(letter.isalnum() for letter in run) if len(all_words) > 1 else not run.strip()
            mark = "=" if seam else marks[start]
            if runs and runs[-1][0] == mark:
                run = runs.pop()[1] + run
            runs.append((mark, run))
            start = place
    return tuple(runs)


def _own_spans(words: Words, side: str, length: int) -> list[tuple[str, int]] | None:
    """Return marks and lengths of the spans that make up one side; None where the pair holds no words."""
    if not words:
        return None
    with_unknown = [(span.mark, len(_side_text(span, side))) for span in words if _belongs(span, side)]
    if sum(size for _, size in with_unknown) == length:
        return with_unknown
    return [(mark, size) for mark, size in with_unknown if mark != "?"]


def _belongs(span: Span, side: str) -> bool:
    return span.mark in ("=", "~", "?") or span.mark == ("-" if side == "old" else "+")


def _side_text(span: Span, side: str) -> str:
    return span.other if span.mark == "~" and side == "new" else span.text


def _inline(pair: Pair, new: _Side) -> Passage:
    """Return the two sides of a pair run together."""
    node = new.nodes[pair.new]
    return _passage(pair.new, node, _run_together(pair.heading, node.heading), _run_together(pair.words, node.text))


def _run_together(words: Words, text: str) -> Marked:
    if not words:
        return (("=", text),) if text else ()
    return tuple((span.mark, span.other if span.mark == "~" else span.text) for span in words)
