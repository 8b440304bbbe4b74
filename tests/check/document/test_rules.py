"""What a jurist would send back, and what looks like it and is right: one sentence each, in a good document."""

from __future__ import annotations

import pytest

from tests.check.document.desk import BASES, END, HEAD, codes, paper, reviewed, said_of

WRONG_AND_RIGHT = (
    ("review-vote-present", "Nghị quyết được thông qua khi có quá nửa số đảng viên có mặt tán thành.",
     "Nghị quyết được thông qua khi có quá nửa tổng số đảng viên chính thức tán thành."),
    ("review-vote-present", "Thông qua nghị quyết theo đa số đảng viên dự họp.",
     "Hội nghị được tiến hành khi có mặt từ hai phần ba tổng số đảng viên chính thức trở lên."),
    ("review-vote-share", "Đề nghị khai trừ đảng viên cần quá nửa tổng số đảng viên chính thức tán thành.",
     "Đề nghị khai trừ đảng viên cần ít nhất hai phần ba tổng số đảng viên chính thức tán thành."),
    ("review-vote-probationary", "Đảng viên dự bị được biểu quyết.", "Đảng viên dự bị được dự họp, không biểu quyết."),
    ("review-decides", "Chi bộ quyết định kết nạp đảng viên.",
     "Chi bộ ra nghị quyết đề nghị cấp uỷ có thẩm quyền quyết định kết nạp đảng viên."),
    ("review-decides", "Khai trừ đảng viên do hội nghị chi bộ quyết định.",
     "Khai trừ đảng viên do cấp uỷ có thẩm quyền quyết định."),
    ("review-direction", "Chi uỷ chỉ đạo lãnh đạo hội thực hiện nghị quyết.",
     "Chi uỷ phối hợp với lãnh đạo hội thực hiện nghị quyết."),
    ("review-party-group", "Chi uỷ trao đổi với đảng đoàn.", "Chi uỷ trao đổi với lãnh đạo hội."),
    ("review-district", "Báo cáo gửi Huyện uỷ.", "Báo cáo gửi Đảng uỷ các cơ quan Đảng tỉnh."),
    ("review-figure", "Cần hơn một nửa tổng số; với 12 đảng viên chính thức là ít nhất 6 đồng chí.",
     "Cần hơn một nửa tổng số; với 12 đảng viên chính thức là ít nhất 7 đồng chí."),
    ("review-reference-nowhere", "Việc này theo khoản 3 Điều 1 Quy chế này.",
     "Việc này theo khoản 1 Điều 1 Quy chế này."),
    ("review-leftover", "Thời hạn là …… ngày.", "Thời hạn là 5 ngày…"),
    ("review-citation-nowhere", "Việc này theo khoản 4 Điều 9 Quy định số 162-QĐ/TW.",
     "Việc này theo khoản 3 Điều 9 Quy định số 162-QĐ/TW."),
    ("review-citation-dead", "Việc này theo Điều 1 Quy định số 171-QĐ/TW, ngày 27/6/2008.",
     "Quy định số 162-QĐ/TW thay thế Quy định số 171-QĐ/TW, ngày 27/6/2008."),
    ("review-citation-date", "Việc này theo Quy định số 162-QĐ/TW, ngày 29/5/2023.",
     "Việc này theo Quy định số 162-QĐ/TW, ngày 29/5/2024."),
    ("review-citation-number", "Việc này theo Quy định số 612-QĐ/TW, ngày 29/5/2024.",
     "Việc này theo Quy định số 612-QĐ/TW, ngày 01/01/2020."),
    ("review-quotation", "Ghi nhớ: “Cấp uỷ, chi bộ thực hiện chế độ báo cáo hằng tháng, đột xuất với cấp uỷ cấp trên "
     "trực tiếp theo quy định”.",
     "Ghi nhớ: “Cấp uỷ, chi bộ thực hiện chế độ báo cáo định kỳ (…) với cấp uỷ cấp trên trực tiếp theo quy định”."),
)


@pytest.mark.parametrize(("code", "wrong", "right"), WRONG_AND_RIGHT, ids=[row[0] for row in WRONG_AND_RIGHT])
def test_the_wrong_sentence_is_found_and_its_right_twin_is_not(code: str, wrong: str, right: str) -> None:
    assert said_of(wrong) == [code]
    assert said_of(right) == []


OF_THE_CELL = (
    ("chi-bo-co-chi-uy", "review-cell-body", "Chi bộ làm việc với công đoàn.",
     "Chi bộ làm việc với chi đoàn thanh niên."),
    ("chi-bo-co-chi-uy", "review-cell-day", "Chi bộ họp thường kỳ vào ngày 15 hằng tháng.",
     "Chi bộ họp thường kỳ vào ngày 05 hằng tháng."),
    ("chi-bo-co-chi-uy", "review-figure", "Chi bộ có 13 đảng viên chính thức.", "Chi bộ có 12 đảng viên chính thức."),
    ("chi-bo-co-chi-uy", "review-cell-term", "Nhiệm kỳ 2020 - 2025 đã bầu chi uỷ.", "Nhiệm kỳ 2025 - 2030 đã bầu."),
)


@pytest.mark.parametrize(("name", "code", "wrong", "right"), OF_THE_CELL)
def test_facts_of_the_cell(name: str, code: str, wrong: str, right: str) -> None:
    assert said_of(wrong, name) == [code]
    assert said_of(right, name) == []
    assert said_of(wrong) == [], "without the cell's facts nothing can be said of it"


def test_a_committee_in_a_cell_that_has_none() -> None:
    found = said_of("Chi uỷ chuẩn bị nội dung.", "chi-bo-khong-chi-uy")
    assert found == ["review-cell-other"], "another cell's facts are not held against a document"


HEADS = (
    ("Số 01-QC/CB", "Số: 01-QC/CB", "review-form-number"),
    ("Số 01-QC/CB", "Số 1-QC/CB", "review-form-number"),
    ("Số 01-QC/CB", "Số 01/QC-CB", "review-form-number"),
    ("Sao Mai, ngày 05 tháng 6 năm 2026", "Sao Mai, ngày 5 tháng 6 năm 2026", "review-form-date"),
    ("Sao Mai, ngày 05 tháng 6 năm 2026", "Sao Mai, ngày 31 tháng 6 năm 2026", "review-form-date"),
    ("ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "review-form-motto"),
)


@pytest.mark.parametrize(("right", "wrong", "code"), HEADS)
def test_the_head(right: str, wrong: str, code: str) -> None:
    assert code in codes(reviewed(paper(head=tuple(wrong if one == right else one for one in HEAD))))


ENDS = (
    ("T/M CHI BỘ", "TM. CHI BỘ", "review-form-authority"),
    ("T/M CHI BỘ", "T.M CHI BỘ", "review-form-authority"),
    ("T/M CHI BỘ", "K/T BÍ THƯ", "review-sign-for"),
    ("BÍ THƯ", "CHI UỶ VIÊN", "review-sign-post"),
    ("- Lưu chi bộ.", "- Lưu chi bộ./.", "review-form-end"),
)


@pytest.mark.parametrize(("right", "wrong", "code"), ENDS)
def test_the_end(right: str, wrong: str, code: str) -> None:
    assert code in codes(reviewed(paper(end=tuple(wrong if one == right else one for one in END))))


def test_a_document_without_faults() -> None:
    assert codes(reviewed(paper(), "chi-bo-co-chi-uy")) == []


def test_numbers() -> None:
    found = codes(reviewed(paper("Điều 1. Một", "1. a.", "3. b.", "Điều 3. Ba", "a) c;", "b) d;", "đ) e.")))
    assert found == ["numbering-skipped"] * 3
    assert codes(reviewed(paper("Điều 1. Một", "1. Một khoản.", "Điều 2. Hai", "Chi bộ họp.")), least="warning").count(
        "review-lone-clause") == 1


def test_legal_bases_end_as_they_should() -> None:
    wrong = (BASES[0].replace(";", "."), BASES[1].replace("- ", ""))
    assert codes(reviewed(paper(bases=wrong)), least="warning").count("review-form-basis") == 2


def test_where_a_replaced_provision_stands_now_is_said() -> None:
    result = reviewed(paper("Điều 1. Một", "1. Theo Điều 1 Quy định số 171-QĐ/TW.",
                            "2. Theo khoản 1 Điều 9 Quy định số 171-QĐ/TW."))
    remedies = [str(one.finding.remedy) for one in result.found if one.finding.code == "review-citation-dead"]
    assert "Điều 1 Quy định số 162-QĐ/TW, ngày 29/5/2024" in remedies[0]
    assert "162-QĐ/TW" in remedies[1]
    assert "khoản 1" not in remedies[1], "what 171 says there is not held, so where it went is not known"
