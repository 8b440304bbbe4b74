"""docgen review: hold a document anybody wrote against the law, its cell, its form and itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.console import out, screen, tell
from docgen.cli.results import CELL_HELP, JSON_HELP, as_json, day_of, workspace_of
from docgen.messages import say

HELP = say("Review a Word document: what the framework asks for, citations, quotations, numbering, references, "
           "form, the cell's facts. Exit code 3 if something is wrong, 4 if only a newer edition overtook it.").source
COPY_HELP = say("also write a copy of the document with the findings as comments").source
AS_OF_HELP = say("the day whose law is asked for; default: today (2026-03-15 or 15/3/2026)").source


def run(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE.docx", help=say("the document, as a Word file").source)],
    *,
    cell: Annotated[str, typer.Option("--cell", metavar="CELL", help=CELL_HELP)] = "",
    copy: Annotated[str, typer.Option("-o", "--output", metavar="FILE.docx", help=COPY_HELP)] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF_HELP)] = "",
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Print the findings and the obligations; write the copy if one is asked for."""
    from docgen.api.document_review.commented import check_target, write_commented
    from docgen.api.document_review.review import as_data, review

    if copy:
        check_target(Path(copy), Path(file))
    result = review(workspace_of(context), Path(file), cell=cell, today=day_of(as_of) or date.today())
    for remark in result.remarks:
        tell(remark)
    if copy:
        write_commented(result, Path(copy))
    if json:
        out(as_json(as_data(result)))
    else:
        from docgen.api.document_review.told import told_review

        out(told_review(result, screen()))
        if copy:
            out(str(say("Written: {path}", path=copy)))
    return result.exit_code
