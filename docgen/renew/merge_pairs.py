"""Which paragraph of one text is which of another: by the clause it prints, by its words, by its place."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docgen.renew.merge_paragraphs import Para

IN_PLACE = 0.5
"""Share of words two paragraphs must have in common to be one, between neighbours that are sure."""
ANYWHERE = 0.75
"""The same where one of them has gone elsewhere."""
_SHORT = 4
"""Words below which a paragraph says too little to be known by half of them."""
_CHANCE = 0.2
"""Words in common below which a hidden bookmark is not believed if the same words stand elsewhere."""
_TAIL = 0.7
_WORD = re.compile(r"\w+")
_HEADINGS = ("chapter", "section", "article")


@dataclass(frozen=True, slots=True)
class Unit:
    """Paragraphs of what was written then and what they are now: one and one, unless they were parted or joined."""

    base: tuple[int, ...]
    other: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The units in the order of the other text; `score` is the share of words of the one that have a counterpart."""

    units: tuple[Unit, ...]
    score: float
    by_clause: int

    def of_base(self) -> dict[int, Unit]:
        """Return the units by each paragraph of what was written then."""
        return {place: unit for unit in self.units for place in unit.base}

    def of_other(self) -> dict[int, Unit]:
        """Return the units by each paragraph of the other text."""
        return {place: unit for unit in self.units for place in unit.other}


def pair(base: Sequence[Para], other: Sequence[Para], *, whole: bool = False) -> Pairs:
    """Find the counterparts of `base` in `other`.

    `whole`: both are docgen's own, so paragraphs are taken one for one and keep their rank.
    """
    found: dict[int, int] = {}
    joined: dict[int, list[int]] = {}
    _by_clause(base, other, found, {} if whole else joined)
    by_clause = len(found)
    _by_words(base, other, found)
    _by_likeness(base, other, found, whole=whole)
    units = {place: Unit((at, *joined.get(place, ())), (place,)) for place, at in found.items()}
    if not whole:
        units = _parted(base, other, units)
    held = {at for unit in units.values() for at in unit.base}
    total = sum(_size(one) for one in base)
    common = sum(_size(base[at]) * likeness(base[at].words, other[place].words)
                 for place, unit in units.items() for at in unit.base if at in held)
    ordered = tuple(units[place] for place in sorted(units))
    return Pairs(ordered, common / total if total else 1.0, by_clause)


def likeness(one: str, other: str) -> float:
    """Return how many of the words of two texts are common to both, from 0 to 1."""
    if one == other:
        return 1.0
    first, second = bag(one), bag(other)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


@lru_cache(maxsize=8192)
def bag(text: str) -> Counter[str]:
    """Count the words of a text."""
    return Counter(_WORD.findall(unicodedata.normalize("NFC", text).lower()))


def _size(para: Para) -> int:
    return bag(para.words).total()


def _plain(side: Sequence[Para], place: int) -> str:
    """Return the words a paragraph is known by; one that is a number alone ("Chương I") by what follows it."""
    words = " ".join(unicodedata.normalize("NFC", side[place].words).split())
    if words or (label := side[place].label) is None:
        return words
    return f"\0{label.before}{side[place + 1].words if place + 1 < len(side) else ''}"


def _by_clause(
    base: Sequence[Para], other: Sequence[Para], found: dict[int, int], joined: dict[int, list[int]],
) -> None:
    """Pair by clause; a bookmark that strayed to other words, while its own stand elsewhere, is not believed."""
    places = {para.clause: place for place, para in enumerate(base) if para.clause}
    elsewhere = Counter(_plain(other, place) for place in range(len(other)))
    claims: dict[int, list[int]] = {}
    for place, para in enumerate(other):
        for clause in (para.clause, *para.more):
            if clause in places:
                claims.setdefault(places[clause], []).append(place)
    taken: dict[int, int] = {}
    last = -1
    for at, claimed in sorted(claims.items()):
        # of an article copied with its bookmarks the copy that goes on from what is known already is the one
        best = max(claimed, key=lambda place: (
            likeness(base[at].words, other[place].words), place > last, -abs(place - last)))
        alike = likeness(base[at].words, other[best].words)
        if other[best].blank or (alike < _CHANCE and elsewhere[_plain(base, at)]):
            continue
        taken[at] = last = best
    for at in sorted(taken):
        if taken[at] not in found:
            found[taken[at]] = at
        elif (not bag(base[at].words) - bag(other[taken[at]].text)
              or likeness(base[at].words, other[taken[at]].words) > IN_PLACE):
            joined.setdefault(taken[at], []).append(at)


def _left(side: Sequence[Para], taken: Iterable[int]) -> list[int]:
    held = set(taken)
    return [place for place, para in enumerate(side) if place not in held and not para.blank]


def _by_words(base: Sequence[Para], other: Sequence[Para], found: dict[int, int]) -> None:
    """Pair what has the same words: first words that stand once on either side, then the others in their order."""
    one, two = _left(base, found.values()), _left(other, found)
    mine, yours = Counter(_plain(base, at) for at in one), Counter(_plain(other, place) for place in two)
    where = {_plain(base, at): at for at in one}
    for place in two:
        words = _plain(other, place)
        if words in where and mine[words] == yours[words] == 1:
            found[place] = where[words]
    one, two = _left(base, found.values()), _left(other, found)
    matcher = difflib.SequenceMatcher(None, [_plain(base, at) for at in one], [_plain(other, place) for place in two],
                                      autojunk=False)
    for match in matcher.get_matching_blocks():
        for step in range(match.size):
            at, place = one[match.a + step], two[match.b + step]
            found[place] = at
    # what is left of numbers alone ("Chương II"), where the line below is another one now
    numbers = {base[at].text: at for at in reversed(_left(base, found.values())) if not base[at].words}
    for place in _left(other, found):
        if not other[place].words and other[place].text in numbers:
            found[place] = numbers.pop(other[place].text)


def _by_likeness(base: Sequence[Para], other: Sequence[Para], found: dict[int, int], *, whole: bool) -> None:
    """Pair what was reworded: between sure neighbours half of the words are enough, elsewhere it takes more."""
    one, two = _left(base, found.values()), _left(other, found)
    if not one or not two:
        return
    gap_of_base = _gaps(len(base), found.values())
    sure = {at: place for place, at in found.items()}
    gap_of_other = [-1] * len(other)
    last = -1
    for place in range(len(other)):
        last = gap_of_base[found[place]] if place in found else last
        gap_of_other[place] = last
    candidates = []
    for place, at, alike in _likely(base, other, one, two):
        short = min(_size(base[at]), _size(other[place])) < _SHORT
        here = gap_of_other[place] == gap_of_base[at] or _neighbours(at, place, sure)
        # headings and running words are not each other's rewording
        rank = (_rank(base[at]) == _rank(other[place]) if whole else
                (_rank(base[at]) in _HEADINGS) == (_rank(other[place]) in _HEADINGS))
        # a clause of another name elsewhere is another clause, however alike
        renamed = base[at].clause and other[place].clause and base[at].clause != other[place].clause
        if rank and (here or not renamed) and alike >= (ANYWHERE if short or not here else IN_PLACE):
            candidates.append((-alike, not here, abs(at - place), place, at))
    used = set(found.values())
    for _, _, _, place, at in sorted(candidates):
        if place not in found and at not in used:
            found[place] = at
            used.add(at)


def _rank(para: Para) -> str:
    return para.label.rank if para.label else ""


def _neighbours(at: int, place: int, sure: Mapping[int, int]) -> bool:
    return sure.get(at - 1, -9) == place - 1 or sure.get(at + 1, -9) == place + 1


def _gaps(size: int, held: Iterable[int]) -> list[int]:
    """Return for every place the last one before it that has a counterpart."""
    sure = set(held)
    gaps, last = [], -1
    for place in range(size):
        last = place if place in sure else last
        gaps.append(last)
    return gaps


def _likely(
    base: Sequence[Para], other: Sequence[Para], one: Sequence[int], two: Sequence[int],
) -> Iterator[tuple[int, int, float]]:
    """Yield pairs that share words, looked up by their rarer ones."""
    where: dict[str, list[int]] = {}
    for at in one:
        for word in bag(base[at].words):
            where.setdefault(word, []).append(at)
    for place in two:
        words = sorted(bag(other[place].words), key=lambda word: (len(where.get(word, ())), word))
        near = {at for word in [word for word in words if word in where][:12] for at in where[word][:200]}
        for at in sorted(near):
            yield place, at, likeness(base[at].words, other[place].words)


def _parted(base: Sequence[Para], other: Sequence[Para], units: dict[int, Unit]) -> dict[int, Unit]:
    """Find paragraphs a person parted or joined: the words missing from the one stand in its neighbour."""
    made = dict(units)
    held = {at for unit in units.values() for at in unit.base}
    for place in sorted(units):
        if place not in made:
            continue
        unit = made[place]
        while (after := unit.other[-1] + 1) < len(other) and after not in made and not other[after].blank:
            missing = _words(base, unit.base) - _words(other, unit.other)
            if not _is_rest(missing, bag(other[after].text)):
                break
            unit = made[place] = Unit(unit.base, (*unit.other, after))
        while (after := unit.base[-1] + 1) < len(base) and after not in held and not base[after].blank:
            extra = _words(other, unit.other) - _words(base, unit.base)
            if not _is_rest(extra, bag(base[after].words)):
                break
            unit = made[place] = Unit((*unit.base, after), unit.other)
            held.add(after)
        while (before := unit.base[0] - 1) >= 0 and before not in held and not base[before].blank:
            extra = _words(other, unit.other) - _words(base, unit.base)
            if not _is_rest(extra, bag(base[before].words)):
                break
            unit = made[place] = Unit((before, *unit.base), unit.other)
            held.add(before)
    return made


def _words(side: Sequence[Para], places: Iterable[int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for place in places:
        found += bag(side[place].text)
    return found


def _is_rest(missing: Counter[str], found: Counter[str]) -> bool:
    common = (missing & found).total()
    return common >= _SHORT - 1 and common >= _TAIL * found.total() and common >= _TAIL * missing.total()
