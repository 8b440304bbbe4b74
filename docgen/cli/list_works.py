"""docgen list: which editions there are and which is in force on a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from docgen.cli.console import out, screen
from docgen.cli.results import JSON_HELP, as_json, day_of, workspace_of
from docgen.messages import say

HELP = say("List works and their editions: number, dates, status, how sure the statement is, whether the text is "
           "held.").source
AS_OF_HELP = say("the law as it stood on that day (2026-03-15 or 15/3/2026); default: today").source


def run(
    context: typer.Context,
    work: Annotated[str, typer.Argument(metavar="[WORK]",
                                        help=say("one work only, such as hoi-quan-chung").source)] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF_HELP)] = "",
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Print the list."""
    from docgen.api.list_works import list_works

    listing = list_works(workspace_of(context), work, day_of(as_of) or date.today())
    if json:
        out(as_json({"works": listing}))
        return 0
    from docgen.publish.terminal import works

    out(works(listing, screen()))
    return 0
