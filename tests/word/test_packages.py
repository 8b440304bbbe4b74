"""Hostile and broken files: refused by name, with a remedy, every fault at once, quickly."""

from __future__ import annotations

import struct
import time
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from docgen.errors import NotPossible
from docgen.model.finding import FaultsFound
from docgen.word import names
from docgen.word.frame import compile_frame
from docgen.word.package import MEMBER_LIMIT, TOTAL_LIMIT, open_package
from docgen.word.reading import read_docx
from tests.word.packing import DOCUMENT, MAIN, line, repacked, replaced, with_body
from tests.word.sample import FRAME, PROVENANCE, SAMPLE, frame

RELS = "word/_rels/document.xml.rels"


def codes(content: bytes) -> list[str]:
    with pytest.raises(FaultsFound) as caught:
        compile_frame(content, "khung.docx")
    for finding in caught.value.findings:
        assert finding.file == "khung.docx" and finding.severity == "error"
        assert str(finding.message) and str(finding.remedy)
        assert "{file}" not in str(finding.message) and "{part}" not in str(finding.message)
    return [finding.code for finding in caught.value.findings]


def with_arrow(xml: str) -> bytes:
    return replaced("</Relationships>", f"{xml}</Relationships>", RELS)


def with_types(xml: str, extra: dict[str, bytes | None]) -> bytes:
    return repacked(extra, replaced("</Types>", f"{xml}</Types>", names.CONTENT_TYPES_PART))


def bomb(size: int, count: int = 1) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(f"word/{number}.xml", b"\0" * size)
    return made.getvalue()


def lying_bomb() -> bytes:
    """Return a bomb whose headers claim that it unfolds to next to nothing."""
    content = bytearray(bomb(80 * 1024 * 1024))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.find(signature)
        content[place + offset : place + offset + 4] = struct.pack("<L", 10)
    return bytes(content)


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "word.not_a_zip"),
    "text": (lambda: b"Quy che", "word.not_a_zip"),
    "cut off": (lambda: FRAME.read_bytes()[:2000], "word.not_a_zip"),
    "old doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "word.old_format"),
    "ratio": (lambda: bomb(30 * 1024 * 1024), "word.zip_bomb"),
    "lying bomb": (lying_bomb, "word.damaged_part"),
    "members": (lambda: bomb(1, MEMBER_LIMIT + 1), "word.too_many_parts"),
    "spreadsheet": (lambda: repacked({DOCUMENT: None}), "word.no_document"),
    "not xml": (lambda: repacked({DOCUMENT: b"<w:document"}), "word.bad_xml"),
    "doctype": (lambda: repacked({"word/styles.xml": b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}), "word.doctype"),
    "doctype in utf-16": (
        lambda: repacked({"word/styles.xml": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]><a/>'
                          .encode("utf-16")}), "word.doctype"),
    "strict": (lambda: replaced(names.W, names.W_STRICT), "word.strict"),
    "macros": (lambda: with_types('<Override PartName="/word/vbaProject.bin" '
                                  'ContentType="application/vnd.ms-office.vbaProject"/>',
                                  {"word/vbaProject.bin": b"\0"}), "frame.macros"),
    "macro document": (lambda: replaced(names.DOCUMENT_TYPE,
                                        "application/vnd.ms-word.document.macroEnabled.main+xml",
                                        names.CONTENT_TYPES_PART), "frame.macros"),
    "template": (lambda: replaced("document.main+xml", "template.main+xml", names.CONTENT_TYPES_PART), "frame.kind"),
    "object": (lambda: with_types('<Default Extension="bin" ContentType="application/octet-stream"/>',
                                  {"word/embeddings/a.bin": b"\0"}), "frame.embedded"),
    "external": (lambda: with_arrow(f'<Relationship Id="x1" Type="{MAIN}/attachedTemplate" '
                                    'Target="http://example.invalid/a.dotm" TargetMode="External"/>'),
                 "frame.external"),
    "missing part": (lambda: with_arrow(f'<Relationship Id="x1" Type="{MAIN}/image" Target="media/a.png"/>'),
                     "frame.missing_part"),
    "altChunk": (lambda: replaced("<w:sectPr>", '<w:altChunk r:id="x1"/><w:sectPr>'), "frame.foreign_text"),
    "revisions": (lambda: replaced("<w:sectPr>", '<w:p><w:ins w:id="9" w:author="a"><w:r><w:t>x</w:t></w:r></w:ins>'
                                   "</w:p><w:sectPr>"), "frame.revisions"),
    "comments": (lambda: with_types(
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.comments+xml"/>',
        {"word/comments.xml": f'<w:comments xmlns:w="{names.W}"><w:comment w:id="1"/></w:comments>'.encode()}),
        "frame.comments"),
    "a finished document": (lambda: frame().render(SAMPLE, PROVENANCE), "frame.document"),
}


@pytest.mark.parametrize("case", sorted(CASES))
def test_each_fault_is_named(case: str) -> None:
    make, code = CASES[case]
    content = make()
    start = time.monotonic()
    assert code in codes(content)
    assert time.monotonic() - start < 5


def test_the_total_is_counted_while_unfolding() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(60):
            # below the ratio that gives a single part away
            archive.writestr(f"word/{number}.xml", (bytes(range(256)) * 4 + b"x" * 5000) * 150)
    assert sum(info.file_size for info in zipfile.ZipFile(BytesIO(made.getvalue())).infolist()) > TOTAL_LIMIT
    assert codes(made.getvalue()) == ["word.zip_bomb"]


def test_an_encrypted_or_doubled_part_is_named() -> None:
    content = bytearray(FRAME.read_bytes())
    place = content.find(b"PK\x01\x02")
    content[place + 8] |= 1
    local = content.find(b"PK\x03\x04")
    content[local + 6] |= 1
    assert codes(bytes(content)) == ["word.damaged_part"]
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/a.xml", "<a/>")
        archive.writestr("word/A.xml", "<a/>")
    assert codes(made.getvalue()) == ["word.double_part"]


def test_all_faults_of_a_frame_come_at_once_tags_too() -> None:
    both = repacked({"word/vbaProject.bin": b"\0"}, replaced("{{ number }}", "{{ numbr }}", times=1))
    external = '<Relationship Id="x1" Type="a/image" Target="http://a.invalid/" TargetMode="External"/>'
    rels = replaced("</Relationships>", external + "</Relationships>", RELS)
    with zipfile.ZipFile(BytesIO(rels)) as archive:
        both = repacked({RELS: archive.read(RELS)}, both)
    found = codes(both)
    assert {"frame.macros", "frame.external", "tag.unknown_name"} <= set(found)


def test_bytes_cut_anywhere_never_bring_the_program_down() -> None:
    content = FRAME.read_bytes()
    for place in range(0, len(content), 97):
        spoiled = content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]
        try:
            compile_frame(spoiled, "khung.docx")
        except FaultsFound as faults:
            assert faults.findings


def test_a_file_that_cannot_be_read_is_no_finding_for_a_reader() -> None:
    with pytest.raises(NotPossible) as caught:
        read_docx(b"%PDF-1.7", "a.docx")
    assert caught.value.exit_code == 1 and "a.docx" in str(caught.value) and caught.value.remedy


def test_what_spoils_a_frame_may_still_be_read() -> None:
    content = repacked({"word/vbaProject.bin": b"\0"}, with_body(line("Xin chào")))
    assert [found.text for found in read_docx(content, "a.docx")] == ["Xin chào"]


def test_entities_are_never_resolved() -> None:
    lol = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
    with pytest.raises(FaultsFound) as caught:
        open_package(repacked({"word/styles.xml": lol}), "a.docx")
    assert [finding.code for finding in caught.value.findings] == ["word.doctype"]
