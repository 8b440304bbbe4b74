"""The formats a table comes in: whatever program saved it, the same answers come out, or a sentence says why not."""

from __future__ import annotations

import csv
import unicodedata
import zipfile
from io import BytesIO, StringIO
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from openpyxl import load_workbook

from docgen.api.batching.inputs import Inputs, gather, read_input
from docgen.errors import NotPossible
from docgen.model.finding import has_errors
from docgen.reader.workbook.reading import read_tables
from tests.batch.tables import WORKSPACE, form, questions_of

DATA = Path(__file__).parent / "data"
EMPTY = "<table:table-cell/>"
Tables = dict[str, list[list[str]]]


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    """Return the sheets of the shipped workbook for all frameworks."""
    path = form(tmp_path, "")
    return {sheet.title: [["" if value is None else str(value) for value in row]
                          for row in sheet.iter_rows(values_only=True)] for sheet in load_workbook(path)}


def in_cp1258(text: str) -> bytes:
    """Return a text as Windows once wrote it: letters with tone marks behind them."""
    found = b""
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
        rest = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in tones))
        try:
            found += letter.encode("cp1258")
        except UnicodeEncodeError:
            found += (rest + tones).encode("cp1258")
    return found


def as_csv(tables: Tables, folder: Path, encoding: str, separator: str) -> Path:
    folder.mkdir()
    for name, rows in tables.items():
        text = StringIO()
        csv.writer(text, delimiter=separator).writerows(rows)
        content = in_cp1258(text.getvalue()) if encoding == "cp1258" else text.getvalue().encode(encoding)
        (folder / f"{name}.csv").write_bytes(content)
    return folder


def cell_of(value: str) -> str:
    """Return a cell as LibreOffice keeps it."""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>' if value else EMPTY


def as_ods(tables: Tables, path: Path) -> Path:
    """Write a sheet the way LibreOffice keeps one: paragraphs in cells, empty cells and rows counted."""
    sheets = []
    for name, rows in tables.items():
        lines = []
        for row in rows:
            cells = "".join(cell_of(value) for value in row)
            lines.append(f"<table:table-row>{cells}</table:table-row>")
        lines.append('<table:table-row table:number-rows-repeated="1048000">'
                     '<table:table-cell table:number-columns-repeated="1024"/></table:table-row>')
        sheets.append(f'<table:table table:name="{escape(name)}">{"".join(lines)}</table:table>')
    spaces = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
                      for short in ("office", "table", "text"))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", (
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'))
        archive.writestr("content.xml", (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body><office:spreadsheet>'
            f'{"".join(sheets)}</office:spreadsheet></office:body></office:document-content>'))
    return path


def facts(inputs: Inputs) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for cell in inputs.cells:
        questions, templates = inputs.homes[cell.home]
        reading = read_input(cell, questions_of(questions), tuple(one.name for one in templates), inputs.wording)
        assert reading.facts is not None, (cell.name, reading.findings)
        found[cell.name] = {**reading.facts.values, "": reading.facts.sha256}
    return found


@pytest.mark.full
def test_every_format_gives_the_same_facts(tables: Tables, tmp_path: Path) -> None:
    expected = facts(gather(WORKSPACE, tmp_path / "cells.xlsx", "all"))
    assert len(expected) >= 11
    for number, (encoding, separator) in enumerate((
            ("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("cp1258", ";"))):
        folder = as_csv(tables, tmp_path / f"csv{number}", encoding, separator)
        assert facts(gather(WORKSPACE, folder, "all")) == expected, (encoding, separator)
    assert facts(gather(WORKSPACE, as_ods(tables, tmp_path / "bang.ods"), "all")) == expected


def test_an_old_excel_file_is_read(tmp_path: Path) -> None:
    inputs = gather(WORKSPACE, DATA / "cells.xls", "all")
    assert not has_errors(inputs.findings)
    assert set(facts(inputs)) == {"chi-bo-co-chi-uy", "chi-bo-ghep", "chi-bo-co-quan-xa"}


def test_one_sheet_alone_says_what_is_missing_and_where(tables: Tables, tmp_path: Path) -> None:
    folder = as_csv({"Chi bộ": tables["Chi bộ"]}, tmp_path / "csv", "cp1258", ";")
    inputs = gather(WORKSPACE, folder / "Chi bộ.csv", "all")
    assert not has_errors(inputs.findings)
    cell = next(one for one in inputs.cells if one.name == "chi-bo-co-chi-uy")
    questions, _ = inputs.homes[cell.home]
    found = read_input(cell, questions_of(questions), ("working-rules",), inputs.wording)
    assert found.facts is None
    assert any(one.code == "cell-missing" and one.line == 3 for one in found.findings)


def old_excel_with_password() -> bytes:
    """Return an old file with the mark of a password in place of its second record."""
    content = bytearray((DATA / "cells.xls").read_bytes())
    stream = content.index(bytes.fromhex("09081000"))
    second = stream + 4 + 16
    content[second:second + 2] = bytes.fromhex("2f00")
    return bytes(content)


def open_document_with_password() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", (
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
            "</manifest:manifest>"))
        archive.writestr("content.xml", b"\x8f\x02\xb1")
    return target.getvalue()


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_file_with_a_password_is_a_sentence(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"khoa.{kind}"
    path.write_bytes({"xlsx": (DATA / "khoa.xlsx").read_bytes(), "xls": old_excel_with_password(),
                      "ods": open_document_with_password()}[kind])
    with pytest.raises(NotPossible) as caught:
        read_tables(path)
    assert "password" in caught.value.message.source


@pytest.mark.parametrize("name", ["bang.xlsx", "bang.xls", "bang.ods", "bang.csv", "bang.XLSX"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", b"\xd0\xcf\x11\xe0 not a workbook", b"\0\1\2" * 99])
def test_what_is_no_workbook_is_a_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(NotPossible) as caught:
        gather(WORKSPACE, path, "all")
    assert caught.value.remedy


def test_a_file_that_is_a_web_page_named_xls_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.xls"
    path.write_text("<html><table><tr><td>Mã chi bộ</td></tr></table></html>", encoding="utf-8")
    with pytest.raises(NotPossible) as caught:
        read_tables(path)
    assert caught.value.remedy
