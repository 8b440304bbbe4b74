"""What stood in the repository: a text as it was at a commit, and is anything uncommitted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from docgen.errors import NotPossible
from docgen.messages import say
from docgen.versions.repository.batch import blobs
from docgen.versions.repository.opening import commit_of, inside, opened, refused


def text_at(path: Path, ref: str) -> bytes:
    """Return a file as it was at a commit, branch or tag."""
    with opened(path.parent) as repo:
        commit = commit_of(repo, ref)
        name = inside(repo, path)
        try:
            node = commit.tree.join(name)
        except KeyError:
            raise NotPossible(say("{path} did not exist yet at '{ref}'.", path=name, ref=ref),
                              say("Name a later commit or tag.")) from None
        if node.type != "blob":
            raise NotPossible(say("{path} is a folder, not a file.", path=name), say("Name a file inside it."))
        content: bytes = node.data_stream.read()
        return content


def texts_at(wanted: Iterable[tuple[Path, str]]) -> Iterator[bytes | None]:
    """Return many files, each as it was at a commit, branch or tag; None where there was no such file.

    All lie in one repository. The answers come in the order of the questions.
    """
    questions = list(wanted)
    if not questions:
        return
    with opened(questions[0][0].parent) as repo:
        names = {path: inside(repo, path) for path in dict.fromkeys(path for path, _ in questions)}
        with blobs(repo) as line:
            yield from line.read_all(f"{ref}:{names[path]}" for path, ref in questions)


def folder_at(folder: Path, ref: str) -> dict[str, bytes]:
    """Return the files that stood in a folder at a commit, branch or tag, by name; none if there was no such folder."""
    with opened(folder) as repo:
        commit = commit_of(repo, ref)
        try:
            tree = commit.tree.join(inside(repo, folder))
        except KeyError:
            return {}
        return {blob.name: blob.data_stream.read() for blob in tree.blobs} if tree.type == "tree" else {}


def commit_id(folder: Path, ref: str = "HEAD") -> str:
    """Return the full id of a commit, branch or tag."""
    with opened(folder) as repo:
        return commit_of(repo, ref).hexsha


def committed_at(folder: Path, ref: str = "HEAD") -> datetime:
    """Return when a commit was made, with its zone."""
    with opened(folder) as repo:
        return commit_of(repo, ref).committed_datetime


def is_clean(folder: Path) -> bool:
    """Tell whether every file of the repository is committed as it stands, new files included."""
    with opened(folder) as repo:
        import git

        try:
            return not repo.is_dirty(untracked_files=True)
        except git.GitCommandError as error:
            raise refused(error) from None
