"""The tags of a frame, checked one by one before anything is filled in, so that all faults are told at once.

Allowed: {{ value }}, {% if %}…{% endif %} inside one paragraph, {%p if/for/set … %} alone in a paragraph, {%tr … %}
alone in a row of a table, and {# remarks #}. Everything docxtpl would drop without a word is a fault here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import nodes

from docgen.messages import Message, say
from docgen.model.finding import Finding
from docgen.word.document import COMPUTED_NAMES, FIELD_NAMES, ITEM_NAMES
from docgen.word.names import w
from docgen.word.sandbox import BrokenTag, environment, nearest, parse

if TYPE_CHECKING:
    from lxml import etree

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_STATEMENT = re.compile(r"\{%(p|tr|tc|r)?\s+(\w+)\s*(.*?)\s*%\}")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_LOOP_NAMES = ("first", "last", "index", "index0", "length", "revindex", "revindex0")
_ALLOWED = ("if", "elif", "else", "endif", "for", "endfor", "set")
_HOLDS_MORE = tuple(w(name) for name in ("drawing", "pict", "object", "sectPr", "fldChar", "fldSimple"))
_QUOTED = 60


@dataclass(slots=True)
class _Open:
    """An `if` or `for` not yet closed: where it stands, the names it brings in and the list of each."""

    word: str
    prefix: str
    holder: etree._Element | None
    place: tuple[int, str] = (0, "")
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BlockParagraph:
    """A paragraph repeated for each block: `variable` is the loop's name; `prints_text`: it prints the block's text."""

    element: etree._Element
    variable: str
    prints_text: bool


@dataclass(slots=True)
class TagScan:
    """What was found in one part: faults, and the paragraphs a loop over the blocks repeats."""

    findings: list[Finding] = field(default_factory=list)
    block_paragraphs: list[BlockParagraph] = field(default_factory=list)


def own_text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph without that of text boxes hung on it."""
    return "".join(t.text or "" for t in paragraph.iter(w("t"))
                   if next(t.iterancestors(w("p")), None) is paragraph)


def scan(root: etree._Element, frame: str, part: str) -> TagScan:
    """Check every tag in one part of a frame."""
    return _Scanner(frame, part).run(root)


class _Scanner:
    def __init__(self, frame: str, part: str) -> None:
        self.frame, self.part = frame, part
        self.jinja = environment()
        self.result = TagScan()
        self.stack: list[_Open] = [_Open("", "", None)]
        self.place = (0, "")

    def run(self, root: etree._Element) -> TagScan:
        for number, paragraph in enumerate(root.iter(w("p")), start=1):
            text = own_text(paragraph)
            self.place = (number, text)
            tags = TAG.findall(text)
            if _STRAY.search(TAG.sub("", text)):
                self.fault("tag.open", say("a tag is opened and not closed, or closed and not opened"),
                           say("Write {{ … }} or {% … %} in full, within one paragraph."))
            if tags and any(True for _ in paragraph.iterancestors(w("txbxContent"))):
                self.fault("tag.text_box", say("a tag stands in a text box"),
                           say("Move it into the text or into a table."))
                continue
            for tag in tags:
                self.read(tag, tags, paragraph, text)
            self.note_block_paragraph(paragraph, text, tags)
        for left in self.stack[1:]:
            self.place = left.place
            self.fault("tag.unclosed", say("“{word}” has no “end{word}”", word=left.word),
                       say("Add the closing tag, of the same kind as the opening one."))
        self.attributes(root)
        return self.result

    def fault(self, code: str, what: Message, remedy: Message) -> None:
        number, text = self.place
        shown = text if len(text) <= _QUOTED else text[:_QUOTED] + "…"
        message = say("Paragraph {number} of {part} (“{text}”): {what}.", number=number, part=self.part, text=shown,
                      what=what)
        self.result.findings.append(Finding(code=code, severity="error", file=self.frame, line=number,
                                            message=message, remedy=remedy))

    def read(self, tag: str, tags: list[str], paragraph: etree._Element, text: str) -> None:
        tag = tag.translate(_STRAIGHT)
        if tag.startswith("{#"):
            return
        if "{%-" in tag or "-%}" in tag or "{{-" in tag or "-}}" in tag:
            self.fault("tag.dash", say("the tag {tag} has a dash at its edge, which would swallow text", tag=tag),
                       say("Leave the dash out."))
            return
        if tag.startswith("{{"):
            if re.match(r"\{\{(p|r|tr|tc)\s", tag):
                self.fault("tag.rich", say("the tag {tag} is of a kind frames do not use", tag=tag),
                           say("Write {{ name }}."))
                return
            self.check(f"{tag}", tag)
            return
        statement = _STATEMENT.fullmatch(tag)
        if statement is None or statement[2] not in _ALLOWED or statement[1] in ("tc", "r"):
            self.fault("tag.statement", say("the tag {tag} is not one that frames use", tag=tag),
                       say("Use if, elif, else, endif, for, endfor or set; {%p … %} for whole paragraphs, "
                           "{%tr … %} for rows."))
            return
        prefix, word, rest = statement[1] or "", statement[2], statement[3]
        self.carry(tag, prefix, word, rest, self.holder(prefix, tag, tags, paragraph, text))

    def holder(
        self, prefix: str, tag: str, tags: list[str], paragraph: etree._Element, text: str
    ) -> etree._Element | None:
        """Return the element a statement and its end must share; a whole-paragraph tag must stand alone."""
        if not prefix:
            return paragraph
        taken = paragraph if prefix == "p" else next(paragraph.iterancestors(w("tr")), None)
        if taken is None:
            self.fault("tag.row", say("the tag {tag} stands outside a table", tag=tag),
                       say("Write {%p … %} there."))
            return None
        whole = text if prefix == "p" else "".join(own_text(p) for p in taken.iter(w("p")))
        if TAG.sub("", whole).strip() or len(TAG.findall(whole)) > 1 or any(True for _ in taken.iter(*_HOLDS_MORE)):
            self.fault("tag.not_alone", say("beside the tag {tag} stands something that would be lost", tag=tag),
                       say("Give the tag a paragraph of its own ({%p) or a row of its own ({%tr)."))
        return taken.getparent()

    def carry(self, tag: str, prefix: str, word: str, rest: str, holder: etree._Element | None) -> None:
        top = self.stack[-1]
        if word in ("endif", "endfor", "elif", "else"):
            opened = {"endif": ("if",), "elif": ("if",), "endfor": ("for",), "else": ("if", "for")}[word]
            if top.word not in opened:
                self.fault("tag.unopened", say("the tag {tag} closes nothing that is open there", tag=tag),
                           say("Close the tags in the reverse order of opening."))
                return
            if top.prefix != prefix or (holder is not None and top.holder is not holder):
                self.fault("tag.crossed", say("the tag {tag} is not of one kind or not at one place with its “{word}”",
                                              tag=tag, word=top.word),
                           say("Open and close in the same table, and both with p, both with tr, or both without."))
            if word == "elif":
                self.check("{% if " + rest + " %}{% endif %}", tag)
            if word.startswith("end"):
                self.stack.pop()
            return
        if word == "set":
            tree = self.check("{% set " + rest + " %}", tag)
            for node in tree.find_all(nodes.Assign) if tree else ():
                self.stack[-1].names.update((name.name, "") for name in node.target.find_all(nodes.Name))
                if isinstance(node.target, nodes.Name):
                    self.stack[-1].names[node.target.name] = ""
            return
        tree = self.check("{% " + word + " " + rest + " %}{% end" + word + " %}", tag)
        opened_here = _Open(word, prefix, holder, self.place)
        for loop in tree.find_all(nodes.For) if tree else ():
            if not isinstance(loop.target, nodes.Name):
                self.fault("tag.loop", say("the tag {tag} names more than one thing to go through", tag=tag),
                           say("Write {%p for line in recipients %}."))
                continue
            goes_through = loop.iter.name if isinstance(loop.iter, nodes.Name) else ""
            opened_here.names = {loop.target.name: goes_through if goes_through in ITEM_NAMES else "", "loop": "loop"}
        self.stack.append(opened_here)

    def known(self) -> dict[str, str]:
        names = dict.fromkeys((*FIELD_NAMES, *COMPUTED_NAMES), "")
        for level in self.stack:
            names.update(level.names)
        return names

    def check(self, source: str, tag: str) -> nodes.Template | None:
        """Parse one tag by itself and compare the names in it with those a document has."""
        try:
            tree = parse(self.jinja, source)
        except BrokenTag as broken:
            self.fault("tag.broken", say("the tag {tag} cannot be read: {reason}", tag=tag, reason=broken.message),
                       say("Compare it with a tag of the same kind in the shipped frame."))
            return None
        known = self.known()
        own = {name.name for loop in tree.find_all(nodes.For) for name in (loop.target,)
               if isinstance(name, nodes.Name)}
        for name in tree.find_all(nodes.Name):
            if name.ctx == "load" and name.name not in known and name.name not in own:
                self.unknown(name.name, known, tag)
        for attribute in tree.find_all(nodes.Getattr):
            owner = attribute.node.name if isinstance(attribute.node, nodes.Name) else ""
            parts = {**ITEM_NAMES, "loop": _LOOP_NAMES}.get(known.get(owner, ""), ())
            if owner in known and attribute.attr not in parts:
                self.unknown(f"{owner}.{attribute.attr}", [f"{owner}.{part}" for part in parts], tag)
        return tree

    def unknown(self, name: str, known: Iterable[str], tag: str) -> None:
        like = nearest(name, known)
        what = say("the name “{name}” in {tag} is not known", name=name, tag=tag)
        remedy = say("Perhaps “{nearest}” is meant.", nearest=like) if like else say(
            "Known are: {names}.", names=", ".join(sorted(known)) or "-")
        self.fault("tag.unknown_name", what, remedy)

    def note_block_paragraph(self, paragraph: etree._Element, text: str, tags: list[str]) -> None:
        variable = next((name for level in reversed(self.stack) for name, kind in level.names.items()
                         if kind == "blocks"), "")
        values = [tag for tag in tags if tag.startswith("{{")]
        if variable and values:
            prints = any(re.search(rf"\b{variable}\.text\b", tag) for tag in values)
            self.result.block_paragraphs.append(BlockParagraph(paragraph, variable, prints))

    def attributes(self, root: etree._Element) -> None:
        """A tag hidden in a field code, a picture's name or another attribute would be run as well: refuse it."""
        for element, text in _hidden_texts(root):
            if re.search(r"\{\{|\{%|\{#", text):
                self.place = (0, text)
                name = str(element.tag).rpartition("}")[2]
                self.fault("tag.hidden", say("a tag stands where no text is printed ({element})", element=name),
                           say("Delete it; put the tag into the text."))


def _hidden_texts(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for element in root.iter("*"):
        for value in element.attrib.values():
            yield element, str(value)
        if element.tag != w("t") and element.text:
            yield element, element.text
        if element.tail:
            yield element, element.tail
