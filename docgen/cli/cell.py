"""docgen cell: the facts of a cell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.console import out, screen, tell
from docgen.cli.failure import INTERRUPTED
from docgen.cli.results import CELL_HELP, JSON_HELP, as_json, as_typed, workspace_of
from docgen.messages import say

if TYPE_CHECKING:
    from docgen.versions.workspace import Workspace

HELP = say("The facts of a cell.").source
NEW_HELP = say("A new file of facts: asks the questions one by one at a terminal; elsewhere writes the file with every "
               "question in it, required ones first.").source
EMPTY_HELP = say("ask nothing: write the file with every question in it").source
TEMPLATE_HELP = say("List the questions asked of a cell: what an answer must be, and the default.").source
CHECK_HELP = say("Check the facts of a cell without drafting: every fault with line, column and remedy. Exit code 3 "
                 "if there is an error.").source
FRAMEWORK_HELP = say("the regulation the cell's documents are written under; needed if there is more than one").source

WORKBOOK_HELP = say("write an Excel workbook to answer them in, one row a cell").source


def run_new(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=say("name under cells/, or a path").source)],
    framework: Annotated[str, typer.Option("--framework", metavar="WORK", help=FRAMEWORK_HELP)] = "",
    empty: Annotated[bool, typer.Option("--empty", help=EMPTY_HELP)] = False,
) -> int:
    """Ask the questions, or write the file that asks them, and say where it is."""
    from docgen.cli.keyboard import somebody_is_there

    if somebody_is_there() and not empty:
        return _ask(workspace_of(context), name, framework)
    from docgen.api.new_cell import new_cell

    path = new_cell(workspace_of(context), name, framework)
    out(str(say("Written: {path}", path=path)))
    tell(say("Answer the questions in it, then: docgen cell check {path}", path=path))
    return 0


def _ask(workspace: Workspace, name: str, framework: str) -> int:
    from docgen.api.questionnaire.opening import opening
    from docgen.api.questionnaire.unfinished import place_of
    from docgen.cli.asking import begin, questions_and_answers

    place = opening(workspace, name)
    try:
        sitting = begin(workspace, place, framework)
        path = questions_and_answers(sitting)
    except KeyboardInterrupt:
        if place_of(place.target).exists():
            tell("")
            tell(say("Your answers are kept in {path}. To go on: docgen cell new {name}", path=place_of(place.target),
                     name=as_typed(name)))
        return INTERRUPTED
    out(str(say("Written: {path}", path=path)))
    if any(remark.is_error for remark in sitting.remarks()):
        tell(say("Put right what is missing in it, then: docgen cell check {path}", path=as_typed(path)))
    else:
        tell(say("Next: docgen draft {path}", path=as_typed(path)))
    return 0


def run_template(
    context: typer.Context,
    framework: Annotated[str, typer.Option("--framework", metavar="WORK", help=FRAMEWORK_HELP)] = "",
    workbook: Annotated[str, typer.Option("-o", "--output", metavar="FILE.xlsx", help=WORKBOOK_HELP)] = "",
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Print the questions, or write the workbook that asks them."""
    from docgen.api.new_cell import question_dicts, questions

    if workbook:
        from docgen.api.cell_workbook import cell_workbook

        path = cell_workbook(workspace_of(context), Path(workbook), framework)
        out(str(say("Written: {path}", path=path)))
        tell(say("Fill in a row for each cell, then: docgen batch {path} -o DIR", path=path))
        return 0
    chosen, fields = questions(workspace_of(context), framework)
    if json:
        out(as_json({"framework": chosen, "questions": question_dicts(fields.fields)}))
    else:
        from docgen.publish.terminal import questions as shown

        out(shown(fields, screen()))
    return 0


def run_check(
    context: typer.Context,
    cell: Annotated[str, typer.Argument(metavar="CELL", help=CELL_HELP)],
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Print the findings."""
    from docgen.api.draft import check_cell
    from docgen.model.finding import has_errors

    found = check_cell(workspace_of(context), cell)
    if json:
        out(as_json({"findings": [finding.to_dict() for finding in found]}))
    else:
        from docgen.publish.terminal import findings, summary

        if found:
            out(findings(found, screen()))
        tell(summary(found))
    return 3 if has_errors(found) else 0
