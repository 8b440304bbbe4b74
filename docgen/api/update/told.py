"""An update on the screen: what was changed, what a person has to settle, what is not known."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.api.update.update import DocumentUpdate
from docgen.messages import Message, say
from docgen.renew.update import Change

_MOST = 12
"""Changes of one kind shown; the file has them all."""
_LONG = 100


def told_update(result: DocumentUpdate) -> str:
    """Return the report of an update."""
    return "\n".join(_lines(result)) + "\n"


def _lines(result: DocumentUpdate) -> Iterator[str]:
    done = result.updated
    yield str(say("Written: {path}", path=result.path))
    if not done.changes and not done.conflicts:
        yield str(say("Nothing to change: docgen would write the document as it stands, save what people changed."))
        return
    for kind, heading in _headings():
        found = [change for change in done.changes if change.kind == kind]
        if not found:
            continue
        yield ""
        yield f"{heading} ({len(found)})"
        if kind == "numbers":
            continue
        yield from (f"  {_sign(change)} {_short(change.now or change.then)}" for change in found[:_MOST])
        if len(found) > _MOST:
            yield f"  {say('… and {count} more, in the file.', count=len(found) - _MOST)}"
    if done.conflicts:
        yield ""
        yield f"{say('To be settled by hand; each stands as a comment in the file')} ({len(done.conflicts)})"
        for conflict in done.conflicts[:_MOST]:
            yield f"  - {_short(conflict.on)}"
            yield f"    {_short(conflict.text, 3 * _LONG)}"
        if len(done.conflicts) > _MOST:
            yield f"  {say('… and {count} more, in the file.', count=len(done.conflicts) - _MOST)}"
    if not done.changes:
        return
    yield ""
    yield str(say("Open the file in Word: Review, then accept or reject each change. Rejecting all gives your file "
                  "back."))


def _headings() -> tuple[tuple[str, Message], ...]:
    return (("words", say("Words changed (tracked)")), ("added", say("Paragraphs added (tracked)")),
            ("removed", say("Paragraphs taken out (tracked)")), ("numbers", say("Numbers moved on (tracked)")))


def _sign(change: Change) -> str:
    if change.kind == "words":
        return "~*" if change.both else "~"
    return "+" if change.kind == "added" else "-"


def _short(text: str, most: int = _LONG) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]}…"
