"""Finding provisions: what is cited first, then what holds all words, best first; where nothing does, the nearest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from docgen.search.candidates import Group, groups, wholes
from docgen.search.cited import Cited, cited
from docgen.search.index import Index, IndexedEdition, Row
from docgen.search.query import Query, Unit, parse_query
from docgen.search.ranking import handicap, most_possible, rate

CITED = 1000
"""Score of what the query itself names; it comes first whatever words score."""


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

    `more`: there are further results beyond the limit. `absent`: what was cited does not exist; the first hit is then
    the provision above it, if there is one.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    more: bool = False
    nearest: bool = False
    absent: Cited | None = None


class _Found(NamedTuple):
    """A result on its way: what it is sorted by, its wording, and how it was found."""

    worth: int
    edition_place: int
    id: int
    own: str
    last: int = 0
    is_named: bool = False
    is_cited: bool = False


def find(index: Index, typed: str, *, limit: int = 10, among: Collection[str] | None = None,
         late: Collection[str] = ()) -> Answer:
    """Search the index. `among`: only these editions; `late`: editions no longer, or not yet, in force."""
    query = parse_query(typed)
    search = _Search(index, query, limit + 1, among, late)
    places = cited(typed, tuple(search.editions.values()))
    named = list(search.named(places)) if places else []
    found = search.direct()
    nearest = not found and places is None
    if nearest:
        whole = search.whole()
        besides = {one.id for one in whole}
        found = whole + [one for one in search.nearest() if one.id not in besides]
    taken = {one.id for one in named}
    results = named + [one for one in _repeats_last(sorted(found)) if one.id not in taken]
    missed = places is not None and not any(one.is_cited for one in named)
    return Answer(query, tuple(map(search.hit, results[:limit])), len(results) > limit, nearest and bool(found),
                  places if missed else None)


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

    def __init__(self, index: Index, query: Query, wanted: int, among: Collection[str] | None,
                 late: Collection[str]) -> None:
        self.index, self.query, self.wanted = index, query, wanted
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
            found = sorted(_Found(-CITED, self.places[edition], no, own, is_named=True,
                                  is_cited=address == places.address)
                           for no, edition, own in rows if edition in {one.no for one in places.editions})
            if found or not address or not places.document:
                yield from found
                return
            address = address.rpartition(".")[0]

    def direct(self) -> list[_Found]:
        """Return the best entries that hold all words, at least one of them in their own wording."""
        count = len(self.query.units)
        return [one for one, _ in self._best(groups(self.index, self.query, count, self.places, self.late), count)]

    def whole(self) -> list[_Found]:
        """Return the smallest articles and clauses that hold all words only together with what hangs below them."""
        settled: list[int] = []
        found = []
        for row in wholes(self.index, self.query, self.places):  # the last first: what is inside comes first
            at = bisect_left(settled, row.id)
            if at < len(settled) and settled[at] <= row.last:
                continue
            for one, _ in self._rated((row,), len(self.query.units)):
                settled.insert(at, row.id)
                found.append(one._replace(last=row.last))
        return found

    def nearest(self) -> list[_Found]:
        """Return entries that hold at least half of the words, and not many fewer than the best of them.

        Two must stand side by side as in the query, for single syllables stand everywhere; but of two words of which
        one stands nowhere, the other is enough.
        """
        count = len(self.query.units)
        alone = count == 2 and not all(map(self._is_anywhere, self.query.units))
        least = (count + 1) // 2
        found: list[tuple[_Found, int]] = []
        may_hold = sorted(groups(self.index, self.query, least, self.places, self.late), reverse=True)
        for held, alike in groupby(may_hold, attrgetter("held")):
            if held < least:
                break
            found += self._best(list(alike), least, together=not alone)
            least = max([least, *(best - max(1, count // 4) for _, best in found)])
        return [one for one, held in found if held >= least]

    def _is_anywhere(self, unit: Unit) -> bool:
        may_hold = groups(self.index, Query(unit.typed, (unit,)), 1, self.places, ())
        return any(unit.stands_in(row.own) or unit.stands_in(row.around)
                   for group in may_hold for row in group.rows(self.index))

    def _best(self, candidates: Iterable[Group], least: int, together: bool = False) -> list[tuple[_Found, int]]:
        """Rate entries, those first that can score most; stop when the others cannot be among the wanted any more."""
        query = self.query
        chances = sorted((handicap(query, one.zone, one.doublings, bool(one.is_late))
                          - most_possible(query, one.held, bool(one.has_head)), one) for one in candidates)
        found: list[tuple[_Found, int]] = []
        for chance, group in chances:
            better = {one.own for one, held in found if one.worth < chance and held >= group.held}
            if len(better) >= self.wanted:
                break
            rows = group.rows(self.index)
            found += self._rated((row for row in rows if self.query.runs_in(row.own)) if together else rows, least)
        return found

    def _rated(self, rows: Iterable[Row], least: int) -> Iterator[tuple[_Found, int]]:
        """Yield the entries that hold enough words, each with how many."""
        query = self.query
        for row in rows:
            score, held, own = rate(query, row.head, row.own, row.exact, row.around)
            if held >= least and own:
                worth = score - handicap(query, row.zone, row.doublings, row.edition in self.late)
                yield _Found(-worth, self.places[row.edition], row.id, row.own), held

    def hit(self, one: _Found) -> Hit:
        """Return a result with its words."""
        run = self.index.database.execute
        edition, address, citation, level, heading, text, wording = run(
            "select edition, address, citation, level, heading, text, wording from entry where id = ?", (one.id,)
        ).fetchone()
        alike = sum(number in self.places for (number,) in run(
            "select edition from entry where wording = ? and own = ? and id <> ?", (wording, one.own, one.id)))
        missing = tuple(unit.typed for unit in self.query.units for row in self.index.rows("id = ?", (one.id,))
                        if not unit.stands_in(row.own) and not unit.stands_in(row.around))
        below = run("select heading, text from entry where id > ? and id <= ? order by id", (one.id, one.last))
        return Hit(edition=self.editions[edition], address=address, citation=citation, level=level, heading=heading,
                   text=text, score=-one.worth, below=" ".join(part for pair in below for part in pair if part),
                   is_cited=one.is_cited, missing=() if one.is_named or one.last else missing, alike=alike)
