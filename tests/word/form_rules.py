"""The form of Party papers as checks of one rendered file: used on samples made up for it and on whole drafts."""

from __future__ import annotations

from lxml import etree

from docgen.word.names import w
from docgen.word.width import width
from tests.word.form import MM, Form, Line, relationship

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
HEAD_CELL = 230
"""Points of text that fit one half of the head."""


def mm(twips: str | None) -> float:
    return round(int(twips or "0") / MM, 1)


def cell_of(line: Line) -> etree._Element:
    return next(line.element.iterancestors(w("tc")))


def row_of(line: Line) -> etree._Element:
    return next(line.element.iterancestors(w("tr")))


def in_table(line: Line) -> bool:
    return any(True for _ in line.element.iterancestors(w("tbl")))


def styled(form: Form, *styles: str) -> list[Line]:
    """Return the lines of these styles in the order of print."""
    return [line for line in form.lines if line.style in styles]


def words(line: Line) -> str:
    """Return the words of a line, a line break read as a space."""
    return "".join(" " if element.tag == w("br") else element.text or ""
                   for element in line.element.iter(w("t"), w("br")))


def authorities(form: Form) -> list[Line]:
    return styled(form, "DGQuyenHan")


def signers(form: Form) -> list[Line]:
    return styled(form, "DGHoTen", "DGHoTenCoDau")


def section_of(form: Form) -> etree._Element:
    section = form.root.find(f"{w('body')}/{w('sectPr')}")
    assert section is not None
    return section


def check_page(form: Form) -> None:
    """A4, margins 20, 20, 30, 15 mm."""
    size, margins = section_of(form).find(w("pgSz")), section_of(form).find(w("pgMar"))
    assert size is not None and margins is not None
    assert (mm(size.get(w("w"))), mm(size.get(w("h")))) == (210, 297)
    assert [mm(margins.get(w(side))) for side in ("top", "bottom", "left", "right")] == [20, 20, 30, 15]


def check_duplex(form: Form, duplex: bool) -> None:
    settings = etree.fromstring(form.parts["word/settings.xml"])
    assert (settings.find(w("mirrorMargins")) is not None) is duplex


def check_letters(form: Form) -> None:
    """Times New Roman, black, Vietnamese, for every script; nothing to click, nothing that works itself out."""
    for line in form.lines:
        assert set(line.letters["rFonts"].values()) == {"Times New Roman"}
        assert set(line.letters["rFonts"]) == {"ascii", "hAnsi", "cs", "eastAsia"}
        assert line.letters["color"]["val"] == "000000"
        assert line.letters["lang"]["val"] == "vi-VN"
    everything = b"".join(form.parts.values())
    assert b"w:hyperlink" not in everything and b"instrText" not in everything


def check_page_number(form: Form) -> None:
    """The number of the page, 14, centred, 10 mm from the edge, from page 2."""
    section = section_of(form)
    assert section.find(w("titlePg")) is not None
    margins = section.find(w("pgMar"))
    assert margins is not None and mm(margins.get(w("header"))) == 10
    headers = section.findall(w("headerReference"))
    assert [header.get(w("type")) for header in headers] == ["default"], "page 1 has no header of its own: none"
    target = form.arrows("word/_rels/document.xml.rels")[relationship(headers[0])]
    paragraph = etree.fromstring(form.parts[f"word/{target}"]).find(w("p"))
    assert paragraph is not None
    field = paragraph.find(w("fldSimple"))
    assert field is not None and (field.get(w("instr")) or "").strip() == "PAGE"
    line = form.line(paragraph)
    assert line.size() == 14 and line.align() == "center" and not line.on("b")


def check_party_title(form: Form) -> float:
    """Check the name of the Party and the rule under it, which is as long as the words; returns its length."""
    title = form.find(PARTY)
    assert title.size() == 15 and title.on("b") and not title.on("i") and title.align() == "center"
    assert not title.on("u"), "a rule, not underlining"
    rule = form.lines[form.lines.index(title) + 1]
    assert rule.text == "" and "pBdr" in rule.paragraph
    border = next(found.find(w("bottom")) for found in form.styles[rule.style].iter(w("pBdr")))
    assert border is not None and border.get(w("val")) == "single"
    room = int(next(cell_of(rule).iter(w("tcW"))).get(w("w"), ""))
    indents = rule.paragraph["ind"]
    assert abs(int(indents["left"]) - int(indents["right"])) <= 1, "centred under the text"
    length = (room - int(indents["left"]) - int(indents["right"])) / 20
    assert abs(length - width(PARTY, 15, bold=True)) <= 0.1
    return length


def check_head(form: Form) -> None:
    """The superior upright, the issuers bold, in capitals; an asterisk alone under them; number and date level."""
    superiors, issuers = styled(form, "DGCapTren"), styled(form, "DGCoQuan")
    assert superiors and issuers
    for lines, bold in ((superiors, False), (issuers, True)):
        for line in lines:
            assert (line.size(), line.on("b"), line.on("i"), line.align()) == (14, bold, False, "center")
            assert line.text == line.text.upper() and width(line.text, 14, bold) <= HEAD_CELL, line.text
    star = form.lines[form.lines.index(issuers[-1]) + 1]
    assert star.text == "*" and star.align() == "center"
    assert {cell_of(line) for line in (*superiors, *issuers)} == {cell_of(star)}
    party = form.find(PARTY)
    assert cell_of(party) is not cell_of(star) and row_of(party) is row_of(star)
    number, = styled(form, "DGSoKyHieu")
    date, = styled(form, "DGNgayThang")
    assert row_of(number) is row_of(date) and cell_of(number) is not cell_of(date)
    assert number.spacing("before") == date.spacing("before")
    for line, italic in ((number, False), (date, True)):
        assert (line.size(), line.on("i"), line.on("b")) == (14, italic, False)
        room = int(next(cell_of(line).iter(w("tcW"))).get(w("w"), "")) / 20
        room -= int(line.paragraph.get("ind", {}).get("left", "0")) / 20
        assert width(line.text, 14, italic=italic) <= room


def check_signature_letters(form: Form) -> None:
    """Authority 14 bold, post 14 not bold, name 14 bold with about four lines to sign in above it."""
    posts = styled(form, "DGChucVu")
    assert len(authorities(form)) == len(posts) == len(signers(form)) > 0
    for line in (*authorities(form), *signers(form)):
        assert (line.size(), line.on("b"), line.on("i"), line.align()) == (14, True, False, "center")
    for line in posts:
        assert (line.size(), line.on("b"), line.on("i"), line.align()) == (14, False, False, "center")
    for line in signers(form):
        assert line.spacing("before") / 20 >= 4 * 16


def check_signatures_level(form: Form) -> None:
    """Each side signs in its own cell, two by two, names in a row of their own at its foot."""
    above, below = authorities(form), signers(form)
    assert len({cell_of(line) for line in above}) == len({cell_of(line) for line in below}) == len(above)
    for lines in (above, below):
        rows = [row_of(line) for line in lines]
        for place in range(0, len(rows) - 1, 2):
            assert rows[place] is rows[place + 1], "side by side"
        assert len(set(rows)) == (len(rows) + 1) // 2
    for authority, name in zip(above, below, strict=True):
        table_rows = list(next(authority.element.iterancestors(w("tbl"))))
        assert table_rows.index(row_of(name)) == table_rows.index(row_of(authority)) + 1, "names have their own row"
        align = cell_of(name).find(f"{w('tcPr')}/{w('vAlign')}")
        assert align is not None and align.get(w("val")) == "bottom", "level whatever room the seals take"


def check_recipient_letters(form: Form) -> None:
    """The heading 14 underlined, upright; the list 12, not underlined."""
    heading = form.find("Nơi nhận:")
    assert (heading.size(), heading.letters["u"]["val"], heading.on("b"), heading.on("i"), heading.align()) == (
        14, "single", False, False, "left")
    for line in styled(form, "DGDanhSachNoiNhan"):
        assert (line.size(), line.on("b"), line.on("i"), line.align(), "u" in line.letters) == (
            12, False, False, "left", False)
