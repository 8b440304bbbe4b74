"""Two documents in one file are said, with the line where the second begins; what only looks like two is one."""

from __future__ import annotations

from docgen.reader.read import read

FIRST = ("BAN BÍ THƯ\n*\nSố 1-QĐ/TW\n\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 1 tháng 2 năm 2024\n\nQUY ĐỊNH\n"
         "về một việc\n\n- Căn cứ Điều lệ Đảng,\n\nĐiều 1. Một\n\n1. Chữ.\n\nNơi nhận:\n- Các tỉnh uỷ,"
         "\n- Lưu Văn phòng.\n\nT/M BAN BÍ THƯ\nTHƯỜNG TRỰC\nTrần Văn Mẫu\n\n")
SECOND = FIRST.replace("Số 1-QĐ/TW", "Số 2-HD/TW").replace("QUY ĐỊNH", "HƯỚNG DẪN")


def told(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.severity) for problem in read(text).problems
            if problem.code == "reader-second-document"]


def test_the_line_where_the_second_begins_is_said() -> None:
    assert told(FIRST) == []
    text = FIRST + SECOND
    line = text.split("\n").index("BAN BÍ THƯ", 5) + 1
    assert told(text) == [(line, "error")]


def test_a_second_letterhead_on_one_line_with_the_number() -> None:
    text = FIRST + "TỈNH UỶ MẪU\n*\nSố 05-QĐ/TUĐẢNG CỘNG SẢN VIỆT NAM\n\nQUYẾT ĐỊNH\n\nĐiều 1. Hai"
    assert told(text) == [(text[:text.index("TỈNH UỶ MẪU")].count("\n") + 1, "error")]


def test_a_certified_copy_an_attached_regulation_and_a_form_in_an_annex_are_none() -> None:
    copy = "TỈNH ỦY MẪU\nVĂN PHÒNG\n*\nSố 1385-SY/VPTU\n\nSAO Y\n\nMẫu, ngày 04 tháng 6 năm 2024\n"
    attached = "QUY CHẾ\nlàm việc\n\nĐiều 1. Hai\n\n1. Chữ.\n"
    form = "PHỤ LỤC\n\nMẫu 1\n\nĐẢNG UỶ …\nSố 12-QĐ/ĐU\n\nQUYẾT ĐỊNH\n\nĐiều 1. …\n"
    for tail in (copy, attached, form):
        assert told(FIRST + tail) == []
