"""A review as it is told at the screen."""

from __future__ import annotations

from docgen.api.document_review.review import DocumentReview
from docgen.api.document_review.shown import shown_review
from docgen.publish.document_review import review_text
from docgen.publish.lines import Screen


def told_review(result: DocumentReview, screen: Screen) -> str:
    """Return the findings of a review and the obligations it met."""
    return review_text(shown_review(result), screen)
