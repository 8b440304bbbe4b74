"""A regulation as canonical Markdown: the inverse of reading it (docs/dinh-dang.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen.model.level import HEADS, Level
from docgen.model.tree import Gap, Line, Node, Provision, Regulation

_BACKSLASH = re.compile(r"[\\`*_\[\]]")
_ENTITY = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", "|": "&#124;"}
_ENTITIES = re.compile(r"[&<>~|]|:(?=//)|(?<=www)\.|#$", re.IGNORECASE)
_LOOKS_LIKE_LABEL = re.compile(r"[-–—+=#•●·:!]|\d|[a-zđ]{1,2}[)/.]|(?:\*\*)?Điều ", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d+)([.)])")
_PLAIN_VALUE = re.compile(r"[A-Za-z0-9ĐđÀ-ỹ][\w /.,()ĐđÀ-ỹ-]*")


def write(regulation: Regulation) -> str:
    """Write a regulation in canonical form: one block a line, zones named, labels verbatim, nothing renumbered."""
    blocks: list[str] = []
    if regulation.metadata:
        head = "".join(f"{key}: {_value(value)}\n" for key, value in regulation.metadata)
        blocks.append(f"---\n{head}---")
    _zone(blocks, "letterhead", _lines(regulation.letterhead))
    _zone(blocks, "stamps", _lines(regulation.stamps))
    _zone(blocks, "title", [f"# {escape(line)}" if place == 0 else _paragraph(line)
                            for place, line in enumerate(regulation.title)])
    _zone(blocks, "preamble", [_item(node) for node in regulation.preamble])
    _zone(blocks, "body", _nodes(regulation.provisions, 2), always=True)
    _zone(blocks, "closing", [_item(node) for node in regulation.closing])
    recipients = [f"**{escape(regulation.recipients_heading)}**"] if regulation.recipients_heading else []
    _zone(blocks, "recipients", [*recipients, *_recipients(regulation)])
    _zone(blocks, "signature", _lines(regulation.signature))
    for annex in regulation.annexes:
        head_lines = [f"## {escape(annex.label)}"] if annex.label else []
        if annex.heading:
            head_lines.append(f"**{escape(annex.heading)}**")
        _zone(blocks, "annex", [*head_lines, *_nodes(annex.children, 3)], always=True)
    _zone(blocks, "copy-note", _lines(regulation.copy_note))
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Put the escapes of the canonical form into running text, so that every renderer shows it letter for letter."""
    text = _ENTITIES.sub(lambda match: _ENTITY.get(match[0]) or f"&#{ord(match[0])};", text)
    return _BACKSLASH.sub(r"\\\g<0>", text)


def _zone(blocks: list[str], name: str, lines: list[str], *, always: bool = False) -> None:
    if lines or always:
        blocks.append(f"<!-- zone: {name} -->")
        blocks.extend(lines)


def _value(value: str) -> str:
    if _PLAIN_VALUE.fullmatch(value) and value == value.strip() and not value.endswith(":"):
        return value
    inner = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def _paragraph(text: str) -> str:
    """Write an unlabelled paragraph; if it only looks like something else, its first letter becomes an entity."""
    if _LOOKS_LIKE_LABEL.match(text):
        return f"&#{ord(text[0])};{escape(text[1:])}"
    return escape(text)


def _lines(lines: Iterable[Line]) -> list[str]:
    return [_gap(line) if isinstance(line, Gap) else _line(line) for line in lines]


def _line(text: str) -> str:
    """Write a line of a zone that has no labels: a dash at its head only needs a backslash."""
    return f"\\{text[0]}{escape(text[1:])}" if text[0] in "-+" else _paragraph(text)


def _gap(gap: Gap) -> str:
    return f"> **[…]** {escape(gap.text)}".rstrip()


def _item(node: Provision) -> str:
    return f"{_dash(node.label)} {escape(node.text)}".rstrip() if node.label else _paragraph(node.text)


def _recipients(regulation: Regulation) -> Iterator[str]:
    for node in regulation.recipients:
        yield _item(node)
        yield from (_gap(child) for child in node.children if isinstance(child, Gap))


def _dash(label: str) -> str:
    return f"\\{label}" if label in {"-", "+", "*"} else label


def _nodes(nodes: Iterable[Node], depth: int) -> list[str]:
    blocks: list[str] = []
    for node in nodes:
        if isinstance(node, Gap):
            blocks.append(_gap(node))
            continue
        blocks += _own_blocks(node, depth)
        blocks += _nodes(node.children, depth + 1 if node.level in HEADS else depth)
    return blocks


def _own_blocks(node: Provision, depth: int) -> list[str]:
    level = node.level
    if level is Level.PARAGRAPH:
        return [_item(node)]
    if level in HEADS or level is Level.ARTICLE:
        return _head_blocks(node, min(depth, 6))
    label = _NUMBERED.sub(r"\1\\\2", node.label) if re.fullmatch(r"\d+[.)]", node.label) else node.label
    return [f"{label} {escape(node.text)}".rstrip()]


def _head_blocks(node: Provision, depth: int) -> list[str]:
    if node.level is Level.ARTICLE and node.text and not node.heading:
        return [f"**{escape(node.label)}** {escape(node.text)}"]
    marks = "#" * depth
    if node.heading_on_own_line and node.heading:
        blocks = [f"{marks} {escape(node.label)}", f"**{escape(node.heading)}**"]
    else:
        blocks = [f"{marks} {escape(node.label)} {escape(node.heading)}".rstrip()]
    if node.text:
        blocks.append(_paragraph(node.text))
    return blocks
