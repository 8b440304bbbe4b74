"""Words that must not be parted at the end of a line: "Điều 7", "15 ngày", "số 162-QĐ/TW", "2025 - 2030"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from docgen.word.document import DocumentValues

_NO_BREAK_SPACE = "\u00a0"
_WORDS = ("Điều", "Khoản", "khoản", "Điểm", "điểm", "Chương", "Mục", "mục", "Phần", "ngày", "tháng", "năm", "quý", "Số",
          "số", "Phường", "phường", "Quận", "quận")
_UNITS = ("ngày", "tháng", "năm", "phút", "đồng chí", "đảng viên", "chi uỷ viên", "lần")
# both begin with what is rare in a text, a space before a number or a figure; what stands before is looked at last
_AFTER_WORD = "|".join(rf"(?<=(?<!\w){word} )" for word in _WORDS)
_BEFORE_NUMBER = re.compile(rf" (?=\d|[a-zđ](?!\w)|[IVX]+(?!\w))(?:{_AFTER_WORD})")
_TERM = re.compile(r"(?<=\d{4}) - (?=\d{4})", re.ASCII)
_BEFORE_UNIT = re.compile(rf"(\d+) (?=(?:{'|'.join(_UNITS)})(?!\w))")


def bind(text: str) -> str:
    """Put no-break spaces between a rank word, a unit or "số" and its number, in a term; no letter changes."""
    # nothing is bound across a comma, and most of what stands between two is the same in many cells
    return ", ".join([_bound(part) for part in text.split(", ")])


@lru_cache(maxsize=4096)
def _bound(text: str) -> str:
    text = _BEFORE_UNIT.sub(_with_unit, _BEFORE_NUMBER.sub(_NO_BREAK_SPACE, text))
    return _TERM.sub(f"{_NO_BREAK_SPACE}-{_NO_BREAK_SPACE}", text) if " - " in text else text


def bound(values: DocumentValues) -> DocumentValues:
    """Return the same paper with such words bound in the lines above its articles."""
    return replace(values, legal_bases=tuple([bind(line) for line in values.legal_bases]),
                   opening=tuple([bind(line) for line in values.opening]))


def _with_unit(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1:match.start()]
    # "1.5 ngày", "2/7 ngày": the figure is only the end of a number
    return match[0] if before and (before.isalnum() or before in "_/.-") else match[1] + _NO_BREAK_SPACE
