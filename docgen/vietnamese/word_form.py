"""What a written word looks like: syllable, number, numeral, abbreviation, foreign word, name, or none of these.

Only the form is judged. A regulation may print "UBND", "XIII", "5a", "Lênin", "H'Nghĩa Niê", "Đắk Lắk" beside its
syllables; none of them is damage. What is left over, "ehất" or "uV", has no form at all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from docgen.vietnamese.letters import without_marks
from docgen.vietnamese.syllable_form import TONES, is_syllable, toneless_syllables

Form = Literal["syllable", "number", "numeral", "letter", "abbreviation", "foreign", "name", "malformed"]

_NUMBER = re.compile(r"\d+(?:[.,:/x×-]\d+)*(?:[a-zđ]|[A-ZĐ]+)?|[A-ZĐ]\d{1,2}")
_NUMERAL = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})[a-zđ]?")
_TONED = re.compile(f"[{''.join(TONES)}]")
_SHORT = re.compile(r"[A-ZĐĂÂÊÔƠƯ]{2,9}[A-ZĐ]?[a-z]?")
_FOREIGN = re.compile(r"[A-Za-z][a-z]{2,}")
_LONGEST_NAME = 20
_UNITS = frozenset(["mm", "cm", "dm", "km", "kg", "km2", "m2", "m3", "ha", "pt", "tr", "ts", "ths"])
"""Measures and shortenings printed in small letters."""

_VOWEL = re.compile("[aeiouy]")
_CROWD = re.compile("[^aeiouy]{4}|[aeiouy]{4}|(.)\\1\\1")
_VOWELS = "[iuo]?a|[iuo]?[ăâ]|[ou]?e|[iyu]?ê|yê|uô|ươ|u?ơ|u?y|[iouôơưâ]|ưa|[oua]i|[ôơưe]i|[eao]o|[aâưiơê]u|[aâo]y"
_ONSET = "[bdđghklmnprstcv]{0,2}[lrhywjñ]|k[psbnđtmcrl]|m[blnđ]|b[ktlrs]|n[gj]|s[rt]|[bcdđghklmnprstvxy]"
_PREFIXED = re.compile(r"[BCDĐGHKLMNPRSTY]['’](.+)")
_RIME = rf"(?:{_VOWELS})(?:ng|nh|ch|[bcdghjklmnprstwyñ])?"
_NAME = re.compile(rf"(?:{_ONSET})?{_RIME}(?:(?:{_ONSET}){_RIME})*")
"""The sounds of Bahnar, Ede, Jarai, Hmong names as Vietnamese papers print them."""


@lru_cache(maxsize=1 << 16)
def form_of(word: str) -> Form:
    """Tell what a word looks like; it is judged by itself, without the words beside it."""
    word = unicodedata.normalize("NFC", word)
    lower = word.lower()
    if any(sign.isdigit() for sign in word):
        return "number" if _NUMBER.fullmatch(word) else "malformed"
    if word == "I":
        return "numeral"
    if word == lower or word == lower.capitalize() or word == word.upper():
        if is_syllable(lower):
            return "syllable"
        if len(word) == 1:
            return "letter"
    if word in _UNITS:
        return "abbreviation"
    if word.isupper() and _NUMERAL.fullmatch(word):
        return "numeral"
    if _SHORT.fullmatch(word) and not _reads_as_syllable(word):
        return "abbreviation"
    if prefixed := _PREFIXED.fullmatch(word):
        return "name" if is_syllable(rest := prefixed[1].lower()) or _is_name(rest) else "malformed"
    if word not in (lower, lower.capitalize()):
        return "malformed"
    if _FOREIGN.fullmatch(word) and _VOWEL.search(lower) and not _CROWD.search(lower) and not _reads_as_syllable(word):
        return "foreign"
    if word[0].isupper() and _is_name(lower):
        return "name"
    return "malformed"


def _reads_as_syllable(word: str) -> bool:
    """Tell whether the bare letters are those of a syllable: then marks were lost, it is no word of its own."""
    return len(word) > 2 and without_marks(word.lower()) in toneless_syllables()


def _is_name(lower: str) -> bool:
    """Tell whether a word could be a name in a language of a minority, as such names are printed: Êban, Krông, Niê."""
    parts = unicodedata.normalize("NFD", lower)
    plain = unicodedata.normalize("NFC", _TONED.sub("", parts))
    return len(lower) <= _LONGEST_NAME and len(_TONED.findall(parts)) <= 1 and _NAME.fullmatch(plain) is not None
