"""A Word file opened to be damaged: its paragraphs as the review counts them, changed and looking as before."""

from __future__ import annotations

import re
from io import BytesIO
from random import Random

import docx
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from docgen.reader.labels import find_label

Element = etree._Element


class Copy:
    """One copy of a document; a paragraph is damaged once at most, so that faults do not hide each other."""

    def __init__(self, content: bytes, random: Random) -> None:
        self.document = docx.Document(BytesIO(content))
        self.random = random
        self.root: Element = self.document.element
        self.used: set[Element] = set()
        self.used_parts: set[Part] = set()
        for piece in self.root.iter(qn("w:t")):
            # spaces that only bind two words
            piece.text = re.sub("(?<!\u00a0)\u00a0(?!\u00a0)", " ", piece.text or "")

    @property
    def paragraphs(self) -> list[Element]:
        return list(self.root.iter(qn("w:p")))

    def content(self) -> bytes:
        made = BytesIO()
        self.document.save(made)
        return made.getvalue()

    def place(self, paragraph: Element) -> int:
        return self.paragraphs.index(paragraph)

    @staticmethod
    def text(paragraph: Element) -> str:
        return "".join(piece.text or "" if piece.tag == qn("w:t") else "\n" for piece in paragraph.iter(
            qn("w:t"), qn("w:br")))

    @staticmethod
    def runs(paragraph: Element) -> list[Element]:
        return [run for run in paragraph.iter(qn("w:r")) if run.find(qn("w:t")) is not None]

    def write(self, paragraph: Element, text: str) -> None:
        """Put other words into a paragraph; what stands in front of the change keeps its runs."""
        pieces = list(paragraph.iter(qn("w:t")))
        first, *others = pieces
        first.text = text
        first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        for piece in others:
            piece.text = ""

    def replace(self, paragraph: Element, old: str, new: str) -> bool:
        """Replace words; inside one run where they stand in one, so that bold words stay bold."""
        for piece in paragraph.iter(qn("w:t")):
            if old in (piece.text or ""):
                piece.text = (piece.text or "").replace(old, new, 1)
                return True
        whole = self.text(paragraph)
        if old in whole and "\n" not in whole:
            self.write(paragraph, whole.replace(old, new, 1))
            return True
        return False

    def append(self, paragraph: Element, sentence: str) -> None:
        piece = list(paragraph.iter(qn("w:t")))[-1]
        piece.text = f"{(piece.text or '').rstrip()} {sentence}"
        piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def remove(self, paragraph: Element) -> None:
        parent = paragraph.getparent()
        assert parent is not None
        parent.remove(paragraph)

    def add_after(self, paragraph: Element, text: str) -> Element:
        made: Element = etree.fromstring(etree.tostring(paragraph))
        paragraph.addnext(made)
        for mark in [*made.iter(qn("w:bookmarkStart")), *made.iter(qn("w:bookmarkEnd"))]:
            self.remove(mark)
        added = paragraph.getnext()
        assert added is not None
        self.write(added, text)
        return added

    # --- where things are -----------------------------------------------------------------------------------

    def find(self, pattern: str, *, free: bool = True) -> list[Element]:
        """Return the paragraphs whose words match; those not touched yet unless told otherwise."""
        return [one for one in self.paragraphs if re.search(pattern, self.text(one)) and not (
            free and one in self.used)]

    def take(self, candidates: list[Element]) -> Element | None:
        if not candidates:
            return None
        chosen = self.random.choice(candidates)
        self.used.add(chosen)
        return chosen

    def body(self) -> list[Element]:
        """Return the paragraphs from the first head of the body as far as Nơi nhận or the signature."""
        paragraphs = self.paragraphs
        texts = [self.text(one).strip() for one in paragraphs]
        start = next((n for n, text in enumerate(texts) if re.match(r"(?:Điều|Chương|CHƯƠNG|I-|Phần) ?1?", text)
                      and n > 8 and len(text) < 150), len(texts))
        end = next((n for n, text in enumerate(texts) if n > start and re.match(
            r"Nơi nhận|T\s?[/.]?\s?M\b|K\s?[/.]?\s?T\b", text)), len(texts))
        return paragraphs[start:end]

    def sentences_end(self) -> list[Element]:
        """Return paragraphs of the body that end with a full stop and are no headings."""
        return [one for one in self.body() if one not in self.used and self.text(one).strip().endswith(".")
                and len(self.text(one)) > 40 and not self.bold(one) and "“" not in self.text(one)
                and "\n" not in self.text(one)]

    def labelled(self, level: str) -> list[list[Element]]:
        """Return runs of neighbours with labels of one level ("clause", "point"), lists of three and more."""
        runs: list[list[Element]] = []
        current: list[Element] = []
        for one in self.body():
            label = find_label(self.text(one).strip())
            name = label.level.value if label else ""
            if name == level:
                current.append(one)
            elif not (level == "clause" and name in ("point", "paragraph")):
                runs.append(current)
                current = []
        return [run for run in (*runs, current) if len(run) >= 3 and not self.used & set(run)]

    def bold(self, paragraph: Element) -> bool:
        runs = self.runs(paragraph)
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        named = style is not None and (style.get(qn("w:val")) or "") in ("DGDieu", "DGChuong", "DGTenChuong")
        return named or (bool(runs) and all(run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in runs))

    def property(self, paragraph: Element, name: str, **values: str) -> None:
        """Set one property of the letters of every run."""
        for run in self.runs(paragraph):
            properties = run.find(qn("w:rPr"))
            if properties is None:
                properties = run.makeelement(qn("w:rPr"), {})
                run.insert(0, properties)
            for old in properties.findall(qn(name)):
                properties.remove(old)
            properties.append(properties.makeelement(
                qn(name), {qn(f"w:{key}"): value for key, value in values.items()}))
