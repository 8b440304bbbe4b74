"""What commands share: the words for their common options, the day and folder they mean, JSON of the contract."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.cli.console import tell
from docgen.cli.global_options import GlobalOptions
from docgen.errors import WrongUsage
from docgen.messages import say

if TYPE_CHECKING:
    import typer

    from docgen.versions.workspace import Workspace

FORMAT = 1
"""Version of every JSON shape; raised when a shape changes so that old readers would misread it."""

JSON_HELP = say("print JSON for other programs").source
CELL_HELP = say("the YAML file of a cell, or its name under cells/").source


def as_json(result: Mapping[str, object]) -> str:
    """Return a result as JSON text, Vietnamese letters as they are."""
    return json.dumps({"format": FORMAT, **result}, ensure_ascii=False, indent=2) + "\n"


def as_typed(name: object) -> str:
    """Return a name as it is typed on a command line: between quotation marks if it holds a space."""
    text = str(name)
    return f'"{text}"' if any(sign.isspace() for sign in text) else text


def options_of(context: typer.Context) -> GlobalOptions:
    """Return the options that hold for every command."""
    found = context.obj
    return found if isinstance(found, GlobalOptions) else GlobalOptions()


def workspace_of(context: typer.Context, quiet: bool = False) -> Workspace:
    """Return the folder to work in; that it is only the shipped data is said once."""
    from docgen.versions.workspace import find_workspace

    found = find_workspace(Path.cwd(), options_of(context).workspace)
    if found.shipped and not quiet:
        tell(say("No workspace here: the shipped data is used, read-only. To make one: docgen init DIR"))
    return found


def day_of(text: str) -> date | None:
    """Read a day as offices or computers write it; None if none was given."""
    if not text:
        return None
    parts = text.split("/")
    try:
        if len(parts) == 3:
            day, month, year = (int(part) for part in parts)
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUsage(say("'{value}' is no day of the calendar.", value=text),
                         say("Write it as 2026-03-15 or 15/3/2026.")) from None
