"""A question in the words a person sees: what an answer must be, what stands behind it, yes or no."""

from __future__ import annotations

from dataclasses import replace

from docgen.draft.field import Field
from docgen.draft.question_words import answer_words
from docgen.draft.questionnaire.steps import Step
from docgen.draft.questionnaire.typed import as_in_file
from docgen.messages import Message, say

YES, NO = "có", "không"


def is_yes(typed: str) -> bool | None:
    """Return whether somebody said yes, in one of the short ways too; None if it was neither yes nor no."""
    return {YES: True, NO: False}.get(as_in_file(Field(name="-", type="yes_no"), typed))


def expected(step: Step) -> tuple[Message, ...]:
    """Return in a few words what an answer must be, and what Enter alone does where nothing is offered."""
    field = replace(step.field, kinds=(), choices=(), required=False,
                    type="text" if step.field.type == "list" else step.field.type)
    words = list(answer_words(field))
    if step.field.choices:
        words = [say("the number of a choice, or its words"), *words[1:]]
    if step.field is step.owner and step.field.required and step.entry == 1:
        words.append(say("không if there is none"))
    if step.may_end:
        words.append(say("Enter if there are no more") if step.entry > 1 else say("Enter if there is none"))
    elif step.field.required or step.field is step.owner:
        words.append(say("required"))
    return tuple(words)


def explained(step: Step) -> tuple[Message, ...]:
    """Return what stands behind a question: its legal basis, whether it rests on custom, its name in the file."""
    field = step.field
    return (*((say("Rests on {basis}.", basis=", ".join(field.basis)),) if field.basis else ()),
            *((say("No text sets this; the usual value is a proposal, and the office decides."),)
              if field.proposed else ()),
            say("In the file it stands under the name {name}.", name=step.key))
