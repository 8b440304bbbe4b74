"""docgen search: provisions by words or by citation, the best first."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from docgen.cli.console import out, screen, tell
from docgen.cli.results import JSON_HELP, as_json, day_of, workspace_of
from docgen.messages import say

HELP = say("Find provisions by words, with or without diacritics, or by citation; all words are required, words in "
           "quotes stand side by side.").source
WORDS_HELP = say('words ("quy che lam viec"), or a citation ("khoan 2 dieu 9 qd 162")').source
AS_OF_HELP = say("only texts in force on that day (2026-03-15 or 15/3/2026)").source


def run(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help=WORDS_HELP)],
    *,
    work: Annotated[str, typer.Option("--work", metavar="WORK", help=say(
        "one work only, such as hoi-quan-chung").source)] = "",
    edition: Annotated[str, typer.Option("--edition", metavar="EDITION", help=say(
        "one edition only, such as 162, or as it was at a commit or tag (162@v1)").source)] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF_HELP)] = "",
    in_force: Annotated[bool, typer.Option("--in-force", help=say("only texts in force today").source)] = False,
    limit: Annotated[int, typer.Option("--limit", metavar="N", help=say("results at most; default: 10").source)] = 10,
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Print what was found; finding nothing is an answer too."""
    from docgen.api.search import as_text, search

    searched = search(workspace_of(context), " ".join(words), work=work, edition=edition, limit=limit,
                      day=day_of(as_of) or date.today(), in_force=in_force or bool(as_of))
    for remark in searched.remarks:
        tell(remark)
    if json:
        out(as_json(searched.found.to_dict()))
        return 0
    out(as_text(searched, screen()))
    return 0
