"""A query as typed, made into what is looked for: words, phrases in quotes, abbreviations with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product

from docgen.search.abbreviations import ABBREVIATIONS
from docgen.vietnamese.search_key import words

MOST_UNITS = 32
"""Words of a query that count; a whole page pasted into the search is cut there."""

_RUN = r"(?:[^\W_][\u0300-\u036f]*)+"
_PHRASE = re.compile(rf'["“”„«»]([^"“”„«»]+)["“”„«»]|({_RUN}(?:[./-]{_RUN})+)')
"""Words in quotes; or a number of parts, as of a document, a date, a dotted label: 21-NQ/TW, 16/6/2022, 1.3."""

_EXPANSIONS = {
    "".join(word.plain for word in words(short)): tuple(tuple(word.plain for word in words(one)) for one in meanings)
    for short, meanings in ABBREVIATIONS.items()
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that must be found: any of `ways`, each a run of words; `marked` is the run with its marks, or empty.

    Runs are written with a space at both ends, as the entries of the index are. `length` is the number of words typed.
    """

    typed: str
    ways: tuple[str, ...]
    marked: str = ""
    length: int = 1

    def stands_in(self, words: str) -> bool:
        """Tell whether words of an entry hold it, in any of its ways."""
        return self.ways[0] in words or (len(self.ways) > 1 and any(way in words for way in self.ways))


@dataclass(frozen=True)
class Query:
    """What is looked for: units in the order typed; pairs and the whole are what stands side by side in the query.

    `is_cut`: more was typed than is looked for.
    """

    typed: str
    units: tuple[Unit, ...] = ()
    pairs: tuple[Unit, ...] = ()
    whole: Unit | None = None
    is_cut: bool = False

    @cached_property
    def length(self) -> int:
        """Return how many words were typed."""
        return sum(unit.length for unit in self.units)

    @cached_property
    def has_marks(self) -> bool:
        """Tell whether marks were typed, so that words with the same marks are the better ones."""
        return any(unit.marked for unit in self.units)

    def runs_in(self, words: str) -> bool:
        """Tell whether two words of the query stand side by side in these words, or a phrase, or what letters mean."""
        return any(way in words for unit in (*self.pairs, *self.units) for way in unit.ways if way.count(" ") > 2)


def parse_query(typed: str) -> Query:
    """Read what was typed. Words without any mark in the whole query say nothing about marks."""
    units: list[Unit] = []
    has_marks = any(word.plain != word.marked for word in words(typed))
    place = 0
    for match in _PHRASE.finditer(typed):
        if match[2] and not any(letter.isdigit() for letter in match[2]):
            continue
        units += _words(typed[place:match.start()], has_marks)
        piece = match[1] or match[2]
        phrase = tuple(words(piece))
        if phrase:
            units.append(Unit(piece, (_run(word.plain for word in phrase),),
                              _run(word.marked for word in phrase) if has_marks else "", len(phrase)))
        place = match.end()
    units += _words(typed[place:], has_marks)
    chain = units[:MOST_UNITS]
    pairs = _once_each(_side_by_side(pair) for pair in pairwise(chain))
    return Query(typed, _once_each(chain), pairs,
                 _side_by_side(tuple(chain)) if len(chain) > 2 and _is_plain(chain) else None,
                 is_cut=len(units) > len(chain))


def _once_each(units: Iterable[Unit]) -> tuple[Unit, ...]:
    first: dict[tuple[tuple[str, ...], str], Unit] = {}
    for unit in units:
        first.setdefault((unit.ways, unit.marked), unit)
    return tuple(first.values())


def _words(text: str, has_marks: bool) -> list[Unit]:
    return [Unit(text[word.start:word.end],
                 (f" {word.plain} ", *(_run(meaning) for meaning in _EXPANSIONS.get(word.plain, ()))),
                 "" if not has_marks or word.plain in _EXPANSIONS else f" {word.marked} ")
            for word in words(text)]


def _run(keys: Iterable[str]) -> str:
    return f" {' '.join(keys)} "


def _side_by_side(units: tuple[Unit, ...]) -> Unit:
    """Return the unit of several that stand one after the other, in each way they can be written."""
    return Unit(" ".join(unit.typed for unit in units),
                tuple(_together(ways) for ways in product(*(unit.ways for unit in units))),
                _together(tuple(unit.marked for unit in units)) if all(unit.marked for unit in units) else "")


def _together(runs: tuple[str, ...]) -> str:
    return f" {' '.join(run.strip() for run in runs)} "


def _is_plain(units: list[Unit]) -> bool:
    """Tell whether there are few enough ways to write the whole query that all of them can be tried."""
    ways = 1
    for unit in units:
        ways *= len(unit.ways)
    return ways <= 12
