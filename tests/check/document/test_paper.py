"""A Word file as it is reviewed."""

from __future__ import annotations

from dataclasses import replace

from docgen.check.document.paper import read_paper
from docgen.word.blocks import Block
from docgen.word.reading import open_word
from tests.word.packing import line, with_body
from tests.word.sample import SAMPLE, frame

HIDDEN = (b'<?xml version="1.0"?><provenance xmlns="urn:docgen:provenance:1" format="1"><template work="w" kind="k">'
          b'<file name="clauses.md" sha256="00"/></template><edition id="162-qd-tw-2024" sha256="11"/>'
          b'<clause id="pham-vi"/><clause id="pham-vi.mot" kind="adapted" basis="162-qd-tw-2024:dieu-1 a:b"/>'
          b'</provenance>')


def test_lines_know_their_paragraph_their_label_and_their_address() -> None:
    body = (line("QUY CHẾ") + "<w:p/>" + line("Điều 1. Phạm vi") + line("1. Chi bộ họp.") + line("a) Một;")
            + '<w:p><w:r><w:t>b) Hai</w:t><w:br/><w:t>tiếp theo.</w:t></w:r></w:p>' + line("Nơi nhận:")
            + line("- Lưu chi bộ."))
    paper = read_paper(with_body(body), "a.docx")
    assert [(found.place, found.first) for found in paper.lines] == [
        (0, True), (2, True), (3, True), (4, True), (5, True), (5, False), (6, True), (7, True)]
    assert [found.label.label if found.label else "" for found in paper.lines] == [
        "", "Điều 1.", "1.", "a)", "b)", "", "", "-"]
    assert paper.addresses == ("", "dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-1.diem-a", "dieu-1.khoan-1.diem-b",
                               "dieu-1.khoan-1.diem-b", "", "noi-nhan-1")
    assert paper.end_of_body == 6 and paper.made_from is None


def test_a_document_of_docgen_names_its_clauses() -> None:
    blocks = (Block("article", "Điều 1. Phạm vi", bookmark="pham-vi"),
              Block("clause", "1. Họp.", bookmark="pham-vi.mot"))
    content = frame().render(replace(SAMPLE, blocks=blocks), HIDDEN)
    paper = read_paper(content, "a.docx")
    assert [found.clause for found in paper.lines if found.clause] == ["pham-vi", "pham-vi.mot"]
    made = paper.made_from
    assert made is not None and (made.work, made.kind, made.files) == ("w", "k", (("clauses.md", "00"),))
    assert made.editions == (("162-qd-tw-2024", "11"),)
    clause = made.clause("pham-vi.mot")
    assert clause is not None and clause.basis == ("162-qd-tw-2024:dieu-1", "a:b") and made.clause("khac") is None


def test_a_bookmark_between_two_paragraphs_belongs_to_the_next() -> None:
    content = with_body(line("một") + '<w:bookmarkStart w:id="1" w:name="_dg_x"/>' + line("hai")
                        + '<w:bookmarkEnd w:id="1"/>')
    assert [found.bookmark for found in read_paper(content, "a.docx").lines] == ["", "_dg_x"]


def test_the_place_counts_every_paragraph_of_the_file() -> None:
    content = frame().render(SAMPLE)
    root = open_word(content, "a.docx").xml("word/document.xml")
    texts = ["".join(piece.text or "" for piece in element.iter("{*}t")) for element in root.iter("{*}p")]
    for found in read_paper(content, "a.docx").lines:
        assert found.text in " ".join(texts[found.place].split())
