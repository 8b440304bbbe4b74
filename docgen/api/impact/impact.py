"""Every document of a folder held against a change of the law, by several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from docgen.api.batching.workers import shared_out, usual_jobs
from docgen.api.diff import Compared, diff
from docgen.api.draft import BASIS_TABLE
from docgen.api.impact.looking import WORD, Looked, Looking, look
from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.renew.impact import Change, counted
from docgen.versions.edition_id import is_number, slug
from docgen.versions.library import open_library
from docgen.versions.workspace import Workspace

_READ = (WORD, ".doc", ".odt", ".rtf", ".html", ".htm", ".txt", ".md")
_NOT_READ = (".pdf", ".png", ".jpg", ".jpeg", ".xlsx", ".xls")
"""Files that may hold documents too; reading a folder of scans would take hours."""
_WORTH_A_WORKER = 60
"""Files from which a second worker, and telling how far it is, are worth while."""
Watch = Callable[[int, int], None]
"""Told how many files are done, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What a change does to the documents of a folder; files by path, in order.

    `remarks` are on the search, those on the two texts stand in `compared`.
    """

    compared: Compared
    looked: tuple[Looked, ...]
    remarks: tuple[Message, ...] = ()

    @property
    def affected(self) -> tuple[Looked, ...]:
        """The documents somebody has to look at."""
        return tuple(one for one in self.looked if one.resting is not None and one.resting.affected)

    @property
    def unreadable(self) -> tuple[Looked, ...]:
        """The files nothing can be said of."""
        return tuple(one for one in self.looked if one.refused is not None)

    @property
    def counts(self) -> dict[str, int]:
        """How many documents there are of each sort."""
        return {**counted(one.resting for one in self.looked if one.resting is not None),
                "unreadable": len(self.unreadable)}

    def to_dict(self) -> dict[str, object]:
        """Return the JSON of the contract."""
        return {
            "old": self.compared.view.comparison.old.to_dict(), "new": self.compared.view.comparison.new.to_dict(),
            "documents": [
                {"path": str(one.path), "made_by_docgen": one.resting.made,
                 "clauses": [{"clause": clause.clause or None, "old": clause.old or None, "new": list(clause.new),
                              "kinds": list(clause.kinds), "how": clause.how, "line": clause.line,
                              "words": clause.words, "id": clause.id or None} for clause in one.resting.affected]}
                for one in self.affected if one.resting is not None],
            "counts": self.counts,
            "unreadable": [{"path": str(one.path), "message": str(one.refused)} for one in self.unreadable]}


def impact(
    workspace: Workspace, old: str, new: str, folder: Path, *, jobs: int = 0, watch: Watch | None = None,
) -> Impact:
    """Find every clause under a folder, or in one file, that rests on a provision the new text changes."""
    if not folder.exists():
        raise NotPossible(say("{path} does not exist.", path=folder), say("Check the name and the folder."))
    compared = diff(workspace, old, new)
    change = _change(compared)
    files, others = _files(folder)
    remarks: list[Message] = []
    if others:
        remarks.append(say("{count} file(s) were not looked into ({endings}): only Word files, web pages and texts "
                           "are.", count=len(others), endings=", ".join(sorted({one.suffix for one in others}))))
    if not _replaces(compared):
        remarks.append(say("No register says that {new} takes the place of {old}: check that before changing any "
                           "document.", new=compared.view.new_name.title, old=compared.view.old_name.title))
    looked: list[Looked] = []
    workers = max(1, min(jobs or usual_jobs(), len(files) // _WORTH_A_WORKER))
    for piece in shared_out(look, Looking(change), iter(files), workers):
        looked += piece
        if watch is not None and len(files) > _WORTH_A_WORKER:
            watch(len(looked), len(files))
    return Impact(compared=compared, looked=tuple(looked), remarks=tuple(remarks))


def _change(compared: Compared) -> Change:
    old = compared.old
    issued = old.edition.issued_on.date if old.edition is not None else None
    number = old.number
    if not number and old.edition is None:
        raise NotPossible(say("{name} has no number by which other texts could cite it.", name=old.short),
                          say("Name an edition, or a text whose letterhead has its number."))
    namesakes = [one for one in open_library(compared.workspace).registers.editions
                 if is_number(number.partition("-")[0], one.number)]
    return Change.between(
        compared.view.comparison, old.regulation, compared.new.regulation, number=number,
        date=issued.earliest.isoformat() if issued is not None and issued.is_day else "",
        shared_number=len(namesakes) > 1)


def _replaces(compared: Compared) -> bool:
    old, new = compared.old.edition, compared.new.edition
    if old is None or new is None:
        return False
    return any(one.edition == new.id or slug(one.number) == slug(new.number) for one in old.replaced_by)


def _files(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the documents, and the files that may be some and are not read."""
    read: list[Path] = []
    others: list[Path] = []
    for path in _walk(folder):
        ending = path.suffix.lower()
        if ending in _READ:
            read.append(path)
        elif ending in _NOT_READ:
            others.append(path)
    return read, others


def _walk(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        yield folder
        return
    for path in sorted(folder.rglob("*")):
        # Word's own scratch files, hidden ones, and the tables that are made anew with every draft
        if not path.name.startswith((".", "~$")) and not path.name.endswith(BASIS_TABLE) and path.is_file():
            yield path
