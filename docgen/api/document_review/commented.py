"""The copy of a reviewed document with the findings as comments; the document itself is never written over."""

from __future__ import annotations

from pathlib import Path

from docgen.api.document_review.review import DocumentReview
from docgen.api.document_review.shown import shown_review
from docgen.api.writing import write_bytes
from docgen.errors import WrongUsage
from docgen.messages import say
from docgen.publish.document_review_comments import HAND, review_comments
from docgen.word.comments import with_comments


def check_target(target: Path, source: Path) -> None:
    """Refuse, before any work, a copy that is no Word file or that is the document itself."""
    if target.suffix.lower() != ".docx":
        raise WrongUsage(say("The copy with comments is a Word file; {path} does not end with .docx.", path=target),
                         say("Add -o name.docx."))
    if target.exists() and source.exists() and target.samefile(source):
        raise WrongUsage(say("{path} is the document itself; it is not written over.", path=target),
                         say("Give the copy another name."))


def write_commented(result: DocumentReview, target: Path) -> None:
    """Write the copy, whole or not at all."""
    write_bytes(target, with_comments(result.package, review_comments(shown_review(result)), HAND))
