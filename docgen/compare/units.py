"""One side of a comparison as a flat list of provisions, in the order of print, with what pairing needs of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.compare.comparison import Side
from docgen.model.address import walk
from docgen.model.level import HEADS, Level
from docgen.model.tree import Gap, Node, Provision, Regulation
from docgen.vietnamese.syllables import words

_ENDS_A_SENTENCE = (".", ";", ":", "?", "!", "…", ",")


@dataclass(frozen=True, slots=True)
class Unit:
    """One provision: where it stands, its own words, and what is known to be missing at its edges.

    `words` are those of its text, or of its heading if it has nothing else; `title` those of a heading beside other
    words. `end` is the place after its last descendant; `cut_before`, `cut_after`: a gap touches its own text there.
    """

    place: int
    address: str
    node: Provision
    level: Level
    zone: str
    parent: int
    end: int
    words: tuple[str, ...]
    title: tuple[str, ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def is_container(self) -> bool:
        """Tell whether it is paired by what it holds: heads, articles with anything below, labels without text."""
        return self.level in HEADS or self.level is Level.ANNEX or (
            self.end > self.place + 1 and (self.level is Level.ARTICLE or not self.words))


@dataclass(frozen=True, slots=True)
class Units:
    """All provisions of one text that are compared, and the zones in which something is not held."""

    items: tuple[Unit, ...]
    gaps: frozenset[str]
    side: Side
    place_of: dict[str, int] = field(default_factory=dict)


def units(regulation: Regulation) -> Units:
    """Return the provisions of a text that are compared: all but letterhead, Nơi nhận and signature."""
    recipients = {id(node) for node in regulation.recipients}
    listed = [(address, node) for address, node in walk(regulation) if id(node) not in recipients]
    place_of = {id(node): place for place, (_, node) in enumerate(listed)}
    parent, end = [-1] * len(listed), list(range(1, len(listed) + 1))
    for place in range(len(listed) - 1, -1, -1):
        for child in listed[place][1].children:
            if isinstance(child, Provision):
                parent[place_of[id(child)]] = place
                end[place] = max(end[place], end[place_of[id(child)]])
    zones = _zones(regulation)
    cut_before, cut_after = _cuts(regulation)
    items = []
    for place, (address, node) in enumerate(listed):
        own, title = tuple(words(node.text)), tuple(words(node.heading))
        if not own and end[place] == place + 1 and node.level not in HEADS:
            own, title = title, ()
        items.append(Unit(place, address, node, node.level, zones[id(node)], parent[place], end[place], own, title,
                          id(node) in cut_before, id(node) in cut_after))
    gaps = frozenset(zone for zone, nodes in _tops(regulation) if any(_has_gap(node) for node in nodes))
    side = Side(edition=regulation.meta("edition"), completeness="partial" if gaps else "full")
    return Units(tuple(items), gaps, side, {unit.address: unit.place for unit in items})


def _tops(regulation: Regulation) -> tuple[tuple[str, tuple[Node, ...]], ...]:
    return (("basis", regulation.preamble), ("body", (*regulation.provisions, *regulation.closing)),
            ("annex", regulation.annexes))


def _zones(regulation: Regulation) -> dict[int, str]:
    return {id(node): zone for zone, tops in _tops(regulation) for top in tops if isinstance(top, Provision)
            for node in top.walk() if isinstance(node, Provision)}


def _has_gap(node: Node) -> bool:
    return isinstance(node, Gap) or any(isinstance(inner, Gap) for inner in node.walk())


def _cuts(regulation: Regulation) -> tuple[set[int], set[int]]:
    """Return the nodes whose own text breaks off at a gap, and those that begin after one in the middle of a sentence.

    A text that ends like a sentence is whole, though the next provision is missing.
    """
    before: set[int] = set()
    after: set[int] = set()
    previous: Node | None = None
    for node in regulation.walk():
        if isinstance(node, Gap) and isinstance(previous, Provision):
            text = previous.text
            if text and not text.rstrip("\"'”’)»").endswith(_ENDS_A_SENTENCE):
                after.add(id(previous))
        elif isinstance(node, Provision) and isinstance(previous, Gap) and not node.label and node.text[:1].islower():
            before.add(id(node))
        previous = node
    return before, after
