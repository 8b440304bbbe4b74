"""The life of a work, an edition or a provision on both clocks: legal time from registers, editing time from git."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from docgen.api.edits import Edits, edits_of
from docgen.api.legal_life import legal_life, stages_of_work
from docgen.api.named import Named, named
from docgen.api.step_back import Version
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import say
from docgen.model.citation import cite
from docgen.publish.life import Edit, Life
from docgen.publish.life_text import life_text
from docgen.publish.lines import PLAIN, Screen
from docgen.versions.library import HeldText, Library, open_library, provision_of
from docgen.versions.register import Edition
from docgen.versions.registers import Registers
from docgen.versions.repository.history import Commit, files_of, history_of
from docgen.versions.workspace import Workspace

_WORK = re.compile(r"(?P<slug>[a-z0-9-]+)(?:@(?P<ref>\S+))?")


def log(workspace: Workspace, what: str, day: date, most: int = 0) -> Life:
    """Tell the life of what was named; `day` is the day the status is told for, `most` newest edits only (0: all)."""
    library = open_library(workspace)
    path = Path(what)
    if what.strip() and (path.is_file() or path.suffix == ".md"):
        return _of_edition(Named(library, _edition_of(workspace, library.registers, path)), day, most)
    asked = _WORK.fullmatch(what.strip())
    if asked and asked["slug"] in {work.slug for work in library.registers.works}:
        return _of_work(library.at(asked["ref"] or ""), asked["slug"], day, most)
    return _of_edition(named(library, what), day, most)


def as_text(life: Life, screen: Screen = PLAIN) -> str:
    """Return a life as it is read on the screen."""
    return life_text(life, screen)


def _edition_of(workspace: Workspace, registers: Registers, path: Path) -> Edition:
    if not path.is_file():
        raise NotPossible(say("{path} does not exist.", path=path), say("Check the name and the folder."))
    name = workspace.relative(path)
    found = next((edition for edition in registers.editions if edition.file == name), None)
    if found is None:
        raise WrongUsage(say("{path} is the text of no edition that a register lists.", path=path),
                         say("The command docgen list shows every edition; git log -- FILE tells of any other file."))
    return found


def _of_edition(asked: Named, day: date, most: int) -> Life:
    library, edition = asked.library, asked.edition
    held: HeldText | None = None
    remarks = list(library.remarks)
    try:
        held = library.text(edition)
    except NotPossible as refusal:
        if asked.address or edition.completeness != "none":
            raise
        remarks.append(refusal.message)
    address = asked.address_in(held.regulation) if held else ""
    if held and address:
        provision_of(held, address)
    legal = legal_life(library, edition, held.regulation if held else None, address, day)
    edits: tuple[Edit, ...] | None = ()
    if held:
        remarks += held.remarks
        told = _edits(library, held, address, most)
        edits = told.edits
        remarks += told.remarks
    return Life(edition=asked.name, address=address, citation=cite(address, edition.name) if address else edition.name,
                legal=legal, edits=edits, remarks=tuple(remarks))


def _edits(library: Library, held: HeldText, address: str, most: int) -> Edits:
    """Read the other clock; without git, outside a repository or where it is broken, the sentence alone."""
    try:
        return edits_of(library.workspace.root / held.file, library.ref, address,
                        None if library.ref else Version(held.regulation), most)
    except NotPossible as refusal:
        return Edits(None, (refusal.message,))


def _of_work(library: Library, slug: str, day: date, most: int) -> Life:
    work = library.registers.work(slug)
    name = f"{slug}@{library.ref}" if library.ref else slug
    told = _commits_of_work(library, slug, most)
    return Life(work=name, citation=work.title, legal=stages_of_work(work.editions, day), edits=told.edits,
                remarks=(*library.remarks, *told.remarks))


def _commits_of_work(library: Library, slug: str, most: int) -> Edits:
    """Return the commits that touched the texts, the register or the reviewed correspondences of a work."""
    workspace = library.workspace
    paths = [workspace.regulations / slug, workspace.versions / f"{slug}.yaml", workspace.versions / slug]
    try:
        commits = history_of(paths, library.ref).commits
        touched = files_of(paths, library.ref)
    except NotPossible as refusal:
        return Edits(None, (refusal.message,))
    edits = tuple(_bare(commit, touched.get(commit.id, ())) for commit in commits)
    return Edits(edits[:most] if most else edits)


def _bare(commit: Commit, files: tuple[str, ...]) -> Edit:
    return Edit(commit=commit.id, committed_at=commit.committed_at, author=commit.author, subject=commit.subject,
                body=commit.body, trailers=commit.trailers, files=files)
