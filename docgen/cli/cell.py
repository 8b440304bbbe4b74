"""docgen cell: the facts of a cell."""

from __future__ import annotations

from typing import Annotated

import typer

from docgen.cli.console import out, screen, tell
from docgen.cli.results import CELL_HELP, JSON_HELP, as_json, workspace_of
from docgen.messages import say

HELP = say("The facts of a cell.").source
CHECK_HELP = say("Check the facts of a cell without drafting: every fault with line, column and remedy. Exit code 3 "
                 "if there is an error.").source


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
