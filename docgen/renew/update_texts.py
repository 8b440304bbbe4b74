"""The lines of a Word file as the merge wants them: clause, rank, tables among them with a name of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.renew.merge import Para
from docgen.renew.merge_pairs import likeness
from docgen.word.editing import Cell, Line

_RANKS = {"DGChuong": "chapter", "DGTenChuong": "chapter_name", "DGMuc": "section", "DGDieu": "article",
          "DGKhoan": "clause", "DGDiem": "point", "DGGachDong": "dash", "DGDoan": "paragraph"}
"""Ranks by the styles of docgen's frames; other styles leave the rank to the printed number."""
_TABLE = "#bang-{number}"
_NAME = "#ten"
_SAME = 0.3
"""Share of words in common from which two tables, or two cells, are one."""


def paragraphs(lines: Sequence[Line], tables: Mapping[int, int]) -> tuple[Para, ...]:
    """Return lines for the merge; `tables` name the tables docgen wrote by their place among the lines."""
    made: list[Para] = []
    for place, line in enumerate(lines):
        if line.is_table:
            made.append(Para(line.text, _TABLE.format(number=tables[place]) if place in tables else "", "paragraph"))
            continue
        rank = _RANKS.get(line.style, "")
        clause, *more = line.marks or ("",)
        if not clause and rank == "chapter_name" and made and made[-1].rank == "chapter" and made[-1].clause:
            clause = made[-1].clause + _NAME
        made.append(Para(line.text, clause, rank, tuple(more)))
    return tuple(made)


def tables_of(lines: Sequence[Line]) -> dict[int, int]:
    """Number the tables docgen wrote, by their place among the lines."""
    places = [place for place, line in enumerate(lines) if line.is_table]
    return {place: number for number, place in enumerate(places)}


def same_tables(base: Sequence[Line], other: Sequence[Line]) -> dict[int, int]:
    """Return which tables of another text are which of docgen's: place there to number here, in their order."""
    mine = [(number, base[place]) for place, number in tables_of(base).items()]
    found: dict[int, int] = {}
    start = 0
    for place, line in enumerate(other):
        if not line.is_table:
            continue
        scored = [(likeness(_words(one), _words(line)), -at) for at, (_, one) in enumerate(mine) if at >= start]
        if not scored:
            break
        alike, at = max(scored)
        if alike >= _SAME:
            found[place] = mine[-at][0]
            start = -at + 1
    return found


def same_cells(base: Sequence[Cell], other: Sequence[Cell]) -> dict[int, int]:
    """Return which cells of another table are which here: by place if the tables have one shape, else by words."""
    if [(cell.row, cell.column) for cell in base] == [(cell.row, cell.column) for cell in other]:
        return {place: place for place in range(len(base))}
    found: dict[int, int] = {}
    start = 0
    for place, cell in enumerate(other):
        scored = [(likeness(one.text, cell.text), -at) for at, one in enumerate(base) if at >= start]
        if scored and max(scored)[0] >= _SAME:
            found[-max(scored)[1]] = place
            start = -max(scored)[1] + 1
    return found


def _words(table: Line) -> str:
    return "\n".join(cell.text for cell in table.cells)
