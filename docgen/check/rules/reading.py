"""What the reader could not place for certain in a held text."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.subject import Subject
from docgen.model.finding import Finding

_COUNTED_ELSEWHERE = "reader-number"
"""A break in the numbering: rules/numbering.py finds the same, and more strictly, on a text that is held."""


def reading_problems(subject: Subject) -> Iterator[Finding]:
    """Pass on the problems met while reading each held text."""
    for held in subject.texts:
        yield from (problem for problem in held.problems if problem.code != _COUNTED_ELSEWHERE)
