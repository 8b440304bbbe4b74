"""The form of a Party document, element by element, read back from a rendered file."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from PIL import ImageFont

from docgen.word.document import DAY_BLANK, NUMBER_BLANK, DocumentValues
from docgen.word.frame import compile_frame
from docgen.word.names import w
from docgen.word.width import width
from tests.word.form import MM, Form, Line, relationship
from tests.word.sample import LONG_NAMES, REGULATION_FRAME, SAMPLE, SIGNATURE, frame

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
LIBERATION_BOLD = Path("/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf")


@cache
def form(values: DocumentValues = SAMPLE) -> Form:
    return Form(frame().render(values))


def mm(twips: str | None) -> float:
    return round(int(twips or "0") / MM, 1)


def cell_of(line: Line) -> etree._Element:
    return next(line.element.iterancestors(w("tc")))


def row_of(line: Line) -> etree._Element:
    return next(line.element.iterancestors(w("tr")))


def test_a4_with_margins_20_20_30_15() -> None:
    section = form().root.find(f"{w('body')}/{w('sectPr')}")
    assert section is not None
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    assert size is not None and margins is not None
    assert (mm(size.get(w("w"))), mm(size.get(w("h")))) == (210, 297)
    assert [mm(margins.get(w(side))) for side in ("top", "bottom", "left", "right")] == [20, 20, 30, 15]


@pytest.mark.parametrize("duplex", [False, True])
def test_duplex_mirrors_the_margins_and_nothing_else_does(duplex: bool) -> None:
    settings = etree.fromstring(form(replace(SAMPLE, duplex=duplex)).parts["word/settings.xml"])
    assert (settings.find(w("mirrorMargins")) is not None) is duplex


def test_times_new_roman_black_vietnamese_for_every_script() -> None:
    for line in form().lines:
        assert set(line.letters["rFonts"].values()) == {"Times New Roman"}
        assert set(line.letters["rFonts"]) == {"ascii", "hAnsi", "cs", "eastAsia"}
        assert line.letters["color"]["val"] == "000000"
        assert line.letters["lang"]["val"] == "vi-VN"
    everything = b"".join(form().parts.values())
    assert b"w:hyperlink" not in everything and b"instrText" not in everything


def test_page_number_14_centred_10_mm_from_the_edge_from_page_2() -> None:
    section = form().root.find(f"{w('body')}/{w('sectPr')}")
    assert section is not None and section.find(w("titlePg")) is not None
    margins = section.find(w("pgMar"))
    assert margins is not None and mm(margins.get(w("header"))) == 10
    headers = section.findall(w("headerReference"))
    assert [header.get(w("type")) for header in headers] == ["default"], "page 1 has no header of its own: none"
    target = form().arrows("word/_rels/document.xml.rels")[relationship(headers[0])]
    paragraph = etree.fromstring(form().parts[f"word/{target}"]).find(w("p"))
    assert paragraph is not None
    field = paragraph.find(w("fldSimple"))
    assert field is not None and (field.get(w("instr")) or "").strip() == "PAGE"
    line = form().line(paragraph)
    assert line.size() == 14 and line.align() == "center" and not line.on("b")


def test_party_title_15_bold_with_a_rule_as_long_as_the_text() -> None:
    title = form().find(PARTY)
    assert title.size() == 15 and title.on("b") and not title.on("i") and title.align() == "center"
    rule = form().lines[form().lines.index(title) + 1]
    assert rule.text == "" and "pBdr" in rule.paragraph
    border = next(rule_border.find(w("bottom")) for rule_border in form().styles[rule.style].iter(w("pBdr")))
    assert border is not None and border.get(w("val")) == "single"
    room = int(next(cell_of(rule).iter(w("tcW"))).get(w("w"), ""))
    indents = rule.paragraph["ind"]
    length = (room - int(indents["left"]) - int(indents["right"])) / 20
    assert abs(int(indents["left"]) - int(indents["right"])) <= 1, "centred under the text"
    assert abs(length - width(PARTY, 15, bold=True)) <= 0.1
    if LIBERATION_BOLD.exists():
        font = ImageFont.truetype(str(LIBERATION_BOLD), 2048, layout_engine=ImageFont.Layout.BASIC)
        assert abs(length - font.getlength(PARTY) * 15 / 2048) <= 0.1
    assert not any(line.on("u") for line in form().lines if line.text == PARTY), "a rule, not underlining"


def test_bodies_14_caps_then_an_asterisk_alone() -> None:
    for text in SAMPLE.superior_lines:
        line = form().find(text)
        assert (line.size(), line.on("b"), line.on("i"), line.align()) == (14, False, False, "center")
        assert text == text.upper()
    for text in SAMPLE.issuer_lines:
        line = form().find(text)
        assert (line.size(), line.on("b"), line.on("i"), line.align()) == (14, True, False, "center")
    last = form().find(SAMPLE.issuer_lines[-1])
    star = form().lines[form().lines.index(last) + 1]
    assert star.text == "*" and star.align() == "center"
    assert cell_of(star) is cell_of(last)
    assert cell_of(form().find(PARTY)) is not cell_of(star) and row_of(form().find(PARTY)) is row_of(star)


@pytest.mark.parametrize("values", [SAMPLE, LONG_NAMES, replace(SAMPLE, place_and_date="Hà Nội, ngày 05 tháng 02")])
def test_number_and_date_are_level_and_fit_their_cells(values: DocumentValues) -> None:
    number, date = form(values).find(values.number), form(values).find(values.place_and_date)
    assert row_of(number) is row_of(date) and cell_of(number) is not cell_of(date)
    assert (number.size(), number.on("i"), number.on("b")) == (14, False, False)
    assert (date.size(), date.on("i"), date.on("b")) == (14, True, False)
    assert number.spacing("before") == date.spacing("before")
    for line, italic in ((number, False), (date, True)):
        room = int(next(cell_of(line).iter(w("tcW"))).get(w("w"), "")) / 20
        room -= int(line.paragraph.get("ind", {}).get("left", "0")) / 20
        assert width(line.text, 14, italic=italic) <= room
    for text in (*values.superior_lines, *values.issuer_lines):
        assert width(text, 14, bold=text in values.issuer_lines) <= 230


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
