"""docgen check: look for faults in regulations and registers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.console import out, screen, tell
from docgen.cli.results import JSON_HELP, as_json, workspace_of
from docgen.errors import WrongUsage
from docgen.messages import say

HELP = say("Check texts and registers: hashes, continuous numbering, references that lead somewhere, dates and "
           "replacements that agree. Exit code 3 if there is an error.").source


def run(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(
        metavar="[PATH...]", help=say("files or folders; nothing given: the whole workspace").source)] = None,
    review: Annotated[bool, typer.Option("--review", help=say(
        "decide about damaged words one after the other; editions may be named too").source)] = False,
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Print the findings, or walk through the damaged words."""
    if review:
        if json:
            raise WrongUsage(say("--review asks a person; it has no JSON."), say("Leave one of the two away."))
        from docgen.cli.review_damage import review as walk

        return walk(workspace_of(context), paths or ())
    from docgen.api.check import check
    from docgen.model.finding import has_errors

    found = check(workspace_of(context), tuple(Path(path) for path in paths or ()))
    if json:
        out(as_json({"findings": [finding.to_dict() for finding in found]}))
    else:
        from docgen.publish.terminal import findings, summary

        if found:
            out(findings(found, screen()))
        tell(summary(found))
    return 3 if has_errors(found) else 0
