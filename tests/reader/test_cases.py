"""Traps of Vietnamese regulation texts, one by one: what is printed, and the tree it must become."""

from __future__ import annotations

import pytest

from docgen.model.address import walk
from docgen.model.level import Level
from docgen.reader.read import read

CASES = {
    "a sentence that begins with Điều 5 is no heading":
        ("Điều 1. Phạm vi\n\nMột.\n\nĐiều 5 và Điều 6 Quy định này áp dụng từ ngày ký.",
         {"dieu-1": "article", "dieu-1.doan-1": "paragraph"}),
    "a sum of money is no khoản 1":
        ("Điều 1. Mức đóng\n\nMức đóng như sau:\n\n1.000 đồng một tháng.",
         {"dieu-1": "article", "dieu-1.doan-1": "paragraph"}),
    "a range is no khoản":
        ("Điều 1. Số lượng\n\n5 - 7 đảng viên.\n\n12-15 người.", {"dieu-1": "article", "dieu-1.doan-1": "paragraph"}),
    "a chapter's title stands on the next line":
        ("Chương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Một.\n\nChương II\nNHIỆM VỤ\n\nĐiều 2. Hai\n\n1. Một.",
         {"chuong-i": "chapter", "dieu-1": "article", "dieu-1.khoan-1": "clause", "chuong-ii": "chapter",
          "dieu-2": "article", "dieu-2.khoan-1": "clause"}),
    "heads run together on a line":
        ("**I- MỘT****Điều 1.** Chữ.\n\nII- HAI Điều 2. Tên điều\n\n1. Một.",
         {"i": "heading", "dieu-1": "article", "ii": "heading", "dieu-2": "article", "dieu-2.khoan-1": "clause"}),
    "điểm letters run d, đ, e":
        ("Điều 1. Tên\n\n1. Gồm:\n\na) A;\n\nb) B;\n\nc) C;\n\nd) D;\n\nđ) Đ;\n\ne) E.",
         {"dieu-1": "article", "dieu-1.khoan-1": "clause", "dieu-1.khoan-1.diem-a": "point",
          "dieu-1.khoan-1.diem-b": "point", "dieu-1.khoan-1.diem-c": "point", "dieu-1.khoan-1.diem-d": "point",
          "dieu-1.khoan-1.diem-dd": "point", "dieu-1.khoan-1.diem-e": "point"}),
    "an inserted article 5a":
        ("Điều 5. Năm\n\nNăm.\n\nĐiều 5a. Năm a\n\nNăm a.\n\nĐiều 6. Sáu\n\nSáu.",
         {"dieu-5": "article", "dieu-5a": "article", "dieu-6": "article"}),
    "dotted numbers below a khoản":
        ("Điều 3. Ba\n\n1. Một:\n\n1.1. Một một.\n\n1.2. Một hai.\n\n2. Hai.",
         {"dieu-3": "article", "dieu-3.khoan-1": "clause", "dieu-3.khoan-1.1": "clause", "dieu-3.khoan-1.2": "clause",
          "dieu-3.khoan-2": "clause"}),
    "a text without Điều numbers its own way":
        ("9. Chín.\n\n9.1. Chín một.\n\n9.1.2. Chín một hai.",
         {"9": "clause", "9.1": "clause", "9.1.2": "clause"}),
    "khoản with a dash behind the number":
        ("Điều 2. Hai\n\n1- Một.\n\n2- Hai.",
         {"dieu-2": "article", "dieu-2.khoan-1": "clause", "dieu-2.khoan-2": "clause"}),
    "dash items below a điểm, then a paragraph":
        ("Điều 1. Một\n\n1. Gồm:\n\na) A:\n\n- Gạch.\n\n+ Cộng.\n\nĐoạn cuối.",
         {"dieu-1": "article", "dieu-1.khoan-1": "clause", "dieu-1.khoan-1.diem-a": "point",
          "dieu-1.khoan-1.diem-a.doan-1": "paragraph", "dieu-1.khoan-1.diem-a.doan-2": "paragraph",
          "dieu-1.khoan-1.diem-a.doan-3": "paragraph"}),
    "Đ of another alphabet":
        ("Ðiều 1. Tên\n\n1. Một.", {"dieu-1": "article", "dieu-1.khoan-1": "clause"}),
    "Mục inside a chapter":
        ("Chương I\nMỘT\n\nMục 1\nMỤC MỘT\n\nĐiều 1. Một\n\nChữ.\n\nMục 2. MỤC HAI\n\nĐiều 2. Hai\n\nChữ.",
         {"chuong-i": "chapter", "chuong-i.muc-1": "section", "dieu-1": "article", "chuong-i.muc-2": "section",
          "dieu-2": "article"}),
    "two khoản of the same number":
        ("Điều 1. Một\n\n1. Một.\n\n1. Lại một.",
         {"dieu-1": "article", "dieu-1.khoan-1": "clause", "dieu-1.khoan-1~2": "clause"}),
    "Phần counted in words":
        ("Phần thứ nhất\nCHUNG\n\nĐiều 1. Một\n\nChữ.\n\nPhần thứ hai\nRIÊNG\n\nĐiều 2. Hai\n\nChữ.",
         {"phan-i": "part", "dieu-1": "article", "phan-ii": "part", "dieu-2": "article"}),
    "letters above roman numbers":
        ("A- CHUNG\n\nI- MỘT\n\n1. Một.\n\nII- HAI\n\n1. Một.\n\nB- RIÊNG\n\nI- BA\n\n1. Một.",
         {"a": "heading", "a.i": "heading", "a.i.1": "clause", "a.ii": "heading", "a.ii.1": "clause", "b": "heading",
          "b.i": "heading", "b.i.1": "clause"}),
}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    text, expected = CASES[name]
    found = {address: node.level.value for address, node in walk(read(text).regulation)}
    assert found == expected


def test_a_decision_with_an_attached_regulation_has_two_first_articles() -> None:
    text = ("QUYẾT ĐỊNH\nban hành quy chế\n\n- Căn cứ Điều lệ Đảng,\n\n"
            "Điều 1. Ban hành kèm theo Quyết định này Quy chế.\n\n"
            "Điều 2. Quyết định này có hiệu lực từ ngày ký.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nTrần Văn Mẫu\n\n"
            "QUY CHẾ\nlàm việc của chi bộ\n\nĐiều 1. Phạm vi\n\n1. Một.")
    found = [address for address, _ in walk(read(text).regulation)]
    assert found == ["can-cu-1", "dieu-1", "dieu-2", "kem-theo", "kem-theo/dieu-1", "kem-theo/dieu-1.khoan-1"]
    regulation = read(text).regulation
    assert regulation.signature == ("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Trần Văn Mẫu")
    assert regulation.annexes[0].heading == "làm việc của chi bộ"


@pytest.mark.parametrize("change", [
    lambda text: text.replace("\n", "\r\n"),
    lambda text: "\ufeff" + text,
    lambda text: __import__("unicodedata").normalize("NFD", text),
    lambda text: text.replace("Điều 1", "## **Điều 1").replace("Phạm vi", "Phạm vi**"),
], ids=["CRLF", "BOM", "NFD", "Markdown"])
def test_the_dress_of_a_file_changes_nothing(change: object) -> None:
    text = "Chương I\n\nCHUNG\n\nĐiều 1. Phạm vi\n\n1. Cấp uỷ lãnh đạo;\n\na) Đảng viên."
    assert callable(change)
    assert read(change(text)).regulation == read(text).regulation


def test_a_number_that_does_not_follow_is_told() -> None:
    reading = read("Điều 1. Một\n\n1. Một.\n\n3. Ba.")
    assert [(problem.code, problem.line) for problem in reading.problems] == [("reader-number", 5)]


def test_text_after_a_heading_is_the_articles_own() -> None:
    regulation = read("### **Điều 10. Đối với cấp uỷ**\n\nCấp uỷ xây dựng quan hệ.\n\nĐoạn hai.").regulation
    article = next(node for _, node in walk(regulation))
    assert (article.level, article.heading, article.text) == (
        Level.ARTICLE, "Đối với cấp uỷ", "Cấp uỷ xây dựng quan hệ.")
