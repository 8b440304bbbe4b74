"""What one fault is, what is known of the document it is put into, and how a way of damage is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from docgen.draft.facts import Facts
from tests.check.document.copy_of import Copy, Element


@dataclass(frozen=True)
class About:
    """The document that is damaged: the facts of its cell, its tagged lines, whether docgen made it."""

    facts: Facts
    agreement: bool
    tags: dict[str, str] = field(default_factory=dict)
    obligations: dict[str, str] = field(default_factory=dict)
    foreign: bool = False
    work: str = "hoi-quan-chung"


@dataclass(frozen=True)
class Fault:
    """One fault put in: which finding must name it, at which paragraph (None: anywhere), what it may bring along."""

    way: str
    code: str
    at: Element | None = None
    along: frozenset[str] = frozenset()


Way = Callable[[Copy, About, bool], "Fault | None"]
"""Damages a copy; None where the document gives no occasion. The last argument: with held-out words."""


def pick(copy: Copy, tuned: tuple[str, ...], held_out: tuple[str, ...], held: bool) -> str:
    return copy.random.choice(held_out if held else tuned)
