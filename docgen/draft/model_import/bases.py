"""Legal bases proposed for the clauses of a model: those of the shipped clause, or the provision, that says most alike.

Only a proposal: whether a clause rests on a provision is a judgement, and it is a person who makes it. Weights are
whole numbers, so that the same texts give the same list everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from docgen.draft.clauses import Clause, ClauseSet
from docgen.draft.legal_basis import EditionFact, address_of, edition_of
from docgen.vietnamese.syllables import words

LEAST = 260
"""Thousandths of likeness below which nothing is proposed: no proposal is better than a wrong one."""
NEAR_BEST = 930
"""Thousandths of the best likeness up to which a second source is named too."""
MOST = 2
"""Bases proposed for one clause."""
SHORTEST = 4
"""Words of a clause below which nothing can be told."""
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


@dataclass(frozen=True, slots=True)
class Source:
    """Something a clause of a model may say again: its words and the bases it stands for."""

    grams: Mapping[str, int]
    bases: tuple[str, ...]


class Bases:
    """The shipped clauses of a framework and the provisions they rest on, ready to be held against a model."""

    def __init__(
        self, clauses: Iterable[ClauseSet], editions: Mapping[str, EditionFact], *, of_committee: bool,
    ) -> None:
        """`of_committee` tells that the model is an đảng uỷ's; clauses for the other kind of body are passed over."""
        other = "is_base_cell" if of_committee else "is_base_organisation"
        texts: dict[tuple[str, tuple[str, ...]], None] = {}
        named: dict[str, None] = {}
        for one in clauses:
            for clause in one.clauses:
                if _depends_on(one, clause, other):
                    continue
                # a clause of the shipped kind that rests on nothing is a likeness too: then nothing is proposed
                if clause.source.zone == "body" and not clause.source.is_heading:
                    texts[_TAG.sub(" ", clause.source.text), clause.source.basis[:MOST]] = None
                    named.update(dict.fromkeys(clause.source.basis))
        for basis in named:
            edition = editions.get(edition_of(basis))
            if edition and (words_of_law := edition.texts.get(address_of(basis), "")):
                texts[words_of_law, (basis,)] = None
        bags = [(_grams(text), bases) for text, bases in texts]
        often = Counter(gram for bag, _ in bags for gram in bag)
        self._weight = {gram: round(1000 * log(1 + len(bags) / count)) for gram, count in often.items()}
        self._rare = round(1000 * log(1 + len(bags)))
        self._sources = [Source(bag, bases) for bag, bases in bags]
        self._sizes = [self._size(bag) for bag, _ in bags]

    def proposed(self, text: str, heading: str) -> tuple[str, ...]:
        """Return the bases a clause may have, the likeliest first; none if nothing says much the same."""
        bag = _grams(text)
        if sum(1 for gram in bag if " " not in gram) < SHORTEST:
            return ()
        size = self._size(bag)
        rated = sorted(((self._like(bag, size, place), -place) for place in range(len(self._sources))), reverse=True)
        best = rated[0][0] if rated else 0
        if best < LEAST or not self._sources[-rated[0][1]].bases:
            return ()
        found: dict[str, None] = {}
        for like, place in rated:
            if like * 1000 < best * NEAR_BEST or len(found) >= MOST:
                break
            found.update(dict.fromkeys(self._sources[-place].bases))
        return tuple(found)[:MOST]

    def _like(self, bag: Mapping[str, int], size: int, place: int) -> int:
        source = self._sources[place]
        shared = sum(self._weight.get(gram, self._rare) ** 2 for gram in bag if gram in source.grams)
        both = size * self._sizes[place]
        return round(1000 * shared / both ** 0.5) if both else 0

    def _size(self, bag: Mapping[str, int]) -> int:
        return sum(self._weight.get(gram, self._rare) ** 2 for gram in bag)


def _depends_on(clauses: ClauseSet, clause: Clause, name: str) -> bool:
    """Tell whether a clause, or what it stands under, is printed only where an answer is yes."""
    while True:
        condition = clause.condition
        if condition is not None and (name, True) in condition.wanted:
            return True
        if clause.parent < 0:
            return False
        clause = clauses.clauses[clause.parent]


@lru_cache(maxsize=4096)
def _grams(text: str) -> Mapping[str, int]:
    """Return the words of a text and its pairs of neighbours."""
    said = words(text)
    return Counter({*said, *(f"{one} {other}" for one, other in pairwise(said))})
