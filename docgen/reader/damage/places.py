"""The words of a regulation place by place: what is looked at for damage, and how one place gets other words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.model.address import walk
from docgen.model.tree import Gap, Line, Node, Provision, Regulation

_LINES = (("letterhead", "letterhead"), ("title", "title"), ("signature", "signature"), ("copy-note", "copy_note"))
"""Zones of lines without addresses: the name in the register and in the tree. Stamps are no words of the text."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where words stand: label, heading or text of an address, or a line of a zone; in print order in `passages`."""

    address: str = ""
    zone: str = ""
    part: str = "text"


def passages(regulation: Regulation) -> tuple[tuple[Place, str], ...]:
    """Return every stretch of words of a regulation with its place, in the order of print."""
    return tuple((place, words) for place, words in _all(regulation) if words.strip())


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


def _all(regulation: Regulation) -> Iterator[tuple[Place, str]]:
    for zone, name in _LINES[:2]:
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
    for zone, name in _LINES[2:]:
        yield from _lines(zone, getattr(regulation, name))


def _lines(zone: str, lines: tuple[Line, ...]) -> Iterator[tuple[Place, str]]:
    for number, line in enumerate(lines):
        if isinstance(line, str):
            yield Place(zone=zone, part=str(number)), line
