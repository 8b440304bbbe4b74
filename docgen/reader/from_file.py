"""The one door for files of every kind: a path in, its lines and its tree out."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.reader.canonical import is_canonical
from docgen.reader.decoding import decode, read_bytes
from docgen.reader.front_matter import read_front_matter
from docgen.reader.legacy_encoding import in_unicode
from docgen.reader.lines import source_lines
from docgen.reader.page_furniture import part_furniture
from docgen.reader.page_layout import Word, printed_lines
from docgen.reader.read import Reading, read_source_lines
from docgen.reader.source import Kind, Source, SourceLine

FILE_LIMIT = 256 * 1024 * 1024
"""Bytes of one file: five hundred scanned pages."""
TEXT_LIMIT = 32 * 1024 * 1024
"""Bytes of a file that is no scan; a regulation in Word has about fifty thousand."""

Progress = Callable[[int, int], None]
"""Told the page being read and how many there are."""

_OLE = b"\xd0\xcf\x11\xe0"
_RTF = b"{\\rtf"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class FileReading:
    """A file as it was read, and the tree its lines make."""

    source: Source
    reading: Reading


@dataclass(frozen=True, slots=True)
class _Found:
    kind: Kind
    lines: Sequence[SourceLine]
    remarks: tuple[Message, ...] = ()
    canonical: str = ""


def read_file(path: Path, progress: Progress | None = None) -> FileReading:
    """Read a file of any kind into a tree; raises NotPossible, with a reason, for what holds no text."""
    source = read_source(path, progress)
    reading = read_source_lines(source)
    return FileReading(source, Reading(reading.regulation, tuple(one.at(str(path)) for one in reading.problems)))


def read_source(path: Path, progress: Progress | None = None) -> Source:
    """Return the lines of a file of any kind; raises NotPossible, with a reason, for what holds no text.

    What a file is, is judged by its bytes; its name only tells Markdown from plain text.
    """
    content = read_bytes(path, FILE_LIMIT)
    digest = hashlib.sha256(content).hexdigest()
    found = _found(content, path, progress or _silent)
    if found.canonical:
        return Source(found.kind, tuple(found.lines), found.remarks, digest, canonical=found.canonical)
    lines, converted = in_unicode(found.lines, str(path))
    if not lines:
        raise NotPossible(say("{path} holds no text.", path=path), say("Open it to see whether it is the right file."))
    parted = part_furniture(lines, broken=found.kind in ("txt", "md", "pdf", "scan"))
    return Source(found.kind, parted.kept, (*found.remarks, *converted), digest, parted.dropped)


def file_lines(path: Path) -> tuple[str, ...]:
    """Return every line a file shows, in order, nothing left out: for showing a file that is no text to git."""
    return tuple(line.text for line in _found(read_bytes(path, FILE_LIMIT), path, _silent).lines)


def _silent(page: int, count: int) -> None:
    """Tell nobody."""


def _found(content: bytes, path: Path, progress: Progress) -> _Found:
    from docgen.reader.from_html import is_html
    from docgen.reader.from_scan import is_picture

    name = str(path)
    if b"%PDF-" in content[:1024]:
        return _from_pdf(content, name, progress)
    if is_picture(content):
        return _from_picture(content, name, progress)
    if len(content) > TEXT_LIMIT:
        read_bytes(path, TEXT_LIMIT)  # refuses it, with the figures
    if content.startswith((_OLE, _RTF)):
        return _from_old_word(content, path)
    if content.startswith(b"PK") or path.suffix.lower() == ".docx":
        return _from_word(content, name, "docx")
    if is_html(content):
        return _from_page(content, name)
    return _from_text(content, path)


def _from_text(content: bytes, path: Path) -> _Found:
    decoded = decode(content, str(path))
    kind: Kind = "md" if path.suffix.lower() == ".md" else "txt"
    lines = source_lines(decoded.text)
    if not is_canonical(decoded.text):
        return _Found(kind, lines, decoded.remarks)
    first = read_front_matter(decoded.text)[1]
    worded = [line for line in lines if line.line >= first and not line.text.startswith("<!-- zone:")]
    return _Found(kind, worded, decoded.remarks, decoded.text)


def _from_word(content: bytes, name: str, kind: Kind) -> _Found:
    from docgen.reader.from_word import word_lines

    lines, remarks = word_lines(content, name)
    return _Found(kind, lines, remarks)


def _from_old_word(content: bytes, path: Path) -> _Found:
    """Let LibreOffice save a .doc (or a file of that name that is RTF) as .docx, and read that."""
    from docgen.word.printing import PACKAGE, convert, find_libreoffice

    if _LOCKED in content:
        raise NotPossible(say("{path} is locked with a password.", path=path),
                          say("Open it in Word, take the password off (File, Info, Protect) and save it again."))
    if find_libreoffice() is None:
        raise NotPossible(
            say("{path} is an old Word file (.doc); reading it takes LibreOffice, which is not installed.", path=path),
            say("Install the package {package}, or open the file in Word and save it as .docx.", package=PACKAGE))
    with tempfile.TemporaryDirectory(prefix="docgen-") as scratch:
        copy = Path(scratch) / ("a.rtf" if content.startswith(_RTF) else "a.doc")
        copy.write_bytes(content)
        try:
            made = convert([copy], Path(scratch) / "made", "docx")[0].read_bytes()
        except NotPossible:
            raise NotPossible(
                say("LibreOffice could not read {path}: it is damaged, locked with a password, or no Word file.",
                    path=path), say("Open it in Word and save it as .docx.")) from None
    found = _from_word(made, str(path), "doc")
    return _Found("doc", found.lines, (
        say("{path} is an old Word file; LibreOffice has opened it.", path=path), *found.remarks))


def _from_page(content: bytes, name: str) -> _Found:
    from docgen.reader.from_html import declared_charset, html_lines

    charset = declared_charset(content)
    remarks: tuple[Message, ...] = ()
    if charset in ("windows-1252", "iso-8859-1", "latin1", "us-ascii", "x-user-defined"):
        # what such pages say of themselves is the editor's habit; Vietnamese in them stands in an old font
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    else:
        decoded = decode(content, name)
        text, remarks = decoded.text, decoded.remarks
    lines, left_out = html_lines(text, name)
    return _Found("html", lines, (*remarks, *left_out))


def _from_picture(content: bytes, name: str, progress: Progress) -> _Found:
    from docgen.reader.from_scan import check_picture, read_pictures

    check_picture(content, name)
    pages = list(read_pictures([(1, content)], name, lambda page: progress(page, 1)))
    return _Found("scan", printed_lines(pages), (_was_scanned(name, 1),))


def _from_pdf(content: bytes, name: str, progress: Progress) -> _Found:
    from docgen.reader.from_pdf import open_pdf
    from docgen.reader.from_scan import read_pictures

    pdf = open_pdf(content, name)
    worded: dict[int, Sequence[Word]] = {}
    pictured: list[int] = []
    hidden: list[int] = []

    def pictures() -> Iterator[tuple[int, bytes]]:
        for page in pdf.pages:
            if page.is_picture:
                pictured.append(page.number)
                yield page.number, page.picture()
            else:
                progress(page.number, pdf.count)
                worded[page.number] = page.words
                if page.hidden_text:
                    hidden.append(page.number)

    for number, words in read_pictures(pictures(), name, lambda page: progress(page, pdf.count)):
        worded[number] = words
    remarks = list(pdf.remarks)
    if pictured:
        remarks.append(_was_scanned(name, len(pictured)))
    if hidden:
        remarks.append(say("{path}: {count} page(s) are pictures with words read by some other program behind them; "
                           "those words were taken. Compare them with the pictures.", path=name, count=len(hidden)))
    return _Found("scan" if len(pictured) * 2 > pdf.count else "pdf", printed_lines(sorted(worded.items())),
                  tuple(remarks))


def _was_scanned(name: str, count: int) -> Message:
    return say("{path}: {count} page(s) are pictures and were read by Tesseract; letters may be wrong.", path=name,
               count=count)
