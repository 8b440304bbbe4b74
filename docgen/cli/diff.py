"""docgen diff: what changed between two texts, in the form that is wanted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.console import out, screen, tell
from docgen.cli.results import JSON_HELP, day_of, workspace_of
from docgen.errors import WrongUsage
from docgen.messages import say

if TYPE_CHECKING:
    from docgen.api.diff import Compared

HELP = say("Compare two texts: what stayed, was reworded, renumbered, moved, split, merged, added, left out; what is "
           "not held is said, never guessed.").source
TEXT_HELP = say("an edition (162), an edition at a commit or tag (162@v1), or a file (.md, .txt, .docx)").source


def run(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help=TEXT_HELP)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=say("the text it is compared with, named the same way"
                                                               ).source)],
    *,
    form: Annotated[str, typer.Option("--format", metavar="FORM", help=say(
        "text, json, html, md, table-docx (comparison table) or redline-docx (tracked changes); default: the ending "
        "of FILE, else text").source)] = "",
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help=say("write a file instead of printing"
                                                                                   ).source)] = "",
    full: Annotated[bool, typer.Option("--full", help=say("show unchanged provisions too").source)] = False,
    review: Annotated[bool, typer.Option("--review", help=say(
        "go through the rows one by one, confirm or correct them, and keep the answers").source)] = False,
    citing: Annotated[str, typer.Option("--citing", metavar="PATH", help=say(
        "list every citation of OLD in the texts there, with its place in NEW").source)] = "",
    against: Annotated[str, typer.Option("--against", metavar="MODEL", help=say(
        "hold NEW against a third text too: current, model and draft in one table").source)] = "",
    author: Annotated[str, typer.Option("--author", metavar="NAME", help=say(
        "who signs the tracked changes, or the review").source)] = "",
    date: Annotated[str, typer.Option("--date", metavar="DATE", help=say(
        "day of the tracked changes (2026-03-15 or 15/3/2026); default: the day of NEW").source)] = "",
    json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> int:
    """Print or write the comparison."""
    from docgen.api.diff import Signature, diff, form_of, keep_inputs, rendered, rendered_three
    from docgen.api.diff import against as hold_against
    from docgen.api.whole_texts import patience

    if json and form not in ("", "json"):
        raise WrongUsage(say("--json and --format {form} contradict each other.", form=form),
                         say("Leave one of them out."))
    target = Path(output) if output else None
    chosen = form_of("json" if json else form, target)
    if [bool(citing), bool(against), review].count(True) > 1:
        raise WrongUsage(say("--citing, --against and --review do three different things."), say("Use one at a time."))
    if long := patience(old, new, against):
        tell(long)
    result = diff(workspace_of(context), old, new)
    keep_inputs(result.workspace, target, result.old, result.new)
    if chosen in ("json", "redline-docx", "table-docx", "html", "md"):
        for remark in result.remarks:
            tell(remark)  # the text form has them under its first line
    if review:
        return _review(result, author)
    if citing:
        return _citing(result, Path(citing), chosen, target)
    if against:
        three = hold_against(result, against, target)
        content = rendered_three(result, three, chosen, full=full, screen=screen())
    else:
        signature = Signature(author=author, day=day_of(date))
        content = rendered(result, chosen, full=full, screen=screen(), signature=signature)
    _deliver(content, target)
    return 0


def _deliver(content: bytes, target: Path | None) -> None:
    if target is None:
        out(content.decode())
        return
    from docgen.api.writing import write_bytes

    write_bytes(target, content)
    out(str(say("Written: {path}", path=target)))


def _citing(result: Compared, path: Path, form: str, target: Path | None) -> int:
    from docgen.api.citing import citing, rendered

    report = citing(result, path)
    for remark in report.remarks:
        tell(remark)
    _deliver(rendered(result, report, form), target)
    return 0


def _review(result: Compared, author: str) -> int:
    from docgen.api.review import Review, save

    review = Review.of(result, author or _asked(say("Your name, as it is to stand in the file: ")))
    questions = list(review.questions())
    try:
        for number, question in enumerate(questions, 1):
            out(f"\n[{number}/{len(questions)}] {question.shown}")
            answer = _asked(say("[Enter] right, [n] not a counterpart, [= ADDRESS] its right counterpart, [# WORDS] "
                                "reason, [s] skip, [q] stop and keep: "))
            while (doubt := review.take(question, answer)) is not None:
                tell(doubt)
                answer = _asked(say("Once more: "))
            if review.stopped:
                break
    finally:  # Ctrl-C stops here too: an hour of answers is not lost
        path = save(review)
        if path is not None:
            out(str(say("Written: {path}", path=path)))
    if not questions:
        out(str(say("{name} has confirmed every row that can be judged.", name=review.by)))
    elif path is None:
        out(str(say("Nothing was confirmed, nothing was written.")))
    return 0


def _asked(words: object) -> str:
    sys.stderr.write(str(words))
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip() if line else "q"
