"""Documents that a change of the law touches, as a workbook to share out: a row a clause, then one for each file."""

from __future__ import annotations

import re

from docgen.messages import say
from docgen.publish.impact_page import ImpactPage
from docgen.publish.word_changes import capital
from docgen.reader.workbook.writing import Column, SheetToFill, write_workbook

_CONTROL = re.compile("[\x00-\x1f]")
_MOST = 32000
"""Characters a cell of a workbook may hold, a few to spare."""


def impact_workbook(page: ImpactPage) -> bytes:
    """Return the .xlsx; the same page gives the same bytes."""
    clauses = SheetToFill(
        str(say("Clauses to look at")),
        tuple(Column(str(one)) for one in (say("Document"), say("Place"), say("Words"), say("Rests on"),
                                           say("What became of it"), say("Who does it"), say("What was done"))),
        tuple(tuple(map(_cell, (one.path, capital(row.place), row.words, capital(row.ground), capital(page.now(row)),
                                "", ""))) for one in page.documents for row in one.rows))
    about = SheetToFill(str(say("About this list")), (), tuple((_cell(line),) for line in (
        page.title, page.summary, *page.remarks,
        *(f"{one.path}: {one.note}" for one in page.documents if one.note), *page.unreadable)))
    return write_workbook((clauses, about))


def _cell(text: str) -> str:
    return _CONTROL.sub(" ", text)[:_MOST]
