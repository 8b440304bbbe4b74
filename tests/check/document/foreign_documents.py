"""Documents docgen did not make: other wording, other layouts, built with python-docx from the texts beside this.

A text tags the line that meets an obligation ({o:name}), the one that quotes a regulation ({quote}) and the one that
names the meeting day ({day}), so that a fault put there is labelled by construction. `part: held-out` marks documents
that no rule was tuned on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

FOLDER = Path(__file__).parent / "foreign"
_TAG = re.compile(r"\s*\{(o:[\w-]+|quote|day)\}")


@dataclass(frozen=True)
class Source:
    """One text: whose it is, how it is laid out, its sections, and what its tagged lines do."""

    name: str
    cell: str
    layout: str
    held_out: bool
    sections: dict[str, list[str]]
    tags: dict[str, str]


def sources() -> list[Source]:
    return [read(path) for path in sorted(FOLDER.glob("*.txt"))]


def read(path: Path) -> Source:
    head: dict[str, str] = {}
    sections: dict[str, list[str]] = {}
    tags: dict[str, str] = {}
    section = ""
    for raw in path.read_text(encoding="utf-8").splitlines():
        if raw.startswith("== "):
            section = raw[3:]
            sections[section] = []
        elif not section:
            key, _, value = raw.partition(": ")
            head[key] = value
        elif raw.strip():
            found = _TAG.findall(raw)
            words = _TAG.sub("", raw)
            for tag in found:
                tags[tag] = re.sub(r"^(?:[-#]+|\d+\.|[a-zđ]\))\s*", "", words)
            sections[section].append(words)
    return Source(path.stem, head["cell"], head["layout"], head["part"] == "held-out", sections, tags)


def build(source: Source) -> bytes:
    """Lay a text out as its author would have done in Word."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(15)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    _head(document, source)
    line(document, source.sections["kind"][0], bold=True, centred=True, size=16)
    line(document, source.sections["summary"][0], bold=True, centred=True)
    line(document, "-----", centred=True)
    for basis in source.sections["bases"]:
        line(document, f"- {basis}")
    for words in source.sections["opening"]:
        line(document, words)
    _body(document, source)
    _end(document, source)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def line(
    holder: object, text: str, *, bold: bool = False, centred: bool = False, size: float = 0, italic: bool = False,
    style: str | None = None,
) -> Paragraph:
    paragraph: Paragraph = holder.add_paragraph(style=style)  # type: ignore[attr-defined]
    run = paragraph.add_run(text)
    run.bold = bold or None
    run.italic = italic or None
    if size:
        run.font.size = Pt(size)
    if style:
        run.font.name = "Times New Roman"
        run.font.size = Pt(size or 14)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _head(document: Document, source: Source) -> None:
    left, right = source.sections["left"], source.sections["right"]
    if source.layout == "tabs":
        # the two halves stand in the same paragraphs, a tab between them
        for number in range(max(len(left), len(right))):
            one = left[number] if number < len(left) else ""
            other = right[0] if number == 0 else right[1] if number == len(left) - 1 else ""
            paragraph = line(document, one, bold=0 < number < 4)
            if other:
                paragraph.add_run(f"\t{other}").bold = number == 0
        return
    if source.layout == "plain":
        for words in left:
            line(document, words, centred=True)
        line(document, right[0], bold=True, centred=True)
        line(document, right[1], italic=True, centred=True)
        return
    table = document.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        cell.paragraphs[0].add_run(lines[0]).bold = lines is right
        for words in lines[1:]:
            line(cell, words, centred=True, bold=lines is left and words[0] not in "*S-", italic=lines is right)


def _body(document: Document, source: Source) -> None:
    numbered = _Numbering(document) if source.layout == "auto" else None
    last: Paragraph | None = None
    for words in source.sections["body"]:
        if words.startswith("# "):
            _chapter(document, words[2:], source.layout)
        elif words.startswith("## "):
            heading = words[3:]
            last = line(document, heading, bold=True, style="Heading 3" if source.layout == "styles" else None)
            if numbered:
                numbered.restart()
        elif source.layout == "run-in" and last is not None and re.fullmatch(r"Điều \d+\.", last.text) and not (
                re.match(r"\d+\.\s", words)):
            last.add_run(f" {words}")  # words without a number stand on the line of their Điều
        elif numbered and re.match(r"\d+\.\s", words):
            numbered.apply(line(document, words.partition(" ")[2]))
        elif source.layout == "breaks" and re.match(r"[a-zđ]\)\s", words) and last is not None:
            last.add_run().add_break()
            last.add_run(words)
        else:
            last = line(document, words)
            last.paragraph_format.first_line_indent = Mm(10)


def _chapter(document: Document, words: str, layout: str) -> None:
    label, _, title = words.partition("|")
    if title and layout == "styles":
        line(document, f"{label}. {title}", bold=True, centred=True, style="Heading 2")
        return
    line(document, label, bold=True, centred=True)
    if title:
        line(document, title, bold=True, centred=True)


def _end(document: Document, source: Source) -> None:
    blocks = [[part.strip() for part in words.split("|")] for words in source.sections["sign"]]
    recipients = [f"- {words}" for words in source.sections["recipients"]]
    if source.layout in ("plain", "tabs"):
        line(document, "Nơi nhận:", size=14)
        for words in recipients:
            line(document, words, size=12)
        for authority, post, name in blocks:
            line(document, authority, bold=True)
            line(document, post)
            line(document, name, bold=True)
        return
    table = document.add_table(rows=1, cols=len(blocks) + 1)
    cells = table.rows[0].cells
    cells[0].paragraphs[0].add_run("Nơi nhận:").underline = True
    for words in recipients:
        line(cells[0], words, size=12)
    for cell, (authority, post, name) in zip(cells[1:], blocks, strict=True):
        cell.paragraphs[0].add_run(authority).bold = True
        line(cell, post, centred=True)
        line(cell, "", centred=True)
        line(cell, name, bold=True, centred=True)


class _Numbering:
    """Khoản numbered by Word itself, each Điều beginning again."""

    def __init__(self, document: Document) -> None:
        self.root = document.part.numbering_part.element
        self.pattern = "990"
        pattern = OxmlElement("w:abstractNum")
        pattern.set(qn("w:abstractNumId"), self.pattern)
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), "0")
        for name, value in (("w:start", "1"), ("w:numFmt", "decimal"), ("w:lvlText", "%1."), ("w:lvlJc", "left")):
            element = OxmlElement(name)
            element.set(qn("w:val"), value)
            level.append(element)
        pattern.append(level)
        self.root.insert(0, pattern)
        self.number = 900

    def restart(self) -> None:
        self.number += 1
        one = OxmlElement("w:num")
        one.set(qn("w:numId"), str(self.number))
        pattern = OxmlElement("w:abstractNumId")
        pattern.set(qn("w:val"), self.pattern)
        change = OxmlElement("w:lvlOverride")
        change.set(qn("w:ilvl"), "0")
        start = OxmlElement("w:startOverride")
        start.set(qn("w:val"), "1")
        change.append(start)
        one.extend((pattern, change))
        self.root.append(one)

    def apply(self, paragraph: Paragraph) -> None:
        properties = paragraph._p.get_or_add_pPr()
        numbered = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", "0"), ("w:numId", str(self.number))):
            element = OxmlElement(name)
            element.set(qn("w:val"), value)
            numbered.append(element)
        properties.append(numbered)
