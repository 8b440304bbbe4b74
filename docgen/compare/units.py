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
    listing = _Listing(regulation)
    for zone, tops in (
            ("basis", tuple(node for level in (Level.LEGAL_BASIS, Level.OPENING)
                            for node in regulation.preamble if node.level is level)),
            ("body", (*regulation.provisions, *regulation.closing)),
            ("", regulation.recipients), ("annex", regulation.annexes)):
        for top in tops:
            listing.add(top, zone, -1)
    items = listing.items()
    side = Side(edition=regulation.meta("edition"), completeness="partial" if listing.gaps else "full")
    return Units(items, frozenset(listing.gaps), side, {unit.address: unit.place for unit in items})


class _Listing:
    """The provisions while they are listed, in the order in which `walk` gives their addresses."""

    def __init__(self, regulation: Regulation) -> None:
        self.addresses = walk(regulation)
        self.gaps: set[str] = set()
        self.rows: list[tuple[str, Provision, str, int]] = []
        self.end: list[int] = []
        self.cut_before: set[int] = set()
        self.cut_after: set[int] = set()
        self.after_gap = False

    def add(self, node: Node, zone: str, parent: int) -> None:
        if isinstance(node, Gap):
            self.gaps.add(zone)
            self.after_gap = True
            if self.rows and _breaks_off(self.rows[-1][1].text):
                self.cut_after.add(len(self.rows) - 1)
            return
        address, _ = next(self.addresses)
        if not zone:
            return
        place = len(self.rows)
        if self.after_gap and not node.label and node.text[:1].islower():
            self.cut_before.add(place)
        self.after_gap = False
        self.rows.append((address, node, zone, parent))
        self.end.append(place + 1)
        for child in node.children:
            self.add(child, zone, place)
        self.end[place] = len(self.rows)

    def items(self) -> tuple[Unit, ...]:
        out = []
        for place, (address, node, zone, parent) in enumerate(self.rows):
            own, title = tuple(words(node.text)), tuple(words(node.heading))
            if not own and self.end[place] == place + 1 and node.level not in HEADS and node.level is not Level.ANNEX:
                own, title = title, ()
            out.append(Unit(place, address, node, node.level, zone, parent, self.end[place], own, title,
                            place in self.cut_before, place in self.cut_after))
        return tuple(out)


def _breaks_off(text: str) -> bool:
    """Tell whether a text ends in the middle of a sentence: one that does not is whole, though a gap follows it."""
    return bool(text) and not text.rstrip("\"'”’)»").endswith(_ENDS_A_SENTENCE)
