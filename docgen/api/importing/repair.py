"""Damage of character recognition repaired while a text is brought in: what the evidence decides, each repair a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from docgen.api.importing.reading import ReadSource, settled
from docgen.api.importing.request import ImportRequest
from docgen.errors import DocgenError
from docgen.messages import say
from docgen.model.finding import Finding
from docgen.model.tree import Regulation
from docgen.reader.damage import counts_with, repaired
from docgen.versions.legal_date import LegalDate
from docgen.versions.library import Library
from docgen.versions.register import BY_RULE, Correction


def with_repairs(library: Library, request: ImportRequest, read: ReadSource) -> ReadSource:
    """Return a file with its damage repaired by the counts of all other texts; what stays doubtful is a warning."""
    counts = counts_with(_others(library, request.edition)).without(read.regulation)
    found = repaired(read.regulation, counts)
    day = LegalDate(date.today().isoformat())
    rows = tuple(Correction(
        address=one.address, zone=one.zone, was=one.was, now=one.now, why=str(one.why),
        evidence=str(one.evidence) or str(one.why), by=BY_RULE, made_on=day) for one in found.repairs)
    doubts = tuple(Finding(
        code="import-doubtful", severity="warning", file=str(request.file), address=one.address or one.zone,
        message=say("'{word}' looks damaged; it was left as it is.", word=one.word),
        remedy=say("It may be: {candidates}. Decide with docgen check --review.",
                   candidates=", ".join(reading.text for reading in one.candidates[:3])) if one.candidates
        else say("Compare with the printed original; decide with docgen check --review.")) for one in found.doubtful)
    return replace(read, regulation=settled(found.regulation, request), corrections=rows,
                   findings=(*read.findings, *doubts))


def _others(library: Library, edition: str) -> Iterator[Regulation]:
    for other in library.registers.editions:
        if other.id != edition and other.completeness != "none":
            try:
                yield library.text(other).regulation
            except DocgenError:  # a text that cannot be read bears no witness
                continue
