"""Comments put into a copy of any Word file; nothing else in it changes, and comments it has already stay.

A comment stands at its words where the paragraph holds them, else at the whole paragraph. Word takes none inside a text
box: such a comment stands at the paragraph the box hangs on.
"""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from docgen.word import names
from docgen.word.archive import pack, write_zip
from docgen.word.names import rels_of, w
from docgen.word.package import Package, parse_xml

if TYPE_CHECKING:
    from lxml import etree

_RELATIONSHIP = f"{names.R}/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PARAGRAPH, _RUN, _PROPERTIES, _LETTERS, _TEXT, _BOX = w("p"), w("r"), w("pPr"), w("rPr"), w("t"), w("txbxContent")
_GONE = (w("del"), w("moveFrom"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark on paragraph `place` (which `<w:p>` of the file's text, from 0), at `words` of it if any are given."""

    place: int
    text: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commentator:
    """In whose name comments stand; without a moment they carry no date, so that the same input gives the same file."""

    name: str
    initials: str = "dg"
    made_at: datetime | None = None


def with_comments(package: Package, comments: Iterable[Comment], hand: Commentator) -> bytes:
    """Return a copy of an opened Word file with comments in it, in the order of their places."""
    ordered = sorted(comments, key=lambda comment: comment.place)
    root = package.xml(package.document)
    paragraphs = list(root.iter(_PARAGRAPH))
    part, held, arrows, types = _comments_part(package)
    number = max((int(one.get(w("id")) or 0) for one in held.iter(w("comment")) if (one.get(w("id")) or "").isdigit()),
                 default=-1)
    for comment in ordered:
        number += 1
        held.append(_body(comment, number, hand))
        paragraph = _outside_of_boxes(paragraphs[min(comment.place, len(paragraphs) - 1)])
        _anchor(paragraph, number, _at_words(paragraph, comment.words))
    parts = {**package.parts, **arrows, **types, part: _bytes(held), package.document: _bytes(root)}
    return write_zip(pack(name, content) for name, content in parts.items())


def _bytes(root: etree._Element) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _comments_part(package: Package) -> tuple[str, etree._Element, dict[str, bytes], dict[str, bytes]]:
    """Return the part of the comments with what is in it, and the parts that lead to it where they have to change."""
    arrow = next((one for one in package.relationships(package.document)
                  if one.kind.endswith("/comments") and one.target in package.parts), None)
    if arrow is not None:
        return arrow.target, package.xml(arrow.target), {}, {}
    folder = posixpath.dirname(package.document)
    part, number = f"{folder}/comments.xml", 2
    while part in package.parts:
        part, number = f"{folder}/comments{number}.xml", number + 1
    root = parse_xml(f'<w:comments xmlns:w="{names.W}"/>'.encode())
    return part, root, _arrows(package, part), _types(package, part)


def _arrows(package: Package, part: str) -> dict[str, bytes]:
    place = rels_of(package.document)
    root = package.xml(place) if place in package.parts else parse_xml(
        f'<Relationships xmlns="{names.PACKAGE_RELATIONSHIPS}"/>'.encode())
    taken = {element.get("Id") for element in root}
    key = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    _child(root, f"{{{names.PACKAGE_RELATIONSHIPS}}}Relationship",
           {"Id": key, "Type": _RELATIONSHIP, "Target": posixpath.basename(part)})
    return {place: _bytes(root)}


def _types(package: Package, part: str) -> dict[str, bytes]:
    root = package.xml(names.CONTENT_TYPES_PART)
    _child(root, f"{{{names.CONTENT_TYPES}}}Override", {"PartName": f"/{part}", "ContentType": _TYPE})
    return {names.CONTENT_TYPES_PART: _bytes(root)}


def _child(parent: etree._Element, tag: str, attributes: dict[str, str]) -> etree._Element:
    element: etree._Element = parent.makeelement(tag, attributes)
    parent.append(element)
    return element


def _body(comment: Comment, number: int, hand: Commentator) -> etree._Element:
    root = parse_xml(f'<w:comments xmlns:w="{names.W}"/>'.encode())
    attributes = {w("id"): str(number), w("author"): hand.name, w("initials"): hand.initials}
    if hand.made_at is not None:
        attributes[w("date")] = f"{hand.made_at:%Y-%m-%dT%H:%M:%SZ}"
    element = _child(root, w("comment"), attributes)
    for line in _UNPRINTABLE.sub(" ", comment.text).split("\n"):
        words = _child(_child(_child(element, _PARAGRAPH, {}), _RUN, {}), _TEXT, {names.XML_SPACE: "preserve"})
        words.text = line
    return element


def _outside_of_boxes(paragraph: etree._Element) -> etree._Element:
    box = next(paragraph.iterancestors(_BOX), None)
    while box is not None:
        holder = next(box.iterancestors(_PARAGRAPH), None)
        if holder is None:
            break
        paragraph, box = holder, next(holder.iterancestors(_BOX), None)
    return paragraph


def _at_words(paragraph: etree._Element, words: str) -> tuple[etree._Element, etree._Element] | None:
    """Return the first and the last run that hold the words, cut out of longer runs; None if they do not stand there.

    Blanks count as one: a line as it was read has single ones.
    """
    runs = [run for run in paragraph.iter(_RUN)
            if next(run.iterancestors(_PARAGRAPH, *_GONE), None) is paragraph and run.find(_TEXT) is not None]
    text = "".join(_words(run) for run in runs)
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.search(pattern, text) if pattern else None
    if found is None:
        return None
    inside: list[etree._Element] = []
    at = 0
    for run in runs:
        start, at = at, at + len(_words(run))
        if at <= found.start() or start >= found.end():
            continue
        inside.append(_cut(run, max(found.start() - start, 0), min(found.end() - start, at - start)))
    return inside[0], inside[-1]


def _words(run: etree._Element) -> str:
    return "".join(element.text or "" for element in run.iter(_TEXT))


def _cut(run: etree._Element, start: int, end: int) -> etree._Element:
    """Cut characters out of a run as a run of their own; one that holds more than words stays whole."""
    texts = [element for element in run if element.tag != _LETTERS]
    if len(texts) != 1 or texts[0].tag != _TEXT:
        return run
    whole = texts[0].text or ""
    pieces = [(whole[:start], False), (whole[start:end], True), (whole[end:], False)]
    kept, place, parent = run, 0, run.getparent()
    if parent is None:
        return run
    place = parent.index(run)
    parent.remove(run)
    for words, meant in pieces:
        if not words:
            continue
        piece = copy.deepcopy(run)
        piece.tail = None
        text = piece.find(_TEXT)
        if text is not None:
            text.text = words
            text.set(names.XML_SPACE, "preserve")
        parent.insert(place, piece)
        place += 1
        kept = piece if meant else kept
    return kept


def _anchor(
    paragraph: etree._Element, number: int, runs: tuple[etree._Element, etree._Element] | None,
) -> None:
    start, end = (paragraph.makeelement(w(f"commentRange{side}"), {w("id"): str(number)}) for side in ("Start", "End"))
    mark = paragraph.makeelement(_RUN, {})
    _child(mark, w("commentReference"), {w("id"): str(number)})
    if runs is None:
        paragraph.insert(1 if len(paragraph) and paragraph[0].tag == _PROPERTIES else 0, start)
        paragraph.extend((end, mark))
        return
    first, last = runs
    first.addprevious(start)
    last.addnext(end)
    # the mark is no word of anybody's insertion: it stands in the paragraph itself, behind what holds the words
    top = end
    while (above := top.getparent()) is not None and above is not paragraph:
        top = above
    top.addnext(mark)


def comments_of(package: Package) -> Sequence[tuple[str, str]]:
    """Return the comments of a file as (author, words), in the order in which they are kept."""
    part = next((one.target for one in package.relationships(package.document)
                 if one.kind.endswith("/comments") and one.target in package.parts), "")
    found = package.xml(part).iter(w("comment")) if part else ()
    return tuple((one.get(w("author")) or "", "\n".join(_words(line) for line in one.iter(_PARAGRAPH)))
                 for one in found)
