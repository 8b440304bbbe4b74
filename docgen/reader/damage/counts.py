"""How often words and pairs of words stand in sound regulations: the shipped table and the texts of the workspace.

The table holds counts only, and a pair only from FLOOR times on, so that no text can be read back out of it
(scripts/make_counts.py makes it). A text that is itself being examined must not bear witness: `without` takes its
share out again, exactly as if the table had been made without it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from docgen.model.tree import Regulation
from docgen.reader.damage.places import passages
from docgen.reader.damage.units import keys, units
from docgen.vietnamese.syllables import words as folded_words

TABLE = Path(__file__).with_name("counts.tsv")
FLOOR = 2
"""A pair is in the shipped table from this many times on."""

_HEAD = "# docgen counts 1"
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Shares:
    """What one or more texts contribute: words, pairs, and how words are printed where that is not their key."""

    words: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    printed: Mapping[str, str]


@dataclass(frozen=True)
class Counts:
    """The counts a text is weighed by: `shipped` with the prints of the texts in it, and `own` of the workspace."""

    shipped: Shares
    in_shipped: frozenset[str] = frozenset()
    own: tuple[tuple[str, Shares], ...] = ()
    floor: int = field(default=FLOOR, compare=False)

    def with_texts(self, texts: Iterable[Regulation]) -> Counts:
        """Return the counts with these texts added; one that the shipped table holds already is not counted twice."""
        own = dict(self.own)
        for text in texts:
            lines = stretches(text)
            mark = fingerprint(lines)
            if mark not in self.in_shipped and mark not in own:
                own[mark] = shares(lines)
        return Counts(self.shipped, self.in_shipped, tuple(sorted(own.items(), key=lambda item: item[0])), self.floor)

    def without(self, text: Regulation) -> Counts:
        """Return the counts as they are when this text is in none of them."""
        return self.without_lines(stretches(text))

    def without_lines(self, lines: Sequence[str]) -> Counts:
        """Return the counts as they are when a text, given as its stretches of words, is in none of them."""
        mark = fingerprint(lines)
        own = tuple(one for one in self.own if one[0] != mark)
        if mark not in self.in_shipped:
            return Counts(self.shipped, self.in_shipped, own, self.floor)
        share = shares(lines)
        words = {word: rest for word, count in self.shipped.words.items()
                 if (rest := count - share.words.get(word, 0)) > 0}
        pairs = {pair: rest for pair, count in self.shipped.pairs.items()
                 if (rest := count - share.pairs.get(pair, 0)) >= self.floor}
        shipped = Shares(words, pairs, {key: way for key, way in self.shipped.printed.items() if key in words})
        return Counts(shipped, self.in_shipped - {mark}, own, self.floor)

    @cached_property
    def words(self) -> Mapping[str, int]:
        """How often each word occurs, by its key."""
        return _sum([self.shipped.words, *(one.words for _, one in self.own)])

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], int]:
        """How often each two words stand side by side."""
        return _sum([self.shipped.pairs, *(one.pairs for _, one in self.own)])

    @cached_property
    def total(self) -> int:
        """How many words were counted."""
        return sum(self.words.values())

    def printed(self, key: str) -> str:
        """Return how a word is printed in small letters: its key, or the usual way to write it (quy for qui)."""
        return next((way for one in (self.shipped, *(one for _, one in self.own)) if (way := one.printed.get(key))),
                    key)


def stretches(text: Regulation) -> tuple[str, ...]:
    """Return the words of a regulation as they are counted, stretch by stretch."""
    return tuple(words for place, words in passages(text) if place.part != "label")


def fingerprint(lines: Sequence[str]) -> str:
    """Return the mark by which a text is known again, whatever its spelling style and line ends."""
    return hashlib.sha256(" ".join(word for line in lines for word in folded_words(line)).encode()).hexdigest()


def shares(lines: Iterable[str]) -> Shares:
    """Count the words and pairs of stretches of words."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    ways: dict[str, Counter[str]] = {}
    for line in lines:
        row = keys(line)
        words.update(key for key in row[:-1] if key != "?")
        pairs.update(pair for pair in pairwise(row) if "?" not in pair)
        for unit in units(line):
            if unit.form == "syllable" and (lower := unit.text.lower()) != unit.key:
                ways.setdefault(unit.key, Counter())[lower] += 1
    printed = {key: min(seen, key=lambda way: (-seen[way], way)) for key, seen in ways.items()}
    return Shares(words, pairs, printed)


def table(parts: Sequence[Sequence[str]], floor: int = FLOOR) -> Counts:
    """Make the counts of several texts, each as its stretches of words; rare pairs are left out."""
    whole = shares(line for lines in parts for line in lines)
    pairs = {pair: count for pair, count in whole.pairs.items() if count >= floor}
    return Counts(Shares(whole.words, pairs, whole.printed), frozenset(map(fingerprint, parts)), floor=floor)


def rows(counts: Counts) -> Iterator[str]:
    """Yield the lines of the table file: sorted, nothing but counts and the prints of the texts."""
    yield _HEAD
    for mark in sorted(counts.in_shipped):
        yield f"={mark}"
    for word, count in sorted(counts.shipped.words.items()):
        way = counts.shipped.printed.get(word, "")
        yield f"{word}\t{count}\t{way}" if way else f"{word}\t{count}"
    for (left, right), count in sorted(counts.shipped.pairs.items()):
        yield f"{left} {right}\t{count}"


@lru_cache(maxsize=1)
def shipped() -> Counts:
    """Return the counts that come with the product."""
    words: dict[str, int] = {}
    pairs: dict[tuple[str, str], int] = {}
    printed: dict[str, str] = {}
    marks: set[str] = set()
    for row in TABLE.read_text(encoding="utf-8").split("\n")[1:]:
        what, _, rest = row.partition("\t")
        left, _, right = what.partition(" ")
        if right:
            pairs[left, right] = int(rest)
        elif rest:
            count, _, way = rest.partition("\t")
            words[what] = int(count)
            if way:
                printed[what] = way
        elif what:
            marks.add(what[1:])
    return Counts(Shares(words, pairs, printed), frozenset(marks))


def _sum(parts: Sequence[Mapping[K, int]]) -> Mapping[K, int]:
    if len(parts) == 1:
        return parts[0]
    whole: Counter[K] = Counter()
    for part in parts:
        whole.update(part)
    return whole
