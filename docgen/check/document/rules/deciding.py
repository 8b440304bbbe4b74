"""The cell proposes admission, full membership, striking off and expulsion; the competent committee decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.document.plain import plain
from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.messages import say
from docgen.model.address import walk
from docgen.model.level import Level

_WHO = r"(?:hội nghị chi bộ|chi bộ|chi uỷ|bí thư)"
_MATTER = r"(?:kết nạp|công nhận đảng viên chính thức|xoá tên(?: đảng viên| trong danh sách)|khai trừ)"
_STEPS = r"(?:đề nghị|cấp uỷ|thẩm quyền|cấp trên|trình|xem xét|báo cáo|không|giới thiệu|chuẩn bị)"
_DECIDES = re.compile(rf"{_WHO}((?:(?!{_STEPS})[^.;:]){{0,60}}?)(?:ra )?quyết định(?! của)"
                      rf"((?:(?!{_STEPS}|của cấp|mức|việc khác)[^.;:]){{0,80}}?){_MATTER}")
_IS_DECIDED = re.compile(rf"{_MATTER}(?:(?!{_STEPS})[^.;:]){{0,50}} (?:do|thuộc thẩm quyền(?: của)?) {_WHO}"
                         rf"(?:(?!{_STEPS})[^.;:]){{0,25}}(?:quyết định)?")
_BEFORE = re.compile(r"(?:khi có|sau khi|theo|chấp hành|thực hiện|công bố|đề nghị|của)\s*$")
_PAPER = re.compile(
    r"(?:đọc|trao|công bố|nhận|nhận được|có|thi hành|chấp hành|thông báo|từ ngày|sau|gửi|lưu) quyết định")
"""Here the decision is a paper of somebody else's."""
_LIST = re.compile(rf"{_WHO}[^.;]{{0,60}}quyết định[^.;]{{0,30}}:\s*$")
_ITEM = re.compile(rf"^(?:xét |việc |xét, )?{_MATTER}")
_RESOLUTION = re.compile(r"(?:ra|ban hành) nghị quyết (?:kết nạp|khai trừ|xoá tên)")


def the_cell_proposes(reviewed: Reviewed) -> Iterator[Remark]:
    """Find sentences, and lists under a heading, by which the cell itself decides."""
    items = _items_of_deciding(reviewed)
    for place, line, text in reviewed.body():
        for match in (*_DECIDES.finditer(text), *_IS_DECIDED.finditer(text), *_RESOLUTION.finditer(text)):
            if not _PAPER.search(match[0]) and not _BEFORE.search(text[:match.start()]):
                yield _remark(place, line.text[match.start():match.end()])
                break
        else:
            if place in items and (found := _ITEM.search(plain(line.words))):
                yield _remark(place, line.words[found.start():found.end()])


def _items_of_deciding(reviewed: Reviewed) -> set[int]:
    """Return the lines that are items of a list opened by "chi bộ quyết định:" without any step to a higher body."""
    found: set[int] = set()
    for _, node in walk(reviewed.paper.regulation):
        head = plain(node.text)
        if node.level in (Level.CLAUSE, Level.ARTICLE) and _LIST.search(head) and not re.search(_STEPS, head):
            found.update(child.line - 1 for child in node.children)
    return found


def _remark(place: int, words: str) -> Remark:
    return remark("review-decides", "error",
                  say("The cell does not decide this: it proposes, and the competent committee decides."),
                  say("Write: chi bộ thảo luận, biểu quyết và ra nghị quyết đề nghị cấp uỷ có thẩm quyền xem xét, "
                      "quyết định (294-QĐ/TW, 9.3.4)."), line=place, words=words)
