"""Commits that docgen makes itself: the first one of a workspace."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from docgen.versions.repository.opening import clean_environment, need_git, refused

if TYPE_CHECKING:
    import git

_EARLIEST = 1970


def found(folder: Path, message: str, when: datetime, settings: Mapping[str, str] = MappingProxyType({})) -> str:
    """Make a folder a repository with everything in it as the first commit; return the commit's id.

    `settings` go into its own configuration, which is not versioned: section.name or section.subsection.name.
    """
    if when.tzinfo is None or when.year < _EARLIEST:
        # a naive time would be stored hours off, one before 1970 is shown by no git program
        raise ValueError("a time with its zone, 1970 or later, is needed")
    need_git()
    import git

    with clean_environment():
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
            raise refused(error) from None


def _person(repo: git.Repo) -> git.Actor:
    """Return who commits: the person git knows, else docgen itself; no name is invented."""
    import git

    with repo.config_reader() as config:
        name = str(config.get_value("user", "name", ""))
        address = str(config.get_value("user", "email", ""))
    if os.environ.get("GIT_AUTHOR_NAME"):
        return git.Actor(os.environ["GIT_AUTHOR_NAME"], os.environ.get("GIT_AUTHOR_EMAIL", address))
    return git.Actor(name or "docgen", address or "docgen@localhost")
