"""Numbering on trees made by hand and by the law: what is numbered without a jump has no finding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.check.rules.numbering import numbering_findings
from docgen.model.level import Level
from docgen.model.numbering import point_letter, roman
from docgen.model.tree import Gap, Node, Provision, Regulation
from docgen.versions.library import HeldText

GAP = Gap(text="mất")


def codes(*nodes: Node) -> list[str]:
    held = HeldText(file="x.md", content=b"", text="", regulation=Regulation(provisions=nodes))
    return [one.code for one in numbering_findings(held)]


def node(level: Level, label: str, *children: Node) -> Provision:
    return Provision(level=level, label=label, text="t", children=children)


def article(label: str, *children: Node) -> Provision:
    return node(Level.ARTICLE, f"Điều {label}.", *children)


def clause(label: str, *children: Node) -> Provision:
    return node(Level.CLAUSE, label, *children)


def point(label: str) -> Provision:
    return node(Level.POINT, f"{label})")


@given(st.integers(0, 25), st.data())
def test_a_point_list_has_no_finding_until_one_is_lost(length: int, data: st.DataObject) -> None:
    letters = [point_letter(n) for n in range(1, length + 1)]
    assert codes(article("1", *map(point, letters))) == []
    if length > 2:
        lost = data.draw(st.integers(1, length - 2))
        del letters[lost]
        assert codes(article("1", *map(point, letters))) == ["numbering-skipped"]
        with_gap: list[Node] = [*map(point, letters[:lost]), GAP, *map(point, letters[lost:])]
        assert codes(article("1", *with_gap)) == []


@given(st.lists(st.integers(1, 4), max_size=5))
def test_articles_run_through_the_chapters(sizes: list[int]) -> None:
    number, chapters = 0, []
    for place, size in enumerate(sizes, 1):
        articles = []
        for _ in range(size):
            number += 1
            articles.append(article(str(number)))
        chapters.append(node(Level.CHAPTER, f"Chương {roman(place)}", *articles))
    assert codes(*chapters) == []


@pytest.mark.parametrize("labels", [
    ["1", "2", "3"], ["1", "1a", "1b", "2"], ["1", "2", "2a", "3"], []])
def test_articles_that_follow(labels: list[str]) -> None:
    assert codes(*map(article, labels)) == []


@pytest.mark.parametrize(("labels", "expected"), [
    (["2"], ["numbering-start"]), (["1", "3"], ["numbering-skipped"]), (["1", "1"], ["numbering-repeated"]),
    (["1", "2", "1", "2"], ["numbering-repeated"]), (["1", "5", "6"], ["numbering-skipped"]),
    (["1", "2b"], ["numbering-skipped"])])
def test_articles_that_do_not(labels: list[str], expected: list[str]) -> None:
    assert codes(*map(article, labels)) == expected


def test_clauses_begin_again_in_every_article() -> None:
    assert codes(article("1", clause("1."), clause("2.")), article("2", clause("1-"), clause("2-"))) == []
    assert codes(article("1", clause("1."), clause("2.")), article("2", clause("3."))) == ["numbering-start"]


def test_dotted_clauses() -> None:
    assert codes(clause("1.", clause("1.1."), clause("1.2.")), clause("2.", clause("2.1."))) == []
    assert codes(clause("1.", clause("1.1."), clause("1.3."))) == ["numbering-skipped"]


def test_the_letter_after_d_is_stroked() -> None:
    assert codes(article("1", *map(point, "abcdđe"))) == []
    assert codes(article("1", *map(point, "abcde"))) == ["numbering-skipped"]


def test_heads_without_a_rank_word() -> None:
    heads = [node(Level.HEADING, f"{roman(n)}-") for n in range(1, 12)]
    assert codes(*heads) == []
    assert codes(*heads[:3], *heads[4:]) == ["numbering-skipped"]


def test_chapters_may_run_on_through_the_parts_or_begin_again() -> None:
    def part(label: str, *chapters: str) -> Provision:
        return node(Level.PART, f"Phần {label}", *(node(Level.CHAPTER, f"Chương {one}") for one in chapters))

    assert codes(part("I", "I", "II"), part("II", "III", "IV")) == []
    assert codes(part("I", "I", "II"), part("II", "I", "II")) == []
    assert codes(part("I", "I", "II"), part("II", "V")) == ["numbering-start"]


def test_a_gap_inside_a_clause_excuses_the_articles_after_it() -> None:
    assert codes(article("1", clause("1.", GAP)), article("7", clause("4."))) == ["numbering-start"]
    assert codes(article("1", clause("1.", GAP)), article("7", clause("1."))) == []
    assert codes(article("1", clause("1.", GAP), clause("5."))) == []
    assert codes(article("5"), GAP, article("4")) == ["numbering-start", "numbering-repeated"]


def test_an_annex_counts_for_itself() -> None:
    annex = Provision(level=Level.ANNEX, label="QUY CHẾ", children=(article("1"), article("3")))
    held = HeldText(file="x.md", content=b"", text="", regulation=Regulation(
        provisions=(article("1"), article("2")), annexes=(annex,)))
    assert [(one.code, one.address) for one in numbering_findings(held)] == [("numbering-skipped", "kem-theo/dieu-3")]


def test_a_misread_l_is_not_a_break() -> None:
    letters = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "1", "m"]
    assert codes(article("1", *map(point, letters))) == []
