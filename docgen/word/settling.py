"""A Word file with its tracked changes accepted or rejected: the proof that a redline holds both texts."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from docgen.word.names import w
from docgen.word.package import open_package, parse_xml

if TYPE_CHECKING:
    from lxml import etree

Side = Literal["accept", "reject"]

_CONTENT_GONE: dict[Side, tuple[str, ...]] = {
    "accept": (w("del"), w("moveFrom")),
    "reject": (w("ins"), w("moveTo")),
}
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
            "tcPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange")
_WORDS = (w("t"), w("delText"))
_PARAGRAPH, _PROPERTIES, _LETTERS, _RUN = w("p"), w("pPr"), w("rPr"), w("r")


def settled(content: bytes, name: str, side: Side) -> tuple[str, ...]:
    """Return the paragraphs of a file as they stand once every change is accepted, or rejected."""
    package = open_package(content, name)
    body = package.xml(package.document).find(w("body"))
    return tuple(_paragraphs(body, side)) if body is not None else ()


def settled_both(content: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a file of our own making as it stands with every change rejected, and with every change accepted."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        body = parse_xml(archive.read("word/document.xml")).find(w("body"))
    if body is None:
        return (), ()
    return tuple(_paragraphs(body, "reject")), tuple(_paragraphs(body, "accept"))


def tracked_changes(content: bytes, name: str) -> int:
    """Count the tracked changes in a file's text; a file that already holds some can be no side of a redline."""
    package = open_package(content, name)
    root = package.xml(package.document)
    return sum(1 for change in _CHANGES for _ in root.iter(w(change)))


def _paragraphs(body: etree._Element, side: Side) -> Iterator[str]:
    gone = _CONTENT_GONE[side]
    carried: list[str] = []
    for paragraph in body.iter(_PARAGRAPH):
        mark = None
        for element in paragraph:
            if element.tag == _PROPERTIES:
                mark = element.find(_LETTERS)
            elif element.tag not in gone:
                carried += [words.text or "" for words in element.iter(*_WORDS) if element.tag == _RUN or not any(
                    above.tag in gone for above in words.iterancestors())]
        if mark is not None and any(element.tag in gone for element in mark):
            continue
        yield "".join(carried)
        carried = []
    if carried:
        yield "".join(carried)
