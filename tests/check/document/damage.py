"""Ways to damage a good document, each labelled by construction with the finding it has to bring about.

Every way has words that rules were tuned on and words that were held out. What changes nothing wrong (HARMLESS) is put
in as well: a review that speaks of it is counted against its precision.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from docgen.draft.facts import Facts
from docgen.draft.membership import BASE_ORGANISATION, has_deputy
from docgen.model.numbering import point_letter, point_place
from tests.check.document.copy_of import Copy, Element


@dataclass(frozen=True)
class About:
    """The document that is damaged: the facts of its cell, its tagged lines, whether docgen made it."""

    facts: Facts
    agreement: bool
    tags: dict[str, str] = field(default_factory=dict)
    obligations: dict[str, str] = field(default_factory=dict)
    foreign: bool = False
    work: str = "hoi-quan-chung"


@dataclass(frozen=True)
class Fault:
    """One fault put in: which finding must name it, at which paragraph (None: anywhere), what it may bring along."""

    way: str
    code: str
    at: Element | None = None
    along: frozenset[str] = frozenset()


Way = Callable[[Copy, About, bool], "Fault | None"]
"""Damages a copy; None where the document gives no occasion. The last argument: with held-out words."""


def pick(copy: Copy, tuned: tuple[str, ...], held_out: tuple[str, ...], held: bool) -> str:
    return copy.random.choice(held_out if held else tuned)


@dataclass(frozen=True)
class Sentence:
    """A wrong sentence put behind a khoản."""

    name: str
    code: str
    tuned: tuple[str, ...]
    held_out: tuple[str, ...]
    fits: Callable[[About], bool] = lambda about: True

    def __call__(self, copy: Copy, about: About, held: bool) -> Fault | None:
        if not self.fits(about):
            return None
        at = copy.take(copy.sentences_end())
        if at is None:
            return None
        sentence = pick(copy, self.tuned, self.held_out, held)
        copy.append(at, sentence)
        return Fault(self.name, self.code, at, frozenset({"review-spelling"} if "ủy" in sentence else ()))


def _organisation(name: str) -> Callable[[About], bool]:
    def fits(about: About) -> bool:
        values = " ".join(str(value) for value in about.facts.values.values()).lower()
        return name not in values

    return fits


SENTENCES = (
    Sentence("majority of those present", "review-vote-present", (
        "Nghị quyết được thông qua khi có quá nửa số đảng viên có mặt tán thành.",
        "Nghị quyết có giá trị khi được hơn một nửa số đảng viên dự họp biểu quyết đồng ý.",
        "Các nội dung được thông qua nếu trên 50% đảng viên tham dự hội nghị nhất trí.",
    ), (
        "Việc thông qua nghị quyết theo đa số đảng viên tham gia biểu quyết.",
        "Nội dung nào được trên một nửa số đồng chí đến dự tán thành thì coi là đã thông qua.",
        "Quyết nghị của hội nghị được biểu quyết theo quá bán số đảng viên có mặt.",
    )),
    Sentence("the cell decides admission", "review-decides", (
        "Chi bộ quyết định kết nạp đảng viên mới.",
        "Hội nghị chi bộ thảo luận, quyết định kết nạp, khai trừ đảng viên.",
        "Việc kết nạp đảng viên do hội nghị chi bộ quyết định.",
    ), (
        "Chi bộ họp và quyết định công nhận đảng viên chính thức.",
        "Chi bộ có quyền quyết định khai trừ đảng viên vi phạm.",
        "Xoá tên đảng viên do chi bộ quyết định.",
    )),
    Sentence("admission by half", "review-vote-share", (
        "Việc đề nghị kết nạp đảng viên được thông qua khi quá nửa tổng số đảng viên chính thức tán thành.",
        "Khai trừ đảng viên cần hơn một nửa tổng số đảng viên chính thức đồng ý.",
    ), (
        "Xoá tên đảng viên chỉ cần đa số đảng viên chính thức tán thành.",
        "Đề nghị công nhận đảng viên chính thức phải được trên 50% tổng số đảng viên chính thức nhất trí.",
    )),
    Sentence("probationary members vote", "review-vote-probationary", (
        "Đảng viên dự bị được tham gia biểu quyết như đảng viên chính thức.",
        "Đảng viên dự bị có quyền biểu quyết các nội dung của chi bộ.",
    ), (
        "Đảng viên dự bị cùng biểu quyết thông qua nghị quyết.",
        "Đảng viên sinh hoạt tạm thời được bầu cử tại chi bộ.",
    )),
    Sentence("a Party group in 2026", "review-party-group", (
        "Chi bộ phối hợp với đảng đoàn trong công tác cán bộ.",
        "Ban cán sự đảng cho ý kiến trước khi chi bộ thảo luận.",
    ), (
        "Kế hoạch được gửi Đảng đoàn để thống nhất.",
        "Ý kiến của ban cán sự đảng được ghi vào biên bản.",
    )),
    Sentence("the district level", "review-district", (
        "Báo cáo gửi Huyện uỷ trước ngày 20 của tháng cuối quý.",
        "Chi bộ giữ liên hệ với cấp uỷ cấp huyện.",
    ), (
        "Văn bản gửi Uỷ ban nhân dân huyện để phối hợp.",
        "Đảng viên dự lớp học do Quận uỷ tổ chức.",
    )),
    Sentence("one side commands the other", "review-direction", (
        "Chi uỷ chỉ đạo lãnh đạo hội thực hiện nghị quyết.",
        "Lãnh đạo cơ quan giao nhiệm vụ cho chi uỷ từng tháng.",
        "Lãnh đạo hội báo cáo chi uỷ kết quả từng quý.",
    ), (
        "Chi uỷ chỉ đạo Ban Thường vụ Hội triển khai chương trình năm.",
        "Thủ trưởng cơ quan chỉ đạo chi uỷ thực hiện nhiệm vụ.",
        "Bí thư giao nhiệm vụ cho lãnh đạo cơ quan.",
    ), lambda about: bool(about.facts.records("committee")) and about.facts.text("kind") != BASE_ORGANISATION),
    Sentence("left to fill in", "review-leftover", (
        "Thời hạn trả lời là …… ngày.", "Đồng chí {{ name }} chịu trách nhiệm.",
    ), ("Người phụ trách: ______.", "Số lần họp thêm: ........ lần.")),
    Sentence("a reference to nowhere", "review-reference-nowhere", (
        "Việc này thực hiện theo Điều 47 Quy chế này.", "Trình tự theo khoản 19 Điều 2 Quy chế này.",
    ), ("Thời hạn nêu tại Điều 38 Quy chế này.", "Nội dung theo điểm y khoản 1 Điều 2 Quy chế này.")),
    Sentence("a provision the law does not have", "review-citation-nowhere", (
        "Việc này theo khoản 7 Điều 9 Quy định số 162-QĐ/TW.",
        "Chi bộ thực hiện Điều 19 Quy định số 162-QĐ/TW, ngày 29/5/2024.",
    ), (
        "Việc ấy theo điểm a khoản 1 Điều 8 Quy định số 162-QĐ/TW.",
        "Chi bộ làm theo khoản 4 Điều 3 Quy định số 162-QĐ/TW.",
    )),
    Sentence("a dead document", "review-citation-dead", (
        "Nhiệm vụ này theo Điều 1 Quy định số 171-QĐ/TW, ngày 27/6/2008.",
        "Việc tính phiếu theo Quy định số 24-QĐ/TW, ngày 30/7/2021.",
    ), (
        "Việc lãnh đạo theo khoản 1 Điều 2 Quy định số 171-QĐ/TW.",
        "Chi bộ vận dụng Hướng dẫn số 10-HD/BTCTW, ngày 10/10/2007.",
    )),
    Sentence("a quotation changed", "review-quotation", (
        "Theo quy định: “Cấp uỷ, chi bộ thực hiện chế độ báo cáo hằng tháng, đột xuất với cấp uỷ cấp trên trực tiếp "
        "theo quy định”.",
        "Quy định nêu: “Xây dựng cấp uỷ có năng lực, phẩm chất, hoạt động hiệu quả, tiêu biểu cho trí tuệ của đảng bộ, "
        "chi bộ”.",
    ), (
        "Chi bộ ghi nhớ: “Cấp uỷ làm việc định kỳ 3 tháng hoặc đột xuất với các tổ chức chính trị - xã hội để nắm tình "
        "hình hoạt động”.",
        "Quy định ghi: “Đề ra chủ trương, nhiệm vụ, giải pháp xây dựng đảng bộ, chi bộ vững mạnh, trong sạch”.",
    )),
    Sentence("công đoàn where there is none", "review-cell-body", (
        "Chi bộ phối hợp với công đoàn cơ quan mỗi quý một lần.",
    ), ("Công đoàn cử người dự hội nghị khi được mời.",), _organisation("công đoàn")),
    Sentence("phụ nữ where there is none", "review-cell-body", (
        "Chi bộ nghe ban nữ công, hội phụ nữ phản ánh.",
    ), ("Chi hội Phụ nữ báo cáo khi có yêu cầu.",), _organisation("phụ nữ")),
    Sentence("chi uỷ where there is none", "review-cell-body", (
        "Chi uỷ họp mỗi tháng một lần.", "Nội dung do chi uỷ chuẩn bị.",
    ), ("Chi ủy phân công người theo dõi.",), lambda about: (
        not about.facts.records("committee") and about.facts.text("kind") != BASE_ORGANISATION)),
    Sentence("phó bí thư where there is none", "review-cell-body", (
        "Phó bí thư giúp bí thư theo dõi.",
    ), ("Việc này giao đồng chí phó bí thư.",), lambda about: (
        bool(about.facts.text("secretary")) and not has_deputy(about.facts)
        and about.facts.text("kind") != BASE_ORGANISATION)),
)

HARMLESS = (
    "Hội nghị được tiến hành khi có mặt từ hai phần ba tổng số đảng viên chính thức trở lên.",
    "Khi có quyết định kết nạp của cấp uỷ có thẩm quyền, chi bộ tổ chức lễ kết nạp đảng viên.",
    "Chi bộ ra nghị quyết đề nghị cấp uỷ có thẩm quyền quyết định kết nạp đảng viên.",
    "Đảng viên dự bị dự họp và phát biểu, không biểu quyết.",
    "Nghị quyết được thông qua khi quá nửa tổng số đảng viên chính thức tán thành.",
    "Quy định số 162-QĐ/TW thay thế Quy định số 171-QĐ/TW, ngày 27/6/2008.",
    "Theo quy định: “Cấp uỷ, chi bộ thực hiện chế độ báo cáo định kỳ, đột xuất với cấp uỷ cấp trên trực tiếp theo quy "
    "định”.",
    "Việc này theo khoản 3 Điều 8 Quy định số 162-QĐ/TW, ngày 29/5/2024.",
    "Hình thức biểu quyết do hội nghị chọn.",
    "Người vắng mặt gửi ý kiến bằng văn bản trước 2 ngày.",
    "Báo cáo gửi trước ngày 20 của tháng cuối quý.",
    "Chi bộ không quyết định thay lãnh đạo cơ quan.",
    "Đảng viên bị đề nghị khai trừ được trình bày ý kiến trước khi chi bộ biểu quyết.",
    "Người phát biểu không quá 10 phút; người chủ trì kết luận từng nội dung.",
    "Mỗi năm, số liệu được đối chiếu 02 lần.",
)


# --- numbers ------------------------------------------------------------------------------------------------


def _clause_number(copy: Copy, one: Element, change: int) -> None:
    match = re.match(r"\d+", copy.text(one).strip())
    assert match is not None
    copy.replace(one, f"{match[0]}.", f"{int(match[0]) + change}.")


def clause_skipped(copy: Copy, about: About, held: bool) -> Fault | None:
    runs = copy.labelled("clause")
    if not runs:
        return None
    run = copy.random.choice(runs)
    copy.used.update(run)
    first = copy.random.randrange(1, len(run))
    for one in run[first:]:
        _clause_number(copy, one, 2 if held else 1)
    return Fault("a khoản number skipped", "numbering-skipped", run[first], frozenset({"review-reference-nowhere"}))


def clause_repeated(copy: Copy, about: About, held: bool) -> Fault | None:
    runs = copy.labelled("clause")
    if not runs:
        return None
    run = copy.random.choice(runs)
    copy.used.update(run)
    first = len(run) - 1 if held else copy.random.randrange(1, len(run))
    for one in run[first:]:
        _clause_number(copy, one, -1)
    return Fault("a khoản number twice", "numbering-repeated", run[first], frozenset({"review-reference-nowhere"}))


def point_skipped(copy: Copy, about: About, held: bool) -> Fault | None:
    runs = copy.labelled("point")
    if not runs:
        return None
    run = copy.random.choice(runs)
    copy.used.update(run)
    first = len(run) - 1 if held else copy.random.randrange(1, len(run))
    for one in run[first:]:
        letter = copy.text(one).strip()[0]
        copy.replace(one, f"{letter})", f"{point_letter(point_place(letter) + 1)})")
    return Fault("a điểm letter skipped", "numbering-skipped", run[first], frozenset({"review-reference-nowhere"}))


def point_foreign_letter(copy: Copy, about: About, held: bool) -> Fault | None:
    runs = [run for run in copy.labelled("point") if len(run) >= 5]
    if not runs:
        return None
    run = copy.random.choice(runs)
    copy.used.update(run)
    for one, letter in zip(run[4:], "efghijklm", strict=False):
        copy.replace(one, f"{copy.text(one).strip()[0]})", f"{letter})")
    return Fault("no đ among the điểm", "numbering-skipped", run[4],
                 frozenset({"review-reference-nowhere", "numbering-repeated", "numbering-skipped"}))


def article_skipped(copy: Copy, about: About, held: bool) -> Fault | None:
    articles = [one for one in copy.body() if re.match(r"Điều \d+\.", copy.text(one).strip())]
    if len(articles) < 4 or copy.used & set(articles):
        return None
    copy.used.update(articles)
    first = copy.random.randrange(len(articles) - 1 if held else 1, len(articles))
    for one in articles[first:]:
        match = re.match(r"\s*Điều (\d+)\.", copy.text(one))
        assert match is not None
        copy.replace(one, f"Điều {match[1]}.", f"Điều {int(match[1]) + 1}.")
    return Fault("an article number skipped", "numbering-skipped", articles[first],
                 frozenset({"review-reference-nowhere"}))


# --- căn cứ, quotations -------------------------------------------------------------------------------------


def basis_dead(copy: Copy, about: About, held: bool) -> Fault | None:
    at = copy.take(copy.find(r"^\W*Căn cứ Quy định số 162-QĐ/TW, ngày 29/5/2024"))
    if at is None:
        return None
    copy.replace(at, "162-QĐ/TW, ngày 29/5/2024", "171-QĐ/TW, ngày 27/6/2008")
    return Fault("a dead căn cứ", "review-citation-dead", at)


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


# --- form ---------------------------------------------------------------------------------------------------


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


# --- the cell -----------------------------------------------------------------------------------------------


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
    at = copy.take([one for one in copy.paragraphs[:40] if name[-12:] in copy.text(one) and one not in copy.used
                    and "Căn cứ" not in copy.text(one) and "ban hành" not in copy.text(one)][:1])
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


# --- obligations --------------------------------------------------------------------------------------------

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


OTHERS: tuple[Way, ...] = (
    clause_skipped, clause_repeated, point_skipped, point_foreign_letter, article_skipped, basis_dead, basis_date,
    basis_number, own_quotation, wording, number_colon, number_zero, date_zero, date_before_congress, authority_dot,
    for_the_head, authority_light, post_bold, sign_post, slash_end, motto, party_missing, star_missing, rule_missing,
    basis_end, basis_dash, recipients_end, recipients_last, margin, font, size, article_light, clause_bold,
    other_style, other_d, members, least, title_name, superior_name, term, meeting_day, signer, signs_twice,
    obligation_gone,
)
WAYS: tuple[Way, ...] = (*SENTENCES, *OTHERS)
ALONE: tuple[Way, ...] = (date_before_congress,)
"""Ways that change by which law the whole document is judged: nothing else is damaged beside them."""
