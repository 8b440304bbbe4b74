"""docgen batch: the documents of many cells at once, from a workbook or a folder of files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.console import out, screen, tell
from docgen.cli.draft import AS_OF_HELP, FINAL_HELP, KIND_HELP
from docgen.cli.results import JSON_HELP, as_json, day_of, workspace_of
from docgen.messages import say

if TYPE_CHECKING:
    from docgen.api.batching.results import Batch

HELP = say("Draft the documents of many cells: every row of a workbook, or every file of a folder. All faults of all "
           "rows are listed first; what stands already and has not changed is left alone. Exit code 3 if there is an "
           "error.").source
SOURCE_HELP = say("the workbook (docgen cell template -o cells.xlsx makes one) or a folder of YAML files").source
JOBS_HELP = say("how many processes work side by side; default: one a processor").source
KEEP_HELP = say("make the cells without a fault even if others have one").source


def run(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="CELLS", help=SOURCE_HELP)],
    *,
    folder: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help=say("folder for the files").source)],
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", help=JOBS_HELP, min=0, max=64)] = 0,
    keep_going: Annotated[bool, typer.Option("--keep-going", help=KEEP_HELP)] = False,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help=KIND_HELP)] = "all",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF_HELP)] = "",
    pdf: Annotated[bool, typer.Option("--pdf", help=say("also make a PDF of each, with LibreOffice").source)] = False,
    final: Annotated[bool, typer.Option("--final", help=FINAL_HELP)] = False,
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Write the documents and say how it went."""
    from docgen.api.batching.batch import batch
    from docgen.api.batching.results import BatchWishes, FaultsInRows
    from docgen.cli.progress import Progress
    from docgen.model.finding import has_errors

    wishes = BatchWishes(kind=kind, day=day_of(as_of), final=final, jobs=jobs, keep_going=keep_going,
                         opens=json, pdf=pdf)
    progress = Progress()
    try:
        made = batch(workspace_of(context), Path(source), Path(folder), wishes, progress.show)
    except FaultsInRows as faults:
        progress.end()
        if faults.marked:
            tell(say("Every fault is marked in a copy of the workbook: {path}", path=faults.marked))
        raise
    finally:
        progress.end()
    if json and has_errors(made.findings):
        out(as_json({"documents": [one.to_dict() for one in made.documents],
                     "findings": [one.to_dict() for one in made.findings]}))
    elif json:
        out(as_json({"documents": [one.to_dict() for one in made.documents]}))
    else:
        _tell(made, folder, pdf)
    return 3 if has_errors(made.findings) else 0


def _tell(made: Batch, folder: str, pdf: bool) -> None:
    from docgen.publish.terminal import findings, summary

    if made.findings:
        tell(findings(made.findings, screen()))
        tell(summary(made.findings))
    if made.marked:
        tell(say("Every fault is marked in a copy of the workbook: {path}", path=made.marked))
    if made.doubts_before:
        tell(say("Cells left as they were had {count} remark(s) when they were made.", count=made.doubts_before))
    out(str(say("Documents in {folder}: {made} written, {kept} left as they were.", folder=folder, made=made.made,
                kept=len(made.documents) - made.made)))
    if pdf:
        standing = sum(one.pdf is not None for one in made.documents)
        out(str(say("PDF: {made} written, {kept} left as they were.", made=made.printed, kept=standing - made.printed)))
