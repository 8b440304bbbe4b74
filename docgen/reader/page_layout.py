"""Words with their places on a page, put into lines in the order in which a person reads them: columns apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from docgen.reader.source import Bold, SourceLine

_GUTTER = 1.2
"""Times the height of the letters: a wider space in a line than this parts two columns, if the others are narrower."""
_PARAGRAPH = 1.2
"""Times the usual distance of two lines: from there on it is the space between two paragraphs."""
_LABEL_ENDS = ".)-–—:+•●·*"


@dataclass(frozen=True, slots=True)
class Word:
    """One word and its place, in points from the top left corner of the page.

    `foot` is the line the letters stand on, `size` their height.
    """

    text: str
    left: float
    right: float
    foot: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that follow each other on one line; `column` 0 is the whole width, others are counted through the page."""

    words: tuple[Word, ...]
    column: int = 0
    page: int = 0

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def foot(self) -> float:
        return self.words[0].foot

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)


def printed_lines(pages: Iterable[tuple[int, Sequence[Word]]]) -> list[SourceLine]:
    """Return the lines of numbered pages in the order of reading, each with what its place on the page says."""
    pieces = [replace(piece, page=page) for page, words in pages for piece in _in_order(words)]
    pitch = _pitch(pieces)
    margins = _margins(pieces)
    lines: list[SourceLine] = []
    for at, piece in enumerate(pieces):
        # a line is full if the first word of the next one had no room on it
        above = pieces[at - 1] if at else None
        below = pieces[at + 1] if at + 1 < len(pieces) else None
        left, right = margins[piece.page, piece.column]
        words = piece.words
        bold = _boldness(words)
        lines.append(SourceLine(
            " ".join(word.text for word in words), piece.page, at + 1, bold=bold,
            prefix=" ".join(word.text for word in _bold_start(words)) if bold == "prefix" else "",
            after_blank=above is None or _set_apart(above, piece, pitch),
            full=below is not None and _room(piece, left, right) < (
                below.words[0].right - below.left + 0.5 * piece.size),
            indented=piece.left > left + 0.7 * piece.size))
    return lines


def _room(piece: _Piece, left: float, right: float) -> float:
    """Return how much more a line could hold; one in the middle of the page has room on both sides."""
    before, behind = piece.left - left, right - piece.right
    return before + behind if before > piece.size and abs(before - behind) < piece.size else behind


def _bold_start(words: Sequence[Word]) -> Sequence[Word]:
    end = next((at for at, word in enumerate(words) if not word.bold), len(words))
    return words[:end]


def _boldness(words: Sequence[Word]) -> Bold:
    start = len(_bold_start(words))
    return "all" if start == len(words) else "prefix" if start else "none"


def _set_apart(above: _Piece, piece: _Piece, pitch: float) -> bool:
    """Tell whether more than the usual space stands above a line; at the head of a page nobody can tell."""
    if above.page != piece.page:
        return above.column != 0 or piece.column != 0
    return above.column != piece.column or piece.foot - above.foot > pitch * _PARAGRAPH


def _pitch(pieces: Sequence[_Piece]) -> float:
    """Return the usual distance of two lines of one paragraph: one of the smaller distances that are met."""
    steps = sorted(below.foot - above.foot for above, below in pairwise(pieces)
                   if (above.page, above.column) == (below.page, below.column) and below.foot > above.foot)
    return steps[len(steps) // 3] if steps else 0.0


def _margins(pieces: Sequence[_Piece]) -> dict[tuple[int, int], tuple[float, float]]:
    """Return left and right margin of each column; a page with few lines borrows the margins of the others."""
    found: dict[tuple[int, int], list[_Piece]] = {}
    for piece in pieces:
        found.setdefault((piece.page, piece.column), []).append(piece)
    whole = [piece for piece in pieces if piece.column == 0]
    margins = {}
    for (page, column), own in found.items():
        asked = own if column or len(own) > 5 else whole
        margins[page, column] = (min(piece.left for piece in asked), max(piece.right for piece in asked))
    return margins


# --- from words to lines, and columns apart ----------------------------------------------------------------------


def _in_order(words: Sequence[Word]) -> list[_Piece]:
    """Return the lines of a page from top to bottom; of two columns side by side first the left one, then the right."""
    rows = [_pieces(row) for row in _rows(words)]
    ordered: list[_Piece] = []
    at = columns = 0
    while at < len(rows):
        if len(rows[at]) != 2:
            ordered += rows[at]
            at += 1
            continue
        gutter, end = (rows[at][0].right, rows[at][1].left), at + 1
        while end < len(rows) and (narrower := _narrowed(gutter, rows[end])) is not None:
            gutter, end = narrower, end + 1
        middle = sum(gutter) / 2
        end = _without_what_follows(rows, at, end, middle)
        block = [piece for row in rows[at:end] for piece in row]
        while ordered and ordered[-1].column == 0 and ordered[-1].left >= middle and (
                block[0].foot - ordered[-1].foot < 3 * block[0].size):
            block.insert(0, ordered.pop())  # the right column began higher up than the left one
        ordered += [replace(piece, column=columns + 1) for piece in block if piece.right <= middle]
        ordered += [replace(piece, column=columns + 2) for piece in block if piece.right > middle]
        columns += 2
        at = end
    return ordered


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Put words that stand beside each other into one row, from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.foot, one.left)):
        row = rows[-1] if rows else None
        if row and word.foot - row[0].foot < 0.7 * min(word.size, row[0].size) and not any(
                word.left < other.right - 0.3 * word.size and other.left < word.right - 0.3 * word.size
                for other in row):
            row.append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _pieces(row: list[Word]) -> list[_Piece]:
    """Part a row where the space is much wider than between words; a label keeps the words behind it."""
    usual = median(spaces) if (spaces := [b.left - a.right for a, b in pairwise(row)]) else 0.0
    parts: list[list[Word]] = [[row[0]]]
    for before, word in pairwise(row):
        space = word.left - before.right
        first = parts[-1]
        label = len(first) <= 2 and first[-1].text[-1] in _LABEL_ENDS and sum(len(one.text) for one in first) < 10
        # a typewriter's space is as wide as its letters, which may be wider than they are high
        letter = min((one.right - one.left) / len(one.text) for one in (before, word))
        wide = space > max(_GUTTER * word.size, 1.2 * letter) and (space > 2 * usual or len(row) < 4)
        if wide and not (label and space < 5 * word.size):
            parts.append([word])
        else:
            first.append(word)
    return [_Piece(tuple(part)) for part in parts]


def _narrowed(gutter: tuple[float, float], row: list[_Piece]) -> tuple[float, float] | None:
    """Return what is left of the space between two columns when one more row is to fit, None if it crosses it."""
    left, right = gutter
    middle = (left + right) / 2
    for piece in row:
        if piece.left >= middle:
            right = min(right, piece.left)
        elif piece.right <= middle:
            left = max(left, piece.right)
        else:
            return None
    return left, right


def _without_what_follows(rows: list[list[_Piece]], start: int, end: int, middle: float) -> int:
    """Return where two columns end: lines on the left, far under the last one on the right, come after both."""
    last = max(at for at in range(start, end) if any(piece.left >= middle for piece in rows[at]))
    while last + 1 < end and rows[last + 1][0].foot - rows[last][0].foot < 2 * rows[last][0].size:
        last += 1
    return last + 1
