"""How much of a file reached the tree at a node of the right rank, counted afresh from the printed lines.

Nothing the reader noted on its way is used: every line is looked up in the finished tree by its letters, and the rank
its label asks for is judged here by rules of their own. So a fault of the reader cannot hide itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.model.level import Level
from docgen.model.tree import Gap, Node, Provision, Regulation
from docgen.reader.source import Source, SourceLine

_HEADS = (
    (re.compile(r"(?:Phần|PHẦN)\s+\S+\s*[.:–-]?(?=\s|$)(.*)"), Level.PART),
    (re.compile(r"(?:Chương|CHƯƠNG)\s+(?:[IVXLC]+|\d+)\s*[.:–-]?(?=\s|$)(.*)"), Level.CHAPTER),
    (re.compile(r"(?:Mục|MỤC)\s+(?:[IVXLC]+|\d+|[A-Z])\s*[.:–-]?(?=\s|$)(.*)"), Level.SECTION),
    (re.compile(r"[IVXLC]+\s*[-–—.](.*)"), Level.HEADING),
)
_UNITS = (
    (re.compile(r"(?:Điều|ĐIỀU|Ðiều)\s+\d+[a-zđ]?\s*[.:](?!\d)(.*)"), (Level.ARTICLE,)),
    (re.compile(r"1\)\s+(.*)"), (Level.CLAUSE, Level.POINT)),
    (re.compile(r"(?:\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?:\.\d{1,2})*[a-zđ]?\s?[.)/-])\s+(?!\d)(.*)"), (Level.CLAUSE,)),
    (re.compile(r"[a-zđ]\)\s*(.*)"), (Level.POINT,)),
    (re.compile(r"[-–—+•●]\s+(.*)"), (Level.PARAGRAPH, Level.LEGAL_BASIS, Level.OPENING, Level.CLOSING)),
)
_SENTENCE_ENDS = (".", ";", ":", "!", "?", "…")
_LONG = 12
"""Words; no line of a letterhead or a signature that ends like a sentence has so many."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The figure and what is behind it: lines not all of whose words are in the tree, and lines at a wrong rank."""

    words: int
    reached: int
    missing: tuple[SourceLine, ...] = ()
    misplaced: tuple[SourceLine, ...] = ()

    @property
    def share(self) -> float:
        """Return the share of the words that stand where they belong: 1.0 only if it is every one of them."""
        return 1.0 if self.reached == self.words else min(round(self.reached / self.words, 4), 0.9999)


@dataclass(frozen=True, slots=True)
class _Unit:
    """One stretch of the tree: where its letters begin, which zone and rank it has, whether a label stands on it."""

    start: int
    zone: str
    level: Level | None
    label: str
    gap: bool


def coverage(source: Source, regulation: Regulation) -> Coverage:
    """Count the words of a file that reached the tree at a node of the right rank, and list the lines that did not."""
    tree = _Tree(regulation)
    lines = [line for line in source.lines if _letters(line.text)]
    places = tree.find_lines([_letters(line.text) for line in lines])
    words = reached = 0
    missing: list[SourceLine] = []
    misplaced: list[SourceLine] = []
    above: SourceLine | None = None
    governing: int | None = None  # the labelled unit the last labelled line was found at
    end = 0
    for at, (line, place) in enumerate(zip(lines, places, strict=True)):
        worded = [letters for word in line.text.split() if (letters := _letters(word))]
        count = len(worded)
        words += count
        if place is None:
            ahead = next((found for found in places[at + 1:at + 50] if found is not None), len(tree.text))
            reached += tree.take_words(worded, end, ahead)
            missing.append(line)
        else:
            asked = _asked(line, above)
            right, governing = tree.judge(line, place, asked, governing)
            if right:
                reached += count
            else:
                misplaced.append(line)
            end = place + len(_letters(line.text))
        above = line
    return Coverage(words, reached, tuple(missing), tuple(misplaced))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _asked(line: SourceLine, above: SourceLine | None) -> tuple[tuple[Level, ...], bool]:
    """Return the ranks the label at the head of a line asks for, none if it has no label, and whether it is certain."""
    fresh = above is None or above.text.endswith(_SENTENCE_ENDS) or above.is_title_like or line.joined
    for pattern, level in _HEADS:
        if (match := pattern.fullmatch(line.text)) and (match[1].strip().isupper() or not match[1].strip()):
            return (level,), True
    for pattern, levels in _UNITS:
        if match := pattern.fullmatch(line.text):
            # "4. của Quy định này" in the middle of a sentence is words broken by the page
            return levels, fresh or (line.after_blank and not match[1][:1].islower())
    return (), False


class _Tree:
    """The letters of a tree in the order of print, and which of them were found already."""

    def __init__(self, regulation: Regulation) -> None:
        self.units: list[_Unit] = []
        pieces: list[str] = []
        size = 0
        for zone, node in _stretches(regulation):
            if isinstance(node, Provision):
                self.units.append(_Unit(size, zone, node.level, node.label, gap=False))
                words = f"{node.label} {node.heading} {node.text}"
            else:
                self.units.append(_Unit(size, zone, None, "", gap=isinstance(node, Gap)))
                words = node.text if isinstance(node, Gap) else node
            pieces.append(_letters(words))
            size += len(pieces[-1])
        self.text = "".join(pieces)
        self.used = bytearray(size)

    def find_lines(self, lines: list[str]) -> list[int | None]:
        """Return for each line where its letters stand, each place given once: next, by itself, then between others."""
        places: list[int | None] = [None] * len(lines)
        twice = Counter(lines)
        expected = 0
        for at, line in enumerate(lines):
            place = expected if self.text.startswith(line, expected) else self._only(line) if twice[line] == 1 else None
            if place is not None and not any(self.used[place:place + len(line)]):
                places[at] = self._take(place, len(line))
                expected = place + len(line)
        expected = 0
        for at, line in enumerate(lines):
            place = places[at]
            if place is None:
                ahead = next((found for found in places[at + 1:at + 50] if found is not None), len(self.text))
                place = self._free(line, expected, max(ahead, expected))
                if place is not None:
                    places[at] = self._take(place, len(line))
            if place is not None:
                expected = place + len(line)
        for at, line in enumerate(lines):
            if places[at] is None and (place := self._free(line, 0, len(self.text))) is not None:
                places[at] = self._take(place, len(line))
        return places

    def take_words(self, words: list[str], start: int, end: int) -> int:
        """Count the words of a line not found whole that stand in what is left of the tree, first where they should."""
        count = 0
        for word in words:
            place = self._free(word, start, max(end, start))
            if place is not None:
                start = place + len(word)
            elif len(word) > 1:
                place = self._free(word, 0, len(self.text))
            if place is not None:
                self._take(place, len(word))
                count += 1
        return count

    def judge(
        self, line: SourceLine, place: int, asked: tuple[tuple[Level, ...], bool], governing: int | None,
    ) -> tuple[bool, int | None]:
        """Tell whether a line found at `place` stands at the right rank, and which labelled unit it belongs to."""
        at = self._unit(place)
        unit = self.units[at]
        if unit.zone == "copy-note" or unit.gap:
            return True, None
        if unit.zone != "body":
            lost = (asked[1] and Level.PARAGRAPH not in asked[0]) or (
                unit.zone in ("letterhead", "signature") and line.text.endswith((".", ";"))
                and len(line.text.split()) >= _LONG)
            return not lost or line.text.startswith("[…]"), None
        holder = self._holder(at)
        # of a line that begins two units ("II- NHIỆM VỤĐiều 2. …") the next line goes on with the second
        last = self._holder(self._unit(place + len(_letters(line.text)) - 1))
        heads_unit = unit.start == place and bool(unit.label)
        if heads_unit and unit.level in asked[0]:
            return True, last
        if asked[1]:
            return False, governing
        # a label too damaged for the rules here, or words that continue what is printed above them
        return heads_unit or governing is None or holder == governing, last if heads_unit else governing

    def _holder(self, at: int) -> int | None:
        """Return the nearest unit at or above `at` that bears a label and is no paragraph."""
        return next((one for one in range(at, -1, -1) if self.units[one].label and self.units[one].level
                     is not Level.PARAGRAPH), None)

    def _unit(self, place: int) -> int:
        low, high = 0, len(self.units) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.units[middle].start <= place:
                low = middle
            else:
                high = middle - 1
        return low

    def _only(self, letters: str) -> int | None:
        """Return where letters stand if they stand in one place of the tree only."""
        first = self.text.find(letters)
        return first if first >= 0 and self.text.find(letters, first + 1) < 0 else None

    def _take(self, place: int, size: int) -> int:
        self.used[place:place + size] = b"\x01" * size
        return place

    def _free(self, letters: str, start: int, end: int) -> int | None:
        place = self.text.find(letters, start, end)
        while place >= 0:
            if not any(self.used[place:place + len(letters)]):
                return place
            place = self.text.find(letters, place + 1, end)
        return None


def _stretches(regulation: Regulation) -> Iterator[tuple[str, Provision | Gap | str]]:
    """Yield everything in a tree in the order of print, each with its zone."""
    for zone, lines in (("letterhead", regulation.letterhead), ("stamps", regulation.stamps),
                        ("title", regulation.title)):
        yield from ((zone, line) for line in lines)
    yield from _below("preamble", regulation.preamble)
    yield from _below("body", regulation.provisions)
    yield from _below("closing", regulation.closing)
    yield "recipients", regulation.recipients_heading
    yield from _below("recipients", regulation.recipients)
    yield from (("signature", line) for line in regulation.signature)
    yield from _below("body", regulation.annexes)
    yield from (("copy-note", line) for line in regulation.copy_note)


def _below(zone: str, tops: Sequence[Node]) -> Iterator[tuple[str, Node]]:
    for top in tops:
        for node in top.walk() if isinstance(top, Provision) else (top,):
            yield zone, node
