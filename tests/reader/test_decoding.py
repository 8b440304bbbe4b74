"""Files as they come from offices: every encoding met, and what is no text at all."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import NotPossible
from docgen.reader.decoding import decode, read_bytes, read_text, tidy

SENTENCE = "Cấp uỷ xây dựng quy chế phối hợp công tác với lãnh đạo hội, giữ gìn đoàn kết nội bộ.\n"


def in_cp1258(text: str) -> bytes:
    """Write Vietnamese the way old Windows did: letters with hats whole, tones as marks of their own."""
    out = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = [mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323"]
        rest = "".join(mark for mark in parts if mark not in tones)
        out += (unicodedata.normalize("NFC", rest) + "".join(tones)).encode("cp1258")
    return out


@pytest.mark.parametrize(("content", "remarks"), [
    (SENTENCE.encode(), 0),
    (codecs.BOM_UTF8 + SENTENCE.encode(), 0),
    (SENTENCE.replace("\n", "\r\n").encode(), 0),
    (unicodedata.normalize("NFD", SENTENCE).encode(), 0),
    (codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), 1),
    (codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), 1),
    (in_cp1258(SENTENCE), 1),
], ids=["UTF-8", "BOM", "CRLF", "NFD", "UTF-16 LE", "UTF-16 BE", "cp1258"])
def test_the_same_sentence_comes_out_of_every_encoding(content: bytes, remarks: int) -> None:
    decoded = decode(content, "a.txt")
    assert decoded.text == SENTENCE
    assert len(decoded.remarks) == remarks


@pytest.mark.parametrize(("content", "told"), [
    (b"PK\x03\x04rest", "không phải là tệp văn bản"),
    (b"\x89PNG\r\n\x1a\n", "không phải là tệp văn bản"),
    (b"Quy ch\x00e", "không phải là tệp văn bản"),
    (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "không phải là tệp văn bản"),
    (codecs.BOM_UTF16_LE, "trống"),
    (b"  \r\n\t", "trống"),
    ("Положение о порядке работы комитета".encode("cp1251"), "TCVN3"),
], ids=["zip", "png", "nul", "broken UTF-16", "only a mark", "blank", "Cyrillic"])
def test_what_is_no_readable_text_is_refused_with_a_reason(content: bytes, told: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)
    with pytest.raises(NotPossible) as refusal:
        read_text(file)
    assert told in str(refusal.value) and "a.txt" in str(refusal.value)


def test_a_missing_file_a_folder_and_a_large_file_are_told_apart(tmp_path: Path) -> None:
    large = tmp_path / "lon.txt"
    large.write_bytes(b"x" * 2000)
    for path, told in ((tmp_path / "khong.txt", "không tồn tại"), (tmp_path, "thư mục"), (large, "quá lớn")):
        with pytest.raises(NotPossible, match=told):
            read_bytes(path, limit=1000)


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_text_or_refused(content: bytes) -> None:
    try:
        text = decode(content, "a").text
    except NotPossible:
        return
    assert unicodedata.is_normalized("NFC", text) and "\r" not in text and tidy(text) == text
