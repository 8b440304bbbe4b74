"""A reviewed document in the terminal: what is wrong and where, what the framework asks for and where it stands."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.messages import Message, say
from docgen.model.citation import cite
from docgen.model.finding import Finding
from docgen.publish.lines import PLAIN, Screen
from docgen.publish.terminal import summary

_GRAVE = {"error": (say("error"), "1;31"), "warning": (say("warning"), "33"), "note": (say("note"), "36")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One finding with the paragraph it stands at (which `<w:p>`, -1 for the whole document), its words, its line."""

    finding: Finding
    place: int = -1
    words: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownObligation:
    """One thing the framework asks for, where it asks, and the addresses (or paragraphs) at which it is met."""

    says: str
    source: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReview:
    """Everything a person is told about one document."""

    name: str
    about: Message
    findings: tuple[Shown, ...]
    obligations: tuple[ShownObligation, ...] = ()
    not_held_against: tuple[Message, ...] = ()


def review_text(shown: ShownReview, screen: Screen = PLAIN) -> str:
    """Show a review: findings in the order of print under their severity, then the obligations."""
    lines = _wrapped(str(shown.about), screen, 0)
    for severity in _GRAVE:
        found = [one for one in shown.findings if one.finding.severity == severity]
        for one in found:
            lines += ["", *_finding(one, screen)]
    lines += ["", str(summary([one.finding for one in shown.findings]))]
    if shown.obligations:
        lines += ["", *_obligations(shown.obligations, screen)]
    lines += [line for remark in shown.not_held_against for line in ("", *_wrapped(str(remark), screen, 0))]
    return "\n".join(lines) + "\n"


def place_words(finding: Finding) -> str:
    """Return where a finding stands, as a colleague would say it: the provision, and the paragraph in the file."""
    at = cite(finding.address) if finding.address else ""
    paragraph = str(say("paragraph {number}", number=finding.line)) if finding.line else ""
    return f"{at} ({paragraph})" if at and paragraph else at or paragraph or str(say("the whole document"))


def _finding(one: Shown, screen: Screen) -> Iterator[str]:
    word, colour = _GRAVE[one.finding.severity]
    grave = f"\x1b[{colour}m{word}\x1b[0m" if screen.colour else str(word)
    yield f"{place_words(one.finding)}: {grave} [{one.finding.code}]"
    quoted = _shortened(one.words or one.line)
    for text in (f"“{quoted}”" if quoted else "", str(one.finding.message),
                 f"-> {one.finding.remedy}" if str(one.finding.remedy) else ""):
        yield from _wrapped(text, screen, 4)


def _obligations(listed: Iterable[ShownObligation], screen: Screen) -> Iterator[str]:
    yield str(say("What the framework asks for:"))
    for one in listed:
        mark = say("[met]") if one.places else say("[missing]")
        where = f" -> {', '.join(one.places)}" if one.places else ""
        yield from _wrapped(f"{mark} {one.says} ({one.source}){where}", screen, 2)


def _wrapped(text: str, screen: Screen, indent: int) -> list[str]:
    blank = " " * indent
    return textwrap.wrap(text, screen.width, initial_indent=blank, subsequent_indent=blank + "  " * (indent < 4),
                         break_long_words=False, break_on_hyphens=False) if text else []


def _shortened(text: str, most: int = 90) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
