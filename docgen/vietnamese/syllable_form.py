"""The Vietnamese syllable as it may be written: onset, glide, nucleus, coda, tone. A model of form, no word list.

Every well-formed syllable can be taken apart and put together again; "ừực", "thàrủi" and "thưc" cannot. Both tone
placements (hoà hòa, uỷ ủy) are good form, i and y after h k l m s t too; where only one way exists, only it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from docgen.vietnamese.letters import without_marks

Tone = Literal["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
TONES: tuple[Tone, ...] = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""ngang, huyền, hỏi, ngã, sắc, nặng: the marks as Unicode combines them."""

_STOPPED: tuple[Tone, ...] = ("\u0301", "\u0323")
"""A syllable that ends in c, ch, p or t is said sắc or nặng, nothing else."""

_ONSETS = ("", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
           "r", "s", "t", "th", "tr", "v", "x")
_FRONT = "eêiy"

_PLAIN = """
a: - c ch i m n ng nh o p t u y
ă: c m n ng p t
â: c m n ng p t u y
e: - c m n ng o p t
ê: - ch m n nh p t u
i: - ch m n nh p t u
iê: c m n ng p t u
yê: m n ng t u
ia: -
y: -
o: - c i m n ng p t
oo: c ng
ô: - c i m n ng p t
ơ: - i m n p t
u: - c i m n ng p t
uô: c i m n ng t
ua: -
ư: - c i ng t u
ươ: c i m n ng p t u
ưa: -
"""
"""Nuclei and the codas each may have; the hyphen is an open syllable."""

_GLIDED = """
o.a: - c ch i m n ng nh o p t y
o.ă: c m n ng t
o.e: - m n o t
u.â: n ng t y
u.ê: - ch n nh u
u.ơ: -
u.y: - ch n nh p t u
u.ya: -
u.yê: n t
"""
_AFTER_Q = """
u.a: - c ch i m n ng nh o t u y
u.ă: c m n ng p t
u.â: n ng t y
u.e: - n o t
u.ê: - ch n nh t u
u.ơ: - i n t
u.i: - ch n nh t
u.y: - ch n nh t
u.yê: n t
u.ô: c
"""
_AFTER_GI = frozenset(["e", "ê", "o", "ô", "ơ", "u", "ư", "a", "ă", "â", "uô", "ươ", "ua", "ưa"])
"""Nuclei printed in full after gi; before i and iê the two i are one letter: gì, giếng."""


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable in its parts as printed; `onset` of "quyền" is q, `glide` u, `nucleus` yê, `coda` n."""

    onset: str
    glide: str
    nucleus: str
    coda: str
    tone: Tone

    @property
    def bare(self) -> str:
        """Return the letters without the tone."""
        return self.onset + self.glide + self.nucleus + self.coda


def is_syllable(word: str) -> bool:
    """Tell whether a word has the form of a Vietnamese syllable; capitals do not matter."""
    return syllable(word.lower()) is not None


@lru_cache(maxsize=1 << 16)
def syllable(word: str) -> Syllable | None:
    """Take a word in small letters apart, None if it is no well-formed syllable or bears its tone in a wrong place."""
    parts = unicodedata.normalize("NFD", word)
    tones = [place for place, sign in enumerate(parts) if sign in TONES]
    if len(tones) > 1:
        return None
    tone = parts[tones[0]] if tones else ""
    form = _forms().get(unicodedata.normalize("NFC", parts.replace(tone, "") if tone else parts))
    if form is None:
        return None
    found = Syllable(*form, tone=next(one for one in TONES if one == tone))
    return found if unicodedata.normalize("NFC", word) in spellings(found) else None


def spellings(parts: Syllable) -> tuple[str, ...]:
    """Return how a syllable may be printed: one way, or new and old tone placement; none if its tone is impossible."""
    if parts.coda in ("c", "ch", "p", "t") and parts.tone not in _STOPPED:
        return ()
    start = len(parts.onset) + len(parts.glide)
    if not parts.tone:
        return (parts.bare,)
    vowels = parts.nucleus
    marked = [place for place, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if marked:
        bearers = [start + marked[-1]]
    elif parts.coda in ("i", "y", "u", "o") or not parts.coda:
        bearers = [start]
        if parts.glide and parts.onset != "q" and not parts.coda and vowels in ("a", "e", "y"):
            bearers.append(start - 1)
    else:
        bearers = [start + len(vowels) - 1]
    return tuple(unicodedata.normalize("NFC", parts.bare[:at + 1] + parts.tone + parts.bare[at + 1:])
                 for at in bearers)


def all_syllables() -> Iterator[Syllable]:
    """Yield every syllable the form allows, with every tone it may have; about half of them are words."""
    for form in _forms().values():
        for tone in TONES:
            made = Syllable(*form, tone=tone)
            if spellings(made):
                yield made


@lru_cache(maxsize=1)
def toneless_syllables() -> frozenset[str]:
    """Return the letters every well-formed syllable has left when all its marks are taken off: "quyền" is "quyen"."""
    return frozenset(without_marks(form) for form in _forms())


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[str, str, str, str]]:
    """Return the toneless syllables with their parts; where two readings exist (gia) the longer onset is meant."""
    forms: dict[str, tuple[str, str, str, str]] = {}
    for glide, nucleus, coda in _rimes(_PLAIN):
        onsets = [onset for onset in _ONSETS if _agree(onset, nucleus)]
        if nucleus in ("i", "iê"):
            onsets.append("g")  # gì, gìn, giếng: one i for two
        for onset in onsets:
            forms[onset + nucleus + coda] = (onset, glide, nucleus, coda)
    for glide, nucleus, coda in _rimes(_PLAIN):
        if nucleus in _AFTER_GI:
            forms["gi" + nucleus + coda] = ("gi", glide, nucleus, coda)
    for glide, nucleus, coda in _rimes(_GLIDED):
        for onset in _ONSETS:
            if onset not in ("c", "gi", "ngh", "gh", "k"):
                forms.setdefault(onset + glide + nucleus + coda, (onset, glide, nucleus, coda))
    for glide, nucleus, coda in _rimes(_AFTER_Q):
        forms["q" + glide + nucleus + coda] = ("q", glide, nucleus, coda)
    return forms


def _rimes(table: str) -> Iterator[tuple[str, str, str]]:
    """Yield glide, nucleus and coda of each rime of a table."""
    for row in table.split("\n"):
        head, _, codas = row.partition(":")
        glide, _, nucleus = head.rpartition(".")
        for coda in codas.split():
            yield glide, nucleus, coda.replace("-", "")


def _agree(onset: str, nucleus: str) -> bool:
    """Tell whether an onset is spelled so before a nucleus: k gh ngh before e ê i, c g ng before the others."""
    front = nucleus[0] in _FRONT
    if nucleus == "yê":
        return onset == ""
    if nucleus == "y":
        return onset in ("", "h", "k", "l", "m", "s", "t", "v")
    if onset in ("k", "gh", "ngh"):
        return front
    return onset != "gi" and not (front and onset in ("c", "g", "ng"))
