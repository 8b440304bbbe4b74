"""docgen impact: which documents already written rest on provisions that a new text changes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.batch import JOBS_HELP
from docgen.cli.console import out, screen, tell
from docgen.cli.diff import TEXT_HELP
from docgen.cli.results import JSON_HELP, workspace_of
from docgen.errors import WrongUsage
from docgen.messages import say

HELP = say("List the documents under a folder that rest on provisions a new text changes: which clause, on what, where "
           "that stands now, what cannot be said. Documents docgen did not make are found by what they cite and "
           "quote.").source


def run(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help=TEXT_HELP)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=say("the text that changes it, named the same way").source)],
    folder: Annotated[str, typer.Argument(metavar="DIR", help=say("a folder of documents, or one document").source)],
    *,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE.xlsx", help=say(
        "write a workbook (.xlsx) or a Word table (.docx) instead of printing").source)] = "",
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", help=JOBS_HELP, min=0, max=64)] = 0,
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Print or write the list."""
    from docgen.api.impact.forms import check_name, json_of, page_of, shown, written
    from docgen.api.impact.impact import impact
    from docgen.cli.progress import Progress

    target = Path(output) if output else None
    if json and target:
        raise WrongUsage(say("--json prints; -o writes a workbook or a Word table."), say("Leave one of them out."))
    check_name(target)
    progress = Progress()
    try:
        result = impact(workspace_of(context), old, new, Path(folder), jobs=jobs, watch=partial(progress.show, "look"))
    finally:
        progress.end()
    if json:
        for remark in (*result.compared.remarks, *result.remarks):
            tell(remark)
        out(json_of(result))
    elif target is not None:
        from docgen.api.writing import write_bytes

        write_bytes(target, written(result, target))
        out(page_of(result).summary)
        out(str(say("Written: {path}", path=target)))
    else:
        out(shown(result, screen()))
    return 0
