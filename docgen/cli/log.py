"""docgen log: the life of a provision on both clocks."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from docgen.cli.console import out, screen, tell
from docgen.cli.results import JSON_HELP, as_json, day_of, workspace_of
from docgen.errors import WrongUsage
from docgen.messages import say

HELP = say("Tell the life of a provision on both clocks: its place in earlier and later regulations, and who changed "
           "its words here, when and why.").source
WHAT_HELP = say('an edition with an address (162:dieu-9.khoan-2), a citation, a whole edition (162), a work '
                '(hoi-quan-chung), or the file of an edition').source
NUMBER_HELP = say("the newest N commits only").source
AS_OF_HELP = say("tell the status of each text on that day (2026-03-15 or 15/3/2026); default: today").source


def run(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="WHAT", help=WHAT_HELP)],
    number: Annotated[int, typer.Option("-n", "--number", metavar="N", help=NUMBER_HELP)] = 0,
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF_HELP)] = "",
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Print the life."""
    from docgen.api.log import as_text, log

    if number < 0:
        raise WrongUsage(say("--number {value} is no number of commits.", value=number), say("Give 1 or more."))
    life = log(workspace_of(context), what, day_of(as_of) or date.today(), number)
    if json:
        for remark in life.remarks:
            tell(remark)
        out(as_json(life.to_dict()))
        return 0
    out(as_text(life, screen()))
    return 0
