"""Figures agree with each other and with the cell: members, majorities, two thirds, the size of the committee."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.document.plain import sentences
from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.draft.membership import committee_count, more_than_half, quorum, two_thirds
from docgen.messages import Message, say

_AT_LEAST = re.compile(r"(?:với|có|tổng số|trên tổng số)\s+(?P<all>\d{1,4})\s+(?:đồng chí |đảng viên|chi uỷ viên|"
                       r"đảng uỷ viên|uỷ viên)[^.;]{0,40}?(?:ít nhất|tối thiểu|phải có|là|cần)\s*(?:là |có )?"
                       r"(?P<least>\d{1,4})"
                       r"(?=\s+(?:đồng chí|đảng viên|người|chi uỷ viên|đảng uỷ viên|uỷ viên|phiếu))")
_THIRDS = re.compile(r"hai phần ba|2/3")
_HALF = re.compile(r"quá nửa|quá bán|hơn một nửa|trên một nửa|hơn nửa|trên nửa|(?:trên|quá|hơn) 50\s?%")
_FULL = re.compile(r"(?:có|gồm|với|là)\s+(?P<count>\d{1,4})\s+đảng viên chính thức")
_PROBATIONARY = re.compile(r"(?P<count>\d{1,4})\s+đảng viên dự bị")
_COMMITTEE = re.compile(r"(?:chi uỷ|ban chấp hành|đảng uỷ)(?: chi bộ)?(?: khoá này| nhiệm kỳ này)?\s+(?:có|gồm)\s+"
                        r"(?P<count>\d{1,4})\s+(?:đồng chí|chi uỷ viên|uỷ viên|người)")


def figures_agree(reviewed: Reviewed) -> Iterator[Remark]:
    """Count again what the document counts, and hold its figures against the facts of the cell."""
    facts = reviewed.facts
    full = facts.integer("full_members") if facts else None
    probationary = (facts.integer("probationary_members") or 0) if facts else None
    committee = committee_count(facts) if facts else 0
    share = facts.text("quorum_share") if facts else ""
    for place, line, text in reviewed.body():
        for start, sentence in sentences(text):
            wrong: list[tuple[re.Match[str], Message]] = []
            for match in _AT_LEAST.finditer(sentence):
                count, least = int(match["all"]), int(match["least"])
                # the share stands before the figures, in this sentence or, behind a semicolon, in the one before it
                before = text[:start + match.start()]
                third, half = _last(_THIRDS, before), _last(_HALF, before)
                known = quorum(count, share) if share else None
                right = two_thirds(count) if third > half else more_than_half(count) if half >= 0 else known
                if right is not None and least != right and not (known == least and "có mặt" in before):
                    wrong.append((match, say("Of {count} the share named here is {right}, not {least}.", count=count,
                                             right=right, least=least)))
            stated = [(_FULL, full, say("full members")), (_PROBATIONARY, probationary, say("probationary members")),
                      (_COMMITTEE, committee or None, say("members of the committee"))]
            for pattern, right, what in stated:
                if right is None or (found := pattern.search(sentence)) is None or int(found["count"]) == right:
                    continue
                wrong.append((found, say("The cell's facts say {right} {what}, the document {stated}.", right=right,
                                         what=what, stated=int(found["count"]))))
            for match, message in wrong[:1]:
                yield remark("review-figure", "error", message,
                             say("Correct the figure here, or the facts of the cell."), line=place,
                             words=line.text[start + match.start():start + match.end()])


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
