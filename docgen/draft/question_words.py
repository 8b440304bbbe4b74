"""A question in words: which kind of answer it takes, and its default as somebody would type it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from docgen.draft.facts import Value
from docgen.draft.field import Field, FieldList, FieldType
from docgen.draft.values import OPEN, VACANT
from docgen.messages import Message, say
from docgen.model.finding import Finding

TYPES: dict[FieldType, Message] = {
    "text": say("text"),
    "person": say("name of a person, or {vacant}", vacant=VACANT),
    "date": say("day, such as 15/3/2026"),
    "year": say("year"),
    "month_day": say("day of every year, such as 20/6"),
    "integer": say("whole number"),
    "choice": say("one of the choices"),
    "yes_no": say("có or không"),
    "list": say("list, one entry a line"),
    "records": say("list of entries"),
}


def answer_words(field: Field) -> tuple[Message, ...]:
    """Return what an answer must be: type, limits, whether it may stay open, whether it rests on custom."""
    words = [say("one of: {choices}", choices=", ".join(field.choices)) if field.choices else TYPES[field.type]]
    if field.minimum is not None and field.maximum is not None:
        words.append(say("from {least} to {most}", least=field.minimum, most=field.maximum))
    if field.required:
        words.append(say("required"))
    if field.blank:
        words.append(say("may be {open}", open=OPEN))
    if field.proposed:
        words.append(say("proposed, set by no text"))
    if field.kinds:
        words.append(say("only for {kinds}", kinds=", ".join(field.kinds)))
    return tuple(words)


def plain_value(value: Value) -> str:
    """Return a default as it would be typed into a cell's file; empty if there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    return str(value)


def in_labels(finding: Finding, fields: FieldList) -> Finding:
    """Return a finding that calls questions by their labels, as people see them, not by their names in a file."""
    labels = labels_of(fields)
    return replace(finding, message=called(finding.message, labels), remedy=called(finding.remedy, labels))


def labels_of(fields: FieldList) -> dict[str, str]:
    """Return what people see in place of the name of each question, of entries too."""
    every = {part.name: part.label or part.name for field in fields.fields for part in field.of}
    return {**every, **{field.name: field.label or field.name for field in fields.fields}}


def called(message: Message, labels: Mapping[str, str]) -> Message:
    """Return a sentence that calls questions as people see them; what was answered stays as it was typed."""
    return Message(message.source, tuple(
        (key, labels.get(value, value) if key != "value" and isinstance(value, str) else value)
        for key, value in message.values))
