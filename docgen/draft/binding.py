"""Words that must not be parted at the end of a line: "Điều 7", "khoản 2", "15 ngày", "số 162-QĐ/TW"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from docgen.word.document import DocumentValues

_NO_BREAK_SPACE = "\u00a0"
_BEFORE_NUMBER = re.compile(
    r"(?<!\w)(Điều|[Kk]hoản|[Đđ]iểm|Chương|[Mm]ục|Phần|ngày|tháng|năm|quý|[Ss]ố) (?=\d|[a-zđ](?!\w)|[IVX]+(?!\w))")
_BEFORE_UNIT = re.compile(r"(?<![\w/.-])(\d+) (?=(?:ngày|tháng|năm|phút|đồng chí|đảng viên|chi uỷ viên|lần)(?!\w))")


@lru_cache(maxsize=4096)
def bind(text: str) -> str:
    """Put a no-break space between a rank word, a unit or "số" and its number; no letter changes."""
    text = _BEFORE_NUMBER.sub(rf"\1{_NO_BREAK_SPACE}", text)
    return _BEFORE_UNIT.sub(rf"\1{_NO_BREAK_SPACE}", text)


def bound(values: DocumentValues) -> DocumentValues:
    """Return the same paper with such words bound in its running text."""
    return replace(
        values,
        legal_bases=tuple(bind(line) for line in values.legal_bases),
        opening=tuple(bind(line) for line in values.opening),
        blocks=tuple(replace(block, text=bind(block.text)) for block in values.blocks))
