"""What may answer a query, taken from the index: by FTS5, or by going through every entry where SQLite has none.

Candidates are a few too many at most, never too few; rating decides. Both ways give the same results.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.search.index import Index
from docgen.search.query import Query, Unit


class Candidate(NamedTuple):
    """An entry with the words it is rated by; `last` is the last entry that hangs below it."""

    id: int
    edition: int
    zone: int
    size: int
    last: int
    head: str
    own: str
    exact: str
    around: str


_COLUMNS = "e.id, e.edition, e.zone, e.size, e.id + e.below, e.head, e.own, {exact}, e.place || a.words"
_FROM = "from entry e join around a on a.no = e.around"
_IN_WORDS = "select rowid from {table} where {table} match ?"


def all_words(index: Index, query: Query) -> Iterator[Candidate]:
    """Yield the entries that may hold every unit in their own words or round them."""
    if not query.units:
        return iter(())
    if index.has_lookup:
        return _fetch(index, query, f"where e.id in ({_IN_WORDS.format(table='own_words')})", (_expression(query),))
    conditions = [_plain(unit) for unit in query.units]
    return _fetch(index, query, "where " + " and ".join(condition for condition, _ in conditions),
                  [value for _, values in conditions for value in values])


def half_of_the_words(index: Index, query: Query) -> Iterator[Candidate]:
    """Yield the entries that may hold at least half of the units."""
    least = (len(query.units) + 1) // 2
    if index.has_lookup:
        each = " union all ".join(_IN_WORDS.format(table="own_words") for _ in query.units)
        return _fetch(index, query, f"where e.id in (select rowid from ({each}) group by rowid having count(*) >= ?)",
                      [*(_any_way(unit) for unit in query.units), least])
    conditions = [_plain(unit) for unit in query.units]
    return _fetch(index, query, "where " + " + ".join(f"({condition})" for condition, _ in conditions) + " >= ?",
                  [*(value for _, values in conditions for value in values), least])


def wholes(index: Index, query: Query) -> Iterator[Candidate]:
    """Yield, the last first, articles and clauses that may hold every unit together with what hangs below them."""
    if not query.units:
        return
    where, values = "where e.below > 0", []
    if index.has_lookup:
        where += f" and e.id in ({_IN_WORDS.format(table='whole_words')})"
        values = [_expression(query)]
    tops = list(_fetch(index, query, where + " order by e.id desc", values))
    for top in tops:
        below = index.database.execute("select own, exact, size from entry where id between ? and ? order by id",
                                       (top.id, top.last)).fetchall()
        yield top._replace(own="\n".join(own for own, _, _ in below), exact="\n".join(exact for _, exact, _ in below),
                           size=sum(size for _, _, size in below))


def _fetch(index: Index, query: Query, where: str, values: Sequence[object]) -> Iterator[Candidate]:
    columns = _COLUMNS.format(exact="e.exact" if query.has_marks else "''")
    return map(Candidate._make, index.database.execute(f"select {columns} {_FROM} {where}", values))


def _expression(query: Query) -> str:
    return " AND ".join(f"({_any_way(unit)})" for unit in query.units)


def _any_way(unit: Unit) -> str:
    return " OR ".join("(" + " AND ".join(f'"{word}"' for word in way.split()) + ")" for way in unit.ways)


def _plain(unit: Unit) -> tuple[str, list[str]]:
    """Return the condition that an entry holds a unit, for SQLite alone."""
    one = "instr(e.own, ?) > 0 or instr(e.place || a.words, ?) > 0"
    return f"({' or '.join([one] * len(unit.ways))})", [way for way in unit.ways for _ in range(2)]
