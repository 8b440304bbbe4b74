"""Numbers Word prints and does not keep as text: worked out as Word prints them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.messages import use
from docgen.word import names
from docgen.word.printing import PACKAGE, convert, find_libreoffice
from docgen.word.reading import read_document
from tests.word.form import parts_of
from tests.word.packing import DOCUMENT, repacked, with_body

LEVELS = (("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "-"), ("decimal", "%1.%2.%4"))


def numbering() -> bytes:
    """Two lists on one pattern (the second begins anew at 1), and one in roman figures."""
    levels = "".join(f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
                     "</w:lvl>" for at, (form, text) in enumerate(LEVELS))
    return (
        f'<w:numbering xmlns:w="{names.W}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1-"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>').encode()


def item(number: int, depth: int, text: str = "chữ") -> str:
    return (f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
            f"<w:r><w:t>{text}</w:t></w:r></w:p>")


def word_file(body: str) -> bytes:
    """A Word file with this body and the lists above."""
    parts = parts_of(with_body(body))
    arrows = parts[names.rels_of(DOCUMENT)].decode()
    types = parts[names.CONTENT_TYPES_PART].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    return repacked({
        "word/numbering.xml": numbering(),
        names.rels_of(DOCUMENT): arrows.replace(
            "</Relationships>", f'<Relationship Id="rIdN" Type="{kind}" Target="numbering.xml"/></Relationships>'
        ).encode(),
        names.CONTENT_TYPES_PART: types.replace(
            "</Types>", f'<Override PartName="/word/numbering.xml" ContentType="{main}"/></Types>').encode(),
    }, with_body(body))


BODY = (item(3, 0) + item(1, 0) + item(1, 1) + item(1, 1) + item(1, 2) + item(1, 0) + item(1, 1) + item(3, 0)
        + item(2, 0) + item(2, 0) + item(1, 0) + "<w:p/>" + item(0, 0))
PRINTED = ["III-", "1.", "a)", "b)", "-", "2.", "a)", "IV-", "1.", "2.", "3.", "", ""]


def test_numbers_are_counted_as_word_counts_them() -> None:
    use("en")
    reading = read_document(word_file(BODY), "a.docx")
    assert [line.label for line in reading.lines] == PRINTED
    assert "automatic numbering" in str(reading.remarks[0])


@pytest.mark.full
def test_libreoffice_prints_the_same_numbers(tmp_path: Path) -> None:
    if find_libreoffice() is None:
        pytest.skip(f"LibreOffice is not installed (package {PACKAGE})")
    (tmp_path / "a.docx").write_bytes(word_file(BODY))
    text = convert([tmp_path / "a.docx"], tmp_path / "made", "txt")[0].read_text(encoding="utf-8-sig")
    printed = [re.sub(r"\s*chữ$", "", line).strip().replace("▪", "-") for line in text.split("\n")[:len(PRINTED)]]
    assert printed == PRINTED


def test_figures_that_are_none_do_no_harm() -> None:
    spoiled = numbering().replace(b'w:start w:val="3"', b'w:start w:val="99999999999999999999"').replace(
        b'startOverride w:val="1"', 'startOverride w:val="²"'.encode())
    content = repacked({"word/numbering.xml": spoiled}, word_file(BODY))
    assert next(line.label for line in read_document(content, "a").lines) == "I-"
