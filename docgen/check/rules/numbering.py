"""Numbers inside a text run on: no Điều, khoản, điểm, chương or mục skipped or given twice.

Articles are counted through the whole text, everything else among its siblings. After a gap any higher number may
come: what is not held cannot be counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.check.subject import Subject
from docgen.messages import Message, say
from docgen.model.address import number, walk
from docgen.model.finding import Finding
from docgen.model.level import HEADS, Level
from docgen.model.numbering import follows, point_place, roman_value, sort_key
from docgen.model.tree import Gap, Node, Provision
from docgen.versions.library import HeldText

_COUNTED = HEADS | {Level.ARTICLE, Level.CLAUSE, Level.POINT}


def numbering_continues(subject: Subject) -> Iterator[Finding]:
    """Follow the numbers of each text in the order of print."""
    for held in subject.texts:
        yield from numbering_findings(held)


def numbering_findings(held: HeldText) -> Iterator[Finding]:
    """Yield every break in the numbering of one text."""
    count = _Count(held.file, {id(node): address for address, node in walk(held.regulation)})
    yield from count.below(held.regulation.provisions)
    for annex in held.regulation.annexes:
        yield from _Count(held.file, count.addresses).below(annex.children)


@dataclass
class _Count:
    """Where the counting stands while a text is walked in the order of print."""

    file: str
    addresses: dict[int, str]
    gaps: int = 0
    through: dict[Level, tuple[str, int]] = field(default_factory=dict)

    def below(self, nodes: tuple[Node, ...]) -> Iterator[Finding]:
        """Count the children of one node; `seen` holds the last number of each level and the gaps met before it."""
        begun_with = self.gaps
        seen: dict[Level, tuple[str, int]] = {}
        for node in nodes:
            if isinstance(node, Gap):
                self.gaps += 1
                continue
            if node.level in _COUNTED and (bare := number(node.level, node.label)):
                counted = self.through if node.level is Level.ARTICLE else seen
                previous, gaps = counted.get(node.level, ("", 0 if node.level is Level.ARTICLE else begun_with))
                runs_on = node.level in HEADS and not previous and follows(
                    bare, self.through.get(node.level, ("", 0))[0])
                if not runs_on and (found := self.broken(node, bare, previous, gaps != self.gaps)):
                    yield found
                counted[node.level] = self.through[node.level] = (bare, self.gaps)
            yield from self.below(node.children)

    def broken(self, node: Provision, bare: str, previous: str, after_gap: bool) -> Finding | None:
        """Return the finding if a number may not stand here; after a gap it must only be higher."""
        key, before = _key(node.level, bare), _key(node.level, previous) if previous else ()
        label = node.label or bare
        if previous and key <= before:
            return self._finding("numbering-repeated", node, say(
                "'{label}' stands after '{previous}': a number given twice or out of order.", label=label,
                previous=previous))
        if after_gap or follows(bare, previous):
            return None
        if not previous:
            return self._finding("numbering-start", node, say(
                "'{label}' opens its list; a list begins with 1, a or I.", label=label))
        return self._finding("numbering-skipped", node, say(
            "'{label}' stands after '{previous}': something between them is missing.", label=label,
            previous=previous))

    def _finding(self, code: str, node: Provision, message: Message) -> Finding:
        return Finding(
            code=code, severity="error", file=self.file, line=node.line, address=self.addresses.get(id(node), ""),
            message=message,
            remedy=say("Compare with the printed original; where text is not held, put a gap line '> **[…]** …'."))


def _key(level: Level, bare: str) -> tuple[tuple[int, int], ...]:
    if level in HEADS and (value := roman_value(bare)):
        return ((value, 0),)  # ii is two here, not a doubled điểm i
    if level is Level.POINT and (place := point_place(bare.lower())):
        return ((place, 0),)
    return sort_key(bare)
