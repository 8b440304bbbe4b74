"""Files that are locked, cut off, empty, made to harm or not what they are called: a sentence, never a traceback."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from docgen.errors import NotPossible
from docgen.messages import use
from docgen.reader.from_file import file_lines, read_file, read_source
from docgen.word import names
from tests.reader.pdf_files import joined, locked, paragraph_pages, picture_pdf, text_pdf
from tests.word.packing import DOCUMENT, line, repacked, with_body

TEXT = text_pdf(paragraph_pages(3))


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def refusal(path: Path) -> str:
    use("en")
    with pytest.raises(NotPossible) as caught:
        read_file(path)
    assert path.name in str(caught.value.message) or "page" in str(caught.value.message)
    assert caught.value.remedy
    return str(caught.value)


def picture(form: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("L", (60, 40), 255).save(out, form)
    return out.getvalue()


def huge_png() -> bytes:
    """A picture that says it is 100,000 by 100,000 dots."""
    content = bytearray(picture())
    content[16:24] = struct.pack(">II", 100_000, 100_000)
    content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    return bytes(content)


def bomb() -> bytes:
    return repacked({"word/media/a.xml": b"<a>" + b" " * 60_000_000 + b"</a>"})


def with_entity() -> bytes:
    body = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return repacked({DOCUMENT: (body + f'<w:document xmlns:w="{names.W}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p>'
                                "</w:body></w:document>").encode()})


@pytest.mark.parametrize(("name", "make", "told"), [
    ("khoa.pdf", lambda: locked(TEXT, user="mat-khau", owner="x"), "locked with a password"),
    ("cut.pdf", lambda: TEXT[:60], "cut off"),
    ("no.pdf", lambda: b"%PDF-1.7\nnothing", "cut off"),
    ("trong.pdf", lambda: text_pdf([[]]), "holds no text"),
    ("khoa.docx", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
     "locked with a password"),
    ("bom.docx", bomb, "unfolds to far more"),
    ("xxe.docx", with_entity, "declares a document type"),
    ("cut.docx", lambda: with_body(line("Chữ"))[:900], "cut off"),
    ("trong.docx", lambda: with_body("<w:p/>"), "holds no text"),
    ("khong.docx", lambda: b"Quy che", "not a Word file"),
    ("to.png", huge_png, "100000 x 100000 dots"),
    ("cut.png", lambda: picture()[:60], "damaged picture"),
    ("cut.jpg", lambda: picture("JPEG")[:200], "damaged picture"),
    ("trong.txt", lambda: b"", "empty"),
    ("trong.html", lambda: b"<html><script>1</script></html>", "holds no text"),
    ("rac.txt", lambda: bytes(range(256)) * 8, "not a text file"),
])
def test_bad_files_are_refused_with_a_reason(name: str, make: Callable[[], bytes], told: str, tmp_path: Path) -> None:
    assert told in refusal(written(tmp_path, name, make()))


def test_a_pdf_locked_against_changes_only_is_read_and_said(tmp_path: Path) -> None:
    use("en")
    source = read_source(written(tmp_path, "a.pdf", locked(TEXT, user="", owner="x")))
    assert [line.text for line in source.lines] == [line.text for line in read_source(
        written(tmp_path, "b.pdf", TEXT)).lines]
    assert "protected" in str(source.remarks[0])


def test_a_picture_without_tesseract_names_the_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name, content in (("a.pdf", picture_pdf()), ("a.png", picture()), ("b.pdf", joined(TEXT, picture_pdf()))):
        assert "tesseract-ocr, tesseract-ocr-vie" in refusal(written(tmp_path, name, content))


def test_tesseract_without_vietnamese_names_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho 'List of available languages (1):'\necho eng\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert "package tesseract-ocr-vie" in refusal(written(tmp_path, "a.png", picture()))


def test_tesseract_that_fails_is_a_sentence_with_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo vie; else exit 1; fi\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert "could not read page 4" in refusal(written(tmp_path, "a.pdf", joined(TEXT, picture_pdf())))


def test_an_old_word_file_without_libreoffice_names_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "libreoffice-writer" in refusal(written(tmp_path, "a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600))


def test_a_file_is_what_its_bytes_say(tmp_path: Path) -> None:
    assert read_source(written(tmp_path, "a.doc", with_body(line("Điều 1. Chữ.")))).kind == "docx"
    assert read_source(written(tmp_path, "b.docx", TEXT)).kind == "pdf"
    assert read_source(written(tmp_path, "c.doc", "<html><p>Điều 1. Chữ.</p>".encode())).kind == "html"


def test_pages_are_told_as_they_are_read(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    source = read_source(written(tmp_path, "a.pdf", TEXT), lambda page, count: told.append((page, count)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert [line.text for line in source.dropped] == ["1", "2", "3"]
    assert {line.page for line in source.lines} == {1, 2, 3}
    assert source.sha256 and len(source.sha256) == 64


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_turned_for_the_screen_reads_the_same(rotate: int, tmp_path: Path) -> None:
    source = read_source(written(tmp_path, "a.pdf", text_pdf(paragraph_pages(1), rotate=rotate)))
    assert [line.text for line in source.lines][-2:] == [text for _, _, text in paragraph_pages(1)[0]][1:]


def test_tracked_changes_are_read_as_accepted_and_said(tmp_path: Path) -> None:
    use("en")
    body = ('<w:p><w:r><w:t xml:space="preserve">1. Chi bộ </w:t></w:r><w:del w:id="1"><w:r><w:delText>cũ</w:delText>'
            '</w:r></w:del><w:ins w:id="2"><w:r><w:t>mới</w:t></w:r></w:ins></w:p>')
    source = read_source(written(tmp_path, "a.docx", with_body(body)))
    assert [line.text for line in source.lines] == ["1. Chi bộ mới"]
    assert "as if all were accepted" in str(source.remarks[0])


def test_git_is_shown_every_line(tmp_path: Path) -> None:
    path = written(tmp_path, "a.docx", with_body(line("Một") + "<w:p/>" + line("18.QUDTW202.DOC 4")))
    assert file_lines(path) == ("Một", "18.QUDTW202.DOC 4")


@given(content=st.binary(max_size=120), head=st.sampled_from((
    b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<html>")))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bytes_of_any_kind_are_read_or_refused(tmp_path: Path, content: bytes, head: bytes) -> None:
    try:
        read_file(written(tmp_path, "a.bin", head + content))
    except NotPossible as refused:
        assert str(refused.message)


@given(at=st.integers(0, len(TEXT) - 1), byte=st.integers(0, 255))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_pdf_with_a_wrong_byte_is_read_or_refused(tmp_path: Path, at: int, byte: int) -> None:
    content = bytearray(TEXT)
    content[at] = byte
    try:
        read_file(written(tmp_path, "a.pdf", bytes(content)))
    except NotPossible as refused:
        assert str(refused.message)
