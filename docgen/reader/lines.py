"""Lines of other people's text with their Markdown dress taken off: which were headings, which were bold."""

from __future__ import annotations

import html
import re

from docgen.reader.source import Bold, SourceLine

_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~|<>])")
_HEADING = re.compile(r"(#{1,6})\s+")
_CLOSING_HASHES = re.compile(r"\s+#+\s*$")


def source_lines(text: str) -> list[SourceLine]:
    """Split a text into its non-blank lines, bold runs that touch ("**A****B**") taken as two."""
    lines: list[SourceLine] = []
    blank = True
    for number, raw in enumerate(text.split("\n"), 1):
        stripped = raw.replace("\u00a0", " ").strip(" \t\f\v\u200b\ufeff")
        if not stripped:
            blank = True
            continue
        pieces = [piece for piece in stripped.split("****") if piece.strip("* ")] if "****" in stripped else [stripped]
        for place, piece in enumerate(pieces):
            touching = len(pieces) > 1
            dressed = piece if not touching else _rebold(piece, place, len(pieces))
            line = _undress(number, dressed, joined=place > 0, after_blank=blank and place == 0)
            if line.text:
                lines.append(line)
        if pieces:
            blank = False
    return lines


def _rebold(piece: str, place: int, count: int) -> str:
    """Give each part of a split bold run its own pair of marks."""
    opened = piece if place == 0 or "**" in piece[:-2] else f"**{piece}"
    return opened if place == count - 1 or opened.endswith("**") else f"{opened}**"


def _undress(number: int, text: str, *, joined: bool, after_blank: bool) -> SourceLine:
    marked = False
    if heading := _HEADING.match(text):
        marked = True
        text = _CLOSING_HASHES.sub("", text[heading.end():]) if text.endswith("#") else text[heading.end():]
    bold: Bold = "none"
    prefix = ""
    if text.count("**") >= 2:
        if text.startswith("**"):
            end = text.index("**", 2)
            bold = "all" if end == len(text) - 2 else "prefix"
            prefix = _plain(text[2:end])
        text = text.replace("**", "")
    return SourceLine(_plain(text), 0, number, marked, bold, prefix, joined, after_blank)


def _plain(text: str) -> str:
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = html.unescape(text)
    return " ".join(text.split())
