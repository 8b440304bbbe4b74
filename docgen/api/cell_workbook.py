"""The workbook in which an office answers the questions for many cells, the samples as rows."""

from __future__ import annotations

from pathlib import Path

from docgen.api.cells import find_cell
from docgen.api.new_cell import questions
from docgen.api.writing import write_bytes
from docgen.draft.cells import framework_of, read_cell_file
from docgen.draft.workbook_form import workbook_form
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import say
from docgen.reader.decoding import read_text
from docgen.reader.workbook.writing import write_workbook
from docgen.versions.workspace import Workspace, shipped_workspace


def cell_workbook(workspace: Workspace, target: Path, framework: str = "") -> Path:
    """Write the workbook; a file that is there already is never touched."""
    if target.suffix.casefold() != ".xlsx":
        raise WrongUsage(say("The workbook is an Excel file: its name ends in .xlsx."),
                         say("For example: -o {name}", name=target.with_suffix(".xlsx")))
    if target.exists():
        raise NotPossible(say("{path} exists already.", path=target), say("Choose another name."))
    chosen, fields = questions(workspace, framework)
    shipped = shipped_workspace()
    samples = []
    # the office's own cells name people: only the invented ones that come with the program are shown
    for path in sorted(shipped.cells.glob("*.yaml")):
        if framework_of(read_text(path).text) == chosen:
            facts = read_cell_file(path, fields, find_cell(workspace, str(path)).kinds).facts
            if facts is not None:
                samples.append((path.stem, facts))
    write_bytes(target, write_workbook(workbook_form(fields, samples)))
    return target
