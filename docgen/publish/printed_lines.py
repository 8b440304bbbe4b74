"""A regulation as the paragraphs of a printed paper, each knowing which words in it belong to which provision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.model.address import walk
from docgen.model.citation import gap_sentence
from docgen.model.level import HEADS, Level
from docgen.model.tree import Gap, Line, Node, Provision, Regulation

_RULE = re.compile(r"^[\s*_–—-]+$")
_NUMBER = re.compile(r"^Số\b", re.IGNORECASE)
_DATE = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_DASHES = frozenset("-–—+*•·")
GAP_STYLE = "DGGhiChu"
"""Style of a line that says what is not held."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One paragraph: its style, its words, whose they are, and where label, title and text begin in it (-1: not here).

    `bold` counts the letters at the head that stand out ("Điều 1." before words without a title).
    """

    style: str
    text: str
    address: str = ""
    heading_at: int = -1
    text_at: int = -1
    label: str = ""
    bold: int = 0


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """The paper in its five places: the two halves of the head, the text, and the two halves of the foot."""

    head_left: tuple[PrintedLine, ...] = ()
    head_right: tuple[PrintedLine, ...] = ()
    body: tuple[PrintedLine, ...] = ()
    foot_left: tuple[PrintedLine, ...] = ()
    foot_right: tuple[PrintedLine, ...] = ()


def printed(regulation: Regulation) -> PrintedPaper:
    """Lay a regulation out as paragraphs; stamps and the note of a certified copy are no words of it."""
    left, right = _letterhead(regulation.letterhead)
    addresses = {id(node): address for address, node in walk(regulation)}
    body: list[PrintedLine] = []
    titles = [line for line in regulation.title if not _RULE.match(line)]
    body += [PrintedLine("DGTenLoai" if place == 0 else "DGTrichYeu", line) for place, line in enumerate(titles)]
    body += _nodes((*regulation.preamble, *regulation.provisions, *regulation.closing, *regulation.annexes), addresses)
    recipients = [PrintedLine("DGNoiNhan", regulation.recipients_heading)] if regulation.recipients_heading else []
    for node in regulation.recipients:
        recipients.append(PrintedLine("DGDanhSachNoiNhan", _joined(node.label, node.text)))
        recipients += _nodes(node.children, addresses)
    return PrintedPaper(tuple(left), tuple(right), tuple(body), tuple(recipients),
                        tuple(_signature(regulation.signature)))


def _letterhead(lines: Iterable[Line]) -> tuple[list[PrintedLine], list[PrintedLine]]:
    left: list[PrintedLine] = []
    right: list[PrintedLine] = []
    for line in lines:
        text = gap_sentence(line.text) if isinstance(line, Gap) else line
        if text.upper() == _PARTY:
            right.append(PrintedLine("DGTieuDeDang", text))
        elif _DATE.search(text):
            right.append(PrintedLine("DGNgayThang", text))
        elif _NUMBER.match(text):
            left.append(PrintedLine("DGSoKyHieu", text))
        elif not _RULE.match(text):
            left.append(PrintedLine("DGCoQuan", text))
    return left, right


def _signature(lines: Iterable[Line]) -> Iterator[PrintedLine]:
    for line in lines:
        if isinstance(line, Gap):
            yield PrintedLine(GAP_STYLE, gap_sentence(line.text))
        elif line.upper().startswith(("T/M", "TM")):
            yield PrintedLine("DGQuyenHan", line)
        else:
            yield PrintedLine("DGChucVu" if line == line.upper() else "DGHoTen", line)


def _nodes(nodes: Iterable[Node], addresses: dict[int, str]) -> Iterator[PrintedLine]:
    for node in nodes:
        if isinstance(node, Gap):
            yield PrintedLine(GAP_STYLE, gap_sentence(node.text))
            continue
        yield from _own(node, addresses[id(node)])
        yield from _nodes(node.children, addresses)


_RUN_IN = {Level.CLAUSE: "DGKhoan", Level.POINT: "DGDiem", Level.LEGAL_BASIS: "DGCanCu", Level.OPENING: "DGMoDau",
           Level.CLOSING: "DGDoan"}


def _own(node: Provision, address: str) -> Iterator[PrintedLine]:
    level, label = node.level, node.label
    if level in HEADS or level is Level.ANNEX:
        name = "DGDauMuc" if level is Level.HEADING else "DGMuc" if level is Level.SECTION else "DGChuong"
        below = "DGTenMuc" if level is Level.SECTION else "DGTenChuong"
        yield from _titled(node, address, name, below)
    elif level is Level.ARTICLE and node.heading:
        yield from _titled(node, address, "DGDieu", "DGDieu")
    elif level is Level.ARTICLE:
        yield _line("DGKhoan", node, address, with_text=True, bold=len(label))
    elif level is Level.PARAGRAPH:
        yield _line("DGGachDong" if label and set(label) <= _DASHES else "DGDoan", node, address, with_text=True)
    else:
        yield _line(_RUN_IN[level], node, address, with_text=True)


def _titled(node: Provision, address: str, style: str, below: str) -> Iterator[PrintedLine]:
    if node.heading_on_own_line and node.heading and node.label:
        yield PrintedLine(style, node.label, address, label=node.label)
        yield PrintedLine(below, node.heading, address, heading_at=0)
    else:
        yield _line(style, node, address)
    if node.text:
        yield PrintedLine("DGDoan", node.text, address, text_at=0)


def _line(style: str, node: Provision, address: str, with_text: bool = False, bold: int = 0) -> PrintedLine:
    heading_at = text_at = -1
    text = node.label
    if node.heading:
        text += " " if text else ""
        heading_at = len(text)
        text += node.heading
    if with_text and node.text:
        text += " " if text else ""
        text_at = len(text)
        text += node.text
    return PrintedLine(style, text, address, heading_at, text_at, node.label, bold)


def _joined(label: str, text: str) -> str:
    return f"{label} {text}" if label and text else label or text
