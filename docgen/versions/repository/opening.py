"""Opening the repository a folder lies in, and finding a commit in it; what stands in the way is a sentence."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import NotPossible
from docgen.messages import say

if TYPE_CHECKING:
    import git

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OWN_SETTINGS = ("GIT_PYTHON_", "GIT_SSH", "GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
                 "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")


def available() -> bool:
    """Tell whether the git program is on this machine."""
    return shutil.which("git") is not None


def need_git() -> None:
    """Refuse with a sentence where the git program is missing or does not run."""
    if not available():
        raise NotPossible(say("The git program is not installed on this machine."),
                          say("Install git for this; everything else works without it."))
    try:
        import git  # noqa: F401  # asks the program for its version, once
    except ImportError:
        raise NotPossible(say("The git program of this machine does not run."),
                          say("Try git --version, and install git again; everything else works without it.")) from None


@contextmanager
def clean_environment() -> Iterator[None]:
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
def opened(folder: Path) -> Iterator[git.Repo]:
    """Open the repository that a folder lies in, and close it behind the caller."""
    need_git()
    import git

    while not folder.exists() and folder != folder.parent:
        folder = folder.parent  # a file may be asked for whose folder is gone by now
    with clean_environment():
        try:
            repo = git.Repo(folder, search_parent_directories=True)
        except (git.InvalidGitRepositoryError, git.NoSuchPathError):
            raise NotPossible(say("{path} is in no git repository.", path=folder),
                              say("Only a workspace under git has earlier versions; docgen init makes one.")) from None
        except (git.GitError, OSError) as error:
            raise refused(error) from None
        with repo:
            if repo.bare:
                raise NotPossible(say("{path} lies in a bare repository, which has no files of its own.", path=folder),
                                  say("Work in a clone of it."))
            yield repo


def commit_of(repo: git.Repo, ref: str) -> git.Commit:
    """Return the commit that a commit id, branch or tag names, or the last one of a day."""
    import git

    try:
        name = repo.git.rev_parse("--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        return repo.commit(name)
    except (git.GitError, ValueError, OSError):
        if not repo.head.is_valid():
            raise _no_head(repo) from None
        if found := _last_of_day(repo, ref):
            return found
        raise NotPossible(say("The repository has no commit, branch or tag '{ref}'.", ref=ref),
                          say("git log and git tag show those there are.")) from None


def _no_head(repo: git.Repo) -> NotPossible:
    """Tell a repository that has no commit yet from one git will not read, and from a damaged one."""
    import git

    try:
        repo.git.rev_parse("--git-dir")
    except git.GitError as error:  # of another owner, say
        return refused(error)
    try:
        branch = repo.git.symbolic_ref("--quiet", "HEAD")
    except git.GitError:
        branch = "HEAD"
    if (Path(repo.common_dir) / branch).exists() or branch in repo.git.execute(
            ["git", "for-each-ref", "--format=%(refname)"]).split():
        return NotPossible(say("The repository is damaged: {name} leads to no commit.", name=branch),
                           say("git fsck tells what is missing; a clone of the repository has it."))
    return NotPossible(say("The repository has no commit yet."),
                       say("Commit the files first; docgen import and git commit do it."))


def _last_of_day(repo: git.Repo, ref: str) -> git.Commit | None:
    """Return the last commit up to the end of a day in Vietnam, the same on every machine; None if `ref` is no day."""
    import git

    day = f"{ref}T23:59:59+07:00"
    if not _DAY.fullmatch(ref):
        return None
    try:
        datetime.fromisoformat(day)
        name = repo.git.rev_list("--max-count=1", f"--before={day}", "HEAD")
    except ValueError:  # a 31 February
        return None
    except git.GitError as error:
        raise refused(error) from None
    if not name:
        raise NotPossible(say("The repository has no commit up to {day} yet.", day=ref),
                          say("git log shows when the first one was made."))
    return repo.commit(name)


def inside(repo: git.Repo, path: Path) -> str:
    """Return a path as git names it: from the top of the repository, with forward slashes."""
    root = Path(str(repo.working_tree_dir or "")).resolve()
    try:
        return (path.parent.resolve() / path.name).relative_to(root).as_posix()
    except ValueError:
        raise NotPossible(say("{path} is in no git repository.", path=path),
                          say("Name a file inside the workspace.")) from None


def refused(error: Exception) -> NotPossible:
    """Put what git said into a sentence, its first line only."""
    said = str(getattr(error, "stderr", "") or error).strip().strip("'").replace("stderr:", "").strip(" '\n")
    first = next((line.strip() for line in said.splitlines() if line.strip()), type(error).__name__)
    return NotPossible(say("Git refused: {reason}.", reason=first.rstrip(".")),
                       say("Run git status in that folder and mend what it reports."))
