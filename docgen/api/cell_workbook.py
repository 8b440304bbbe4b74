"""The workbook in which an office answers the questions for many cells, the samples as rows."""

from __future__ import annotations

from pathlib import Path

from docgen.api.cells import find_cell, frameworks
from docgen.api.new_cell import questions
from docgen.api.writing import write_bytes
from docgen.draft.cells import framework_of, read_cell_file
from docgen.draft.field import FieldList
from docgen.draft.template import FIELDS, load_questions
from docgen.draft.workbook_form import workbook_form
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import say
from docgen.reader.decoding import read_text
from docgen.reader.workbook.writing import write_workbook
from docgen.versions.workspace import Workspace, shipped_workspace


def cell_workbook(workspace: Workspace, target: Path, framework: str = "") -> Path:
    """Write the workbook, for all frameworks if none is named; a file that is there already is never touched."""
    if target.suffix.casefold() != ".xlsx":
        raise WrongUsage(say("The workbook is an Excel file: its name ends in .xlsx."),
                         say("For example: -o {name}", name=target.with_suffix(".xlsx")))
    if target.exists():
        raise NotPossible(say("{path} exists already.", path=target), say("Choose another name."))
    lists = _lists(workspace, framework)
    shipped = shipped_workspace()
    samples = []
    # the office's own cells name people: only the invented ones that come with the program are shown
    for path in sorted(shipped.cells.glob("*.yaml")):
        of = framework_of(read_text(path).text)
        if of in lists:
            facts = read_cell_file(path, lists[of], find_cell(workspace, str(path)).kinds).facts
            if facts is not None:
                samples.append((path.stem, of, facts))
    samples.sort(key=lambda sample: list(lists).index(sample[1]))
    write_bytes(target, write_workbook(workbook_form(lists, samples)))
    return target


def _lists(workspace: Workspace, framework: str) -> dict[str, FieldList]:
    """Return the questions of the framework named; of all that are not history if none is, the usual one first."""
    chosen, _ = questions(workspace, framework)
    lists = {chosen: load_questions(workspace.templates / chosen / FIELDS)}
    if not framework:
        for name in frameworks(workspace):
            others = load_questions(workspace.templates / name / FIELDS)
            if name != chosen and not others.historical:
                lists[name] = others
    return lists
