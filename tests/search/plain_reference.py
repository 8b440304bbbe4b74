"""The search written a second time, straight from docs/tim-kiem.md and as simply as can be: every entry is rated.

It shares the entries, the query's words and the abbreviations with the product, and nothing of how answers are found,
rated and put in order. So it is also what an implementation for a page can be held against.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from docgen.search.entry import Entry, SearchText, entries
from docgen.search.query import Query, Unit, parse_query


@dataclass(frozen=True, slots=True)
class Found:
    place: str
    score: int
    wording: str


def answer(texts: Sequence[SearchText], typed: str, late: Collection[str] = ()) -> tuple[list[Found], bool]:
    """Return all results of a query that cites nothing, and whether they are only the nearest."""
    query = parse_query(typed)
    rows = [(text, number, entry) for text in texts for number, entry in enumerate(entries(text, text.load()))]
    rows.sort(key=lambda row: row[1])
    rows.sort(key=lambda row: row[0].edition)
    rows.sort(key=lambda row: row[0].issued_on, reverse=True)
    rows.sort(key=lambda row: row[0].edition in late)  # of equals: in force, newer, id, place
    count = len(query.units)
    if not count:
        return [], False
    least = (count + 1) // 2
    rated = [(entry, *made) for text, _, entry in rows if (made := _rated(
        query, text, entry, own=entry.own, exact=entry.exact, size=entry.size, late=late, least=least))]
    direct = [found for _, found, held in rated if held == count]
    if direct:
        return _in_order(direct), False
    wholes = _wholes(query, texts, late)
    taken = {found.place for found in wholes}
    alone = count == 2 and any(not any(_in(unit, entry.own) or _in(unit, entry.place + entry.around)
                                       for _, _, entry in rows) for unit in query.units)
    near = [(found, held) for entry, found, held in rated if alone or _runs(query, entry.own)]
    best = max((held for _, held in near), default=0)
    near = [made for made in near if made[1] >= best - max(1, count // 4)]
    order = {f"{text.edition}:{entry.address}": place for place, (text, _, entry) in enumerate(rows)}
    both = wholes + [found for found, _ in near if found.place not in taken]
    return _in_order(sorted(both, key=lambda found: order[found.place])), bool(both)


def _rated(query: Query, text: SearchText, entry: Entry, *, own: str, exact: str, size: int, late: Collection[str],
           least: int) -> tuple[Found, int] | None:
    around = entry.place + entry.around
    score = 0
    held = [unit for unit in query.units if _in(unit, own) or _in(unit, around)]
    inside = [unit for unit in query.units if _in(unit, own)]
    for unit in held:
        if unit in inside:
            score += 10 * unit.length + 12 * (unit.length - 1)
            score += 5 * unit.length if _in(unit, entry.head) else 0
            score += 4 * unit.length if unit.marked and unit.marked in exact else 0
        else:
            score += 3 * unit.length
    for pair in query.pairs:
        if _in(pair, own):
            score += 12 + (6 if _in(pair, entry.head) else 0) + (4 if pair.marked and pair.marked in exact else 0)
        elif _in(pair, around):
            score += 3
    if query.whole and _in(query.whole, own):
        score += 8 + (15 if _in(query.whole, entry.head) else 0)
    doublings = len(bin(size)) - 2 if size else 0
    score -= 2 * doublings + {0: 0, 1: 5, 2: 5, 3: 8}[entry.zone] * sum(unit.length for unit in query.units)
    score -= 10 if text.edition in late else 0
    found = Found(f"{text.edition}:{entry.address}", score, own)
    return (found, len(held)) if inside and len(held) >= least else None


def _wholes(query: Query, texts: Sequence[SearchText], late: Collection[str]) -> list[Found]:
    """Return the provisions that hold all words only together with what hangs below them, none above another."""
    made = []
    for text in texts:
        own = list(entries(text, text.load()))
        inside: list[int] = []
        for place in reversed(range(len(own))):
            entry = own[place]
            if not entry.is_whole or any(place < one <= place + entry.below for one in inside):
                continue
            part = own[place:place + entry.below + 1]
            rated = _rated(query, text, entry, own="\n".join(one.own for one in part),
                           exact="\n".join(one.exact for one in part), size=sum(one.size for one in part), late=late,
                           least=len(query.units))
            if rated:
                made.append(rated[0])
                inside.append(place)
    return made


def _in_order(found: Sequence[Found]) -> list[Found]:
    """Best first, the order handed in among equals; then every further one of a wording that was there before."""
    sorted_ones = sorted(found, key=lambda one: -one.score)
    first = [one for place, one in enumerate(sorted_ones)
             if one.wording not in {other.wording for other in sorted_ones[:place]}]
    return first + [one for one in sorted_ones if one not in first]


def _runs(query: Query, own: str) -> bool:
    return any(_in(pair, own) for pair in query.pairs) or any(
        way in own for unit in query.units for way in unit.ways if len(way.split()) > 1)


def _in(unit: Unit, words: str) -> bool:
    return any(way in words for way in unit.ways)
