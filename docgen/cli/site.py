"""docgen site: the reference site of a workspace, built into a folder or shown on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.console import out, tell
from docgen.cli.results import JSON_HELP, as_json, day_of, workspace_of
from docgen.messages import say

HELP = say("The reference site: reading, searching, comparing and citing the regulations, without a network.").source
BUILD_HELP = say("Build the site into a folder that can be put on a server, in a sub-folder of one, or on a USB stick."
                 ).source
SERVE_HELP = say("Build the site and show it to the browsers of this machine only; Ctrl-C ends it.").source
OUTPUT_HELP = say("folder of the site; default: build/site of the workspace").source
AS_OF_HELP = say("day for which the site says what is in force; default: the day of the last commit").source


def run_build(
    context: typer.Context,
    output: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help=OUTPUT_HELP)] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF_HELP)] = "",
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Build the site and say where it is."""
    from docgen.api.site.building import build_site

    built = build_site(workspace_of(context), Path(output) if output else None, day_of(as_of))
    for remark in built.remarks:
        tell(remark)
    if json:
        out(as_json({"site": {"path": str(built.folder), "pages": built.pages, "written": built.written}}))
        return 0
    out(str(say("Site of {pages} pages: {written} files written anew, the others were up to date.",
                pages=built.pages, written=built.written)))
    out(str(say("Open it: {path}", path=built.folder / "index.html")))
    return 0


def run_serve(
    context: typer.Context,
    output: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help=OUTPUT_HELP)] = "",
    port: Annotated[int, typer.Option("--port", metavar="N", help=say("port on this machine").source)] = 8000,
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF_HELP)] = "",
) -> int:
    """Build the site and serve it until Ctrl-C."""
    from docgen.api.site.building import build_site
    from docgen.api.site.serving import serve_site

    built = build_site(workspace_of(context), Path(output) if output else None, day_of(as_of))
    for remark in built.remarks:
        tell(remark)
    serve_site(built.folder, port, lambda address: out(str(say("The site is at {address}; Ctrl-C ends it.",
                                                               address=address))))
    return 0
