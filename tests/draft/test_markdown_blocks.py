from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.reader.markdown_blocks import MarkdownBlock, markdown_blocks


@given(st.text())
def test_any_text_is_cut_and_every_line_number_is_inside_it(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    places = [block.line for block in markdown_blocks(text)]
    assert places == sorted(places)
    assert all(1 <= place <= lines for place in places)


@given(st.lists(st.from_regex(r"[a-zđ1-9][a-zđ 0-9.)*_\[\]<>&-]{0,30}[a-zđ]", fullmatch=True), min_size=1))
def test_words_stand_as_typed(paragraphs: list[str]) -> None:
    blocks = markdown_blocks("\n\n".join(paragraphs))
    assert [block.text for block in blocks] == paragraphs


def test_marks_of_lists_and_emphasis_stay_words() -> None:
    text = "# Nội dung\n\n## Chương ##\n1. một\n\n2. hai *nhấn*\n\na) điểm\n\n- gạch\n\n> lời\n\n    thụt vào\n"
    assert markdown_blocks(text) == (
        MarkdownBlock("heading", 1, "Nội dung", 1), MarkdownBlock("heading", 2, "Chương", 3),
        MarkdownBlock("paragraph", 0, "1. một", 4), MarkdownBlock("paragraph", 0, "2. hai *nhấn*", 6),
        MarkdownBlock("paragraph", 0, "a) điểm", 8), MarkdownBlock("paragraph", 0, "- gạch", 10),
        MarkdownBlock("paragraph", 0, "> lời", 12), MarkdownBlock("paragraph", 0, "thụt vào", 14))


def test_an_attribute_line_is_no_heading_of_its_own() -> None:
    assert [(block.kind, block.line) for block in markdown_blocks("{id: a}\n### Điều\n{id: b}\n1. x\n---\n")] == [
        ("paragraph", 1), ("heading", 2), ("paragraph", 3)]
