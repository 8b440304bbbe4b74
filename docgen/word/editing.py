"""The paragraphs of a person's own Word file, each with its letters and where they stand, to be changed in place.

A picture, a footnote, a comment somebody wrote, a break of the page count as one strange letter: a paragraph that holds
one is not what docgen wrote. Text boxes are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from docgen.word.blocks import BOOKMARK_PREFIX
from docgen.word.names import w

if TYPE_CHECKING:
    from lxml import etree

    from docgen.word.package import Package

STRANGE = "\ufffc"
"""Stands for what is no letter and yet somebody put there."""

_HOLDERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "smartTag")))
_INLINE = _HOLDERS | frozenset(map(w, ("hyperlink", "fldSimple", "dir", "bdo")))
_NO_LETTER = frozenset(map(w, (
    "pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "bookmarkStart", "bookmarkEnd", "proofErr",
    "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "lastRenderedPageBreak", "fldChar", "instrText",
    "softHyphen", "annotationRef", "fldData")))
_PARAGRAPH, _TABLE, _ROW, _CELL, _RUN, _TEXT = w("p"), w("tbl"), w("tr"), w("tc"), w("r"), w("t")
_SECTION = f"{w('pPr')}/{w('sectPr')}"


class Letters(NamedTuple):
    """A piece of a run that prints `text`: one element under the run."""

    run: etree._Element
    element: etree._Element
    text: str


@dataclass(frozen=True)
class Line:
    """One paragraph, or a table that stands among paragraphs (`cells` then); `marks` are hidden bookmarks in it."""

    element: etree._Element = field(repr=False)
    text: str
    style: str = ""
    marks: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return self.element.tag == _TABLE


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its row, its place in the row, its lines."""

    row: int
    column: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The words of the cell."""
        return "\n".join(line.text for line in self.lines)


class Lines:
    """Reads the lines of one file; `ours` are the numbers of comments docgen wrote, which are nobody's words.

    Styles are told by their names: programs that save a file again give them other keys.
    """

    def __init__(self, package: Package, ours: frozenset[str] = frozenset()) -> None:
        self._ours = ours
        part = next((one.target for one in package.relationships(package.document)
                     if one.kind.endswith("/styles") and one.target in package.parts), "")
        self._styles = {style.get(w("styleId")) or "": (name.get(w("val")) or "") if name is not None else ""
                        for style in (package.xml(part).iter(w("style")) if part else ())
                        for name in (style.find(w("name")),)}
        self.keys = {name: key for key, name in self._styles.items()}
        """Keys of the styles by their names."""

    def of(self, holder: etree._Element) -> tuple[Line, ...]:
        """Return what stands in a body or a cell, in order."""
        return tuple(self._walk(holder))

    def _walk(self, holder: etree._Element) -> Iterator[Line]:
        for element in holder:
            if element.tag == _PARAGRAPH:
                yield self.line(element)
            elif element.tag == _TABLE:
                yield Line(element, STRANGE, cells=tuple(self._cells(element)))
            elif element.tag in _HOLDERS:
                yield from self._walk(element)

    def _cells(self, table: etree._Element) -> Iterator[Cell]:
        for row, one in enumerate(_under(table, _ROW)):
            for column, cell in enumerate(_under(one, _CELL)):
                yield Cell(row, column, self.of(cell))

    def line(self, paragraph: etree._Element) -> Line:
        """Read one paragraph."""
        text = "".join(piece.text for piece in self.letters(paragraph))
        if paragraph.find(_SECTION) is not None:
            text += STRANGE
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        marks = tuple(name for mark in paragraph.iter(w("bookmarkStart"))
                      if (name := mark.get(w("name")) or "").startswith(BOOKMARK_PREFIX))
        key = (style.get(w("val")) or "") if style is not None else ""
        return Line(paragraph, text, self._styles.get(key, key), marks)

    def letters(self, paragraph: etree._Element) -> Iterator[Letters]:
        """Yield the letters of a paragraph in order, each piece with its run; strange things have no run to cut."""
        for element in paragraph:
            if element.tag == _RUN:
                for piece in element:
                    if text := self._piece(piece):
                        yield Letters(element, piece, text)
            elif element.tag in _INLINE:
                yield from self.letters(element)
            elif element.tag not in _NO_LETTER and isinstance(element.tag, str):
                yield Letters(element, element, STRANGE)

    def _piece(self, piece: etree._Element) -> str:
        if piece.tag == _TEXT:
            return piece.text or ""
        if piece.tag == w("tab"):
            return "\t"
        if piece.tag == w("cr") or (piece.tag == w("br") and piece.get(w("type")) in (None, "textWrapping")):
            return "\n"
        if piece.tag == w("noBreakHyphen"):
            return "\u2011"
        if piece.tag in _NO_LETTER or (piece.tag == w("commentReference") and piece.get(w("id")) in self._ours):
            return ""
        return STRANGE


def _under(holder: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield rows of a table or cells of a row, those in content controls too."""
    for element in holder:
        if element.tag == tag:
            yield element
        elif element.tag in _HOLDERS:
            yield from _under(element, tag)
