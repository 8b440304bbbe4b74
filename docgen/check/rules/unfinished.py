"""No import was broken off half-way: what it left is finished before anything else is judged."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.subject import Subject
from docgen.messages import say
from docgen.model.finding import Finding
from docgen.versions.recording import unfinished


def nothing_unfinished(subject: Subject) -> Iterator[Finding]:
    """Find the journal of a step that was broken off."""
    if title := unfinished(subject.workspace):
        yield Finding(
            code="import-unfinished", severity="warning",
            message=say("An import was broken off: {title}. Other findings may come from that.", title=title),
            remedy=say("Repeat the docgen import command, or run any other; the work is finished first."))
