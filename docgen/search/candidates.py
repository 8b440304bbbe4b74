"""What may answer a query, taken from the index: by FTS5, or by going through every entry where SQLite has none.

Candidates are a few too many at most, never too few; rating decides. Both ways give the same results. They come in
groups of what can be told of them without reading their words, so that most of them need not be read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from docgen.search.index import Index, Row
from docgen.search.query import Query, Unit


class Group(NamedTuple):
    """Entries alike in what `handicap` takes off, whether they have a heading, and how many units they may hold."""

    held: int
    is_late: int
    zone: int
    doublings: int
    has_head: int
    ids: str

    def rows(self, index: Index) -> Iterator[Row]:
        """Yield the entries with their words."""
        return index.rows(f"e.id in ({self.ids})")


def groups(index: Index, query: Query, least: int, editions: Collection[int], late: Collection[int]) -> list[Group]:
    """Return the entries of these editions that may hold at least so many units in their own words or round them."""
    if not query.units:
        return []
    source, values = _by_lookup(query, least) if index.has_lookup else _one_by_one(query)
    return [Group._make(row) for row in index.database.execute(
        f"select held, edition in ({_listed(late)}), zone, doublings, has_head, group_concat(id) "
        f"from ({source}) join outline on id = number where held >= ? and edition in ({_listed(editions)}) "
        "group by 1, 2, 3, 4, 5", (*values, least))]


def wholes(index: Index, query: Query, editions: Collection[int]) -> Iterator[Row]:
    """Yield, the last first, articles and clauses that may hold every unit together with what hangs below them."""
    where, values = f"below > 0 and edition in ({_listed(editions)})", []
    if index.has_lookup:
        where += " and id in (select rowid from whole_words where whole_words match ?)"
        values = [" AND ".join(f"({_any_way(unit)})" for unit in query.units)]
    for top in list(index.rows(f"{where} order by id desc", values)) if query.units else ():
        below = list(index.rows(f"id between {top.id} and {top.last}"))
        yield top._replace(own="\n".join(row.own for row in below), exact="\n".join(row.exact for row in below),
                           doublings=sum(row.size for row in below).bit_length())


def _by_lookup(query: Query, least: int) -> tuple[str, list[object]]:
    """Return the numbers of entries, and how many units each may hold, as FTS5 knows them."""
    each = [_any_way(unit) for unit in query.units]
    match = "select rowid as number from own_words where own_words match ?"
    if least == len(each):
        return f"select number, {least} as held from ({match})", [" AND ".join(f"({one})" for one in each)]
    union = " union all ".join([match] * len(each))
    return f"select number, count(*) as held from ({union}) group by number", list(each)


def _one_by_one(query: Query) -> tuple[str, list[object]]:
    """Return the same, asking each entry for each unit."""
    one = "instr(own, ?) > 0 or instr(place || words, ?) > 0"
    held = " + ".join(f"({' or '.join([one] * len(unit.ways))})" for unit in query.units)
    return (f"select id as number, {held} as held from entry join around on no = around",
            [way for unit in query.units for way in unit.ways for _ in range(2)])


def _any_way(unit: Unit) -> str:
    return " OR ".join("(" + " AND ".join(f'"{word}"' for word in way.split()) + ")" for way in unit.ways)


def _listed(numbers: Collection[int]) -> str:
    return ",".join(map(str, sorted(numbers)))
