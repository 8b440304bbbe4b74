"""Căn cứ, Nơi nhận, page and letters out of form."""

from __future__ import annotations

import re

from docx.oxml.ns import qn

from tests.check.document.copy_of import Copy
from tests.check.document.damage.fault import About, Fault


def basis_end(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^- Căn cứ .*;$"))
    if at is None:
        return None
    piece = list(at.iter("{*}t"))[-1]
    piece.text = (piece.text or "")[:-1] + ("," if held else ".")
    return Fault("a căn cứ with a wrong end", "review-form-basis", at)


def basis_dash(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^- Căn cứ "))
    if at is None:
        return None
    copy.replace(at, "- Căn cứ", "Căn cứ")
    return Fault("a căn cứ without its dash", "review-form-basis", at)


def recipients_end(copy: Copy, about: About, held: bool) -> Fault | None:
    ends = copy.find(r"^- .*\(để báo cáo\)[,;]$")
    at = copy.take(ends)
    if at is None:
        return None
    piece = list(at.iter("{*}t"))[-1]
    text = piece.text or ""
    piece.text = text[:-1] + (("," if text[-1] == ";" else ";") if held else ".")
    few = len(copy.find(r"^- .*[,;]$", free=False)) <= 2
    dated = bool(copy.find(r"ngày \d+ tháng \d+ năm", free=False))
    return None if few and not dated else Fault("a recipient with a wrong end", "review-form-recipients", at)


def recipients_last(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^- Lưu[ :]"))
    if at is None:
        return None
    copy.remove(at)
    return Fault("no line Lưu", "review-form-recipients", None, frozenset({"review-form-recipients"}))


def margin(copy: Copy, about: About, held: bool) -> Fault | None:
    section = next(copy.root.iter("{*}sectPr"), None)
    margins = section.find("{*}pgMar") if section is not None else None
    if margins is None or margins in copy.used:
        return None
    copy.used.add(margins)
    name = next(key for key in margins.attrib if str(key).endswith("}top" if held else "}left"))
    margins.set(str(name), "1440" if held else "1134")
    return Fault("a wrong margin", "review-form-margin")


def page(copy: Copy, about: About, held: bool) -> Fault | None:
    section = next(copy.root.iter("{*}sectPr"), None)
    size = section.find("{*}pgSz") if section is not None else None
    if size is None or size in copy.used:
        return None
    copy.used.add(size)
    for name, value in (("w", "12240"), ("h", "20160" if held else "15840")):
        size.set(qn(f"w:{name}"), value)
    return Fault("another paper", "review-form-page")


def font(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.sentences_end())
    if at is None:
        return None
    name = "Calibri" if held else "Arial"
    copy.property(at, "w:rFonts", ascii=name, hAnsi=name)
    return Fault("another font", "review-form-font", at)


def size(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.sentences_end())
    if at is None:
        return None
    copy.property(at, "w:sz", val="26" if held else "24")
    return Fault("another size", "review-form-size", at)


def article_light(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take([one for one in copy.body() if re.match(r"Điều \d+\. \w", copy.text(one).strip())
                    and one not in copy.used and len(copy.text(one)) < 120])
    if at is None:
        return None
    copy.property(at, "w:b", val="0")
    return Fault("a Điều not bold", "review-form-article", at)


def clause_bold(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take([one for one in copy.sentences_end() if len(copy.text(one)) > 90 and re.match(
        r"\d+\. ", copy.text(one).strip())])
    if at is None:
        return None
    copy.property(at, "w:b", val="1")
    return Fault("a khoản bold", "review-form-article", at)


def other_style(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take([one for one in copy.sentences_end() if "uỷ" in copy.text(one)])
    if at is None:
        return None
    copy.replace(at, "uỷ", "ủy")
    return Fault("the tone mark on the other letter", "review-spelling", at)


def other_d(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take([one for one in copy.sentences_end() if "đ" in copy.text(one)[3:]])
    if at is None:
        return None
    text = copy.text(at)
    place = text.index("đ", 3)
    copy.write(at, text[:place] + ("\u00f0" if held else "\u0256") + text[place + 1:])
    return Fault("a letter that only looks like đ", "review-spelling", at)
