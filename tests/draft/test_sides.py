"""Who signs an agreement, with whom it is made, and what the facts about the sides must not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.draft.facts import Facts
from docgen.draft.fields import read_fields
from docgen.draft.kinds import AGREEMENT, WORKING_RULES
from docgen.draft.membership import person_key
from docgen.draft.parties import associations, committee_side, file_word, joined, parts, stated_number
from docgen.draft.signing import signatures
from docgen.model.finding import Severity
from tests.draft.samples import CELL, FIELDS, facts, findings_of

COMMITTEE = "committee: [{post: chi uỷ viên, name: Lò Văn Mẫu}]\n"
TWELVE = CELL.replace("full_members: 7", "full_members: 12")
VACANT = CELL.replace("H'Nghĩa Niê", "khuyết")
ORGANISATION = CELL.replace("Chi bộ", "Đảng bộ").replace(": 7", ": 40") + """\
kind: dang-bo-co-so
cells_below: [Chi bộ Văn phòng]
committee: [{post: đảng uỷ viên, name: Lò Văn Mẫu}]
"""


def hoi(name: str, more: str = "leader_name: Vi Thị Thử") -> str:
    return f"  - {{name: {name}, leadership: Ban Thường vụ {name}, {more}}}\n"


def sides(*entries: str) -> str:
    return "associations:\n" + "".join(entries)


ONE = sides(hoi("Hội A"))
OWN_LEADER = "leader_name: H'Nghĩa Niê"
VICE = OWN_LEADER + ", signer_title: phó chủ tịch, signer_name: Tô Văn Thay"


def signed(known: Facts) -> list[list[tuple[str, str, str]]]:
    return [[(block.authority, block.post, block.signer) for block in signatures(known, AGREEMENT, part)]
            for part in parts(known, AGREEMENT)]


@pytest.mark.parametrize(("more", "cell", "expected"), [
    (ONE, CELL, [("T/M CHI BỘ", "BÍ THƯ", "H'Nghĩa Niê"), ("T/M BAN THƯỜNG VỤ", "CHỦ TỊCH", "Vi Thị Thử")]),
    (ONE + COMMITTEE, TWELVE,
     [("T/M CHI UỶ", "BÍ THƯ", "H'Nghĩa Niê"), ("T/M BAN THƯỜNG VỤ", "CHỦ TỊCH", "Vi Thị Thử")]),
    (ONE, ORGANISATION, [("T/M ĐẢNG UỶ", "BÍ THƯ", "H'Nghĩa Niê"), ("T/M BAN THƯỜNG VỤ", "CHỦ TỊCH", "Vi Thị Thử")]),
    (ONE + "deputy: Y Bhút\n", VACANT,
     [("T/M CHI BỘ", "PHÓ BÍ THƯ", "Y Bhút"), ("T/M BAN THƯỜNG VỤ", "CHỦ TỊCH", "Vi Thị Thử")]),
    (sides(hoi("Hội A", OWN_LEADER)) + "deputy: Y Bhút\n", CELL,
     [("T/M CHI BỘ", "PHÓ BÍ THƯ", "Y Bhút"), ("T/M BAN THƯỜNG VỤ", "CHỦ TỊCH", "H'Nghĩa Niê")]),
    (sides(hoi("Hội A", VICE)), CELL,
     [("T/M CHI BỘ", "BÍ THƯ", "H'Nghĩa Niê"), ("T/M BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", "Tô Văn Thay")]),
    (sides(hoi("Hội A", "authority: t/m thường trực, leader_title: trưởng ban, leader_name: B")), CELL,
     [("T/M CHI BỘ", "BÍ THƯ", "H'Nghĩa Niê"), ("T/M THƯỜNG TRỰC", "TRƯỞNG BAN", "B")]),
])
def test_who_signs_an_agreement(more: str, cell: str, expected: list[tuple[str, str, str]]) -> None:
    assert signed(facts(more, cell)) == [expected]


def test_several_associations_sign_one_agreement_or_one_each() -> None:
    three = sides(hoi("Hội A", "leader_name: A"), hoi("Hội B", "leader_name: B, short_name: Hội Bê"),
                  hoi("Hội C", "leader_name: C, agreement_number: 7"))
    joint, = signed(facts(three))
    assert [block[0] for block in joint] == ["T/M CHI BỘ", "T/M BAN THƯỜNG VỤ HỘI A", "T/M BAN THƯỜNG VỤ HỘI BÊ",
                                             "T/M BAN THƯỜNG VỤ HỘI C"]
    apart = facts(three + "agreement_form: separate\n")
    assert [[block[2] for block in blocks] for blocks in signed(apart)] == [
        ["H'Nghĩa Niê", "A"], ["H'Nghĩa Niê", "B"], ["H'Nghĩa Niê", "C"]]
    assert [part.suffix for part in parts(apart, AGREEMENT)] == ["hoi-a", "hoi-be", "hoi-c"]
    assert [stated_number(apart, AGREEMENT, part) for part in parts(apart, AGREEMENT)] == ["", "", "7"]
    assert [len(part.associations) for part in parts(apart, WORKING_RULES)] == [3]


def test_two_short_names_that_give_one_file_name_are_told_apart() -> None:
    apart = facts(sides(hoi("Hội Á"), hoi("Hội A")) + "agreement_form: separate\n")
    assert [part.suffix for part in parts(apart, AGREEMENT)] == ["hoi-a", "hoi-a-2"]
    assert file_word("Đ/k?") == "d-k"
    assert file_word("…") == "hoi"


@pytest.mark.parametrize(("more", "cell", "name"), [
    (COMMITTEE, TWELVE, "Chi uỷ Chi bộ cơ sở Hội Làm vườn tỉnh Sao Mai"),
    ("", CELL, "Chi bộ cơ sở Hội Làm vườn tỉnh Sao Mai"),
    ("", ORGANISATION, "Đảng uỷ cơ sở Hội Làm vườn tỉnh Sao Mai"),
    ("committee_name: Đảng uỷ Hội Làm vườn\n", ORGANISATION, "Đảng uỷ Hội Làm vườn"),
])
def test_the_cells_side_has_its_exact_name(more: str, cell: str, name: str) -> None:
    assert committee_side(facts(more, cell)) == name


@given(st.lists(st.text("abc", min_size=1), max_size=5))
def test_names_in_one_line(names: list[str]) -> None:
    line = joined(names)
    assert line.count(" và ") == (1 if len(names) > 1 else 0)
    assert [part for part in line.replace(" và ", ", ").split(", ") if part] == names


def test_what_nobody_answered_about_an_association_prints_as_nothing() -> None:
    record, = associations(facts(ONE))
    assert record["short_name"] == "Hội A"
    assert all(value is not None for _, value in record.pairs)


@pytest.mark.parametrize(("more", "cell", "expected"), [
    (ONE, CELL, []),
    (sides(hoi("Hội A", OWN_LEADER)), CELL, [("cell-both-sides", "error")]),
    (sides(hoi("Hội A", OWN_LEADER)) + "deputy: Y Bhút\n", CELL, []),
    (sides(hoi("Hội A", VICE)), CELL, []),
    (sides(hoi("Hội A", "leader_name: Y  BHÚT")) + "deputy: Y Bhút\n", VACANT,
     [("cell-both-sides", "error"), ("cell-vacant", "warning")]),
    (sides(hoi("Hội A", "leader_name: X, signer_name: H'Nghĩa Niê, signer_title: ỦY VIÊN")), CELL,
     [("cell-both-sides", "error")]),
    (sides(hoi("Hội A"), hoi("Hội B")), CELL, [("cell-both-sides", "error")]),
    (sides(hoi("Hội A"), hoi("Hội B")) + "agreement_form: separate\n", CELL, []),
    (sides(hoi("Hội A", OWN_LEADER), hoi("Hội B", OWN_LEADER)) + "agreement_form: separate\n", CELL,
     [("cell-both-sides", "error")]),
    (sides(hoi("Hội A"), hoi("hội  a", "leader_name: B")), CELL, [("cell-association", "error")]),
    (sides(hoi("Hội A", "leader_name: A, members: 3"), hoi("Hội B", "leader_name: B, members: 4")), CELL, []),
    (sides(hoi("Hội A", "leader_name: A, members: 3"), hoi("Hội B", "leader_name: B, members: 2")), CELL,
     [("cell-members", "warning")]),
    (sides(hoi("Hội A", "leader_name: A, members: 3"), hoi("Hội B", "leader_name: B")), CELL, []),
    (sides(hoi("Hội A", "leader_name: A, members: 8"), hoi("Hội B", "leader_name: B")), CELL,
     [("cell-members", "warning")]),
    (sides(hoi("Hội A", VICE + ", leader_is_member: không")), CELL, [("cell-leader", "error")]),
    (sides(hoi("Hội A", "signer_name: A")), CELL, [("cell-signer", "error")]),
    (sides(hoi("Hội A", "leader_name: A, signer_title: PHÓ CHỦ TỊCH")), CELL, [("cell-signer", "warning")]),
    (sides(hoi("Hội A", "members: 7")), CELL, [("cell-signer", "warning")]),
    (ONE + "number: 01\nagreement_number: 1\n", CELL, [("cell-number", "error")]),
    (ONE + "number: 01-QC/CB\nagreement_number: 1\n", CELL, [("cell-number", "error")]),
    (ONE + "number: 1\nagreement_number: 2\n", CELL, []),
    (sides(hoi("Hội A", "leader_name: A"), hoi("Hội B", "leader_name: B"))
     + "agreement_form: separate\nagreement_number: 2\n", CELL, [("cell-number", "error")]),
    (sides(hoi("Hội A", "leader_name: A, agreement_number: 2"), hoi("Hội B", "leader_name: B, agreement_number: 02"))
     + "agreement_form: separate\n", CELL, [("cell-number", "error")]),
    (sides(hoi("Hội A", "leader_name: A, agreement_number: 2"), hoi("Hội B", "leader_name: B, agreement_number: 3"))
     + "agreement_form: separate\n", CELL, []),
    (ONE + "congress_on: 12/6/2025\nagreement_passed_on: 1/6/2025\n", CELL, [("cell-dates", "error")]),
    (ONE + "agreement_passed_on: 1/7/2025\nagreement_issued_on: 30/6/2025\n", CELL, [("cell-dates", "error")]),
    (ONE + "cells_below: [Chi bộ một]\n", CELL, [("cell-below", "warning")]),
    (ONE, ORGANISATION, []),
    (ONE, ORGANISATION.replace("đảng uỷ viên", "chi uỷ viên"), [("cell-posts", "error")]),
    (ONE, TWELVE + COMMITTEE.replace("chi uỷ viên", "đảng uỷ viên"), [("cell-posts", "error")]),
    (ONE, "".join(line + "\n" for line in ORGANISATION.splitlines() if not line.startswith(("comm", "cells"))),
     [("cell-below", "error"), ("cell-committee", "error")]),
])
def test_what_facts_about_the_sides_must_not_say(
    more: str, cell: str, expected: list[tuple[str, Severity]],
) -> None:
    found = findings_of(more, cell)
    assert sorted((f.code, f.severity) for f in found) == expected
    assert all(f.line >= 1 and f.column >= 1 and str(f.message) and str(f.remedy) for f in found)


def test_what_concerns_the_agreement_does_not_stop_the_working_rules() -> None:
    from docgen.draft.cells import read_cell

    listed = read_fields(FIELDS).fields
    cell = CELL + sides(hoi("Hội A", OWN_LEADER))
    assert read_cell(cell, listed, kinds=(WORKING_RULES.slug,)).findings == ()
    assert read_cell(cell, listed, kinds=(AGREEMENT.slug,)).facts is None


def test_a_fault_stands_at_the_entry_it_is_about() -> None:
    found = findings_of(sides(hoi("Hội A"), hoi("Hội A", "leader_name: B")))
    assert [(f.code, f.line, f.column) for f in found] == [("cell-association", 7, 5)]


PEOPLE = st.sampled_from(["", "H'Nghĩa Niê", "Y Bhút Êban", "Lò Văn Mẫu", "Vi Thị Thử"])


@given(st.lists(st.tuples(PEOPLE, PEOPLE), min_size=1, max_size=3), PEOPLE, PEOPLE, st.booleans())
def test_no_person_ever_signs_twice(
    leaders: list[tuple[str, str]], secretary: str, deputy: str, separate: bool,
) -> None:
    entries = [hoi(f"Hội {place}", f'leader_name: "{leader}", signer_name: "{signer}", signer_title: UỶ VIÊN')
               for place, (leader, signer) in enumerate(leaders)]
    from docgen.draft.cells import read_cell

    cell = CELL.replace("H'Nghĩa Niê", f'"{secretary or "khuyết"}"') + f'deputy: "{deputy}"\n' + sides(*entries)
    reading = read_cell(cell + ("agreement_form: separate\n" if separate else ""), read_fields(FIELDS).fields)
    if reading.facts is None:
        return
    for part in parts(reading.facts, AGREEMENT):
        names = [person_key(block.signer) for block in signatures(reading.facts, AGREEMENT, part) if block.signer]
        assert len(names) == len(set(names))
