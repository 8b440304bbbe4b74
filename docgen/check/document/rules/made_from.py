"""What a docgen document says it was made from is held against the workspace: templates, editions, hashes, clauses."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.messages import say
from docgen.model.address import find
from docgen.versions.gaps import gap_over


def provenance_is_true(reviewed: Reviewed) -> Iterator[Remark]:
    """Check every claim of the hidden part that can be checked; what cannot is no fault of the document."""
    made = reviewed.paper.made_from
    if made is None:
        return
    for name, sha256 in made.editions:
        edition = reviewed.law.registers.get(name)
        if edition is None:
            yield remark("review-made-from", "warning",
                         say("The file says it rests on {edition}, which no register knows.", edition=name),
                         say("It was made in another workspace, or changed by hand; nothing can be said of it."))
        elif sha256 and edition.sha256 and sha256 != edition.sha256:
            yield remark("review-made-from", "note",
                         say("The file was made from another wording of {edition} than the one held now.",
                             edition=name),
                         say("docgen log {edition} shows what was corrected since.", edition=name))
    if reviewed.templates_not_found:
        yield remark("review-made-from", "note",
                     say("No template here, now or in its history, is the one the file says it was made from: {files}.",
                         files=", ".join(reviewed.templates_not_found)),
                     say("It was made in another workspace or by another docgen, or the hidden part was changed; "
                         "docgen update can only compare it as a foreign file."))
    unknown: dict[str, None] = {}
    for clause in made.clauses:
        for basis in clause.basis:
            name, _, address = basis.partition(":")
            text = reviewed.law.texts.get(name)
            if text is not None and find(text, address) is None and not gap_over(text, address):
                unknown[basis] = None
    for basis in unknown:
        yield remark("review-made-from", "warning",
                     say("The file says that a clause rests on {basis}, which that text does not have.", basis=basis),
                     say("The hidden part was changed by hand or belongs to another wording; do not rely on it."))
