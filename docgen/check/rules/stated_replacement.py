"""What a text itself says it replaces stands in its register entry, with the same number and date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.subject import Subject
from docgen.messages import Message, say
from docgen.model.address import walk
from docgen.model.finding import Finding
from docgen.model.references import references
from docgen.versions.edition_id import slug
from docgen.versions.legal_date import parse_legal_date
from docgen.versions.library import HeldText
from docgen.versions.register import Replacement

_REPLACES = re.compile(r"(?:Quy định|Hướng dẫn|Quy chế|Quyết định|Chỉ thị|Kết luận)\s+này\s.{0,60}?thay thế\s+([^.;]+)")


def stated_replacements(subject: Subject) -> Iterator[Finding]:
    """Read "Quy định này thay thế …" in each text and compare it with the register."""
    for held in subject.texts:
        if held.edition is None:
            continue
        for address, node in walk(held.regulation):
            for sentence in _REPLACES.finditer(node.text):
                for reference in references(sentence[1]):
                    if not reference.document or reference.address:
                        continue
                    said = next((one for one in held.edition.replaces if slug(one.number) == slug(
                        reference.document)), None)
                    if message := _disagreement(held, said, reference.document, reference.dated):
                        yield Finding(
                            code="replacement-not-as-stated", severity="error", file=held.file, line=node.line,
                            address=address, message=message,
                            remedy=say("Make 'replaces' in the register say what the text says."))


def _disagreement(held: HeldText, said: Replacement | None, number: str, dated: str) -> Message | None:
    edition = held.edition.id if held.edition else held.file
    if said is None:
        return say("The text says that it replaces {number}; the entry of {edition} does not.", number=number,
                   edition=edition)
    printed = parse_legal_date(dated)
    if printed and said.issued_on and not said.issued_on.may_be(printed):
        return say("The text says that it replaces {number} of {printed}; the entry of {edition} says of {issued}.",
                   number=number, printed=printed, edition=edition, issued=said.issued_on)
    return None
