"""One way of writing throughout: tone marks in one style, letters whole, Đ as Vietnamese has it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.messages import say
from docgen.vietnamese.folding import restyle
from docgen.vietnamese.letters import without_marks

_WORD = re.compile(r"\w+")
_VOWELS = re.compile(r"oa|oe|uy")
_OTHER_D = re.compile("[ÐðƉɖ]")


@lru_cache(maxsize=1 << 12)
def _written(word: str) -> tuple[str, str]:
    """Return the vowels of a word that can be marked in two ways, and which way it has; two empty words for others."""
    vowels = _VOWELS.search(without_marks(word).lower())
    if vowels is None or (new := restyle(word, "new")) == restyle(word, "old"):
        return "", ""
    return vowels[0], "new" if word == new else "old"


def one_spelling(reviewed: Reviewed) -> Iterator[Remark]:
    """Find words with the tone mark in the style the document does not follow, and letters of other alphabets.

    Many offices write uỷ and hoá in different styles, each always alike: oa, oe and uy are looked at one by one.
    """
    groups: dict[str, dict[str, list[tuple[int, str]]]] = {}
    for place, line in enumerate(reviewed.paper.lines):
        for word in _WORD.findall(line.text):
            vowels, style = _written(word)
            if style:
                groups.setdefault(vowels, {"new": [], "old": []})[style].append((place, word))
        if other := _OTHER_D.search(line.text):
            yield remark("review-spelling", "warning",
                         say("The letter “{letter}” is not the Vietnamese Đ, though it looks like it.",
                             letter=unicodedata.normalize("NFC", other[0])),
                         say("Type it again with a Vietnamese keyboard."), line=place)
    for styles in groups.values():
        fewer, more = sorted(styles, key=lambda style: len(styles[style]))
        if not styles[more] or len(styles[fewer]) * 4 > len(styles[more]):
            continue
        for place in dict.fromkeys(place for place, _ in styles[fewer]):
            words = ", ".join(dict.fromkeys(word for at, word in styles[fewer] if at == place))
            yield remark("review-spelling", "warning",
                         say("“{words}”: the document as a whole sets the tone mark on the other letter.", words=words),
                         say("Write it in one way throughout."), line=place, words=words.partition(",")[0])
