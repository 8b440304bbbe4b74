"""The findings of a review as comments for a copy of the Word file, each at its words."""

from __future__ import annotations

from docgen.messages import say
from docgen.publish.document_review import ShownReview
from docgen.publish.terminal import summary
from docgen.word.comments import Comment, Commentator

HAND = Commentator(name="docgen", initials="dg")
"""No date: the same review gives the same file."""


def review_comments(shown: ShownReview) -> tuple[Comment, ...]:
    """Return one comment for each finding, and in front one with the sum and what the framework asks for."""
    made = [Comment(place=0, text=_front(shown))]
    words = {"error": say("ERROR"), "warning": say("WARNING"), "note": say("NOTE")}
    for one in shown.findings:
        remedy = str(one.finding.remedy)
        text = f"{words[one.finding.severity]}: {one.finding.message}" + (f"\n{remedy}" if remedy else "")
        made.append(Comment(place=max(one.place, 0), text=f"{text}\n[{one.finding.code}]", words=one.words))
    return tuple(made)


def _front(shown: ShownReview) -> str:
    lines = [str(shown.about), str(summary([one.finding for one in shown.findings]))]
    missing = [one for one in shown.obligations if not one.places]
    if shown.obligations:
        lines.append(str(say("Of {count} things the framework asks for, {met} are met and {missing} were not found.",
                             count=len(shown.obligations), met=len(shown.obligations) - len(missing),
                             missing=len(missing))))
    lines += [f"- {one.says} ({one.source})" for one in missing]
    return "\n".join(lines)
