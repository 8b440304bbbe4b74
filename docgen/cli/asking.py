"""docgen cell new at a terminal: one question at a time, with help, back and leaving out; answers are kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.cli.keyboard import ask, show, yes
from docgen.cli.look_over import look_over
from docgen.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.api.questionnaire.opening import Opening
    from docgen.api.questionnaire.sitting import Remark, Sitting, Step
    from docgen.versions.workspace import Workspace

BACK, LEAVE, HELP = "<", "-", "?"
_KEYS = say("Enter alone takes what stands in [ ]. {back} goes back one question, {leave} leaves one out, {help} "
            "explains. Ctrl-C stops; what was answered is kept.", back=BACK, leave=LEAVE, help=HELP)


def begin(workspace: Workspace, place: Opening, framework: str) -> Sitting:
    """Sit down for a new cell, or go on where somebody stopped before."""
    from docgen.api.questionnaire.opening import Opening, choices, sit_down
    from docgen.api.questionnaire.unfinished import put_aside

    before = place.before
    if before is not None:
        answered = sum(1 for text in before.answers.values() if text)
        if yes(say("{count} answers for {path} are kept from last time. Go on from there?", count=answered,
                   path=place.target), True):
            return sit_down(workspace, place, before.framework)
        show(say("The earlier answers are kept in {path}.", path=put_aside(place.target)))
        place = Opening(place.target, None)
    known = choices(workspace)
    if not framework and len(known) > 1:
        framework = _framework(known)
    return sit_down(workspace, place, framework)


def questions_and_answers(sitting: Sitting) -> Path:
    """Ask until everything has been put and the person wants the file written; returns where it is."""
    show(_KEYS)
    while True:
        step = sitting.step
        if step is not None:
            _put(sitting, step)
        elif look_over(sitting):
            return sitting.finish()


def _framework(known: tuple[tuple[str, str], ...]) -> str:
    show(say("Under which regulation are the cell's documents written?"))
    for number, (name, described) in enumerate(known, 1):
        show(f"{number}. {described or name}", 2, 3)
    while True:
        show("[1]", 2)
        typed = ask() or "1"
        if typed.isascii() and typed.isdecimal() and 1 <= int(typed[:4]) <= len(known):
            return known[int(typed[:4]) - 1][0]
        if any(typed == name for name, _ in known):
            return typed
        show(say("Type the number of one of them."), 2)


def _put(sitting: Sitting, step: Step) -> None:
    """Put one question until it is answered, left out, or the person goes back."""
    _show_question(sitting, step)
    while True:
        typed = ask()
        if typed == BACK:
            if sitting.back():
                return
            show(say("This is the first question."), 2)
        elif typed == HELP:
            _explain(step)
        elif typed == LEAVE or sitting.means_nothing(step, typed):
            _leave_out(sitting, step, typed)
            return
        elif not typed and sitting.must_be_answered(step):
            show(say("This has to be answered. If it is not known yet, type {leave}: it can be written into the file "
                     "later.", leave=LEAVE), 2)
        else:
            remarks = sitting.take(step, typed)
            for remark in remarks:
                _tell(remark, sitting, step)
            if step.key in sitting.answers:
                return


def _leave_out(sitting: Sitting, step: Step, typed: str) -> None:
    sitting.leave_out(step)
    if step.field.required and not step.may_end:
        show(say("Left out for now; the documents cannot be drafted without it."), 2)
    elif typed != LEAVE:
        show(say("Left out."), 2)


def _show_question(sitting: Sitting, step: Step) -> None:
    from docgen.api.questionnaire.wording import expected

    steps = sitting.steps
    show("")
    place = next((number for number, one in enumerate(steps, 1) if one.key == step.key), 1)
    head = f"({place}/{len(steps)}) "
    if step.owner is not None and step.field is not step.owner and not step.opens:
        show(f"{head}{step.owner.label or step.owner.name}: {say('entry {number}', number=step.entry)}")
        head = "  "
    show(f"{head}{step.field.label or step.field.name}"
         + (f", {say('entry {number}', number=step.entry)}" if step.field is step.owner else ""), 0, 2)
    if step.field.help and not (step.opens and step.owner):
        show(step.field.help, 4)
    for number, choice in enumerate(step.field.choices, 1):
        show(f"{number}. {choice}", 4)
    show(f"({'; '.join(map(str, expected(step)))})", 4)
    offered = sitting.offered(step)
    if offered:
        show(f"[{offered}]", 2)


def _explain(step: Step) -> None:
    from docgen.api.questionnaire.wording import explained

    if step.field.help:
        show(step.field.help, 4)
    for words in explained(step):
        show(words, 4)
    show(_KEYS, 4)


def _tell(remark: Remark, sitting: Sitting, step: Step) -> None:
    word = say("Not right:") if remark.is_error else say("Remark:")
    show(f"{word} {remark.finding.message} {remark.finding.remedy}".rstrip(), 2, 2)
    if remark.is_error and step.key in sitting.answers:
        show(say("It can be put right when you look over the answers at the end."), 4)
