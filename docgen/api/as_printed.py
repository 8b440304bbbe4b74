"""The wording as the source prints it: the recorded corrections of a text undone, the last one first."""

from __future__ import annotations

from docgen.model.places import Place, with_words, wordings
from docgen.model.tree import Regulation
from docgen.versions.register import Correction

_PARTS = ("text", "heading", "label")
"""Where in a provision the words of a correction are looked for, in this order."""
_ADDRESSES = {"preamble": ("can-cu-", "mo-dau-"), "recipients": ("noi-nhan-",)}
"""Zones of provisions: what their addresses begin with."""


def as_printed(regulation: Regulation, corrections: tuple[Correction, ...]) -> Regulation:
    """Undo every correction at its place; one whose words no longer stand there is passed over."""
    words = dict(wordings(regulation))
    changed: dict[Place, str] = {}
    for correction in reversed(corrections):
        place = next((place for place in _places(words, correction) if correction.now in words[place]), None)
        if place is not None and correction.now:
            changed[place] = words[place] = words[place].replace(correction.now, correction.was, 1)
    return with_words(regulation, changed)


def _places(words: dict[Place, str], correction: Correction) -> list[Place]:
    """Return where the words of a correction may stand, the likeliest first."""
    if correction.address:
        return [place for part in _PARTS if (place := Place(correction.address, part=part)) in words]
    starts = _ADDRESSES.get(correction.zone, ())
    return [place for place in words if place.zone == correction.zone or (
        place.part == "text" and place.address.startswith(starts))]
