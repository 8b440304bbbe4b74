"""docgen init: make a workspace of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.console import out, tell
from docgen.cli.results import JSON_HELP, as_json
from docgen.messages import say

HELP = say("Make a new workspace from the shipped texts, registers, templates and sample cells, as a git "
           "repository.").source


def run(
    context: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="DIR", help=say("a folder that does not exist yet or is empty"
                                                                  ).source)],
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Make it and say where it is."""
    from docgen.api.init_workspace import init_workspace

    del context
    workspace, remark = init_workspace(Path(folder))
    if json:
        out(as_json({"path": str(workspace.root), "committed": remark is None}))
    else:
        out(str(say("Workspace made: {path}", path=workspace.root)))
    if remark:
        tell(remark)
    return 0
