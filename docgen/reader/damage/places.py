"""Which words of a regulation are looked at for damage."""

from __future__ import annotations

from docgen.model.places import Place, wordings
from docgen.model.tree import Regulation


def passages(regulation: Regulation) -> tuple[tuple[Place, str], ...]:
    """Return every stretch of words of the text itself with its place; stamps on a copy are no words of it."""
    return tuple((place, words) for place, words in wordings(regulation) if words.strip() and place.zone != "stamps")
