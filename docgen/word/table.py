"""A table of whole rows in Word's XML: marked words, a head row that returns on every page, rows that may break."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from docgen.errors import NotPossible
from docgen.messages import say

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Letters:
    """A run of words and the style of its letters, "" for that of the paragraph."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its style and its runs."""

    style: str
    letters: tuple[Letters, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell over `span` columns; `shade` a fill such as "EDEDED", read in black and white as a light grey."""

    paragraphs: tuple[Paragraph, ...]
    span: int = 1
    shade: str = ""


def paragraph(one: Paragraph, extra: str = "") -> str:
    """Return the XML of a paragraph; `extra` goes into its properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{one.style}"/>{extra}</w:pPr>{"".join(map(_run, one.letters))}</w:p>'


def plain(style: str, text: str) -> Paragraph:
    """Return a paragraph of one run."""
    return Paragraph(style, (Letters(text),) if text else ())


def page_break() -> str:
    """Return a paragraph that ends the page."""
    return '<w:p><w:pPr><w:pStyle w:val="DGCuoi"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'


def table(widths: Sequence[int], head: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a ruled table; the head row is printed again on every page, the others may break between pages."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    made = [_row(widths, head, repeated=True)] if head else []
    made += [_row(widths, row, whole=len(row) == 1) for row in rows]
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
            '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>")


def _row(widths: Sequence[int], cells: Sequence[Cell], *, repeated: bool = False, whole: bool = False) -> str:
    kept = "<w:cantSplit/>" if repeated or whole else ""
    kept += "<w:tblHeader/>" if repeated else ""
    kept = f"<w:trPr>{kept}</w:trPr>" if kept else ""
    made: list[str] = []
    column = 0
    for cell in cells:
        width = sum(widths[column:column + cell.span])
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.shade}"/>' if cell.shade else ""
        middle = '<w:vAlign w:val="center"/>' if repeated else ""
        inside = "".join(paragraph(one) for one in cell.paragraphs) or paragraph(Paragraph("DGOBang"))
        made.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}{middle}</w:tcPr>{inside}</w:tc>')
        column += cell.span
    return f"<w:tr>{kept}{''.join(made)}</w:tr>"


def _run(letters: Letters) -> str:
    text = letters.text
    if not text.isprintable() and _UNPRINTABLE.search(text):
        raise NotPossible(say("The document holds a character that cannot be printed (a control character)."),
                          say("Type the field in question again instead of pasting it."))
    style = f'<w:rPr><w:rStyle w:val="{letters.style}"/></w:rPr>' if letters.style else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
