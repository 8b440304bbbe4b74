"""What is said of each provision: the kinds of the contract, one by one, on texts small enough to be read."""

from __future__ import annotations

import pytest

from docgen.compare.compare import compare
from docgen.compare.comparison import Comparison, Row
from docgen.errors import NotPossible
from docgen.reader.read import read

ONE = "Cấp uỷ lãnh đạo việc xây dựng và thực hiện quy chế làm việc của cơ quan, bảo đảm dân chủ và kỷ cương"
TWO = "Chi bộ sinh hoạt thường lệ mỗi tháng một lần, thông báo nội dung trước ba ngày cho mọi đảng viên"
THREE = "Bí thư chủ trì các cuộc họp, ký nghị quyết và báo cáo, chịu trách nhiệm trước cấp trên trực tiếp"
FOUR = "Đảng phí được thu, nộp và quản lý theo quy định của Ban Chấp hành Trung ương, công khai hằng quý"
SIX = "Văn phòng chuẩn bị tài liệu, ghi biên bản, lưu giữ hồ sơ và gửi kết luận cho nơi có trách nhiệm thi hành"
FIVE = "Uỷ ban kiểm tra xem xét đơn thư khiếu nại, tố cáo và trả lời người gửi trong thời hạn luật định"


def text(*articles: tuple[str, ...]) -> str:
    """Write articles: the heading, then khoản (numbered here) or, if there is one only, the text."""
    blocks = []
    for number, (heading, *clauses) in enumerate(articles, 1):
        blocks.append(f"## Điều {number}. {heading}")
        blocks += [f"{place}. {clause}" for place, clause in enumerate(clauses, 1)] if len(clauses) > 1 else clauses
    return "\n\n".join(blocks)


def diff(old: str, new: str, known: tuple[tuple[str, str], ...] = ()) -> Comparison:
    return compare(read(old).regulation, read(new).regulation, known)


def rows(comparison: Comparison) -> dict[tuple[tuple[str, ...], tuple[str, ...]], set[str]]:
    return {(row.old, row.new): set(row.kinds) for row in comparison.rows}


def row(comparison: Comparison, address: str) -> Row:
    """Return the row of an old provision."""
    return next(row for row in comparison.rows if address in row.old)


def test_one_article_put_in_front_leaves_all_others_as_they_were() -> None:
    old = [(f"Việc thứ {name}", one, other) for name, one, other in (
        ("nhất", ONE, TWO), ("hai", THREE, FOUR), ("ba", FIVE, ONE.replace("Cấp uỷ", "Đảng uỷ cấp trên cơ sở")))]
    comparison = diff(text(*old), text(("Việc mới", "Chưa nói ở đâu cả, nay quy định.", "Điều khác hẳn."), *old))
    assert row(comparison, "dieu-2").kinds == ("renumbered",)
    assert row(comparison, "dieu-2.khoan-1").kinds == ("renumbered",)
    added = [row.new for row in comparison.rows if row.kinds == ("added",)]
    assert added == [("dieu-1",), ("dieu-1.khoan-1",), ("dieu-1.khoan-2",)]
    assert all(row.kinds == ("renumbered",) for row in comparison.rows if row.old)


def test_reworded_text_heading_and_what_is_below() -> None:
    comparison = diff(text(("Họp", ONE, TWO), ("Thu", THREE, FOUR)),
                      text(("Họp", ONE.replace("dân chủ", "tập trung dân chủ"), TWO), ("Thu, chi", THREE, FOUR)))
    assert rows(comparison) == {
        (("dieu-1",), ("dieu-1",)): {"reworded"}, (("dieu-1.khoan-1",), ("dieu-1.khoan-1",)): {"reworded"},
        (("dieu-1.khoan-2",), ("dieu-1.khoan-2",)): {"unchanged"}, (("dieu-2",), ("dieu-2",)): {"reworded"},
        (("dieu-2.khoan-1",), ("dieu-2.khoan-1",)): {"unchanged"},
        (("dieu-2.khoan-2",), ("dieu-2.khoan-2",)): {"unchanged"}}
    assert [span.to_list() for span in row(comparison, "dieu-2").pairs[0].heading] == [["=", "Thu"], ["+", ", chi"]]


def test_case_and_punctuation_count_but_a_label_does_not() -> None:
    comparison = diff(text(("Họp", ONE, TWO)), text(("Họp", ONE.replace("Cấp", "cấp"), TWO)).replace("2. ", "2- "))
    assert row(comparison, "dieu-1.khoan-1").kinds == ("reworded",)
    assert row(comparison, "dieu-1.khoan-2").kinds == ("unchanged",)


def test_spelling_is_handed_up_to_the_article() -> None:
    comparison = diff(text(("Họp", ONE + ";", TWO)), text(("Họp", ONE.replace("uỷ", "ủy") + ".", TWO)))
    assert row(comparison, "dieu-1.khoan-1").kinds == ("spelling",)
    assert row(comparison, "dieu-1").kinds == ("spelling",)


def test_two_khoan_that_changed_places_moved_and_no_word_changed() -> None:
    comparison = diff(text(("Họp", ONE, TWO, THREE)), text(("Họp", TWO, ONE, THREE)))
    kinds = [set(row.kinds) for row in comparison.rows if row.level.value == "clause"]
    assert sorted(map(sorted, kinds)) == [["moved", "renumbered"], ["renumbered"], ["unchanged"]]
    assert "reworded" not in row(comparison, "dieu-1").kinds


def test_split_and_merged() -> None:
    whole = f"{ONE}. {TWO}"
    comparison = diff(text(("Họp", whole, THREE)), text(("Họp", ONE + ".", TWO + ".", THREE)))
    split = row(comparison, "dieu-1.khoan-1")
    assert split.new == ("dieu-1.khoan-1", "dieu-1.khoan-2") and split.kinds == ("split",)
    assert [(pair.old, pair.new) for pair in split.pairs] == [
        ("dieu-1.khoan-1", "dieu-1.khoan-1"), ("dieu-1.khoan-1", "dieu-1.khoan-2")]
    back = diff(text(("Họp", ONE + ".", TWO + ".", THREE)), text(("Họp", whole, THREE)))
    assert row(back, "dieu-1.khoan-1").kinds == ("merged",)
    parted = diff(text(("Họp", whole, THREE), ("Thu", FOUR, FIVE)),
                  text(("Họp", ONE + ".", THREE), ("Thu", FOUR, FIVE, TWO)))
    assert row(parted, "dieu-1.khoan-1").new == ("dieu-1.khoan-1", "dieu-2.khoan-3")


@pytest.mark.parametrize("many", [3, 4, 5])
def test_one_khoan_becomes_several_and_several_become_one(many: int) -> None:
    several = (ONE, TWO, THREE, FOUR, FIVE)[:many]
    whole, apart = text(("Họp", SIX, ". ".join(several))), text(("Họp", SIX, *several))
    all_of = tuple(f"dieu-1.khoan-{place}" for place in range(2, many + 2))
    split = row(diff(whole, apart), "dieu-1.khoan-2")
    assert (split.new, split.kinds, len(split.pairs)) == (all_of, ("split",), many)
    merged = row(diff(apart, whole), "dieu-1.khoan-2")
    assert (merged.old, merged.kinds, len(merged.pairs)) == (all_of, ("merged",), many)


def test_a_list_becomes_running_text() -> None:
    comparison = diff(text(("Họp", SIX, f"{ONE}:\n\na) {TWO};\n\nb) {THREE};\n\nc) {FOUR}.")),
                      text(("Họp", SIX, f"{ONE}: {TWO}; {THREE}; {FOUR}.")))
    found = row(comparison, "dieu-1.khoan-2")
    assert found.old == ("dieu-1.khoan-2", *(f"dieu-1.khoan-2.diem-{letter}" for letter in "abc"))
    assert (found.new, found.kinds) == (("dieu-1.khoan-2",), ("merged",))


def test_articles_drawn_together_and_taken_apart() -> None:
    apart = text(("Họp", ONE, TWO), ("Thu", THREE, FOUR))
    together = text(("Họp và thu", ONE, TWO, THREE, FOUR))
    merged = row(diff(apart, together), "dieu-1")
    assert (merged.old, merged.new) == (("dieu-1", "dieu-2"), ("dieu-1",)) and "merged" in merged.kinds
    split = row(diff(together, apart), "dieu-1")
    assert (split.old, split.new) == (("dieu-1",), ("dieu-1", "dieu-2")) and "split" in split.kinds


def test_a_khoan_becomes_an_article() -> None:
    comparison = diff(text(("Họp", ONE, TWO, THREE)), text(("Họp", ONE, TWO), ("Bí thư", THREE)))
    found = row(comparison, "dieu-1.khoan-3")
    assert (found.old, found.new, found.level.value) == (("dieu-1.khoan-3",), ("dieu-2",), "clause")
    assert set(found.kinds) == {"reworded", "renumbered"}  # it has a heading now
    assert row(comparison, "dieu-1").new == ("dieu-1",)


def test_a_gap_makes_unknown_of_what_finds_no_partner_wherever_it_stands() -> None:
    old = text(("Họp", ONE, TWO)) + "\n\n[…] Chưa có phần sau."
    comparison = diff(old, text(("Việc mới", FOUR, FIVE), ("Họp", ONE, TWO)))
    assert row(comparison, "dieu-1").new == ("dieu-2",)
    assert {row.kinds for row in comparison.rows if not row.old} == {("unknown",)}
    assert comparison.old.completeness == "partial" and comparison.new.completeness == "full"
    back = diff(text(("Việc mới", FOUR, FIVE), ("Họp", ONE, TWO)), old)
    assert {row.kinds for row in back.rows if not row.new} == {("unknown",)}
    assert not any("unknown" in row.kinds for row in comparison.rows if row.level.value == "article" and row.old)


def test_a_gap_speaks_of_its_own_zone_only() -> None:
    head = "QUY ĐỊNH\nvề việc họp\n\n- Căn cứ Điều lệ Đảng;\n\n"
    more = head + "- Căn cứ Nghị quyết số 21-NQ/TW về xây dựng tổ chức đảng;\n\n"
    body, gap = text(("Họp", ONE, TWO)), "\n\n[…] Chưa có phần sau."
    annex = f"\n\nPHỤ LỤC I\nDANH MỤC\n\n1. {THREE}"
    longer = more + text(("Họp", ONE, TWO), ("Thu", FIVE, SIX)) + annex + f"\n\n2. {FOUR}"
    in_body = {row.new: row.kinds for row in diff(head + body + gap, longer).rows if not row.old}
    assert in_body == {
        ("can-cu-2",): ("added",), ("dieu-2",): ("unknown",), ("dieu-2.khoan-1",): ("unknown",),
        ("dieu-2.khoan-2",): ("unknown",), ("phu-luc-i",): ("added",), ("phu-luc-i/1",): ("added",),
        ("phu-luc-i/2",): ("added",)}
    in_annex = {row.new: row.kinds for row in diff(head + body + annex + gap, longer).rows if not row.old}
    assert in_annex[("dieu-2",)] == ("added",) and in_annex[("phu-luc-i/2",)] == ("unknown",)


def test_letterhead_recipients_and_signature_are_not_compared() -> None:
    def whole(place: str, body: str, name: str) -> str:
        return (f"{place}\n\nSố 1-QĐ/CU\n\nQUY ĐỊNH\nvề việc họp\n\n{body}\n\nNơi nhận:\n\n- {name},\n\n- Lưu VP.\n\n"
                f"T/M CHI BỘ\n\nBÍ THƯ\n\nNguyễn Văn {name}")

    body = text(("Họp", ONE, TWO))
    comparison = diff(whole("CHI BỘ MỘT", body, "Giáp"), whole("CHI BỘ HAI", body, "Ất"))
    assert {row.kinds for row in comparison.rows} == {("unchanged",)}
    assert {row.level.value for row in comparison.rows} == {"article", "clause"}


@pytest.mark.parametrize(("old", "new"), [
    ("uỷ ban", "ủy ban"), ("kỷ luật", "kỉ luật"), ("quy định", "qui định"), ("văn hoá - xã hội", "văn hóa – xã hội"),
    ("“dân vận”", '"dân vận"'), ("Đảng", "Ðảng"), ("định kỳ;", "định kỳ."), ("định kỳ", "định kỳ.")])
def test_what_is_spelling(old: str, new: str) -> None:
    comparison = diff(text(("Họp", f"{ONE} {old}", TWO)), text(("Họp", f"{ONE} {new}", TWO)))
    assert row(comparison, "dieu-1.khoan-1").kinds == ("spelling",)


@pytest.mark.parametrize(("old", "new"), [
    ("nhân dân", "Nhân dân"), ("dân chủ, kỷ cương", "dân chủ kỷ cương"), ("hai ngày", "hay ngày"), ("tài", "tày"),
    ("định kỳ; đột xuất", "định kỳ. đột xuất"), ("năm 2024", "năm 2025"), ("16/6/2022", "16/8/2022")])
def test_what_is_wording(old: str, new: str) -> None:
    comparison = diff(text(("Họp", f"{ONE} {old} hết", TWO)), text(("Họp", f"{ONE} {new} hết", TWO)))
    assert row(comparison, "dieu-1.khoan-1").kinds == ("reworded",)


def test_a_dash_item_and_a_can_cu() -> None:
    head = "QUY ĐỊNH\nvề việc họp\n\n- Căn cứ Điều lệ Đảng;\n\n- Căn cứ đặc điểm tình hình của các cơ quan hội,\n\n"
    new_head = head.replace("- Căn cứ đặc", "- Căn cứ Nghị quyết số 21-NQ/TW về xây dựng tổ chức đảng;\n\n- Căn cứ đặc")
    comparison = diff(head + text(("Họp", f"{ONE}:\n\n- {TWO};\n\n- {THREE}.", FOUR)),
                      new_head + text(("Họp", f"{ONE}:\n\n- {THREE}.", FOUR)))
    assert row(comparison, "can-cu-1").kinds == ("unchanged",)
    assert row(comparison, "can-cu-2").new == ("can-cu-3",)
    assert [row.new for row in comparison.rows if row.kinds == ("added",)] == [("can-cu-2",)]
    assert row(comparison, "dieu-1.khoan-1.doan-1").kinds == ("removed",)
    assert row(comparison, "dieu-1.khoan-1.doan-2").new == ("dieu-1.khoan-1.doan-1",)
    assert row(comparison, "dieu-1").kinds == ("reworded",)


def test_reviewed_correspondences_are_forced() -> None:
    old, new = text(("Họp", ONE, TWO), ("Thu", THREE, FOUR)), text(("Họp", ONE, FIVE), ("Thu", THREE, FOUR))
    free = diff(old, new)
    assert row(free, "dieu-1.khoan-2").kinds == ("removed",) and not any(row.confirmed for row in free.rows)
    forced = diff(old, new, (("dieu-1.khoan-2", "dieu-1.khoan-2"), ("dieu-2.khoan-1", ""), ("", "dieu-2.khoan-1")))
    assert row(forced, "dieu-1.khoan-2").new == ("dieu-1.khoan-2",)
    assert [row.old or row.new for row in forced.rows if row.confirmed] == [
        ("dieu-1.khoan-2",), ("dieu-2.khoan-1",), ("dieu-2.khoan-1",)]
    assert row(forced, "dieu-2.khoan-1").kinds == ("removed",)
    with pytest.raises(NotPossible, match=r"dieu-7"):
        diff(old, new, (("dieu-7", "dieu-1"),))


@pytest.mark.parametrize(("old", "new"), [
    ("", ""), ("", text(("Họp", ONE))), ("chỉ một dòng", "chỉ một dòng khác"), ("***", "..."),
    (text(("Họp", ONE, TWO, THREE)), text(*((f"Việc {number}", ONE, TWO, FOUR) for number in range(300))))])
def test_odd_texts_are_compared(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        comparison = diff(one, other)
        assert comparison.to_dict()["format"] == 1


def test_two_articles_of_one_number_stand_apart() -> None:
    decision = ("QUYẾT ĐỊNH\n\nĐiều 1. Ban hành quy chế kèm theo quyết định này.\n\n"
                "Điều 2. Quyết định có hiệu lực từ ngày ký.\n\n")
    attached = "QUY CHẾ\nlàm việc của cấp uỷ\n(Kèm theo Quyết định số 1-QĐ/CU)\n\n" + text(("Họp", ONE, TWO))
    comparison = diff(decision + attached, decision + attached.replace("mỗi tháng", "mỗi quý"))
    assert row(comparison, "dieu-1").kinds == ("unchanged",)
    assert any(address.endswith("/dieu-1") for one in comparison.rows for address in one.old)


def test_the_function_is_on_the_public_face_whatever_was_imported() -> None:
    import docgen

    regulation = docgen.read(text(("Họp", ONE, TWO))).regulation
    assert docgen.compare(regulation, regulation).counts() == {"article": {"unchanged": 1}, "clause": {"unchanged": 2}}
    assert isinstance(docgen.compare(regulation, regulation), docgen.Comparison)
