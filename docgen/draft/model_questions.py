"""The questions of a province's model: its own, and those of the framework it belongs to, in one list.

fields.yaml of a model says `framework: hoi-quan-chung` and lists what the model itself asks; the framework's other
questions follow, so that one file of facts serves the model and the framework's other documents alike.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from docgen.draft.field import Field, FieldList
from docgen.draft.fields import questions_in
from docgen.draft.kinds import SLUGS
from docgen.draft.shared import SharedTexts
from docgen.messages import say
from docgen.model.finding import Finding
from docgen.reader import yaml_tree
from docgen.reader.decoding import decode, read_bytes

FIELDS = "fields.yaml"
HEAD = "framework"
FORM = frozenset({"framework", "kind", "name", "superior", "place", "secretary"})
"""Questions whose answers the form of the paper needs, whatever its wording."""


def framework_of_fields(text: str) -> str:
    """Return the work a list of questions names as the framework of its model; empty for a framework's own list."""
    root = yaml_tree.parse(text).root
    return root.text(HEAD).strip() if isinstance(root, yaml_tree.Mapping) else ""


def with_framework(shared: SharedTexts, templates: Path, framework: str, file: str) -> SharedTexts:
    """Return shared texts with the questions of a framework among them; one that is not there is a finding."""
    if not framework:
        return shared
    path = templates / framework / FIELDS
    if not path.is_file():
        fault = Finding(code="fields", severity="error", file=file, line=1, column=1,
                        message=say("The framework '{name}' this model belongs to has no questions here.",
                                    name=framework),
                        remedy=say("Name a folder of templates/ under 'framework:'."))
        return replace(shared, findings=(*shared.findings, fault))
    content = read_bytes(path)
    asked = questions_in(decode(content, str(path)).text, shared.questions)
    return replace(shared, questions={**shared.questions, **asked}, inherited=tuple(asked),
                   contents={**shared.contents, f"{framework}/{FIELDS}": content})


def eased(fields: FieldList, brought: Collection[str], kinds: Collection[str]) -> FieldList:
    """Return a model's questions with those of the framework that it does not use asked for other documents only.

    `brought` are the questions the model lists itself, `kinds` the documents it is a model of.
    """
    if not fields.framework:
        return fields
    return replace(fields, fields=tuple(
        one if one.name in brought or one.name in FORM or not one.required else _for_others(one, kinds)
        for one in fields.fields))


def _for_others(field: Field, kinds: Collection[str]) -> Field:
    others = tuple(kind for kind in (field.kinds or SLUGS) if kind not in kinds)
    return replace(field, kinds=others) if others else replace(field, required=False)
