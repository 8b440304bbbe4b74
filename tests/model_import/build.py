"""The three models as Word files, made with python-docx: `python -m tests.model_import.build DIR` writes them."""

from __future__ import annotations

import struct
import sys
import zlib
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.model_import.labelled import NAMES, LabelledLine, labelled

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WPS = (f'xmlns:w="{_W}" xmlns:v="urn:schemas-microsoft-com:vml"')


@cache
def model(name: str) -> bytes:
    """Return one of the models as a Word file."""
    return document(labelled(name))


def document(lines: tuple[LabelledLine, ...]) -> bytes:
    """Return lines as a Word file: both sides of the head in a table, the rest paragraph by paragraph."""
    import docx

    paper = docx.Document()
    place = 0
    while place < len(lines):
        line = lines[place]
        if line.manner[:1] in (("left",), ("right",)):
            sides = []
            while place < len(lines) and lines[place].manner[:1] in (("left",), ("right",)):
                sides.append(lines[place])
                place += 1
            _two_sides(paper, sides)
            continue
        _add(paper, line)
        place += 1
    made = BytesIO()
    paper.save(made)
    return made.getvalue()


def _two_sides(paper: Document, sides: list[LabelledLine]) -> None:
    table = paper.add_table(rows=1, cols=2)
    for line in sides:
        cell = table.rows[0].cells[line.manner[0] == "right"]
        first = cell.paragraphs[0]
        _fill(first if not first.text and len(cell.paragraphs) == 1 else cell.add_paragraph(), line, bold=False)


def _add(paper: Document, line: LabelledLine) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    kind = line.manner[0]
    if kind == "picture":
        paper.add_paragraph().add_run().add_picture(BytesIO(_png()))
    elif kind == "table":
        rows = [row.split("|") for row in line.text.split(";")]
        table = paper.add_table(rows=len(rows), cols=len(rows[0]))
        for cells, words in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, words, strict=True):
                cell.paragraphs[0].add_run(text)
    elif kind == "box":
        _box(paper.add_paragraph(), line.text)
    elif kind == "footnote":
        _footnote(paper, line.text)
    else:
        paragraph = paper.add_paragraph()
        if kind == "centre":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _fill(paragraph, line, bold=kind in ("centre", "bold"), italic=kind == "italic")
        if kind in ("inserted", "deleted"):
            _tracked(paragraph, kind)


def _fill(paragraph: Paragraph, line: LabelledLine, *, bold: bool, italic: bool = False) -> None:
    end = 0
    for blank in line.blanks:
        if blank.shown not in ("leader", "underlined", "control"):
            continue
        _words(paragraph, line.text[end:blank.start], bold=bold, italic=italic)
        end = blank.end
        if blank.shown == "leader":
            _leader(paragraph)
        elif blank.shown == "underlined":
            paragraph.add_run(line.text[blank.start:blank.end]).underline = True
        else:
            _control(paragraph, line.text[blank.start:blank.end])
    _words(paragraph, line.text[end:], bold=bold, italic=italic)


def _words(paragraph: Paragraph, text: str, *, bold: bool, italic: bool) -> None:
    if text:
        run = paragraph.add_run(text)
        run.bold = bold or None
        run.italic = italic or None


def _leader(paragraph: Paragraph) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm

    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(70), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)
    paragraph.add_run("\t")


def _parsed(xml: str) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(xml)


def _control(paragraph: Paragraph, text: str) -> None:
    paragraph._p.append(_parsed(
        f'<w:sdt {_WPS}><w:sdtPr><w:alias w:val="Nơi họp"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>'
        f'<w:r><w:t>{text}</w:t></w:r></w:sdtContent></w:sdt>'))


def _box(paragraph: Paragraph, text: str) -> None:
    paragraph._p.append(_parsed(
        f'<w:r {_WPS}><w:pict><v:shape type="#_x0000_t202" style="width:200pt;height:20pt"><v:textbox><w:txbxContent>'
        f'<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>'))


def _tracked(paragraph: Paragraph, kind: str) -> None:
    tag = "ins" if kind == "inserted" else "del"
    change = 'w:id="9" w:author="Tổ biên tập" w:date="2025-09-01T08:00:00Z"'
    wrapped = _parsed(f'<w:{tag} {_WPS} {change}/>')
    for run in list(paragraph._p.findall(f"{{{_W}}}r")):
        if tag == "del":
            for words in run.findall(f"{{{_W}}}t"):
                words.tag = f"{{{_W}}}delText"
        wrapped.append(run)
    paragraph._p.append(wrapped)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(_parsed(f'<w:rPr {_WPS}><w:{tag} {change}/></w:rPr>'))


def _footnote(paper: Document, text: str) -> None:
    """Put a footnote behind the last words; the file needs a part that holds it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    xml = (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {_WPS}><w:footnote w:id="2"><w:p><w:r>'
           f'<w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>')
    part = Part(PackURI("/word/footnotes.xml"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml", xml.encode(),
                paper.part.package)
    paper.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    paper.paragraphs[-1]._p.append(_parsed(f'<w:r {_WPS}><w:footnoteReference w:id="2"/></w:r>'))


def _png() -> bytes:
    """Return the smallest picture there is: one grey dot."""
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b""))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for each in NAMES:
        (folder / f"{each}.docx").write_bytes(model(each))
