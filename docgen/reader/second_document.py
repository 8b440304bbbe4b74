"""Two documents in one file: where the letterhead, number and title of a second one begin below the first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.model.level import Level
from docgen.reader.labels import find_label
from docgen.reader.source import SourceLine
from docgen.reader.zones import KINDS, is_authority, is_letterhead, is_recipients_heading

_NUMBER = re.compile(r"Số\s*:?\s*\d+\s*-?\s*[A-ZĐ]+(?:\s*/\s*|\s*-\s*)[A-ZĐ]+|Số\s*:?\s*\d+/\d{4}/[A-ZĐ]+")
_COPY = re.compile(r"-(?:SY|SL|BS)/")
_FORM = re.compile(r"(?:Mẫu|MẪU|Phụ lục|PHỤ LỤC)\b")
_NEAR = 14
"""Lines within which a letterhead has its number and its title."""


def second_document(lines: Sequence[SourceLine]) -> SourceLine | None:
    """Return the line where a second document begins, None if there is one document only.

    A number and a kind of document close together, below a text that was signed, make a new document; the block of a
    certified copy has no kind, an attached regulation no number, a form in an annex no figures in its number.
    """
    ended = False
    begun = False
    for at, line in enumerate(lines):
        if _FORM.match(line.text):
            return None
        label = find_label(line.text)
        begun = begun or (label is not None and label.level is Level.ARTICLE) or line.text in KINDS
        ended = ended or (begun and (is_recipients_heading(line.text) or is_authority(line.text)))
        if ended and _NUMBER.match(line.text) and not _COPY.search(line.text):
            below = lines[at + 1:at + _NEAR]
            title = next((one for one in below if one.text in KINDS or (one.text.startswith(KINDS)
                          and one.text.isupper())), None)
            if title is not None:
                return lines[_first_of_letterhead(lines, at)]
    return None


def _first_of_letterhead(lines: Sequence[SourceLine], at: int) -> int:
    """Go up from the number to the first line of its letterhead: names of bodies in capitals, and their asterisk."""
    while at > 0:
        text = lines[at - 1].text
        if is_authority(text) or not (is_letterhead(text) or (text.isupper() and not text.endswith((".", ";", ",")))):
            break
        at -= 1
    return at
