"""Wrong sentences put behind a khoản, and right ones that look like them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from docgen.draft.membership import BASE_ORGANISATION, has_deputy
from tests.check.document.copy_of import Copy
from tests.check.document.damage.fault import About, Fault, pick


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
