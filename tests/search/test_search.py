"""Searching, case by case: what comes first, what is required, what a citation means."""

from __future__ import annotations

import pytest

from docgen.model.tree import Regulation
from docgen.reader.read import read
from docgen.search.search import find
from docgen.search.snippet import snippet
from tests.search.made import articles, found, index, index_of, text

RULES = read("""QUY ĐỊNH

về chi bộ cơ quan

- Căn cứ Quy chế làm việc của Ban Chấp hành Trung ương;

Chương I
LÀM VIỆC

Điều 1. Chế độ báo cáo

1. Chi uỷ báo cáo định kỳ với cấp trên.

2. Bí thư thông báo kết quả:

a) Với đảng viên;

b) Với cấp uỷ.

Điều 2. Xây dựng quy chế làm việc

Chi bộ xây dựng quy chế. Lãnh đạo cùng làm việc này.

Điều 3. Nhiệm vụ khác

Thực hiện các nhiệm vụ khác do cấp trên giao.
""").regulation


def first(regulation: Regulation, typed: str) -> str:
    return (found(index_of({"5-qd-tw-2020": regulation}), typed) or [""])[0].partition(":")[2]


def test_exact_marks_come_before_folded() -> None:
    regulation = articles("| Chỉ bố trí.", "| Chi bộ trí.", "| Chị bỏ trí.")
    assert first(regulation, "chi bộ") == "dieu-2"
    assert first(regulation, "chỉ bố") == "dieu-1"
    assert first(regulation, "chị bỏ") == "dieu-3"
    assert len(found(index_of({"5-qd": regulation}), "chi bo")) == 3


def test_a_heading_comes_before_a_text() -> None:
    assert first(articles("Việc | chế độ báo cáo hằng tháng.", "Chế độ báo cáo | hằng tháng làm."), "che do bao cao"
                 ) == "dieu-2"


def test_words_side_by_side_come_before_scattered_ones() -> None:
    assert first(articles("| Quy định về chế độ, việc phải làm.", "| Có quy chế làm việc thì theo đó."),
                 "quy che lam viec") == "dieu-2"


def test_the_smallest_that_holds_all_words_comes_before_what_it_stands_in() -> None:
    assert found(index_of({"5-qd": RULES}), "thông báo cấp uỷ")[0] == "5-qd:dieu-1.khoan-2.diem-b"
    assert found(index_of({"5-qd": RULES}), "đảng viên định kỳ")[0] == "5-qd:dieu-1"  # khoản 1 and điểm a together


def test_all_words_are_required_else_it_is_said() -> None:
    made = index_of({"5-qd": RULES})
    assert not find(made, "bí thư thông báo").nearest
    answer = find(made, "bí thư thông báo tàu vũ trụ")
    assert answer.nearest
    assert answer.hits[0].address == "dieu-1.khoan-2"
    assert set(answer.hits[0].missing) == {"tàu", "vũ", "trụ"}
    assert not find(made, "tàu vũ trụ").hits
    assert not find(made, "cáo kỳ mây gió").hits  # single syllables, nowhere side by side
    assert not find(made, "cáo dựng").hits
    assert find(made, "cáo tàu").hits[0].missing == ("tàu",)


def test_a_phrase_stands_as_typed() -> None:
    made = index_of({"5-qd": articles("| chủ trương, đường lối", "| đường lối, chủ trương")})
    assert found(made, '"chủ trương đường lối"') == ["5-qd:dieu-1"]
    assert found(made, "“đường lối chủ trương”") == ["5-qd:dieu-2"]
    assert len(found(made, "đường lối chủ trương")) == 2
    assert len(found(made, '"đường')) == 2  # a quote that is not closed is none


def test_a_number_of_parts_is_one_thing() -> None:
    made = index_of({"5-qd": articles("| Nghị quyết số 21-NQ/TW, ngày 16/6/2022", "| ngày 6/16/2022 theo 12-TW/NQ")})
    for typed in ("21-NQ/TW", "nghi quyet 21-nq/tw", "16/6/2022", "16.6.2022"):
        assert found(made, typed) == ["5-qd:dieu-1"]
    assert found(made, "12 tw nq") == found(made, "12-tw/nq") == ["5-qd:dieu-2"]


def test_a_very_long_query_is_cut_and_answered_at_once() -> None:
    assert find(index_of({"5-qd": RULES}), "a-" * 50_000 + '"' * 999).query.is_cut
    assert not find(index_of({"5-qd": RULES}), " ".join(map(str, range(32)))).query.is_cut


@pytest.mark.parametrize(("typed", "address"), [
    ("khoan 2 dieu 1 qd 5", "dieu-1.khoan-2"), ("5: 1.2", "dieu-1.khoan-2"), ("5:dieu-1.khoan-2", "dieu-1.khoan-2"),
    ("điểm b khoản 2 Điều 1", "dieu-1.khoan-2.diem-b"), ("dieu 2 5", "dieu-2"), ("Điều 3 của Quy định số 5-QĐ/TW",
                                                                              "dieu-3"),
    ("k2 d1 qd 5", "dieu-1.khoan-2"), ("khoan 2 dieu 1 qd 5 thong bao", "dieu-1.khoan-2"), ("chuong I", "chuong-i"),
    ("5", ""), ("5-qd-tw-2020", ""), ("quy dinh 5", ""),
])
def test_a_citation_answers_with_the_place_itself(typed: str, address: str) -> None:
    answer = find(index_of({"5-qd-tw-2020": RULES, "6-qd-tw-2020": articles("Khác | khác")}), typed)
    assert answer.hits[0].is_cited
    assert (answer.hits[0].edition.id, answer.hits[0].address) == ("5-qd-tw-2020", address)


def test_words_beside_a_number_are_no_citation() -> None:
    answer = find(index_of({"5-qd-tw-2020": RULES}), "bao cao dieu 1")
    assert not answer.hits[0].is_cited
    assert answer.hits[0].address.startswith("dieu-1")


def test_what_does_not_exist_is_said_and_what_is_above_it_shown() -> None:
    answer = find(index_of({"5-qd-tw-2020": RULES}), "khoan 7 dieu 1 qd 5")
    assert answer.absent
    assert (answer.hits[0].address, answer.hits[0].is_cited) == ("dieu-1", False)
    assert find(index_of({"5-qd-tw-2020": RULES}), "dieu 99").hits == ()


def test_a_place_without_a_document_is_looked_for_in_all_those_in_force_first() -> None:
    made = index([text("5-qd-tw-2020", RULES), text("6-qd-tw-2024", RULES, issued_on="2024-01-01"),
                  text("7-qd-tw-2026", RULES, issued_on="2026-01-01")])
    answer = find(made, "dieu 3", late={"7-qd-tw-2026"})
    assert [hit.edition.id for hit in answer.hits[:3]] == ["6-qd-tw-2024", "5-qd-tw-2020", "7-qd-tw-2026"]


def test_the_same_wording_in_many_texts_does_not_flood() -> None:
    texts = {f"{number}-qd-tw-2020": RULES for number in range(1, 30)}
    made = index_of({**texts, "99-qd-tw-2020": articles("Khác | Giao nhiệm vụ khác, cấp trên thực hiện các việc.")})
    answer = find(made, "thuc hien cac nhiem vu khac cap tren giao", limit=2)
    assert answer.hits[0].address == "dieu-3"
    assert answer.hits[0].alike == 28
    assert answer.hits[1].edition.id == "99-qd-tw-2020"
    assert len(find(made, "thuc hien cac nhiem vu khac cap tren giao", limit=100).hits) == 30


def test_abbreviations_of_the_field() -> None:
    made = index_of({"5-qd": articles("| Chi bộ làm việc.", "| Cán bộ làm việc.", "| CB là chữ tắt.", "| Cơ bản.")})
    assert set(found(made, "CB")) == {"5-qd:dieu-1", "5-qd:dieu-2", "5-qd:dieu-3"}
    assert found(made, "cb lam viec")[:2] == ["5-qd:dieu-1", "5-qd:dieu-2"]
    assert found(index_of({"5-qd": articles("| quốc phòng, an ninh")}), "QPAN") == ["5-qd:dieu-1"]


def test_a_legal_basis_comes_after_a_rule() -> None:
    assert found(index_of({"5-qd": RULES}), "quy che lam viec")[:2] == ["5-qd:dieu-2", "5-qd:can-cu-1"]


def test_the_place_of_a_provision_counts_with_its_words() -> None:
    assert first(RULES, "chuong I dinh ky") == "dieu-1.khoan-1"
    assert first(RULES, "chế độ báo cáo bí thư") == "dieu-1.khoan-2"  # the heading above, its own words


def test_an_edition_without_text_is_found_by_its_title() -> None:
    made = index([text("5-qd-tw-2020", RULES), text("8-qd-tw-2025", None, title="về quy chế làm việc mẫu")])
    for typed in ("quy che lam viec mau", "qd 8", "quy dinh so 8-QĐ/TW"):
        answer = find(made, typed)
        assert (answer.hits[0].edition.id, answer.hits[0].address) == ("8-qd-tw-2025", "")
        assert str(snippet(answer.hits[0], answer.query)) == "về quy chế làm việc mẫu"


def test_only_among_the_editions_asked_for() -> None:
    made = index([text("5-qd-tw-2020", RULES), text("6-qd-tw-2020", RULES)])
    assert {hit.edition.id for hit in find(made, "bao cao", among={"6-qd-tw-2020"}).hits} == {"6-qd-tw-2020"}
    assert {hit.edition.id for hit in find(made, "bao cao xyz", among={"6-qd-tw-2020"}).hits} == {"6-qd-tw-2020"}
    assert find(made, "bao cao", among=set()).hits == ()


def test_marks_are_put_where_the_words_stand_together() -> None:
    wording = "Chế độ làm theo quy định. " + "Việc khác nữa. " * 20 + "Thực hiện quy chế làm việc."
    answer = find(index_of({"5-qd": articles(f"| {wording}")}), "quy che lam viec")
    piece = snippet(answer.hits[0], answer.query, 12)
    assert [piece.text[start:end] for start, end in piece.marks] == ["quy chế làm việc"]
    assert piece.cut == (True, False)


def test_a_near_miss_may_lack_a_word_more_than_the_nearest_but_not_many() -> None:
    made = index_of({"5-qd": articles("| một hai ba bốn năm sáu bảy", "| một hai ba bốn năm sáu",
                                      "| một hai ba bốn năm", "| một hai ba bốn")})
    answer = find(made, "một hai ba bốn năm sáu bảy tám")
    assert [len(hit.missing) for hit in answer.hits] == [1, 2, 3]  # a quarter of eight words more, and no further


def test_what_is_gathered_is_measured_with_all_that_hangs_below() -> None:
    filling = "lời văn dài thêm " * 30
    made = index_of({"5-qd": read(f"QUY ĐỊNH\n\nĐiều 1. Một\n\n1. Cấp uỷ.\n\n2. Đảng viên. {filling}\n\n"
                                  "Điều 2. Hai\n\n1. Cấp uỷ.\n\n2. Đảng viên.\n").regulation})
    answer = find(made, "cấp uỷ đảng viên")
    assert [hit.address for hit in answer.hits[:2]] == ["dieu-2", "dieu-1"]
    assert answer.hits[0].score > answer.hits[1].score


def test_only_the_words_with_the_marks_that_were_typed_are_marked() -> None:
    answer = find(index_of({"5-qd": articles("| Chi bộ chỉ đạo, chị em")}), "chỉ")
    piece = snippet(answer.hits[0], answer.query)
    assert [piece.text[start:end] for start, end in piece.marks] == ["chỉ"]
    answer = find(index_of({"5-qd": articles("| Chi bộ làm, chị em")}), "chỉ")
    assert len(snippet(answer.hits[0], answer.query).marks) == 2


def test_a_phrase_counts_as_its_words() -> None:
    made = index_of({"5-qd": articles("| Cấp uỷ họp.", "| Họp.")})
    assert find(made, '"cap uy"').hits[0].score == find(made, "cap uy").hits[0].score
    assert found(made, '"cap uy" hop') == found(made, "cap uy hop") == ["5-qd:dieu-1"]
