"""What a merge gives: the paragraphs of the result as steps, and what a person has to settle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.renew.merge_order import Fate
from docgen.renew.merge_words import Edit

ConflictKind = Literal["words", "dropped", "deleted", "homeless", "unmoved", "reference", "lost", "differs",
                       "missing"]


@dataclass(frozen=True, slots=True)
class Step:
    """One paragraph of the result: `theirs` and `new` are its places there (-1: none), `text` its words when accepted.

    `edits` change the words of a kept paragraph; `both` says that the person has changed others of its words, `numbers`
    that nothing but numbers has moved on.
    """

    fate: Fate
    theirs: int
    new: int
    text: str
    edits: tuple[Edit, ...] = ()
    both: bool = False
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a person has to settle, told at the step `at`.

    `words`: both changed one place. `dropped`: docgen no longer writes what the person changed. `deleted`: docgen
    changed what the person took out. `homeless`: docgen adds something under what the person took out. `unmoved`:
    docgen now writes it elsewhere. `reference`: it is not sure what a number now points to.
    """

    kind: ConflictKind
    at: int
    theirs: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The result of a merge; `score` tells how much of what was written then was found again."""

    steps: tuple[Step, ...]
    conflicts: tuple[Conflict, ...]
    score: float = 1.0
    by_clause: int = 0

    @property
    def accepted(self) -> tuple[str, ...]:
        """The paragraphs once all is accepted."""
        return tuple(step.text for step in self.steps if step.fate != "removed")

    @property
    def changed(self) -> bool:
        """Whether anything is to be changed."""
        return any(step.fate != "kept" or step.edits for step in self.steps)
