"""A Word file with its tracked changes accepted or rejected: the proof that a redline holds both texts."""

from __future__ import annotations

import zipfile
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
    return _settled(package.xml(package.document), (side,))[0]


def settled_both(content: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a file of our own making as it stands with every change rejected, and with every change accepted."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        old, new = _settled(parse_xml(archive.read("word/document.xml")), ("reject", "accept"))
    return old, new


def tracked_changes(content: bytes, name: str) -> int:
    """Count the tracked changes in a file's text; a file that already holds some can be no side of a redline."""
    package = open_package(content, name)
    root = package.xml(package.document)
    return sum(1 for change in _CHANGES for _ in root.iter(w(change)))


def _settled(root: etree._Element, sides: tuple[Side, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the paragraphs of each side, in one walk through the file."""
    body = root.find(w("body"))
    carried: list[list[str]] = [[] for _ in sides]
    paragraphs: list[list[str]] = [[] for _ in sides]
    for paragraph in body.iter(_PARAGRAPH) if body is not None else ():
        mark = None
        for element in paragraph:
            if element.tag == _RUN:
                said = [words.text or "" for words in element if words.tag in _WORDS]
                for waiting in carried:
                    waiting.extend(said)
            elif element.tag == _PROPERTIES:
                mark = element.find(_LETTERS)
            else:
                for waiting, side in zip(carried, sides, strict=True):
                    waiting.extend(_words(element, _CONTENT_GONE[side]))
        for place, side in enumerate(sides):
            if mark is None or not any(element.tag in _CONTENT_GONE[side] for element in mark):
                paragraphs[place].append("".join(carried[place]))
                carried[place] = []
    return tuple(tuple([*ended, "".join(rest)] if rest else ended)
                 for ended, rest in zip(paragraphs, carried, strict=True))


def _words(element: etree._Element, gone: tuple[str, ...]) -> list[str]:
    """Return what is left of the words in something other than a plain run, such as a change or a link."""
    return [] if element.tag in gone else [words.text or "" for words in element.iter(*_WORDS) if not any(
        above.tag in gone for above in words.iterancestors())]
