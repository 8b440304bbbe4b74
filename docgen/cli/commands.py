"""The list of commands, in the order of the work; each is loaded with its own file and works lazily."""

from __future__ import annotations

import typer

from docgen.cli import (
    batch,
    cell,
    check,
    diff,
    doctor,
    draft,
    git_diff,
    impact,
    import_,
    init,
    list_works,
    log,
    review,
    search,
    show,
    site,
    template,
    update,
)
from docgen.cli.pages import Command, Group
from docgen.messages import say


def build() -> typer.Typer:
    """Put the commands together."""
    app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None, help=say(
        "Drafts the rules a Party cell writes under a framework regulation, from the cell's facts to Word; keeps the "
        "regulations, shows them by address and checks them.").source)
    one = app.command
    one("init", cls=Command, help=init.HELP)(init.run)
    one("list", cls=Command, help=list_works.HELP)(list_works.run)
    one("show", cls=Command, help=show.HELP)(show.run)
    one("search", cls=Command, help=search.HELP)(search.run)
    one("diff", cls=Command, help=diff.HELP)(diff.run)
    one("log", cls=Command, help=log.HELP)(log.run)
    one("import", cls=Command, help=import_.HELP)(import_.run)
    one("check", cls=Command, help=check.HELP)(check.run)
    cells = typer.Typer(cls=Group, rich_markup_mode=None, help=cell.HELP)
    cells.command("new", cls=Command, help=cell.NEW_HELP)(cell.run_new)
    cells.command("template", cls=Command, help=cell.TEMPLATE_HELP)(cell.run_template)
    cells.command("check", cls=Command, help=cell.CHECK_HELP)(cell.run_check)
    app.add_typer(cells, name="cell")
    templates = typer.Typer(cls=Group, rich_markup_mode=None, help=template.HELP)
    templates.command("import", cls=Command, help=template.IMPORT_HELP)(template.run_import)
    templates.command("confirm", cls=Command, help=template.CONFIRM_HELP)(template.run_confirm)
    templates.command("check", cls=Command, help=template.CHECK_HELP)(template.run_check)
    app.add_typer(templates, name="template")
    one("draft", cls=Command, help=draft.HELP)(draft.run)
    one("batch", cls=Command, help=batch.HELP)(batch.run)
    one("review", cls=Command, help=review.HELP)(review.run)
    one("impact", cls=Command, help=impact.HELP)(impact.run)
    one("update", cls=Command, help=update.HELP)(update.run)
    sites = typer.Typer(cls=Group, rich_markup_mode=None, help=site.HELP)
    sites.command("build", cls=Command, help=site.BUILD_HELP)(site.run_build)
    sites.command("serve", cls=Command, help=site.SERVE_HELP)(site.run_serve)
    app.add_typer(sites, name="site")
    one("doctor", cls=Command, help=doctor.HELP)(doctor.run)
    for name, hook in (("git-diff", git_diff.show_difference), ("git-text", git_diff.show_text)):
        one(name, cls=Command, help=git_diff.HELP, hidden=True)(hook)
    return app
