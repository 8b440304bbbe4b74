"""Every correction the register records stands in the text, at the place it names."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.subject import Subject
from docgen.messages import say
from docgen.model.address import find
from docgen.model.finding import Finding
from docgen.model.tree import Gap, Line, Node, Provision, Regulation
from docgen.versions.library import HeldText
from docgen.versions.register import Correction, Edition


def corrections_stand(subject: Subject) -> Iterator[Finding]:
    """Look up the place of each correction and see that the corrected words are there."""
    for work, edition in subject.entries():
        held = subject.text_of(edition)
        for correction in edition.corrections:
            if held is None:
                yield Finding(
                    code="correction-without-text", severity="error", file=work.file, line=correction.line,
                    message=say("{edition} records a correction, but its text is not held.", edition=edition.id),
                    remedy=say("Take the correction away, or bring the text back."))
            else:
                yield from _stands(correction, edition, held, work.file)


def _stands(correction: Correction, edition: Edition, held: HeldText, file: str) -> Iterator[Finding]:
    if correction.address:
        provision = find(held.regulation, correction.address)
        if provision is None:
            yield Finding(
                code="correction-place", severity="error", file=file, line=correction.line,
                address=correction.address,
                message=say("{edition} has no {address}, where a correction is recorded.", edition=edition.id,
                            address=correction.address),
                remedy=say("Correct the address; docgen show {edition} prints the text as it stands.",
                           edition=edition.id))
            return
        words = " ".join((provision.label, provision.heading, provision.text))
    else:
        words = zone_words(held.regulation, correction.zone)
    if correction.now not in words:
        yield Finding(
            code="correction-not-in-text", severity="error", file=file, line=correction.line,
            address=correction.address,
            message=say("The corrected words '{now}' do not stand in {place} of {edition}.", now=correction.now,
                        place=correction.address or correction.zone, edition=edition.id),
            remedy=say("Make the text and the recorded correction agree."))


def zone_words(regulation: Regulation, zone: str) -> str:
    """Return all words of one zone of the paper, line by line."""
    zones: dict[str, tuple[Line | Node, ...]] = {
        "letterhead": regulation.letterhead, "stamps": regulation.stamps, "title": regulation.title,
        "preamble": regulation.preamble, "body": regulation.provisions, "closing": regulation.closing,
        "recipients": regulation.recipients, "signature": regulation.signature, "copy-note": regulation.copy_note,
    }
    lines: list[str] = [regulation.recipients_heading] if zone == "recipients" else []
    for part in zones.get(zone, ()):
        if isinstance(part, str):
            lines.append(part)
        elif isinstance(part, Provision):
            lines += [" ".join((node.label, node.heading, node.text)) for node in part.walk()
                      if not isinstance(node, Gap)]
    return "\n".join(lines)
