"""Where a model leaves something to the office: dots, notes in brackets, days, terms, choices, "(nếu có)".

Not every row of dots is a blank: "công đoàn, đoàn thanh niên, …" means "and others" and stays in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from docgen.vietnamese.letters import without_marks

Kind = Literal["dots", "note", "choice", "date", "slashed_date", "month_day", "term", "year", "if", "kept"]

_DOT = r"(?:…|\.{3,}|‥|_{2,}|(?:_\s){2,}_|(?:\.\s){2,}\.)"
DOTS = rf"{_DOT}(?:[\s.]?{_DOT})*\.*"
_DOTS = re.compile(DOTS)
_FEW = rf"(?:{DOTS}|\.\.)"
"""Two dots are a blank only where a date, a term or a year is awaited: 20.. - 20.., for instance."""
_ROOM = rf"(?:{_FEW}|\s{{2,}})"
_NO_NOTE = r"(?:nếu|để|sau|trừ|kể|theo|và|hoặc|gồm|trong|gọi|b/c|tại|có|khi|là|tức)(?!\w)"
_NOTE = rf"\s*[(\[](?P<note>(?!{_NO_NOTE})\w[^()\[\]…]*)[)\]]"
_LONGEST_NOTE = 10
"""Words of a note behind dots; what is longer is a sentence of the model."""
_FOUND = re.compile(rf"""
    (?P<date>ngày\s*{_ROOM}\s*tháng\s*{_ROOM}\s*năm\s*(?:20\d?\s?{_FEW}|{_FEW}))
  | (?P<slashed>{_FEW}\s?/\s?{_FEW}\s?/\s?(?:20\d?\s?)?{_FEW})
  | (?P<month_day>{_FEW}\s?/\s?{_FEW})
  | (?P<term>(?<!\d)20\d?\s?{_FEW}\s*[-–]\s*(?:20\d?\s?)?{_FEW}|(?<=nhiệm\ kỳ\ ){_FEW}\s*[-–]\s*{_FEW})
  | (?P<year>(?<!\d)20\d?\s?{_FEW})
  | (?P<if>\(\s*nếu\s+có\s*\))
  | \[(?P<square>[^\[\]]*)\]
  | \((?P<round>(?:ghi|nêu|điền|viết|chọn)\s[^()]*)\)
  | (?P<dots>{DOTS})
""", re.VERBOSE | re.IGNORECASE)
_NOTE_AFTER = re.compile(_NOTE, re.IGNORECASE)
_AND_OTHERS = re.compile(r"(?:v\.?\s?v\.?\s*|,\s*|[^\s.…]\s?)$")
_ENDS = re.compile(r"\s*(?:[);:]|\(nếu có\)|[.,]?\s*$)", re.IGNORECASE)
_IF_ANY = re.compile(r"\s*\(\s*nếu\s+có\s*\)", re.IGNORECASE)
_GUIDANCE = re.compile(r"(?:ghi chú|lưu ý|chú ý|hướng dẫn|chú thích)\s*:", re.IGNORECASE)
_ASIDE = re.compile(r"[(\[](?:ghi chú|lưu ý|chú ý|hướng dẫn|nơi |nếu |trường hợp |đơn vị |tuỳ |tùy |căn cứ tình hình)",
                    re.IGNORECASE)
_CUT = re.compile(r"\s*/\s*")


@dataclass(frozen=True, slots=True)
class Blank:
    """One place left to the office: from where to where in the line, of what kind, what a note there says.

    `kept` is what only looks like a blank. `phrase` is what an "(nếu có)" is said of.
    """

    kind: Kind
    start: int
    end: int
    note: str = ""
    choices: tuple[str, ...] = ()
    phrase: str = ""


def find_blanks(text: str) -> tuple[Blank, ...]:
    """Return the blanks of one line in order; they do not overlap."""
    found: list[Blank] = []
    place = 0
    while match := _FOUND.search(text, place):
        blank = _blank(text, match)
        found.append(blank)
        place = max(blank.end, match.end(), place + 1)
    return tuple(found)


def is_guidance(text: str, *, labelled: bool) -> bool:
    """Tell whether a whole paragraph speaks to those who fill in the model, and is no wording of it."""
    plain = text.strip()
    if labelled:
        return False
    if (plain[:1] in "([" and plain[-1:] in ")]") or (plain[:1] in "([" and plain[-2:] in (").", "].")):
        words = plain.strip("[]().").split()
        return _ASIDE.match(plain) is not None or (plain[0] == "[" and len(words) > 8)
    return _GUIDANCE.match(plain) is not None


def _blank(text: str, match: re.Match[str]) -> Blank:
    start, end = match.span()
    kind = match.lastgroup
    if kind == "if":
        return Blank("if", start, end, phrase=_phrase(text[:start]))
    if kind == "square":
        return _note(match["square"], start, end)
    if kind == "round":
        return Blank("note", start, end, note=_plain(match["round"]))
    if kind == "slashed":
        return Blank("slashed_date", start, _before_stop(text, end))
    if kind != "dots":
        return Blank(kind, start, _before_stop(text, end))  # type: ignore[arg-type]
    after = _NOTE_AFTER.match(text, end)
    if after and len(after["note"].split()) <= _LONGEST_NOTE:
        return Blank("note", start, after.end(), note=_plain(after["note"]))
    if _is_and_others(text, start, end):
        return Blank("kept", start, end)
    # "…… (nếu có) đảng viên dự bị": the answer says whether there is any
    if any_there := _IF_ANY.match(text, end):
        end = any_there.end()
    return Blank("dots", start, _before_stop(text, end))


def _note(words: str, start: int, end: int) -> Blank:
    plain = _plain(words)
    if not plain or _DOTS.fullmatch(plain):
        return Blank("dots", start, end)
    choices = tuple(part for part in _CUT.split(plain) if part)
    if len(choices) > 1 and not _DOTS.search(plain):
        return Blank("choice", start, end, note=plain, choices=choices)
    return Blank("note", start, end, note=_DOTS.sub("", plain).strip() or plain)


def _plain(words: str) -> str:
    """Return what a note asks for, without the order to write it."""
    return re.sub(r"^(?:ghi|nêu|điền|viết)\s+(?:rõ\s+|đủ\s+|đúng\s+|cụ thể\s+)?", "", " ".join(words.split()),
                  flags=re.IGNORECASE)


def _before_stop(text: str, end: int) -> int:
    """Return the end of a row of dots without the full stop that ends the sentence behind it."""
    if not text[end:].strip() and text[:end].endswith("....") and "…" not in text[max(0, end - 5):end]:
        return end - 1
    if not text[end:].strip() and text[:end].endswith(("….", "_.")):
        return end - 1
    return end


def _is_and_others(text: str, start: int, end: int) -> bool:
    """Tell whether dots mean "and so on": short, at the end of a list, not after a word that asks for something."""
    before, dots = text[:start], text[start:end]
    if re.search(r"v\.?\s?v\.?\s*$", before):
        return True
    if len(dots) > 3 or not _ENDS.match(text, end):
        return False
    sentence = re.split(r"[.;:(]", before)[-1]
    return "," in sentence and (before.rstrip().endswith(",") or before[-1:].isalpha())


def _phrase(before: str) -> str:
    """Return what an "(nếu có)" is said of: the words since the last comma, "và" or beginning."""
    return re.split(r"[,;:.(]\s*|\s(?:và|hoặc)\s", before.rstrip())[-1].strip()


def folded(text: str) -> str:
    """Return words without marks, small, single-spaced: what two writings of one thing have in common."""
    return " ".join(re.findall(r"\w+", without_marks(text).casefold()))
