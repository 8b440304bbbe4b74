"""docgen import: bring a text in, from Word, a web page, PDF, a scan or plain text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.console import out, page_read, screen, tell
from docgen.cli.results import JSON_HELP, as_json, workspace_of
from docgen.messages import say

HELP = say("Bring a regulation in: read the file, write its text and its entry in the register, and commit both. "
           "Exit code 3 if something stands against it; then nothing is written.").source
FILE_HELP = say("the file: .docx, .doc, .html, .pdf, .txt, .md, or a scan (.pdf, .png, .jpg)").source


def run(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help=FILE_HELP)],
    *,
    number: Annotated[str, typer.Option("--number", metavar="NUMBER", help=say(
        "its number as printed: 162-QĐ/TW; a text without one by its name").source)],
    issued: Annotated[str, typer.Option("--issued", metavar="DATE", help=say(
        "its date of issue (2024-05-29 or 29/5/2024; the year alone if no more is known)").source)],
    work: Annotated[str, typer.Option("--work", metavar="WORK", help=say(
        "the work it belongs to, such as hoi-quan-chung; a new name makes a new work").source)],
    repair: Annotated[bool, typer.Option("--repair", help=say(
        "repair damage of character recognition where the evidence decides, each repair on record").source)] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("show what would be written, write nothing"
                                                                ).source)] = False,
    correct: Annotated[str, typer.Option("--correct", metavar="REASON", help=say(
        "put this text in place of other words, or vouch for number and date; the reason is kept").source)] = "",
    not_for_publication: Annotated[bool, typer.Option("--not-for-publication", help=say(
        "keep this edition off public pages").source)] = False,
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Import the file and report."""
    from docgen.api.importing.edition import import_edition
    from docgen.api.importing.plan import OtherText
    from docgen.api.importing.report import differences_shown, differences_to_dict, shown
    from docgen.api.importing.request import read_request
    from docgen.publish.terminal import findings

    request = read_request(Path(file), number, issued, work, repair=repair, dry_run=dry_run, correct=correct,
                           publish=not not_for_publication)
    try:
        report = import_edition(workspace_of(context, quiet=True), request, page_read)
    except OtherText as other:
        if json:
            out(as_json(differences_to_dict(other)))
            return other.exit_code
        out(differences_shown(other, screen()))
        raise
    if json:
        out(as_json(report.to_dict()))
        return 0
    if report.findings:
        tell(findings(report.findings))
    out(shown(report, screen()))
    return 0
