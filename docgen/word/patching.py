"""One part of a frame, from Word's XML to a compiled template.

docxtpl's own patching joins tags that Word has cut into runs and lifts {%p and {%tr tags out of their paragraph or
row. Around it: what Word leaves behind is tidied away, and paragraphs that repeat per block get their hidden bookmark
and, for the last two, "keep with next", which ties the signature to two lines of text at least.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from docgen.word.blocks import BOOKMARK_PREFIX
from docgen.word.document import BLOCK_NAMES
from docgen.word.names import W14, XML_SPACE, w
from docgen.word.tags import TAG, BlockParagraph

if TYPE_CHECKING:
    from lxml import etree

_XML = {"text": "text_xml", "heading": "heading_xml", "rest": "rest_xml", "mark_open": "mark_open",
        "mark_close": "mark_close", "keep": "keep"}
RECORD = (*BLOCK_NAMES, *_XML.values())
"""One block as the compiled loop takes it apart: what a tag may ask for, then the same ready escaped, then marks."""
_LEFT_BEHIND = ("proofErr", "lastRenderedPageBreak")
_PLACEHOLDER = re.compile(r'<w:(?:keepNext|bookmarkStart|bookmarkEnd)(?: w:id| w:val)="@(\w+):(\w+)@"[^>]*/>')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def tidy(root: etree._Element) -> None:
    """Take out what Word notes for itself (revision numbers, spelling marks) and blanks between elements."""
    for name in _LEFT_BEHIND:
        for element in list(root.iter(w(name))):
            _remove(element)
    for element in list(root.iter(w("bookmarkStart"))):
        if (element.get(w("name")) or "").startswith(("_GoBack", BOOKMARK_PREFIX)):
            for end in [e for e in root.iter(w("bookmarkEnd")) if e.get(w("id")) == element.get(w("id"))]:
                _remove(end)
            _remove(element)
    for element in root.iter("*"):
        for key in list(element.attrib):
            if str(key).startswith((w("rsid"), f"{{{W14}}}")):
                del element.attrib[key]
        if element.tag == w("t"):
            element.text = re.sub(r"\s*\n\s*", " ", element.text or "")
            if TAG.search(element.text) or element.text != element.text.strip() or "{" in element.text:
                element.set(XML_SPACE, "preserve")
        elif element.text and not element.text.strip():
            element.text = None
        if element.tail and not element.tail.strip():
            element.tail = None


def mark_blocks(paragraphs: list[BlockParagraph]) -> None:
    """Put placeholders for bookmark and "keep with next" into the paragraphs that are printed once per block."""
    for found in paragraphs:
        for element in list(found.element.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            # a bookmark of the frame's own would be repeated, and its name must not be
            _remove(element)
        properties = found.element.find(w("pPr"))
        if properties is None:
            properties = found.element.makeelement(w("pPr"))
            found.element.insert(0, properties)
        if properties.find(w("keepNext")) is None:
            keep = properties.makeelement(w("keepNext"), {w("val"): f"@keep:{found.variable}@"})
            properties.insert(1 if properties.find(w("pStyle")) is not None else 0, keep)
        if found.prints_text:
            start = found.element.makeelement(
                w("bookmarkStart"), {w("id"): f"@mark_open:{found.variable}@", w("name"): "-"})
            properties.addnext(start)
            found.element.append(found.element.makeelement(
                w("bookmarkEnd"), {w("id"): f"@mark_close:{found.variable}@"}))


def patched(root: etree._Element) -> str:
    """Return the part as one Jinja source: docxtpl's patching, then the placeholders as tags."""
    from docxtpl import DocxTemplate
    from lxml import etree

    source = etree.tostring(root, encoding="unicode")
    source = DocxTemplate("").patch_xml(source)
    # docxtpl turns &lt; and &gt; inside a tag back, and leaves this one
    source = TAG.sub(lambda tag: tag[0].replace("&amp;", "&"), source)
    return HEAD.rstrip("\n") + str(_PLACEHOLDER.sub(r"{{ \2.\1 }}", source))


class Unpacking(NodeTransformer):
    """Makes a frame's template safe and quick.

    Every printed value is escaped for XML. `for block in blocks … block.text` is rewritten so that each block is taken
    apart once into local names: a look-up goes through the sandbox, ten a paragraph would be most of the work. Where a
    tag prints a block's text as it is, the copy that was escaped beforehand is printed.
    """

    def __init__(self) -> None:
        self.variables: list[str] = []
        self.loops: list[nodes.For] = []
        """The loops over the blocks that were met."""

    def visit_For(self, node: nodes.For, *args: Any, **kwargs: Any) -> nodes.Node:  # noqa: N802 (Jinja's name)
        """Take the loop over the blocks apart, leave every other loop as it is."""
        mine = isinstance(node.iter, nodes.Name) and node.iter.name == "blocks" and isinstance(node.target, nodes.Name)
        if mine and isinstance(node.target, nodes.Name):
            self.variables.append(node.target.name)
            names = [nodes.Name(_local(node.target.name, part), "store") for part in RECORD]
            node.target = nodes.Tuple(list[nodes.Expr](names), "store")
            self.loops.append(node)
        self.generic_visit(node, *args, **kwargs)
        if mine:
            self.variables.pop()
        return node

    def visit_Output(self, node: nodes.Output, *args: Any, **kwargs: Any) -> nodes.Node:  # noqa: N802 (Jinja's name)
        """Escape what is printed."""
        node.nodes = [self._escaped(part) for part in node.nodes]
        return node

    def visit_Getattr(self, node: nodes.Getattr, *args: Any, **kwargs: Any) -> nodes.Node:  # noqa: N802 (Jinja's name)
        """Turn `block.text` into the local name it has been unpacked to."""
        variable = self._block(node)
        if variable:
            return nodes.Name(_local(variable, node.attr), "load")
        return self.generic_visit(node, *args, **kwargs)

    def _escaped(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            return node
        variable = self._block(node)
        if variable and isinstance(node, nodes.Getattr) and node.attr in _XML:
            return nodes.Name(_local(variable, _XML[node.attr]), "load")
        inner = self.visit(node)
        return nodes.Filter(inner, "e", [], [], None, None)

    def _block(self, node: nodes.Node) -> str:
        known = isinstance(node, nodes.Getattr) and (node.attr in RECORD or node.attr in _XML)
        if known and isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
            return node.node.name if node.node.name in self.variables else ""
        return ""


def _local(variable: str, part: str) -> str:
    return f"_{variable}_{part}"


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
