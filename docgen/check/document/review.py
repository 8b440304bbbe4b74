"""All rules over one document: the findings in the order of print, each with paragraph and address."""

from __future__ import annotations

from dataclasses import replace

from docgen.check.document.remark import Remark, remark
from docgen.check.document.rules import CELL, PARTY_FORM, RULES
from docgen.check.document.rules.names_of_the_cell import is_of_another_cell
from docgen.check.document.subject import Reviewed
from docgen.messages import say

_SEVERITY = {"error": 0, "warning": 1, "note": 2}


def review_document(reviewed: Reviewed) -> tuple[Remark, ...]:
    """Hold a document against every rule; not against another cell's facts, nor a state paper against Party form."""
    stranger = is_of_another_cell(reviewed)
    if stranger:
        assert reviewed.facts is not None
        other = remark("review-cell-other", "error",
                       say("The document never names {name}: it is another cell's.", name=reviewed.facts.text("name")),
                       say("Name the cell it belongs to after --cell."))
        reviewed = replace(reviewed, facts=None)
    left_out = (*(CELL if stranger else ()), *((*CELL, *PARTY_FORM) if reviewed.is_of_the_state else ()))
    found = [one for rule in RULES if rule not in left_out for one in rule(reviewed)]
    placed = {(_placed(reviewed, one)): None for one in ([other, *found] if stranger else found)}
    return tuple(sorted(placed, key=lambda one: (one.line, _SEVERITY[one.finding.severity], one.finding.code)))


def _placed(reviewed: Reviewed, one: Remark) -> Remark:
    """Fill in the file, the number of the paragraph in it, and the address in the document."""
    paper = reviewed.paper
    if not 0 <= one.line < len(paper.lines):
        return replace(one, line=-1, finding=one.finding.within(paper.name))
    return replace(one, finding=replace(one.finding, file=paper.name, line=paper.lines[one.line].place + 1,
                                        address=one.finding.address or paper.addresses[one.line]))
