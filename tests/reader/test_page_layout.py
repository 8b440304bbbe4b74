"""What a person reads first on a page: rows from top to bottom, two columns side by side one after the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.reader.from_scan import level_lines
from docgen.reader.page_furniture import part_furniture
from docgen.reader.page_layout import Word, printed_lines
from docgen.reader.read import read_source_lines
from docgen.reader.source import Source
from tests.reader.pages import LEFT, PITCH, SIZE, set_line, set_page, set_paragraph

RIGHT_HALF = 330.0


def letterhead(*, offset: float = 0.0) -> list[Word]:
    """Two columns as Party documents have them; `offset` sets the right one lower, as tables often do."""
    left = ("BAN CHẤP HÀNH TRUNG ƯƠNG", "*", "Số 162-QĐ/TW")
    right = ("ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Nội, ngày 29 tháng 5 năm 2024")
    words = [word for at, text in enumerate(left) for word in set_line(text, LEFT + 5 * at, 60 + PITCH * at)]
    return words + [word for at, text in enumerate(right) for word in set_line(
        text, RIGHT_HALF, 60 + offset + 2 * PITCH * at)]


def texts(words: list[Word]) -> list[str]:
    return [line.text for line in printed_lines([(1, words)])]


@given(st.floats(-8, 8), st.randoms())
def test_the_columns_of_a_letterhead_stay_apart(offset: float, order: object) -> None:
    words = letterhead(offset=offset) + set_line("QUY ĐỊNH", 280, 140)
    order.shuffle(words)  # type: ignore[attr-defined]  # a file gives its words in any order
    assert texts(words) == ["BAN CHẤP HÀNH TRUNG ƯƠNG", "*", "Số 162-QĐ/TW", "ĐẢNG CỘNG SẢN VIỆT NAM",
                            "Hà Nội, ngày 29 tháng 5 năm 2024", "QUY ĐỊNH"]


_boxes = st.builds(
    lambda left, foot, wide, size, bold: (left, left + wide, foot, size, bold),
    st.floats(0, 600), st.floats(0, 850), st.floats(0, 200), st.floats(0.5, 40), st.booleans())


@given(st.lists(_boxes, max_size=25), st.integers(1, 3))
def test_no_word_is_lost_wherever_it_stands(boxes: list[tuple[float, float, float, float, bool]], pages: int) -> None:
    words = [Word(f"w{at}", *box) for at, box in enumerate(boxes)]
    lines = printed_lines([(page, words) for page in range(1, pages + 1)])
    for page in range(1, pages + 1):
        assert sorted(word for line in lines if line.page == page for word in line.text.split()) == sorted(
            word.text for word in words)
    assert [line.page for line in lines] == sorted(line.page for line in lines)


def test_recipients_stand_before_the_signature_beside_them() -> None:
    body, foot = set_paragraph("Quy định này có hiệu lực từ ngày ký và phổ biến đến chi bộ.", 100)
    left = ("Nơi nhận:", "- Các tỉnh uỷ,", "- Lưu Văn phòng.")
    words = body + [word for at, text in enumerate(left) for word in set_line(text, LEFT, foot + 30 + PITCH * at)]
    words += set_line("T/M BAN BÍ THƯ", 380, foot + 30) + set_line("Trần Văn Mẫu", 390, foot + 130)
    assert texts(words) == ["Quy định này có hiệu lực từ ngày ký và phổ biến đến chi bộ.", *left,
                            "T/M BAN BÍ THƯ", "Trần Văn Mẫu"]


def test_a_label_and_a_tab_are_one_line() -> None:
    words = set_line("1.", LEFT, 100) + set_line("Lãnh đạo cán bộ", LEFT + 50, 100)
    assert texts(words) == ["1. Lãnh đạo cán bộ"]


def test_words_pulled_apart_to_fill_a_line_are_one_line() -> None:
    words = [word for at, text in enumerate(("Lãnh", "đạo", "việc", "tổ", "chức", "thực", "hiện"))
             for word in set_line(text, LEFT + at * 75, 100)]
    assert texts(words) == ["Lãnh đạo việc tổ chức thực hiện"]


def test_a_page_lying_askew_is_turned_straight() -> None:
    long = "Đảng bộ, chi bộ cơ sở trong cơ quan hội quần chúng là hạt nhân chính trị, lãnh đạo cán bộ. " * 3
    straight = printed_lines([(1, set_page(["1. " + long, "2. " + long, "3. " + long]))])
    words = set_page(["1. " + long, "2. " + long, "3. " + long])
    rows: dict[float, list[Word]] = {}
    for word in words:
        rows.setdefault(word.foot, []).append(word)
    askew = [[Word(word.text, word.left - 0.02 * word.foot, word.right - 0.02 * word.foot,
                   word.foot + 0.02 * word.left, SIZE) for word in row] for row in rows.values()]
    turned = printed_lines([(1, level_lines(askew))])
    assert [(line.text, line.full, line.indented, line.after_blank) for line in turned] == [
        (line.text, line.full, line.indented, line.after_blank) for line in straight]


def test_a_paragraph_goes_on_over_the_page_and_its_number() -> None:
    sentence = "Lãnh đạo cán bộ, đảng viên, hội viên, người lao động trong cơ quan chấp hành đường lối của Đảng "
    first = set_page(["1. " + sentence * 3 + "xong.", "2. " + sentence * 6 + "hết."])
    cut = sorted({word.foot for word in first})[-3]
    moved = [Word(word.text, word.left, word.right, word.foot - cut + 100, SIZE) for word in first if word.foot >= cut]
    third, _ = set_paragraph("3. " + sentence, 100 + 3 * PITCH + 6)
    first, second = [word for word in first if word.foot < cut], set_line("2", 320, 40) + moved + third
    parted = part_furniture(printed_lines([(1, first), (2, second)]), broken=True)
    assert [line.text for line in parted.dropped] == ["2"]
    body = read_source_lines(Source("pdf", parted.kept, dropped=parted.dropped)).regulation.provisions
    assert [getattr(node, "label", "") for node in body] == ["1.", "2.", "3."]
    assert getattr(body[1], "text", "") == (sentence * 6 + "hết.").strip()


def test_a_typewriters_space_parts_no_line() -> None:
    words = [Word("Nơi", 56.8, 74.8, 337.5, 5.6), Word("nhận:", 80.8, 110.8, 337.5, 4.57)]
    assert [line.text for line in printed_lines([(1, words)])] == ["Nơi nhận:"]
