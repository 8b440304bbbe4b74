"""Which questions are asked after the answers given so far: one step a question, entry by entry in a list.

What must be answered and what nobody can guess comes first. Figures of custom, and what only some documents need, wait
behind one question each: whether they are wanted at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from docgen.draft.cells import FRAMEWORK, gathered
from docgen.draft.computed import COMPUTED
from docgen.draft.context import context
from docgen.draft.field import Field, FieldList
from docgen.draft.kinds import WORKING_RULES
from docgen.draft.questionnaire.answers import Answers, entry_key, names_with_values
from docgen.draft.text_program import Condition, compile_condition
from docgen.draft.values import NO, YES
from docgen.messages import say
from docgen.word.sandbox import BrokenTag

MORE = "*"
"""Ends the key of a question that asks whether more questions are wanted."""
FIGURES = MORE
"""Key of the question for figures of custom; the others have the names of their documents in front."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One question to put: of a list (`owner`) the number of the entry, counted from 1.

    `may_end` tells that leaving it out ends the list; `opens` counts the questions behind a question for more.
    """

    key: str
    field: Field
    owner: Field | None = None
    entry: int = 0
    may_end: bool = False
    opens: int = 0

    @property
    def question(self) -> str:
        """Return the name of the question of the framework it belongs to."""
        return self.owner.name if self.owner else self.field.name


def steps(fields: FieldList, framework: str, answers: Answers, kinds: tuple[str, ...]) -> Iterator[Step]:
    """Yield every question these answers call for, in order, those answered among them."""
    values = _values(fields, framework, answers, kinds)
    asked = [field for field in fields.fields
             if field.name != FRAMEWORK and field.serves(kinds) and _holds(field, values)]
    later = dict.fromkeys(key for field in asked if (key := waits_behind(field)))
    for field in asked:
        if not waits_behind(field):
            yield from _steps_of(field, answers, values)
    for gate in sorted(later, key=lambda key: key != FIGURES):
        waiting = [field for field in asked if waits_behind(field) == gate]
        yield _gate(gate, len(waiting), "" if gate == FIGURES else gate.removesuffix(f".{MORE}"))
        if answers.get(gate) in YES:
            for field in waiting:
                yield from _steps_of(field, answers, values)


def unanswered(fields: FieldList, framework: str, answers: Answers, kinds: tuple[str, ...]) -> Step | None:
    """Return the next question to put; None if all have been."""
    return next((step for step in steps(fields, framework, answers, kinds) if step.key not in answers), None)


def waits_behind(field: Field) -> str:
    """Return the key of the question for more that a question waits behind; empty if it is asked at once.

    How many probationary members there are has a usual value too, but is a fact of the cell, so it does not wait.
    """
    if field.kinds and WORKING_RULES.slug not in field.kinds:
        return f"{' '.join(field.kinds)}.{MORE}"
    has_usual_words = field.default is not None and (field.type == "text" or bool(field.basis))
    return FIGURES if field.proposed or has_usual_words else ""


def _gate(key: str, count: int, kinds: str) -> Step:
    label = (say("Answer {count} more questions that only {kinds} needs?", count=count,
                 kinds=", ".join(str(KIND_WORDS.get(kind, kind)) for kind in kinds.split())) if kinds else
             say("Look through {count} figures and wordings that have a usual value?", count=count))
    reason = (say("All may be left out now and answered later in the file.") if kinds else
              say("Without it the usual values stand, and the draft lists those the office has to decide."))
    return Step(key=key, opens=count, field=Field(name=key, type="yes_no", label=str(label), default=False,
                                                  help=str(reason)))


def _steps_of(field: Field, answers: Answers, values: Mapping[str, object]) -> Iterator[Step]:
    if field.type == "records":
        yield from _entries(field, answers, values)
    elif field.type == "list":
        yield from _items(field, answers)
    else:
        yield Step(key=field.name, field=field)


def _items(field: Field, answers: Answers) -> Iterator[Step]:
    number = 0
    while True:
        key = entry_key(field.name, number)
        yield Step(key=key, field=field, owner=field, entry=number + 1, may_end=bool(number) or not field.required)
        text = answers.get(key, "")
        if not text or (not number and text.casefold() in NO):
            return
        number += 1


def _entries(field: Field, answers: Answers, values: Mapping[str, object]) -> Iterator[Step]:
    number = 0
    while True:
        first, *others = field.of
        key = entry_key(field.name, number, first.name)
        yield Step(key=key, field=first, owner=field, entry=number + 1, may_end=bool(number) or not field.required)
        if not answers.get(key, ""):
            return
        own = {**values, **{part.name: answers.get(entry_key(field.name, number, part.name), "") for part in field.of}}
        rest = [part for part in others if not _is_main(part)]
        for part in (part for part in others if _is_main(part)):
            yield Step(key=entry_key(field.name, number, part.name), field=part, owner=field, entry=number + 1)
        gate = entry_key(field.name, number, MORE)
        if rest:
            yield Step(key=gate, owner=field, entry=number + 1, opens=len(rest), field=Field(
                name=gate, type="yes_no", default=False,
                label=str(say("Answer {count} more questions on this entry?", count=len(rest))),
                help="; ".join(part.label for part in rest)))
        if answers.get(gate) in YES:
            for part in rest:
                if _holds(part, own):
                    yield Step(key=entry_key(field.name, number, part.name), field=part, owner=field, entry=number + 1)
        number += 1


def _is_main(part: Field) -> bool:
    """Tell whether a part of an entry is asked at once: what must be there, and names, which nobody can guess."""
    return part.required or (part.type == "person" and not part.condition)


def _values(
    fields: FieldList, framework: str, answers: Answers, kinds: tuple[str, ...],
) -> dict[str, object]:
    wanted = {name for field in fields.fields for one in (field, *field.of) if one.condition
              for name in _condition(one.condition).names}
    facts = gathered(names_with_values(fields, framework, answers), fields, [], "", kinds)
    return context(facts, fields, computed=tuple(name for name in COMPUTED if name.name in wanted))


def _holds(field: Field, values: Mapping[str, object]) -> bool:
    try:
        return not field.condition or _condition(field.condition).holds(values)
    except (BrokenTag, KeyError):  # a condition nobody can work out holds nothing back
        return True


@cache
def _condition(source: str) -> Condition:
    return compile_condition(source)


KIND_WORDS = {"coordination-agreement": say("the coordination agreement")}
"""What documents are called in a question; others go by their name on the command line."""
