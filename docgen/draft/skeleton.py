"""An empty file of facts for a new cell: every question of the framework with its label, required ones first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.draft.cells import FRAMEWORK
from docgen.draft.field import Field, FieldList
from docgen.draft.question_words import answer_words, plain_value
from docgen.messages import say

_NEEDS_QUOTES = re.compile(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|:(\s|$)|\s#|\s$""")
_WIDTH = 40


def skeleton(fields: FieldList, framework: str) -> str:
    """Return the text of a new cell's file: required questions to answer, the others as remarks with their defaults."""
    required = [field for field in fields.fields if field.required and field.name != FRAMEWORK]
    optional = [field for field in fields.fields if not field.required and field.name != FRAMEWORK]
    lines = [f"# {say('Facts of one cell, for all its documents. Write the answer after the colon; keep the names.')}",
             f"# {say('What is not known yet (number, date): write chưa có where the remark says so.')}",
             "", f"{FRAMEWORK}: {framework}", "", f"# ----- {say('To be answered')} -----"]
    for field in required:
        lines += _question(field, "")
    lines += ["", f"# ----- {say('To be changed if need be: take away the # in front')} -----"]
    for field in optional:
        lines += _question(field, "#")
    return "\n".join(lines) + "\n"


def _question(field: Field, mark: str) -> Iterator[str]:
    yield ""
    yield f"# {field.label or field.name} ({'; '.join(str(word) for word in answer_words(field))})"
    if field.help:
        yield f"#   {field.help}"
    if field.type == "records":
        yield f"{mark}{field.name}:"
        for place, part in enumerate(field.of):
            yield from _part(part, f"{mark}  {'- ' if place == 0 else '  '}", mark)
    elif field.type == "list":
        yield f"{mark}{field.name}:"
        yield f"{mark}  - {_scalar(plain_value(field.default))}".rstrip()
    else:
        yield f"{mark}{field.name}: {_scalar(plain_value(field.default))}".rstrip()


def _part(part: Field, lead: str, mark: str) -> Iterator[str]:
    value = _scalar(plain_value(part.default))
    line = f"{lead}{part.name}: {value}".rstrip()
    if not part.required and not mark and not lead.endswith("- "):
        line = f"#{line}"
    yield f"{line.ljust(_WIDTH)}  # {part.label or part.name} ({'; '.join(map(str, answer_words(part)))})"


def _scalar(text: str) -> str:
    if not _NEEDS_QUOTES.search(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
