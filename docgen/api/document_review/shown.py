"""A review as it is told: every finding with its line, every obligation with the places that meet it."""

from __future__ import annotations

from docgen.api.document_review.review import DocumentReview
from docgen.draft.dates import numeric_day
from docgen.messages import Message, say
from docgen.model.citation import cite
from docgen.publish.document_review import Shown, ShownObligation, ShownReview


def shown_review(result: DocumentReview) -> ShownReview:
    """Return what is told about a document, in the terminal and in the Word copy."""
    reviewed = result.reviewed
    lines = reviewed.paper.lines
    findings = tuple(
        Shown(finding=one.finding, place=lines[one.line].place if one.line >= 0 else -1, words=one.words,
              line=lines[one.line].text if one.line >= 0 else "") for one in result.found)
    obligations = []
    for met in result.met:
        edition = reviewed.law.registers.get(met.obligation.edition)
        places = [cite(address) if (address := reviewed.paper.addresses[line]) else str(
            say("paragraph {number}", number=lines[line].place + 1)) for line in met.lines]
        obligations.append(ShownObligation(
            says=met.obligation.says, places=tuple(dict.fromkeys(places)),
            source=cite(met.obligation.address, edition.name if edition else met.obligation.edition)))
    return ShownReview(name=reviewed.paper.name, about=_about(result), findings=findings,
                       obligations=tuple(obligations), not_held_against=_not_held_against(result))


def _about(result: DocumentReview) -> Message:
    reviewed = result.reviewed
    day = numeric_day(reviewed.today)
    if reviewed.issued is None:
        return say("{file}: reviewed by the law of {day}; the document has no whole date yet.",
                   file=reviewed.paper.name, day=day)
    return say("{file}, dated {dated}: reviewed by the law of that day and of {day}.", file=reviewed.paper.name,
               dated=numeric_day(reviewed.issued), day=day)


def _not_held_against(result: DocumentReview) -> tuple[Message, ...]:
    reviewed = result.reviewed
    found = []
    if reviewed.facts is None:
        found.append(say("It was not held against the facts of a cell; for that add --cell CELL."))
    if reviewed.is_of_the_state:
        found.append(say("It is a paper in the form of the state; it was not held against the form of Party papers."))
    if not result.met:
        found.append(say("It was not held against the obligations of a framework: none is cited, or the document is "
                         "neither working rules nor an agreement."))
    return tuple(found)
