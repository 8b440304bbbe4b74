from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.draft.dates import day_in_words, numeric_day, parse_day
from docgen.draft.form import Wording, document_values, form_profile, printed_number
from docgen.draft.kinds import AGREEMENT, WORKING_RULES
from docgen.draft.parties import NOBODY, parts
from docgen.draft.signing import signatures
from docgen.word.document import DAY_BLANK, LEFT_HEAD_WIDTH, NUMBER_BLANK
from docgen.word.width import width
from tests.draft.samples import CELL, facts

VACANT = CELL.replace("H'Nghĩa Niê", "khuyết")
ORGANISATION = CELL.replace("Chi bộ cơ sở", "Đảng bộ cơ sở") + """\
kind: dang-bo-co-so
cells_below: [Chi bộ Văn phòng]
committee: [{post: đảng uỷ viên, name: Lò Văn Mẫu}]
"""


@pytest.mark.parametrize(("day", "words", "figures"), [
    (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026", "05/02/2026"),
    (date(2026, 6, 12), "ngày 12 tháng 6 năm 2026", "12/6/2026"),
    (date(2026, 1, 10), "ngày 10 tháng 01 năm 2026", "10/01/2026"),
    (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026", "09/3/2026"),
    (date(2026, 11, 30), "ngày 30 tháng 11 năm 2026", "30/11/2026"),
])
def test_days_have_their_zeros(day: date, words: str, figures: str) -> None:
    assert (day_in_words(day), numeric_day(day)) == (words, figures)


@given(st.dates(date(1930, 1, 1), date(2100, 12, 31)))
def test_a_day_is_read_back_from_every_way_of_writing_it(day: date) -> None:
    assert parse_day(day_in_words(day)) == parse_day(numeric_day(day)) == parse_day(day.isoformat()) == day


@pytest.mark.parametrize(("more", "cell", "printed"), [
    ("number: 01\n", CELL, "Số 01-QC/CB"), ("number: 1\n", CELL, "Số 01-QC/CB"),
    ("number: 12\n", CELL, "Số 12-QC/CB"), ("number: 03-QC/CB\n", CELL, "Số 03-QC/CB"),
    ("number: chưa có\n", CELL, f"Số{NUMBER_BLANK}-QC/CB"), ("", CELL, f"Số{NUMBER_BLANK}-QC/CB"),
    ("number: 2\n", ORGANISATION, "Số 02-QC/ĐU"),
])
def test_number_and_symbol(more: str, cell: str, printed: str) -> None:
    assert printed_number(facts(more, cell)) == printed


@pytest.mark.parametrize(("more", "as_of", "profile"), [
    ("", None, "05-hd"), ("issued_on: 26/5/2026\n", None, "36-hd"), ("issued_on: 27/5/2026\n", None, "05-hd"),
    ("", date(2026, 5, 26), "36-hd"), ("issued_on: 27/5/2026\n", date(2024, 1, 1), "05-hd"),
    ("form_profile: 36-hd\nissued_on: 27/5/2026\n", None, "36-hd"),
])
def test_the_profile_follows_the_date_of_the_document(more: str, as_of: date | None, profile: str) -> None:
    assert form_profile(facts(more), as_of) == profile


@pytest.mark.parametrize(("more", "cell", "expected"), [
    ("", CELL, ("T/M CHI BỘ", "BÍ THƯ", "H'Nghĩa Niê")),
    ("deputy: Y Bhút Êban\n", CELL, ("T/M CHI BỘ", "BÍ THƯ", "H'Nghĩa Niê")),
    ("deputy: Y Bhút Êban\n", VACANT, ("T/M CHI BỘ", "PHÓ BÍ THƯ", "Y Bhút Êban")),
    ("", VACANT, ("T/M CHI BỘ", "PHÓ BÍ THƯ", "")),
    ("", ORGANISATION, ("T/M ĐẢNG UỶ", "BÍ THƯ", "H'Nghĩa Niê")),
    ("authority: T/M chi uỷ\n", CELL, ("T/M CHI UỶ", "BÍ THƯ", "H'Nghĩa Niê")),
    ("deputy: Y Bhút Êban\nsigner_post: Phó bí thư\n", CELL, ("T/M CHI BỘ", "PHÓ BÍ THƯ", "Y Bhút Êban")),
])
def test_who_signs(more: str, cell: str, expected: tuple[str, str, str]) -> None:
    signed, = signatures(facts(more, cell), WORKING_RULES, NOBODY)
    assert (signed.authority, signed.post, signed.signer) == expected


def test_the_paper_round_the_articles() -> None:
    wording = Wording(summary=("làm việc của Chi bộ", "nhiệm kỳ 2025 - 2030"),
                      legal_bases=("Căn cứ Điều lệ Đảng;", "Căn cứ Quy định"), recipients=("Đảng uỷ", "Lưu chi bộ."))
    known = facts("issued_on: 5/2/2026\nseal: có\nduplex: có\ndraft_mark: Dự thảo lần 1\n")
    values = document_values(known, wording, None, 2026)
    assert values.superior_lines == ("ĐẢNG BỘ CÁC CƠ QUAN", "TỈNH SAO MAI")
    assert " ".join(values.issuer_lines) == "CHI BỘ CƠ SỞ HỘI LÀM VƯỜN TỈNH SAO MAI"
    assert values.place_and_date == "Sao Mai, ngày 05 tháng 02 năm 2026"
    assert values.legal_bases == ("- Căn cứ Điều lệ Đảng;", "- Căn cứ Quy định,")
    assert values.recipients == ("- Đảng uỷ,", "- Lưu chi bộ.")
    assert (values.kind, values.dated, values.duplex) == ("QUY CHẾ", "2026-02-05", True)
    assert values.signatures[0].seal
    assert values.title == "Quy chế làm việc của Chi bộ nhiệm kỳ 2025 - 2030"
    assert values.draft_mark == "Dự thảo lần 1"
    final = document_values(known, wording, None, 2026, final=True)
    assert (final.draft_mark, final.title) == ("", "")


def test_a_paper_without_date_leaves_room_and_takes_the_new_form() -> None:
    wording = Wording(recipients=("Đảng uỷ", "Lưu chi bộ"))
    values = document_values(facts(), wording, None, None)
    assert values.place_and_date == f"Sao Mai, ngày {DAY_BLANK} tháng {DAY_BLANK} năm {DAY_BLANK}"
    assert values.recipients == ("- Đảng uỷ;", "- Lưu chi bộ.")
    assert values.dated == ""


@given(st.lists(st.sampled_from(["Chi", "bộ", "cơ", "sở", "Liên", "hiệp", "các", "Hội", "tỉnh", "Đắk", "và", "Ư"]),
                min_size=1, max_size=30))
def test_a_long_name_breaks_into_lines_that_fit_and_loses_no_word(words: list[str]) -> None:
    name = " ".join(words)
    cell = CELL.replace("Chi bộ cơ sở Hội Làm vườn tỉnh Sao Mai", name)
    values = document_values(facts("", cell), Wording(), None, 1)
    assert " ".join(values.issuer_lines) == name.upper()
    assert all(width(line, 14, bold=True) <= LEFT_HEAD_WIDTH for line in values.issuer_lines)


def test_an_agreement_names_every_side_in_its_head_and_has_its_own_number_and_day() -> None:
    known = facts("""\
number: 1
issued_on: 5/2/2026
agreement_number: 2
agreement_issued_on: 1/6/2026
associations: [{name: Hội Làm vườn, leadership: Ban Thường vụ Hội Làm vườn, leader_name: Vi Thị Thử}]
""")
    part, = parts(known, AGREEMENT)
    values = document_values(known, Wording(), None, None, kind=AGREEMENT, part=part)
    assert " ".join(values.issuer_lines) == (
        "CHI BỘ CƠ SỞ HỘI LÀM VƯỜN TỈNH SAO MAI - BAN THƯỜNG VỤ HỘI LÀM VƯỜN")
    assert (values.number, values.dated, values.profile) == ("Số 02-QC/CB", "2026-06-01", "05-hd")
    assert printed_number(facts("agreement_symbol: QC/CB-BTV\n"), AGREEMENT) == f"Số{NUMBER_BLANK}-QC/CB-BTV"


def test_the_dang_uy_issues_under_its_own_name_where_it_is_given() -> None:
    named = facts("committee_name: Đảng uỷ Hội Làm vườn\n", ORGANISATION)
    assert document_values(named, Wording(), None, 1).issuer_lines == ("ĐẢNG UỶ HỘI LÀM VƯỜN",)
    assert "ĐẢNG BỘ CƠ SỞ" in " ".join(document_values(facts("", ORGANISATION), Wording(), None, 1).issuer_lines)
