"""Values reach the paper letter by letter, whatever is in them."""

from __future__ import annotations

import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import NotPossible
from docgen.word.blocks import Block
from docgen.word.document import NO_BREAK_SPACE, DocumentValues, TableRow
from docgen.word.filling import KEPT_BLOCKS, records
from docgen.word.reading import read_docx
from tests.word.form import Form
from tests.word.sample import SAMPLE, SIGNATURE, frame

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
AWKWARD = [
    "A & B < C > D \"E\" 'F'", "{{ number }} {% if %} {# x #} {%p endfor %}", "&amp; &#60; <w:p/>", "]]> <!-- -->",
    "H'Nghĩa Niê, Y Bhút Êban", "  hai  dấu cách  ", "Số\u00a0\u00a0-QC", "\ufffc", "e\u0301 NFD", "😀", "²³ – — …",
    VIETNAMESE + VIETNAMESE.upper() + string.punctuation,
]


@pytest.mark.parametrize("text", AWKWARD)
def test_a_value_is_printed_as_it_is(text: str) -> None:
    values = replace(SAMPLE, signatures=(replace(SIGNATURE, signer=text),), recipients=(text,), title=text, blocks=(
        Block("clause", text, bookmark="a"), Block("chapter", "Chương I", text), Block("run_in_article", "Điều 1.",
                                                                                          rest=text)))
    lines = [line.text for line in read_docx(frame().render(values), "x")]
    assert lines.count(text) == 4, "clause, chapter's name, recipient, signer"
    assert f"Điều 1. {text}" in lines


def test_a_new_line_is_a_line_break_and_a_tab_a_tab() -> None:
    made = frame().render(replace(
        SAMPLE, signatures=(replace(SIGNATURE, signer="một\nhai\r\nba\tbốn"),), recipients=("- a\n- b",)))
    assert [line.text for line in read_docx(made, "x") if "hai" in line.text] == ["một\nhai\nba\tbốn"]
    xml = Form(made).parts["word/document.xml"].decode()
    assert "một</w:t><w:br/><w:t xml:space=\"preserve\">hai" in xml and "\n" not in xml.split("?>", 1)[1]


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "\ud800", "\uffff"])
@pytest.mark.parametrize("values", [
    lambda bad: replace(SAMPLE, signatures=(replace(SIGNATURE, signer=f"a{bad}"),)),
    lambda bad: replace(SAMPLE, rows=(TableRow(wording=bad),)),
    lambda bad: replace(SAMPLE, recipients=(f"a{bad}\n",)),
    lambda bad: replace(SAMPLE, blocks=(Block("clause", f"a\u00a0{bad}"),)), lambda bad: replace(SAMPLE, title=bad),
])
def test_what_xml_cannot_hold_is_refused_not_written(bad: str, values: object) -> None:
    assert callable(values)
    with pytest.raises(NotPossible):
        frame().render(values(bad))


@settings(deadline=None)  # the first case compiles the frame
@given(st.lists(st.tuples(
    st.sampled_from(["clause", "point", "dash", "paragraph", "article", "note"]),
    st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"), min_size=1),
), max_size=8))
def test_law_every_block_is_in_the_file_once_and_in_order(body: list[tuple[str, str]]) -> None:
    values = DocumentValues(blocks=tuple(Block(kind, text, bookmark=f"b{n}") for n, (kind, text) in enumerate(body)))
    form = Form(frame().render(values))
    printed = [line.text for line in form.lines if line.style not in ("DGDauSao", "DGCuoi", "DGKeTieuDe",
                                                                      "DGTieuDeDang", "DGSoKyHieu", "DGNgayThang")]
    assert printed == [text for _, text in body]


@given(st.lists(st.sampled_from(("clause", "room", "point")), max_size=9))
@settings(max_examples=40)
def test_what_announces_lines_to_write_on_is_kept_with_the_first_of_them(kinds: list[str]) -> None:
    blocks = tuple(Block("note", NO_BREAK_SPACE) if kind == "room" else Block(kind, "Ý kiến phát biểu:")
                   for kind in kinds)
    kept = [bool(record[-1]) for record in records(blocks, 1)]
    assert kept == [place >= len(kinds) - KEPT_BLOCKS or kinds[place + 1] == "room" for place in range(len(kinds))]
