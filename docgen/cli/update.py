"""docgen update: bring a document people have worked on up to date, their words untouched."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.console import out, tell
from docgen.cli.results import JSON_HELP, as_json, workspace_of
from docgen.errors import WrongUsage
from docgen.messages import say

HELP = say("Bring a Word document drafted earlier and edited by hand since up to date: what docgen changed as tracked "
           "changes, what both changed as comments, nothing anybody wrote lost.").source
TO_HELP = say("the edition it is to rest on (162); refused if the template here rests on another").source
OUTPUT_HELP = say("the result; the document itself is never written over").source
OWNER_HELP = say("whose document it is; default: the cell whose facts it was drafted from").source


def run(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE.docx", help=say("the document, as a Word file").source)],
    *,
    cell: Annotated[str, typer.Option("--cell", metavar="CELL", help=OWNER_HELP)] = "",
    edition: Annotated[str, typer.Option("--to", metavar="EDITION", help=TO_HELP)] = "",
    output: Annotated[str, typer.Option("-o", "--output", metavar="NEW.docx", help=OUTPUT_HELP)] = "",
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Write the updated document and say what was done in it."""
    from docgen.api.update.told import told_update
    from docgen.api.update.update import update

    if not output:
        raise WrongUsage(say("It is not said where the result goes."), say("Add -o NEW.docx."))
    result = update(workspace_of(context), Path(file), Path(output), cell=cell, edition=edition)
    for remark in result.remarks:
        tell(remark)
    if result.findings:
        from docgen.publish.terminal import findings

        tell(findings(result.findings))
    out(as_json(result.to_dict()) if json else told_update(result))
    return 0
