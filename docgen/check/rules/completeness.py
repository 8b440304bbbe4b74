"""A text called full has no gap in its body, one called partial says where it is cut."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.subject import Subject
from docgen.messages import say
from docgen.model.finding import Finding
from docgen.model.tree import Gap


def completeness_agrees(subject: Subject) -> Iterator[Finding]:
    """Compare what the register says of completeness with the gaps in the text."""
    for held in subject.texts:
        if held.edition is None:
            continue
        gap = next((node for node in held.regulation.walk() if isinstance(node, Gap)), None)
        if held.edition.completeness == "full" and gap is not None:
            yield Finding(
                code="completeness-differs", severity="error", file=held.file, line=gap.line,
                message=say("The register calls {edition} full, yet a gap stands here.", edition=held.edition.id),
                remedy=say("Write 'completeness: partial', or fill the gap from a source that is named."))
        elif held.edition.completeness == "partial" and gap is None:
            yield Finding(
                code="completeness-differs", severity="error", file=held.file,
                message=say("The register calls {edition} partial, yet no gap shows where text is missing.",
                            edition=held.edition.id),
                remedy=say("Mark the place with a line '> **[…]** from where to where', or write "
                           "'completeness: full'."))
