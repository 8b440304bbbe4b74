"""Addresses: where a provision stands in its text, as short ASCII such as dieu-4.khoan-3.diem-dd (contract §3).

Nothing is stored in the tree; an address is worked out on the way down, so it is always that of the text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from docgen.model.level import TERMS, Level
from docgen.model.tree import Node, Provision, Regulation
from docgen.vietnamese.letters import without_marks

ADDRESS = re.compile(r"[a-z0-9]+(?:[-.~/][a-z0-9]+)*")

_RANK_WORD = re.compile(r"^(?:ph[ầa]n|chương|mục|điều|phụ\s+lục)\b(?:\s+thứ)?\s*", re.IGNORECASE)
_ORDINALS = {"nhất": "I", "hai": "II", "ba": "III", "tư": "IV", "bốn": "IV", "năm": "V", "sáu": "VI", "bảy": "VII",
             "tám": "VIII", "chín": "IX", "mười": "X"}
_DASHES = frozenset("-–—+*•·")


def number(level: Level, label: str) -> str:
    """Return the bare number of a printed label: "Điều 5a." is 5a, "đ)" is đ, "II-" is II, "Phần thứ nhất" is I."""
    if level is Level.PARAGRAPH or set(label) <= _DASHES:
        return ""
    bare = _RANK_WORD.sub("", label.strip()) if level not in {Level.CLAUSE, Level.POINT} else label.strip()
    if level is Level.ARTICLE and bare == label.strip():
        bare = re.sub(r"^\D+", "", bare)  # a rank word damaged by OCR: "Điềii 2."
    bare = bare.rstrip(".:)-–/ ").strip()
    if level is Level.POINT and bare == "1":
        return "l"  # no điểm is numbered; a 1 there is a misread l
    return _ORDINALS.get(bare.lower(), bare)


@lru_cache(maxsize=1 << 12)
def slug(level: Level, label: str) -> str:
    """Return a number as it stands in an address: lower case ASCII, đ written dd."""
    bare = number(level, label).lower().replace("đ", "dd")
    return re.sub(r"[^a-z0-9.]+", "-", without_marks(bare)).strip("-")


def walk(regulation: Regulation) -> Iterator[tuple[str, Provision]]:
    """Yield each provision with its address, in the order of print; a second one of the same address gets ~2."""
    seen: dict[str, int] = {}
    for prefix, zone in (("can-cu", Level.LEGAL_BASIS), ("mo-dau", Level.OPENING)):
        count = 0
        for node in regulation.preamble:
            if node.level is zone:
                count += 1
                yield f"{prefix}-{count}", node
    yield from _body("", regulation.provisions, seen)
    for prefix, nodes in (("ket-thuc", regulation.closing), ("noi-nhan", regulation.recipients)):
        for count, node in enumerate(nodes, 1):
            yield f"{prefix}-{count}", node
    attached = 0
    for annex in regulation.annexes:
        if annex.label.lower().startswith("phụ lục"):
            name = f"phu-luc-{slug(Level.ANNEX, annex.label)}".rstrip("-")
        else:
            attached += 1
            name = "kem-theo" if attached == 1 else f"kem-theo-{attached}"
        name = _distinct(name, seen)
        yield name, annex
        yield from _below(f"{name}/", annex, _Trail(), seen)


def find(regulation: Regulation, address: str) -> Provision | None:
    """Return the provision at an address, or None if the text has no such place."""
    return next((node for place, node in walk(regulation) if place == address), None)


def address_of(regulation: Regulation, provision: Provision) -> str:
    """Return the address of a node of this very tree, empty if it is not in it."""
    return next((place for place, node in walk(regulation) if node is provision), "")


class _Trail:
    """What an address is made of while walking down: the part so far, and the level and number of the parent."""

    __slots__ = ("in_article", "level", "number", "text")

    def __init__(self, text: str = "", level: Level | None = None, number: str = "", in_article: bool = False) -> None:
        self.text, self.level, self.number, self.in_article = text, level, number, in_article

    def down(self, node: Provision) -> _Trail:
        """Return the path of a labelled child."""
        level, bare = node.level, slug(node.level, node.label)
        if level is Level.ARTICLE:
            return _Trail(f"dieu-{bare}", level, bare, True)
        if level is Level.CLAUSE:
            part = f"khoan-{bare}" if self.in_article else bare
            if self.level is Level.CLAUSE and bare.startswith(f"{self.number}."):
                stem = self.text[: -len(f"khoan-{self.number}" if self.in_article else self.number)].rstrip(".")
                return _Trail(_join(stem, part), level, bare, self.in_article)
            return _Trail(_join(self.text, part), level, bare, self.in_article)
        if level is Level.POINT:
            return _Trail(_join(self.text, f"diem-{bare}"), level, bare, self.in_article)
        prefix = TERMS[level].slug
        return _Trail(_join(self.text, f"{prefix}-{bare}" if prefix else bare), level, bare, False)


def _join(stem: str, part: str) -> str:
    return f"{stem}.{part}" if stem else part


def _distinct(address: str, seen: dict[str, int]) -> str:
    seen[address] = seen.get(address, 0) + 1
    return address if seen[address] == 1 else f"{address}~{seen[address]}"


def _body(prefix: str, nodes: tuple[Node, ...], seen: dict[str, int]) -> Iterator[tuple[str, Provision]]:
    """Walk the top of a body; paragraphs that stand before any label are counted there."""
    yield from _below(prefix, Provision(level=Level.ANNEX, children=nodes), _Trail(), seen)


def _below(prefix: str, parent: Provision, path: _Trail, seen: dict[str, int]) -> Iterator[tuple[str, Provision]]:
    paragraphs = 0
    for child in parent.children:
        if not isinstance(child, Provision):
            continue
        if child.level is Level.PARAGRAPH:
            paragraphs += 1
            address = _distinct(prefix + _join(path.text, f"doan-{paragraphs}"), seen)
            yield address, child
            continue
        below = path.down(child)
        address = _distinct(prefix + below.text, seen)
        below.text = address[len(prefix):]
        yield address, child
        yield from _below(prefix, child, below, seen)
