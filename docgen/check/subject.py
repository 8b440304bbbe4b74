"""What is checked: the registers and the held texts of a workspace, loaded once for all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from docgen.model.finding import Finding
from docgen.model.tree import Regulation
from docgen.versions.library import HeldText
from docgen.versions.register import Edition, Work
from docgen.versions.registers import Registers
from docgen.versions.workspace import Workspace

Write = Callable[[Regulation], str]
"""How a tree is written in canonical form; handed in, since checking and publishing do not know each other."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything the rules look at."""

    workspace: Workspace
    registers: Registers
    texts: tuple[HeldText, ...]
    unreadable: tuple[Finding, ...]
    write: Write

    def entries(self) -> Iterable[tuple[Work, Edition]]:
        """Yield every register entry with its work, in the order of the files."""
        for work in self.registers.works:
            for edition in work.editions:
                yield work, edition

    def text_of(self, edition: Edition) -> HeldText | None:
        """Return the held text of an edition, None if it is not held or could not be read."""
        return next((held for held in self.texts if held.edition is not None and held.edition.id == edition.id), None)


Rule = Callable[[Subject], Iterable[Finding]]
"""One rule: looks at the whole subject and yields what it finds; never raises, never changes anything."""
