"""The head and the signatures of a paper, out of form."""

from __future__ import annotations

from docgen.draft.membership import BASE_ORGANISATION
from tests.check.document.copy_of import Copy, Element
from tests.check.document.damage.fault import About, Fault


def _number_line(copy: Copy) -> Element | None:
    return copy.take(copy.find(r"^Số[\s\u00a0\d]*-"))


def number_colon(copy: Copy, about: About, held: bool) -> Fault | None:
    at = _number_line(copy)
    if at is None:
        return None
    copy.replace(at, "Số", "Số :" if held else "Số:")
    return Fault("a colon behind Số", "review-form-number", at)


def number_zero(copy: Copy, about: About, held: bool) -> Fault | None:
    at = _number_line(copy)
    if at is None:
        return None
    symbol = "ĐU" if "ĐU" in copy.text(at) else "CB"
    whole = next(iter(at.iter("{*}t")))
    whole.text = f"Số {9 if held else 3}-QC/{symbol}"
    return Fault("no 0 before the number", "review-form-number", at)


def date_zero(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"ngày[\s\u00a0\d]+tháng[\s\u00a0\d]+năm \d{4}$"))
    if at is None:
        return None
    text = copy.text(at)
    year = max(int(text[-4:]), 2026)
    wrong = "ngày 7 tháng 01" if held else "ngày 15 tháng 06"
    copy.replace(at, text[text.index("ngày"):], f"{wrong} năm {year}")
    return Fault("zeros in the date", "review-form-date", at, frozenset({"review-form-recipients"}))


def date_before_congress(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"ngày[\s\u00a0\d]+tháng[\s\u00a0\d]+năm \d{4}$"))
    if at is None or about.facts.day("congress_on") is None:
        return None
    text = copy.text(at)
    copy.replace(at, text[text.index("ngày"):], f"ngày {'04' if held else '10'} tháng 3 năm 2025")
    return Fault("dated before the congress", "review-cell-date", at, frozenset({"review-form-recipients"}))


def authority_dot(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^T/M "))
    if at is None:
        return None
    copy.replace(at, "T/M", "T.M." if held else "TM.")
    return Fault("TM. with a full stop", "review-form-authority", at)


def for_the_head(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^T/M (?:CHI BỘ|CHI UỶ|ĐẢNG UỶ)"))
    if at is None:
        return None
    copy.write(at, "KT. BÍ THƯ" if held else "K/T BÍ THƯ")
    return Fault("K/T", "review-sign-for", at)


def authority_light(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^T/M "))
    if at is None:
        return None
    copy.property(at, "w:b", val="0")
    return Fault("the line of authority not bold", "review-form-authority", at)


def post_bold(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^(?:PHÓ )?BÍ THƯ$|^CHỦ TỊCH$"))
    if at is None:
        return None
    copy.property(at, "w:b", val="1")
    return Fault("the post bold", "review-form-post", at)


def sign_post(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^(?:PHÓ )?BÍ THƯ$"))
    if at is None:
        return None
    copy.write(at, "ĐẢNG UỶ VIÊN" if about.facts.text("kind") == BASE_ORGANISATION else
               "CHI ỦY VIÊN" if held else "CHI UỶ VIÊN")
    return Fault("a member signs", "review-sign-post", at,
                 frozenset({"review-cell-signer", "review-spelling", "review-cell-body"}))


def slash_end(copy: Copy, about: About, held: bool) -> Fault | None:
    if held:
        at = copy.take(copy.find(r"^- Lưu[ :].*\.$"))
    else:
        body = [one for one in copy.body() if copy.text(one).strip().endswith(".")]
        at = copy.take([one for one in body[-1:] if one not in copy.used])
    if at is None:
        return None
    piece = list(at.iter("{*}t"))[-1]
    piece.text = (piece.text or "").rstrip(". ") + "./."
    return Fault("./. at the end", "review-form-end", at, frozenset({"review-form-recipients"}))


def motto(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"ĐẢNG CỘNG SẢN VIỆT NAM"))
    if at is None:
        return None
    if held:
        added = copy.add_after(at, "Độc lập - Tự do - Hạnh phúc")
        # where the halves of the head share their lines, it comes between the words of a name
        return Fault("the state's motto", "review-form-motto", added, frozenset({"review-cell-name"}))
    copy.replace(at, "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    return Fault("the state's motto", "review-form-motto", at,
                 frozenset({"review-form-party", "review-cell-name"}))


def party_missing(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"ĐẢNG CỘNG SẢN VIỆT NAM"))
    if at is None:
        return None
    copy.replace(at, "ĐẢNG CỘNG SẢN VIỆT NAM", "")
    return Fault("the Party's name missing", "review-form-party")


def star_missing(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^\s*\*\s*$"))
    if at is None:
        return None
    copy.replace(at, "*", "")
    return Fault("the star missing", "review-form-star")


def rule_missing(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^-----$"))
    if at is None:
        return None
    copy.replace(at, "-----", "")
    return Fault("the rule under the title missing", "review-form-summary")
