"""A Word file with its tracked changes settled as a tree: the proof that rejecting all gives the person's file back."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from docgen.word.names import XML_SPACE, w
from docgen.word.settling import Side

if TYPE_CHECKING:
    from lxml import etree

_PARAGRAPH, _RUN, _TEXT, _PROPERTIES, _LETTERS = w("p"), w("r"), w("t"), w("pPr"), w("rPr")
_GONE = {"accept": w("del"), "reject": w("ins")}
_STAYS = {"accept": w("ins"), "reject": w("del")}
_BETWEEN = tuple(map(w, ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")))


def settled_tree(root: etree._Element, side: Side) -> etree._Element:
    """Return a copy of a document with all words and paragraph ends put in or taken out, and new forms, settled."""
    made = copy.deepcopy(root)
    for change in list(made.iter(w("pPrChange"))):
        _settle_form(change, side)
    for paragraph in list(made.iter(_PARAGRAPH)):
        for element in list(paragraph.iter(_GONE[side])):
            parent = element.getparent()
            if parent is not None and parent.tag != _LETTERS:
                parent.remove(element)
        for element in list(paragraph.iter(_STAYS[side])):
            parent = element.getparent()
            if parent is None or parent.tag == _LETTERS:
                continue
            for child in list(element):
                element.addprevious(child)
                for text in child.iter(w("delText"), w("delInstrText")):
                    text.tag = _TEXT if text.tag == w("delText") else w("instrText")
            parent.remove(element)
    for paragraph in list(made.iter(_PARAGRAPH)):
        letters = paragraph.find(f"{_PROPERTIES}/{_LETTERS}")
        if letters is None:
            continue
        joins = letters.find(_GONE[side]) is not None
        for mark in letters.findall(w("ins")) + letters.findall(w("del")):
            letters.remove(mark)
        if joins:
            _into_next(paragraph)
    return made


def _settle_form(change: etree._Element, side: Side) -> None:
    """Leave a paragraph its new form, or give it the old one; its end and its section have no part in that."""
    properties = change.getparent()
    if properties is None:
        return
    properties.remove(change)
    if side == "reject":
        for element in [one for one in properties if one.tag not in (_LETTERS, w("sectPr"))]:
            properties.remove(element)
        for place, element in enumerate(list(change[0]) if len(change) else ()):
            properties.insert(place, element)


def _into_next(paragraph: etree._Element) -> None:
    """Let a paragraph without an end run into the next one, whose form it takes."""
    after = paragraph.getnext()
    while after is not None and after.tag in _BETWEEN:
        after = after.getnext()
    if after is None or after.tag != _PARAGRAPH:
        return  # as in Word: before a table and at the end it stays, empty
    place = 1 if len(after) and after[0].tag == _PROPERTIES else 0
    for element in [element for element in paragraph if element.tag != _PROPERTIES]:
        after.insert(place, element)
        place += 1
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def normal(root: etree._Element) -> bytes:
    """Return a document in a form in which only what a reader sees or a program uses makes a difference.

    How words are cut into runs of the same form is none.
    """
    from lxml import etree

    made = copy.deepcopy(root)
    for element in list(made.iter(_LETTERS, _PROPERTIES)):
        if not len(element):
            _drop(element)
    for element in list(made.iter(_PROPERTIES)):
        if not len(element):
            _drop(element)
    for run in list(made.iter(_RUN)):
        for key in [key for key in run.attrib if "rsid" in str(key)]:
            del run.attrib[key]
        for text in run.findall(_TEXT):
            if XML_SPACE in text.attrib:
                del text.attrib[XML_SPACE]
    for run in list(made.iter(_RUN)):
        _join(run)
    return etree.tostring(made, method="c14n")


def _join(run: etree._Element) -> None:
    """Take the next runs of the same form into this one."""
    if run.getparent() is None:
        return
    while (after := run.getnext()) is not None and after.tag == _RUN and _form(after) == _form(run):
        for element in [element for element in after if element.tag != _LETTERS]:
            run.append(element)
        _drop(after)
    for text in run.findall(_TEXT):
        if text.getparent() is None:
            continue
        while (behind := text.getnext()) is not None and behind.tag == _TEXT:
            text.text = (text.text or "") + (behind.text or "")
            run.remove(behind)
        if not text.text:
            run.remove(text)


def _form(run: etree._Element) -> bytes:
    from lxml import etree

    letters = run.find(_LETTERS)
    return b"" if letters is None else etree.tostring(letters, method="c14n", with_tail=False)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
