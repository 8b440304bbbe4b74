"""docgen draft: from the facts of a cell to its document in Word."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.console import out, screen, tell
from docgen.cli.results import CELL_HELP, JSON_HELP, as_json, day_of, workspace_of
from docgen.messages import say

HELP = say("Draft the documents of a cell in Word and list what is still open. Exit code 3 and nothing written if "
           "the facts have an error.").source
AS_OF_HELP = say("the day for which form and legal bases are chosen while the date of issue is open (2026-03-15 or "
                 "15/3/2026)").source

KIND_HELP = say("working-rules, coordination-agreement, all (default: both), set (both and the papers round them), or "
                "one paper such as proposal or resolution").source
FINAL_HELP = say("the copy to sign: no draft mark, nothing hidden in the file, no table of legal bases").source
BASIS_TABLE_HELP = say("with --final: write the table of legal bases all the same").source


def run(
    context: typer.Context,
    cell: Annotated[str, typer.Argument(metavar="CELL", help=CELL_HELP)],
    *,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND",
                                      help=KIND_HELP)] = "all",
    folder: Annotated[str, typer.Option("-o", "--output", metavar="DIR",
                                        help=say("folder for the files; default: here").source)] = ".",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF_HELP)] = "",
    pdf: Annotated[bool, typer.Option("--pdf", help=say("also make a PDF, with LibreOffice").source)] = False,
    final: Annotated[bool, typer.Option("--final", help=FINAL_HELP)] = False,
    basis_table: Annotated[bool, typer.Option("--basis-table", help=BASIS_TABLE_HELP)] = False,
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Write the documents and say what is left to do."""
    from docgen.api.draft import Wishes, draft

    wishes = Wishes(day=day_of(as_of), final=final, pdf=pdf, basis_table=basis_table or not final)
    made = draft(workspace_of(context), cell, kind=kind, folder=Path(folder), wishes=wishes)
    if json:
        out(as_json({"documents": [one.to_dict() for one in made.documents]}))
        return 0
    from docgen.publish.terminal import findings, open_points
    from docgen.publish.terminal_set import open_points_of_set

    if made.warnings:
        tell(findings(made.warnings))
    for one in made.documents:
        for path in (one.path, one.pdf, one.basis_table):
            if path:
                out(str(say("Written: {path}", path=path)))
        if not made.is_set:
            out(open_points(one.open, screen()))
    if made.is_set:
        out(open_points_of_set([(one.path.stem.removeprefix(f"{one.cell}."), one.open) for one in made.documents],
                               screen()))
    return 0
