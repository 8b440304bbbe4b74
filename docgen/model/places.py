"""The words of a regulation place by place, and the one way to put other words at a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.model.address import walk
from docgen.model.tree import Gap, Line, Node, Provision, Regulation

_ABOVE = (("letterhead", "letterhead"), ("stamps", "stamps"), ("title", "title"))
_BELOW = (("signature", "signature"), ("copy-note", "copy_note"))
"""Zones of lines without addresses, above and below the body: the name in the register and in the tree."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where words stand: label, heading or text of an address, or a line of a zone; in print order in `wordings`."""

    address: str = ""
    zone: str = ""
    part: str = "text"


def wordings(regulation: Regulation) -> Iterator[tuple[Place, str]]:
    """Yield every stretch of words of a regulation with its place, empty ones too, in the order of print."""
    for zone, name in _ABOVE:
        yield from _lines(zone, getattr(regulation, name))
    heading_seen = False
    for address, node in walk(regulation):
        if address.startswith("noi-nhan-") and not heading_seen:
            heading_seen = True
            yield Place(zone="recipients"), regulation.recipients_heading
        for part in ("label", "heading", "text"):
            yield Place(address, part=part), getattr(node, part)
    if not heading_seen:
        yield Place(zone="recipients"), regulation.recipients_heading
    for zone, name in _BELOW:
        yield from _lines(zone, getattr(regulation, name))


def with_words(regulation: Regulation, words: Mapping[Place, str]) -> Regulation:
    """Return the regulation with other words at the places named."""
    if not words:
        return regulation
    changed = {id(node): replace(node, label=words.get(Place(address, part="label"), node.label),
                                 heading=words.get(Place(address, part="heading"), node.heading),
                                 text=words.get(Place(address), node.text))
               for address, node in walk(regulation)}

    def lines(zone: str, old: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(line if isinstance(line, Gap) else words.get(Place(zone=zone, part=str(number)), line)
                     for number, line in enumerate(old))

    def rebuilt(node: Node) -> Node:
        if isinstance(node, Gap):
            return node
        return replace(changed.get(id(node), node), children=tuple(map(rebuilt, node.children)))

    def provisions(nodes: tuple[Provision, ...]) -> tuple[Provision, ...]:
        return tuple(node for node in map(rebuilt, nodes) if isinstance(node, Provision))

    return replace(
        regulation,
        letterhead=lines("letterhead", regulation.letterhead),
        stamps=lines("stamps", regulation.stamps),
        title=tuple(line for line in lines("title", regulation.title) if isinstance(line, str)),
        preamble=provisions(regulation.preamble),
        provisions=tuple(map(rebuilt, regulation.provisions)),
        closing=provisions(regulation.closing),
        recipients_heading=words.get(Place(zone="recipients"), regulation.recipients_heading),
        recipients=provisions(regulation.recipients),
        signature=lines("signature", regulation.signature),
        annexes=provisions(regulation.annexes),
        copy_note=lines("copy-note", regulation.copy_note),
    )


def _lines(zone: str, lines: tuple[Line, ...]) -> Iterator[tuple[Place, str]]:
    for number, line in enumerate(lines):
        if isinstance(line, str):
            yield Place(zone=zone, part=str(number)), line
