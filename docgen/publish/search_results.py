"""Results of a search on the screen: citation, address, status, and the piece of the text with the words marked."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from docgen.messages import Message, say
from docgen.publish.lines import PLAIN, Screen, painted, wrapped
from docgen.publish.status_words import STATUS_IN_FULL
from docgen.search.snippet import Snippet

_OPEN, _SHUT = "\ue000", "\ue001"  # private letters: no text has them, and a line is never broken at them
_INDENT = "    "
_HEAD, _DIM = "1", "36"
_MARK, _OFF = "\x1b[1;33m", "\x1b[0m"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One result, ready to be shown: `ask` is what `docgen show` takes, `held` whether any wording is held."""

    edition: str
    address: str
    citation: str
    snippet: Snippet
    score: int
    ask: str
    status: str
    held: bool = True
    missing: tuple[str, ...] = ()
    alike: int = 0

    def to_dict(self) -> dict[str, object]:
        """Return the result as JSON; the address of a document itself is null."""
        return {"edition": self.edition, "address": self.address or None, "citation": self.citation,
                "snippet": str(self.snippet), "score": self.score, "missing": list(self.missing)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The answer to one question; `more`: there are results beyond the limit; `nearest`: none holds all words."""

    typed: str
    results: tuple[Result, ...] = ()
    more: bool = False
    nearest: bool = False

    def to_dict(self) -> dict[str, object]:
        """Return the answer as the JSON of the contract; `all_words` is false where these are only the nearest."""
        return {"results": [result.to_dict() for result in self.results], "more": self.more,
                "all_words": bool(self.results) and not self.nearest}


def search_results(found: Results, screen: Screen = PLAIN) -> str:
    """Show what was found, one result below the other, the best first."""
    if not found.results:
        return "\n".join(wrapped(str(_heading(found)), screen)) + "\n"
    lines = wrapped(str(_heading(found)), screen)
    for place, result in enumerate(found.results, 1):
        lines += ["", *_result(place, result, screen)]
    lines += [""]
    if found.more:
        lines += wrapped(str(say("There are more: --limit {count}", count=2 * len(found.results))), screen)
    held = next((result.ask for result in found.results if result.held), "")
    if held:
        lines += wrapped(str(say("To read one: docgen show {ask}", ask=held)), screen)
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _short(typed: str) -> str:
    return textwrap.shorten(typed, 80, placeholder=" …")


def _heading(found: Results) -> Message:
    if not found.results:
        return say("Nothing was found for: {typed}", typed=_short(found.typed))
    if found.nearest:
        return say("No provision holds all these words by itself: {typed}. The nearest:", typed=_short(found.typed))
    if found.more:
        return say("The best {count} results for: {typed}", count=len(found.results), typed=_short(found.typed))
    return say("{count} result(s) for: {typed}", count=len(found.results), typed=_short(found.typed))


def _result(place: int, result: Result, screen: Screen) -> list[str]:
    number = f"{place:2}. "
    head = wrapped(f"{number}{result.citation}", screen, "", _INDENT)
    status = str(STATUS_IN_FULL[result.status])
    notes = [result.ask, status]
    if not result.held:
        notes.append(str(say("wording not held")))
    if result.missing:
        notes.append(str(say("without: {words}", words=", ".join(result.missing))))
    if result.alike:
        notes.append(str(say("the same wording in {count} other place(s)", count=result.alike)))
    below = wrapped(" · ".join(notes), screen, _INDENT)
    return [*(painted(line, _HEAD, screen) for line in head), *(painted(line, _DIM, screen) for line in below),
            *_snippet(result.snippet, screen)]


def _snippet(piece: Snippet, screen: Screen) -> list[str]:
    """Wrap the piece and mark its words: in colour where there is any, else between « and »."""
    text, place = "", 0
    for start, end in piece.marks:
        text += f"{piece.text[place:start]}{_OPEN}{piece.text[start:end]}{_SHUT}"
        place = end
    text = str(Snippet(text + piece.text[place:], (), piece.cut)).replace("… ", "…\xa0").replace(" …", "\xa0…")
    lines = [line for part in text.split("\n") for line in wrapped(part, screen, _INDENT)]
    lines = [line.replace("\xa0", " ") for line in lines]
    if not screen.colour:
        return [line.replace(_OPEN, "«").replace(_SHUT, "»") for line in lines]
    made, inside = [], False
    for line in lines:
        bare = line[len(_INDENT):]
        painted = (_MARK if inside else "") + bare.replace(_OPEN, _MARK).replace(_SHUT, _OFF)
        inside = bare.rfind(_OPEN) > bare.rfind(_SHUT) or (inside and _SHUT not in bare)
        made.append(_INDENT + painted + (_OFF if inside else ""))
    return made
