"""No clause gives work to a body the cell does not have: chi uỷ, phó bí thư, an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.document.plain import plain
from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.draft.facts import Facts, Record
from docgen.draft.membership import BASE_ORGANISATION, DISTRICT, has_deputy
from docgen.messages import say

_COMMITTEE = re.compile(
    r"(?<!\w)chi uỷ(?! (?:nơi|khu|tổ dân phố|của nơi|chi bộ nơi|các chi bộ|chi bộ khu|ở nơi))(?!\w)")
_DEPUTY = re.compile(r"(?<!\w)phó bí thư(?! (?:đảng uỷ|cấp uỷ|thường trực|tỉnh uỷ))(?!\w)")
_ORGANISATIONS = ("công đoàn", "đoàn thanh niên", "chi đoàn", "cựu chiến binh", "phụ nữ", "nông dân")
_AS = re.compile(r"(?:như|ví dụ)[^.;]{0,60}$")
_AND_SO_ON = re.compile(r"[^.;]{0,60}(?:…|\.\.\.|v\.v)")
_BRACKETS = re.compile(r"\([^)]*\)")
_GENERAL = re.compile(r"nếu có|nơi có")


def bodies_are_those_of_the_cell(reviewed: Reviewed) -> Iterator[Remark]:
    """Find bodies that the facts of the cell do not have."""
    facts = reviewed.facts
    if facts is None:
        return
    missing: list[tuple[re.Pattern[str], str]] = []
    if not facts.records("committee") and facts.text("kind") not in (BASE_ORGANISATION, DISTRICT):
        missing.append((_COMMITTEE, "chi uỷ"))
    if facts.text("secretary") and not has_deputy(facts) and facts.text("kind") not in (BASE_ORGANISATION, DISTRICT):
        missing.append((_DEPUTY, "phó bí thư"))
    known = plain(" ".join(_words(facts)))
    missing += [(re.compile(rf"(?<!\w){name}(?!\w)"), name) for name in _ORGANISATIONS if not _has(known, name)]
    parts = reviewed.parts
    for place in (*parts.head, *parts.title, *parts.articles, *parts.authorities, *parts.recipients):
        # what stands in brackets lists examples and gives nobody work
        text = _BRACKETS.sub(lambda match: " " * len(match[0]), reviewed.plain(place))
        for pattern, name in missing:
            found = pattern.search(text)
            if found and not _GENERAL.search(text[found.end():found.end() + 12]) and not _examples(text, found):
                yield remark("review-cell-body", "error",
                             say("The document speaks of {body}; by its facts the cell has none.", body=name),
                             say("Give the work to somebody the cell has, or correct the facts."), line=place,
                             words=reviewed.words_at(place, found.start(), found.end()))


def _examples(text: str, found: re.Match[str]) -> bool:
    """Tell whether a body stands in a list of examples: "đoàn thể như công đoàn, hội phụ nữ…"."""
    return _AS.search(text[:found.start()]) is not None and _AND_SO_ON.match(text[found.end():]) is not None


def _has(known: str, name: str) -> bool:
    if name in known:
        return True
    return name in ("đoàn thanh niên", "chi đoàn") and "thanh niên" in known


def _words(facts: Facts) -> Iterator[str]:
    """Yield every word the cell's facts hold: a body named there exists."""
    for value in facts.values.values():
        if isinstance(value, tuple):
            for item in value:
                yield from ((str(part) for _, part in item.pairs) if isinstance(item, Record) else (str(item),))
        elif isinstance(value, str):
            yield value
