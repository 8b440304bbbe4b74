"""The tree as plain lines, one node a line, for golden files and for eyes."""

from __future__ import annotations

from docgen.model.address import walk
from docgen.model.tree import Gap, Line, Provision, Regulation


def to_native(regulation: Regulation) -> str:
    """Write a regulation as one line per node: address, level, label, heading and text, indented by depth."""
    out = [f"meta {key} = {value}" for key, value in regulation.metadata]
    out += _lines("letterhead", regulation.letterhead) + _lines("stamp", regulation.stamps)
    out += _lines("title", regulation.title)
    addresses = {id(node): address for address, node in walk(regulation)}
    for zone in (regulation.preamble, regulation.provisions, regulation.closing):
        for node in zone:
            _node(node, addresses, 0, out)
    if regulation.recipients_heading:
        out.append(f"recipients {regulation.recipients_heading}")
    for node in regulation.recipients:
        _node(node, addresses, 0, out)
    out += _lines("signature", regulation.signature)
    for node in regulation.annexes:
        _node(node, addresses, 0, out)
    out += _lines("copy-note", regulation.copy_note)
    return "\n".join(out) + "\n"


def _lines(zone: str, lines: tuple[Line, ...]) -> list[str]:
    return [f"{zone} [gap] {line.text}" if isinstance(line, Gap) else f"{zone} {line}" for line in lines]


def _node(node: Provision | Gap, addresses: dict[int, str], depth: int, out: list[str]) -> None:
    indent = "  " * depth
    if isinstance(node, Gap):
        out.append(f"{indent}gap {node.text}")
        return
    parts = [f"{indent}[{addresses[id(node)]}]", node.level.value]
    if node.label:
        parts.append(f"«{node.label}»")
    if node.heading:
        parts.append(f"heading{' below' if node.heading_on_own_line else ''}: {node.heading}")
    if node.text:
        parts.append(f"| {node.text}")
    out.append(" ".join(parts))
    for child in node.children:
        _node(child, addresses, depth + 1, out)
