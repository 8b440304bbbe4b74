"""The lines of a Word file as the merge wants them: clause, rank, tables among them with a name of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.renew.merge import Para
from docgen.renew.merge_pairs import likeness
from docgen.word.editing import Cell, Line

_RANKS = {"DG Chương": "chapter", "DG Tên chương": "chapter_name", "DG Mục": "section", "DG Điều": "article",
          "DG Khoản": "clause", "DG Điểm": "point", "DG Gạch đầu dòng": "dash", "DG Đoạn": "paragraph"}
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
            made.append(Para(line.text, _TABLE.format(number=tables[place]) if place in tables else "", "note"))
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
    """Return which tables of another text are which of docgen's: place there to number here, in their order.

    As many tables are taken one by one; where some were put in or taken out, the order with most words in common.
    """
    mine = [base[place] for place in tables_of(base)]
    places = list(tables_of(other))
    if len(mine) == len(places):
        return {place: number for number, place in enumerate(places)}
    return {places[at]: number for number, at in _chained([[likeness(_words(one), _words(other[place]))
                                                            for place in places] for one in mine])}


def _chained(alike: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the pairs that never cross and have most in common."""
    rows, columns = len(alike), len(alike[0]) if alike else 0
    best: list[list[tuple[float, tuple[tuple[int, int], ...]]]] = [
        [(0.0, ())] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows):
        for column in range(columns):
            choices = [best[row][column + 1], best[row + 1][column]]
            if alike[row][column] >= _SAME:
                weight, pairs = best[row][column]
                choices.append((weight + alike[row][column], (*pairs, (row, column))))
            best[row + 1][column + 1] = max(choices, key=lambda choice: choice[0])
    return list(best[rows][columns][1])


def same_cells(base: Sequence[Cell], other: Sequence[Cell]) -> dict[int, int]:
    """Return which cells of another table are which here: by place if the tables have one shape, else by words."""
    if [(cell.row, cell.column) for cell in base] == [(cell.row, cell.column) for cell in other]:
        return {place: place for place in range(len(base))}
    return dict(_chained([[likeness(one.text, cell.text) for cell in other] for one in base]))


def _words(table: Line) -> str:
    return "\n".join(cell.text for cell in table.cells)
