"""Which paragraphs stand in the updated document, in which order: the person's own order, docgen's changes in it.

A paragraph a person changed, or that holds something of theirs below it, is never taken out; a paragraph docgen adds
never parts what belongs together, and never stands under a heading that is not its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from docgen.renew.merge_pairs import Pairs, Unit
from docgen.renew.merge_paragraphs import DEPTHS, Para, below, parents

Fate = Literal["kept", "added", "removed"]


@dataclass(slots=True)
class Entry:
    """One paragraph of the result on its way: one of the person's, with its counterpart of now if any, or one added."""

    fate: Fate
    theirs: int = -1
    new: int = -1
    depth: int = 80
    carried: bool = False
    """Whether the person has put it here from elsewhere."""

    @property
    def own(self) -> bool:
        """Whether it stands here by the person's will alone."""
        return self.fate == "kept" and (self.new < 0 or self.carried)


@dataclass(frozen=True, slots=True)
class Ordered:
    """The entries in order, and what was not done: paragraphs of now that wait in a comment, removals not made."""

    entries: tuple[Entry, ...]
    deleted: tuple[int, ...]
    """Paragraphs of now that docgen changed and the person had taken out."""
    homeless: tuple[int, ...]
    """Paragraphs docgen adds under what the person had taken out."""
    standing: tuple[int, ...]
    """Paragraphs of theirs that docgen no longer writes and that stand, for the person changed them."""
    unmoved: tuple[int, ...]
    """Paragraphs of theirs that docgen now writes elsewhere and that stay."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the order is worked out from; `touched` tells of a unit whether the person changed its words."""

    base: Sequence[Para]
    theirs: Sequence[Para]
    new: Sequence[Para]
    held: Pairs
    made: Mapping[int, int]
    """Paragraphs of what was written then by their counterparts of now: base to new."""
    twins: Mapping[int, int]
    """Own paragraphs of the person that docgen now writes too: new to theirs."""
    touched: Callable[[Unit], bool]
    changed: Callable[[int, int], bool]
    """Whether docgen changed the words from a paragraph of then to one of now."""


def order(plan: Plan) -> Ordered:
    """Work out the order of the result."""
    units = plan.held.of_other()
    of_base = plan.held.of_base()
    depths = _depths(plan, units)
    carried = _carried(plan)
    moved = _moved(plan, units) - carried
    dropped = {place for place, unit in units.items() if not any(at in plan.made for at in unit.base)}
    leaving, standing = _closed(plan, dropped | moved, moved, depths)
    entries = []
    gone = {at for place in leaving & moved for at in units[place].base}
    for place in range(len(plan.theirs)):
        unit = units.get(place)
        new = -1
        if unit is not None:
            present = [plan.made[at] for at in unit.base if at in plan.made]
            new = present[0] if present else -1
        depth = depths[place]
        if new >= 0 and unit is not None and _label(plan.base[unit.base[0]]) == _label(plan.theirs[place]):
            depth = plan.new[new].depth  # nobody touched its number, so it stands as deep as docgen writes it now
        entries.append(Entry("removed" if place in leaving else "kept", place, new, depth))
    for number, place in plan.twins.items():
        entries[place].new = number
    for place in carried:
        entries[place].carried = True
    of_new = {number: at for at, number in plan.made.items()}
    standing_now = {entry.new: entry for entry in entries if entry.fate == "kept" and entry.new >= 0}
    placing = _Placing(plan, entries, standing_now)
    for unit in plan.held.units:
        for at in unit.base:
            if at in plan.made and not leaving & set(unit.other):
                placing.where.setdefault(plan.made[at], entries[unit.other[0]])
    deleted: list[int] = []
    homeless: list[int] = []
    lost: set[int] = set()
    for number, para in enumerate(plan.new):
        at = of_new.get(number, -1)
        if para.blank or number in placing.where:
            continue
        parent = placing.above[number]
        if at >= 0 and at not in of_base:
            lost.add(number)
            if plan.changed(at, number):
                deleted.append(number)
        elif parent in lost and para.depth > DEPTHS["section"] and at not in gone:
            lost.add(number)
            homeless.append(number)
        elif at < 0 or at in gone:
            placing.put(number)
    unmoved = tuple(sorted(moved - leaving))
    return Ordered(tuple(placing.entries), tuple(deleted), tuple(homeless), tuple(sorted(standing)), unmoved)


def _moved(plan: Plan, units: Mapping[int, Unit]) -> set[int]:
    """Return the person's paragraphs docgen now writes elsewhere, if they do not stand there already."""
    pairs = sorted(plan.made.items())
    before = _out_of_order([number for _, number in pairs])
    elsewhere = {pairs[rank][0] for rank in before}
    singles = [unit for unit in plan.held.units if unit.base[0] in plan.made]
    now = _out_of_order([plan.made[unit.base[0]] for unit in singles])
    return {place for rank in now if singles[rank].base[0] in elsewhere for place in singles[rank].other}


def _carried(plan: Plan) -> set[int]:
    """Return the paragraphs the person has put elsewhere."""
    out = _out_of_order([unit.base[0] for unit in plan.held.units])
    return {place for rank in out for place in plan.held.units[rank].other}


def _out_of_order(values: Sequence[int]) -> set[int]:
    return set(range(len(values))) - set(_longest_rise(values))


def _depths(plan: Plan, units: Mapping[int, Unit]) -> list[int]:
    """Return how deep the person's paragraphs stand; one of docgen's without a number, as deep as docgen wrote it."""
    return [plan.base[units[place].base[0]].depth if place in units and para.label is None else para.depth
            for place, para in enumerate(plan.theirs)]


def _label(para: Para) -> str:
    return para.label.text if para.label else ""


def _closed(
    plan: Plan, wanted: set[int], moved: set[int], depths: Sequence[int],
) -> tuple[set[int], set[int]]:
    """Leave standing what the person changed or has something of their own under, up to the article it stands in."""
    units = plan.held.of_other()
    above = parents(depths)
    leaving = set(wanted)
    standing: set[int] = set()
    waiting = [place for place in wanted if plan.touched(units[place]) or len(units[place].other) > 1]
    standing |= set(waiting) - moved
    waiting += [place for place in range(len(plan.theirs)) if place not in units and not plan.theirs[place].blank]
    while waiting:
        place = waiting.pop()
        leaving.discard(place)
        parent = above[place]
        if parent in leaving and not _goes_on(plan, parent, depths, leaving):
            leaving.discard(parent)
            waiting.append(parent)
            if parent not in moved:
                standing.add(parent)
            if depths[parent] >= DEPTHS["article"]:
                rest = [other for other in below(depths, parent) if other in leaving]
                leaving -= set(rest)
                standing |= set(rest) - moved
    for place in leaving.copy():
        # the name of a chapter goes and stays with its number
        if depths[place] == DEPTHS["chapter_name"] and above[place] >= 0 and above[place] not in leaving:
            leaving.discard(place)
    return leaving, standing


def _goes_on(plan: Plan, head: int, depths: Sequence[int], leaving: set[int]) -> bool:
    """Tell whether docgen only takes the heading of a chapter out and goes on writing articles of it."""
    if depths[head] >= DEPTHS["article"]:
        return False
    units = plan.held.of_other()
    return any(depths[place] == DEPTHS["article"] and place in units and place not in leaving
               and units[place].base[0] in plan.made for place in below(depths, head))


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Return the places of the longest run of growing values: what kept its order."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(ends, value)
        before.append(last[at - 1] if at else -1)
        if at == len(ends):
            ends.append(value)
            last.append(place)
        else:
            ends[at], last[at] = value, place
    found: list[int] = []
    place = last[-1] if last else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return found[::-1]


class _Placing:
    """Puts what docgen adds behind what it follows in the text of now."""

    def __init__(self, plan: Plan, entries: list[Entry], where: dict[int, Entry]) -> None:
        self.plan = plan
        self.entries = entries
        self.where = where
        self.above = parents([para.depth for para in plan.new])

    def put(self, number: int) -> None:
        """Put one paragraph of now at its place."""
        para = self.plan.new[number]
        entry = Entry("added", -1, number, para.depth)
        at = self._anchor(number)
        if at < 0:
            while at + 1 < len(self.entries) and self.entries[at + 1].fate == "removed":
                at += 1
        elif not (para.rank == "chapter_name" and self.entries[at].new == self.above[number]):
            at = self._behind(at, entry)
        self.entries.insert(at + 1, entry)
        self.where[number] = entry

    def _anchor(self, number: int) -> int:
        places = {id(entry): place for place, entry in enumerate(self.entries)}
        parent = self.where.get(self.above[number])
        floor = places[id(parent)] if parent is not None else -1
        for other in range(number - 1, -1, -1):
            entry = self.where.get(other)
            # a new article does not follow a paragraph the person has put elsewhere
            if entry is None or (entry.carried and self.plan.new[number].depth <= DEPTHS["article"]):
                continue
            place = places[id(entry)]
            if parent is None or place == floor:
                return place
            if place > floor and all(between.depth > parent.depth or between.fate == "removed"
                                     for between in self.entries[floor + 1:place + 1]):
                return place
        return floor

    def _behind(self, at: int, entry: Entry) -> int:
        """Step over what belongs to the paragraph before, and over the person's own of the same rank."""
        depth = entry.depth
        inside = self.entries[at].depth >= depth
        whole = False
        while at + 1 < len(self.entries):
            after = self.entries[at + 1]
            later = after.new > entry.new and not after.own and after.fate != "removed"
            if after.depth < depth or later:
                break
            deeper = after.depth > depth and (inside or whole)
            own = (after.own or after.fate == "removed") and after.depth >= depth
            if not (deeper or own):
                break
            whole = whole or (own and after.depth == depth)
            at += 1
        return at
