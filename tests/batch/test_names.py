"""Names of files: readable, safe on Windows, never two alike, whatever the order of the rows."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from docgen.draft.batch_names import file_names

TITLES = st.lists(st.one_of(
    st.text(max_size=80),
    st.sampled_from([
        "Phường 7", "phuong 7", "PHƯỜNG-7", "con", "NUL", "com1", "Chi bộ cơ sở Hội Đông y", ""])), max_size=12)


@given(TITLES)
def test_different_titles_have_different_safe_names(titles: list[str]) -> None:
    names = file_names(titles, [False] * len(titles))
    assert len({*zip(titles, names, strict=True)}) == len(set(titles))
    assert len(set(names)) == len(set(titles))
    for name in names:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        assert name not in ("con", "nul", "aux", "prn", "com1")


@given(TITLES)
def test_the_order_of_the_rows_changes_no_name(titles: list[str]) -> None:
    there = dict(zip(titles, file_names(titles, [False] * len(titles)), strict=True))
    back = dict(zip(titles[::-1], file_names(titles[::-1], [False] * len(titles)), strict=True))
    assert there == back


def test_a_code_keeps_its_plain_name() -> None:
    plain, other = file_names(["cb-01", "CB 01"], [True, False])
    assert plain == "cb-01"
    assert re.fullmatch(r"cb-01-[0-9a-f]{6}", other)


def test_names_of_the_highlands_are_readable() -> None:
    assert file_names(["Chi bộ Hội Khuyết tật xã Ea H'Leo", "Chi bộ Phường 7"], [False, False]) == (
        "chi-bo-hoi-khuyet-tat-xa-ea-h-leo", "chi-bo-phuong-7")
