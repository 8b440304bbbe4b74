"""The form of an agreement between the committee and one, two or three associations, read back element by element."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from lxml import etree

from docgen.errors import NotPossible
from docgen.model.finding import FaultsFound
from docgen.word.document import NUMBER_BLANK, DocumentValues, SignatureBlock
from docgen.word.frame import compile_frame
from docgen.word.names import w
from docgen.word.signatures import AUTHORITY_WIDTH, signature_pairs
from docgen.word.width import width
from tests.word.agreements import AGREEMENT_FRAME, ELDERLY, FOUR, SAMPLES, THREE, TWO, TWO_LONG, agreement_frame
from tests.word.form import MM, Form, Line
from tests.word.form_rules import PARTY, cell_of, check_signatures_level, mm, row_of, words
from tests.word.packing import repacked
from tests.word.sample import SAMPLE, frame

ALL = pytest.mark.parametrize("values", SAMPLES.values(), ids=SAMPLES)


@cache
def form(values: DocumentValues) -> Form:
    return Form(agreement_frame().render(values))


def signers(values: DocumentValues) -> list[Line]:
    return [line for line in form(values).lines if line.style in ("DGHoTen", "DGHoTenCoDau")]


def authorities(values: DocumentValues) -> list[Line]:
    return [line for line in form(values).lines if line.style == "DGQuyenHan"]


@ALL
def test_all_bodies_stand_in_the_head_bold_joined_by_a_hyphen(values: DocumentValues) -> None:
    found = [line for line in form(values).lines if line.style == "DGCoQuan"]
    assert tuple(line.text for line in found) == values.issuer_lines
    assert sum(line.text == "-" for line in found) == len(values.signatures) - 1
    for line in found:
        assert (line.size(), line.on("b"), line.on("i"), line.align()) == (14, True, False, "center")
        assert cell_of(line) is cell_of(form(values).find("*")) and width(line.text, 14, True) <= 230
    star = form(values).lines.index(form(values).find("*"))
    assert form(values).lines[star - 1].text == values.issuer_lines[-1]


@ALL
def test_number_place_and_date_are_level_in_the_form_of_party_papers(values: DocumentValues) -> None:
    number, date = form(values).find(f"Số{NUMBER_BLANK}-QC/CB"), form(values).find(values.place_and_date)
    assert row_of(number) is row_of(date) and cell_of(number) is not cell_of(date)
    assert number.spacing("before") == date.spacing("before") and date.on("i") and not number.on("i")
    title = form(values).find(PARTY)
    assert title.size() == 15 and title.on("b")
    everything = "\n".join(line.text for line in form(values).lines)
    for strange in ("Số:", "TM.", "CỘNG HOÀ", "Độc lập", "./.", "{", "None"):
        assert strange not in everything


@ALL
def test_each_side_signs_in_its_own_cell_level_with_its_neighbour(values: DocumentValues) -> None:
    above, below = authorities(values), signers(values)
    assert [words(line) for line in above] == [block.authority for block in values.signatures]
    assert [line.text for line in below] == [block.signer for block in values.signatures]
    check_signatures_level(form(values))


def test_the_third_of_three_stands_alone_in_the_middle() -> None:
    alone = cell_of(signers(THREE)[2])
    assert len(row_of(signers(THREE)[2])) == 2, "row properties and one cell"
    span = alone.find(f"{w('tcPr')}/{w('gridSpan')}")
    assert span is not None and span.get(w("val")) == "2" and signers(THREE)[2].align() == "center"


@ALL
def test_letters_of_the_signatures(values: DocumentValues) -> None:
    for line in authorities(values):
        assert (line.size(), line.on("b"), line.align()) == (14, True, "center")
    for line in signers(values):
        assert (line.size(), line.on("b"), line.align()) == (14, True, "center")
        assert line.spacing("before") / 20 >= 4 * 16, "about four lines to sign in"
    posts = [line for line in form(values).lines if line.style == "DGChucVu"]
    assert [line.text for line in posts] == [block.post for block in values.signatures]
    for line in posts:
        assert (line.size(), line.on("b"), line.align()) == (14, False, "center")


def test_room_for_a_seal_is_left_per_block() -> None:
    rooms = [line.spacing("before") / 20 for line in signers(FOUR)]
    assert [block.seal for block in FOUR.signatures] == [False, True, True, True]
    assert rooms == [72, 100, 100, 100]


@ALL
def test_a_long_authority_breaks_at_a_word_and_fits_half_the_page(values: DocumentValues) -> None:
    for pair in signature_pairs(values.signatures):
        for block in (pair.left, pair.right):
            for line in block.authority.split("\n") if block else ():
                assert width(line, 14, bold=True) <= AUTHORITY_WIDTH
                assert line != "T/M"
    assert signature_pairs(TWO_LONG.signatures)[0].right == replace(
        TWO_LONG.signatures[1], authority="T/M BAN THƯỜNG VỤ\nLIÊN HIỆP CÁC HỘI\nKHOA HỌC VÀ KỸ THUẬT\nTỈNH QUẢNG LINH")
    own = signature_pairs((SignatureBlock(authority="T/M BAN\nLÃNH ĐẠO"), SignatureBlock()))[0]
    assert own.left.authority == "T/M BAN\nLÃNH ĐẠO", "a break set by hand stays"


@ALL
def test_signatures_and_recipients_hold_together_with_two_lines_of_text(values: DocumentValues) -> None:
    made = form(values)
    start = made.lines.index(authorities(values)[0])
    for line in made.lines[start:-1]:
        assert line.on("keepNext"), line.text
    body = [line for line in made.lines[:start] if not any(True for _ in line.element.iterancestors(w("tbl")))]
    assert [line.on("keepNext") for line in body[-2:]] == [True, True]
    table = next(authorities(values)[0].element.iterancestors(w("tbl")))
    for row in table.iter(w("tr")):
        assert row.find(f"{w('trPr')}/{w('cantSplit')}") is not None


@ALL
def test_recipients_stand_below_on_the_left(values: DocumentValues) -> None:
    made = form(values)
    heading = made.find("Nơi nhận:")
    assert made.lines.index(heading) > max(made.lines.index(line) for line in signers(values))
    assert (heading.size(), heading.letters["u"]["val"], heading.align()) == (14, "single", "left")
    assert len(row_of(heading)) == 2, "row properties and one cell as wide as the page"
    for text in values.recipients:
        line = next(found for found in made.lines if found.text == text and found.style == "DGDanhSachNoiNhan")
        assert (line.size(), line.on("b"), line.align(), "u" in line.letters) == (12, False, "left", False)
        assert mm(line.paragraph["ind"]["right"]) >= 50, "the right third stays free"


@ALL
def test_page_margins_and_page_number_are_those_of_the_working_rules(values: DocumentValues) -> None:
    def section(made: Form) -> bytes:
        found = made.root.find(f"{w('body')}/{w('sectPr')}")
        assert found is not None
        return etree.tostring(found)

    rules = Form(frame().render(SAMPLE))
    assert section(form(values)) == section(rules)
    assert form(values).parts["word/header1.xml"] == rules.parts["word/header1.xml"]
    assert form(values).parts["word/styles.xml"] == rules.parts["word/styles.xml"]
    widths = [int(column.get(w("w"), "")) for column in
              next(authorities(values)[0].element.iterancestors(w("tbl"))).iter(w("gridCol"))]
    assert sum(widths) == round(165 * MM) or abs(sum(widths) - 165 * MM) < 2
    assert abs(widths[0] - widths[1]) <= 1


def test_duplex_and_draft_mark() -> None:
    assert "Dự thảo lần 1" in [line.text for line in form(TWO).lines]
    assert "Dự thảo lần 1" not in [line.text for line in form(replace(TWO, draft_mark="")).lines]
    for duplex in (False, True):
        settings = etree.fromstring(form(replace(TWO, duplex=duplex)).parts["word/settings.xml"])
        assert (settings.find(w("mirrorMargins")) is not None) is duplex


def test_a_blank_name_keeps_its_place() -> None:
    assert ELDERLY.signer == "" and [line.text for line in signers(FOUR)][3] == ""


def test_one_signature_and_none_are_whole_files_too() -> None:
    assert len(signers(replace(TWO, signatures=TWO.signatures[:1]))) == 1
    bare = form(DocumentValues())
    assert not authorities(DocumentValues())
    for cell in bare.root.iter(w("tc")):
        assert cell[-1].tag == w("p")
    assert bare.root.find(w("body"))[-2].tag == w("p")  # type: ignore[index]


def test_a_letter_that_cannot_be_printed_is_refused_in_a_signature() -> None:
    with pytest.raises(NotPossible):
        agreement_frame().render(replace(TWO, signatures=(replace(TWO.signatures[0], authority="T/M\x00"),)))


@pytest.mark.parametrize(("old", "new", "code"), [
    ("pair.left.signer", "pair.left.post", "frame.lost_item"),
    ("pair.right.signer", "pair.left.signer", "frame.lost_item"),
    ("if pair.right ", "if pair.rigth ", "tag.unknown_name"),
    ("pair.right.signer", "pair.right.name", "frame.trial"),
])
def test_a_frame_that_loses_a_signature_is_refused(old: str, new: str, code: str) -> None:
    xml = form_source()
    assert old in xml
    spoiled = repacked({"word/document.xml": xml.replace(old, new).encode()}, AGREEMENT_FRAME.read_bytes())
    with pytest.raises(FaultsFound) as caught:
        compile_frame(spoiled, "khung.docx")
    assert code in [finding.code for finding in caught.value.findings]


def form_source() -> str:
    return Form(AGREEMENT_FRAME.read_bytes()).parts["word/document.xml"].decode()
