"""Lines broken by the width of a page and joined again: the words always, the paragraphs wherever they can be told."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model.tree import Provision
from docgen.reader.joining import find_layout, join_lines
from docgen.reader.lines import source_lines
from docgen.reader.page_layout import printed_lines
from docgen.reader.read import read
from docgen.reader.source import SourceLine
from tests.reader.pages import set_page

HELD = sorted((Path(__file__).parents[2] / "regulations").rglob("*.md"))

_word = st.text("aáăâbcdđeêghiklmnoôơpqrstuưvxyÀĐ", min_size=1, max_size=7)
_paragraph = st.lists(_word, min_size=1, max_size=60).map(lambda words: " ".join([*words, "hết."]))
_paragraphs = st.lists(_paragraph, min_size=1, max_size=8)


def printed(path: Path) -> list[str]:
    """Return the paragraphs of the body of a held text as they are printed."""
    out: list[str] = []
    for top in read(path.read_text(encoding="utf-8")).regulation.provisions:
        for node in top.walk() if isinstance(top, Provision) else ():
            if isinstance(node, Provision):
                head = " ".join(filter(None, (node.label, node.heading)))
                apart = node.heading_on_own_line or (node.heading and node.text)
                out += ([node.label, node.heading] if node.heading_on_own_line else [head]) if apart else []
                out += ([node.text] if node.text else []) if apart else [f"{head} {node.text}".strip()]
    return out


def joined(lines: list[SourceLine]) -> list[str]:
    return [block.text for block in join_lines(lines, find_layout(lines))]


def broken(paragraphs: list[str], width: int, between: str) -> list[SourceLine]:
    return source_lines(between.join(
        textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False) for text in paragraphs))


@given(_paragraphs, st.integers(10, 200), st.sampled_from(("\n", "\n\n", "\n\n\n")))
@settings(max_examples=150, deadline=None)
def test_breaking_at_any_width_and_joining_gives_the_words_back(
    paragraphs: list[str], width: int, between: str,
) -> None:
    lines = broken(paragraphs, width, between)
    assert " ".join(joined(lines)).split() == " ".join(paragraphs).split()


@pytest.mark.parametrize("path", HELD, ids=lambda path: path.stem)
def test_paragraphs_of_the_held_texts_come_back_from_every_width(path: Path) -> None:
    paragraphs = printed(path)
    for width in range(40, 140, 7):
        assert joined(broken(paragraphs, width, "\n\n")) == paragraphs, width


def test_without_blank_lines_the_labels_and_the_short_last_lines_tell() -> None:
    paragraphs = printed(next(path for path in HELD if path.stem == "162-qd-tw-2024"))
    for width in (70, 78, 90, 110):
        assert joined(broken(paragraphs, width, "\n")) == paragraphs, width


@given(_paragraphs, st.booleans())
@settings(max_examples=60, deadline=None)
def test_paragraphs_come_back_from_a_page_where_more_space_stands_between_them(
    paragraphs: list[str], indented: bool,
) -> None:
    lines = printed_lines([(1, set_page(paragraphs, indent=28.0 if indented else 0.0))])
    if sum(len(text) > 70 for text in paragraphs) * 2 > len(paragraphs):  # else the usual distance is not to be seen
        assert joined(lines) == paragraphs
    assert " ".join(joined(lines)).split() == " ".join(paragraphs).split()


@pytest.mark.parametrize(("text", "blocks"), [
    ("quy định tại khoản\n2. Điều 4 của Quy định này và các quy định khác có liên quan của cấp trên", 1),
    ("phát triển kinh tế\n- xã hội", 1),
    ("chủ nghĩa Mác\n- Lê nin", 1),
    ("theo Quy định số\n126-QĐ/TW, ngày 28/02/2018", 1),
    ("xây dựng:\n- Một là", 2),
    ("đã thực hiện xong.\n2. Lãnh đạo", 2),
])
def test_a_number_or_a_dash_at_the_head_of_a_line(text: str, blocks: int) -> None:
    first, second = text.split("\n")
    filler = "Cấp uỷ lãnh đạo cán bộ, đảng viên trong cơ quan thực hiện tốt nhiệm vụ"
    long = f"{filler[:76 - len(first)]} {first}".strip()
    lines = source_lines("\n".join([*([filler + " được giao"] * 6), long, second]))
    assert len(join_lines(lines[-2:], find_layout(lines))) == blocks


def test_a_heading_broken_in_the_middle_of_the_page_is_one() -> None:
    line = SourceLine("III- MỐI QUAN HỆ CÔNG TÁC VỚI CÁC TỔ CHỨC LIÊN", page=1, line=1, bold="all", full=True,
                      indented=True)
    below = SourceLine("QUAN", page=1, line=2, bold="all", after_blank=False, full=False, indented=True)
    assert joined([line, below]) == ["III- MỐI QUAN HỆ CÔNG TÁC VỚI CÁC TỔ CHỨC LIÊN QUAN"]
