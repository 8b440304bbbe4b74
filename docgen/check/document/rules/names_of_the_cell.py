"""Names, term and meeting day are those of the cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.document.plain import plain, sentences
from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.draft.facts import Facts
from docgen.draft.kinds import AGREEMENT
from docgen.draft.parties import committee_side
from docgen.messages import say

_TERM = re.compile(r"nhiệm kỳ\s+(\d{4})\s*[-–]\s*(\d{4})")
_YEARS = re.compile(r"(\d{4})\D+(\d{4})")
_OTHERS = re.compile(r"thay thế|bãi bỏ|khoá trước|nhiệm kỳ trước")
_MEETING = re.compile(r"(?:vào |từ |là )?ngày\s+(?:mùng |mồng )?(\d{1,2})(?!\s*(?:/|tháng \d|ngày|đảng))")
_MEETS = re.compile(
    r"(?:sinh hoạt|họp)[^.;]{0,40}(?:thường kỳ|định kỳ|mỗi tháng|hằng tháng|hàng tháng)|sinh hoạt chi bộ vào")
_UNSPECIFIC = re.compile(
    r"\b(?:làm việc|phối hợp công tác|của|giữa|với|và|ban chấp hành|đảng bộ|đảng uỷ|chi bộ|chi uỷ|cơ sở|lãnh đạo"
    r"|cơ quan|hội|khoá|nhiệm kỳ|lần thứ|[ivx]+|\d+)\b")
"""A title may name nobody: "làm việc của Ban Chấp hành Đảng bộ khoá II"."""
_SPACES = re.compile(r"[^\w]+")


def names_are_those_of_the_cell(reviewed: Reviewed) -> Iterator[Remark]:
    """Hold the head, the title and the sentences about meetings against the facts."""
    facts = reviewed.facts
    if facts is None or reviewed.parts.kind < 0:
        return
    yield from _names(reviewed, facts)
    yield from _term(reviewed, facts)
    yield from _meeting(reviewed, facts)


def is_of_another_cell(reviewed: Reviewed) -> bool:
    """Tell whether a document never names the cell it is held against: it is then another cell's."""
    if reviewed.facts is None:
        return False
    whole = _key(" ".join(line.text for line in reviewed.paper.lines))
    names = [reviewed.facts.text("name"), reviewed.facts.text("committee_name")]
    return not any(name and _key(name) in whole for name in names)


def _names(reviewed: Reviewed, facts: Facts) -> Iterator[Remark]:
    parts, lines = reviewed.parts, reviewed.paper.lines
    # where the halves of the head stand in the same lines, the Party's name stands between the words of a body's
    head = _key(" ".join(lines[place].text for place in parts.head)).replace(" đảng cộng sản việt nam", "")
    title = _key(reviewed.title)
    agreement = reviewed.kind == AGREEMENT.slug
    own = [committee_side(facts)] if agreement else [facts.text("name"), facts.text("committee_name")]
    first = next(iter(parts.head), -1)
    if (superior := facts.text("superior")) and head and _key(superior) not in head:
        yield _remark("superior", superior, first)
    if head and not any(name and _key(name) in head for name in own):
        yield _remark("issuer", own[0], next((place for place in parts.head if "CHI" in lines[place].text), first))
    named = _UNSPECIFIC.sub(" ", title).strip()
    if reviewed.kind and named and not any(name and _key(name) in title for name in own):
        yield _remark("title", own[0], next(iter(parts.title), parts.kind))


def _remark(what: str, name: str, place: int) -> Remark:
    where = {
        "superior": say("The head does not have the superior body as the cell's facts have it: {name}.", name=name),
        "issuer": say("The head does not have the issuing body as the cell's facts have it: {name}.", name=name),
        "title": say("The title does not name the cell as its facts do: {name}.", name=name),
    }
    return remark("review-cell-name", "error", where[what],
                  say("Write the name as it stands in the decision that founded the body, everywhere alike."),
                  line=place)


def _term(reviewed: Reviewed, facts: Facts) -> Iterator[Remark]:
    years = _YEARS.search(facts.text("term"))
    if years is None:
        return
    parts = reviewed.parts
    for place in (*parts.title, *parts.articles):
        text = reviewed.plain(place)
        for match in _TERM.finditer(text):
            if match.groups() != years.groups() and not _OTHERS.search(text):
                yield remark("review-cell-term", "error",
                             say("The document says the term {stated}, the cell's facts {term}.",
                                 stated=f"{match[1]} - {match[2]}", term=facts.text("term")),
                             say("Correct the one that is wrong."), line=place,
                             words=reviewed.words_at(place, match.start(), match.end()))


def _meeting(reviewed: Reviewed, facts: Facts) -> Iterator[Remark]:
    day = re.search(r"ngày\s+(?:mùng |mồng )?(\d{1,2})", plain(facts.text("meeting_day")))
    if day is None:
        return
    for place, _, text in reviewed.body():
        for start, sentence in sentences(text):
            match = _MEETING.search(sentence) if _MEETS.search(sentence) and "báo cáo" not in sentence else None
            if match and int(match[1]) != int(day[1]):
                yield remark("review-cell-day", "error",
                             say("The document has the meeting on {stated}, the cell's facts on {day}.",
                                 stated=match[0].strip(), day=facts.text("meeting_day")),
                             say("Correct the one that is wrong; rules and agreement must say the same."), line=place,
                             words=reviewed.words_at(place, start + match.start(), start + match.end()))


def _key(text: str) -> str:
    return _SPACES.sub(" ", plain(text)).strip()
