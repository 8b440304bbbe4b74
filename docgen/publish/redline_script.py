"""The running through both texts of a redline: letters laid out line by line, moves numbered, paragraphs gathered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from docgen.publish.common_runs import Run
from docgen.publish.printed_lines import PrintedLine
from docgen.word.revisions import Fate, RevisedParagraph, RevisedWords


class Flat:
    """The lines of one side as one string, each line ended by a line feed."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        self.lines = lines
        self.starts: list[int] = []
        place = 0
        for line in lines:
            self.starts.append(place)
            place += len(line.text) + 1
        self.text = "".join(f"{line.text}\n" for line in lines)
        self.of: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            if line.address:
                self.of.setdefault(line.address, []).append(number)

    def line_at(self, place: int) -> int:
        """Return the number of the line a letter stands in."""
        from bisect import bisect_right

        return bisect_right(self.starts, place) - 1

    def parts(self, address: str) -> tuple[int, int]:
        """Return where the title and the own words of a provision begin, -1 for none."""
        heading = text = -1
        for number in self.of.get(address, ()):
            line = self.lines[number]
            if line.heading_at >= 0:
                heading = self.starts[number] + line.heading_at
            if line.text_at >= 0:
                text = self.starts[number] + line.text_at
        return heading, text


@dataclass(frozen=True, slots=True)
class Move:
    """Where a line went and which of its letters went with it."""

    line: int
    runs: tuple[Run, ...]


class Script:
    """Runs through both texts along the chain and gathers paragraphs."""

    def __init__(self, old: Flat, new: Flat, chain: Sequence[Run], moves: dict[int, Move]) -> None:
        self.old, self.new, self.chain = old, new, chain
        self.moved_old, self.moved_new = set(moves), {move.line for move in moves.values()}
        self.taken = [run for move in moves.values() for run in move.runs]
        self.numbers = _move_numbers(moves)
        self.made: list[tuple[RevisedParagraph, str]] = []
        self.words: list[RevisedWords] = []
        self.open_move: tuple[int, Literal["", "From", "To"]] = (0, "")
        self.address = ""

    def paragraphs(self) -> list[tuple[RevisedParagraph, str]]:
        """Return the paragraphs, each with the address of the provision it prints."""
        at_old = at_new = 0
        for run in self.chain:
            self._one_side(self.old, at_old, run.old, "old")
            self._one_side(self.new, at_new, run.new, "new")
            self._kept(run)
            at_old, at_new = run.old + run.length, run.new + run.length
        return _sound_moves(self.made)

    def _kept(self, run: Run) -> None:
        place, end = run.new, run.new + run.length
        while place < end:
            number = self.new.line_at(place)
            line, start = self.new.lines[number], self.new.starts[number]
            stop = min(end, start + len(line.text))
            self._add(line, place - start, stop - start, "kept")
            place = stop
            if place < end:
                self._end(line, "kept")
                place += 1

    def _one_side(self, flat: Flat, place: int, end: int, side: str) -> None:
        while place < end:
            number = flat.line_at(place)
            line, start = flat.lines[number], flat.starts[number]
            stop = min(end, start + len(line.text))
            moved = number in (self.moved_old if side == "old" else self.moved_new)
            if moved:
                self.open_move = (self.numbers[side, number], "From" if side == "old" else "To")
                self._moved_words(flat, number, place, stop, side)
            else:
                self._add(line, place - start, stop - start, "removed" if side == "old" else "added")
            self.address = line.address or self.address
            place = stop
            if place < end:
                fate: Fate = (("moved_away" if moved else "removed") if side == "old" else
                              ("moved_here" if moved else "added"))
                self._end(line, fate)
                place += 1

    def _moved_words(self, flat: Flat, number: int, place: int, stop: int, side: str) -> None:
        line, start = flat.lines[number], flat.starts[number]
        own = sorted((run.old if side == "old" else run.new, run.length) for run in self.taken)
        for at, length in own:
            low, high = max(at, place), min(at + length, stop)
            if low >= high:
                continue
            self._add(line, place - start, low - start, "removed" if side == "old" else "added")
            self._add(line, low - start, high - start, "moved_away" if side == "old" else "moved_here")
            place = high
        self._add(line, place - start, stop - start, "removed" if side == "old" else "added")

    def _add(self, line: PrintedLine, start: int, stop: int, fate: Fate) -> None:
        for low, high, bold in ((start, min(stop, line.bold), True), (max(start, line.bold), stop, False)):
            if low >= high:
                continue
            text = line.text[low:high]
            self.address = line.address or self.address
            if self.words and (self.words[-1].fate, self.words[-1].bold) == (fate, bold):
                text = self.words.pop().text + text
            self.words.append(RevisedWords(text, fate, bold))

    def _end(self, line: PrintedLine, fate: Fate) -> None:
        move, side = self.open_move
        if fate in ("moved_away", "moved_here") and self.words and self.words[-1].fate in ("removed", "added"):
            fate = self.words[-1].fate  # LibreOffice loses an end that moved while the words before it did not
        self.made.append((RevisedParagraph(line.style, tuple(self.words), fate, move, side),
                          self.address or line.address))
        self.words, self.open_move, self.address = [], (0, ""), ""


def _move_numbers(moves: dict[int, Move]) -> dict[tuple[str, int], int]:
    """Number the moves; lines that follow each other on both sides are one move."""
    numbers: dict[tuple[str, int], int] = {}
    number = 0
    last: tuple[int, int] | None = None
    for old in sorted(moves):
        new = moves[old].line
        if last is None or (old, new) != (last[0] + 1, last[1] + 1):
            number += 1
        numbers["old", old] = numbers["new", new] = number
        last = (old, new)
    return numbers


_WITHOUT_MOVE: dict[Fate, Fate] = {"moved_here": "added", "moved_away": "removed"}


def _sound_moves(made: Sequence[tuple[RevisedParagraph, str]]) -> list[tuple[RevisedParagraph, str]]:
    """Keep the moves Word can read: whole paragraphs, in one piece on both sides; show others as out and in."""
    places: dict[tuple[int, str], list[int]] = {}
    broken = {0}
    for place, (paragraph, _) in enumerate(made):
        if paragraph.move:
            places.setdefault((paragraph.move, paragraph.move_side), []).append(place)
        fates = {words.fate for words in paragraph.words}
        wanted = "moved_away" if paragraph.move_side == "From" else "moved_here"
        if paragraph.move and ("kept" in fates or wanted not in fates):
            broken.add(paragraph.move)
    for (move, side), found in places.items():
        other = "To" if side == "From" else "From"
        if found[-1] - found[0] >= len(found) or len(places.get((move, other), ())) != len(found):
            broken.add(move)
    return [(_unmoved(paragraph) if paragraph.move_side and paragraph.move in broken else paragraph, address)
            for paragraph, address in made]


def _unmoved(paragraph: RevisedParagraph) -> RevisedParagraph:
    words: list[RevisedWords] = []
    for one in paragraph.words:
        fate = _WITHOUT_MOVE.get(one.fate, one.fate)
        text = one.text
        if words and (words[-1].fate, words[-1].bold) == (fate, one.bold):
            text = words.pop().text + text
        words.append(RevisedWords(text, fate, one.bold))
    return replace(paragraph, words=tuple(words), end=_WITHOUT_MOVE.get(paragraph.end, paragraph.end), move=0,
                   move_side="")
