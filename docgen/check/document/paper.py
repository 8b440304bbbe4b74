"""A Word file as it is reviewed: its printed lines in order, each with its label, its place in the file, its clause."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from docgen.check.document.made_from import MadeFrom, read_made_from
from docgen.messages import Message
from docgen.model.address import walk
from docgen.model.level import Level
from docgen.model.tree import Regulation
from docgen.reader.labels import Label, find_label
from docgen.reader.page_furniture import part_furniture
from docgen.reader.read import read_source_lines
from docgen.reader.source import Bold, Source, SourceLine
from docgen.word.blocks import bookmark_names
from docgen.word.package import Package
from docgen.word.provenance import find_provenance
from docgen.word.reading import DocxLine, open_word, read_opened


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One printed line of a document: a paragraph, or the part of one that a manual line break sets apart.

    `place` is which `<w:p>` of the file's text it stands in, counted from 0; `first` tells the first line of a
    paragraph from its others. `text` is the whole line in NFC, the number Word prints by itself put before it.
    `clause` is the id of the clause by its hidden bookmark, "" where there is none or where the file does not name it.
    """

    text: str
    place: int
    bold: Bold = "none"
    prefix: str = ""
    style: str = ""
    in_table: bool = False
    bookmark: str = ""
    clause: str = ""
    first: bool = True

    @property
    def label(self) -> Label | None:
        """Return what is printed before the words ("Điều 5.", "1.", "a)"), None for a line without one."""
        return _label(self.text, self.bold == "all")

    @property
    def level(self) -> Level | None:
        """Return the rank its label has, None without a label; only the whole text can tell for sure."""
        label = self.label
        return label.level if label else None

    @property
    def words(self) -> str:
        """Return what stands behind the label."""
        label = self.label
        return label.rest if label else self.text


@dataclass(frozen=True)
class Paper:
    """A document: its lines in the order of print, what it says it was made from, what could not be read of it.

    `made_from` is None in a document that docgen did not make, or in which nothing hidden is left.
    """

    name: str
    lines: tuple[PaperLine, ...]
    made_from: MadeFrom | None = None
    remarks: tuple[Message, ...] = ()

    @cached_property
    def regulation(self) -> Regulation:
        """The document as a tree; `line` of each node is 1 more than the place in `lines`."""
        printed = tuple(
            SourceLine(line.text, line=number, marked=line.style.lower().startswith("heading"), bold=line.bold,
                       prefix=line.prefix, after_blank=line.first) for number, line in enumerate(self.lines, 1))
        parted = part_furniture(printed, broken=False)
        return read_source_lines(Source("docx", parted.kept, dropped=parted.dropped)).regulation

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """For every line the address of the provision it begins or goes on, "" outside of the body."""
        begins: dict[int, str] = {}
        for address, node in walk(self.regulation):
            if node.line:
                begins.setdefault(node.line - 1, address)
        found: list[str] = []
        here = ""
        end = self.end_of_body
        for number in range(len(self.lines)):
            here = begins.get(number, here if number < end else "")
            found.append(here)
        return tuple(found)

    @cached_property
    def end_of_body(self) -> int:
        """The first line that belongs to Nơi nhận or to the signatures, as many as there are if none does."""
        from docgen.reader.zones import is_authority, is_recipients_heading

        last = max((node.line for _, node in walk(self.regulation)
                    if node.line and node.level is not Level.CLOSING), default=0)
        return next((number for number, line in enumerate(self.lines) if number >= last and (
            is_recipients_heading(line.text) or is_authority(line.text))), len(self.lines))


def read_paper(content: bytes, name: str) -> Paper:
    """Read a Word file to be reviewed; raises NotPossible for what is none. One opening, one walk through its text."""
    return paper_of(open_word(content, name))


def paper_of(package: Package) -> Paper:
    """Return the same of a Word file that is open already."""
    read = read_opened(package)
    hidden = find_provenance(package)
    made_from = read_made_from(hidden) if hidden is not None else None
    known = _clauses(tuple(clause.id for clause in made_from.clauses)) if made_from else {}
    lines = tuple(line for paragraph in read.lines for line in _lines(paragraph, known))
    return Paper(package.name, lines, made_from, read.remarks)


@lru_cache(maxsize=1 << 12)
def _label(text: str, set_apart: bool) -> Label | None:
    return find_label(text, set_apart=set_apart)


@lru_cache(maxsize=64)
def _clauses(ids: tuple[str, ...]) -> dict[str, str]:
    """Return the ids by their bookmarks; documents of one branch have the same clauses."""
    return {mark: name for mark, name in zip(bookmark_names(ids), ids, strict=True) if mark}


def _lines(paragraph: DocxLine, known: dict[str, str]) -> Iterator[PaperLine]:
    """Yield the printed lines of one paragraph."""
    number = f"{paragraph.label} " if paragraph.label else ""
    whole, prefixes = number + paragraph.text, (number + paragraph.prefix).split("\n")
    bookmark = paragraph.bookmarks[0] if paragraph.bookmarks else ""
    first = True
    for at, part in enumerate(whole.split("\n") if "\n" in whole else (whole,)):
        text = _tidy(part)
        if not text:
            continue
        bold: Bold = paragraph.bold
        prefix = _tidy(prefixes[at]) if bold == "prefix" and at < len(prefixes) else ""
        if bold == "prefix":
            bold = "none" if not prefix else "all" if prefix == text else "prefix"
        yield PaperLine(text, paragraph.place, bold, prefix if bold == "prefix" else "", paragraph.style,
                        paragraph.in_table, bookmark, known.get(bookmark, ""), first)
        first = False


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.replace("\u200b", "").replace("\ufeff", "").split()))
