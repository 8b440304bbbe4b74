"""The folder of an office that drafts: shipped templates and texts, two cells, under git unless asked otherwise."""

from __future__ import annotations

import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

from docgen.versions.workspace import Workspace
from docgen.word.archive import pack, write_zip
from tests.versions.git_office import git

ROOT = Path(__file__).parents[2]
CELL, OTHER = "chi-bo-co-chi-uy", "chi-bo-ghep"
WORK = "hoi-quan-chung"
CLAUSES = Path("templates", WORK, "working-rules", "clauses.md")


def office(folder: Path, *, under_git: bool = True, ignored: bool = False) -> Workspace:
    """Return a small workspace; `ignored` keeps cells/ out of git, as an office does that names people there."""
    for name in ("templates/shared", f"templates/{WORK}", "regulations", "versions"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "cells").mkdir()
    for cell in (CELL, OTHER):
        shutil.copy(ROOT / "cells" / f"{cell}.yaml", folder / "cells")
    if ignored:
        (folder / ".gitignore").write_text("/cells/\n", encoding="utf-8")
    if under_git:
        git(folder, "init", "-q", "-b", "main")
        commit(folder)
    return Workspace(folder)


def commit(folder: Path) -> None:
    """Commit everything that git does not ignore."""
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "-m", "thử")


def change(path: Path, old: str, new: str) -> None:
    """Put other words into a file; the old ones must stand there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def hidden_part(content: bytes) -> tuple[str, str]:
    """Return name and text of the hidden part of a document."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return next((name, archive.read(name).decode()) for name in archive.namelist()
                    if re.fullmatch(r"customXml/item\d+\.xml", name))


def with_hidden(content: bytes, old: str, new: str) -> bytes:
    """Return a document whose hidden part says something else; `old` is a pattern and must be found."""
    place, _ = hidden_part(content)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    lying, count = re.subn(old, new, parts[place].decode(), count=1)
    assert count == 1
    return write_zip([pack(name, part) for name, part in {**parts, place: lying.encode()}.items()])
