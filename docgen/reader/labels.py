"""Labels at the start of a line: Chương, Mục, I-, Điều, khoản, điểm, dash; what they say and how sure it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.model.level import Level
from docgen.vietnamese.letters import without_marks


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a line: its rank, what is printed, what follows it on the line.

    `sure` is false where only the place in a sequence can tell; `damaged` where OCR spoiled the rank word.
    """

    level: Level
    label: str
    rest: str
    sure: bool = True
    damaged: bool = False


_SEPARATOR = r"\s*[.:\-–—]"
_ROMAN = r"[IVXLC]+"
_HEAD_WORDS = (
    (Level.PART, re.compile(rf"((?:Phần|PHẦN)\s+(?:thứ\s+\w+|THỨ\s+\w+|{_ROMAN}|\d+)(?!\w)(?:{_SEPARATOR})?)\s*(.*)")),
    (Level.CHAPTER, re.compile(
        rf"((?:Chương|CHƯƠNG)\s+(?:thứ\s+\w+|THỨ\s+\w+|{_ROMAN}|\d+)[a-z]?(?!\w)(?:{_SEPARATOR})?)\s*(.*)")),
    (Level.SECTION, re.compile(rf"((?:Mục|MỤC)\s+(?:\d+|{_ROMAN}|[A-Z])[a-z]?(?!\w)(?:{_SEPARATOR})?)\s*(.*)")),
)
_ARTICLE = re.compile(r"((?:Điều|ĐIỀU|Ðiều|ÐIỀU)\s*\d+[a-zđ]?(?!\w)(\s*[.:]|\s*[-–](?=\s))?)\s*(.*)")
_DAMAGED_ARTICLE = re.compile(r"([ĐÐD][^\s\d]{2,5}\s+\d{1,3}[a-zđ]?\s*[.:])\s*(.*)")
_HEADING = re.compile(r"([IVXL]+\s*(?:[-–—]\s*(?=\S)|[./:)]\s+(?=\S)))(.*)")
_LETTER_HEADING = re.compile(r"([A-Z]\s*(?:[-–—]\s*(?=\S)|[.)]\s+(?=\S)))(.*)")
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4}[.)]?)(?:\s+(.*)|$)")
_CLAUSE = re.compile(r"(\d{1,3}[a-zđ]?\s?[.)/\-–])(?:\s+(?=\D)|(?=[^\W\d_])|$|\s+(?=\d))(.*)")
_POINT = re.compile(r"(([a-zđ])\2?\s?[)/.])(?:\s+|(?=[^\W\d_])|$)(.*)")
_DASH = re.compile(r"([-–—+•●·*])\s*(?=[^\s\-–—+•●·*])(.*)")


def find_label(text: str, *, set_apart: bool = False) -> Label | None:
    """Recognise the label a line begins with; `set_apart` when the line was marked as a heading or bold."""
    first = text[:1]
    if first in "PCM" and (head := _rank_word(text, set_apart)):
        return head
    if first in "ĐÐD" and (article := _article(text, set_apart)):
        return article
    if first.isdigit():
        return _numbered(text)
    if first in "-–—+•●·*" and (match := _DASH.fullmatch(text)):
        return Label(Level.PARAGRAPH, match[1], match[2])
    if (first in "IVXL" and (match := _HEADING.fullmatch(text))) or (
        "A" <= first <= "Z" and (match := _LETTER_HEADING.fullmatch(text))):
        rest = match[2].strip()
        return Label(Level.HEADING, match[1].strip(), rest, sure=_reads_as_title(rest, set_apart))
    if (first.islower() or first == "đ") and (match := _POINT.fullmatch(text)):
        return Label(Level.POINT, match[1].strip(), match[3].strip(), sure=")" in match[1])
    return None


def _rank_word(text: str, set_apart: bool) -> Label | None:
    for level, pattern in _HEAD_WORDS:
        if match := pattern.fullmatch(text):
            label, rest = match[1].strip(), match[2].strip()
            separated = label[-1] in ".:-–—"
            if not rest or separated or rest.isupper() or set_apart:
                return Label(level, label, rest)
            return None
    return None


def _article(text: str, set_apart: bool) -> Label | None:
    if match := _ARTICLE.fullmatch(text):
        label, rest = match[1].strip(), match[3].strip()
        if match[2] or not rest or set_apart:
            return Label(Level.ARTICLE, label, rest)
        return Label(Level.ARTICLE, label, rest, sure=False) if rest[0].isupper() else None
    if (match := _DAMAGED_ARTICLE.fullmatch(text)) and _nearly_dieu(match[1].split()[0]):
        return Label(Level.ARTICLE, match[1].strip(), match[2].strip(), sure=False, damaged=True)
    return None


def _nearly_dieu(word: str) -> bool:
    """Tell whether a word could be "Điều" badly read: Đỉềii, Điểu, Ðiêu; "Đảng 5." or "Đoạn 2." could not."""
    folded = without_marks(word).lower().replace("ii", "u").replace("l", "i").replace("1", "i")
    return folded in {"dieu", "dieii", "diiu", "deu", "dicu", "diéu", "dien"}


def _numbered(text: str) -> Label | None:
    if match := _DOTTED.fullmatch(text):
        return Label(Level.CLAUSE, match[1], (match[2] or "").strip(), sure=match[1][-1] in ".)")
    if match := _CLAUSE.fullmatch(text):
        rest = match[2].strip()
        return Label(Level.CLAUSE, match[1].strip(), rest, sure=not rest[:1].isdigit())
    return None


def _reads_as_title(rest: str, set_apart: bool) -> bool:
    return set_apart or rest.isupper()
