"""An update on the screen: what was changed, what a person has to settle, what is not known."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.api.update.update import DocumentUpdate
from docgen.messages import Message, say
from docgen.renew.update import Change

_MOST = 12
"""Changes of one kind shown; the file has them all."""
_LONG = 100
_HEAD, _BEFORE = 30, 25
"""Letters shown of the beginning of a long paragraph, and before the first word that changed in it."""


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
        yield from (f"  {_sign(change)} {_excerpt(change)}" for change in found[:_MOST])
        if any(change.both for change in found[:_MOST]):
            yield f"  {say('* Other words of this paragraph are yours; they stand.')}"
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


def _excerpt(change: Change) -> str:
    """Return the paragraph, of a long one its beginning and the words from shortly before the first that changed."""
    text, then = " ".join((change.now or change.then).split()), " ".join(change.then.split())
    differs = (at for at, (one, other) in enumerate(zip(text, then, strict=False)) if one != other)
    same = next(differs, min(len(text), len(then))) if change.kind == "words" else 0
    start = text.rfind(" ", 0, max(same - _BEFORE, 0)) + 1
    if start <= _HEAD:
        return _short(text)
    return f"{_short(text[:start], _HEAD)} {_short(text[start:], _LONG - _HEAD)}"


def _short(text: str, most: int = _LONG) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]}…"
