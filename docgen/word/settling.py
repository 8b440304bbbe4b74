"""A Word file with its tracked changes accepted or rejected: the proof that a redline holds both texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from docgen.word.names import w
from docgen.word.package import open_package

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


def settled(content: bytes, name: str, side: Side) -> tuple[str, ...]:
    """Return the paragraphs of a file as they stand once every change is accepted, or rejected."""
    package = open_package(content, name)
    body = package.xml(package.document).find(w("body"))
    return tuple(_paragraphs(body, side)) if body is not None else ()


def tracked_changes(content: bytes, name: str) -> int:
    """Count the tracked changes in a file's text; a file that already holds some can be no side of a redline."""
    package = open_package(content, name)
    root = package.xml(package.document)
    return sum(1 for change in _CHANGES for _ in root.iter(w(change)))


def _paragraphs(body: etree._Element, side: Side) -> Iterator[str]:
    gone = _CONTENT_GONE[side]
    carried = ""
    for paragraph in body.iter(w("p")):
        text = carried + "".join(
            words.text or "" for words in paragraph.iter(*_WORDS)
            if not any(above.tag in gone for above in words.iterancestors()))
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        joined = mark is not None and any(mark.find(element) is not None for element in gone)
        if joined:
            carried = text
            continue
        carried = ""
        yield text
    if carried:
        yield carried
