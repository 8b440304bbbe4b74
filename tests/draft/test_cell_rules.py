from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.draft.membership import at_least, committee_count, more_than_half, quorum, two_thirds
from docgen.model.finding import Severity
from tests.draft.samples import CELL, facts, findings_of


def committee(*members: tuple[str, str]) -> str:
    return "committee:\n" + "".join(f"  - {{post: {post}, name: {name}}}\n" for post, name in members)


THREE = committee(("bí thư", "H'Nghĩa Niê"), ("phó bí thư", "Y Bhút Êban"), ("chi uỷ viên", "Lò Văn Mẫu"))
TWELVE = CELL.replace("full_members: 7", "full_members: 12")


@pytest.mark.parametrize(("more", "cell", "expected"), [
    ("", CELL, []),
    (THREE + "deputy: Y Bhút Êban\n", TWELVE, []),
    ("deputy: H'Nghĩa  NIÊ\n", CELL, [("cell-twice", "error")]),
    ("deputy: H’Nghĩa Niê\n", CELL, [("cell-twice", "error")]),
    (committee(("phó bí thư", "Lò Văn Mẫu"), ("chi uỷ viên", "Lò Văn Mẫu")), TWELVE, [("cell-twice", "error")]),
    (committee(("phó bí thư", "Lò Văn Mẫu"), ("phó bí thư", "Vi Thị Thử")), TWELVE, [("cell-posts", "error")]),
    (committee(("bí thư", "Lò Văn Mẫu")), TWELVE, [("cell-posts", "error")]),
    (committee(*[("chi uỷ viên", f"Lò Văn {letter}") for letter in "ABCDEFG"]), TWELVE,
     [("cell-committee", "error")]),
    (committee(*[("chi uỷ viên", f"Lò Văn {letter}") for letter in "ABCDEF"]), TWELVE, []),
    (THREE, CELL, [("cell-committee", "warning")]),
    ("", TWELVE, [("cell-committee", "warning")]),
    ("deputy: Y Bhút Êban\n", CELL.replace("H'Nghĩa Niê", "khuyết"), [("cell-vacant", "warning")]),
    ("", CELL.replace("H'Nghĩa Niê", "khuyết"), [("cell-vacant", "warning")]),
    ("congress_on: 12/6/2025\npassed_on: 11/6/2025\n", CELL, [("cell-dates", "error")]),
    ("congress_on: 12/6/2025\nissued_on: 11/6/2025\n", CELL, [("cell-dates", "error")]),
    ("passed_on: 1/7/2025\nissued_on: 30/6/2025\ncongress_on: 12/6/2025\n", CELL, [("cell-dates", "error")]),
    ("congress_on: 12/6/2025\npassed_on: 12/6/2025\nissued_on: 12/6/2025\n", CELL, []),
    ("congress_on: 12/6/2024\n", CELL, [("cell-term", "warning")]),
    ("term: 2030 - 2025\n", CELL, [("cell-term", "error")]),
    ("quorum_share: quá nửa\n", CELL, [("cell-quorum", "warning")]),
    ("quorum_share: nhiều\n", CELL, [("cell-quorum", "error")]),
])
def test_what_facts_must_not_say_together(
    more: str, cell: str, expected: list[tuple[str, Severity]],
) -> None:
    found = findings_of(more, cell)
    assert [(f.code, f.severity) for f in found] == expected
    assert all(f.line >= 1 and str(f.message) and str(f.remedy) for f in found)


def test_a_committee_larger_than_the_cell_is_a_fault() -> None:
    cell = CELL.replace("full_members: 7", "full_members: 3")
    members = committee(*[("chi uỷ viên", f"Lò Văn {letter}") for letter in "ABCD"])
    assert [f.severity for f in findings_of(members, cell)] == ["error", "warning"]


def test_secretary_and_deputy_belong_to_the_committee_listed_or_not() -> None:
    listed = facts(THREE + "deputy: Y Bhút Êban\n", TWELVE)
    unlisted = facts(committee(("chi uỷ viên", "Lò Văn Mẫu")) + "deputy: Y Bhút Êban\n", TWELVE)
    assert committee_count(listed) == committee_count(unlisted) == 3
    assert committee_count(facts()) == 0


@pytest.mark.parametrize(("full", "majority", "thirds"), [(3, 2, 2), (5, 3, 4), (7, 4, 5), (8, 5, 6), (9, 5, 6),
                                                          (12, 7, 8)])
def test_majorities(full: int, majority: int, thirds: int) -> None:
    assert (more_than_half(full), two_thirds(full)) == (majority, thirds)


@given(st.integers(1, 1000))
def test_majorities_are_the_smallest_numbers_that_do(full: int) -> None:
    assert 2 * more_than_half(full) > full >= 2 * (more_than_half(full) - 1)
    assert 3 * two_thirds(full) >= 2 * full > 3 * (two_thirds(full) - 1)
    assert at_least(full, 1, 1) == full


@pytest.mark.parametrize(("share", "present"), [("hai phần ba", 8), ("Hai phần  ba", 8), ("2/3", 8), ("ba phần tư", 9),
                                                ("quá nửa", 7), ("hơn một nửa", 7), ("3/2", None), ("75%", 9),
                                                ("101 %", None), ("0/3", None),
                                                ("đông đủ", None), ("", None), ("1/0", None)])
def test_shares_in_words(share: str, present: int | None) -> None:
    assert quorum(12, share) == present
