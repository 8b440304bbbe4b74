"""Results on the screen: nothing wider than it, every word there, marks that are closed on each line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.publish.lines import Screen
from docgen.publish.search_results import Result, Results, search_results
from docgen.search.snippet import Snippet

WORDING = ("Cấp uỷ xây dựng quy chế phối hợp công tác với đảng đoàn, lãnh đạo hội. Thông báo định kỳ 6 tháng 1 lần "
           "hoặc đột xuất với đảng đoàn, lãnh đạo hội, thủ trưởng cơ quan ý kiến của đảng viên và quần chúng")
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def shown(piece: Snippet, screen: Screen, **more: object) -> str:
    facts: dict[str, object] = {"edition": "162-qd-tw-2024", "address": "dieu-9.khoan-2", "score": 5, "snippet": piece,
                                "citation": "khoản 2 Điều 9 Quy định số 162-QĐ/TW", "ask": "162:dieu-9.khoan-2",
                                "status": "in_force", **more}
    result = Result(**facts)  # type: ignore[arg-type]  # facts are those of a Result
    return search_results(Results(typed="quy che", results=(result,)), screen)


@given(st.integers(0, len(WORDING) - 2), st.integers(1, 80), st.sampled_from((40, 80, 100)))
def test_a_mark_is_closed_on_every_line_and_hides_nothing(start: int, length: int, width: int) -> None:
    piece = Snippet(WORDING, ((start, min(start + length, len(WORDING))),), (True, True))
    plain = shown(piece, Screen(width))
    coloured = shown(piece, Screen(width, colour=True))
    assert plain.count("«") == plain.count("»") == 1
    assert all(len(line) <= width for line in plain.splitlines())
    assert all(len(_ANSI.sub("", line)) <= width for line in coloured.splitlines())
    assert all(line.count("\x1b[0m") == len(_ANSI.findall(line)) / 2 for line in coloured.splitlines())
    for text in (plain.replace("«", "").replace("»", ""), _ANSI.sub("", coloured)):
        assert WORDING in " ".join(text.split())


def test_a_heading_stands_on_its_own_line() -> None:
    lines = shown(Snippet("Hiệu lực thi hành\nQuy định này thay thế", ((0, 8),)), Screen(80)).splitlines()
    assert "    «Hiệu lực» thi hành" in lines
    assert "    Quy định này thay thế" in lines


@pytest.mark.parametrize(("status", "more", "words"), [
    ("replaced", {}, "hết hiệu lực"), ("in_force", {"missing": ("đóng", "tàu")}, "đóng, tàu"),
    ("not_known", {"held": False}, "162:dieu-9.khoan-2"), ("in_force", {"alike": 7}, "7"),
])
def test_what_a_reader_must_know_stands_under_the_citation(status: str, more: dict[str, object], words: str) -> None:
    lines = shown(Snippet(WORDING), Screen(80), status=status, **more).splitlines()
    assert words in lines[3]


def test_statuses_never_look_alike() -> None:
    pages = {shown(Snippet(WORDING), Screen(80), status=status)
             for status in ("in_force", "not_yet", "replaced", "not_known")}
    assert len(pages) == 4


def test_a_text_that_is_not_held_is_not_offered_for_reading() -> None:
    assert "docgen show" not in shown(Snippet(WORDING), Screen(80), held=False)
    assert "docgen show 162:dieu-9.khoan-2" in shown(Snippet(WORDING), Screen(80))
