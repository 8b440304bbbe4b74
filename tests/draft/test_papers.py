"""The papers round a quy chế: they agree, leave room for what is not known, and the right one signs."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.api.composing import compose
from docgen.draft.kinds import LEADERSHIP_NOTICE, PAPERS
from docgen.draft.membership import more_than_half
from tests.draft.paper_cells import ANSWERS, codes, facts_of, kind_of_paper, papers, questions, templates, words
from tests.draft.real import editions, library
from tests.draft.samples import REAL_CELLS

CELLS = tuple(path.stem for path in REAL_CELLS)
LINES = tuple(re.findall(r"^\w+:[^\n]*(?:\n  [^\n]*)*", ANSWERS, re.MULTILINE))
LEFT_OVER = re.compile(r"\{\{|\{%|\.\.\.|…|\[|\bNone\b|\./\.")


def of_kind(cell: str, slug: str, answers: str = "") -> list[str]:
    return [words(one) for one in papers(cell, answers) if one.kind.slug == slug]


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_what_is_known_is_printed_and_what_is_not_is_listed_as_open(data: st.DataObject) -> None:
    """Every answer that is missing is listed with a paper that asks for it, and no answer that is there."""
    known = data.draw(st.sets(st.sampled_from(LINES)))
    # what votes and numbers must not say together is tested below
    made = papers("chi-bo-co-chi-uy", "\n".join(line for line in LINES if line in known))
    given_names = {line.partition(":")[0] for line in known}
    asked = {field.name: field.kinds for field in questions().fields
             if field.blank and any(kind.slug in field.kinds for kind in PAPERS)}
    for one in made:
        listed = {item.name for item in one.draft.open_items if item.kind == "blank"}
        assert {name for name, kinds in asked.items() if one.kind.slug in kinds and name not in given_names} <= listed
        assert not listed & given_names
        assert not LEFT_OVER.search(words(one))


@pytest.mark.parametrize("cell", CELLS)
def test_every_cell_gets_every_paper_with_nothing_left_over(cell: str) -> None:
    made = papers(cell)
    assert {one.kind.slug for one in made} == {kind.slug for kind in PAPERS}
    assert len({one.stem for one in made}) == len(made)
    for one in made:
        text = words(one)
        assert not LEFT_OVER.search(text), one.stem
        assert "đảng đoàn" not in text.casefold() and "công đoàn" not in text
        assert all(block.authority or block.post for block in one.draft.values.signatures)
        assert kind_of_paper(one).title == one.draft.values.kind
        assert not one.draft.values.draft_mark


@pytest.mark.parametrize("cell", [cell for cell in CELLS if not facts_of(cell).records("committee")])
def test_papers_of_a_cell_without_chi_uy_never_speak_of_one(cell: str) -> None:
    for one in papers(cell):
        assert "chi uỷ" not in words(one).casefold(), one.stem


def test_numbers_days_and_votes_are_the_same_in_every_paper() -> None:
    made = {one.kind.slug: words(one) for one in papers("chi-bo-co-chi-uy", ANSWERS)}
    for paper in ("meeting-minutes", "resolution"):
        assert "số 01-TTr/CB, ngày 04/6/2026" in made[paper].replace("\xa0", " ")
    assert made["proposal"].count("Số 01-TTr/CB") == 1 and "ngày 04 tháng 6 năm 2026" in made["proposal"]
    assert "số 04-NQ/CB, ngày 12/6/2026" in made["report"].replace("\xa0", " ")
    for paper in ("report", "assignment-notice"):
        assert "số 01-QC/CB, ngày 15/6/2026" in made[paper].replace("\xa0", " ")
    assert "số 02-QC/CB, ngày 22/6/2026" in made["committee-notice"].replace("\xa0", " ")
    for paper in ("meeting-minutes", "resolution", "report"):
        assert "10/12" in made[paper], paper
    assert "9/12" in made["proposal"] and "9/12" in made["report"]
    assert "ngày 12 tháng 6 năm 2026" in made["meeting-minutes"]
    assert "12/6/2026" in made["resolution"] and "12/6/2026" in made["report"]
    assert "Kính gửi: Các đồng chí đảng viên" in made["consultation-letter"]
    assert "Kính trình: Hội nghị Chi bộ" in made["proposal"]


def test_an_earlier_paper_keeps_the_form_of_its_day() -> None:
    """Before 27/5/2026 the list of recipients ends in commas and a proposal is sent, not submitted, in words."""
    made = of_kind("chi-bo-co-chi-uy", "proposal", "proposal_on: 20/5/2026")[0]
    assert "Kính gửi: Hội nghị" in made and "- Như trên,\n" in made


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_votes_pass_the_rules_only_beyond_half_of_all_and_add_up_to_those_present(data: st.DataObject) -> None:
    full = data.draw(st.integers(3, 300))
    present = data.draw(st.integers(0, full))
    votes = data.draw(st.integers(0, present))
    against = data.draw(st.integers(0, present - votes))
    figures = (f"full_members: {full}\nmembers_present: {present}\nvotes_for: {votes}\nvotes_against: {against}\n"
               f"votes_other: {present - votes - against}\nquorum_share: quá nửa")
    wrong = [code for code in codes("chi-bo-khong-chi-uy", figures) if code == "cell-vote"]
    assert bool(wrong) is (votes < more_than_half(full))
    one_more = figures.replace(f"votes_against: {against}", f"votes_against: {against + 1}")
    assert "cell-vote" in codes("chi-bo-khong-chi-uy", one_more)


@pytest.mark.parametrize(("answers", "code"), [
    ("letter_on: 10/6/2026\nproposal_on: 04/6/2026", "cell-dates"),
    ("letter_on: 01/6/2025", "cell-dates"),
    ("passed_on: 12/6/2026\nresolution_on: 11/6/2026", "cell-dates"),
    ("members_present: 13", "cell-vote"),
    ("opinions_asked: 3\nopinions_received: 4", "cell-vote"),
    ("letter_number: 03\nagreement_letter_number: 3", "cell-number"),
    ("assignment_number: 2\ncommittee_notice_number: 02", "cell-number"),
    ("committee_notice_numbers: ['01', '02']", "cell-number"),
    ("meeting_recorder: nguyễn  văn Mẫu", "cell-twice"),
])
def test_what_cannot_be_is_found_before_anything_is_written(answers: str, code: str) -> None:
    assert code in codes("chi-bo-co-chi-uy", answers)


def test_a_number_typed_with_its_symbol_is_not_given_another() -> None:
    made = {one.kind.slug: words(one) for one in papers("chi-bo-co-chi-uy", "proposal_number: 03-TTr/CB")}
    assert "Số 03-TTr/CB\n" in made["proposal"] and "số 03-TTr/CB," in made["resolution"].replace("\xa0", " ")
    assert "cell-number" in codes("chi-bo-co-chi-uy", "letter_number: 03-CV/CB\nagreement_letter_number: 3")


def test_a_list_may_be_said_to_be_open() -> None:
    assert codes("chi-bo-co-chi-uy", "meeting_opinions: chưa có\nopinions: chưa có") == []


def test_nothing_is_said_against_answers_that_fit() -> None:
    assert codes("chi-bo-co-chi-uy", ANSWERS) == []
    assert codes("chi-bo-ghep", "committee_notice_numbers: ['01', '02', '03']") == []


def test_a_merged_cell_tells_each_association_of_itself_alone() -> None:
    made = [one for one in papers("chi-bo-ghep", "committee_notice_numbers: ['05', '06', '07']")
            if one.kind.slug == "committee-notice"]
    names = ("Hội Nhà báo", "Hội Luật gia", "Hội Đông y")
    assert [one.draft.values.number for one in made] == ["Số 05-TB/CB", "Số 06-TB/CB", "Số 07-TB/CB"]
    for one, name in zip(made, names, strict=True):
        assert name in one.draft.values.addressing
        assert not any(other in words(one) for other in names if other != name)
    letter = of_kind("chi-bo-ghep", "agreement-letter")[0]
    assert "Kính gửi:\n- Ban Thường vụ Hội Nhà báo" in letter and letter.count("Hội Đông y") == 2


def test_nobody_informs_himself_and_minutes_name_who_signs() -> None:
    """The secretary leads the association: the deputy writes to it, and a vice chairman answers."""
    signers = {one.kind.slug: [(block.post, block.signer) for block in one.draft.values.signatures]
               for one in papers("chi-bo-bi-thu-la-chu-tich")}
    assert signers["committee-notice"] == signers["agreement-letter"] == [("PHÓ BÍ THƯ", "Lê Thị Thử")]
    assert signers["leadership-notice"] == [("PHÓ CHỦ TỊCH", "Mai Thị Ví Dụ")]
    assert signers["joint-minutes"] == [("BÍ THƯ", "Đặng Văn Mẫu"), ("PHÓ CHỦ TỊCH", "Mai Thị Ví Dụ")]
    assert "đại diện là bí thư" in of_kind("chi-bo-bi-thu-la-chu-tich", "joint-minutes")[0]


@pytest.mark.parametrize(("cell", "slug", "authority", "post"), [
    ("chi-bo-co-chi-uy", "proposal", "T/M CHI UỶ", "BÍ THƯ"),
    ("chi-bo-co-chi-uy", "resolution", "T/M CHI BỘ", "BÍ THƯ"),
    ("chi-bo-co-chi-uy", "assignment-notice", "T/M CHI UỶ", "BÍ THƯ"),
    ("chi-bo-khong-chi-uy", "proposal", "", "BÍ THƯ"), ("chi-bo-khong-chi-uy", "report", "T/M CHI BỘ", "BÍ THƯ"),
    ("dang-bo-co-so", "proposal", "", "BÍ THƯ"), ("dang-bo-co-so", "resolution", "T/M ĐẢNG UỶ", "BÍ THƯ"),
    ("chi-bo-pho-bi-thu-phu-trach", "resolution", "T/M CHI BỘ", "PHÓ BÍ THƯ"),
    ("chi-bo-ghep", "leadership-notice", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"),
])
def test_who_signs(cell: str, slug: str, authority: str, post: str) -> None:
    one = next(one for one in papers(cell) if one.kind.slug == slug)
    assert [(block.authority, block.post) for block in one.draft.values.signatures] == [(authority, post)]


def test_in_a_dang_bo_the_dang_uy_decides_and_its_members_are_counted() -> None:
    minutes, report = (of_kind("dang-bo-co-so", slug)[0] for slug in ("meeting-minutes", "report"))
    count = len(facts_of("dang-bo-co-so").records("committee"))
    assert f"/{count} đảng uỷ viên" in minutes and "đảng viên chính thức" not in minutes
    assert "-BB/ĐU" in minutes and "Hội nghị Đảng uỷ" in report


def test_only_the_other_side_writes_as_the_state_does() -> None:
    for one in papers("chi-bo-co-chi-uy"):
        with ZipFile(BytesIO(one.draft.content)) as package:
            xml = package.read("word/document.xml").decode()
        state = one.kind == LEADERSHIP_NOTICE
        assert ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM" in xml) is state
        assert ("ĐẢNG CỘNG SẢN VIỆT NAM" in xml) is not state
        assert one.draft.values.number.startswith("Số:") is state
        assert ("TM." in words(one)) is state


def test_a_paper_says_which_of_its_form_no_text_settles() -> None:
    said = {one.kind.slug: [item.value for item in one.draft.open_items if item.kind == "form"]
            for one in papers("chi-bo-khong-chi-uy")}
    assert all(said.values()) and len(said["proposal"]) > len(said["resolution"])


def test_a_table_holds_what_was_said_and_room_where_nothing_was() -> None:
    empty, filled = (next(one for one in papers("chi-bo-co-chi-uy", answers) if one.kind.slug == "opinions-table")
                     for answers in ("", ANSWERS))
    assert [row.what for row in filled.draft.values.list_rows] == ["Gửi tài liệu trước 3 ngày"]
    assert len(empty.draft.values.list_rows) > 3 and not any(row.what for row in empty.draft.values.list_rows)
    named = next(one for one in papers("chi-bo-co-chi-uy") if one.kind.slug == "assignment-notice")
    assert [row.who for row in named.draft.values.list_rows] == ["Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Ví Dụ"]


def test_figures_of_the_shipped_rules_are_not_ascribed_to_a_model_of_the_province() -> None:
    facts = facts_of("chi-bo-co-chi-uy")
    under_model = replace(facts, values={**facts.values, "framework": "mau-tinh"})
    asked = [one for one in templates() if one.kind in ("proposal", "meeting-minutes", "resolution")]
    for of, figures in ((facts, True), (under_model, False)):
        made = "\n".join(words(one) for one in compose(asked, of, "x", library(), editions(), day=None, final=False))
        assert ("hai phần ba" in made) is figures and ("10 ngày làm việc" in made) is figures
