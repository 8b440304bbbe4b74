"""Who stands to whom: nobody commands beside himself, nobody reports downward."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.messages import say

_PARTY = r"(?:chi bộ|chi uỷ|đảng uỷ|bí thư(?: chi bộ)?|cấp uỷ)"
_LEADERS = (r"(?:lãnh đạo (?:các )?(?:hội|cơ quan|đơn vị)|ban thường vụ (?:liên hiệp )?(?:các )?hội"
            r"|thường trực (?:liên hiệp )?hội|ban lãnh đạo|thủ trưởng (?:cơ quan|đơn vị)|ban chấp hành hội"
            r"|ban giám đốc)")
WRONG = (
    re.compile(rf"{_PARTY}(?! cấp trên)(?:(?!cấp trên)[^.;:,]){{0,30}} (?:chỉ đạo|giao nhiệm vụ cho) {_LEADERS}"),
    re.compile(rf"{_PARTY}(?! cấp trên) lãnh đạo (?:toàn diện )?{_LEADERS}"),
    re.compile(rf"{_LEADERS}(?:(?!cấp trên)[^.;:,]){{0,20}} (?:chỉ đạo|giao nhiệm vụ cho|lãnh đạo) {_PARTY}"),
    re.compile(rf"(?<!đại diện ){_PARTY}(?! cấp trên)[^.;:,]{{0,20}} báo cáo (?:với |cho |lên )?{_LEADERS}"),
    re.compile(rf"{_LEADERS}[^.;:,]{{0,20}} báo cáo (?:với |cho |lên )?{_PARTY}(?! cấp trên)"),
    re.compile(rf"cấp uỷ cấp trên[^.;:,]{{0,30}} báo cáo (?:với |cho )?{_PARTY}"),
)
_NOT = re.compile(r"không\s")


def directions_are_right(reviewed: Reviewed) -> Iterator[Remark]:
    """Find sentences in which one side commands the other, or reports where it informs."""
    for place, line, text in reviewed.body():
        for match in filter(None, (pattern.search(text) for pattern in WRONG)):
            if _NOT.search(match[0]) or "là thành viên lãnh đạo" in text[max(0, match.start() - 30):match.end()]:
                continue
            yield remark("review-direction", "error",
                         say("One side commands the other, or reports where sides of equal rank inform: “{words}”.",
                             words=line.text[match.start():match.end()]),
                         say("The committee leads Party members and staff; with the leadership it coordinates and "
                             "informs (162-QĐ/TW, Điều 9)."), line=place,
                         words=line.text[match.start():match.end()])
            break
