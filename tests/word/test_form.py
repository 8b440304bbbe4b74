"""The form of a Party document, element by element, read back from a rendered file."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PIL import ImageFont

from docgen.word.document import DAY_BLANK, NUMBER_BLANK, DocumentValues
from docgen.word.frame import compile_frame
from docgen.word.names import w
from docgen.word.width import width
from tests.word.form import Form
from tests.word.form_rules import (
    PARTY,
    cell_of,
    check_duplex,
    check_head,
    check_letters,
    check_page,
    check_page_number,
    check_party_title,
    mm,
    row_of,
)
from tests.word.sample import LONG_NAMES, REGULATION_FRAME, SAMPLE, SIGNATURE, frame

LIBERATION_BOLD = Path("/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf")


@cache
def form(values: DocumentValues = SAMPLE) -> Form:
    return Form(frame().render(values))


def test_a4_with_margins_20_20_30_15() -> None:
    check_page(form())


@pytest.mark.parametrize("duplex", [False, True])
def test_duplex_mirrors_the_margins_and_nothing_else_does(duplex: bool) -> None:
    check_duplex(form(replace(SAMPLE, duplex=duplex)), duplex)


def test_times_new_roman_black_vietnamese_for_every_script() -> None:
    check_letters(form())


def test_page_number_14_centred_10_mm_from_the_edge_from_page_2() -> None:
    check_page_number(form())


def test_party_title_15_bold_with_a_rule_as_long_as_the_text() -> None:
    length = check_party_title(form())
    if LIBERATION_BOLD.exists():
        font = ImageFont.truetype(str(LIBERATION_BOLD), 2048, layout_engine=ImageFont.Layout.BASIC)
        assert abs(length - font.getlength(PARTY) * 15 / 2048) <= 0.1


def test_bodies_14_caps_then_an_asterisk_alone() -> None:
    check_head(form())
    assert [line.text for line in form().lines if line.style == "DGCapTren"] == list(SAMPLE.superior_lines)
    assert [line.text for line in form().lines if line.style == "DGCoQuan"] == list(SAMPLE.issuer_lines)


@pytest.mark.parametrize("values", [SAMPLE, LONG_NAMES, replace(SAMPLE, place_and_date="Hà Nội, ngày 05 tháng 02")])
def test_number_and_date_are_level_and_fit_their_cells(values: DocumentValues) -> None:
    check_head(form(values))
    assert form(values).find(values.number) and form(values).find(values.place_and_date)


def test_blanks_are_wide_enough_to_write_in_and_never_collapse() -> None:
    assert width(NUMBER_BLANK, 14) >= 42 and width(DAY_BLANK, 14) >= 28  # 15 mm, 10 mm
    for blank in (NUMBER_BLANK, DAY_BLANK):
        assert set(blank) == {"\u00a0"}
    assert form().find(f"Số{NUMBER_BLANK}-QC/CB").text.startswith("Số\u00a0")


def test_draft_mark_only_when_set() -> None:
    mark = form().find("Dự thảo lần 1")
    assert mark.size() == 14 and cell_of(mark) is cell_of(form().find(SAMPLE.number))
    clean = form(replace(SAMPLE, draft_mark=""))
    assert not any("Dự thảo" in line.text for line in clean.lines)


def test_kind_summary_and_five_dashes() -> None:
    kind = form().find("QUY CHẾ")
    assert (kind.size(), kind.on("b"), kind.align()) == (16, True, "center")
    following = form().lines[form().lines.index(kind) + 1 :]
    for text, line in zip(SAMPLE.summary_lines, following, strict=False):
        assert (line.text, line.size(), line.on("b"), line.align()) == (text, 14, True, "center")
    dashes = following[len(SAMPLE.summary_lines)]
    assert (dashes.text, dashes.align()) == ("-----", "center")


def test_legal_bases_upright_each_a_paragraph_as_handed_in() -> None:
    for text in (*SAMPLE.legal_bases, *SAMPLE.opening):
        line = form().find(text)
        assert (line.size(), line.on("b"), line.on("i"), line.align()) == (14, False, False, "both")
        assert mm(line.paragraph["ind"]["firstLine"]) == 10


@pytest.mark.parametrize("profile", ["05-hd", "36-hd"])
@pytest.mark.parametrize("start", ["1. Chi bộ", "a) Lãnh đạo", "- Phường 7", "Quy chế này"])
def test_body_14_justified_indented_exact_18(start: str, profile: str) -> None:
    values = replace(SAMPLE, profile="05-hd" if profile == "05-hd" else "36-hd")
    line = form(values).starting(start)
    assert (line.size(), line.on("b"), line.on("i"), line.align()) == (14, False, False, "both")
    assert mm(line.paragraph["ind"]["firstLine"]) == 10
    assert line.spacing("after") + line.spacing("before") >= 120
    assert line.paragraph["spacing"]["lineRule"] == "exact" and 360 <= line.spacing("line") <= 440
    assert line.on("widowControl")


def test_chapter_number_then_name_centred_bold_never_alone() -> None:
    for text in ("Chương I", "QUY ĐỊNH CHUNG", "Mục 1", "ĐIỀU KHOẢN THI HÀNH", "I- CHỨC NĂNG"):
        line = form().find(text)
        assert (line.size(), line.on("b"), line.align(), line.on("keepNext")) == (14, True, "center", True)
        assert line.paragraph["ind"]["firstLine"] == "0"
    texts = [line.text for line in form().lines]
    assert texts.index("QUY ĐỊNH CHUNG") == texts.index("Chương I") + 1


def test_article_line_bold_and_kept_with_its_text() -> None:
    line = form().find("Điều 1. Sinh hoạt chi bộ và chế độ hội nghị")
    assert (line.size(), line.on("b"), line.on("keepNext"), line.align()) == (14, True, True, "both")
    assert mm(line.paragraph["ind"]["firstLine"]) == 10
    runs = form().starting("Điều 10. Chi bộ").element.findall(w("r"))
    bold = [run.find(f"{w('rPr')}/{w('rStyle')}") is not None for run in runs]
    assert bold == [True, False], "an article without heading: number bold, words not"


def test_signature_block_on_the_right() -> None:
    authority, post = form().find("T/M CHI BỘ"), form().find("BÍ THƯ")
    signer = form().find("H'Nghĩa Niê")
    assert [(line.size(), line.on("b"), line.align()) for line in (authority, post, signer)] == [
        (14, True, "center"), (14, False, "center"), (14, True, "center")]
    assert 4 * 16 <= signer.spacing("before") / 20 <= 5 * 18, "about four lines"
    row = row_of(authority)
    assert cell_of(authority) is row.findall(w("tc"))[1] and row_of(form().find("Nơi nhận:")) is row
    assert row.find(f"{w('trPr')}/{w('cantSplit')}") is not None


def test_a_seal_gets_more_room_and_a_blank_name_keeps_its_place() -> None:
    sealed = form(replace(SAMPLE, signatures=(replace(SIGNATURE, seal=True),))).find("H'Nghĩa Niê")
    assert sealed.spacing("before") > form().find("H'Nghĩa Niê").spacing("before")
    blank = form(replace(SAMPLE, signatures=(replace(SIGNATURE, signer=""),)))
    after = blank.lines[blank.lines.index(blank.find("BÍ THƯ")) + 1]
    assert after.text == "" and after.style == "DGHoTen"


def test_recipients_underlined_heading_14_list_12() -> None:
    heading = form().find("Nơi nhận:")
    assert (heading.size(), heading.letters["u"]["val"], heading.on("b"), heading.on("i"), heading.align()) == (
        14, "single", False, False, "left")
    for text in SAMPLE.recipients:
        line = form().find(text)
        assert (line.size(), line.on("b"), line.align(), "u" in line.letters) == (12, False, "left", False)


def test_the_last_two_blocks_stay_with_the_signature() -> None:
    body = [line for line in form().lines if not any(True for _ in line.element.iterancestors(w("tbl")))]
    kept = [line.on("keepNext") for line in body if line.style != "DGCuoi"]
    assert kept[-2:] == [True, True]
    clauses = [line for line in body if line.style == "DGKhoan"]
    assert not clauses[0].on("keepNext")


def test_no_tag_no_english_nothing_left_over() -> None:
    text = "\n".join(line.text for line in form().lines)
    assert "{" not in text and "}" not in text and "None" not in text and "True" not in text


def test_the_regulation_frame_prints_what_there_is_and_nothing_else() -> None:
    compiled = compile_frame(REGULATION_FRAME.read_bytes(), "regulation.docx")
    full = Form(compiled.render(replace(SAMPLE, draft_mark="")))
    assert full.find("BÍ THƯ") and full.find("- Lưu Chi bộ.") and full.find("[…] Chưa có phần còn lại.").on("i")
    bare = Form(compiled.render(DocumentValues(blocks=SAMPLE.blocks)))
    texts = [line.text for line in bare.lines]
    assert "Nơi nhận:" not in texts and "-----" not in texts and "*" in texts
