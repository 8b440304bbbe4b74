"""A new repair among the recorded corrections of a text: rows whose words it touches become one row with it."""

from __future__ import annotations

from dataclasses import replace

from docgen.model.places import Place
from docgen.model.tree import Regulation
from docgen.reader.damage.places import passages
from docgen.versions.register import Correction


def with_row(
    rows: tuple[Correction, ...], new: Correction, before: Regulation, after: Regulation,
) -> tuple[Correction, ...]:
    """Return the corrections with one more; each of them still stands in the text as it is after the repair."""
    here, there = _parts(before, new), _parts(after, new)
    place = next((place for place in here if here[place] != there[place]), None)
    if place is None:  # nothing changes: a word kept as printed
        return rows if any(_says(row, new) for row in rows) else (*rows, new)
    text, made = here[place], there[place]
    first = next((at for at, pair in enumerate(zip(text, made, strict=False)) if pair[0] != pair[1]), len(made))
    start = max(text.find(new.was), text.rfind(new.was, 0, first + len(new.was)))
    end = start + len(new.was)
    touched = [row for row in rows if (row.address, row.zone) == (new.address, new.zone) and row.now
               and row.now in text and row.now not in made]
    spans = {row: (text.find(row.now), text.find(row.now) + len(row.now)) for row in touched}
    start, end = min([start, *(span[0] for span in spans.values())]), max([end, *(span[1] for span in spans.values())])
    printed = text[start:end]
    for row in reversed(rows):
        if row in spans:
            printed = printed.replace(row.now, row.was, 1)
    now = made[start:end + len(made) - len(text)]
    others = tuple(row for row in rows if row not in spans)
    if printed == now and spans:  # a repair taken back
        return others
    reasons = [*(row.why for row in touched), new.why]
    return (*others, replace(new, was=printed, now=now, why=" ".join(dict.fromkeys(reasons))))


def _says(row: Correction, new: Correction) -> bool:
    return (row.address, row.zone, row.was, row.now) == (new.address, new.zone, new.was, new.now)


def _parts(regulation: Regulation, row: Correction) -> dict[Place, str]:
    return {place: words for place, words in passages(regulation)
            if (place.address, place.zone) == (row.address, row.zone)}
