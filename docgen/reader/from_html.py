"""Web pages and Word's "saved as web page": the paragraphs a reader would see, without scripts and navigation."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from html.parser import HTMLParser

from docgen.messages import Message, say
from docgen.model.numbering import roman
from docgen.reader.labels import find_label
from docgen.reader.source import Bold, SourceLine
from docgen.vietnamese.legacy import in_font, of_font

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
    "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"
))
_UNSEEN = {"script": "scripts", "style": "styles", "noscript": "scripts", "template": "scripts", "head": "",
           "nav": "navigation", "aside": "navigation", "button": "forms", "select": "forms", "textarea": "forms",
           "svg": "pictures", "object": "pictures", "iframe": "pictures", "audio": "pictures", "video": "pictures"}
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"
))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD = frozenset(("b", "strong", "th", *_HEADINGS))
_SPACES = re.compile(r"[ \t\n\r\f\u00a0\u200b\ufeff]+")
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_FIGURE = re.compile(r"[0-9]{1,4}")
_DEEP = 1000
"""Elements within each other; what is nested deeper was made to harm, its words are read all the same."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)", re.IGNORECASE)
_FAMILY = re.compile(r"font-family\s*:\s*[\"']?([^;,\"']+)", re.IGNORECASE)
_LOOKS_LIKE = re.compile(rb"<!doctype html|<html|<head|<body|<table|<p[\s>]|<div", re.IGNORECASE)


def is_html(content: bytes) -> bool:
    """Tell whether bytes are a web page, whatever the file is called."""
    head = content[:8192]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[2:].replace(b"\x00", b"")
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and _LOOKS_LIKE.search(head) is not None


def declared_charset(content: bytes) -> str:
    """Return the encoding a page says it is in, empty if it does not say."""
    found = _CHARSET.search(content[:4096])
    return found[1].decode("ascii").lower() if found else ""


def html_lines(text: str, name: str) -> tuple[list[SourceLine], tuple[Message, ...]]:
    """Return the lines of a page in the order in which they are read, and what was left out of them."""
    page = _Page()
    page.feed(text)
    page.close()
    page.end_line(new_block=True)
    remarks = []
    if page.left_out:
        remarks.append(say("{path}: not part of the text and left out: {what}.", path=name,
                           what=", ".join(sorted(page.left_out))))
    if page.old_fonts:
        remarks.append(say("{file} holds words in the old fonts {fonts}; they have been converted to Unicode.",
                           file=name, fonts=", ".join(page.old_fonts)))
    return page.lines, tuple(remarks)


@dataclass(slots=True)
class _Open:
    """One element not yet closed: what it says of the words inside it."""

    tag: str
    unseen: bool
    bold: bool
    font: str
    count: int = 0  # of a list: the number its next item gets
    style: str = ""  # of a list: how its items are labelled


class _Page(HTMLParser):
    """Walks a page; words gather in `pieces` until a block or a line ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[SourceLine] = []
        self.left_out: set[str] = set()
        self.old_fonts: dict[str, None] = {}
        self.stack: list[_Open] = []
        self.pieces: list[tuple[str, bool, str]] = []
        self.item = ""  # the label a browser prints before the item that begins
        self.fresh = True  # a new block begins
        self.marked = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element that begins; HTML lets some end without saying so."""
        given = {key: value or "" for key, value in attrs}
        if tag == "br":
            self.end_line()
            return
        if tag in _BLOCKS:
            if self.stack and self.stack[-1].tag == "head":
                self.stack.pop()
            self._close_implied(tag)
            self.end_line(new_block=True)
        if tag in _VOID or len(self.stack) > _DEEP:
            return
        above = self.stack[-1] if self.stack else _Open("", False, False, "")
        style = given.get("style", "")
        reason = _UNSEEN.get(tag)
        hidden = "hidden" in given or _HIDDEN.search(style) is not None
        if given.get("role") == "navigation" or (tag in ("header", "footer") and not self._inside_text()):
            reason = "navigation"
        unseen = above.unseen or reason is not None or hidden
        if unseen and not above.unseen and (reason or hidden):
            sort = reason or "hidden"
            self.left_out.add(str(_SAID[sort]))
        weight = _WEIGHT.search(style)
        bold = weight[1].lower() in ("bold", "bolder", "600", "700", "800", "900") if weight else (
            tag in _BOLD or above.bold)
        family = _FAMILY.search(style)
        font = given.get("face") or (family[1].strip() if family else above.font)
        self.stack.append(_Open(tag, unseen, bold, font, *_list_style(tag, given, style)))
        self.marked = self.marked or tag in _HEADINGS
        if tag == "li" and not unseen:
            self._label(given)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and whatever was left open inside it; an end without a beginning is nothing."""
        if not any(one.tag == tag for one in self.stack):
            return
        if tag in _BLOCKS:
            self.end_line(new_block=True)
        while self.stack.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Gather words that are seen."""
        above = self.stack[-1] if self.stack else _Open("", False, False, "")
        if above.unseen or not data:
            return
        if any(one.tag == "pre" for one in self.stack):
            first, *others = data.split("\n")
            self.pieces.append((first, above.bold, above.font))
            for line in others:
                self.end_line()
                self.pieces.append((line, above.bold, above.font))
            return
        self.pieces.append((data, above.bold, above.font))

    def end_line(self, *, new_block: bool = False) -> None:
        """Make a line of the words gathered so far, if there are any."""
        pieces = _collapsed([(self._in_unicode(text, font), bold) for text, bold, font in self.pieces])
        self.pieces = []
        if pieces:
            words = "".join(text for text, _ in pieces)
            if self.item and find_label(words) is None:
                pieces.insert(0, (self.item, pieces[0][1]))
            self.item = ""
            start = next((at for at, (_, bold) in enumerate(pieces) if not bold), len(pieces))
            bold: Bold = "all" if start == len(pieces) else "prefix" if start else "none"
            self.lines.append(SourceLine(
                "".join(text for text, _ in pieces), line=len(self.lines) + 1, marked=self.marked, bold=bold,
                prefix="".join(text for text, _ in pieces[:start]).strip() if bold == "prefix" else "",
                after_blank=self.fresh))
            self.fresh = False
        if new_block:
            self.fresh = True
            self.marked = False

    def _in_unicode(self, text: str, font: str) -> str:
        if of_font(font) is None or not text.strip():
            return text
        self.old_fonts[font] = None
        return in_font(text, font)

    def _inside_text(self) -> bool:
        return any(one.tag in ("article", "main") for one in self.stack)

    def _close_implied(self, tag: str) -> None:
        """Close what the beginning of a block ends: a paragraph, an item, a cell, a row."""
        ended = {"li": ("li", ("ul", "ol")), "td": ("td", ("tr", "table")), "th": ("th", ("tr", "table")),
                 "tr": ("tr", ("table",)), "dt": ("dd", ("dl",)), "dd": ("dt", ("dl",))}.get(
                     tag, ("p", ("td", "th", "li", "div", "body")))
        for one in reversed(self.stack):
            if one.tag in ended[1]:
                return
            if one.tag == ended[0]:
                self.handle_endtag(one.tag)
                return

    def _label(self, given: dict[str, str]) -> None:
        """Print the label a browser puts before an item of a list."""
        holder = next((one for one in reversed(self.stack[:-1]) if one.tag in ("ol", "ul")), None)
        if holder is None or holder.style == "none":
            return
        if holder.tag == "ul":
            self.item = "- "
            return
        if _FIGURE.fullmatch(given.get("value", "")):
            holder.count = int(given["value"])
        self.item = f"{_counted(holder.count, holder.style)}. "
        holder.count += 1


_SAID: dict[str, Message] = {
    "scripts": say("scripts"), "styles": say("style sheets"), "navigation": say("navigation"),
    "forms": say("buttons and forms"), "pictures": say("pictures"), "hidden": say("hidden parts"),
}


def _list_style(tag: str, given: dict[str, str], style: str) -> tuple[int, str]:
    if tag not in ("ol", "ul"):
        return 0, ""
    found = re.search(r"list-style(?:-type)?\s*:\s*([\w-]+)", style)
    start = given.get("start", "1")
    return int(start) if _FIGURE.fullmatch(start) else 1, found[1] if found else given.get("type", "1")


def _counted(number: int, style: str) -> str:
    if style in ("a", "lower-alpha", "lower-latin"):
        return chr(ord("a") + (number - 1) % 26)
    if style in ("A", "upper-alpha", "upper-latin"):
        return chr(ord("A") + (number - 1) % 26)
    if style in ("i", "lower-roman"):
        return roman(number).lower()
    return roman(number) if style in ("I", "upper-roman") else str(number)


def _collapsed(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return pieces of a line with every run of white space as one space, none at the ends."""
    out: list[tuple[str, bool]] = []
    space = True
    for raw, bold in pieces:
        text = _SPACES.sub(" ", raw)
        if space:
            text = text.lstrip(" ")
        if text:
            space = text.endswith(" ")
            # white space alone says nothing about bold
            out.append((text, bold if text.strip() or not out else out[-1][1]))
    while out and not (last := out[-1][0].rstrip(" ")):
        out.pop()
    if out:
        out[-1] = (last, out[-1][1])
    return out
