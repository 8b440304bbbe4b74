"""The one door for files of every kind: a path in, its lines and its tree out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from docgen.messages import Message
from docgen.reader.canonical import is_canonical
from docgen.reader.decoding import decode, read_bytes
from docgen.reader.front_matter import read_front_matter
from docgen.reader.lines import source_lines
from docgen.reader.read import Reading, read_source_lines
from docgen.reader.source import Kind, Source, SourceLine

FILE_LIMIT = 32 * 1024 * 1024
"""Bytes of one file; a regulation in Word has about fifty thousand."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """A file as it was read, and the tree its lines make."""

    source: Source
    reading: Reading


def read_file(path: Path) -> FileReading:
    """Read a file of any kind into a tree; raises NotPossible, with a reason, for what holds no text."""
    source = read_source(path)
    reading = read_source_lines(source)
    return FileReading(source, Reading(reading.regulation, tuple(one.at(str(path)) for one in reading.problems)))


def read_source(path: Path) -> Source:
    """Return the lines of a file of any kind; raises NotPossible, with a reason, for what holds no text."""
    content = read_bytes(path, FILE_LIMIT)
    digest = hashlib.sha256(content).hexdigest()
    if path.suffix.lower() == ".docx":
        lines, remarks = _from_word(content, str(path))
        return Source("docx", lines, remarks, digest)
    decoded = decode(content, str(path))
    kind: Kind = "md" if path.suffix.lower() == ".md" else "txt"
    if is_canonical(decoded.text):
        first = read_front_matter(decoded.text)[1]
        lines = tuple(line for line in source_lines(decoded.text)
                      if line.line >= first and not line.text.startswith("<!-- zone:"))
        return Source(kind, lines, decoded.remarks, digest, canonical=decoded.text)
    return Source(kind, tuple(source_lines(decoded.text)), decoded.remarks, digest)


def _from_word(content: bytes, name: str) -> tuple[tuple[SourceLine, ...], tuple[Message, ...]]:
    from docgen.word.reading import read_document

    document = read_document(content, name)
    return tuple(source_lines("\n\n".join(line.text for line in document.lines))), document.remarks
