"""The only door to git: a text as it was at a commit, the first commit of a workspace, and is anything uncommitted.

Git is editing time (who typed what, when), never legal time. Without the git program, or outside a repository,
everything here is a sentence.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from docgen.errors import NotPossible
from docgen.messages import say

if TYPE_CHECKING:
    import git

_EARLIEST = 1970
_OWN_SETTINGS = ("GIT_PYTHON_", "GIT_SSH", "GIT_AUTHOR_", "GIT_COMMITTER_")


def available() -> bool:
    """Tell whether the git program is on this machine."""
    return shutil.which("git") is not None


def text_at(path: Path, ref: str) -> bytes:
    """Return a file as it was at a commit, branch or tag."""
    with _opened(path.parent) as repo:
        commit = _commit(repo, ref)
        inside = _inside(repo, path)
        try:
            node = commit.tree.join(inside)
        except KeyError:
            raise NotPossible(say("{path} did not exist yet at '{ref}'.", path=inside, ref=ref),
                              say("Name a later commit or tag.")) from None
        if node.type != "blob":
            raise NotPossible(say("{path} is a folder, not a file.", path=inside), say("Name a file inside it."))
        content: bytes = node.data_stream.read()
        return content


def commit_id(folder: Path, ref: str = "HEAD") -> str:
    """Return the full id of a commit, branch or tag."""
    with _opened(folder) as repo:
        return _commit(repo, ref).hexsha


def is_clean(folder: Path) -> bool:
    """Tell whether every file of the repository is committed as it stands, new files included."""
    import git

    with _opened(folder) as repo:
        try:
            return not repo.is_dirty(untracked_files=True)
        except git.GitCommandError as error:
            raise _refused(error) from None


def found(folder: Path, message: str, when: datetime, settings: Mapping[str, str] = MappingProxyType({})) -> str:
    """Make a folder a repository with everything in it as the first commit; return the commit's id.

    `settings` go into its own configuration, which is not versioned: section.name or section.subsection.name.
    """
    if when.tzinfo is None or when.year < _EARLIEST:
        # a naive time would be stored hours off, one before 1970 is shown by no git program
        raise ValueError("a time with its zone, 1970 or later, is needed")
    _need_git()
    import git

    with _clean_environment():
        try:
            with git.Repo.init(folder, initial_branch="main") as repo:
                for name, value in settings.items():
                    repo.git.config("--local", name, value)
                repo.git.add("--all")
                person = _person(repo)
                commit = repo.index.commit(message, author=person, committer=person, author_date=when,
                                           commit_date=when, skip_hooks=True)
                return commit.hexsha
        except (git.GitError, OSError) as error:
            raise _refused(error) from None


def _need_git() -> None:
    if not available():
        raise NotPossible(say("The git program is not installed on this machine."),
                          say("Install git for this; everything else works without it."))


@contextmanager
def _clean_environment() -> Iterator[None]:
    """Leave out GIT_DIR and the like: set by a hook that calls us, they would point git at another repository."""
    inherited = {name: value for name, value in os.environ.items()
                 if name.startswith("GIT_") and not name.startswith(_OWN_SETTINGS)}
    for name in inherited:
        del os.environ[name]
    try:
        yield
    finally:
        os.environ.update(inherited)


@contextmanager
def _opened(folder: Path) -> Iterator[git.Repo]:
    _need_git()
    import git

    with _clean_environment():
        try:
            repo = git.Repo(folder, search_parent_directories=True)
        except (git.InvalidGitRepositoryError, git.NoSuchPathError):
            raise NotPossible(say("{path} is in no git repository.", path=folder),
                              say("Only a workspace under git has earlier versions; docgen init makes one.")) from None
        except (git.GitError, OSError) as error:
            raise _refused(error) from None
        with repo:
            yield repo


def _commit(repo: git.Repo, ref: str) -> git.Commit:
    import git

    try:
        name = repo.git.rev_parse("--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        return repo.commit(name)
    except (git.GitError, ValueError, OSError):
        raise NotPossible(say("The repository has no commit, branch or tag '{ref}'.", ref=ref),
                          say("git log and git tag show those there are.")) from None


def _inside(repo: git.Repo, path: Path) -> str:
    root = Path(str(repo.working_tree_dir or "")).resolve()
    try:
        return (path.parent.resolve() / path.name).relative_to(root).as_posix()
    except ValueError:
        raise NotPossible(say("{path} is in no git repository.", path=path),
                          say("Name a file inside the workspace.")) from None


def _person(repo: git.Repo) -> git.Actor:
    """Return who commits: the person git knows, else docgen itself; no name is invented."""
    import git

    with repo.config_reader() as config:
        name = str(config.get_value("user", "name", ""))
        address = str(config.get_value("user", "email", ""))
    if os.environ.get("GIT_AUTHOR_NAME"):
        return git.Actor(os.environ["GIT_AUTHOR_NAME"], os.environ.get("GIT_AUTHOR_EMAIL", address))
    return git.Actor(name or "docgen", address or "docgen@localhost")


def _refused(error: Exception) -> NotPossible:
    said = str(getattr(error, "stderr", "") or error).strip().strip("'").replace("stderr:", "").strip(" '\n")
    first = next((line.strip() for line in said.splitlines() if line.strip()), type(error).__name__)
    return NotPossible(say("Git refused: {reason}.", reason=first.rstrip(".")),
                       say("Run git status in that folder and mend what it reports."))
