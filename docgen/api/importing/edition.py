"""A text brought in: read, compared with what it says of itself and with what is held, written, put on record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from difflib import unified_diff

from docgen.api.importing.plan import ImportPlan, plan_import
from docgen.api.importing.reading import read_for_import
from docgen.api.importing.report import report_of
from docgen.api.importing.request import ImportRequest
from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.publish.import_report import ImportReport
from docgen.versions.library import open_library
from docgen.versions.recording import Done, Edit, NewContent, Step, planned, record, recording
from docgen.versions.register import Edition
from docgen.versions.register_writer import founded, with_edition
from docgen.versions.repository.committing import committer, own_folder, standings
from docgen.versions.repository.opening import available
from docgen.versions.workspace import Workspace


def import_edition(
    workspace: Workspace, request: ImportRequest, progress: Callable[[int, int], None] | None = None,
) -> ImportReport:
    """Bring a text into a workspace, in one step that is whole or not at all; raises FaultsFound with every error."""
    if workspace.shipped:
        raise NotPossible(say("The data shipped with docgen is read-only; a text cannot be brought into it."),
                          say("Make a workspace of your own first: docgen init DIR"))
    without = _no_git(workspace)
    person = "" if without else committer(workspace.root)
    read = read_for_import(request, progress)
    if request.dry_run:
        plan = plan_import(open_library(workspace), request, read, person)
        return report_of(plan, Done(), without, (), _register_lines(workspace, plan))
    with recording(workspace) as (folder, finished):
        # only now: another import may have changed the register while this file was read
        plan = plan_import(open_library(workspace), request, read, person)
        step = _step(workspace, plan, committing=without is None)
        done = record(workspace, folder, step) if step else Done()
    remarks = [one for one in (finished, None if without or step else _not_committed(workspace, plan)) if one]
    return report_of(plan, done, without, tuple(remarks))


def _no_git(workspace: Workspace) -> Message | None:
    """Return why there can be no commit, None if there can be one."""
    if not available():
        return say("No commit was made: the git program is not installed on this machine.")
    try:
        own_folder(workspace.root)
    except NotPossible as refusal:
        return say("No commit was made: {reason}", reason=refusal.message)
    return None


def _not_committed(workspace: Workspace, plan: ImportPlan) -> Message | None:
    """Tell how to commit a text that was brought in while there was no git; None if it is committed."""
    path = workspace.root / plan.entry.file
    if not path.is_file() or standings([path])[0].committed == path.read_bytes():
        return None
    return say('The text is not committed as it stands: git add {files} && git commit -m "{subject}"',
               files=f"{plan.entry.file} versions/{plan.entry.work}.yaml",
               subject=_message(plan, "new").splitlines()[0])


def _step(workspace: Workspace, plan: ImportPlan, *, committing: bool) -> Step | None:
    """Return what is to be written; None if everything stands already."""
    if plan.action == "unchanged" and not plan.changes_register:
        return None
    files: list[NewContent] = []
    if plan.action != "unchanged":
        files.append(planned(workspace, workspace.root / plan.entry.file, lambda _: plan.text, committing=committing))
    for slug, editions in _by_work(plan).items():
        path = workspace.versions / f"{slug}.yaml"
        files.append(planned(workspace, path, _register_edit(slug, editions), committing=committing))
    return Step(files=tuple(files), message=_message(plan), when=datetime.now().astimezone().isoformat(),
                tag=plan.entry.id, committing=committing)


def _by_work(plan: ImportPlan) -> dict[str, list[Edition]]:
    found: dict[str, list[Edition]] = {}
    for edition in (plan.entry, *plan.others):
        found.setdefault(edition.work, []).append(edition)
    return found


def _register_edit(slug: str, editions: list[Edition]) -> Edit:
    def edit(text: str | None) -> str:
        for edition in editions:
            title = f"{edition.kind} {edition.title or edition.number}".strip()
            text = founded(slug, title, edition) if text is None else with_edition(text, slug, edition)
        return text or ""

    return edit


def _register_lines(workspace: Workspace, plan: ImportPlan) -> tuple[str, ...]:
    """Return the lines of the registers that would change, marked with + and -."""
    lines: list[str] = []
    for slug, editions in _by_work(plan).items():
        path = workspace.versions / f"{slug}.yaml"
        before = path.read_bytes().decode("utf-8") if path.is_file() else None
        after = _register_edit(slug, editions)(before)
        changed = unified_diff((before or "").splitlines(), after.splitlines(), lineterm="", n=0)
        lines += [line for line in changed if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    return tuple(lines)


def _message(plan: ImportPlan, action: str = "") -> str:
    """Return the message of the commit: a subject, the reason if there is one, and trailers programs can read."""
    entry = plan.entry
    name = " ".join(entry.name.split())
    subjects = {
        "filled": say("Complete {name} ({edition})", name=name, edition=entry.id),
        "corrected": say("Correct {name} ({edition})", name=name, edition=entry.id),
        "unchanged": say("Mark {name} ({edition}) as not for publication", name=name, edition=entry.id),
    }
    brought = say("Bring in {name} ({edition})", name=name, edition=entry.id)
    lines = [str(subjects.get(action or plan.action, brought)), ""]
    if plan.request.correct:
        lines += [plan.request.correct, ""]
    trailers = (("Number", entry.number), ("Issued-On", entry.issued_on.to_json() or ""), ("Source", plan.read.name),
                ("Source-SHA256", plan.read.sha256))
    return "\n".join([*lines, *(f"{name}: {value}" for name, value in trailers if value)]) + "\n"


