"""What Enter alone would answer: the usual value, or what earlier answers make likely."""

from __future__ import annotations

from docgen.draft.field import FieldList
from docgen.draft.membership import SECRETARY_POSTS
from docgen.draft.question_words import plain_value
from docgen.draft.questionnaire.answers import Answers, entry_key
from docgen.draft.questionnaire.steps import Step
from docgen.draft.values import OPEN

_ORGANISATION, _COMMITTEE = "Đảng bộ ", "Đảng uỷ "


def likely(step: Step, fields: FieldList, answers: Answers) -> str:
    """Return the answer that earlier answers make likely, or chưa có where the paper may stay open; else nothing."""
    if step.owner is None:
        if step.key == "superior_committee" and (above := answers.get("superior", "")).startswith(_ORGANISATION):
            return _COMMITTEE + above.removeprefix(_ORGANISATION)
        for post, question in SECRETARY_POSTS:
            if step.key == question:
                return _holder(post, fields, answers)
    return OPEN if step.field.blank else ""


def usual(step: Step) -> str:
    """Return the value that is taken when nobody answers; empty if there is none."""
    return plain_value(step.field.default) if step.owner is not step.field else ""


def _holder(post: str, fields: FieldList, answers: Answers) -> str:
    number = 0
    while fields.find("committee") and (stated := answers.get(entry_key("committee", number, "post"), "")):
        if stated == post:
            return answers.get(entry_key("committee", number, "name"), "")
        number += 1
    return ""
