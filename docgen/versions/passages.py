"""A text as one run of passages in the order of print: lines, provisions without what hangs below them, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from docgen.model.address import walk
from docgen.model.level import Level
from docgen.model.tree import Gap, Line, Node, Provision, Regulation

_ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of print: its zone, its address where it has one, and a line, a gap, or a provision by itself."""

    zone: str
    block: Provision | Gap | str
    address: str = ""

    @property
    def is_gap(self) -> bool:
        """Tell whether nothing is held here."""
        return isinstance(self.block, Gap)

    @property
    def words(self) -> str:
        """Return everything printed here: label, heading and text."""
        if isinstance(self.block, Provision):
            return " ".join(part for part in (self.block.label, self.block.heading, self.block.text) if part)
        return self.block.text if isinstance(self.block, Gap) else self.block

    @property
    def place(self) -> str:
        """Return where it stands: the address, else the zone."""
        return self.address or self.zone


def passages(regulation: Regulation) -> tuple[Passage, ...]:
    """Return a text as passages; zones of several annexes are told apart by a number."""
    return tuple(_all(regulation))


def _all(regulation: Regulation) -> Iterator[Passage]:
    addresses = {id(node): address for address, node in walk(regulation)}
    yield from _lines("letterhead", regulation.letterhead)
    yield from _lines("stamps", regulation.stamps)
    yield from _lines("title", regulation.title)
    yield from _nodes("preamble", regulation.preamble, addresses)
    yield from _nodes("body", regulation.provisions, addresses)
    yield from _nodes("closing", regulation.closing, addresses)
    if regulation.recipients_heading:
        yield Passage("recipients", regulation.recipients_heading)
    yield from _nodes("recipients", regulation.recipients, addresses)
    yield from _lines("signature", regulation.signature)
    for number, annex in enumerate(regulation.annexes, 1):
        yield from _nodes(f"{_ANNEX}-{number}", (annex,), addresses)
    yield from _lines("copy-note", regulation.copy_note)


def _lines(zone: str, lines: Iterable[Line]) -> Iterator[Passage]:
    return (Passage(zone, line) for line in lines)


def _nodes(zone: str, tops: Iterable[Node], addresses: dict[int, str]) -> Iterator[Passage]:
    for top in tops:
        for node in top.walk() if isinstance(top, Provision) else (top,):
            if isinstance(node, Gap):
                yield Passage(zone, node)
            else:
                yield Passage(zone, replace(node, children=()), addresses[id(node)])


def unnested(parts: Iterable[Passage], metadata: tuple[tuple[str, str], ...]) -> Regulation:
    """Return a text made of passages, nothing nested yet: written out and read back its labels make it a tree again."""
    zones: dict[str, list[Provision | Gap | str]] = {}
    for part in parts:
        zones.setdefault(part.zone, []).append(part.block)

    def lines(zone: str) -> tuple[Line, ...]:
        return tuple(one for one in zones.get(zone, ()) if not isinstance(one, Provision))

    def provisions(zone: str) -> tuple[Provision, ...]:
        return tuple(one for one in zones.get(zone, ()) if isinstance(one, Provision))

    body = tuple(one for one in zones.get("body", ()) if not isinstance(one, str))
    annexes = tuple(_annex(blocks) for zone, blocks in zones.items() if zone.startswith(_ANNEX))
    heading = next((one for one in zones.get("recipients", ()) if isinstance(one, str)), "")
    return Regulation(
        metadata=metadata, letterhead=lines("letterhead"), stamps=lines("stamps"),
        title=tuple(one for one in lines("title") if isinstance(one, str)), preamble=provisions("preamble"),
        provisions=body, closing=provisions("closing"), recipients_heading=heading, recipients=_recipients(zones),
        signature=lines("signature"), annexes=annexes, copy_note=lines("copy-note"))


def _recipients(zones: dict[str, list[Provision | Gap | str]]) -> tuple[Provision, ...]:
    items: list[Provision] = []
    for one in zones.get("recipients", ()):
        if isinstance(one, Gap) and items:
            items[-1] = replace(items[-1], children=(*items[-1].children, one))
        elif isinstance(one, Provision):
            items.append(one)
    return tuple(items)


def _annex(blocks: list[Provision | Gap | str]) -> Provision:
    nodes = [one for one in blocks if not isinstance(one, str)]
    head = nodes[0] if nodes and isinstance(nodes[0], Provision) and nodes[0].level is Level.ANNEX else None
    below = tuple(nodes[1:] if head else nodes)
    return replace(head or Provision(level=Level.ANNEX), children=below)
