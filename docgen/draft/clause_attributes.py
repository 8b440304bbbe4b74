"""The attributes of blocks: ids, kinds, legal bases; how they are written is checked, every fault noted."""

from __future__ import annotations

import re

from docgen.draft.nearest import suggest
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding
from docgen.reader.yaml_tree import Mapping, Scalar, Sequence

KINDS = ("verbatim", "adapted", "local")
KEYS = ("id", "kind", "basis", "against", "if", "each", "custom", "may_rest_on")
MOST_BASES = 3

_ID = re.compile(r"[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*")
_BASIS = re.compile(r"[a-z0-9][a-z0-9-]*:[a-z0-9][a-z0-9./~-]*")


class Attributes:
    """Reads the attributes of one block after the other; knows which ids are taken and what was wrong so far."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.ids: dict[str, int] = {}

    def fault(self, line: int, code: str, message: Message, remedy: Message = NOTHING, clause: str = "") -> None:
        """Note a fault of writing."""
        self.findings.append(Finding(code=code, severity="error", message=message, remedy=remedy, line=line,
                                     column=1, address=clause))

    def id(self, clause: str, line: int) -> bool:
        """Tell whether an id can be that of this block: well written and not taken."""
        if not clause:
            self.fault(line, "clause-id", say("This clause has no id."), say("Add id: ... to its attributes."))
            return False
        if not _ID.fullmatch(clause):
            self.fault(line, "clause-id", say("'{id}' is no id of a clause.", id=clause),
                       say("Use small letters a to z, figures, dots and hyphens, such as hop.dinh-ky."), clause)
        if clause in self.ids:
            self.fault(line, "clause-id", say("The id '{id}' stands twice; first in line {line}.", id=clause,
                                              line=self.ids[clause]), say("Give one of the two another id."), clause)
            return False
        self.ids[clause] = line
        return True

    def kind(self, kind: str, line: int, clause: str, *, heading: bool) -> None:
        """Check what kind of words a block says it holds."""
        if kind and kind not in KINDS:
            self.fault(line, "clause-kind", say("There is no kind '{kind}'.", kind=kind),
                       suggest(kind, KINDS, say("Known are: {names}.", names=", ".join(KINDS))), clause)
        elif not kind and not heading:
            self.fault(line, "clause-kind", say("This clause does not say of which kind it is."),
                       say("Add kind: verbatim, adapted or local."), clause)

    def basis(self, kind: str, basis: tuple[str, ...], line: int, clause: str) -> None:
        """Check how the legal bases of a block are written; whether they exist is looked up later."""
        if not basis and kind in ("verbatim", "adapted"):
            self.fault(line, "clause-basis", say("A clause of kind {kind} names its legal basis.", kind=kind),
                       say("Add basis: [\"edition:address\"], or make it local."), clause)
        if len(basis) > MOST_BASES:
            self.fault(line, "clause-basis", say("A clause has at most {limit} legal bases, this one has {count}.",
                                                 limit=MOST_BASES, count=len(basis)),
                       say("Keep those that carry it, or divide the clause."), clause)
        for place, text in enumerate(basis):
            if not _BASIS.fullmatch(text):
                self.fault(line, "clause-basis", say("'{basis}' is no legal basis.", basis=text),
                           say("Write edition:address, such as 162-qd-tw-2024:dieu-9.khoan-2."), clause)
            elif text in basis[:place]:
                self.fault(line, "clause-basis", say("The legal basis '{basis}' stands twice.", basis=text),
                           say("Keep it once."), clause)

    def named(self, tree: Mapping, key: str, line: int, clause: str) -> tuple[str, ...]:
        """Return the provisions an attribute names."""
        named = self.texts(tree, key, line, clause)
        for text in named:
            if not _BASIS.fullmatch(text):
                self.fault(line, "clause-basis", say("'{basis}' is no legal basis.", basis=text),
                           say("Write edition:address, such as 162-qd-tw-2024:dieu-9.khoan-2."), clause)
        return named

    def texts(self, tree: Mapping, key: str, line: int, clause: str) -> tuple[str, ...]:
        """Return the texts an attribute lists; one alone may stand without brackets."""
        branch = tree.get(key)
        if branch is None:
            return ()
        if isinstance(branch, Scalar):
            return (branch.text,) if branch.text else ()
        if isinstance(branch, Sequence) and all(isinstance(item, Scalar) for item in branch.items):
            return tuple(item.text for item in branch.items if isinstance(item, Scalar))
        self.fault(line, "clause-attributes", say("'{key}' is a list of texts.", key=key),
                   say("Write [one, two, three]."), clause)
        return ()
