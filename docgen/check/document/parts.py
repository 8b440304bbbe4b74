"""Where the parts of a paper stand among its lines: head, title, căn cứ, body, signatures, Nơi nhận."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.check.document.paper import Paper, PaperLine
from docgen.check.document.plain import plain
from docgen.model.level import Level
from docgen.reader.zones import KINDS, is_authority, is_basis, is_recipients_heading

_RULE = re.compile(r"[-–—_=*\s]+")
_OTHER_AUTHORITY = re.compile(r"(?:T\s?[./]?\s?M|K\s?[./]?\s?T|T\s?[./]?\s?L|T\s?[./]?\s?UQ)[./\s]")
"""As other papers write it; it is told by the rules."""
_BODY = {Level.PART, Level.CHAPTER, Level.SECTION, Level.HEADING, Level.ARTICLE}


@dataclass(frozen=True, slots=True)
class Parts:
    """Places in the lines: `kind` the line QUY CHẾ, `bases` the căn cứ, `body` the first line of the body, its `end`.

    -1 where there is none. `authorities` are the lines that say in whose name is signed, `recipients` the lines under
    "Nơi nhận:", which is `recipients_heading`.
    """

    kind: int
    bases: tuple[int, ...]
    body: int
    end: int
    authorities: tuple[int, ...]
    recipients_heading: int
    recipients: tuple[int, ...]

    @property
    def head(self) -> range:
        """Return the lines above the kind of document."""
        return range(max(self.kind, 0))

    @property
    def title(self) -> range:
        """Return the lines between the kind of document and the first căn cứ, or the body if there are none."""
        first = self.bases[0] if self.bases else self.body
        return range(self.kind + 1, max(first, self.kind + 1)) if self.kind >= 0 else range(0)

    @property
    def articles(self) -> range:
        """Return the lines of the body."""
        return range(self.body, self.end) if self.body >= 0 else range(0)


def find_parts(paper: Paper) -> Parts:
    """Find the parts of a paper."""
    lines = paper.lines
    kind = next((place for place, line in enumerate(lines[:60]) if line.text.upper().strip(" .:") in KINDS), -1)
    start = kind + 1
    body = next((place for place in range(start, len(lines)) if lines[place].level in _BODY
                 and not lines[place].text.isupper()), -1)
    if body < 0:
        body = next((place for place in range(start, len(lines)) if lines[place].level is Level.CLAUSE), -1)
    until = body if body >= 0 else len(lines)
    bases = tuple(place for place in range(start, until) if is_basis(lines[place].text))
    heading = next((place for place in range(max(body, 0), len(lines)) if is_recipients_heading(lines[place].text)), -1)
    authorities = tuple(place for place in range(max(body, 0), len(lines)) if _is_authority(lines[place]))
    end = min((place for place in (heading, *authorities) if place >= 0), default=len(lines))
    return Parts(kind, bases, body, end, authorities, heading, _recipients(lines, heading, authorities))


def _is_authority(line: PaperLine) -> bool:
    text = line.text
    return is_authority(text) or (text.isupper() and _OTHER_AUTHORITY.match(text) is not None)


def _recipients(lines: tuple[PaperLine, ...], heading: int, authorities: tuple[int, ...]) -> tuple[int, ...]:
    """Return the list under Nơi nhận: lines with dashes, or everything as far as the line Lưu or the signature."""
    found: list[int] = []
    for place in range(heading + 1, len(lines)) if heading >= 0 else ():
        text = lines[place].text
        if place in authorities or text.isupper() or _RULE.fullmatch(text):
            break
        found.append(place)
        if "lưu" in plain(text)[:8]:
            break
    return tuple(found)
