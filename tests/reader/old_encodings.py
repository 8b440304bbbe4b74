"""Writes Vietnamese in the old encodings, from tables of its own: the witness of the reader's tables."""

from __future__ import annotations

import unicodedata

_TCVN3_CODES = {
    "Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7, "ă": 0xA8, "â": 0xA9, "ê": 0xAA,
    "ô": 0xAB, "ơ": 0xAC, "ư": 0xAD, "đ": 0xAE, "à": 0xB5, "ả": 0xB6, "ã": 0xB7, "á": 0xB8, "ạ": 0xB9, "ằ": 0xBB,
    "ẳ": 0xBC, "ẵ": 0xBD, "ắ": 0xBE, "ặ": 0xC6, "ầ": 0xC7, "ẩ": 0xC8, "ẫ": 0xC9, "ấ": 0xCA, "ậ": 0xCB, "è": 0xCC,
    "ẻ": 0xCE, "ẽ": 0xCF, "é": 0xD0, "ẹ": 0xD1, "ề": 0xD2, "ể": 0xD3, "ễ": 0xD4, "ế": 0xD5, "ệ": 0xD6, "ì": 0xD7,
    "ỉ": 0xD8, "ĩ": 0xDC, "í": 0xDD, "ị": 0xDE, "ò": 0xDF, "ỏ": 0xE1, "õ": 0xE2, "ó": 0xE3, "ọ": 0xE4, "ồ": 0xE5,
    "ổ": 0xE6, "ỗ": 0xE7, "ố": 0xE8, "ộ": 0xE9, "ờ": 0xEA, "ở": 0xEB, "ỡ": 0xEC, "ớ": 0xED, "ợ": 0xEE, "ù": 0xEF,
    "ủ": 0xF1, "ũ": 0xF2, "ú": 0xF3, "ụ": 0xF4, "ừ": 0xF5, "ử": 0xF6, "ữ": 0xF7, "ứ": 0xF8, "ự": 0xF9, "ỳ": 0xFA,
    "ỷ": 0xFB, "ỹ": 0xFC, "ý": 0xFD, "ỵ": 0xFE,
}
_TONES = {"\u0300": "ø", "\u0301": "ù", "\u0303": "õ", "\u0309": "û", "\u0323": "ï"}
_HATTED = {"\u0300": "à", "\u0301": "á", "\u0303": "ã", "\u0309": "å", "\u0323": "ä", "": "â"}
_BREVED = {"\u0300": "è", "\u0301": "é", "\u0303": "ü", "\u0309": "ú", "\u0323": "ë", "": "ê"}
_DOTTED = {"\u0300": "ì", "\u0301": "í", "\u0303": "ó", "\u0309": "æ", "\u0323": "ò"}


def tcvn3(text: str) -> str:
    """Write a text as TCVN3 looks in a Western font; a capital with a tone loses its capital, as it did in offices."""
    out = []
    for letter in text:
        code = _TCVN3_CODES.get(letter) or _TCVN3_CODES.get(letter.lower())
        out.append(chr(code) if code else letter)
    return "".join(out)


def vni(text: str) -> str:
    """Write a text as VNI looks in a Western font."""
    return "".join(_vni_letter(letter) for letter in text)


def _vni_letter(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter.lower())
    plain, marks = parts[0], parts[1:]
    tone = next((mark for mark in marks if mark in _TONES), "")
    if letter.lower() == "đ":
        made = "ñ"
    elif not marks:
        return letter
    elif plain == "i":
        made = _DOTTED[tone]
    elif letter.lower() == "ỵ":
        made = "î"
    elif "\u031b" in marks:
        made = ("ô" if plain == "o" else "ö") + (_TONES[tone] if tone else "")
    elif "\u0302" in marks:
        made = plain + _HATTED[tone]
    elif "\u0306" in marks:
        made = plain + _BREVED[tone]
    else:
        made = plain + _TONES[tone]
    return made.upper() if letter.isupper() else made
