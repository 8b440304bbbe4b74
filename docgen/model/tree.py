"""A regulation as a tree: one kind of node for every rank, nothing in it ever changed after it is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.model.level import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A place where the official text is not held: `text` says from where to where; nothing is filled in."""

    text: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One provision, whatever its rank: a chapter, an article, a clause, a point, a dash item.

    `label` is what is printed ("Điều 5a.", "1-", "đ)", "-"), empty for a plain paragraph. `heading` is the title
    beside or under it. `text` is the provision's own wording; what is printed after it hangs below as children.
    """

    level: Level
    label: str = ""
    heading: str = ""
    heading_on_own_line: bool = False
    text: str = ""
    children: tuple[Node, ...] = ()
    line: int = field(default=0, compare=False)

    def walk(self) -> Iterator[Node]:
        """Yield this provision and everything below it, in the order of print."""
        yield self
        for child in self.children:
            if isinstance(child, Provision):
                yield from child.walk()
            else:
                yield child


Node = Provision | Gap
Line = str | Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulation:
    """One issued text, each zone of the paper apart.

    `letterhead` issuing body, number, place and date; `stamps` marks put on the copy later (arrival, electronic
    signature), no words of the regulation; `preamble` căn cứ and opening paragraphs; `provisions` the body;
    `closing` paragraphs about the whole text; `recipients` the Nơi nhận list; `copy_note` a certified copy's block.
    """

    metadata: tuple[tuple[str, str], ...] = ()
    letterhead: tuple[Line, ...] = ()
    stamps: tuple[Line, ...] = ()
    title: tuple[str, ...] = ()
    preamble: tuple[Provision, ...] = ()
    provisions: tuple[Node, ...] = ()
    closing: tuple[Provision, ...] = ()
    recipients_heading: str = ""
    recipients: tuple[Provision, ...] = ()
    signature: tuple[Line, ...] = ()
    annexes: tuple[Provision, ...] = ()
    copy_note: tuple[Line, ...] = ()

    def walk(self) -> Iterator[Node]:
        """Yield every addressed node and every gap of the body, in the order of print."""
        for top in (*self.preamble, *self.provisions, *self.closing):
            if isinstance(top, Provision):
                yield from top.walk()
            else:
                yield top
        yield from self.recipients  # a gap below one of them is no gap of the body
        for annex in self.annexes:
            yield from annex.walk()

    def meta(self, key: str) -> str:
        """Return a value of the front matter, empty if it is not there."""
        return dict(self.metadata).get(key, "")
