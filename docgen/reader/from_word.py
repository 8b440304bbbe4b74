"""Word files: each paragraph a line, with what of it is bold and which style it has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from docgen.messages import Message
from docgen.reader.source import Bold, SourceLine
from docgen.word.reading import DocxLine, read_document


def word_lines(content: bytes, name: str) -> tuple[list[SourceLine], tuple[Message, ...]]:
    """Return the lines of a Word file as they stand with all changes accepted, and what must be said about it."""
    document = read_document(content, name)
    lines = [line for number, paragraph in enumerate(document.lines, 1) for line in _lines(paragraph, number)]
    return lines, document.remarks


def _lines(paragraph: DocxLine, number: int) -> Iterator[SourceLine]:
    """Yield the lines of one paragraph, which somebody may have broken by hand."""
    label = f"{paragraph.label} " if paragraph.label else ""
    bold_parts = (label + paragraph.prefix).split("\n")
    fresh = True
    for at, part in enumerate((label + paragraph.text).split("\n")):
        bold: Bold = paragraph.bold
        prefix = ""
        if bold == "prefix":
            prefix = tidy(bold_parts[at]) if at < len(bold_parts) else ""
            bold = "none" if not prefix else "all" if prefix == tidy(part) else "prefix"
        if text := tidy(part):
            yield SourceLine(text, line=number, marked=paragraph.style.lower().startswith("heading"), bold=bold,
                             prefix=prefix if bold == "prefix" else "", after_blank=fresh)
            fresh = False


def tidy(text: str) -> str:
    """Return words in NFC with single spaces between them."""
    return unicodedata.normalize("NFC", " ".join(text.replace("\u200b", "").replace("\ufeff", "").split()))
