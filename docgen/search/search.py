"""Finding provisions: what is cited first, then what holds all words, best first; where nothing does, the nearest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from docgen.search.candidates import Candidate, all_words, half_of_the_words, wholes
from docgen.search.cited import Cited, cited
from docgen.search.entry import Zone
from docgen.search.index import Index, IndexedEdition
from docgen.search.query import Query, parse_query
from docgen.search.ranking import handicap, rate

CITED = 1000
"""Score of what the query itself names: more than words can reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One result. `missing`: words it does not hold; `alike`: further results of the very same wording, put behind.

    `below` is the wording of what hangs below it, given only where the words are found there.
    """

    edition: IndexedEdition
    address: str
    citation: str
    level: str | None
    heading: str
    text: str
    score: int
    below: str = ""
    is_cited: bool = False
    missing: tuple[str, ...] = ()
    alike: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. `nearest`: no provision holds all words by itself; the smallest that hold them with what hangs
    below them, and those that hold at least half of the words, in one list.

    `absent`: what was cited does not exist; the first hits are then the provision above it, if there is one.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    total: int = 0
    nearest: bool = False
    absent: Cited | None = None


class _Found(NamedTuple):
    """A result on its way: what it is sorted by, then what is needed to show it."""

    worth: int
    edition_place: int
    id: int
    own: str
    missing: tuple[str, ...] = ()
    last: int = 0
    is_cited: bool = False


def find(index: Index, typed: str, *, limit: int = 10, among: Collection[str] | None = None,
         late: Collection[str] = ()) -> Answer:
    """Search the index. `among`: only these editions; `late`: editions no longer, or not yet, in force."""
    query = parse_query(typed)
    search = _Search(index, query, among, late)
    places = cited(typed, tuple(search.editions.values()))
    named = list(search.named(places)) if places else []
    found = search.direct()
    nearest = not found and places is None
    if nearest:
        whole = search.whole()
        found = sorted(whole + search.nearest({one.id for one in whole}))
    taken = {one.id for one in named}
    results = named + [one for one in _repeats_last(found) if one.id not in taken]
    alike: dict[str, int] = {}
    for one in results:
        alike[one.own] = alike.get(one.own, -1) + 1
    missed = places is not None and not any(one.is_cited for one in named)
    return Answer(query, tuple(search.hit(one, alike.get(one.own, 0)) for one in results[:limit]), len(results),
                  nearest and bool(found), places if missed else None)


def _repeats_last(found: Iterable[_Found]) -> list[_Found]:
    """Put every further entry of the same wording behind all that say something of their own."""
    seen: set[str] = set()
    first: list[_Found] = []
    again: list[_Found] = []
    for one in found:
        (again if one.own in seen else first).append(one)
        seen.add(one.own)
    return first + again


class _Search:
    """One search: the index, what is looked for, and in which editions, those in force and the newest first."""

    def __init__(self, index: Index, query: Query, among: Collection[str] | None, late: Collection[str]) -> None:
        self.index, self.query = index, query
        chosen = sorted((edition for edition in index.editions if among is None or edition.id in among),
                        key=lambda edition: edition.id)
        chosen.sort(key=lambda edition: edition.issued_on, reverse=True)
        chosen.sort(key=lambda edition: edition.id in late)
        self.editions = {edition.no: edition for edition in chosen}
        self.places = {edition.no: place for place, edition in enumerate(chosen)}
        self.late = {edition.no for edition in chosen if edition.id in late}

    def named(self, places: Cited) -> Iterator[_Found]:
        """Yield what was cited; in a document that does not have it, the provision above it."""
        address = places.address
        while True:
            rows = self.index.database.execute("select id, edition, own from entry where address = ?", (address,))
            found = sorted(_Found(-CITED, self.places[edition], no, own, is_cited=address == places.address)
                           for no, edition, own in rows if edition in {one.no for one in places.editions})
            if found or not address or not places.document:
                yield from found
                return
            address = address.rpartition(".")[0]

    def direct(self) -> list[_Found]:
        """Return the entries that hold all words, at least one of them in their own wording."""
        return sorted(one for candidate in all_words(self.index, self.query)
                      if (one := self._rated(candidate, len(self.query.units))))

    def whole(self) -> list[_Found]:
        """Return the smallest articles and clauses that hold all words only together with what hangs below them."""
        settled: list[int] = []
        found = []
        for candidate in wholes(self.index, self.query):  # the last first: what is inside comes before what holds it
            at = bisect_left(settled, candidate.id)
            if at < len(settled) and settled[at] <= candidate.last:
                continue
            if one := self._rated(candidate, len(self.query.units)):
                settled.insert(at, candidate.id)
                found.append(one._replace(last=candidate.last))
        return found

    def nearest(self, besides: Collection[int]) -> list[_Found]:
        """Return the entries that hold at least half of the words, besides those already found."""
        return [one._replace(missing=self._missing(candidate))
                for candidate in half_of_the_words(self.index, self.query)
                if candidate.id not in besides and (one := self._rated(candidate, (len(self.query.units) + 1) // 2))]

    def _rated(self, candidate: Candidate, least: int) -> _Found | None:
        if candidate.edition not in self.places:
            return None
        rated = rate(self.query, candidate.head, candidate.own, candidate.exact, candidate.around)
        if rated.held < least or not rated.own:
            return None
        worth = rated.score - handicap(self.query, Zone(candidate.zone), candidate.size,
                                       candidate.edition in self.late)
        return _Found(-worth, self.places[candidate.edition], candidate.id, candidate.own)

    def _missing(self, candidate: Candidate) -> tuple[str, ...]:
        return tuple(unit.typed for unit in self.query.units
                     if not any(way in candidate.own or way in candidate.around for way in unit.ways))

    def hit(self, one: _Found, alike: int) -> Hit:
        """Return a result with its words."""
        run = self.index.database.execute
        edition, address, citation, level, heading, text = run(
            "select edition, address, citation, level, heading, text from entry where id = ?", (one.id,)).fetchone()
        below = run("select heading, text from entry where id > ? and id <= ? order by id", (one.id, one.last))
        return Hit(edition=self.editions[edition], address=address, citation=citation, level=level, heading=heading,
                   text=text, score=-one.worth, below=" ".join(part for pair in below for part in pair if part),
                   is_cited=one.is_cited, missing=one.missing, alike=alike)
