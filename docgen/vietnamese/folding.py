"""Two spellings of one word under one key: where the tone mark stands, i or y, Đ or Ð. To compare by, not to store.

Old and new style differ in open oa, oe, uy only (hòa hoà, khỏe khoẻ, thúy thuý), never after qu; a tone typed on any
other letter of the vowel group is moved as well. i and y are one after h k l m s t v with no other vowel (kỷ kỉ), and
in quy; elsewhere they make different words (tai tay). A word that is no Vietnamese syllable keeps every letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

Style = Literal["new", "old"]

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_ANY_TONE = re.compile(f"[{_TONES}]")
_SYLLABLE = re.compile(
    r"(?P<onset>ngh?|g(?:i(?=[aăâeêoôơuư])|h)?|[kp]h|nh?|t[hr]?|ch?|qu|[bdđhklmprsvx])?"
    r"(?P<vowels>[aăâeêioôơuưy]{1,3})(?P<final>ch?|ng|nh?|[mpt])?")
_I_OR_Y = re.compile(r"([hklmstv])y|(qu)y(?!ê)", re.IGNORECASE)
_ONE_STROKE = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})
_WORD = re.compile(r"\w[\w\u0300-\u036f]*")


@lru_cache(maxsize=1 << 17)
def spelling_key(word: str) -> str:
    """Return the word with tone mark, i/y and Đ in one agreed place; capitals stay: Hòa and Hoà are both Hoà."""
    word = word.translate(_ONE_STROKE)
    plain, tones = _toneless(word)
    if len(tones) > 1:
        return unicodedata.normalize("NFC", word)
    match = _I_OR_Y.fullmatch(plain) or (_I_OR_Y.match(plain) if plain[:2].lower() == "qu" else None)
    if match:
        cut = match.end() - 1
        plain = f"{plain[:cut]}{'I' if plain[cut] == 'Y' else 'i'}{plain[cut + 1:]}"
    return _with_tone(plain, tones, "new") or unicodedata.normalize("NFC", word)


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Return the key of a word with capitals folded too: the form by which texts are searched and paired."""
    return spelling_key(word.lower())


def restyle(text: str, style: Style) -> str:
    """Write every tone mark of a text in one style, "new" (hoà, uỷ) or "old" (hòa, ủy); nothing else changes."""
    def one(match: re.Match[str]) -> str:
        plain, tones = _toneless(match[0])
        return (_with_tone(plain, tones, style) or match[0]) if len(tones) == 1 else match[0]

    return _WORD.sub(one, unicodedata.normalize("NFC", text))


def _toneless(word: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", _ANY_TONE.sub("", parts)), "".join(_ANY_TONE.findall(parts))


def _with_tone(plain: str, tone: str, style: Style) -> str:
    """Put the tone where the style wants it; empty if the word is no Vietnamese syllable."""
    if not tone:
        return plain
    match = _SYLLABLE.fullmatch(plain.lower())
    if match is None:
        return ""
    at = match.start("vowels") + _bearer(match["vowels"], match["final"] or "", style) + 1
    return unicodedata.normalize("NFC", plain[:at] + tone + plain[at:])


def _bearer(vowels: str, final: str, style: Style) -> int:
    """Return which vowel carries the tone."""
    shaped = [place for place, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if shaped:
        return shaped[-1]  # of ươ the ơ, of every other group its one shaped vowel
    if final:
        return len(vowels) - 1
    if len(vowels) == 3 or (vowels in {"oa", "oe", "uy"} and style == "new"):
        return 1
    return 0
