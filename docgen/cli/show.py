"""docgen show: a regulation, one provision of it, or a file, on the screen or in Word."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.console import out, page_read, screen, tell
from docgen.cli.results import JSON_HELP, as_json, workspace_of
from docgen.messages import say

HELP = say("Show a regulation or one provision of it, by address, by citation or from a file.").source
WHAT_HELP = say('a file (.md, .txt, .docx, .doc, .html, .pdf, .png, .jpg), an edition with an address '
                '(162:dieu-9.khoan-2), or a citation ("khoản 2 Điều 9 Quy định 162-QĐ/TW")').source


def run(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="WHAT", help=WHAT_HELP)],
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE.docx",
                                        help=say("write a Word file instead of printing").source)] = "",
    as_printed: Annotated[bool, typer.Option(
        "--as-printed", help=say("undo the recorded corrections: the wording as the source prints it").source)] = False,
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Print the page or write it."""
    from docgen.api.show import save, show
    from docgen.publish.terminal import findings, provision

    shown = show(workspace_of(context), what, as_printed=as_printed, progress=page_read)
    for remark in shown.remarks:
        tell(remark)
    if shown.problems:
        tell(findings(shown.problems))
    if output:
        target = save(workspace_of(context, quiet=True), shown.page, Path(output))
        if json:
            out(as_json({**shown.page.to_dict(), "path": str(target)}))
        else:
            out(str(say("Written: {path}", path=target)))
        return 0
    if json:
        out(as_json(shown.page.to_dict()))
        return 0
    out(provision(shown.page, screen()))
    return 0
