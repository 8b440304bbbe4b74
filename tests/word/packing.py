"""Takes a Word file apart and puts it together again with a fault in it."""

from __future__ import annotations

import zipfile
from io import BytesIO

from docgen.word import names
from tests.word.form import parts_of
from tests.word.sample import FRAME

DOCUMENT = "word/document.xml"
MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def repacked(changes: dict[str, bytes | None], original: bytes = b"") -> bytes:
    """Return the shipped frame (or `original`) with parts put in, replaced, or taken out (None)."""
    parts: dict[str, bytes] = parts_of(original or FRAME.read_bytes())
    for name, content in changes.items():
        if content is None:
            parts.pop(name, None)
        else:
            parts[name] = content
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def replaced(old: str, new: str, part: str = DOCUMENT, times: int = -1) -> bytes:
    """Return the shipped frame with some words of one part replaced."""
    text = parts_of(FRAME.read_bytes())[part].decode()
    assert old in text, old
    return repacked({part: text.replace(old, new, times).encode()})


def with_body(xml: str) -> bytes:
    """Return a Word file whose body is this XML."""
    return repacked({DOCUMENT: (
        f'<w:document xmlns:w="{names.W}" xmlns:r="{names.R}" xmlns:mc='
        f'"http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{xml}</w:body></w:document>'
    ).encode()})


def line(text: str, style: str = "DGKhoan") -> str:
    """Return the XML of one paragraph."""
    return (f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>')
