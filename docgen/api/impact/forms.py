"""What a change does to documents, in the form that is wanted: on the screen, as JSON, a workbook, a Word table."""

from __future__ import annotations

from pathlib import Path

from docgen.api.diff import as_json, dated, shared_paper
from docgen.api.impact.impact import Impact
from docgen.errors import WrongUsage
from docgen.messages import say
from docgen.publish.comparison_summary import warnings
from docgen.publish.impact_page import ImpactDocument, ImpactPage, ImpactRow
from docgen.publish.lines import PLAIN, Screen

ENDINGS = (".xlsx", ".docx")


def check_name(target: Path | None) -> None:
    """Refuse a name that does not tell what to write, before any work is done."""
    if target is not None and target.suffix.lower() not in ENDINGS:
        raise WrongUsage(say("The name {path} does not tell in which form to write.", path=target),
                         say("Let it end in {endings}.", endings=", ".join(ENDINGS)))


def written(result: Impact, target: Path) -> bytes:
    """Return the file that goes by this name."""
    page = page_of(result)
    if target.suffix.lower() == ".xlsx":
        from docgen.publish.impact_workbook import impact_workbook

        return impact_workbook(page)
    from docgen.publish.impact_table import impact_table

    return impact_table(page, shared_paper(result.compared.workspace, "comparison"))


def shown(result: Impact, screen: Screen = PLAIN) -> str:
    """Return the text for the screen."""
    from docgen.publish.impact_text import impact_text

    return impact_text(page_of(result), screen)


def json_of(result: Impact) -> str:
    """Return the JSON of the contract."""
    return as_json({"format": 1, **result.to_dict()}).decode()


def page_of(result: Impact) -> ImpactPage:
    """Put the result into the words all forms share."""
    view = result.compared.view
    documents = []
    for one in result.affected:
        assert one.resting is not None
        note = say("its hidden marks are gone: read by its citations and words, as a foreign document")
        documents.append(ImpactDocument(
            path=str(one.path), note=str(note) if one.resting.detached else "",
            rows=tuple(ImpactRow(clause=row.clause, words=row.words, how=row.how, old=row.old, new=row.new,
                                 kinds=row.kinds) for row in one.resting.affected)))
    return ImpactPage(old_name=view.old_name.title, new_name=view.new_name.title, counts=result.counts,
                      documents=tuple(documents), unreadable=tuple(str(one.refused) for one in result.unreadable),
                      remarks=(*warnings(view), *map(str, result.remarks)), dated=dated(result.compared))
