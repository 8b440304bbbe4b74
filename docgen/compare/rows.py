"""Pairs into rows: each provision in exactly one, with what happened to it and the words between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.compare.chain import heaviest_chain
from docgen.compare.comparison import KINDS, Pair, Row, Span
from docgen.compare.lifting import sizes
from docgen.compare.matching import Alphabet
from docgen.compare.pair_words import WHOLE, Compared, Missing, compare_words
from docgen.compare.settled import Edge, Settled
from docgen.compare.units import Unit, Units
from docgen.model.level import HEADS, Level
from docgen.vietnamese.syllables import words

_CHANGES_AN_ARTICLE = frozenset({"reworded", "added", "removed", "split", "merged"})


@dataclass(slots=True)
class _Group:
    """A row while it is made: its places on either side and the pairs between them."""

    old: list[int] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    pairs: list[Pair] = field(default_factory=list)
    similarity: int | None = None

    @property
    def is_one_to_one(self) -> bool:
        return len(self.old) == len(self.new) == 1


def rows(old: Units, new: Units, edges: Mapping[Edge, int], settled: Settled, limited: list[str]) -> tuple[Row, ...]:
    """Return the rows of a comparison in the order of the old text, with what is new where it stands."""
    groups = _groups(old, new, edges)
    of = ({place: group for group in groups for place in group.old},
          {place: group for group in groups for place in group.new})
    words_of = _Words(old, new, edges, limited)
    for group in groups:
        words_of.fill(group)
        _unmatched(group, old, new)
    _moved(groups, old, (words_of.size_old, words_of.size_new))
    _hand_up(groups, old, new, of)
    return tuple(Row(
        level=(old.items[group.old[0]] if group.old else new.items[group.new[0]]).level,
        kinds=tuple(kind for kind in KINDS if kind in group.kinds),
        old=tuple(old.items[place].address for place in group.old),
        new=tuple(new.items[place].address for place in group.new),
        pairs=tuple(group.pairs), similarity=group.similarity,
        confirmed=_is_confirmed(group, settled),
    ) for group in _in_order(groups, new, of))


def _is_confirmed(group: _Group, settled: Settled) -> bool:
    """Tell whether somebody has reviewed all of a row: each of its pairs, or that it has no counterpart."""
    if group.edges:
        return settled.pairs.issuperset(group.edges)
    return settled.old.issuperset(group.old) and settled.new.issuperset(group.new)


def _groups(old: Units, new: Units, edges: Mapping[Edge, int]) -> list[_Group]:
    """Return what hangs together by pairs, and every provision without a pair by itself."""
    head: dict[tuple[int, int], tuple[int, int]] = {}

    def top(node: tuple[int, int]) -> tuple[int, int]:
        while head.setdefault(node, node) != node:
            head[node] = head[head[node]]
            node = head[node]
        return node

    for one, other in edges:
        first, second = sorted((top((0, one)), top((1, other))))
        head[second] = first
    found: dict[tuple[int, int], _Group] = {}
    for unit in old.items:
        found.setdefault(top((0, unit.place)), _Group()).old.append(unit.place)
    for unit in new.items:
        found.setdefault(top((1, unit.place)), _Group()).new.append(unit.place)
    for one, other in sorted(edges):
        found[top((0, one))].edges.append((one, other))
    return list(found.values())


class _Words:
    """Compares the words of pairs; remembers what is the same throughout a comparison."""

    def __init__(self, old: Units, new: Units, edges: Mapping[Edge, int], limited: list[str]) -> None:
        self.old, self.new, self.edges, self.limited = old, new, edges, limited
        self.size_old, self.size_new = sizes(old), sizes(new)
        self.alphabet = Alphabet()

    def fill(self, group: _Group) -> None:
        """Fill in the words of each pair of a row, its likeness, and the kinds its own words give it."""
        if not group.edges:
            return
        headings: list[Compared] = []
        texts: list[Compared] = []
        below = 0
        for one, other in group.edges:
            heading, text, shared = self._pair(one, other)
            total = self.size_old[one] + self.size_new[other]
            group.pairs.append(Pair(
                old=self.old.items[one].address, new=self.new.items[other].address, heading=heading.spans,
                words=text.spans, weight=min(1000, 2000 * shared // total) if total else 1000))
            below += shared
            headings.append(heading)
            texts.append(text)
        whole = sum(self.size_old[place] for place in group.old) + sum(self.size_new[place] for place in group.new)
        group.similarity = min(100, 200 * below // whole) if whole else 100
        if group.is_one_to_one:
            group.kinds |= _wording(headings + texts)
            if group.pairs[0].old != group.pairs[0].new:
                group.kinds.add("renumbered")
        else:
            group.kinds |= _regrouped(group, self.old, self.new, headings)

    def _pair(self, one: int, other: int) -> tuple[Compared, Compared, int]:
        """Return heading and text of a pair compared, and the words the two share with all that is below them."""
        first, second = self.old.items[one], self.new.items[other]
        own, title = (len(first.words), len(first.title)) if first.node.text else (0, len(first.title + first.words))
        heading = self._words(first.node.heading, second.node.heading, title)
        text = self._words(first.node.text, second.node.text, own, Missing.at(first, second))
        if text.limited or heading.limited:
            self.limited.append(f"{first.address} - {second.address}")
        shared = heading.shared + text.shared
        if first.end > one + 1 or second.end > other + 1:
            half = (self.size_old[one] + self.size_new[other]) // 2
            shared = max(shared, min(self.edges[one, other] + heading.shared, half))
        return heading, text, shared

    def _words(self, one: str, other: str, size: int, missing: Missing = WHOLE) -> Compared:
        """Compare two texts; `size` is how many words the old one has, which is all to be told if they are the same."""
        if one == other:
            return Compared((Span("=", one),) if one else (), size)
        return compare_words(one, other, self.alphabet, missing)


def _wording(compared: list[Compared]) -> set[str]:
    marks = {span.mark for one in compared for span in one.spans}
    kinds = {"unknown"} if "?" in marks else set()
    if marks & {"-", "+"}:
        return kinds | {"reworded"}
    return kinds | ({"spelling"} if "~" in marks else set())


def _regrouped(group: _Group, old: Units, new: Units, headings: list[Compared]) -> set[str]:
    """Return the kinds of a row of several provisions: split where one old has more new ones, merged the other way."""
    kinds = set()
    if len({one for one, _ in group.edges}) < len(group.edges):
        kinds.add("split")
    if len({other for _, other in group.edges}) < len(group.edges):
        kinds.add("merged")
    if _said([old.items[place] for place in group.old]) != _said([new.items[place] for place in group.new]) or all(
            heading.has("-", "+") for heading in headings):
        kinds.add("reworded")
    return kinds


def _said(units: list[Unit]) -> list[str]:
    """Return the words of several provisions one after the other, so that a mere cut changes nothing."""
    return [word for unit in units for word in words(unit.node.text)]


def _unmatched(group: _Group, old: Units, new: Units) -> None:
    if group.edges:
        return
    for here, there, places, kind in ((old, new, group.old, "removed"), (new, old, group.new, "added")):
        for place in places:
            group.kinds.add("unknown" if here.items[place].zone in there.gaps else kind)


def _moved(groups: list[_Group], old: Units, size: tuple[list[int], list[int]]) -> None:
    """Mark the pairs that stand outside the heaviest chain of their level in which both texts go forward."""
    of_level: dict[Level, list[_Group]] = {}
    for group in groups:
        if group.is_one_to_one:
            of_level.setdefault(old.items[group.old[0]].level, []).append(group)
    for members in of_level.values():
        members.sort(key=lambda group: group.old[0])
        stay = heaviest_chain([(group.old[0], group.new[0], max(1, size[0][group.old[0]] + size[1][group.new[0]]))
                               for group in members])
        for place, group in enumerate(members):
            if place not in stay:
                group.kinds.add("moved")


def _hand_up(groups: list[_Group], old: Units, new: Units, of: tuple[dict[int, _Group], dict[int, _Group]]) -> None:
    """Hand up to articles what changed below them; call unchanged what has no kind anywhere in it."""
    own = {id(group): frozenset(group.kinds) for group in groups}
    changed: set[int] = set()
    dirty: set[int] = set()
    for at, side in ((0, old), (1, new)):
        for unit in side.items:
            group, kinds = of[at][unit.place], own[id(of[at][unit.place])]
            place = unit.parent
            while place >= 0:
                above = of[at][place]
                if above is not group and above.edges:
                    if kinds:
                        dirty.add(id(above))
                    if side.items[place].level is Level.ARTICLE:
                        if kinds & _CHANGES_AN_ARTICLE or (group.edges and not _stays_below(group, above, old, new)):
                            changed.add(id(above))
                        elif "spelling" in kinds:
                            above.kinds.add("spelling")
                place = side.items[place].parent
    for group in groups:
        if id(group) in changed:
            group.kinds.add("reworded")
        if "reworded" in group.kinds:
            group.kinds.discard("spelling")
        if not group.kinds and id(group) not in dirty:
            group.kinds.add("unchanged")


def _stays_below(group: _Group, above: _Group, old: Units, new: Units) -> bool:
    """Tell whether all of a row stands below the places of another row, on both sides."""
    return all(any(top < place < side.items[top].end for top in tops)
               for side, places, tops in ((old, group.old, above.old), (new, group.new, above.new)) for place in places)


def _before(new: Units, place: int, of: Mapping[int, _Group]) -> int:
    """Return the provision a new one is listed behind: the last before it that stayed, or a neighbour in its article.

    What moved is listed where it stood in the old text; a new article printed after it did not come from there.
    """
    parent = new.items[place].parent
    within = parent if parent >= 0 and new.items[parent].level not in HEADS else place
    before = place - 1
    while before >= 0 and before < within and "moved" in of[before].kinds:
        before -= 1
    return before


def _in_order(groups: list[_Group], new: Units, of: tuple[dict[int, _Group], dict[int, _Group]]) -> list[_Group]:
    """Return the rows by their first old place; one without comes after the row of what is printed before it."""
    after: dict[int, list[_Group]] = {}
    first: list[_Group] = []
    for group in groups:
        if not group.old:
            before = _before(new, group.new[0], of[1])
            (after.setdefault(id(of[1][before]), []) if before >= 0 else first).append(group)
    out: list[_Group] = []
    waiting = [group for group in reversed(groups) if group.old] + first[::-1]
    while waiting:
        group = waiting.pop()
        out.append(group)
        waiting += after.get(id(group), [])[::-1]
    return out
