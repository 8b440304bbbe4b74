"""Documents that a change of the law touches, as a Word table to hand round: A4 on its side, one row a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.messages import say
from docgen.publish.comparison_table import WIDTHS, head_cell
from docgen.publish.impact_page import ImpactPage
from docgen.publish.word_changes import capital
from docgen.word.paper import Paper
from docgen.word.table import Cell, Letters, Paragraph, paragraph, plain, table

_GREY = "E7E6E6"
_COLUMNS = (WIDTHS[0], 5000, 2900, sum(WIDTHS) - WIDTHS[0] - 5000 - 2900 - 1700, 1700)
"""Twentieths of a point: number, clause, ground, what became of it, room to write what was done."""


def impact_table(page: ImpactPage, paper: Paper) -> bytes:
    """Return the .docx; the same page gives the same bytes."""
    return paper.written("".join(_body(page)), title=page.title, dated=page.dated)


def _body(page: ImpactPage) -> Iterator[str]:
    yield paragraph(plain("DGTenBang", str(say("DOCUMENTS TO LOOK AT"))))
    yield paragraph(plain("DGDuoiTenBang", page.title))
    for remark in page.remarks:
        yield paragraph(plain("DGCanhBao", remark))
    yield paragraph(plain("DGLoiBang", page.summary))
    if page.documents:
        head = (say("No."), say("Clause of the document"), say("Rests on"), say("What became of it"),
                say("What was done"))
        yield table(_COLUMNS, [head_cell(str(one)) for one in head], _rows(page))
    yield paragraph(plain("DGCuoi", ""))
    if page.unreadable:
        yield paragraph(Paragraph("DGLoiBang", (Letters(str(say("Could not be read:")), "DGDam"),)))
    for sentence in page.unreadable:
        yield paragraph(plain("DGLoiBang", f"- {sentence}"))


def _rows(page: ImpactPage) -> Iterator[Sequence[Cell]]:
    number = 0
    for one in page.documents:
        said = f"{one.path} ({one.note})" if one.note else one.path
        yield [Cell((Paragraph("DGOBang", (Letters(said, "DGDam"),)),), len(_COLUMNS), _GREY)]
        for row in one.rows:
            number += 1
            yield [Cell((plain("DGOGiua", str(number)),)),
                   Cell((Paragraph("DGOBang", (Letters(f"{capital(row.place)}: ", "DGDam"), Letters(row.words))),)),
                   Cell((plain("DGOTrai", capital(row.ground)),)),
                   Cell((plain("DGOTrai", f"{capital(page.now(row))}."),)), Cell((plain("DGOTrai", ""),))]
