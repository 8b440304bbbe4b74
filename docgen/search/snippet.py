"""The piece of a provision that shows why it was found, with the words of the query marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.search.query import Query, Unit
from docgen.search.search import Hit
from docgen.vietnamese.search_key import Word, words

LENGTH = 42
"""Words of a snippet."""

BEFORE = 8
"""Words before the first marked one, where the snippet does not begin with the provision."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of the text as it stands; `marks` are the places of marked words in it.

    A heading is parted from the text under it by a line break. `cut` tells at which ends the provision goes on.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    cut: tuple[bool, bool] = (False, False)

    def __str__(self) -> str:
        return f"{'… ' if self.cut[0] else ''}{self.text}{' …' if self.cut[1] else ''}"


@dataclass(frozen=True, slots=True)
class _Span:
    """An occurrence of a unit: words `start` to `end`."""

    start: int
    end: int
    unit: int


def snippet(hit: Hit, query: Query, length: int = LENGTH) -> Snippet:
    """Return the piece of a result that holds most of the words looked for, the earliest of several."""
    source = "\n".join(part for part in (hit.heading, hit.text, hit.below) if part)
    found = tuple(words(source))
    if not found:
        return Snippet(source)
    spans = _marked(query.units, found)
    first = _best_start(spans, len(found), length)
    last = min(first + length, len(found))
    start = 0 if first == 0 else found[first].start
    end = len(source) if last == len(found) else found[last - 1].end
    marks = [(found[span.start].start - start, found[span.end - 1].end - start) for span in spans
             if span.start >= first and span.end <= last]
    return Snippet(source[start:end], _joined(marks, source[start:end]), (first > 0, last < len(found)))


def _marked(units: Sequence[Unit], found: Sequence[Word]) -> list[_Span]:
    """Return what to mark: each unit only where it stands in the longest run of neighbours of the query."""
    spans = sorted((span for place, unit in enumerate(units) for span in _occurrences(place, unit, found)),
                   key=lambda span: (span.start, span.unit))
    ending: dict[tuple[int, int], list[_Span]] = {}  # the run that ends at a word with a unit
    for span in spans:
        ending[span.unit, span.end] = [*ending.pop((span.unit - 1, span.start), []), span]
    longest = [0] * len(units)
    for run in ending.values():
        for span in run:
            longest[span.unit] = max(longest[span.unit], len(run))
    return sorted((span for run in ending.values() for span in run if len(run) == longest[span.unit]),
                  key=lambda span: span.start)


def _occurrences(place: int, unit: Unit, found: Sequence[Word]) -> list[_Span]:
    """Return where a unit stands; where it stands with the marks that were typed, only these places."""
    spans, exact = [], []
    for way in unit.ways:
        run = way.split()
        for start in range(len(found) - len(run) + 1):
            if found[start].plain == run[0] and all(found[start + at].plain == key for at, key in enumerate(run)):
                spans.append(_Span(start, start + len(run), place))
                if [word.marked for word in found[start:start + len(run)]] == unit.marked.split():
                    exact.append(spans[-1])
    return exact or spans


def _best_start(spans: Sequence[_Span], count: int, length: int) -> int:
    """Return the first word of the piece: of all that begin a little before a marked word, that with most units."""
    if count <= length or not spans:
        return 0
    best, most = 0, 0
    for span in (_Span(0, 0, 0), *spans):
        start = max(0, min(span.start - BEFORE, count - length))
        held = len({one.unit for one in spans if one.start >= start and one.end <= start + length})
        if held > most:
            best, most = start, held
    return best


def _joined(marks: Sequence[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Draw marked words that stand side by side into one mark."""
    made: list[tuple[int, int]] = []
    for start, end in marks:
        if made and not any(letter.isalnum() for letter in text[made[-1][1]:start]):
            made[-1] = made[-1][0], max(end, made[-1][1])
        else:
            made.append((start, end))
    return tuple(made)
