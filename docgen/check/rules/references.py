"""Every reference in a text leads somewhere: inside the text, or into another text that is held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.check.subject import Subject
from docgen.messages import Message, say
from docgen.model.address import find, walk
from docgen.model.citation import Reference
from docgen.model.finding import Finding, Severity
from docgen.model.level import Level
from docgen.model.references import references
from docgen.model.tree import Provision
from docgen.versions.edition_id import slug
from docgen.versions.gaps import gap_over
from docgen.versions.legal_date import parse_legal_date
from docgen.versions.library import HeldText
from docgen.versions.register import Edition


def references_resolve(subject: Subject) -> Iterator[Finding]:
    """Look up everything the texts point to; a document is remarked on once in a text, at its first mention."""
    for held in subject.texts:
        remarked: set[tuple[str, str]] = set()
        own_articles = any(node.level is Level.ARTICLE for _, node in walk(held.regulation))
        for address, node in walk(held.regulation):
            place = _Place(held, address, node)
            for reference in references(f"{node.heading}\n{node.text}", here=address):
                if _is_own(reference, held):
                    # a text without Điều cannot point to an Điều of its own: it means the document it is about
                    if reference.address and own_articles:
                        yield from _into(place, held, reference)
                    continue
                editions = _meant(subject, reference)
                target = subject.text_of(editions[0]) if len(editions) == 1 else None
                if target is not None:
                    yield from _into(place, target, reference)
                    continue
                for finding in _document(place, subject, reference, editions):
                    key = (finding.code, slug(reference.document))
                    if key not in remarked:
                        remarked.add(key)
                        yield finding


@dataclass(frozen=True, slots=True)
class _Place:
    """The provision that speaks."""

    held: HeldText
    address: str
    node: Provision

    def finding(self, code: str, severity: Severity, message: Message, remedy: Message) -> Finding:
        return Finding(code=code, severity=severity, file=self.held.file, line=self.node.line, address=self.address,
                       message=message, remedy=remedy)


def _is_own(reference: Reference, held: HeldText) -> bool:
    own = held.edition.number if held.edition else held.regulation.meta("number")
    return not reference.document or (bool(own) and slug(reference.document) == slug(own))


def _meant(subject: Subject, reference: Reference) -> tuple[Edition, ...]:
    if numbered := subject.registers.numbered(reference.document, parse_legal_date(reference.dated)):
        return numbered
    name = slug(reference.document)
    return tuple(edition for edition in subject.registers.editions if not edition.number and slug(edition.kind) == name)


def _into(place: _Place, target: HeldText, reference: Reference) -> Iterator[Finding]:
    """Look an address up in a held text."""
    if not reference.address or find(target.regulation, reference.address) is not None:
        return
    name = target.edition.id if target.edition else target.file
    if gap_over(target.regulation, reference.address):
        yield place.finding(
            "reference-not-held", "note",
            say("This points to {target} of {name}, which is not held.", target=reference.address, name=name),
            say("It can be checked once the missing part is brought in."))
    else:
        yield place.finding(
            "reference-unresolved", "warning",
            say("This points to {target}, which {name} does not have.", target=reference.address, name=name),
            say("Compare with the printed original; a number may be misread."))


def _document(place: _Place, subject: Subject, reference: Reference,
              editions: tuple[Edition, ...]) -> Iterator[Finding]:
    """Remark on a document whose text cannot be looked into."""
    document = reference.document
    if len(editions) > 1:
        yield place.finding(
            "reference-ambiguous", "note",
            say("{document} can be any of: {candidates}.", document=document,
                candidates=", ".join(one.id for one in editions)),
            say("The text gives no date that tells them apart."))
    elif editions:
        if reference.address:
            yield place.finding(
                "reference-text-not-held", "note",
                say("This points into {edition}, whose text is not held.", edition=editions[0].id),
                say("It can be checked once that text is brought in."))
    elif same_number := subject.registers.numbered(document):
        yield place.finding(
            "reference-date", "warning",
            say("{document} is cited with the date {date}; the registers know this number of {known}.",
                document=document, date=reference.dated,
                known=", ".join(one.issued_on.to_json() or "?" for one in same_number)),
            say("It may be another document of the same number; if so, add it to a register."))
    else:
        yield place.finding(
            "reference-unknown-document", "note",
            say("{document} is cited; no register knows it.", document=document),
            say("Nothing must be done; an entry in a register would make it known."))
