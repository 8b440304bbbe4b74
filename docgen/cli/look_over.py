"""The look over at the end of the questions: every answer with its number, what is wrong, and the way to change one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.cli.keyboard import ask, show, yes
from docgen.messages import say

if TYPE_CHECKING:
    from docgen.api.questionnaire.sitting import Sitting, Step


def look_over(sitting: Sitting) -> bool:
    """Show all answers and ask what to do; True if the file is to be written, False if a question is put again."""
    rows = _rows(sitting.steps)
    show("")
    show(say("Look over the answers:"))
    remarks = sitting.remarks()
    left_out = 0
    for number, row in enumerate(rows, 1):
        show(f"{number}. {_label(row)}: {_value(sitting, row)}", 0, len(f"{number}. "))
        left_out += _is_missing(sitting, row)
        keys = {step.key for step in row}
        for remark in remarks:
            if remark.key in keys:
                show(f"{'!' if remark.is_error else '-'} {remark.finding.message} {remark.finding.remedy}", 4, 2)
    for remark in remarks:
        if not remark.key and remark.finding.code != "cell-missing":
            show(f"{'!' if remark.is_error else '-'} {remark.finding.message} {remark.finding.remedy}", 0, 2)
    wrong = sum(remark.is_error and remark.finding.code != "cell-missing" for remark in remarks)
    show("")
    if wrong or left_out:
        show(say("Not answered: {left}. Not right: {wrong}.", left=left_out, wrong=wrong))
    while True:
        show(say("Enter writes the file; a number changes that answer."))
        typed = ask()
        if not typed:
            return not (wrong or left_out) or yes(
                say("The file can be written as it is and put right later. Write it?"), False)
        if typed.isascii() and typed.isdecimal() and 1 <= int(typed[:5]) <= len(rows):
            sitting.ask_again([step.key for step in rows[int(typed[:5]) - 1] if step.key in sitting.answers])
            return False
        show(say("There is no answer with this number."), 2)


def _rows(steps: tuple[Step, ...]) -> list[list[Step]]:
    """Put the questions together that are one answer: all parts of an entry are."""
    rows: list[list[Step]] = []
    for step in steps:
        if rows and step.entry and (rows[-1][0].question, rows[-1][0].entry) == (step.question, step.entry):
            rows[-1].append(step)
        else:
            rows.append([step])
    return rows


def _label(row: list[Step]) -> str:
    step = row[0]
    asked = step.owner or step.field
    label = asked.label or asked.name
    return f"{label}, {say('entry {number}', number=step.entry)}" if step.entry else label


def _value(sitting: Sitting, row: list[Step]) -> str:
    texts = [text for step in row if not step.opens or step.owner is None
             if (text := sitting.answers.get(step.key, ""))]
    if texts:
        return "; ".join(texts)
    if _is_missing(sitting, row):
        return str(say("(not answered)"))
    if row[0].may_end:
        return str(say("(no more)") if row[0].entry > 1 else say("(none)"))
    usual = sitting.offered(row[0])
    return str(say("(usual: {value})", value=usual)) if usual else str(say("(left out)"))


def _is_missing(sitting: Sitting, row: list[Step]) -> bool:
    return any(step.field.required and not step.may_end and not sitting.answers.get(step.key) for step in row)
