"""The file of facts of a new cell: every question of the framework with its label, those to be answered first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.draft.cells import FRAMEWORK
from docgen.draft.field import Field, FieldList
from docgen.draft.question_words import answer_words, plain_value
from docgen.messages import say
from docgen.reader.yaml_tree import Branch, Mapping, Scalar, Sequence

_NEEDS_QUOTES = re.compile(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|:(\s|$)|\s#|\s$""")
_WIDTH = 40


def skeleton(fields: FieldList, framework: str, answers: Mapping | None = None) -> str:
    """Return the text of a new cell's file: questions to answer first, the others as remarks with their defaults.

    `answers` are names with values that are known already: those questions stand with their answer.
    """
    known = answers or Mapping((), 0, 0)
    asked = [field for field in fields.fields if field.name != FRAMEWORK]
    first = [field for field in asked if field.required or known.get(field.name) is not None]
    lines = [f"# {say('Facts of one cell, for all its documents. Write the answer after the colon; keep the names.')}",
             f"# {say('What is not known yet (number, date): write chưa có where the remark says so.')}",
             "", f"{FRAMEWORK}: {framework}", "", f"# ----- {say('To be answered')} -----"]
    for field in first:
        lines += _question(field, "", known.get(field.name))
    lines += ["", f"# ----- {say('To be changed if need be: take away the # in front')} -----"]
    for field in asked:
        if field not in first:
            lines += _question(field, "#", None)
    return "\n".join(lines) + "\n"


def _question(field: Field, mark: str, answer: Branch | None) -> Iterator[str]:
    yield ""
    yield f"# {field.label or field.name} ({'; '.join(str(word) for word in answer_words(field))})"
    if field.help:
        yield f"#   {field.help}"
    if isinstance(answer, Scalar):
        yield f"{field.name}: {_scalar(answer.text)}"
    elif isinstance(answer, Sequence):
        yield f"{field.name}:" if answer.items else f"{field.name}: []"
        for item in answer.items:
            yield from _entry(field, item)
    elif field.type == "records":
        yield f"{mark}{field.name}:"
        for place, part in enumerate(field.of):
            yield from _part(part, f"{mark}  {'- ' if place == 0 else '  '}", mark)
    elif field.type == "list":
        yield f"{mark}{field.name}:"
        yield f"{mark}  - {_scalar(plain_value(field.default))}".rstrip()
    else:
        yield f"{mark}{field.name}: {_scalar(plain_value(field.default))}".rstrip()


def _entry(field: Field, item: Branch) -> Iterator[str]:
    if isinstance(item, Scalar):
        yield f"  - {_scalar(item.text)}"
        return
    lead = "  - "
    for part in field.of:
        answer = item.get(part.name) if isinstance(item, Mapping) else None
        if isinstance(answer, Scalar):
            yield _remarked(f"{lead}{part.name}: {_scalar(answer.text)}", part)
            lead = "    "
        elif lead == "    ":
            yield _remarked(f"#{lead}{part.name}: {_scalar(plain_value(part.default))}".rstrip(), part)


def _part(part: Field, lead: str, mark: str) -> Iterator[str]:
    value = _scalar(plain_value(part.default))
    line = f"{lead}{part.name}: {value}".rstrip()
    if not part.required and not mark and not lead.endswith("- "):
        line = f"#{line}"
    yield _remarked(line, part)


def _remarked(line: str, part: Field) -> str:
    return f"{line.ljust(_WIDTH)}  # {part.label or part.name} ({'; '.join(map(str, answer_words(part)))})"


def _scalar(text: str) -> str:
    if not _NEEDS_QUOTES.search(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
