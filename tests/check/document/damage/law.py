"""Căn cứ that are dead, overtaken or misnamed, the words of the law changed, a hidden part that lies."""

from __future__ import annotations

import re

from docgen.word.provenance import NAMESPACE
from tests.check.document.copy_of import Copy
from tests.check.document.damage.fault import About, Fault


def basis_dead(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^\W*Căn cứ Quy định số 162-QĐ/TW, ngày 29/5/2024"))
    if at is None:
        return None
    copy.replace(at, "162-QĐ/TW, ngày 29/5/2024", "171-QĐ/TW, ngày 27/6/2008")
    return Fault("a dead căn cứ", "review-citation-dead", at)


def basis_outdated(copy: Copy, about: About, held: bool) -> Fault | None:
    """The paper is of a day on which the căn cứ was in force; it has been replaced since."""
    day = copy.take(copy.find(r"ngày[\s\u00a0\d]+tháng[\s\u00a0\d]+năm(?: \d{4})?$"))
    at = copy.take(copy.find(r"^\W*Căn cứ Quy định số 162-QĐ/TW, ngày 29/5/2024"))
    if at is None or day is None:
        return None
    text = copy.text(day)
    copy.replace(day, text[text.index("ngày"):], "ngày 04 tháng 3 năm 2021" if held else "ngày 15 tháng 5 năm 2024")
    copy.replace(at, "162-QĐ/TW, ngày 29/5/2024", "171-QĐ/TW, ngày 27/6/2008")
    return Fault("a căn cứ replaced since", "review-citation-outdated", at,
                 frozenset({"review-form-recipients", "review-cell-date"}))


def basis_date(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^\W*Căn cứ Quy định số (?:162|138)-QĐ/TW, ngày"))
    if at is None:
        return None
    old = "29/5/2024" if "29/5/2024" in copy.text(at) else "01/12/2023"
    copy.replace(at, old, "25/9/2024" if held else "29/5/2023")
    return Fault("a căn cứ with a wrong day", "review-citation-date", at)


def basis_number(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^\W*Căn cứ Quy định số (?:162|138)-QĐ/TW, ngày"))
    if at is None:
        return None
    old = "162-QĐ" if "162-QĐ" in copy.text(at) else "138-QĐ"
    copy.replace(at, old, "612-QĐ" if held else "126-QĐ")
    return Fault("a căn cứ with a wrong number", "review-citation-number", at)


def own_quotation(copy: Copy, about: About, held: bool) -> Fault | None:
    words = about.tags.get("quote", "")
    at = copy.take([one for one in copy.paragraphs if words and words in copy.text(one) and one not in copy.used])
    if at is None:
        return None
    for old, new in ((("thực hiện", "triển khai"), ("Chịu sự lãnh đạo", "Chịu sự kiểm tra")) if held else
                     (("lãnh đạo cán bộ", "chỉ đạo cán bộ"), ("cấp uỷ cấp trên trực tiếp để", "cấp uỷ cấp trên để"),
                      ("làm tốt công tác", "làm công tác"))):
        quoted = copy.text(at).partition("“")[2]
        if old in quoted and copy.replace(at, old, new):
            return Fault("the document's own quotation changed", "review-quotation", at)
    return None


def wording(copy: Copy, about: About, held: bool) -> Fault | None:
    """A provision taken over without quotation marks, one word inside changed."""
    if not about.foreign:
        return None
    at = copy.take(copy.sentences_end())
    if at is None:
        return None
    label = re.match(r"\s*(?:\d+\.|-)\s", copy.text(at))
    words = ("Cấp uỷ làm việc định kỳ 9 tháng hoặc đột xuất với các tổ chức chính trị - xã hội để nắm tình hình hoạt "
             "động và kịp thời lãnh đạo, chỉ đạo hoạt động của từng tổ chức." if held else
             "Cấp uỷ tham gia, đề xuất với cấp uỷ cấp trên xem xét, kiểm tra những vấn đề về tổ chức, cán bộ, đảng "
             "viên của hội thuộc thẩm quyền của cấp trên khi có yêu cầu.")
    copy.write(at, f"{label[0] if label else ''}{words}")
    return Fault("a provision with a word changed", "review-wording", at,
                 frozenset({"review-obligation-missing", "review-cell-body"}))


def hidden_part(copy: Copy, about: About, held: bool) -> Fault | None:
    """What the file says it was made from is changed: an edition nobody knows, or a provision its text has not.

    Of a text that is not held whole it cannot be told.
    """
    part = next((part for part in copy.document.part.package.iter_parts() if NAMESPACE.encode() in part.blob
                 and str(part.partname).startswith("/customXml/")), None)
    if part is None or part in copy.used_parts:
        return None
    copy.used_parts.add(part)
    blob = part.blob
    made = (re.sub(rb'(basis="162-qd-tw-2024:dieu-)\d+', rb"\g<1>97", blob, count=1) if held else
            blob.replace(b'<edition id="', b'<edition id="9', 1))
    if made == blob:
        return None
    part._blob = made
    return Fault("a hidden part that lies", "review-made-from", None)
