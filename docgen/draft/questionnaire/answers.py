"""Answers given so far, as they were typed, under keys such as `name`, `organisations.0`, `committee.1.post`.

An empty text means that the question was left out; left out in the first part of an entry, it ends the list.
"""

from __future__ import annotations

from collections.abc import Mapping as ByKey

from docgen.draft.cells import FRAMEWORK
from docgen.draft.field import Field, FieldList
from docgen.draft.values import NO
from docgen.reader.yaml_tree import Branch, Mapping, Scalar, Sequence

Answers = ByKey[str, str]

_FIRST_LINE = 2
"""The line of the first answer; line 1 is that of what stands in no answer."""


def entry_key(question: str, entry: int, part: str = "") -> str:
    """Return the key of one entry of a list, or of one part of an entry."""
    return f"{question}.{entry}.{part}" if part else f"{question}.{entry}"


def names_with_values(fields: FieldList, framework: str, answers: Answers) -> Mapping:
    """Return the answers as a file of facts would give them; each stands in the line `about` reads back."""
    lines = {key: number for number, key in enumerate(answers, _FIRST_LINE)}
    entries: list[tuple[Scalar, Branch]] = [(Scalar(FRAMEWORK, 1, 1), Scalar(framework, 1, 1))]
    for field in fields.fields:
        branch = _branch(field, answers, lines) if field.name != FRAMEWORK else None
        if branch is not None:
            entries.append((Scalar(field.name, branch.line, 1), branch))
    return Mapping(tuple(entries), 1, 1)


def about(line: int, answers: Answers) -> str:
    """Return the key of the answer a finding in this line is about; empty if it is about none."""
    place = line - _FIRST_LINE
    return list(answers)[place] if 0 <= place < len(answers) else ""


def removed(field: Field, entry: int, answers: Answers) -> dict[str, str]:
    """Return the answers without one entry of a list; those behind it move up."""
    gone, kept = f"{field.name}.{entry}", {}
    for key, text in answers.items():
        name, _, rest = key.partition(".")
        number, dot, part = rest.partition(".")
        if name != field.name or not number.isdecimal() or int(number) < entry:
            kept[key] = text
        elif not (key == gone or key.startswith(f"{gone}.")):
            kept[f"{name}.{int(number) - 1}{dot}{part}"] = text
    return kept


def _branch(field: Field, answers: Answers, lines: ByKey[str, int]) -> Branch | None:
    if field.type == "records":
        return _records(field, answers, lines)
    if field.type == "list":
        return _list(field, answers, lines)
    text = answers.get(field.name, "")
    return Scalar(text, lines[field.name], 1) if text else None


def _list(field: Field, answers: Answers, lines: ByKey[str, int]) -> Branch | None:
    first = entry_key(field.name, 0)
    if answers.get(first, "").casefold() in NO:
        return Sequence((), lines[first], 1)
    items: list[Scalar] = []
    while text := answers.get(key := entry_key(field.name, len(items)), ""):
        items.append(Scalar(text, lines[key], 1))
    return Sequence(tuple(items), items[0].line, 1) if items else None


def _records(field: Field, answers: Answers, lines: ByKey[str, int]) -> Branch | None:
    items: list[Mapping] = []
    while answers.get(first := entry_key(field.name, len(items), field.of[0].name), ""):
        given = [(part.name, key) for part in field.of
                 if answers.get(key := entry_key(field.name, len(items), part.name))]
        items.append(Mapping(tuple((Scalar(name, lines[key], 1), Scalar(answers[key], lines[key], 1))
                                   for name, key in given), lines[first], 1))
    return Sequence(tuple(items), items[0].line, 1) if items else None
