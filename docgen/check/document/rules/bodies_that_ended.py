"""Bodies that no longer exist on the day of the document: đảng đoàn, ban cán sự đảng, the district level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.messages import say

ENDED_ON = date(2025, 7, 1)
_GROUP = re.compile(r"(?<!\w)(?:đảng đoàn|ban cán sự(?: đảng)?)(?!\w)")
_DISTRICT = re.compile(
    r"(?<!\w)(?:huyện uỷ|quận uỷ|thị uỷ|cấp huyện|(?:đảng bộ|đảng uỷ|uỷ ban nhân dân|ubnd|hội đồng nhân dân|"
    r"mặt trận tổ quốc(?: việt nam)?|ban thường vụ) (?:huyện|quận|thị xã))(?!\w)")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def bodies_still_exist(reviewed: Reviewed) -> Iterator[Remark]:
    """Find bodies that had ended by the day of the document; words between quotation marks are somebody else's."""
    if reviewed.day < ENDED_ON or reviewed.work == "cap-huyen":
        return
    with_group = reviewed.facts is not None and bool(reviewed.facts.yes("party_group"))
    after = {*reviewed.parts.articles, *reviewed.parts.recipients, *reviewed.parts.title, *reviewed.parts.head}
    for place in sorted(after):
        line = reviewed.paper.lines[place]
        text = _QUOTED.sub(lambda match: " " * len(match[0]), reviewed.plain(place))
        if not with_group and (found := _GROUP.search(text)):
            yield remark("review-party-group", "error",
                         say("Đảng đoàn and ban cán sự đảng ended in 2025 (press); the document speaks of one."),
                         say("Name the leadership of the body instead; if it still has one, say so in the cell's "
                             "facts: party_group."), line=place, words=line.text[found.start():found.end()])
        if found := _DISTRICT.search(text):
            yield remark("review-district", "error",
                         say("There is no district level since 1/7/2025."),
                         say("Name the body of the xã, phường or of the tỉnh that has its work now."),
                         line=place, words=line.text[found.start():found.end()])
