"""A stretch of words as units to be counted and weighed: words by their key, figures and marks as classes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from docgen.vietnamese.folding import fold
from docgen.vietnamese.word_form import Form, form_of

EDGE = "¶"
"""Stands before the first and after the last unit of a stretch."""

_WEB = r"(?:https?://|www\.)\S+|\S+@\S+\.\w+"
_CODE = r"\d+(?:[./]\d+)*(?:-[^\W\d_]+(?:[/-][^\W\d_]+)*)?(?!\w)"
_WORD = r"[^\W_](?:[^\W_]|[\u0300-\u036f]|['’](?=[^\W\d_]))*"
_UNITS = re.compile(rf"(?P<web>{_WEB})|(?P<code>{_CODE})|(?P<word>{_WORD})|(?P<mark>(?P<sign>[^\w\s]|_)(?P=sign)*)")
_MARKS = {",": ",", ";": ",", ".": ".", ":": ".", "?": ".", "!": ".", "…": ".", "(": "(", ")": ")", "/": "/",
          "-": "-", "–": "-", "—": "-", "−": "-", "+": "-"}
_UNHEARD = frozenset("\"'“”„‘’«»*")
"""Marks that say nothing about the words beside them."""

_DIRT = frozenset("•·|¦~^ˆ`´¬©®€£¥■□●▪◦_\\")
_CLASSES: dict[Form, str] = {"number": "#", "numeral": "#", "letter": "@", "abbreviation": "@"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One word, figure or mark: where it stands, as printed, its key among the counts, and what it looks like."""

    start: int
    end: int
    text: str
    key: str
    form: Form | None

    @property
    def is_word(self) -> bool:
        """Tell whether it is a word that could be damaged; figures, letters and marks are classes."""
        return self.form in ("syllable", "foreign", "name", "malformed")

    @property
    def is_other(self) -> bool:
        """Tell whether it is a mark that is not counted."""
        return self.key == "?"

    @property
    def is_stray(self) -> bool:
        """Tell whether it is a mark no regulation prints: dirt on the paper that was read as a sign."""
        return self.text[0] in _DIRT and not (self.text[0] == "_" and len(self.text) > 2)  # a line to write on


@lru_cache(maxsize=1 << 12)
def units(text: str) -> tuple[Unit, ...]:
    """Return the units of a stretch in order; marks that say nothing about their neighbours are left out."""
    found: list[Unit] = []
    for match in _UNITS.finditer(text):
        printed = match[0]
        if match["word"]:
            form = form_of(printed)
            key = _CLASSES.get(form) or _key(printed)
            found.append(Unit(match.start(), match.end(), printed, key, form))
        elif match["code"] or match["web"]:
            found.append(Unit(match.start(), match.end(), printed, "#", None))
        elif printed[0] not in _UNHEARD:  # a row of the same mark is one: "…", "-----"
            found.append(Unit(match.start(), match.end(), printed, _MARKS.get(printed[0], "?"), None))
    return tuple(found)


def keys(text: str) -> list[str]:
    """Return the keys of a stretch with an edge at both ends: what is counted."""
    return [EDGE, *("?" if unit.form == "malformed" else unit.key for unit in units(text) if not unit.is_other), EDGE]


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    return fold(unicodedata.normalize("NFC", word))
