"""The questions of a framework, and a new file of facts to answer them in."""

from __future__ import annotations

from pathlib import Path

from docgen.api.cells import frameworks, from_here
from docgen.api.writing import write_bytes
from docgen.draft.field import Field, FieldList
from docgen.draft.nearest import suggest
from docgen.draft.question_words import plain_value
from docgen.draft.skeleton import skeleton
from docgen.draft.template import FIELDS, load_fields
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import say
from docgen.versions.workspace import Workspace

USUAL = "hoi-quan-chung"
"""The framework meant where none is named: that of cells in the agencies of mass associations."""


def questions(workspace: Workspace, framework: str = "") -> tuple[str, FieldList]:
    """Return the framework meant and its questions; without a name the usual one, or the only one."""
    known = frameworks(workspace)
    if not known:
        raise NotPossible(say("There is no template in {folder}.", folder=workspace.templates),
                          say("Make a workspace with docgen init DIR; it brings the shipped templates."))
    if not framework and USUAL in known:
        framework = USUAL
    if not framework and len(known) > 1:
        raise WrongUsage(say("There is more than one framework: {names}.", names=", ".join(known)),
                         say("Name one with --framework."))
    if framework and framework not in known:
        raise NotPossible(say("There is no template for '{framework}'.", framework=framework),
                          suggest(framework, known, say("Known are: {names}.", names=", ".join(known))))
    chosen = framework or known[0]
    return chosen, load_fields(workspace.templates / chosen / FIELDS)


def question_dicts(fields: tuple[Field, ...]) -> list[dict[str, object]]:
    """Return the questions for JSON; what does not apply is null."""
    return [{"name": field.name, "type": field.type, "label": field.label or None, "required": field.required,
             "default": plain_value(field.default) or None, "choices": list(field.choices), "min": field.minimum,
             "max": field.maximum, "proposed": field.proposed, "may_be_open": field.blank,
             "kinds": list(field.kinds), "help": field.help or None, "of": question_dicts(field.of)}
            for field in fields]


def new_cell(workspace: Workspace, name: str, framework: str = "") -> Path:
    """Write a new file of facts under cells/, or at the path given; a file that is there already is never touched."""
    chosen, fields = questions(workspace, framework)
    path = new_place(workspace, name)
    write_bytes(path, skeleton(fields, chosen).encode())
    return path


def new_place(workspace: Workspace, name: str) -> Path:
    """Return where the file of a new cell is to stand: under cells/, or at the path given."""
    path = Path(name if name.endswith(".yaml") else f"{name}.yaml")
    if len(path.parts) == 1:
        if workspace.shipped:
            raise NotPossible(say("There is no workspace here to put the cell in."),
                              say("Make one with docgen init DIR, or give a path such as ./{name}.", name=path))
        path = from_here(workspace.cells / path)
    if path.exists():
        raise NotPossible(say("{path} exists already.", path=path), say("Choose another name."))
    return path
