"""A regulation in Word: every zone at its place, every provision in order, nothing invented."""

from __future__ import annotations

from docgen.model.address import find
from docgen.publish.word import blocks, extract_values, to_values
from docgen.word.document import SignatureBlock
from tests.publish.test_terminal import REGULATION


def test_zones_go_where_the_frame_prints_them() -> None:
    values = to_values(REGULATION)
    assert values.issuer_lines == ("BAN BÍ THƯ",)
    assert values.superior_lines == ()
    assert values.number == "Số 01-QĐ/XX"
    assert (values.kind, values.summary_lines) == ("QUY ĐỊNH", ("về thử nghiệm",))
    assert values.legal_bases == ("- Căn cứ Điều lệ Đảng,",)
    assert values.recipients == ("- Lưu.",)
    assert values.signatures == (SignatureBlock(authority="T/M BAN BÍ THƯ", signer="Nguyễn Văn Mẫu"),)


def test_provisions_keep_their_order_and_their_labels() -> None:
    printed = [(block.kind, block.text, block.heading, block.rest) for block in to_values(REGULATION).blocks]
    assert printed == [
        ("chapter", "Chương I", "QUY ĐỊNH CHUNG", ""),
        ("article", "Điều 1. Phạm vi", "", ""),
        ("paragraph", "Lời mở.", "", ""),
        ("clause", "1. Một [bold]hai[/bold] :smile: {x} & <y>.", "", ""),
        ("point", "đ) điểm đ", "", ""),
        ("note", "[…] Chưa có điểm e.", "", ""),
        ("run_in_article", "Điều 2.", "", "Không có tên."),
        ("note", "[…] Chưa có chức vụ.", "", ""),
    ]


def test_marks_on_the_copy_stay_out() -> None:
    values = to_values(REGULATION)
    assert "SAO Y" not in repr(values)
    assert "ĐẾN ngày" not in repr(values)


def test_an_extract_is_marked_and_not_signed() -> None:
    node = find(REGULATION, "dieu-1.khoan-1")
    assert node is not None
    values = extract_values(REGULATION, node, "khoản 1 Điều 1 Quy định số 1-QĐ/XX")
    assert [block.text for block in values.blocks][:2] == [
        "(Trích khoản 1 Điều 1 Quy định số 1-QĐ/XX)", "1. Một [bold]hai[/bold] :smile: {x} & <y>."]
    assert (values.signatures, values.recipients, values.legal_bases) == ((), (), ())
    assert values.number == "Số 01-QĐ/XX"


def test_nothing_gives_no_block() -> None:
    assert list(blocks(())) == []
