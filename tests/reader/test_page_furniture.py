"""What belongs to the page is left out and listed; what only looks like it stays."""

from __future__ import annotations

from docgen.model.address import walk
from docgen.reader.page_furniture import part_furniture
from docgen.reader.read import read
from docgen.reader.source import SourceLine


def page(number: int, *texts: str) -> list[SourceLine]:
    return [SourceLine(text, page=number, line=number * 100 + at, full=False) for at, text in enumerate(texts)]


def dropped(lines: list[SourceLine], *, broken: bool = True) -> list[str]:
    return [line.text for line in part_furniture(lines, broken=broken).dropped]


def test_a_footer_inside_a_run_of_text_is_cut_out_and_told() -> None:
    reading = read("Điều 1. Một\n\n1. Gồm:\n\ne) Thực hiện tự phê bình; 18.QUDTW202.DOC 4 g) Lãnh đạo công tác "
                   "kiểm tra 19.QUDTW202.DOC 5 và giám sát.")
    told = [str(problem.message) for problem in reading.problems if problem.code == "reader-furniture"]
    assert len(told) == 2 and "18.QUDTW202.DOC 4" in told[0] and "19.QUDTW202.DOC 5" in told[1]
    found = {address: node.text for address, node in walk(reading.regulation)}
    assert found["dieu-1.khoan-1.diem-e"] == "Thực hiện tự phê bình;"
    assert found["dieu-1.khoan-1.diem-g"] == "Lãnh đạo công tác kiểm tra và giám sát."


def test_page_numbers_stand_at_the_edge_of_a_page() -> None:
    lines = page(1, "Điều 1. Một", "5", "Chữ.")
    lines += page(2, "2", "Số đảng viên:", "12", "người.", "Hết.") + page(3, "Chữ.", "3")
    assert dropped(lines) == ["2", "3"]


def test_heads_that_come_again_are_left_out_with_their_numbers() -> None:
    lines = [line for at in range(1, 6) for line in page(
        at, "CÔNG BÁO/Số 12/Ngày 5-6-2024", f"{at}", f"{at}. Khoản {at}.", "Chữ của khoản ấy.", "- Một gạch.",
        f"Một câu riêng của trang {'abcde'[at - 1]}.", f"Trang {at}/5")]
    found = dropped(lines)
    assert found.count("CÔNG BÁO/Số 12/Ngày 5-6-2024") == 5
    assert len(found) == 15 and "- Một gạch." not in found and not any(text.startswith("1. ") for text in found)


def test_a_letterhead_on_every_page_is_no_running_head() -> None:
    lines = [line for at in range(1, 5) for line in page(
        at, "ĐẢNG CỘNG SẢN VIỆT NAM", f"Số {at}-QĐ/TW", "QUY ĐỊNH", f"Một câu {'abcd'[at - 1]}.", "a.", "b.", "c.")]
    assert not {"ĐẢNG CỘNG SẢN VIỆT NAM", "Số 1-QĐ/TW"} & set(dropped(lines))


def test_a_figure_in_a_table_of_a_word_file_is_a_word_of_the_text() -> None:
    lines = [SourceLine("Tổng số", line=1), SourceLine("12", line=2), SourceLine("4/5", line=3)]
    assert dropped(lines, broken=False) == []
    assert dropped(lines) == ["12", "4/5"]
