"""docgen template: a province's own model brought in from Word, looked at and confirmed, checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.console import out, screen, tell
from docgen.cli.keyboard import ask, show, somebody_is_there
from docgen.cli.results import JSON_HELP, as_json, workspace_of
from docgen.errors import DocgenError
from docgen.messages import say

if TYPE_CHECKING:
    from docgen.api.model.confirming import Confirming

HELP = say("Templates: a province's own model brought in from Word, confirmed and checked.").source
IMPORT_HELP = say("Turn a model of rules in Word into a template: blanks become questions, articles keep their order "
                  "and words, legal bases are proposed. Nothing counts as confirmed until a person says so.").source
CONFIRM_HELP = say("Look at what was understood of a model, question by question, and say whether it is right.").source
CHECK_HELP = say("Check the templates of a framework or of a model, and list which provisions they deal with. Exit "
                 "code 3 if there is an error.").source
WORK_HELP = say("the framework the model belongs to, such as hoi-quan-chung").source
NAME_HELP = say("what the model is called here; default: the name of the file").source
KIND_HELP = say("working-rules or coordination-agreement; default: as the title of the model says").source
ALL_HELP = say("take every question as it was proposed, without asking; legal bases stay proposed").source

YES, NO, LATER, END = "c", "k", "", "q"


def run_import(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="MODEL.docx", help=say("the model, best as .docx").source)],
    *,
    work: Annotated[str, typer.Option("--work", metavar="WORK", help=WORK_HELP)],
    name: Annotated[str, typer.Option("--name", metavar="NAME", help=NAME_HELP)] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help=KIND_HELP)] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("show what was understood, write nothing"
                                                                ).source)] = False,
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Read the model, write the template, and say what was understood."""
    from docgen.api.model.importing import import_model
    from docgen.api.model.told import told_model

    made = import_model(workspace_of(context, quiet=dry_run), Path(file), work, name=name, kind=kind, dry_run=dry_run)
    if json:
        out(as_json(made.to_dict()))
        return 0
    out(told_model(made, screen()))
    if made.folder is None:
        tell(say("Nothing was written (--dry-run)."))
        return 0
    out(str(say("Written: {path}", path=made.folder)))
    tell(say("Read what was understood, then: docgen template confirm {name}", name=made.name))
    tell(say("A cell uses the model with the line '{line}' in its file; docgen cell new --framework {name} asks "
             "everything the model asks.", line=f"framework: {made.name}", name=made.name))
    return 0


def run_confirm(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="MODEL", help=say("name of the model, under templates/").source)],
    *,
    everything: Annotated[bool, typer.Option("--all", help=ALL_HELP)] = False,
) -> int:
    """Ask about each question and each proposed basis, or list them where nobody can answer."""
    from docgen.api.model.confirming import Confirming

    model = Confirming(workspace_of(context), name)
    if everything:
        for question in model.questions:
            model.confirm(question.name)
    elif somebody_is_there():
        try:
            _ask_all(model)
        except KeyboardInterrupt:
            tell(say("What was answered is kept; the rest is asked next time."))
            raise
    left, bases = model.questions, model.bases
    for question in left:
        out("\n".join((question.name, *(f"  {words}" for words in question.sentences))))
    for basis in bases:
        out("\n".join((basis.clause, *(f"  {cited}" for cited, _ in basis.bases))))
    tell(say("Not confirmed: {questions} question(s), legal bases of {bases} clause(s).", questions=len(left),
             bases=len(bases)))
    return 0


def run_check(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=say(
        "name of a framework or of a model, under templates/").source)],
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Print the findings and the table of provisions."""
    from docgen.api.model.checking import check_template
    from docgen.api.model.told import told_coverage
    from docgen.model.finding import has_errors
    from docgen.publish.terminal import findings, summary

    checked = check_template(workspace_of(context), name)
    if json:
        out(as_json({"findings": [finding.to_dict() for finding in checked.findings],
                     "coverage": [{"address": row.address, "state": row.state, "clauses": list(row.based),
                                   "proposed": list(row.proposed), "reference": row.reference or None,
                                   "reason": row.reason or None} for row in checked.rows]}))
    else:
        if checked.findings:
            out(findings(checked.findings, screen()))
        if checked.rows:
            out(told_coverage(checked, screen()))
        tell(summary(checked.findings))
    return 3 if has_errors(checked.findings) else 0


def _ask_all(model: Confirming) -> None:
    show(say("Enter alone leaves it for later; {yes} is right; {end} ends; another name takes the place of the one "
             "proposed.", yes=YES, end=END))
    for question in model.questions:
        asked = model.fields.find(question.name)
        show("")
        for words in question.sentences:
            show(words, 2, 2)
        show(say("{name}: {label}", name=question.name, label=(asked.label if asked else "") or question.name))
        if not _answered(model, question.name):
            return
    for basis in model.bases:
        show("")
        show(basis.text, 2, 2)
        for cited, words in basis.bases:
            show(say("Proposed: {basis}: {words}", basis=cited, words=words or say("(text not held)")), 2, 2)
        show(say("Does the clause rest on this? {yes} yes, {no} no, Enter later.", yes=YES, no=NO))
        answer = ask().casefold()
        if answer == END:
            return
        if answer in (YES, NO):
            model.settle(basis.clause, accepted=answer == YES)


def _answered(model: Confirming, name: str) -> bool:
    """Ask until the answer can be taken; tells whether to go on."""
    while True:
        answer = ask()
        if answer == END:
            return False
        try:
            if answer == YES:
                model.confirm(name)
            elif answer != LATER:
                model.rename(name, answer)
        except DocgenError as error:
            show(str(error), 2)
            continue
        return True
