"""docgen init: make a workspace of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.console import out, tell
from docgen.cli.results import JSON_HELP, as_json, as_typed
from docgen.messages import say

HELP = say("Make a new workspace from the shipped texts, registers, templates and sample cells, as a git "
           "repository.").source

CELLS_HELP = say("keep the facts of cells (cells/) in git too; git keeps names for ever").source


def run(
    context: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="DIR", help=say("a folder that does not exist yet or is empty"
                                                                  ).source)],
    cells_in_git: Annotated[bool, typer.Option("--cells-in-git", help=CELLS_HELP)] = False,
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Make it and say where it is."""
    from docgen.api.init_workspace import init_workspace

    del context
    workspace, remark = init_workspace(Path(folder), cells_in_git=cells_in_git)
    if json:
        out(as_json({"path": str(workspace.root), "committed": remark is None, "cells_in_git": cells_in_git}))
    else:
        out(str(say("Workspace made: {path}", path=workspace.root)))
        tell(say("Next: cd {folder}", folder=as_typed(workspace.root)))
    if cells_in_git:
        tell(say("Git keeps every name for ever: what was committed once can be read in all copies of this folder, "
                 "even after it is deleted. You asked for cells/ to be in git."))
    else:
        tell(say("Facts of cells name people, and git keeps every name for ever: cells/ is left out of git here, so "
                 "copy it yourself for safe keeping. The drafts in Word hold names too: think before you commit one."))
    if remark:
        tell(remark)
    return 0
