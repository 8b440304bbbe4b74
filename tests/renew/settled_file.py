"""A Word file with its tracked changes rejected or accepted, as XML: a second reading of the marks, written for tests
alone and knowing nothing of the program that wrote them. Letters, paragraphs, tables, pictures, all is kept."""

from __future__ import annotations

import copy
import re
import zipfile
from io import BytesIO
from typing import Literal

from lxml import etree

from docgen.word.archive import pack, write_zip
from docgen.word.names import w

Side = Literal["reject", "accept"]

_ANCHORS = (w("commentRangeStart"), w("commentRangeEnd"))
_PASSING = (w("proofErr"), w("lastRenderedPageBreak"), w("moveFromRangeStart"), w("moveFromRangeEnd"),
            w("moveToRangeStart"), w("moveToRangeEnd"))
_OLD = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange")


def part_of(content: bytes, name: str) -> bytes | None:
    """Return one part of a file, None if it has none of that name."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name) if name in archive.namelist() else None


def body(content: bytes) -> etree._Element:
    """Return the text of a file."""
    root = etree.fromstring(part_of(content, "word/document.xml") or b"")
    found = root.find(w("body"))
    assert found is not None
    return found


def settled_body(content: bytes, side: Side, own_comments: frozenset[str] = frozenset()) -> etree._Element:
    """Return the text with every change rejected or accepted and every comment gone but those of `own_comments`."""
    root = copy.deepcopy(body(content))
    gone, kept = ("ins", "moveTo"), ("del", "moveFrom")
    if side == "accept":
        gone, kept = kept, gone
    _old_properties(root, side)
    for row in list(root.iter(w("tr"))):
        properties = row.find(w("trPr"))
        marks = {str(one.tag).rpartition("}")[2] for one in properties} if properties is not None else set()
        if marks & set(gone):
            _drop(row)
        elif properties is not None:
            for one in list(properties):
                if str(one.tag).rpartition("}")[2] in kept:
                    properties.remove(one)
            if not len(properties):
                row.remove(properties)
    for paragraph in list(root.iter(w("p"))):
        _settle_end(paragraph, gone, kept)
    for name in gone:
        for one in list(root.iter(w(name))):
            _drop(one)
    for name in kept:
        for one in list(root.iter(w(name))):
            _unwrap(one)
    for one in list(root.iter(w("delText"), w("delInstrText"))):
        one.tag = w("t") if one.tag == w("delText") else w("instrText")
    _without_comments(root, own_comments)
    return root


def settled_file(content: bytes, side: Side) -> bytes:
    """Return a file as it is once somebody has rejected or accepted everything and taken the comments out."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    old = root.find(w("body"))
    assert old is not None
    root.replace(old, settled_body(content, side))
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_zip([pack(name, part) for name, part in parts.items()])


def _old_properties(root: etree._Element, side: Side) -> None:
    for name in _OLD:
        for change in list(root.iter(w(name))):
            holder = change.getparent()
            assert holder is not None
            if side == "reject":
                old = change[0] if len(change) else None
                # of a paragraph's old properties those of its end and its section are not part
                for one in list(holder):
                    if not (name == "pPrChange" and one.tag in (w("rPr"), w("sectPr"))):
                        holder.remove(one)
                for at, one in enumerate(list(old) if old is not None else []):
                    holder.insert(at, one)
            else:
                holder.remove(change)


def _settle_end(paragraph: etree._Element, gone: tuple[str, ...], kept: tuple[str, ...]) -> None:
    letters = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    if letters is None:
        return
    marks = {str(one.tag).rpartition("}")[2] for one in letters}
    for one in list(letters):
        if str(one.tag).rpartition("}")[2] in (*gone, *kept):
            letters.remove(one)
    if not len(letters):
        _drop(letters)
    if marks & set(gone):
        following = paragraph.getnext()
        while following is not None and following.tag != w("p"):
            following = following.getnext()
        content = [one for one in paragraph if one.tag != w("pPr")]
        if following is None or following.getparent() is not paragraph.getparent():
            return
        properties = following.find(w("pPr"))
        at = 0 if properties is None else 1
        for one in reversed(content):
            following.insert(at, one)
        _drop(paragraph)


def _without_comments(root: etree._Element, own: frozenset[str]) -> None:
    for anchor in list(root.iter(*_ANCHORS)):
        if anchor.get(w("id")) not in own:
            _drop(anchor)
    for mark in list(root.iter(w("commentReference"))):
        if mark.get(w("id")) not in own:
            run = mark.getparent()
            assert run is not None
            run.remove(mark)
            if all(one.tag == w("rPr") for one in run):
                _drop(run)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    for one in reversed(element):
        parent.insert(at, one)
    parent.remove(element)


def plain(root: etree._Element) -> list[str]:
    """Return a text in a normal form, one string for each paragraph, row and cell: as Word shows it, however cut."""
    root = copy.deepcopy(root)
    for one in list(root.iter(*_PASSING)):
        _drop(one)
    for one in root.iter():
        for name in list(one.attrib):
            if "rsid" in str(name) or str(name).endswith(("paraId", "textId")):
                del one.attrib[name]
    for run in root.iter(w("r")):
        properties = run.find(w("rPr"))
        if properties is not None and not len(properties):
            run.remove(properties)
    for paragraph in root.iter(w("p")):
        properties = paragraph.find(w("pPr"))
        if properties is not None:
            for letters in [one for one in properties if one.tag == w("rPr") and not len(one)]:
                properties.remove(letters)
            if not len(properties):
                paragraph.remove(properties)
        _joined_runs(paragraph)
    found: list[str] = []
    for paragraph in root.iter(w("p")):
        above = "/".join(re.sub(r"\{.*\}", "", str(one.tag)) for one in paragraph.iterancestors())
        found.append(f"{above}|{_written(paragraph)}")
    for table in root.iter(w("tblPr"), w("tblGrid"), w("trPr"), w("tcPr"), w("sectPr")):
        if len(table) or table.attrib:
            found.append(_written(table))
    return found


def _joined_runs(paragraph: etree._Element) -> None:
    """Put neighbouring runs of the same letters together, and the words in them; empty runs go."""
    before: etree._Element | None = None
    for run in [one for one in paragraph.iter(w("r")) if next(one.iterancestors(w("p"))) is paragraph]:
        if all(one.tag == w("rPr") for one in run):
            _drop(run)
            continue
        if before is not None and run.getprevious() is before and _letters(before) == _letters(run):
            for one in [one for one in run if one.tag != w("rPr")]:
                before.append(one)
            _drop(run)
            continue
        before = run
    for run in paragraph.iter(w("r")):
        last: etree._Element | None = None
        for one in list(run):
            if one.tag == w("t") and last is not None:
                last.text = (last.text or "") + (one.text or "")
                run.remove(one)
            else:
                last = one if one.tag == w("t") else None
                one.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", "")


def _letters(run: etree._Element) -> bytes:
    properties = run.find(w("rPr"))
    return etree.tostring(properties, method="c14n") if properties is not None else b""


def _written(element: etree._Element) -> str:
    found: bytes = etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
    return found.decode()


def words(root: etree._Element) -> list[str]:
    """Return the words of each paragraph."""
    return ["".join(one.text or "" for one in paragraph.iter(w("t"))
                    if next(one.iterancestors(w("p"))) is paragraph) for paragraph in root.iter(w("p"))]


def comments(content: bytes) -> dict[str, str]:
    """Return the comments of a file by their number."""
    part = part_of(content, "word/comments.xml")
    if part is None:
        return {}
    return {one.get(w("id")) or "": "\n".join("".join(word.text or "" for word in line.iter(w("t")))
                                             for line in one.iter(w("p")))
            for one in etree.fromstring(part).iter(w("comment"))}
