"""What contradicts the facts of the cell."""

from __future__ import annotations

import re

from tests.check.document.copy_of import Copy
from tests.check.document.damage.fault import About, Fault


def members(copy: Copy, about: About, held: bool) -> Fault | None:
    full = about.facts.integer("full_members")
    at = copy.take([one for one in copy.body() if re.search(
        rf"(?:có|gồm) {full} đảng viên chính thức(?!, (?:là|phải|ít))", copy.text(one)) and one not in copy.used])
    if at is None or full is None:
        return None
    copy.replace(at, f"{full} đảng viên chính thức", f"{full + (3 if held else 1)} đảng viên chính thức")
    return Fault("another number of members", "review-figure", at)


def least(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take([one for one in copy.body() if re.search(
        r"(?:với|có) \d+ (?:đảng viên chính thức|đảng uỷ viên)[^.;]{0,20}ít nhất \d+ đồng chí", copy.text(one))
        and one not in copy.used])
    if at is None:
        return None
    match = re.search(r"(ít nhất )(\d+)( đồng chí)", copy.text(at))
    if match is None:
        return None
    copy.replace(at, match[0], f"{match[1]}{int(match[2]) + (1 if held else -1)}{match[3]}")
    return Fault("a majority counted wrongly", "review-figure", at)


def title_name(copy: Copy, about: About, held: bool) -> Fault | None:
    name = about.facts.text("name").removeprefix("Chi bộ ").removeprefix("Đảng bộ ")
    title = [one for one in copy.paragraphs[:40] if name[-12:] in copy.text(one)
             and "Căn cứ" not in copy.text(one) and "ban hành" not in copy.text(one)][:1]
    at = copy.take([one for one in title if one not in copy.used])  # what comes behind it is no title
    if at is None:
        return None
    copy.replace(at, name[-12:], "khác" + name[-8:] if held else name[-12:-4] + "Khác")
    return Fault("another name in the title", "review-cell-name")


def superior_name(copy: Copy, about: About, held: bool) -> Fault | None:
    word = "CÁC CƠ QUAN ĐẢNG" if "các cơ quan Đảng" in about.facts.text("superior") else "ỦY"
    at = copy.take([one for one in copy.paragraphs[:3] if word in copy.text(one) and one not in copy.used])
    if at is None:
        return None
    copy.replace(at, word, "KHỐI CÁC CƠ QUAN" if held else "KHỐI DOANH NGHIỆP")
    return Fault("another superior body in the head", "review-cell-name")


def term(copy: Copy, about: About, held: bool) -> Fault | None:
    text = about.facts.text("term")
    at = copy.take([one for one in copy.paragraphs[:40] if f"nhiệm kỳ {text}" in copy.text(one)
                    and one not in copy.used and "Căn cứ" not in copy.text(one) and "ban hành" not in copy.text(one)])
    if at is None:
        return None
    copy.replace(at, text, "2026 - 2031" if held else "2020 - 2025")
    return Fault("another term", "review-cell-term", at)


def meeting_day(copy: Copy, about: About, held: bool) -> Fault | None:
    day = about.facts.text("meeting_day")
    if not day or about.agreement:
        at = copy.take([one for one in copy.body() if day and f"vào {day} hằng tháng" in copy.text(one).replace(
            "\u00a0", " ") and one not in copy.used])
    else:
        at = copy.take([one for one in copy.body() if re.search(rf"vào {day}\b", copy.text(one).replace("\u00a0", " "))
                        and one not in copy.used])
    if at is None:
        return None
    number = day.split()[-1]
    copy.replace(at, number, "25" if held else "15")
    return Fault("another meeting day", "review-cell-day", at)


def signer(copy: Copy, about: About, held: bool) -> Fault | None:
    names = {about.facts.text("secretary"), about.facts.text("deputy")}
    at = copy.take([one for one in copy.paragraphs[-30:] if copy.text(one).strip() in names - {""}])
    if at is None:
        return None
    copy.write(at, "Y Khách Niê Lạ" if held else "Bùi Văn Lạ")
    return Fault("a stranger signs", "review-cell-signer", at)


def signs_twice(copy: Copy, about: About, held: bool) -> Fault | None:
    if not about.agreement:
        return None
    names = {about.facts.text("secretary"), about.facts.text("deputy")} - {""}
    leaders = {one.text(key) for kind in ("associations", "agencies") for one in about.facts.records(kind)
               for key in ("leader_name", "signer_name")} - {""}
    own = [one for one in copy.paragraphs[-40:] if copy.text(one).strip() in names]
    other = [one for one in copy.paragraphs[-40:] if copy.text(one).strip() in leaders - names and one not in copy.used]
    if not own or not other or copy.used & set(own):
        return None
    copy.used.update((own[0], other[0]))
    name = copy.text(own[0]).strip()
    copy.write(other[0], name)
    later = max((own[0], other[0]), key=copy.place)
    return Fault("one person for two sides", "review-sign-twice", later, frozenset({"review-cell-signer"}))


def other_cell(copy: Copy, about: About, held: bool) -> Fault | None:
    """Every name of the cell is another cell's: the file was mixed up."""
    names = [name for name in (about.facts.text("name"), about.facts.text("committee_name")) if name]
    if copy.used or not names:
        return None
    ends = {" ".join(name.split()[-3:]) for name in names}
    other = "Hội Nuôi ong Đồi Chè" if held else "Hội Thợ gốm Bến Đò"
    for one in copy.paragraphs:
        text = " ".join(copy.text(one).split())
        made = text
        for end in sorted(ends):
            made = re.sub(re.escape(end), other, made, flags=re.IGNORECASE)
        if made != text:
            copy.write(one, made.upper() if text.isupper() else made)
    return Fault("the paper of another cell", "review-cell-other", None)
