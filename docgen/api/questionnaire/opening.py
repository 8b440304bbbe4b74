"""The questionnaire opened: for a new cell, or where somebody stopped before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.api.cells import frameworks, template_folders
from docgen.api.new_cell import USUAL, new_place, questions
from docgen.api.questionnaire.sitting import Sitting
from docgen.api.questionnaire.unfinished import Unfinished, kept
from docgen.draft.batch_names import file_names
from docgen.draft.cells import FRAMEWORK
from docgen.versions.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the file is to stand, and what was answered before, if anything was."""

    target: Path
    before: Unfinished | None


def opening(workspace: Workspace, name: str) -> Opening:
    """Return where the questions of a new cell begin; a file of facts that is there already is never touched."""
    target = new_place(workspace, name)
    return Opening(target, kept(target))


def file_word(typed: str) -> str:
    """Return a short name as a file can carry it on every system: small letters without marks, figures, hyphens."""
    return file_names([typed], sure=[False])[0]


def choices(workspace: Workspace) -> tuple[tuple[str, str], ...]:
    """Return the frameworks to choose from, each with what its list of questions says of it.

    The usual one is the first; those whose subject is gone come last.
    """
    asked = [questions(workspace, name) for name in frameworks(workspace)]
    asked.sort(key=lambda one: (one[0] != USUAL, bool(one[1].historical)))
    return tuple((name, field.help if (field := fields.find(FRAMEWORK)) else "") for name, fields in asked)


def sit_down(workspace: Workspace, place: Opening, framework: str = "") -> Sitting:
    """Begin with the first question, or go on after the last answer."""
    before = place.before
    chosen, fields = questions(workspace, framework or (before.framework if before else ""))
    kinds = tuple(template_folders(workspace.templates / chosen))
    same = before is not None and before.framework == chosen
    return Sitting(place.target, fields, chosen, kinds, before.answers if before is not None and same else {})
