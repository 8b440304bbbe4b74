"""Blocks of a body, one after the other, built into the tree by the ranks of their labels."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from docgen.messages import NOTHING, Message, say
from docgen.model.address import number
from docgen.model.finding import Finding, Severity
from docgen.model.level import HEADS, Level, rank
from docgen.model.numbering import follows, is_roman
from docgen.model.tree import Gap, Node, Provision
from docgen.reader.labels import Label

_LONG_HEADING = 220
"""Letters; the longest heading of an Điều met so far has 151."""


@dataclass(slots=True)
class Open:
    """A provision still being read."""

    level: Level
    label: str = ""
    heading: str = ""
    heading_on_own_line: bool = False
    text: str = ""
    children: list[Open | Gap] = field(default_factory=list)
    line: int = 0
    number: str = ""

    def closed(self) -> Provision:
        """Return the finished, unchangeable provision."""
        return Provision(
            level=self.level, label=self.label, heading=self.heading, heading_on_own_line=self.heading_on_own_line,
            text=self.text, line=self.line,
            children=tuple(child if isinstance(child, Gap) else child.closed() for child in self.children))


class Nesting:
    """The tree while it grows: `stack` holds the provisions that are open, the root first."""

    def __init__(self) -> None:
        self.root = Open(Level.ANNEX)
        self.stack = [self.root]
        self.problems: list[Finding] = []

    def nodes(self) -> tuple[Node, ...]:
        """Return what was built so far, closed."""
        return self.root.closed().children

    # --- labelled provisions -------------------------------------------------------------------------------

    def accepts(self, label: Label) -> bool:
        """Tell whether an unsure label is to be believed at this place: it must be the next of its list."""
        if label.level is Level.PARAGRAPH or (label.sure and label.level is not Level.HEADING):
            return True
        previous = self._previous(label)
        bare = number(label.level, label.label)
        if label.sure and is_roman(bare) and is_roman(previous) and label.label[-1] == self._last_label(label):
            return True  # a head in capitals like the one before it, with a figure that may be misread
        return follows(bare, previous)

    def settled(self, label: Label | None) -> Label | None:
        """Take "1)" for the điểm l it is where the list of letters has come to k."""
        if label and label.label == "1)" and label.level is Level.CLAUSE:
            last = next((one.number for one in reversed(self.stack) if one.level is Level.POINT), "")
            if last == "k":
                return replace(label, level=Level.POINT)
        return label

    def place(self, label: Label, line: int, *, heading: str = "", text: str = "") -> Open:
        """Open a labelled provision where its rank belongs, closing what it ends."""
        del self.stack[self._depth(label) + 1:]
        bare = number(label.level, label.label)
        previous = self._previous(label)
        opened = Open(label.level, label.label, heading, text=text, line=line, number=bare)
        self.stack[-1].children.append(opened)
        self.stack.append(opened)
        if label.damaged or (label.level is Level.POINT and label.label[:1] == "1"):
            self._report("reader-label", "warning", line,
                         say("'{label}' was read as {number}.", label=label.label, number=_name(label.level, bare)),
                         say("Compare with the printed original and correct the label."))
        elif not follows(bare, previous) and not self._after_gap():
            self._report("reader-number", "warning", line,
                         say("'{label}' does not follow '{previous}'.", label=label.label, previous=previous or "-")
                         if previous else
                         say("The list begins with '{label}'.", label=label.label),
                         say("Check that no provision is missing and that this line begins one."))
        return opened

    def _depth(self, label: Label) -> int:
        """Return the place in the stack of the provision that holds a new one of this label."""
        own, bare = rank(label.level), number(label.level, label.label)
        for place in range(len(self.stack) - 1, 0, -1):
            open_one = self.stack[place]
            if label.level is Level.CLAUSE and open_one.level is Level.CLAUSE:
                if bare.startswith(f"{open_one.number}."):
                    return place
            elif label.level is Level.HEADING and open_one.level is Level.HEADING:
                if is_roman(bare) and not is_roman(open_one.number):
                    return place
            elif rank(open_one.level) < own:
                return place
        return 0

    def _previous(self, label: Label) -> str:
        """Return the number of the last provision a new one would stand beside, empty if it would be the first."""
        if label.level is Level.ARTICLE:
            return self._last_article(self.root)
        parent = self.stack[self._depth(label)]
        for child in reversed(parent.children):
            if isinstance(child, Open) and child.level is label.level:
                return child.number
        return ""

    def _last_label(self, label: Label) -> str:
        """Return the sign behind the number of the last provision a new one would stand beside."""
        beside = [child for child in self.stack[self._depth(label)].children
                  if isinstance(child, Open) and child.level is label.level]
        return beside[-1].label[-1:] if beside else ""

    def _last_article(self, node: Open) -> str:
        for child in reversed(node.children):
            if isinstance(child, Open):
                if child.level is Level.ARTICLE:
                    return child.number
                if child.level in HEADS and (found := self._last_article(child)):
                    return found
        return ""

    def _after_gap(self) -> bool:
        return _ends_in_gap(self.root, skip=self.stack[-1])

    # --- everything else -----------------------------------------------------------------------------------

    def add_gap(self, gap: Gap) -> None:
        """Put a gap where it stands: inside the provision printed before it."""
        self.stack[-1].children.append(gap)

    def add_heading_below(self, text: str) -> None:
        """Give the provision just opened the title printed on its own line under the label."""
        self.stack[-1].heading = text
        self.stack[-1].heading_on_own_line = True

    def wants_heading(self) -> bool:
        """Tell whether the provision just opened has only its label so far and may have a title below."""
        top = self.stack[-1]
        return (top.level in HEADS or top.level is Level.ARTICLE) and not (top.heading or top.text or top.children)

    def add_paragraph(self, text: str, line: int) -> None:
        """Add an unnumbered paragraph: the provision's own text if that is still missing, else a đoạn below it."""
        top = self.stack[-1]
        empty = top is not self.root and not top.text and not top.children
        if empty and (top.level is Level.ARTICLE or not top.heading):
            top.text = text
        else:
            top.children.append(Open(Level.PARAGRAPH, text=text, line=line))

    def add_dash(self, label: str, text: str, line: int) -> None:
        """Add a dash item below the last labelled provision."""
        self.stack[-1].children.append(Open(Level.PARAGRAPH, label, text=text, line=line))

    def _report(self, code: str, severity: Severity, line: int, message: Message, remedy: Message = NOTHING) -> None:
        self.problems.append(Finding(code=code, severity=severity, line=line, message=message, remedy=remedy))


def _name(level: Level, bare: str) -> str:
    return f"{'Điều' if level is Level.ARTICLE else 'điểm' if level is Level.POINT else ''} {bare}".strip()


def _ends_in_gap(node: Open, skip: Open) -> bool:
    """Tell whether the last thing read before `skip` was a gap: numbers may jump there."""
    for child in reversed(node.children):
        if child is skip:
            continue
        return True if isinstance(child, Gap) else _ends_in_gap(child, skip)
    return False


def is_heading_text(rest: str, *, set_apart: bool, prefix_only: bool) -> bool:
    """Tell whether the words behind "Điều N." are its heading and not its text."""
    if set_apart:
        return True
    if prefix_only or len(rest) > _LONG_HEADING:
        return False
    return not rest.endswith((".", ";", ":", ","))
