"""Repairing what the evidence decides, each repair with enough words round it that it is found again and undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from docgen.model.places import Place, with_words
from docgen.model.tree import Regulation
from docgen.reader.damage.counts import Counts
from docgen.reader.damage.damage import Damage, Repair, Repaired
from docgen.reader.damage.finding import find_damage
from docgen.reader.damage.places import passages

_LOOKED_UP = ("text", "heading", "label")
"""The order in which a recorded correction is looked for in a provision."""


def repaired(regulation: Regulation, counts: Counts) -> Repaired:
    """Repair a regulation wherever the evidence decides; all else is handed back as doubtful, nothing is invented."""
    found = find_damage(regulation, counts)
    made, repairs = with_repairs(regulation, [one for one in found if one.repair is not None])
    recorded = {(one.address, one.zone) for one in repairs}
    doubtful = tuple(replace(one, repair=None) for one in found
                     if one.repair is None or (one.address, one.zone) not in recorded)
    return Repaired(made, repairs, doubtful)


def with_repairs(regulation: Regulation, decided: Sequence[Damage]) -> tuple[Regulation, tuple[Repair, ...]]:
    """Put decided readings in; a place whose repairs could not be told apart again afterwards is left as it is."""
    words = dict(passages(regulation))
    order = {place: number for number, place in enumerate(words)}
    decided = sorted(decided, key=lambda one: (order[_place(one)], one.start))
    repairs: list[Repair] = []
    after: dict[Place, str] = {}
    for (address, zone), group in groupby(decided, key=lambda one: (one.address, one.zone)):
        here = {place: text for place, text in words.items() if (place.address, place.zone) == (address, zone)}
        rows = _rows(here, list(group))
        for row in rows:
            after[row.place] = after.get(row.place, here[row.place])
            repairs.append(Repair(address=address, zone=zone, was=row.was, now=row.now, why=row.first.why,
                                  evidence=row.first.evidence))
        after |= _made(here, [edit for row in rows for edit in row.edits])
    return with_words(regulation, after), tuple(repairs)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the register to be: its edits, and the words with their neighbours before and after."""

    place: Place
    edits: tuple[Damage, ...]
    was: str
    now: str

    @property
    def first(self) -> Damage:
        """Return the edit that says why; neighbours repaired in one row share its reason."""
        return self.edits[0]


def _rows(here: Mapping[Place, str], edits: Sequence[Damage]) -> list[_Row]:
    """Return the rows of one address or zone, with as few words beside each repair as telling them apart needs."""
    made = _made(here, edits)
    for beside in range(1, max(len(text.split()) for text in here.values()) + 2):
        rows = [row for place in here for row in _with_neighbours(place, here[place], edits, beside)]
        if _undone(made, rows) == here:
            return rows
    return []


def _made(here: Mapping[Place, str], edits: Sequence[Damage]) -> dict[Place, str]:
    after = dict(here)
    for edit in sorted(edits, key=lambda one: -one.start):
        text = after[_place(edit)]
        after[_place(edit)] = text[:edit.start] + (edit.repair or "") + text[edit.end:]
    return after


def _with_neighbours(place: Place, text: str, edits: Sequence[Damage], beside: int) -> list[_Row]:
    """Return the rows of one stretch of words; repairs whose neighbours overlap become one row."""
    spans: list[tuple[int, int, list[Damage]]] = []
    for edit in (one for one in edits if _place(one) == place):
        start, end = _widened(text, edit.start, edit.end, beside)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]), [*spans[-1][2], edit])
        else:
            spans.append((start, end, [edit]))
    rows = []
    for start, end, group in spans:
        now = text[start:end]
        for edit in reversed(group):
            now = now[:edit.start - start] + (edit.repair or "") + now[edit.end - start:]
        rows.append(_Row(place, tuple(group), text[start:end], now))
    return rows


def _widened(text: str, start: int, end: int, beside: int) -> tuple[int, int]:
    """Return the span of a word with so many words on either side."""
    before, after = text[:start].split(), text[end:].split()
    glued_before = bool(text[:start]) and not text[start - 1].isspace()
    glued_after = bool(text[end:]) and not text[end].isspace()
    left = before[max(0, len(before) - beside - glued_before):]
    right = after[:beside + glued_after]
    first = start
    for word in reversed(left):
        first = text.rindex(word, 0, first)
    last = end
    for word in right:
        last = text.index(word, last) + len(word)
    return first, last


def _undone(made: Mapping[Place, str], rows: Sequence[_Row]) -> dict[Place, str]:
    """Undo rows as the register's corrections are undone: the last first, where their words are found first."""
    now = dict(made)
    for row in reversed(rows):
        if row.place.address:
            parts = [place for part in _LOOKED_UP if (place := Place(row.place.address, part=part)) in now]
            places = [place for place in parts if row.now in now[place]][:1]
        else:
            places = [place for place in now if row.now in now[place]]
        if not row.now or not places:
            return {}
        for place in places:
            now[place] = now[place].replace(row.now, row.was, 1)
    return now


def _place(damage: Damage) -> Place:
    return Place(damage.address, damage.zone, damage.part)
