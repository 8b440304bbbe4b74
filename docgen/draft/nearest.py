"""The known name somebody most likely meant when they mistyped one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from docgen.messages import Message, say
from docgen.vietnamese.letters import without_marks


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like a mistyped one, empty if none is near; ties go to the first in the alphabet."""
    folded = {_fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    found = difflib.get_close_matches(_fold(name[:80]), sorted(folded), n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def suggest(name: str, known: Iterable[str], otherwise: Message) -> Message:
    """Return the remedy for an unknown name: the nearest known one, or the sentence given for when none is near."""
    near = nearest(name, known)
    return say("Did you mean '{name}'?", name=near) if near else otherwise


def _fold(name: str) -> str:
    return without_marks(name).casefold().replace("-", "_").replace(" ", "_")
