"""The table of legal bases: every clause with its basis, nothing shown twice, what is custom said to be so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.publish.basis_table import BasisTable, basis_values, joined_places, shortened, write_basis_table
from docgen.word.names import w
from docgen.word.tags import own_text
from tests.publish.bases import LONG, SIX_MONTHS, TABLE, UNKNOWN, basis_frame
from tests.word.form import MM, Form, parts_of


def form(table: BasisTable = TABLE) -> Form:
    return Form(write_basis_table(basis_frame(), table))


def cells(root: etree._Element) -> list[list[str]]:
    return [[" ".join(own_text(p) for p in cell.iter(w("p"))) for cell in row.iter(w("tc"))]
            for row in root.iter(w("tr"))]


def test_one_row_a_basis_and_its_own_three_cells_run_through() -> None:
    rows = cells(form().root)
    assert rows[0] == ["Chỗ trong dự thảo", "Nội dung", "Căn cứ", "Loại", "Lời văn của căn cứ"]
    assert [row[0] for row in rows[1:]] == [
        "khoản 1 Điều 1", "khoản 2 Điều 1", "", "khoản 1 Điều 2", "điểm a, b khoản 2 Điều 2", "khoản 3 Điều 3"]
    assert [row[3] for row in rows[1:]] == ["nguyên văn", "cụ thể hoá", "", "cụ thể hoá", "cụ thể hoá", "của chi bộ"]
    assert [row[2] for row in rows[1:]] == [
        quote.citation for quote in (SIX_MONTHS, SIX_MONTHS, LONG, UNKNOWN, UNKNOWN, UNKNOWN)]
    merged = [[(cell.find(f"{w('tcPr')}/{w('vMerge')}") is not None) for cell in row.iter(w("tc"))]
              for row in form().root.iter(w("tr"))]
    assert merged[0] == [False] * 5 and merged[1:] == [[True, True, False, True, False]] * 6
    goes_on = list(form().root.iter(w("tr")))[3]
    assert [mark.get(w("val")) for mark in goes_on.iter(w("vMerge"))] == [None] * 3, "the second basis belongs above"


def test_wording_is_printed_once_and_cut_between_words() -> None:
    rows = cells(form().root)
    assert rows[1][4] == SIX_MONTHS.wording and rows[1][1] == "Nguyên văn <của> quy định."
    assert rows[2][4] == "(như ở khoản 1 Điều 1)"
    assert rows[3][4].endswith("…") and LONG.wording.startswith(rows[3][4][:-1]) and len(rows[3][4]) <= 261
    assert rows[4][4] == "(chưa có toàn văn)"
    assert rows[2][1].endswith("…") and len(rows[2][1]) <= 71


def test_wording_is_not_repeated_for_a_place_of_the_same_name() -> None:
    first = TABLE.rows[0]
    rows = cells(form(replace(TABLE, rows=(first, replace(first, text="Câu khác.")))).root)
    assert [row[4] for row in rows[1:]] == [SIX_MONTHS.wording, "(như ở khoản 1 Điều 1)"]


def test_what_is_custom_and_what_is_not_held_stands_below() -> None:
    texts = [line.text for line in form().lines]
    below = texts[texts.index("I- QUY ĐỊNH RIÊNG CỦA CHI BỘ, KHÔNG DẪN CĂN CỨ CỤ THỂ") :]
    assert below == [
        "I- QUY ĐỊNH RIÊNG CỦA CHI BỘ, KHÔNG DẪN CĂN CỨ CỤ THỂ", "khoản 1, 2 Điều 3.",
        "II- NỘI DUNG ĐỀ XUẤT, CHƯA CÓ VĂN BẢN QUY ĐỊNH", "- Tỷ lệ họp: hai phần ba (khoản 1, 3 Điều 4; Điều 6).",
        "III- CĂN CỨ CHƯA CÓ TOÀN VĂN, CẦN ĐỐI CHIẾU TRƯỚC KHI KÝ", "- Quy định số 02-QĐ/XX (khoản 1 Điều 2)."]
    only = basis_values(BasisTable(document="x", body="đảng bộ", proposed=TABLE.proposed))
    assert only.blocks[0].text == "I- NỘI DUNG ĐỀ XUẤT, CHƯA CÓ VĂN BẢN QUY ĐỊNH"


def test_a4_on_its_side_with_page_number_and_a_head_on_every_page() -> None:
    made = form()
    section = made.root.find(f"{w('body')}/{w('sectPr')}")
    assert section is not None
    size = section.find(w("pgSz"))
    assert size is not None and size.get(w("orient")) == "landscape"
    assert [round(int(size.get(w(side), "")) / MM) for side in ("w", "h")] == [297, 210]
    assert section.find(w("headerReference")) is not None
    assert b'w:instr=" PAGE "' in made.parts["word/header1.xml"]
    rows = list(made.root.iter(w("tr")))
    repeated = [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows]
    assert repeated == [True] + [False] * (len(rows) - 1)
    widths = [int(column.get(w("w"), "")) for column in made.root.iter(w("gridCol"))]
    margins = section.find(w("pgMar"))
    assert margins is not None
    room = int(size.get(w("w"), "")) - int(margins.get(w("left"), "")) - int(margins.get(w("right"), ""))
    assert sum(widths) == room


def test_black_on_white_times_new_roman_ruled() -> None:
    made = form()
    for line in made.lines:
        assert set(line.letters["rFonts"].values()) == {"Times New Roman"} and line.letters["color"]["val"] == "000000"
    assert {edge.get(w("val")) for edge in next(made.root.iter(w("tblBorders")))} == {"single"}
    everything = b"".join(made.parts.values())
    assert b"w:shd" not in everything and b"w:highlight" not in everything


def test_same_table_same_bytes_nothing_hidden() -> None:
    assert write_basis_table(basis_frame(), TABLE) == write_basis_table(basis_frame(), replace(TABLE))
    parts = parts_of(write_basis_table(basis_frame(), TABLE))
    assert not any(part.startswith("customXml") for part in parts) and b"bookmark" not in parts["word/document.xml"]
    assert len(write_basis_table(basis_frame(), TABLE)) < 25_000


def test_a_table_of_nothing_is_a_whole_file() -> None:
    assert not list(form(BasisTable(document="Quy chế")).root.iter(w("tr")))


@pytest.mark.parametrize(("places", "told"), [
    ((), ""), (("Điều 4",), "Điều 4"),
    (("khoản 1 Điều 4", "khoản 2 Điều 4", "khoản 1 Điều 5"), "khoản 1, 2 Điều 4; khoản 1 Điều 5"),
    (("điểm đ khoản 1 Điều 4", "điểm a khoản 2 Điều 4"), "điểm đ khoản 1 Điều 4; điểm a khoản 2 Điều 4"),
])
def test_places_side_by_side_are_told_together(places: tuple[str, ...], told: str) -> None:
    assert joined_places(places) == told


@given(st.text(), st.integers(min_value=1, max_value=80))
def test_law_a_shortened_text_is_a_beginning_of_it(text: str, most: int) -> None:
    words = " ".join(text.split())
    found = shortened(text, most)
    assert len(found) <= most + 1
    assert found == words or (found.endswith("…") and words.startswith(found[:-1]))
