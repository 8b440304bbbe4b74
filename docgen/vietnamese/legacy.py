"""The two old encodings of Vietnamese offices, TCVN3 (ABC) and VNI: their letters to Unicode, and how to tell them.

Both put Vietnamese letters where Western fonts have others: "Đảng" looks like "§¶ng" in TCVN3 and "Ñaûng" in VNI. TCVN3
has no capitals with a tone: they were printed in fonts of capitals only (.VnTimeH), so a word that is otherwise in
capitals is put in capitals here, and a font of capitals makes everything so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from docgen.vietnamese.syllable_form import is_syllable

Legacy = Literal["TCVN3", "VNI"]
LEGACY: tuple[Legacy, ...] = ("TCVN3", "VNI")

_TCVN3 = dict(zip(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®" "µ¶·¸¹" "»¼½¾Æ" "ÇÈÉÊË" "ÌÎÏÐÑ" "ÒÓÔÕÖ" "×ØÜÝÞ" "ßáâãä" "åæçèé" "êëìíî" "ïñòóô" "õö÷øù"
    "úûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđ" "àảãáạ" "ằẳẵắặ" "ầẩẫấậ" "èẻẽéẹ" "ềểễếệ" "ìỉĩíị" "òỏõóọ" "ồổỗốộ" "ờởỡớợ" "ùủũúụ" "ừửữứự"
    "ỳỷỹýỵ", strict=True))
_TONED = frozenset(_TCVN3) - frozenset("¡¢£¤¥¦§¨©ª«¬\u00ad®")

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT, _HAT, _BREVE = (
    "\u0300", "\u0309", "\u0303", "\u0301", "\u0323", "\u0302", "\u0306")
_VNI_MARKS = {
    "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ù": _ACUTE, "ï": _DOT,
    "â": _HAT, "à": _HAT + _GRAVE, "å": _HAT + _HOOK, "ã": _HAT + _TILDE, "á": _HAT + _ACUTE, "ä": _HAT + _DOT,
    "ê": _BREVE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "é": _BREVE + _ACUTE,
    "ë": _BREVE + _DOT,
}
_VNI_WHOLE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "í": "í", "ò": "ị", "î": "ỵ"}
_VNI_WHOLE |= {key.upper(): value.upper() for key, value in _VNI_WHOLE.items()}
_VNI = re.compile(r"(a)([øûõùïâàåãáäêèúüéë])|([eo])([øûõùïâàåãáä])|([uyôö])([øûõùï])|([ñôöìæóíòî])", re.IGNORECASE)

_PIECES = re.compile(r"[^\s*/-]+|[\s/-]+|\*+")
_BREAKS = re.compile(r"[\s/\-–—;]+")
_PUNCTUATION = "\"'.,;:!?()[]{}<>*_#+=|\\~`^@$%&“”‘’…0123456789"


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """Return a TCVN3 text in Unicode; `capitals` when its font has capitals only."""
    if capitals:
        return "".join(_TCVN3.get(letter, letter) for letter in text).upper()
    return "\n".join(_tcvn3_line(line) for line in text.split("\n"))


def _tcvn3_line(line: str) -> str:
    pieces = _PIECES.findall(line)
    cases = [_case(piece) for piece in pieces]
    for at, case in enumerate(cases):
        letters = "".join(_TCVN3.get(letter, letter) for letter in pieces[at])
        if case == "either":  # "§Ó" is Để or ĐỂ: as the words on both sides of it that show it
            shown = {_shown(reversed(cases[max(at - 9, 0):at])), _shown(cases[at + 1:at + 10])} - {""}
            capitals = shown == {"capitals"}
        else:
            capitals = case == "capitals"
        pieces[at] = letters.upper() if capitals else letters
    return "".join(pieces)


def _shown(cases: Iterable[str]) -> str:
    """Return the first case that is shown, empty if a figure or a mark stands before it."""
    found = next((case for case in cases if case not in ("either", "nothing")), "")
    return "" if found == "wall" else found


def _case(word: str) -> str:
    """Tell what the letters that have capitals in TCVN3 say about a word."""
    if any(letter in "0123456789*" for letter in word):
        return "wall"
    plain = [letter for one in word if one not in _TONED and (letter := _TCVN3.get(one, one)).isalpha()]
    if any(map(str.islower, plain)):
        return "small"
    if len(plain) > 1:
        return "capitals"
    return "either" if plain or not _TONED.isdisjoint(word) else "nothing"


def from_vni(text: str) -> str:
    """Return a VNI text in Unicode."""
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text))


def _vni_letter(match: re.Match[str]) -> str:
    if match[7]:
        return _VNI_WHOLE[match[7]]
    letter, mark = next((match[at], match[at + 1]) for at in (1, 3, 5) if match[at])
    return unicodedata.normalize("NFC", _VNI_WHOLE.get(letter, letter) + _VNI_MARKS[mark.lower()])


def convert(text: str, legacy: Legacy) -> str:
    """Return a text of an old encoding in Unicode."""
    return from_tcvn3(text) if legacy == "TCVN3" else from_vni(text)


def in_font(text: str, font: str) -> str:
    """Return the words of a run as its font shows them: .VnTime is TCVN3, .VnTimeH its capitals, VNI-Times is VNI."""
    legacy = of_font(font)
    if legacy == "TCVN3":
        return from_tcvn3(text, capitals=_first_name(font).endswith("h"))
    return from_vni(text) if legacy else text


def of_font(font: str) -> Legacy | None:
    """Return the old encoding a font is made for, None for every font of today."""
    name = _first_name(font)
    if name.startswith(".vn"):
        return "TCVN3"
    return "VNI" if name.startswith("vni") and not name.startswith("vnina") else None


def _first_name(fonts: str) -> str:
    """Return the first of the fonts a file names, the others being for machines that lack it."""
    return fonts.partition(",")[0].strip(" '\"").lower()


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many words with letters beyond a-z there are, and how many read as syllables in each of three ways."""

    words: int
    unicode: int
    tcvn3: int
    vni: int

    @property
    def legacy(self) -> Legacy | None:
        """Return the old encoding nearly all words speak for and few against, None if that is not certain."""
        best = max(self.tcvn3, self.vni)
        other = max(min(self.tcvn3, self.vni), self.unicode)
        if best * 10 < self.words * 6 or (best - other) * 5 < self.words or not best:
            return None
        return "TCVN3" if self.tcvn3 > self.vni else "VNI"

    @property
    def doubtful(self) -> bool:
        """Tell whether there are words that read as Vietnamese in no way at all."""
        return self.words >= 3 and max(self.unicode, self.tcvn3, self.vni) * 2 < self.words


def evidence(text: str) -> Evidence:
    """Count which encoding the words of a text speak for."""
    counted = [_ways(word) for word in _marked_words(text)]
    return Evidence(len(counted), *(sum(ways[at] for ways in counted) for at in range(3)))


def _marked_words(text: str) -> list[str]:
    if text.isascii():
        return []
    return [word for piece in _BREAKS.split(text) if not piece.isascii() and (
        word := piece.strip(_PUNCTUATION)) and not word.isascii()]


@lru_cache(maxsize=1 << 15)
def _ways(word: str) -> tuple[bool, bool, bool]:
    western = all(letter < "\u0100" for letter in word)
    return (is_syllable(unicodedata.normalize("NFC", word)),
            western and is_syllable(from_tcvn3(word)), western and is_syllable(from_vni(word)))
