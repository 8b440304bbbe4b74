"""How likely it is that one word was read as another: what scanning and recognition do to Vietnamese letters.

Chances are per letter, in ten thousands, of a bad page; a text gets its own scale (lattice.py). Two sources: letters
counted on pages of other regulations printed, spoiled and read by Tesseract (tones and hats under a blur), and the
shapes of letters (older programs: "ừực" for trực, "Iiỷ" for uỷ). They are rounded: the order matters, not the figure.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from math import inf, log

_NONE, _GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_HAT, _BOWL, _HORN = "\u0302", "\u0306", "\u031b"
_TONES = (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT)

_TONE = {
    (_HOOK, _ACUTE): 400, (_HOOK, _NONE): 60, (_HOOK, _TILDE): 40, (_HOOK, _GRAVE): 20,
    (_ACUTE, _HOOK): 20, (_ACUTE, _NONE): 50, (_ACUTE, _GRAVE): 10, (_ACUTE, _TILDE): 6,
    (_GRAVE, _NONE): 50, (_GRAVE, _HOOK): 8, (_GRAVE, _ACUTE): 8, (_GRAVE, _TILDE): 12,
    (_TILDE, _NONE): 30, (_TILDE, _HOOK): 20, (_TILDE, _GRAVE): 25, (_TILDE, _ACUTE): 15,
    (_DOT, _NONE): 40, (_NONE, _DOT): 10, (_NONE, _ACUTE): 25, (_NONE, _HOOK): 60, (_NONE, _GRAVE): 15,
    (_NONE, _TILDE): 8,
}
"""(printed, read): the hook is what suffers most."""

_SHAPE = {
    (_HAT, _NONE): 15, (_NONE, _HAT): 8, (_BOWL, _NONE): 15, (_NONE, _BOWL): 8, (_BOWL, _HAT): 15, (_HAT, _BOWL): 10,
    (_HORN, _NONE): 40, (_NONE, _HORN): 12,
}
_LETTER = {
    "ce": 15, "ec": 15, "co": 6, "oc": 6, "eo": 4, "oe": 4, "li": 30, "il": 15, "lt": 4, "tl": 6, "ti": 4, "it": 4,
    "hb": 10, "bh": 6, "hn": 4, "nh": 4, "nu": 8, "un": 8, "uv": 6, "vu": 5, "yv": 30, "vy": 8, "rn": 4, "nr": 4,
    "gq": 5, "qg": 5, "ge": 6, "ne": 4, "mn": 4, "nm": 4, "đd": 10, "dđ": 60, "ao": 5, "oa": 5, "ae": 4, "ea": 4,
    "rt": 4, "tr": 4, "st": 2, "sx": 1, "ft": 1, "fi": 1, "pb": 2, "dc": 2, "kh": 3, "iy": 2, "lh": 4, "hl": 4,
    "ui": 4, "eê": 1, "mh": 2, "tc": 3, "ct": 2, "gy": 4, "yg": 4, "gz": 1, "vr": 2, "rv": 2, "xv": 2,
}
"""(printed, read), marks left aside."""

_DOTTED = {("i", "ỉ"): 200, ("i", "í"): 80, ("i", "ì"): 25, ("ỉ", "i"): 80, ("ì", "i"): 60, ("í", "i"): 60}
"""(printed, read): the dot of an i runs together with its tone."""

_ANY_LETTER, _ANY_MARK, _LOST, _ADDED = 0.4, 2.0, 1.5, 1.0
_KEPT_MARK = 0.25
"""Factor when a letter is misread and its marks with it."""

_CLUSTERS = {
    ("tr", "ừ"): 20, ("tr", "ứ"): 20, ("tr", "ư"): 8, ("nh", "rủi"): 10, ("nh", "rửi"): 6, ("nh", "ili"): 4,
    ("nh", "rih"): 4, ("ính", "mỉi"): 10, ("ình", "mỉi"): 4, ("ính", "mh"): 10, ("ình", "mh"): 6, ("inh", "mh"): 6,
    ("u", "ii"): 15, ("u", "li"): 10, ("n", "ii"): 8, ("n", "ri"): 8, ("n", "li"): 6, ("m", "rn"): 15, ("m", "ni"): 8,
    ("m", "iii"): 6, ("m", "in"): 8, ("h", "li"): 10, ("h", "lı"): 4, ("k", "lc"): 8, ("d", "cl"): 8, ("đ", "cl"): 4,
    ("b", "lo"): 6, ("rn", "m"): 8, ("ri", "n"): 6, ("ni", "m"): 6, ("in", "m"): 6, ("ư", "u'"): 10, ("ư", "ii"): 4,
    ("ơ", "o'"): 10, ("p", "ị3"): 1, ("ấp", "ổấịí"): 1, ("g", "ẹ"): 8, ("nh", "ứi"): 6, ("nh", "rứi"): 6,
    ("ươ", "uo"): 12, ("ươ", "ưo"): 20, ("ươ", "uơ"): 20, ("ờ", "ò"): 30, ("ớ", "ó"): 30, ("ợ", "ọ"): 30,
    ("ở", "ỏ"): 30, ("ơ", "o"): 30, ("vì", "vi"): 6, ("l", "1"): 20, ("o", "0"): 8, ("i", "1"): 6, ("t", "í"): 2,
}
"""(printed, read): groups of letters that run into one another; `tr` and `nh` are what older programs break."""


@lru_cache(maxsize=1 << 18)
def cost(printed: str, read: str) -> float:
    """Return how unlikely it is, as minus the logarithm of a chance, that a printed word was read so; 0 for itself."""
    if printed == read:
        return 0.0
    groups = _groups()
    rows = [[inf] * (len(read) + 1) for _ in range(len(printed) + 1)]
    rows[0][0] = 0.0
    for at in range(len(printed) + 1):
        for to in range(len(read) + 1):
            here = rows[at][to]
            if here == inf:
                continue
            if at < len(printed) and to < len(read):
                step = here + _letter(printed[at], read[to])
                rows[at + 1][to + 1] = min(rows[at + 1][to + 1], step)
            if at < len(printed):
                rows[at + 1][to] = min(rows[at + 1][to], here + _price(_LOST))
            if to < len(read):
                rows[at][to + 1] = min(rows[at][to + 1], here + _price(_ADDED))
            for whole, broken, price in groups.get(printed[at:at + 1], ()):
                if read.startswith(broken, to) and printed.startswith(whole, at):
                    end, stop = at + len(whole), to + len(broken)
                    rows[end][stop] = min(rows[end][stop], here + price)
    return rows[-1][-1]


def broken_as() -> tuple[tuple[str, str], ...]:
    """Return the groups of letters that run into one another: as printed, as read."""
    return tuple(_CLUSTERS)


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[tuple[str, str, float], ...]]:
    """Return the groups of letters by their first letter as printed."""
    return {first: tuple((whole, broken, _price(chance)) for (whole, broken), chance in _CLUSTERS.items()
                         if whole[0] == first) for first in {whole[0] for whole, _ in _CLUSTERS}}


def _price(chance: float) -> float:
    return -log(chance / 10_000)


@lru_cache(maxsize=1 << 16)
def _letter(printed: str, read: str) -> float:
    """Return the cost of one letter read as another."""
    if printed == read:
        return 0.0
    if (printed, read) in _DOTTED:
        return _price(_DOTTED[printed, read])
    (base, shape, tone), (other, new_shape, new_tone) = _parts(printed), _parts(read)
    chance = 10_000.0
    if base != other:
        chance *= _LETTER.get(base + other, _ANY_LETTER) / 10_000
        if (shape, tone) != (new_shape, new_tone):
            chance *= _KEPT_MARK
        return -log(chance / 10_000)
    if tone == _HOOK and (shape, new_shape) == (_HAT, _NONE) and new_tone == _TILDE:
        return _price(30)  # ẩ read as ã: hat and hook run together
    if (shape, tone, new_shape, new_tone) == (_NONE, _TILDE, _BOWL, _NONE) or (
            shape, tone, new_shape, new_tone) == (_BOWL, _NONE, _NONE, _TILDE):
        return _price(60)  # ă and ã
    if (shape, tone, new_shape, new_tone) == (_NONE, _HOOK, _BOWL, _HOOK):
        return _price(40)  # ả read as ẳ
    if shape != new_shape:
        chance *= _SHAPE.get((shape, new_shape), _ANY_MARK) / 10_000
    if tone != new_tone:
        factor = _TONE.get((tone, new_tone), _ANY_MARK) / 10_000
        chance *= factor if shape == new_shape else max(factor, 0.1)
    return -log(chance / 10_000)


@lru_cache(maxsize=4096)
def _parts(letter: str) -> tuple[str, str, str]:
    """Take a letter apart: bare letter, hat or bowl or horn, tone."""
    pieces = unicodedata.normalize("NFD", letter)
    base = pieces[0]
    shape = next((sign for sign in pieces[1:] if sign in (_HAT, _BOWL, _HORN)), _NONE)
    tone = next((sign for sign in pieces[1:] if sign in _TONES), _NONE)
    return base, shape, tone
