"""What the framework asks for, struck out."""

from __future__ import annotations

import re

from tests.check.document.copy_of import Copy, Element
from tests.check.document.damage.fault import About, Fault

SHIPPED = {
    "tap-trung": r"tập trung dân chủ", "kiem-tra": "", "bao-cao": r"báo cáo cấp uỷ cấp trên trực tiếp theo thời hạn",
    "tru-so": r"nơi cơ quan đặt trụ sở|đặt trụ sở:", "doan-the": r"làm việc với từng tổ chức định kỳ 6 tháng",
    "qua-nua": r"Nghị quyết của chi bộ được thông qua khi có hơn một nửa",
    "hai-phan-ba": r"phải được ít nhất hai phần ba tổng số đảng viên chính thức tán thành",
    "dieu-kien": r"^1\. Lãnh đạo hội bảo đảm:",
}
"""Where the shipped documents meet what the framework asks for, at one place each."""


def obligation_gone(copy: Copy, about: About, held: bool) -> Fault | None:
    """What the framework asks for is struck out; another sentence takes its place, so that the numbers stay."""
    if about.foreign:
        named = [(tag, words) for tag, words in about.tags.items() if tag.startswith("o:")]
        copy.random.shuffle(named)
        found = [one for _, words in named for one in copy.paragraphs if words and words in copy.text(one)
                 and one not in copy.used]
    else:
        if about.work != "hoi-quan-chung":
            return None
        merged = len(about.facts.records("associations")) > 1  # it says this for each of its associations
        found = [one for name, pattern in SHIPPED.items() if pattern and not (merged and name == "dieu-kien")
                 for one in copy.find(pattern) if one in copy.body()]
        copy.random.shuffle(found)
    if not found:
        return None
    at = found[0]
    copy.used.add(at)
    label = re.match(r"\s*(?:\d+\.|-)\s", copy.text(at))
    points: list[Element] = []
    for one in () if about.foreign else copy.paragraphs[copy.place(at) + 1:]:
        if not re.match(r"[a-zđ]\) ", copy.text(one)):
            break
        points.append(one)
    if copy.used & set(points):
        return None
    for one in points:
        copy.remove(one)
    copy.write(at, f"{label[0] if label else ''}Nội dung này thực hiện theo hướng dẫn của cấp có thẩm quyền.")
    return Fault("an obligation struck out", "review-obligation-missing", None,
                 frozenset({"review-obligation-missing", "review-lone-clause", "review-reference-nowhere"}))
