"""The vectors printed in docs/dia-chi.md, each one run."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings

from docgen.model.address import find, number, slug, walk
from docgen.model.citation import cite, parse_citation
from docgen.model.level import Level
from docgen.model.references import references
from docgen.model.tree import Provision, Regulation
from docgen.reader.read import read
from tests.strategies import any_text, regulations

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "dia-chi.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    section = PAGE.split(f"## {heading}")[1].split("\n## ")[0]
    table = [line for line in section.split("\n") if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


HELD = rows("Địa chỉ của các văn bản đang lưu")
CITED = rows("Viện dẫn và địa chỉ, hai chiều")


def test_there_are_enough_vectors() -> None:
    assert len(HELD) + len(CITED) >= 30


@pytest.mark.parametrize(("edition", "address", "beginning", "citation"), HELD)
def test_a_held_address(edition: str, address: str, beginning: str, citation: str) -> None:
    path = next((ROOT / "regulations").rglob(f"{edition}.md"))
    node = find(read(path.read_text(encoding="utf-8")).regulation, address)
    assert node is not None
    assert (node.heading or node.text).startswith(beginning)
    assert cite(address) == citation
    if not re.match(r"mo-dau|ket-thuc|noi-nhan", address):
        parsed = parse_citation(citation)
        assert parsed is not None and parsed.address == address


@pytest.mark.parametrize(("written", "address", "document", "both"), CITED)
def test_a_citation(written: str, address: str, document: str, both: str) -> None:
    parsed = parse_citation(written)
    assert parsed is not None
    assert (parsed.address, parsed.document) == (address, document)
    if both:
        assert cite(address) == written


@given(regulations())
@settings(max_examples=200, deadline=None)
def test_what_is_cited_is_found_again(regulation: Regulation) -> None:
    for address, node in walk(regulation):
        if node.level in {Level.LEGAL_BASIS, Level.OPENING, Level.CLOSING} or address.startswith("doan-"):
            continue
        parsed = parse_citation(cite(address))
        assert parsed is not None and parsed.address == address, cite(address)


@given(any_text)
@settings(max_examples=300, deadline=None)
def test_no_words_make_citations_fail(text: str) -> None:
    parse_citation(text)
    for reference in references(text, here="dieu-3"):
        assert 0 <= reference.start < reference.end <= len(text)


@pytest.mark.parametrize(("level", "label", "expected"), [
    (Level.ARTICLE, "Điều 5a.", "5a"), (Level.POINT, "đ)", "đ"), (Level.HEADING, "II-", "II"),
    (Level.CHAPTER, "Chương IV", "IV"), (Level.PART, "Phần thứ hai", "II"), (Level.CLAUSE, "1.1.", "1.1"),
    (Level.CLAUSE, "2-", "2"), (Level.ARTICLE, "Đỉềii 12.", "12"), (Level.POINT, "1)", "l"),
    (Level.SECTION, "MỤC 3:", "3"), (Level.PARAGRAPH, "-", ""),
])
def test_the_number_of_a_label(level: Level, label: str, expected: str) -> None:
    assert number(level, label) == expected
    assert slug(level, label) == expected.lower().replace("đ", "dd")


@pytest.mark.parametrize(("text", "expected"), [
    ("quy định tại Khoản 4, Điều 4, Khoản 4, Điều 5 Quy định này và những nội dung",
     [("dieu-4.khoan-4", "", ""), ("dieu-5.khoan-4", "", "")]),
    ("Điều 5 và Điều 6 Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành",
     [("dieu-5", "24-QĐ/TW", "2021-07-30"), ("dieu-6", "24-QĐ/TW", "2021-07-30")]),
    ("Quy định này thay thế Quy định số 171-QĐ/TW, ngày 27/6/2008 của", [("", "171-QĐ/TW", "2008-06-27")]),
    ("thực hiện Quy định số 76-QĐ/TW, ngày 15 tháng 6 năm 2000 của", [("", "76-QĐ/TW", "2000-06-15")]),
    ("điểm a, b khoản 2 Điều 5; các khoản 1, 2 và 3 Điều 7",
     [("dieu-5.khoan-2.diem-a", "", ""), ("dieu-5.khoan-2.diem-b", "", ""), ("dieu-7.khoan-1", "", ""),
      ("dieu-7.khoan-2", "", ""), ("dieu-7.khoan-3", "", "")]),
    ("theo khoản 2 Điều này", [("dieu-3.khoan-2", "", "")]),
    ("theo Điều 23 Điều lệ Đảng", [("dieu-23", "Điều lệ Đảng", "")]),
    ("Điều động cán bộ, điều lệ của hội, 12 điều", []),
    ("khoản 1 và khoản 2 Điều 2 Quy định số 171-QĐ/TW",
     [("dieu-2.khoan-1", "171-QĐ/TW", ""), ("dieu-2.khoan-2", "171-QĐ/TW", "")]),
    ("điểm a khoản 1, điểm c đến điểm đ khoản 2 Điều 9",
     [("dieu-9.khoan-1.diem-a", "", ""), *((f"dieu-9.khoan-2.diem-{one}", "", "") for one in ("c", "d", "dd"))]),
    ("các Điều 1, 2 và 5 Quy định 171-QĐ/TW, ngày 27/6/2008",
     [(f"dieu-{one}", "171-QĐ/TW", "2008-06-27") for one in (1, 2, 5)]),
    ("từ Điều 1 đến Điều 4 Quy định số 162-QĐ/TW", [(f"dieu-{one}", "162-QĐ/TW", "") for one in (1, 2, 3, 4)]),
    ("khoản 2 đến khoản 4 Điều 6", [(f"dieu-6.khoan-{one}", "", "") for one in (2, 3, 4)]),
    ("theo Điều 5, 6 tháng một lần", [("dieu-5", "", "")]),
    ("Điều 1 đến Điều 999", [("dieu-1", "", ""), ("dieu-999", "", "")]),
    ("khoản 1, " * 3000, []),
])
def test_references_in_a_sentence(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(one.address, one.document, one.dated) for one in references(text, here="dieu-3.khoan-1")]
    assert found == expected


def test_every_reference_of_162_is_seen() -> None:
    path = ROOT / "regulations" / "hoi-quan-chung" / "162-qd-tw-2024.md"
    regulation = read(path.read_text(encoding="utf-8")).regulation
    found = [(one.address, one.document, one.dated) for node in regulation.walk() if isinstance(node, Provision)
             for one in references(node.text)]
    assert found == [("", "21-NQ/TW", "2022-06-16"), ("", "171-QĐ/TW", "2008-06-27")]


def test_letters_and_marks_apart_are_the_same_citation() -> None:
    for citation in ("khoản 2 Điều 9 Quy định số 162-QĐ/TW", "điểm đ khoản 3 Điều 4 Quy định 202-QĐ/TW"):
        whole, apart = parse_citation(citation), parse_citation(unicodedata.normalize("NFD", citation))
        assert whole is not None and apart is not None
        assert (whole.address, whole.document) == (apart.address, apart.document)
