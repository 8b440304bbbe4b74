"""Findings about facts taken together: a fault stops the draft, a doubt is said and the draft is made."""

from __future__ import annotations

from docgen.messages import Message
from docgen.model.finding import Finding

Place = tuple[int, int]
"""Line and column of a value in the cell's file; (0, 0) if it does not stand there."""


def fault(place: Place, code: str, message: Message, remedy: Message) -> Finding:
    """Return a fault of the facts, at the head of the file if what it is about does not stand there."""
    return Finding(code=code, severity="error", message=message, remedy=remedy,
                   line=max(place[0], 1), column=max(place[1], 1))


def doubt(place: Place, code: str, message: Message, remedy: Message) -> Finding:
    """Return a doubt about the facts: life may differ from the rule."""
    return Finding(code=code, severity="warning", message=message, remedy=remedy,
                   line=max(place[0], 1), column=max(place[1], 1))
