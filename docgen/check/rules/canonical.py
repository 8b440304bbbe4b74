"""Every held text is in canonical form: written again from its tree it is the same, letter for letter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from docgen.check.subject import Subject
from docgen.messages import say
from docgen.model.finding import Finding


def canonical_form(subject: Subject) -> Iterator[Finding]:
    """Compare each registered text with what is written from its own tree; the first line that differs is named."""
    for held in subject.texts:
        if held.edition is None:
            continue
        again = subject.write(held.regulation)
        as_stored = held.content.replace(b"\r\n", b"\n").decode("utf-8", errors="replace")
        if again == as_stored:
            continue
        line, stored, wanted = _first_difference(as_stored, again)
        yield Finding(
            code="not-canonical", severity="error", file=held.file, line=line,
            message=say("The file is not in canonical form: here stands '{stored}', canonical would be '{wanted}'.",
                        stored=_short(stored), wanted=_short(wanted)),
            remedy=say("Write this line as shown; blank lines, escapes and zone marks count (docs/dinh-dang.md)."))


def _first_difference(stored: str, wanted: str) -> tuple[int, str, str]:
    pairs = zip_longest(stored.split("\n"), wanted.split("\n"), fillvalue="")
    for line, (one, other) in enumerate(pairs, 1):
        if one != other:
            return line, one, other
    return stored.count("\n") + 1, "", ""


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
