"""The text of any Word file, line by line, as it stands when all tracked changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.model.finding import FaultsFound
from docgen.vietnamese.legacy import in_font, of_font
from docgen.word.blocks import BOOKMARK_PREFIX
from docgen.word.boldness import Bold, StyleSheet, boldness
from docgen.word.fonts import Fonts
from docgen.word.names import w
from docgen.word.numbering import Numbering
from docgen.word.package import Package, open_package, parse_xml
from docgen.word.provenance import find_provenance

if TYPE_CHECKING:
    from lxml import etree

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (w("del"), w("moveFrom"), _FALLBACK)
_PASSED_THROUGH = (w("sdt"), w("sdtContent"), w("customXml"), w("smartTag"), w("ins"), w("moveTo"))
_P, _R, _PPR, _RPR, _TBL, _TR, _TC = w("p"), w("r"), w("pPr"), w("rPr"), w("tbl"), w("tr"), w("tc")
_TEXT, _BR, _CR, _TAB, _VAL, _STYLE = w("t"), w("br"), w("cr"), w("tab"), w("val"), w("pStyle")
_BOX, _DELETED_END = w("txbxContent"), f"{w('rPr')}/{w('del')}"
_PICTURES = ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip", "{urn:schemas-microsoft-com:vml}imagedata")
_CHANGES = ("ins", "del", "moveFrom", "moveTo")


@dataclass(frozen=True, slots=True)
class DocxLine:
    """One paragraph: its words (a manual line break is a line break), how much is bold, the name of its style.

    `prefix` is the bold beginning where not all of it is bold; `label` the number Word prints before the paragraph;
    `place` which `<w:p>` of the file's text it ends in, counted from 0; `bookmarks` the hidden ones of docgen in it.
    """

    text: str
    bold: Bold = "none"
    style: str = ""
    in_table: bool = False
    prefix: str = ""
    label: str = ""
    place: int = 0
    bookmarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocxReading:
    """The lines of a file, and remarks on what is in it and not in the lines."""

    lines: tuple[DocxLine, ...]
    remarks: tuple[Message, ...] = ()


def read_docx(content: bytes, name: str) -> tuple[DocxLine, ...]:
    """Return the paragraphs of a Word file in order, those inside tables too."""
    return read_document(content, name).lines


def read_document(content: bytes, name: str) -> DocxReading:
    """Return the paragraphs of a Word file and say what was left out: changes, comments, automatic numbers."""
    return read_opened(open_word(content, name))


def read_opened(package: Package) -> DocxReading:
    """Return the same of a Word file that is open already."""
    root = package.seen(package.document)
    body = root.find(w("body"))
    sheet, fonts, numbering = _look(_part(package, "/styles"), _part(package, "/numbering"))
    walk = _Lines(sheet, fonts.anew(), numbering.anew())
    walk.count(root)
    lines = tuple(walk.under(body)) if body is not None else ()
    return DocxReading(lines, (*_remarks(root, package.name), *_worked_out(walk, package.name)))


def clause_bookmarks(content: bytes, name: str = "") -> tuple[str, ...]:
    """Return the hidden bookmarks of the clauses in the order of print."""
    package = open_word(content, name)
    found = (mark.get(w("name")) or "" for mark in package.xml(package.document).iter(w("bookmarkStart")))
    return tuple(mark for mark in found if mark.startswith(BOOKMARK_PREFIX))


def provenance(content: bytes, name: str = "") -> bytes | None:
    """Return the XML that says what the document was made from, None if the file carries none."""
    return find_provenance(open_word(content, name))


def open_word(content: bytes, name: str) -> Package:
    """Open a Word file to be read; one that cannot be read is a sentence."""
    try:
        return open_package(content, name)
    except FaultsFound as faults:
        # a file that cannot be read at all is no finding about its contents
        first = faults.findings[0]
        others = "".join(f" {finding.message}" for finding in faults.findings[1:])
        raise NotPossible(say("{fault}{others}", fault=first.message, others=others), first.remedy) from None


def _part(package: Package, kind: str) -> bytes:
    for arrow in package.relationships(package.document):
        if arrow.kind.endswith(kind) and arrow.target in package.parts:
            return package.parts[arrow.target]
    return b""


@lru_cache(maxsize=16)
def _look(styles: bytes, numbering: bytes) -> tuple[StyleSheet, Fonts, Numbering]:
    """Read what styles and lists say; documents of one office mostly have the same, so it is done once for them."""
    root = parse_xml(styles) if styles else None
    return StyleSheet(root), Fonts(root), Numbering(parse_xml(numbering) if numbering else None, root)


class _Lines:
    """Walks a body in order; a paragraph whose end mark is deleted flows into the next one."""

    def __init__(self, sheet: StyleSheet, fonts: Fonts, numbering: Numbering) -> None:
        self.sheet = sheet
        self.fonts = fonts
        self.numbering = numbering
        self.carried: list[tuple[str, bool]] = []
        self.places: dict[etree._Element, int] = {}
        self.has_boxes = self.has_deletions = True
        self.marks: dict[etree._Element | None, tuple[str, ...]] = {}
        self.waiting: tuple[str, ...] = ()

    def count(self, root: etree._Element) -> None:
        """Number the paragraphs and find the hidden bookmarks, once for the whole file."""
        self.places = {paragraph: place for place, paragraph in enumerate(root.iter(_P))}
        self.has_boxes = next(root.iter(_BOX), None) is not None
        self.has_deletions = next(root.iter(w("del"), w("moveFrom"), _FALLBACK), None) is not None
        for mark in root.iter(w("bookmarkStart")):
            if (name := mark.get(w("name")) or "").startswith(BOOKMARK_PREFIX):
                holder = next(mark.iterancestors(w("p")), None)
                if holder is None:  # it opens between two paragraphs: it is the next one's
                    holder = next((after for after in mark.itersiblings(w("p"))), None)
                self.marks[holder] = (*self.marks.get(holder, ()), name)

    def under(self, holder: etree._Element, in_table: bool = False) -> Iterator[DocxLine]:
        for element in holder:
            if element.tag in _GONE:
                continue
            if element.tag == _P:
                yield from self.paragraph(element, in_table)
            elif element.tag == _TBL:
                for row in element.iter(_TR):
                    if next(row.iterancestors(_TBL), None) is element and not _deleted_row(row):
                        yield from self.cells(row)
            elif element.tag in _PASSED_THROUGH:
                yield from self.under(element, in_table)

    def cells(self, row: etree._Element) -> Iterator[DocxLine]:
        for cell in row.iter(_TC):
            if next(cell.iterancestors(_TR), None) is row:
                yield from self.under(cell, in_table=True)

    def paragraph(self, paragraph: etree._Element, in_table: bool) -> Iterator[DocxLine]:
        properties = paragraph.find(_PPR)
        style = properties.find(_STYLE) if properties is not None else None
        key = (style.get(_VAL) or "") if style is not None else ""
        pieces = self.carried + self.pieces(paragraph, key)
        self.carried = []
        mark = properties.find(_DELETED_END) if self.has_deletions and properties is not None else None
        marks = self.waiting + self.marks.get(paragraph, ())
        self.waiting = ()
        if mark is not None:
            self.carried, self.waiting = pieces, marks
        else:
            name = self.sheet.names.get(key or self.sheet.default, "")
            bold = boldness(pieces)
            prefix = "".join(text for text, _ in takewhile(itemgetter(1), pieces)) if bold == "prefix" else ""
            # an item without words is not printed with a number
            label = self.numbering.label(properties, key or self.sheet.default) if pieces else ""
            yield DocxLine("".join(text for text, _ in pieces), bold, name, in_table, prefix, label,
                           self.places.get(paragraph, 0), marks)
        for box in paragraph.iter(_BOX) if self.has_boxes else ():
            inside = next(box.iterancestors(_P), None) is paragraph
            if inside and not any(True for _ in box.iterancestors(_FALLBACK)):
                yield from self.under(box, in_table)

    def pieces(self, paragraph: etree._Element, style: str) -> list[tuple[str, bool]]:
        """Return the words of a paragraph, parted where they begin or cease to be bold, all in Unicode."""
        own = _own_runs(paragraph) if self.has_boxes or self.has_deletions else paragraph.iter(_R)
        runs = ((run, self.fonts.of_run(run, style)) for run in own)
        worded = ((text, self.sheet.run_is_bold(run, style), font)
                  for run, font in runs if (text := _run_text(run, old_font=of_font(font) == "TCVN3")))
        # words of one font are put together first: a letter of VNI may be cut in two
        return [(self.fonts.in_unicode("".join(text for text, _, _ in alike), font), bold)
                for (bold, font), alike in groupby(worded, itemgetter(1, 2))]


def _own_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    for run in paragraph.iter(_R):
        above = list(run.iterancestors(_P, *_GONE))
        if above and above[0] is paragraph:
            yield run


def _run_text(run: etree._Element, *, old_font: bool = False) -> str:
    text = ""
    for element in run:
        if element.tag == _TEXT:
            text += element.text or ""
        elif element.tag in (_BR, _CR):
            text += "\n"
        elif element.tag == _TAB:
            text += "\t"
        elif element.tag == w("noBreakHyphen"):
            text += "-"
        elif element.tag == w("softHyphen") and old_font:
            text += "\u00ad"  # the letter ư of TCVN3, which Word takes for a hyphen
        elif element.tag == w("sym") and of_font(element.get(w("font")) or ""):
            text += in_font(_symbol(element.get(w("char")) or ""), element.get(w("font")) or "")
    return text


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16) & 0xFF)  # symbols are counted from F000
    except ValueError:
        return ""


def _worked_out(walk: _Lines, name: str) -> Iterator[Message]:
    if walk.numbering.used:
        yield say("{file} uses Word's automatic numbering; the numbers were worked out and put before their "
                  "paragraphs. Compare them with the printed text.", file=name)
    if walk.fonts.old:
        yield say("{file} holds words in the old fonts {fonts}; they have been converted to Unicode.",
                  file=name, fonts=", ".join(walk.fonts.old))


def _deleted_row(row: etree._Element) -> bool:
    return row.find(f"{w('trPr')}/{w('del')}") is not None


def _remarks(root: etree._Element, name: str) -> Iterator[Message]:
    changes = sum(1 for change in _CHANGES for _ in root.iter(w(change)))
    if changes:
        yield say("{file} holds {count} tracked change(s); it is shown as if all were accepted.",
                  file=name, count=changes)
    if any(True for _ in root.iter(w("altChunk"))):
        yield say("{file} holds inserted text in another format, which is not shown.", file=name)
    if any(True for _ in root.iter(w("footnoteReference"), w("endnoteReference"))):
        yield say("{file} has footnotes, which are not shown.", file=name)
    if pictures := sum(1 for picture in _PICTURES for _ in root.iter(picture)):
        yield say("{file} holds {count} picture(s); words in them are not read.", file=name, count=pictures)
    if any(True for _ in root.iter(w("commentReference"))):
        yield say("{file} has comments, which are not shown.", file=name)
