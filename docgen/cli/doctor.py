"""docgen doctor: what this machine has and lacks."""

from __future__ import annotations

from typing import Annotated

import typer

from docgen.cli.console import out, screen
from docgen.cli.results import JSON_HELP, as_json, options_of
from docgen.messages import say

HELP = say("Look at this machine: Python, git, LibreOffice, fonts, folders, console; say what to do where something "
           "is missing.").source


def run(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Print what was seen; nothing seen is a failure of the command."""
    from docgen.api.doctor import doctor

    seen = doctor(options_of(context).workspace)
    if json:
        out(as_json({"observations": [one.to_dict() for one in seen]}))
        return 0
    from docgen.publish.terminal import observations

    out(observations([(one.state, str(one.message), str(one.remedy)) for one in seen], screen()))
    return 0
