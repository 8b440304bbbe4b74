from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.draft.numbering import Numbering, number
from docgen.draft.template import compile_texts
from tests.draft.samples import FIELDS, numbers_are_continuous


@dataclass(frozen=True)
class Wording:
    """A made-up wording: chapters of articles of khoản with điểm, and how often each block is printed."""

    text: str
    counts: tuple[int, ...]


@st.composite
def wordings(draw: st.DrawFn) -> Wording:
    blocks: list[str] = ["# Nội dung"]
    counts: list[int] = []

    def add(mark: str, words: str, kind: str = "kind: local") -> None:
        blocks.append(f"{{id: b{len(counts)}, {kind}}}\n{mark}{words} [b{len(counts)}]")
        counts.append(draw(st.sampled_from([0, 1, 1, 1])))

    for _ in range(draw(st.integers(1, 4))):
        add("## ", "Chương", "kind: ''")
        for _ in range(draw(st.integers(1, 3))):
            add("### ", "Điều", "kind: ''")
            for _ in range(draw(st.integers(1, 4))):
                add("1. ", "khoản")
                for _ in range(draw(st.sampled_from([0, 0, 1, 2, 12]))):
                    add("a) ", "điểm")
    return Wording("\n\n".join(blocks), tuple(counts))


def numbered(wording: Wording) -> tuple[Numbering, list[str]]:
    clauses = compile_texts(FIELDS, wording.text)[1]
    assert len(clauses.clauses) == len(wording.counts)
    numbering = number(clauses, wording.counts)
    return numbering, [f"{placed.mark} {clauses.clauses[placed.clause].source.text}".strip()
                       if placed.kind != "chapter" else placed.mark for placed in numbering.placed]


@given(wordings())
@settings(max_examples=60, deadline=None)
def test_numbers_run_without_gap_or_repeat_whatever_falls_away(wording: Wording) -> None:
    assert numbers_are_continuous(numbered(wording)[1])


@given(wordings())
@settings(max_examples=60, deadline=None)
def test_every_reference_leads_to_its_clause(wording: Wording) -> None:
    """Follow each citation through the printed lines, as a reader would, and arrive at the clause it stands for."""
    numbering, lines = numbered(wording)
    for clause, citation in numbering.citations.items():
        match = re.fullmatch(r"(?:điểm (\S+) )?(?:khoản (\d+) )?Điều (\d+)", citation)
        if match is None:
            assert lines.count(citation) == 1
            continue
        point, figure, article = match.groups()
        start = next(place for place, line in enumerate(lines) if line.startswith(f"Điều {article}. "))
        end = next((place for place in range(start + 1, len(lines)) if lines[place].startswith(("Điều", "Chương"))),
                   len(lines))
        found = list(range(start, end))
        if figure:
            first = next(place for place in found if lines[place].startswith(f"{figure}. "))
            later = next((place for place in found if place > first and re.match(r"\d+\. ", lines[place])), end)
            found = list(range(first, later))
        if point:
            found = [place for place in found if lines[place].startswith(f"{point}) ")]
            assert len(found) == 1
        # a lone khoản has no number of its own: it is cited as its article
        assert any(lines[place].endswith(f"[{clause}]") for place in found[:2])


@given(wordings())
@settings(max_examples=60, deadline=None)
def test_no_heading_is_left_empty_and_no_lone_clause_is_numbered(wording: Wording) -> None:
    numbering, lines = numbered(wording)
    kinds = [placed.kind for placed in numbering.placed]
    for place, kind in enumerate(kinds):
        below = kinds[place + 1:place + 2]
        if kind == "chapter":
            assert below == ["article"]
        if kind == "article":
            assert below and below[0] in ("clause", "paragraph")
            assert (below[0] == "paragraph") == (not any(
                re.match(r"2\. ", line) for line in _until_heading(lines[place + 1:])))


def _until_heading(lines: list[str]) -> list[str]:
    end = next((place for place, line in enumerate(lines) if line.startswith(("Điều", "Chương"))), len(lines))
    return lines[:end]


def text_of(*blocks: str) -> str:
    return "# Nội dung\n\n{id: c}\n## Chương\n\n{id: d}\n### Điều\n\n" + "\n\n".join(
        f"{{id: b{place}, kind: local}}\n{block}" for place, block in enumerate(blocks))


def marks(text: str, *counts: int) -> list[str]:
    return [placed.mark for placed in number(compile_texts(FIELDS, text)[1], counts).placed]


def test_the_letters_of_points_are_vietnamese() -> None:
    text = text_of("1. một:", *["a) x"] * 9, "1. hai")
    assert marks(text, *[1] * 13)[3:-1] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)"]


def test_points_fall_with_their_khoan_and_a_paragraph_stays() -> None:
    text = text_of("1. một:", "a) x", "- gạch", "đoạn", "1. hai", "1. ba")
    assert marks(text, 1, 1, 0, 1, 1, 1, 1, 1) == ["Chương I", "Điều 1.", "", "1.", "2."]
    assert marks(text, 1, 1, 1, 1, 1, 1, 1, 1) == ["Chương I", "Điều 1.", "1.", "a)", "-", "", "2.", "3."]


def test_a_repeated_khoan_counts_on() -> None:
    assert marks(text_of("1. một", "1. hai"), 1, 1, 3, 1)[2:] == ["1.", "2.", "3.", "4."]


def test_a_lone_khoan_has_no_number_and_is_cited_as_its_article() -> None:
    clauses = compile_texts(FIELDS, text_of("1. một:", "a) x", "a) y", "1. hai"))[1]
    numbering = number(clauses, (1, 1, 1, 1, 1, 0))
    assert [placed.mark for placed in numbering.placed] == ["Chương I", "Điều 1.", "", "a)", "b)"]
    assert numbering.citations == {"c": "Chương I", "d": "Điều 1", "b0": "Điều 1", "b1": "điểm a Điều 1",
                                   "b2": "điểm b Điều 1"}


def test_what_is_left_alone_is_told() -> None:
    clauses = compile_texts(FIELDS, text_of("1. một:", "a) x", "a) y", "1. hai"))[1]
    assert number(clauses, (1, 1, 1, 1, 0, 1)).lone_points == (3,)
    assert number(clauses, (1, 1, 1, 0, 0, 1)).bereft == (2,)
    assert number(clauses, (1, 1, 1, 1, 1, 1)).lone_points == ()
