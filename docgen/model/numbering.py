"""Numbers as printed: roman, arabic with a letter (5a), dotted (1.1), and điểm letters; which one follows which."""

from __future__ import annotations

import re

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of điểm in their order; Vietnamese lists use no f, j, w, z."""

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_ARABIC = re.compile(r"(\d+)([a-zđ]?)")


def roman(n: int) -> str:
    """Write 1, 2, 3 … as I, II, III …"""
    out = []
    for value, letters in _ROMAN:
        while n >= value:
            out.append(letters)
            n -= value
    return "".join(out)


def roman_value(text: str) -> int:
    """Read a roman number, upper or lower case; 0 if it is none (IIII is none)."""
    upper, total = text.upper(), 0
    rest = upper
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            total += value
            rest = rest[len(letters):]
    return total if upper and not rest and roman(total) == upper else 0


def is_roman(number: str) -> bool:
    """Tell whether a head is numbered I, II, III and not A, B, C: C, D, L and M alone are taken for letters."""
    return set(number.upper()) <= set("IVX") and roman_value(number) > 0


def point_letter(n: int) -> str:
    """Return the n-th letter of điểm, counted from 1: a b c d đ e g h …; after y they are doubled: aa, bb …"""
    turn, place = divmod(n - 1, len(POINT_LETTERS))
    return POINT_LETTERS[place] * (turn + 1)


def point_place(letter: str) -> int:
    """Return which place a letter of điểm has, counted from 1; 0 if it is none."""
    if letter and letter[0] in POINT_LETTERS and letter == letter[0] * len(letter):
        return POINT_LETTERS.index(letter[0]) + 1 + (len(letter) - 1) * len(POINT_LETTERS)
    return 0


def sort_key(number: str) -> tuple[tuple[int, int], ...]:
    """Return a key that puts printed numbers of one kind in their order: 5, 5a, 5b, 6; 1.2, 1.10; d, đ, e; IX, X."""
    key = []
    for part in number.split("."):
        if match := _ARABIC.fullmatch(part):
            key.append((int(match[1]), point_place(match[2])))
        else:
            key.append((point_place(part.lower()) or roman_value(part), 0))
    return tuple(key)


def follows(number: str, previous: str) -> bool:
    """Tell whether `number` may stand next after `previous` ("" = it opens its list): 5 or 4a after 4, đ after d."""
    if not previous:
        return number.rpartition(".")[2] in {"1", "a", "i", "I", "A"}
    *stem, last = number.split(".")
    *stem_before, before = previous.split(".")
    if stem != stem_before:
        return False
    now, then = _ARABIC.fullmatch(last), _ARABIC.fullmatch(before)
    if now and then:
        base, letter = int(now[1]), point_place(now[2])
        base_before, letter_before = int(then[1]), point_place(then[2])
        return (letter == 0 and base == base_before + 1) or (base == base_before and letter == letter_before + 1)
    if is_roman(last) and is_roman(before) and roman_value(last) == roman_value(before) + 1:
        return True
    if len(last) == len(before) == 1 and last.isupper() and before.isupper():
        return ord(last) == ord(before) + 1
    place, place_before = point_place(last.lower()), point_place(before.lower())
    return place > 0 and place_before > 0 and place == place_before + 1
