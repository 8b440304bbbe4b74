"""The commits that changed one file: who, when, why, and which came after which; as git tells it, nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.versions.repository.batch import blobs
from docgen.versions.repository.opening import commit_of, inside, opened, refused

if TYPE_CHECKING:
    import git

_MARK = "\x01"
_FIELDS = ("%H", "%P", "%aN", "%cI", "%s", "%b", "%(trailers:only=true,unfold=true)")
_OPTIONS = ("-z", "--topo-order", "--parents", "--no-show-signature", "--no-color", "--encoding=UTF-8",
            f"--format={'%x00'.join(_FIELDS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """One commit of the history of a file; `parents` are the next older ones of this history, not of all commits.

    `body` is what its message says below the subject, without the trailers.
    `file` is how the file was called then, from the top of the repository. `committed_at` has its zone; None where
    git itself cannot tell it.
    """

    id: str
    parents: tuple[str, ...]
    author: str
    committed_at: datetime | None
    subject: str
    body: str = ""
    trailers: tuple[tuple[str, str], ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The commits that changed a file, later before earlier; `cut_off`: those behind which this clone holds nothing."""

    commits: tuple[Commit, ...] = ()
    cut_off: frozenset[str] = frozenset()


def history_of(paths: Sequence[Path], ref: str = "") -> History:
    """Return the commits that changed a file or folder, up to a commit, branch or tag; one file under old names too."""
    with opened(paths[0].parent) as repo:
        names = [inside(repo, path) for path in paths]
        commits = list(_listed(repo, names, commit_of(repo, ref).hexsha if ref else _head(repo)))
        cut_off = _cut_off(repo)
        if len(paths) == 1:
            commits = _with_old_names(repo, commits, cut_off)
        return History(tuple(commits), cut_off)


def files_of(paths: Sequence[Path], ref: str = "") -> dict[str, tuple[str, ...]]:
    """Return which files under some paths each commit changed, by commit id; of a merge those neither side had so."""
    with opened(paths[0].parent) as repo:
        start = commit_of(repo, ref).hexsha if ref else _head(repo)
        said = asked(repo, "log", "-z", "-c", "--name-only", "--no-show-signature", "--no-color",
                      f"--format={_MARK}%H", start, "--", *(inside(repo, path) for path in paths))
        chunks = said.decode("utf-8", "surrogateescape").split(_MARK)[1:]
        return {commit: tuple(filter(None, names.lstrip("\n").split("\0")))
                for commit, _, names in (chunk.partition("\0") for chunk in chunks)}


def contents(history: History, folder: Path) -> dict[str, bytes]:
    """Return what the file held after each commit, by commit id; a commit that took it away is left out."""
    with opened(folder) as repo, blobs(repo) as line:
        found = line.read_all(f"{commit.id}:{commit.file}" for commit in history.commits)
        return {commit.id: content for commit, content in zip(history.commits, found, strict=True)
                if content is not None}


def _head(repo: git.Repo) -> str:
    """Return what is checked out; in a repository without any commit that is a sentence."""
    return "HEAD" if repo.head.is_valid() else commit_of(repo, "HEAD").hexsha


def _listed(repo: git.Repo, names: Sequence[str], start: str) -> Iterator[Commit]:
    said = asked(repo, "log", *_OPTIONS, start, "--", *names)
    fields = said.decode("utf-8", "replace").split("\0")
    for at in range(0, len(fields) - len(_FIELDS) + 1, len(_FIELDS)):
        commit, parents, author, committed_at, subject, body, trailers = fields[at:at + len(_FIELDS)]
        yield Commit(id=commit, parents=tuple(parents.split()), author=author, committed_at=_time(committed_at),
                     subject=subject, body=_body(body, bool(trailers.strip())), trailers=tuple(_trailers(trailers)),
                     file=names[0] if len(names) == 1 else "")


def _time(text: str) -> datetime | None:
    """Read a time with its zone; git prints nothing or the epoch for one it cannot keep, as before 1970."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.timestamp() else None


def _body(text: str, trailers: bool) -> str:
    """Return a message without its trailers, which git takes from the last paragraph alone."""
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", text.strip())]
    return "\n\n".join(paragraphs[:-1] if trailers else paragraphs)


def _trailers(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _cut_off(repo: git.Repo) -> frozenset[str]:
    """Return the oldest commits of a shallow clone: they seem to begin everything, and have not."""
    file = Path(repo.common_dir) / "shallow"
    return frozenset(file.read_text(encoding="ascii").split()) if file.is_file() else frozenset()


def _with_old_names(repo: git.Repo, commits: list[Commit], cut_off: frozenset[str]) -> list[Commit]:
    """Carry the history on behind a commit that gave the file its name, under the name it had before."""
    found: list[Commit] = []
    behind: list[Commit] = []
    for commit in commits:
        old = "" if commit.parents or commit.id in cut_off else _renamed_from(repo, commit)
        older = _with_old_names(repo, list(_listed(repo, [old], f"{commit.id}^")), cut_off) if old else []
        found.append(replace(commit, parents=(older[0].id,)) if older else commit)
        behind += older
    once = {commit.id: commit for commit in reversed((*found, *behind))}  # of two places the later, behind all children
    return list(reversed(once.values()))


def _renamed_from(repo: git.Repo, commit: Commit) -> str:
    """Return the name a file had before a commit renamed it, empty if the commit brought it in new."""
    said = asked(repo, "diff-tree", "-r", "-z", "-M", "--diff-filter=R", "--name-status", "--no-commit-id", "-m",
                  "--first-parent", commit.id)
    names = said.decode("utf-8", "surrogateescape").split("\0")
    return next((old for old, new in zip(names[1::3], names[2::3], strict=False) if new == commit.file), "")


def asked(repo: git.Repo, *command: str) -> bytes:
    """Run git and return what it says; names are taken as they are, since a file may be called "*.md"."""
    import git

    # --follow, which a setting may turn on, takes files that are merely alike for renamed ones
    settings = ("--literal-pathspecs", "-c", "log.follow=false")
    try:
        said: bytes = repo.git.execute(["git", *settings, *command], strip_newline_in_stdout=False,
                                       stdout_as_string=False)
    except git.GitError as error:
        raise refused(error) from None
    return said
