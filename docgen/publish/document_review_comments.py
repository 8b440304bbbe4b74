"""The findings of a review as comments for a copy of the Word file, each at its words."""

from __future__ import annotations

from docgen.messages import say
from docgen.model.finding import Finding
from docgen.publish.document_review import ShownReview
from docgen.publish.terminal import summary
from docgen.word.comments import Comment, Commentator

HAND = Commentator(name="docgen", initials="dg")
"""No date: the same review gives the same file."""


def review_comments(shown: ShownReview) -> tuple[Comment, ...]:
    """Return one comment for each finding that has a place, and in front one with the sum and with all the others."""
    made = [Comment(place=0, text=_front(shown))]
    made += [Comment(place=one.place, text=_words(one.finding), words=one.words)
             for one in shown.findings if one.place >= 0]
    return tuple(made)


def _words(finding: Finding) -> str:
    grave = {"error": say("ERROR"), "warning": say("WARNING"), "note": say("NOTE")}[finding.severity]
    remedy = f"\n{finding.remedy}" if str(finding.remedy) else ""
    return f"{grave}: {finding.message}{remedy}\n[{finding.code}]"


def _front(shown: ShownReview) -> str:
    lines = [str(shown.about), str(summary([one.finding for one in shown.findings]))]
    missing = [one for one in shown.obligations if not one.places]
    if shown.obligations:
        lines.append(str(say("Of {count} things the framework asks for, {met} are met and {missing} were not found.",
                             count=len(shown.obligations), met=len(shown.obligations) - len(missing),
                             missing=len(missing))))
    lines += [_words(one.finding) for one in shown.findings if one.place < 0]
    return "\n".join(lines)
