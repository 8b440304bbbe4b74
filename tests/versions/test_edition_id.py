"""Edition ids and their abbreviations (contract §2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import NotPossible, WrongUsage
from docgen.versions.edition_id import EDITION_ID, abbreviation, edition_id, matches, resolve, slug

IDS = ("05-hd-vptw-2026", "10-hd-btctw-2007", "20-qd-tw-2026", "202-qd-tw-2019", "162-qd-tw-2024", "97-qd-tw-2004",
       "97-qd-tw-2023", "dieu-le-dang-2011")
PART = st.text(alphabet="abcdeghiklmn0123456789", min_size=1, max_size=5)
ID = st.lists(PART, min_size=1, max_size=5).map("-".join)


@given(st.sets(ID, min_size=1, max_size=12))
def test_every_id_names_itself(ids: set[str]) -> None:
    for one in ids:
        assert resolve(one, ids) == one


@given(st.sets(ID, min_size=1, max_size=12))
def test_an_abbreviation_leads_back(ids: set[str]) -> None:
    for one in ids:
        short = abbreviation(one, ids)
        assert one == short or one.startswith(f"{short}-")
        assert resolve(short, ids) == one


@given(st.sets(ID, min_size=1, max_size=12), ID)
def test_an_abbreviation_is_a_run_of_whole_parts(ids: set[str], typed: str) -> None:
    for found in matches(typed, ids):
        assert found.split("-")[: typed.count("-") + 1] == typed.split("-")


@given(st.text(max_size=30))
def test_a_slug_is_an_id_or_nothing_and_stays(text: str) -> None:
    once = slug(text)
    assert once == "" or EDITION_ID.fullmatch(once)
    assert slug(once) == once


@pytest.mark.parametrize(("number", "year", "kind", "expected"), [
    ("162-QĐ/TW", 2024, "Quy định", "162-qd-tw-2024"),
    ("30-HD/BTCTW", 2014, "Hướng dẫn", "30-hd-btctw-2014"),
    ("05-HD/VPTW", 2026, "Hướng dẫn", "05-hd-vptw-2026"),
    ("162-QÐ/TW", 2024, "", "162-qd-tw-2024"),  # Ð U+00D0, the other letter that looks like Đ
    ("", 2011, "Điều lệ Đảng", "dieu-le-dang-2011"),
    ("202-QĐ/TW", None, "", "202-qd-tw"),
])
def test_ids_of_the_contract(number: str, year: int | None, kind: str, expected: str) -> None:
    assert edition_id(number, year, kind) == expected


@pytest.mark.parametrize(("typed", "expected"), [
    ("162", "162-qd-tw-2024"), ("20", "20-qd-tw-2026"), ("202", "202-qd-tw-2019"), ("162-QĐ/TW", "162-qd-tw-2024"),
    ("05", "05-hd-vptw-2026"), ("97-qd-tw-2004", "97-qd-tw-2004"), ("dieu-le", "dieu-le-dang-2011"),
    ("Điều lệ Đảng", "dieu-le-dang-2011"), ("162-qd", "162-qd-tw-2024"),
])
def test_abbreviations(typed: str, expected: str) -> None:
    assert resolve(typed, IDS) == expected


def test_a_number_that_names_two_documents_is_refused_with_both() -> None:
    with pytest.raises(WrongUsage) as refusal:
        resolve("97", IDS)
    assert "97-qd-tw-2004, 97-qd-tw-2023" in str(refusal.value)
    assert refusal.value.exit_code == 2


@pytest.mark.parametrize(("typed", "near"), [("16", "162-qd-tw-2024"), ("162-qd-tw-2025", "162-qd-tw-2024"),
                                             ("999", "202-qd-tw-2019"), ("", "162-qd-tw-2024")])
def test_an_unknown_one_lists_candidates(typed: str, near: str) -> None:
    with pytest.raises(NotPossible) as refusal:
        resolve(typed, IDS)
    assert refusal.value.exit_code == 1
    assert near in str(refusal.value)


def test_half_a_part_is_no_abbreviation() -> None:
    assert matches("16", IDS) == ()
    assert matches("162-q", IDS) == ()
