"""The hash of every held text is the one in its register: nobody changed the wording unnoticed."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.subject import Subject
from docgen.messages import say
from docgen.model.finding import Finding


def hashes_match(subject: Subject) -> Iterator[Finding]:
    """Compare each held text with the hash its register records."""
    for held in subject.texts:
        if held.edition is None:
            continue
        recorded = held.edition.sha256
        if not recorded:
            yield Finding(
                code="hash-missing", severity="error", file=held.file,
                message=say("The register records no hash for {edition}.", edition=held.edition.id),
                remedy=say("Once the text is proofread, add the line 'sha256: {hash}' to its entry.",
                           hash=held.sha256))
        elif recorded != held.sha256:
            yield Finding(
                code="hash-differs", severity="error", file=held.file,
                message=say("The text of {edition} is not the one the register vouches for.", edition=held.edition.id),
                remedy=say("Bring the old file back; if the change is meant, record it under 'corrections' and set "
                           "sha256 to {hash}.", hash=held.sha256))
