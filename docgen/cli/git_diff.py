"""docgen git-diff and git-text: what git calls to show regulations and Word files (set up by docgen init).

Both are plumbing: git stops with its own complaint at any exit code but 0, so what cannot be compared is one sentence.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.console import out, screen
from docgen.cli.results import workspace_of
from docgen.errors import DocgenError
from docgen.messages import say

HELP = say("Called by git diff; see docgen init.").source


def show_difference(
    context: typer.Context,
    arguments: Annotated[list[str], typer.Argument(metavar="PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE",
                                                   help=say("what git hands over").source)],
) -> int:
    """Show one changed file; git hands over its path and the two states as files."""
    path = arguments[0]
    if len(arguments) < 7:
        out(str(say("{path}: the file is in conflict; settle that first.", path=path)))
        return 0
    from docgen.api.git_files import difference

    out(difference(workspace_of(context, quiet=True), path, Path(arguments[1]), Path(arguments[4]), screen()))
    return 0


def show_text(
    file: Annotated[str, typer.Argument(metavar="FILE", help=say("a Word file").source)],
) -> int:
    """Print a Word file as plain lines, for git log and git show."""
    from docgen.api.git_files import plain_lines

    try:
        out(plain_lines(Path(file)))
    except DocgenError as refusal:
        out(str(refusal))
    return 0
