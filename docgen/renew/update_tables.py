"""Tables docgen's frame gained or lost, or changed after a person took them out: told, not put in or taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.messages import say
from docgen.renew.update_texts import tables_of
from docgen.word.editing import Line


@dataclass(frozen=True, slots=True)
class TableTold:
    """What is told of one table: beside the line `near`, one of the person's (`theirs`) or one docgen writes now."""

    near: int
    theirs: bool
    text: str


def tables_told(
    base: Sequence[Line], theirs: Sequence[Line], new: Sequence[Line], held: Mapping[int, int], made: Mapping[int, int],
) -> Iterator[TableTold]:
    """Yield every table only one text of docgen's has; `held` and `made` say which of then the others are, by place."""
    for place, number in sorted(held.items()):
        if number not in made.values():
            yield TableTold(place, True, str(say(
                "docgen no longer prints this table. It stands as it is; take it out by hand if it is not needed.")))
    before = {number: place for place, number in tables_of(base).items()}
    own = [words_of(line) for place, line in enumerate(theirs) if line.is_table and place not in held]
    for place in tables_of(new):
        line = new[place]
        if place not in made:
            if words_of(line) not in own:
                yield TableTold(place, False, str(say(
                    "docgen would now print a table here, which is not put in: {now}. If it is wanted, draft the "
                    "document anew with docgen draft and copy the table from there.", now=words_of(line))))
        elif made[place] not in held.values() and words_of(line) != words_of(base[before[made[place]]]):
            yield TableTold(place, False, str(say(
                "Here docgen wrote a table, which you have taken out. It would hold now: {now}. Nothing was put back.",
                now=words_of(line))))


def words_of(table: Line) -> str:
    """Return what a table holds, in one line: its cells with a bar between."""
    return " | ".join(f"“{' '.join(cell.text.split())}”" for cell in table.cells if cell.text.strip()) or "-"
