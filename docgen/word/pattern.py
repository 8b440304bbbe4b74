"""A part of a frame, filled in by Jinja once for all documents of the same shape, then by joining texts.

Two documents have the same shape if every tag that asks something gets the same answer: as many lines in each list,
the same texts empty, the same values of the names a tag compares or passes on. What is only printed is a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from itertools import count

from jinja2 import nodes

from docgen.word.archive import Stretch
from docgen.word.filling import breaks, xml_texts
from docgen.word.gaps import Gapped, gap, take_apart

BODY = "_body"
"""The name under which the outer template prints the paragraphs of the blocks."""
MOST_PATTERNS = 64
"""Shapes kept for one part, ten kilobytes each: a province's cells differ in a few dozen."""


@dataclass(frozen=True)
class Pattern:
    """One part of a frame; `names` are those its tags ask for, `told` those of them whose very value decides."""

    render: Callable[[Mapping[str, object]], str]
    names: tuple[str, ...]
    told: frozenset[str]
    _known: dict[tuple[object, ...], Gapped] = field(default_factory=dict, repr=False, compare=False)

    def fill(self, names: Mapping[str, object], body: Sequence[Stretch]) -> list[Stretch]:
        """Return the XML of this part; `body` are the finished paragraphs of the blocks."""
        texts: list[str] = []
        shape = tuple([names[name] if name in self.told else _shape(names[name], texts) for name in self.names])
        known = self._known.get(shape)
        if known is None:
            if len(self._known) >= MOST_PATTERNS:
                self._known.clear()
            known = self._known[shape] = self._made(names)
        pieces = known.fill([b"", *[text.encode() for text in xml_texts(texts)]])
        if 0 not in known.gaps:
            return [Stretch(b"".join(pieces))]
        place = 2 * known.gaps.index(0) + 1
        return [Stretch(b"".join(pieces[:place])), *body, Stretch(b"".join(pieces[place:]))]

    def _made(self, names: Mapping[str, object]) -> Gapped:
        # the body has the gap 0
        numbers = count(1)
        marked = {name: names[name] if name in self.told else _marked(names[name], numbers) for name in self.names}
        return take_apart(breaks(self.render({**marked, BODY: gap(0)})))


def _shape(value: object, texts: list[str]) -> object:
    """Return what of a value a tag may ask without printing it, and add its texts to `texts`."""
    if type(value) is str:
        if value:
            texts.append(value)
        return value != ""
    if type(value) is tuple:
        return tuple([_shape(part, texts) for part in value])
    parts = getattr(value, "__dataclass_fields__", None)
    if parts is not None:
        return tuple([_shape(getattr(value, part), texts) for part in parts])
    return value


def _marked(value: object, numbers: count[int]) -> object:
    """Return a value with a gap in place of each text, in the order of `_shape`."""
    if type(value) is str:
        return gap(next(numbers)) if value else ""
    if type(value) is tuple:
        return tuple(_marked(part, numbers) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{part.name: _marked(getattr(value, part.name), numbers) for part in fields(value)})
    return value


def told_names(tree: nodes.Template) -> frozenset[str]:
    """Return the names of which a tag wants to know more than whether they are empty and how they print."""
    reading = _Reading()
    for node in tree.body:
        reading.visit(node, {})
    return frozenset(reading.told)


class _Reading:
    """Goes through the tags; `owners` tells from which name of the document a loop's variable comes."""

    def __init__(self) -> None:
        self.told: set[str] = set()

    def visit(self, node: nodes.Node, owners: Mapping[str, str]) -> None:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                inner = part.node if isinstance(part, nodes.Filter) and part.name == "e" else part
                self.plain(inner, owners)
        elif isinstance(node, nodes.If):
            self.plain(node.test, owners)
            for child in (*node.body, *node.elif_, *node.else_):
                self.visit(child, owners)
        elif isinstance(node, nodes.For) and isinstance(node.target, nodes.Name) and node.test is None:
            self.plain(node.iter, owners)
            inside = {**owners, node.target.name: self.owner(node.iter, owners)}
            for child in node.body:
                self.visit(child, inside)
            for child in node.else_:
                self.visit(child, owners)
        else:
            self.whole(node, owners)

    def plain(self, node: nodes.Node | None, owners: Mapping[str, str]) -> None:
        """Pass over what is printed, gone through or asked whether it is empty; the rest is asked for its value."""
        if isinstance(node, nodes.And | nodes.Or):
            self.plain(node.left, owners)
            self.plain(node.right, owners)
        elif isinstance(node, nodes.Not):
            self.plain(node.node, owners)
        elif node is not None and not self.owner(node, owners) and not isinstance(node, nodes.TemplateData):
            self.whole(node, owners)

    def owner(self, node: nodes.Node, owners: Mapping[str, str]) -> str:
        """Return the name a value is taken from, if it is a name or a part of one."""
        while isinstance(node, nodes.Getattr):
            node = node.node
        return owners.get(node.name, node.name) if isinstance(node, nodes.Name) else ""

    def whole(self, node: nodes.Node, owners: Mapping[str, str]) -> None:
        names = [node] if isinstance(node, nodes.Name) else node.find_all(nodes.Name)
        self.told.update(owners.get(name.name, name.name) for name in names)
