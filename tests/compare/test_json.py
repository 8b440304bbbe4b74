"""The JSON of `docgen diff` as the contract has it (§5), on generated pairs and on a text with every kind."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings

from docgen.compare.compare import compare
from docgen.compare.comparison import KINDS
from docgen.model.address import walk
from docgen.model.level import Level
from docgen.model.tree import Regulation
from docgen.reader.read import read
from tests.compare.test_kinds import FIVE, FOUR, ONE, SIX, THREE, TWO, text
from tests.conftest import FULL
from tests.strategies import pairs_of_texts

LEVELS = {level.value for level in Level}
OLD = text(("Họp", ONE, f"{TWO}. {THREE}"), ("Thu", FOUR + ".")) + "\n\n[…] Chưa có phần sau."
NEW = text(("Họp", ONE.replace("uỷ", "ủy"), TWO, THREE), ("Thu, nộp", FOUR.replace("công khai", "báo cáo") + "."),
           ("Mới", SIX))


def shown(old: Regulation, new: Regulation) -> dict[str, Any]:
    """Return what a program reads: through the text of the JSON, so that nothing but plain values is in it."""
    out: dict[str, Any] = json.loads(json.dumps(compare(old, new).to_dict(), ensure_ascii=False))
    return out


def assert_words(words: list[list[Any]]) -> None:
    for mark, *rest in words:
        assert mark in {"=", "-", "+", "~", "?"}
        if mark == "~":
            assert len(rest) == 2 and all(isinstance(side, str) for side in rest) and rest[0] != rest[1]
        else:
            assert isinstance(rest[0], str) and rest[0] and len(rest) <= (2 if mark in "-+" else 1)
            assert all(isinstance(number, int) and number > 0 for number in rest[1:])
    swaps: dict[int, list[str]] = {}
    for mark, *rest in words:
        if mark in "-+" and len(rest) == 2:
            swaps.setdefault(rest[1], []).append(mark)
    assert all(sorted(marks) == ["+", "-"] for marks in swaps.values())


def assert_row(row: dict[str, Any]) -> None:
    assert row["level"] in LEVELS and isinstance(row["confirmed"], bool)
    assert row["kinds"] == [kind for kind in KINDS if kind in row["kinds"]]
    assert row["old"] or row["new"]
    likeness = row["similarity"]
    assert likeness is None or (0 <= likeness <= 1 and round(likeness, 2) == likeness)
    assert (likeness is None) == (not row["old"] or not row["new"])
    keys = {"level", "kinds", "old", "new", "similarity", "confirmed"}
    if len(row["old"]) > 1 or len(row["new"]) > 1:
        assert set(row) == {*keys, "pairs"}
        for pair in row["pairs"]:
            assert set(pair) == {"old", "new", "weight", "words", "heading"}
            assert pair["old"] in row["old"] and pair["new"] in row["new"] and 0 <= pair["weight"] <= 1
            assert_words(pair["words"])
            assert_words(pair["heading"])
        assert {pair["old"] for pair in row["pairs"]} == set(row["old"])
        assert {pair["new"] for pair in row["pairs"]} == set(row["new"])
    elif likeness is None:
        assert set(row) == keys
    else:
        assert set(row) == {*keys, "heading", "words"}
        assert_words(row["words"])
        assert_words(row["heading"])


def assert_shape(old: Regulation, new: Regulation) -> dict[str, Any]:
    result = shown(old, new)
    assert set(result) == {"format", "limited", "old", "new", "correspondences", "counts"}
    assert result["format"] == 1 and all(isinstance(place, str) for place in result["limited"])
    counts: dict[str, Counter[str]] = {}
    for row in result["correspondences"]:
        assert_row(row)
        counts.setdefault(row["level"], Counter()).update(row["kinds"])
    assert result["counts"] == counts  # each row once for each of its kinds, every level that occurs
    level_of = {side: {address: node.level.value for address, node in walk(text)}
                for side, text in (("old", old), ("new", new))}
    for row in result["correspondences"]:
        side = "old" if row["old"] else "new"
        assert row["level"] == level_of[side][row[side][0]]
    return result


@given(pairs_of_texts())
@settings(max_examples=100 if FULL else 15, deadline=None)
def test_the_shape_holds_on_trees_that_could_exist(texts: tuple[Regulation, Regulation]) -> None:
    assert_shape(*texts)


def test_a_text_of_every_kind() -> None:
    result = assert_shape(read(OLD).regulation, read(NEW).regulation)
    assert (result["old"], result["new"]) == (
        {"edition": None, "completeness": "partial"}, {"edition": None, "completeness": "full"})
    kinds = {(tuple(row["old"]), tuple(row["new"])): row["kinds"] for row in result["correspondences"]}
    assert kinds == {
        (("dieu-1",), ("dieu-1",)): ["reworded"],
        (("dieu-1.khoan-1",), ("dieu-1.khoan-1",)): ["spelling"],
        (("dieu-1.khoan-2",), ("dieu-1.khoan-2", "dieu-1.khoan-3")): ["split"],
        (("dieu-2",), ("dieu-2",)): ["reworded"],
        ((), ("dieu-3",)): ["unknown"]}
    assert result["counts"] == {"article": {"reworded": 2, "unknown": 1}, "clause": {"spelling": 1, "split": 1}}
    by_old = {tuple(row["old"]): row for row in result["correspondences"]}
    assert by_old[("dieu-2",)]["heading"] == [["=", "Thu"], ["+", ", nộp"]]
    assert by_old[("dieu-2",)]["words"][1:3] == [["-", " công khai"], ["+", " báo cáo"]]
    assert by_old[()] == {"level": "article", "kinds": ["unknown"], "old": [], "new": ["dieu-3"], "similarity": None,
                          "confirmed": False}


def test_an_edition_is_named_by_its_own_front_matter() -> None:
    head = "---\nedition: 162-qd-tw-2024\nwork: hoi-quan-chung\n---\n\n<!-- zone: body -->\n\n"
    sides = assert_shape(read(head + "### Điều 1. Họp\n").regulation, read(text(("Họp", ONE))).regulation)
    assert (sides["old"]["edition"], sides["new"]["edition"]) == ("162-qd-tw-2024", None)


@pytest.mark.parametrize(("old", "new", "kinds"), [
    (text(("Họp", ONE, TWO)), text(("Mới", FIVE, SIX), ("Họp", ONE, TWO)), ["renumbered"]),
    (text(("Họp", ONE), ("Thu", THREE, FOUR)), text(("Thu", THREE, FOUR), ("Họp", ONE)), ["renumbered", "moved"]),
    (text(("Họp", ONE, TWO)), text(("Thu", FIVE, SIX)), ["removed"])])
def test_kinds_of_an_article(old: str, new: str, kinds: list[str]) -> None:
    result = assert_shape(read(old).regulation, read(new).regulation)
    assert next(row["kinds"] for row in result["correspondences"] if row["old"] == ["dieu-1"]) == kinds


def test_a_gap_in_the_middle_of_a_sentence_faces_words_of_the_other_side() -> None:
    cut, rest = TWO[:59], TWO[59:]
    for gap_is_old in (True, False):
        held, whole = text(("Họp", ONE, cut)) + "\n\n[…] Chưa có phần sau.", text(("Họp", ONE, TWO))
        old, new = (held, whole) if gap_is_old else (whole, held)
        result = assert_shape(read(old).regulation, read(new).regulation)
        row = next(row for row in result["correspondences"] if row["old"] == ["dieu-1.khoan-2"])
        assert row["kinds"] == ["unknown"] and row["words"] == [["=", cut], ["?", rest]]
        article = next(row for row in result["correspondences"] if row["old"] == ["dieu-1"])
        assert "unknown" not in article["kinds"]
