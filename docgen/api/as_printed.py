"""The wording as the source prints it: the recorded corrections of a text undone, the last one first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from docgen.model.address import find
from docgen.model.tree import Gap, Line, Node, Provision, Regulation
from docgen.versions.register import Correction


def as_printed(regulation: Regulation, corrections: tuple[Correction, ...]) -> Regulation:
    """Undo every correction at its place; one whose words no longer stand there is passed over."""
    for correction in reversed(corrections):
        if correction.address:
            target = find(regulation, correction.address)
            if target is not None:
                regulation = _with(regulation, target, _undone(target, correction))
        elif correction.now:
            regulation = _zone(regulation, correction)
    return regulation


def _undone(node: Provision, correction: Correction) -> Provision:
    for name in ("text", "heading", "label"):
        words = getattr(node, name)
        if correction.now and correction.now in words:
            return replace(node, **{name: words.replace(correction.now, correction.was, 1)})
    return node


def _with(regulation: Regulation, old: Provision, new: Provision) -> Regulation:
    def swap(node: Node) -> Node:
        if node is old:
            return new
        if isinstance(node, Gap):
            return node
        children = tuple(swap(child) for child in node.children)
        return node if all(a is b for a, b in zip(children, node.children, strict=True)) else replace(
            node, children=children)

    def provisions(nodes: tuple[Provision, ...]) -> tuple[Provision, ...]:
        return tuple(node for node in map(swap, nodes) if isinstance(node, Provision))

    return replace(regulation, preamble=provisions(regulation.preamble),
                   provisions=tuple(map(swap, regulation.provisions)), closing=provisions(regulation.closing),
                   recipients=provisions(regulation.recipients), annexes=provisions(regulation.annexes))


def _zone(regulation: Regulation, correction: Correction) -> Regulation:
    swap: Callable[[str], str] = lambda words: words.replace(correction.now, correction.was, 1)  # noqa: E731
    name = correction.zone.replace("-", "_")  # the register writes copy-note
    if name in ("letterhead", "stamps", "signature", "copy_note"):
        lines: tuple[Line, ...] = getattr(regulation, name)
        done = tuple(line if isinstance(line, Gap) else swap(line) for line in lines)
        return replace(regulation, **{name: done})  # type: ignore[arg-type]  # one of four fields of the same type
    if name == "title":
        return replace(regulation, title=tuple(map(swap, regulation.title)))
    if name == "recipients" and correction.now in regulation.recipients_heading:
        return replace(regulation, recipients_heading=swap(regulation.recipients_heading))
    if name in ("preamble", "recipients"):
        nodes: tuple[Provision, ...] = getattr(regulation, name)
        target = next((node for node in nodes if correction.now in node.text), None)
        return regulation if target is None else _with(regulation, target, _undone(target, correction))
    return regulation
