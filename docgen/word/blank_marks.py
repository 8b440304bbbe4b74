"""What is a blank to the eye in a Word file and no dots in its text: dot leaders, underlined spaces, form fields.

A copy is made in which each of them is dots, or a note in brackets, so that whoever reads the text finds them. What
belongs to no line of the text (tables in the middle of it, pictures, footnotes, changes) is listed with its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from docgen.word.archive import pack, write_zip
from docgen.word.names import XML_SPACE, w
from docgen.word.package import Package, open_package, parse_xml

if TYPE_CHECKING:
    from lxml import etree

Kind = Literal["table", "box", "picture", "footnote", "inserted", "deleted", "comment"]
DOTS = "……"
_LEADERS = ("dot", "underscore", "hyphen", "middleDot", "heavy")
_ROOM = re.compile(r"[\u2002\u2003\u2007\u00a0 \t]*")
_FIRST_ARTICLE = re.compile(r"\s*Điều\s+1\s*[.:]|\s*I\s*[-.]")
_RECIPIENTS = re.compile(r"\s*N[ơo]i nh[ậa]n\s*:?\s*")
_CHOICES = (w("dropDownList"), w("comboBox"))
_PICTURES = ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip", "{urn:schemas-microsoft-com:vml}imagedata")
_STYLES = "word/styles.xml"
_MOST = 300
"""Letters kept of what is listed: enough to find it by."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Something in the file that is no line of its text: what it is, and the words in it."""

    kind: Kind
    words: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A Word file with its blanks as dots, and what stands in it apart from the text."""

    content: bytes
    apart: tuple[Apart, ...]


def with_dots(content: bytes, name: str) -> Shown:
    """Return a copy of a Word file in which every blank is dots or a note in brackets, without tables in the text."""
    package = open_package(content, name)
    root = package.xml(package.document)
    leaders = _styles_with_leaders(package)
    # what is listed is looked for before anything is taken out
    apart = [*_changes(root), *_boxes(root), *_notes(package.parts, root)]
    apart += [Apart("picture") for tag in _PICTURES for _ in root.iter(tag)]
    apart += _without_tables(root)
    for control in root.iter(w("sdt")):
        _control(control)
    for paragraph in root.iter(w("p")):
        _paragraph(paragraph, leaders)
    from lxml import etree

    parts = {**package.parts, package.document: etree.tostring(root, xml_declaration=True, encoding="UTF-8",
                                                              standalone=True)}
    return Shown(write_zip(pack(part, parts[part]) for part in parts), tuple(apart))


def _paragraph(paragraph: etree._Element, leaders: frozenset[str]) -> None:
    """Write dots for leaders, underlined spaces and empty fields; a tab before the first word is only an indent."""
    properties = paragraph.find(w("pPr"))
    style = properties.find(w("pStyle")) if properties is not None else None
    has_leader = _has_leader(properties) or (style is not None and style.get(w("val")) in leaders)
    worded = field = False
    for run in paragraph.iter(w("r")):
        field = _in_field(run, field)
        spaces = run.find(f"{w('rPr')}/{w('u')}")
        underlined = spaces is not None and spaces.get(w("val")) != "none"
        for element in list(run):
            if element.tag == w("tab"):
                if underlined or (has_leader and worded):
                    _say(element, DOTS)
            elif element.tag == w("t"):
                text = element.text or ""
                if _ROOM.fullmatch(text) and ((underlined and len(text) > 1) or (field and text)
                                              or "\u2002\u2002" in text):
                    element.text = DOTS
                worded = worded or bool(text.strip())


def _in_field(run: etree._Element, field: bool) -> bool:
    for mark in run.findall(w("fldChar")):
        if mark.get(w("fldCharType")) == "begin":
            field = mark.find(w("ffData")) is not None
        elif mark.get(w("fldCharType")) == "end":
            return False
    return field


def _control(control: etree._Element) -> None:
    """Write the choices of a list, or the name of an empty control, as a note in brackets."""
    properties = control.find(w("sdtPr"))
    words = list(control.iter(w("t")))
    if properties is None or not words:
        return
    listed = [item.get(w("displayText")) or item.get(w("value")) or "" for tag in _CHOICES
              for item in properties.iter(tag) for item in item.iter(w("listItem"))]
    empty = properties.find(w("showingPlcHdr")) is not None
    if not empty and not listed:
        return
    alias = properties.find(w("alias"))
    title = (alias.get(w("val")) or "") if alias is not None else ""
    placeholder = "".join(word.text or "" for word in words)
    words[0].text = f"[{'/'.join(filter(None, listed)) or title or placeholder}]"
    for word in words[1:]:
        word.text = ""


def _without_tables(root: etree._Element) -> Iterator[Apart]:
    """Take out the tables between the first article and Nơi nhận: those round them only set the sides of the paper."""
    body = root.find(w("body"))
    inside = False
    for element in list(body) if body is not None else ():
        text = _words(element)
        if element.tag == w("p"):
            inside = inside or _FIRST_ARTICLE.match(text) is not None
            if _RECIPIENTS.fullmatch(text):
                inside = False
        elif element.tag == w("tbl") and inside:
            rows = [[_words(cell).strip() for cell in row.iter(w("tc"))] for row in element.iter(w("tr"))]
            if any(_RECIPIENTS.match(cell) for row in rows for cell in row) or _is_signature(rows):
                inside = False
                continue
            yield Apart("table", "; ".join(" | ".join(row) for row in rows)[:_MOST])
            element.getparent().remove(element)  # type: ignore[union-attr]


def _is_signature(rows: list[list[str]]) -> bool:
    return any(re.match(r"(?:T\s?/\s?M|TM\.|K/T|KT\.)", cell) for row in rows for cell in row)


def _changes(root: etree._Element) -> Iterator[Apart]:
    kinds: tuple[tuple[str, Kind], ...] = (("ins", "inserted"), ("moveTo", "inserted"), ("del", "deleted"),
                                           ("moveFrom", "deleted"))
    for tag, kind in kinds:
        for change in root.iter(w(tag)):
            if words := _words(change, (w("t"), w("delText"))).strip():
                yield Apart(kind, words[:_MOST])


def _boxes(root: etree._Element) -> Iterator[Apart]:
    fallback = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    for box in root.iter(w("txbxContent")):
        if next(box.iterancestors(fallback), None) is None:
            yield Apart("box", _words(box).strip()[:_MOST])


def _notes(parts: dict[str, bytes], root: etree._Element) -> Iterator[Apart]:
    notes: tuple[tuple[str, str, str, Kind], ...] = (
        ("word/footnotes.xml", "footnote", "footnoteReference", "footnote"),
        ("word/endnotes.xml", "endnote", "endnoteReference", "footnote"),
        ("word/comments.xml", "comment", "commentReference", "comment"))
    for part, tag, reference, kind in notes:
        asked = {mark.get(w("id")) for mark in root.iter(w(reference))}
        for note in parse_xml(parts[part]).iter(w(tag)) if part in parts else ():
            if note.get(w("id")) in asked:
                yield Apart(kind, _words(note).strip()[:_MOST])


def _styles_with_leaders(package: Package) -> frozenset[str]:
    if _STYLES not in package.parts:
        return frozenset()
    return frozenset(style.get(w("styleId")) or "" for style in package.xml(_STYLES).iter(w("style"))
                     if _has_leader(style.find(w("pPr"))))


def _has_leader(properties: etree._Element | None) -> bool:
    return properties is not None and any(stop.get(w("leader")) in _LEADERS for stop in properties.iter(w("tab")))


def _words(element: etree._Element, tags: tuple[str, ...] = (w("t"),)) -> str:
    pieces = []
    for part in element.iter(*tags, w("p")):
        pieces.append(" " if part.tag == w("p") else part.text or "")
    return "".join(pieces)


def _say(element: etree._Element, words: str) -> None:
    """Put words in place of a tab."""
    element.tag = w("t")
    element.attrib.clear()
    element.text = words
    element.set(XML_SPACE, "preserve")
