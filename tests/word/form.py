"""Reads back how a paragraph of a rendered file is printed: its own settings over its style over the defaults."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from docgen.word.names import R, w
from docgen.word.tags import own_text

MM = 1440 / 25.4


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@dataclass(frozen=True)
class Line:
    """One printed paragraph with everything that decides its form."""

    element: etree._Element
    text: str
    style: str
    paragraph: dict[str, dict[str, str]]
    letters: dict[str, dict[str, str]]

    def size(self) -> float:
        return int(self.letters["sz"]["val"]) / 2

    def on(self, name: str) -> bool:
        """Tell whether b, i, keepNext … is switched on."""
        found = {**self.paragraph, **self.letters}.get(name)
        return found is not None and found.get("val", "1") not in ("0", "false", "none")

    def align(self) -> str:
        return self.paragraph.get("jc", {}).get("val", "left")

    def spacing(self, name: str) -> int:
        return int(self.paragraph.get("spacing", {}).get(name, "0"))


class Form:
    """A rendered file, its paragraphs resolved."""

    def __init__(self, content: bytes) -> None:
        self.parts = parts_of(content)
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.sheet = etree.fromstring(self.parts["word/styles.xml"])
        self.styles = {style.get(w("styleId"), ""): style for style in self.sheet.iter(w("style"))}
        self.lines = [self.line(p) for p in self.root.iter(w("p"))]

    def line(self, p: etree._Element) -> Line:
        properties = p.find(w("pPr"))
        named = properties.find(w("pStyle")) if properties is not None else None
        key = named.get(w("val"), "") if named is not None else "Normal"
        paragraph = settings(self.sheet.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}"))
        letters = settings(self.sheet.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))
        chain = []
        name = key
        while name:
            style = self.styles[name]
            chain.append(style)
            parent = style.find(w("basedOn"))
            name = parent.get(w("val"), "") if parent is not None else ""
        for style in reversed(chain):
            merge(paragraph, settings(style.find(w("pPr"))))
            merge(letters, settings(style.find(w("rPr"))))
        merge(paragraph, settings(properties))
        run = p.find(w("r"))
        own = run.find(w("rPr")) if run is not None else None
        if own is not None:
            character = own.find(w("rStyle"))
            if character is not None:
                merge(letters, settings(self.styles[character.get(w("val"), "")].find(w("rPr"))))
            merge(letters, settings(own))
        return Line(p, own_text(p), key, paragraph, letters)

    def find(self, text: str) -> Line:
        found = [line for line in self.lines if line.text == text]
        assert len(found) == 1, (text, [line.text for line in self.lines])
        return found[0]

    def starting(self, text: str) -> Line:
        return next(line for line in self.lines if line.text.startswith(text))

    def arrows(self, part: str) -> dict[str, str]:
        root = etree.fromstring(self.parts[part])
        return {element.get("Id", ""): element.get("Target", "") for element in root}


def settings(properties: etree._Element | None) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for element in properties if properties is not None else ():
        attributes = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
        found[str(element.tag).rpartition("}")[2]] = attributes
    return found


def merge(into: dict[str, dict[str, str]], over: dict[str, dict[str, str]]) -> None:
    for name, attributes in over.items():
        into[name] = {**into.get(name, {}), **attributes}


def relationship(element: etree._Element) -> str:
    return element.get(f"{{{R}}}id", "")
