"""One side of a comparison as a flat list of provisions, in the order of print, with what pairing needs of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from docgen.compare.comparison import Side
from docgen.model.address import walk
from docgen.model.level import HEADS, Level
from docgen.model.tree import Gap, Node, Provision, Regulation
from docgen.vietnamese.syllables import words

_HEADS = HEADS | {Level.ANNEX}
_ENDS_A_SENTENCE = (".", ";", ":", "?", "!", "…", ",")


class Unit(NamedTuple):
    """One provision: where it stands, its own words, and what is known to be missing at its edges.

    `words` are those of its text, or of its heading if it has nothing else; `title` those of a heading beside other
    words. `end` is the place after its last descendant; `cut_before`, `cut_after`: a gap touches its own text there.
    `is_head`: a chapter, an annex and the like; `is_container`: paired by what it holds, as heads are, articles with
    anything below and labels without text.
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
    is_head: bool
    is_container: bool
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Units:
    """All provisions of one text that are compared, and the zones in which something is not held."""

    items: tuple[Unit, ...]
    gaps: frozenset[str]
    side: Side
    place_of: dict[str, int] = field(default_factory=dict)


def units(regulation: Regulation, read: dict[str, tuple[str, ...]]) -> Units:
    """Return the provisions of a text that are compared: all but letterhead, Nơi nhận and signature.

    `read` keeps the words of what was read, so that wording which both texts have is taken apart once.
    """
    listing = _Listing(regulation, read)
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

    def __init__(self, regulation: Regulation, read: dict[str, tuple[str, ...]]) -> None:
        self.addresses = walk(regulation)
        self.read = read
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
            own, title, level, end = self.words(node.text), self.words(node.heading), node.level, self.end[place]
            is_head, has_below = level in _HEADS, end > place + 1
            if not (own or is_head or has_below):
                own, title = title, ()
            is_container = is_head or (has_below and (level is Level.ARTICLE or not own))
            out.append(Unit(place, address, node, level, zone, parent, end, own, title, is_head, is_container,
                            place in self.cut_before, place in self.cut_after))
        return tuple(out)

    def words(self, text: str) -> tuple[str, ...]:
        found = self.read.get(text)
        if found is None:
            found = self.read[text] = tuple(words(text))
        return found


def _breaks_off(text: str) -> bool:
    """Tell whether a text ends in the middle of a sentence: one that does not is whole, though a gap follows it."""
    return bool(text) and not text.rstrip("\"'”’)»").endswith(_ENDS_A_SENTENCE)
