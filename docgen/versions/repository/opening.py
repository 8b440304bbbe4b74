"""Opening the repository a folder lies in, and finding a commit in it; what stands in the way is a sentence."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import NotPossible
from docgen.messages import say

if TYPE_CHECKING:
    import git

_OWN_SETTINGS = ("GIT_PYTHON_", "GIT_SSH", "GIT_AUTHOR_", "GIT_COMMITTER_")


def available() -> bool:
    """Tell whether the git program is on this machine."""
    return shutil.which("git") is not None


def need_git() -> None:
    """Refuse with a sentence where the git program is missing."""
    if not available():
        raise NotPossible(say("The git program is not installed on this machine."),
                          say("Install git for this; everything else works without it."))


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

    with clean_environment():
        try:
            repo = git.Repo(folder, search_parent_directories=True)
        except (git.InvalidGitRepositoryError, git.NoSuchPathError):
            raise NotPossible(say("{path} is in no git repository.", path=folder),
                              say("Only a workspace under git has earlier versions; docgen init makes one.")) from None
        except (git.GitError, OSError) as error:
            raise refused(error) from None
        with repo:
            yield repo


def commit_of(repo: git.Repo, ref: str) -> git.Commit:
    """Return the commit that a commit id, branch or tag names."""
    import git

    try:
        name = repo.git.rev_parse("--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        return repo.commit(name)
    except (git.GitError, ValueError, OSError):
        raise NotPossible(say("The repository has no commit, branch or tag '{ref}'.", ref=ref),
                          say("git log and git tag show those there are.")) from None


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
