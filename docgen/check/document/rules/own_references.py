"""References inside the document lead to a provision it has."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.messages import say
from docgen.model.address import walk
from docgen.model.citation import cite
from docgen.model.level import Level


def own_references_lead_somewhere(reviewed: Reviewed) -> Iterator[Remark]:
    """Look up every Điều, khoản and điểm that the document names of itself."""
    regulation = reviewed.paper.regulation
    places = dict(walk(regulation))
    if not any(node.level is Level.ARTICLE for node in places.values()):
        return
    for cited in reviewed.citations:
        if cited.document or not cited.address or cited.address in places or cited.line not in reviewed.parts.articles:
            continue
        parts = cited.address.split(".")
        held = next((".".join(parts[:length]) for length in range(len(parts) - 1, 0, -1)
                     if ".".join(parts[:length]) in places), "")
        yield remark("review-reference-nowhere", "error",
                     say("This points to {place}, which the document does not have{but}.", place=cite(cited.address),
                         but=say("; {held} has no such part", held=cite(held)) if held else ""),
                     say("Name the provision that is meant; numbers may have changed since this was written."),
                     line=cited.line, words=reviewed.words_at(cited.line, cited.start, cited.end))
