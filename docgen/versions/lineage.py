"""Which texts came before and after an edition in law: the statements that one replaced another, followed both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.versions.register import CERTAINTIES, Edition, Replacement
from docgen.versions.registers import Registers


@dataclass(frozen=True, slots=True)
class Kin:
    """A text in the line of an edition: next to `beside`, by a statement in a register.

    `edition` is None for a document that no register lists; then only the statement tells its number and date.
    """

    edition: Edition | None
    beside: Edition
    statement: Replacement

    @property
    def name(self) -> str:
        """Return the id of the edition, else the number the statement prints."""
        return self.edition.id if self.edition else self.statement.number or self.statement.edition


def ancestors(registers: Registers, edition: Edition) -> tuple[Kin, ...]:
    """Return the texts an edition replaced, and those these replaced, nearest first."""
    return _line(edition, lambda one: _neighbours(registers, one, one.replaces, "replaced_by"))


def descendants(registers: Registers, edition: Edition) -> tuple[Kin, ...]:
    """Return the texts that replaced an edition, and those that replaced these, nearest first."""
    return _line(edition, lambda one: _neighbours(registers, one, one.replaced_by, "replaces"))


def _line(edition: Edition, neighbours: Callable[[Edition], Iterator[Kin]]) -> tuple[Kin, ...]:
    found: dict[str, Kin] = {}
    waiting = [edition]
    while waiting:
        for kin in neighbours(waiting.pop(0)):
            # the same text may be named by several; registers that contradict each other may even go round in a ring
            if kin.name == edition.id or kin.name in found:
                continue
            found[kin.name] = kin
            if kin.edition:
                waiting.append(kin.edition)
    return tuple(found.values())


def _neighbours(
    registers: Registers, edition: Edition, own: tuple[Replacement, ...], theirs: str,
) -> Iterator[Kin]:
    """Yield the texts beside an edition, whichever of the two registers says so; of several the surest statement."""
    said: dict[str, list[Kin]] = {}
    for statement in own:
        kin = Kin(_named(registers, statement), edition, statement)
        said.setdefault(kin.name, []).append(kin)
    for other in registers.editions:
        statements: tuple[Replacement, ...] = getattr(other, theirs)
        for statement in statements:
            if other.id != edition.id and _named(registers, statement) is edition:
                said.setdefault(other.id, []).append(Kin(other, edition, statement))
    for same in said.values():
        yield min(same, key=lambda kin: (kin.statement.date is None, CERTAINTIES.index(kin.statement.certainty)))


def _named(registers: Registers, statement: Replacement) -> Edition | None:
    """Return the edition a statement means: by its id, else by number and date if they leave no choice."""
    if found := registers.get(statement.edition):
        return found
    numbered = registers.numbered(statement.number, statement.issued_on) if statement.number else ()
    return numbered[0] if len(numbered) == 1 else None
