"""Single sentences as they come out of a scan, and what is said about them, with the counts that are shipped."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.messages import use
from docgen.model.level import Level
from docgen.model.tree import Provision, Regulation
from docgen.reader.damage import Damage, find_damage, repaired, shipped
from tests.reader.damage.made import regulation

REPAIRED = [
    ("tổ chức cán bộ theo thấm quyền được giao", "thấm", "thẩm"),
    ("việc triển khai, tố chức thực hiện nghị quyết", "tố", "tổ"),
    ("thường trực cẩp uỷ và ban thường vụ", "cẩp", "cấp"),
    ("chịu trách nhiệm trước cấp uỷ mà ừực tiếp là ban thường vụ", "ừực", "trực"),
    ("các tổ chức chmỉi trị - xã hội", "chmỉi", "chính"),
    ("đảng viên là thàrủi viên của tổ chức đảng", "thàrủi", "thành"),
    ("báo cáo ban thường vụ cấp uV cấp trên", "uV", "uỷ"),
    ("nhiệm vụ, quyền hạn của cấp Iiỷ cấp trên", "Iiỷ", "uỷ"),
    ("đồng chí bí thư chỉ bộ và các đảng viên", "chỉ", "chi"),
    ("nâng cao ehất lượng tổ chức đảng", "ehất", "chất"),
    ("NHIỆM VỤ CỦA CẪP UỶ", "CẪP", "CẤP"),
]


def damage(*texts: str) -> tuple[Damage, ...]:
    return find_damage(regulation(*texts), shipped())


@pytest.mark.parametrize(("sentence", "word", "right"), REPAIRED, ids=[word for _, word, _ in REPAIRED])
def test_what_the_evidence_decides_is_repaired(sentence: str, word: str, right: str) -> None:
    found = damage(sentence)
    assert [(one.word, one.repair) for one in found] == [(word, right)]
    assert sentence[found[0].start:found[0].end] == word
    made = repaired(regulation(sentence), shipped())
    assert [node.text for node in made.regulation.walk() if isinstance(node, Provision)] == [
        sentence.replace(word, right)]


@pytest.mark.parametrize("sentence", [
    "Đồng chí H'Nghĩa Niê và đồng chí Y Bhút Êban công tác tại tỉnh Đắk Lắk",
    "Chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh",
    "Thực hiện Quy định số 126-QĐ/TW, ngày 28/02/2018 của Bộ Chính trị",
    "UBND, HĐND, MTTQ các cấp; khoá XIII; Mục II; điểm a, b, c, đ",
    "định kỳ hàng năm và hằng năm, hàng tháng, hằng tháng",
    "cấp ủy, cấp uỷ; xoá tên, xóa tên; sức khoẻ, sức khỏe; kỷ luật, kỉ luật",
    "Khổ giấy A4, lề trái 30 mm, cách dòng 18 pt",
    "Trang thông tin điện tử https://example.org/quy-dinh và hộp thư van-phong@example.org",
    "bảo đảm, đảm bảo; sáp nhập, sát nhập",
])
def test_sound_words_are_no_damage(sentence: str) -> None:
    assert damage(sentence) == ()


def test_a_word_that_could_be_two_things_is_left_to_a_person() -> None:
    (found,) = damage("sáp nhập, chia tách, giải thể, họp nhất các tổ chức đảng")
    assert (found.word, found.sort, found.repair) == ("họp", "real_word", None)
    assert found.candidates[0].text == "hợp"


def test_what_nothing_comes_near_has_no_candidates_and_stays() -> None:
    (found,) = damage("cấp uỷ bzzqwkkk chi bộ")
    assert (found.sort, found.candidates, found.repair) == ("non_word", (), None)


def test_a_syllable_never_counted_is_proposed_but_not_put_in() -> None:
    (found,) = damage("vưọt thẩm quyền được giao")
    assert found.word == "vưọt"
    assert "vượt" in [one.text for one in found.candidates]
    assert found.repair is None


def test_words_run_together_are_parted() -> None:
    (found,) = damage("trách nhiệm của đảngviên và tổ chức đảng")
    assert (found.word, found.sort, found.repair) == ("đảngviên", "joined", "đảng viên")


def test_neighbours_that_are_both_damaged_speak_for_each_other() -> None:
    found = damage("tổ chức kiếm điếm, tự phê bình và phê bình")
    assert [(one.word, one.candidates[0].text) for one in found] == [("kiếm", "kiểm"), ("điếm", "điểm")]


def test_specks_of_the_paper_go_but_not_at_the_beginning_of_a_paragraph() -> None:
    (found,) = damage("hoạt động của các tổ chức. •")
    assert (found.word, found.repair) == ("•", "")
    made = repaired(regulation("hoạt động của các tổ chức. •"), shipped()).regulation
    assert made == regulation("hoạt động của các tổ chức.")
    (found,) = damage("~ Chi bộ họp định kỳ")
    assert (found.repair, [one.text for one in found.candidates]) == (None, ["-", ""])


def test_capitals_follow_the_habit_of_the_text() -> None:
    clear = "Hội đồng nhân dân, Uỷ ban nhân dân; chủ tịch Uỷ ban nhân dân; các Uỷ ban nhân dân"
    found = damage(clear, "bảo đảm Hội đồng nhân dân, ưỷ ban nhân dân thực hiện")
    assert [(one.word, one.repair) for one in found] == [("ưỷ", "Uỷ")]


@pytest.mark.parametrize(("other", "right"), [
    ("cấp ủy của ủy ban, ủy viên", "ủy"), ("cấp uỷ của uỷ ban, uỷ viên", "uỷ")])
def test_the_spelling_style_is_that_of_the_text(other: str, right: str) -> None:
    found = damage(other, "thường trực cấp ưỷ cấp trên")
    assert [(one.word, one.repair) for one in found] == [("ưỷ", right)]


def test_labels_and_headings_are_looked_at_too() -> None:
    text = regulation("một", labels=("Đỉềii 1.",), headings=("Chức năng của cẩp uỷ",))
    assert [(one.part, one.repair) for one in find_damage(text, shipped())] == [("label", "Điều"), ("heading", "cấp")]


def test_the_letter_l_read_as_one() -> None:
    points = tuple(Provision(level=Level.POINT, label=label, text="một việc") for label in ("k)", "1)", "m)"))
    (found,) = find_damage(Regulation(provisions=points), shipped())
    assert (found.part, found.word, found.repair) == ("label", "1)", "l)")


def test_a_lost_capital_where_the_others_have_theirs() -> None:
    texts = ("Tham gia ý kiến", "Cho ý kiến", "về tổ chức", "Lãnh đạo", "Chỉ đạo", "Thực hiện", "Báo cáo")
    points = tuple(Provision(level=Level.CLAUSE, label=f"{at}.", text=text) for at, text in enumerate(texts, 1))
    (found,) = find_damage(Regulation(provisions=points), shipped())
    assert (found.word, found.repair) == ("về", "Về")


def test_names_of_persons_are_nobodys_guess() -> None:
    assert find_damage(Regulation(signature=("Nguyễn Văn Mẩu",), copy_note=("Trấn Thị Mâu",)), shipped()) == ()


def test_the_reasons_are_sentences() -> None:
    use("en")
    (found,) = damage("theo thấm quyền được giao")
    assert "thẩm" in str(found.why)
    assert "thẩm quyền" in str(found.evidence)


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_any_text_can_be_looked_at(text: str) -> None:
    made = unicodedata.normalize("NFC", text)
    for one in damage(made):
        assert made[one.start:one.end].strip() == one.word
        assert one.repair is None or one.repair in [candidate.text for candidate in one.candidates]
        assert 0 <= one.start < one.end <= len(made)


def test_the_same_text_gives_the_same_findings() -> None:
    texts = [sentence for sentence, _, _ in REPAIRED]
    assert damage(*texts) == damage(*texts)
