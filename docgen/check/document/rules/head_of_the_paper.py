"""The head: the Party's name and no motto of the state, the star, number and date as Party papers write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docgen.check.document.plain import plain
from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.draft.dates import day_in_words
from docgen.messages import say

_PARTY = "đảng cộng sản việt nam"
_STATE = re.compile(r"cộng hoà xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do")
_NUMBER = re.compile(r"(?P<word>Số)(?P<colon>\s*:)?\s*(?P<number>[\d.…_]*)\s*[-–/]\s*(?P<symbol>[A-ZĐ][\w/\-–]*)",
                     re.IGNORECASE)
_DATE = re.compile(r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})", re.IGNORECASE)
_RULE = re.compile(r"[-–—_]{3,}|\*{3,}")
_BASIS_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")


def head_is_in_form(reviewed: Reviewed) -> Iterator[Remark]:
    """Look at the head, the number, the date and the line under the title."""
    lines, parts = reviewed.paper.lines, reviewed.parts
    if parts.kind < 0:
        return
    head = [(place, plain(lines[place].text)) for place in parts.head]
    for place, text in head:
        if _STATE.search(text):
            yield remark("review-form-motto", "error",
                         say("“{words}” heads papers of the state, not of the Party.", words=lines[place].text),
                         say("At the right of the head stands ĐẢNG CỘNG SẢN VIỆT NAM alone."), line=place)
    if head and not any(_PARTY in text for _, text in head):
        yield remark("review-form-party", "error", say("ĐẢNG CỘNG SẢN VIỆT NAM is missing in the head."),
                     say("It stands at the upper right, in capitals, with a rule under it."), line=head[0][0])
    if head and not any(text.strip() == "*" for _, text in head):
        yield remark("review-form-star", "warning", say("The star under the issuing body is missing."),
                     say("A * stands alone in the line under the name of the body that issues."), line=head[0][0])
    yield from _number(reviewed)
    yield from _date(reviewed)
    last = parts.bases[0] if parts.bases else parts.body
    under = [lines[place].text for place in range(parts.kind + 1, max(last, parts.kind + 1))]
    if under and not any(_RULE.fullmatch(text.replace(" ", "")) for text in under) and not _has_border(reviewed):
        yield remark("review-form-summary", "warning", say("The rule under the title (-----) is missing."),
                     say("It stands in a line of its own under the summary."), line=parts.kind)


def _has_border(reviewed: Reviewed) -> bool:
    """A rule may be drawn as the lower border of the summary, or as a shape in a paragraph without words."""
    return any(place in reviewed.look.drawn for place in range(
        reviewed.paper.lines[reviewed.parts.kind].place, _first_place_below(reviewed)))


def _first_place_below(reviewed: Reviewed) -> int:
    parts = reviewed.parts
    below = parts.bases[0] if parts.bases else parts.body
    return reviewed.paper.lines[below].place if below >= 0 else 0


def _number(reviewed: Reviewed) -> Iterator[Remark]:
    for place in reviewed.parts.head:
        text = reviewed.paper.lines[place].text
        match = _NUMBER.match(text)
        if match is None:
            continue
        if match["colon"]:
            yield remark("review-form-number", "error", say("“Số:”: Party papers write no colon behind Số."),
                         say("Write: Số 01-QC/CB."), line=place, words=text)
        elif match["number"].isdigit() and len(match["number"]) == 1:
            yield remark("review-form-number", "error",
                         say("Numbers below 10 have a 0 before them: {number}.", number=f"0{match['number']}"),
                         say("Write: Số {number}-{symbol}.", number=f"0{match['number']}", symbol=match["symbol"]),
                         line=place, words=text)
        elif "/" not in match["symbol"] or re.match(r"Số\s*:?\s*[\d.…_]*\s*/", text):
            yield remark("review-form-number", "error",
                         say("“{words}” is not how Party papers write number and symbol.", words=text),
                         say("Write: Số 01-QC/CB."), line=place, words=text)


def _date(reviewed: Reviewed) -> Iterator[Remark]:
    for place in reviewed.parts.head:
        text = reviewed.paper.lines[place].text
        match = _DATE.search(text)
        if match is None:
            continue
        try:
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            yield remark("review-form-date", "error", say("“{words}” is no day of the calendar.", words=match[0]),
                         say("Check the date."), line=place, words=match[0])
            continue
        right = day_in_words(day)
        if " ".join(match[0].lower().split()) != right:
            yield remark("review-form-date", "error",
                         say("A 0 stands before days below 10 and before the months 1 and 2, nowhere else."),
                         say("Write: {right}.", right=right), line=place, words=match[0])
        congress = reviewed.facts.day("congress_on") if reviewed.facts else None
        if congress is not None and day < congress:
            yield remark("review-cell-date", "error",
                         say("The document is dated before the congress of the cell ({day}).", day=congress),
                         say("Check both dates."), line=place, words=match[0])
