"""Commits that docgen makes itself: the first one of a workspace, and one of named files and nothing else.

A commit of named files is built beside the index: what else is changed or staged stays as it was.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from docgen.errors import NotPossible
from docgen.messages import say
from docgen.versions.repository.opening import clean_environment, inside, need_git, opened, refused

if TYPE_CHECKING:
    import git

_EARLIEST = 1970
_IDENTITY = re.compile(r"(?P<name>.*) <(?P<address>.*)> \d+ [+-]\d{4}")
_NEVER = "0" * 40


@dataclass(frozen=True, slots=True)
class Standing:
    """One file as git has it: in the last commit and in the index; None where it is not."""

    committed: bytes | None
    staged: bytes | None


@dataclass(frozen=True, slots=True)
class Change:
    """One file of a commit: the content committed, and the content the index has afterwards."""

    path: Path
    committed: bytes
    staged: bytes


def found(folder: Path, message: str, when: datetime, settings: Mapping[str, str] = MappingProxyType({})) -> str:
    """Make a folder a repository with everything in it as the first commit; return the commit's id.

    `settings` go into its own configuration, which is not versioned: section.name or section.subsection.name.
    """
    _need_zone(when)
    need_git()
    import git

    with clean_environment():
        try:
            with git.Repo.init(folder, initial_branch="main") as repo:
                for name, value in settings.items():
                    repo.git.config("--local", name, value)
                repo.git.add("--all")
                person = _person(repo) or git.Actor("docgen", "docgen@localhost")  # no name is invented
                commit = repo.index.commit(message, author=person, committer=person, author_date=when,
                                           commit_date=when, skip_hooks=True)
                return commit.hexsha
        except (git.GitError, OSError) as error:
            raise refused(error) from None


def own_folder(folder: Path) -> Path:
    """Return a folder beside the repository's own files where docgen may keep what is no part of the work."""
    with opened(folder) as repo:
        return Path(repo.git_dir) / "docgen"


def committer(folder: Path) -> str:
    """Return the name under which a commit here would be made; none known, or no branch to make it on, is a sentence.

    Asked before anything is written, so that nothing has to be undone.
    """
    with _working(folder) as repo:
        person = _person(repo)
        if person is None:
            raise NotPossible(
                say("Git does not know who you are; a commit needs a name."),
                say('Type these two lines once, with your own name and address, then repeat the command:\n'
                    '  git config --global user.name "Họ và tên"\n'
                    '  git config --global user.email "ten@example.org"'))
        _branch(repo)
        return person.name or ""


def standings(paths: Sequence[Path]) -> tuple[Standing, ...]:
    """Return each file as it is committed and staged; one with a conflict is a sentence."""
    with _working(paths[0].parent) as repo:
        return tuple(_standing(repo, inside(repo, path)) for path in paths)


def commit(changes: Sequence[Change], message: str, when: datetime, tag: str = "") -> tuple[str, bool]:
    """Commit these files and nothing else, and mark the commit; a second call finds the work done.

    Returns the commit's id and whether the tag is on it; a tag that exists already is not moved.
    """
    _need_zone(when)
    with _working(changes[0].path.parent) as repo:
        import git

        names = [inside(repo, change.path) for change in changes]
        branch = _branch(repo)
        head = repo.head.commit if repo.head.is_valid() else None
        done = all(_committed(repo, name) == change.committed for name, change in zip(names, changes, strict=True))
        if not done:
            blobs = [_stored(repo, change.committed) for change in changes]
            person = _person(repo) or git.Actor("docgen", "docgen@localhost")
            made = git.Commit.create_from_tree(
                repo, repo.tree(_tree(repo, head, dict(zip(names, blobs, strict=True)))), message,
                parent_commits=[head] if head else [], head=False, author=person, committer=person,
                author_date=when, commit_date=when)
            repo.git.update_ref("-m", f"docgen: {message.splitlines()[0]}", branch, made.hexsha,
                                head.hexsha if head else _NEVER)
            name = made.hexsha
        else:
            name = repo.git.log("-1", "--format=%H", "--", *names)
        for path, change in zip(names, changes, strict=True):
            _stage(repo, path, _stored(repo, change.staged))
        return name, _mark(repo, tag, name)


@contextmanager
def _working(folder: Path) -> Iterator[git.Repo]:
    """Open a repository; whatever git refuses inside is a sentence."""
    with opened(folder) as repo:
        import git

        try:
            yield repo
        except (git.GitError, ValueError, OSError) as error:
            if ".lock" in str(error):
                raise NotPossible(
                    say("Another git program is at work in {path}, or one was broken off there.",
                        path=repo.working_tree_dir),
                    say("Close it and repeat the command; if none is running, delete the file git names: {reason}",
                        reason=_lock(str(error)))) from None
            raise refused(error) from None


def _lock(said: str) -> str:
    found = re.search(r"'([^']+\.lock)'", said)
    return found[1] if found else ".git/index.lock"


def _need_zone(when: datetime) -> None:
    if when.tzinfo is None or when.year < _EARLIEST:
        # a naive time would be stored hours off, one before 1970 is shown by no git program
        raise ValueError("a time with its zone, 1970 or later, is needed")


def _person(repo: git.Repo) -> git.Actor | None:
    """Return who commits, as git was told; None where it would have to guess."""
    import git

    try:
        # through execute(): an option of git itself stands before the command's name
        said = repo.git.execute(["git", "-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT"])
    except git.GitError:
        return None
    match = _IDENTITY.fullmatch(str(said))
    return git.Actor(match["name"], match["address"]) if match and match["name"] and match["address"] else None


def _branch(repo: git.Repo) -> str:
    import git

    try:
        return str(repo.git.symbolic_ref("-q", "HEAD"))
    except git.GitError:
        raise NotPossible(
            say("The repository stands at an old commit and on no branch (detached HEAD); a commit made here would be "
                "lost."),
            say("Go back to a branch first, for example: git switch main")) from None


def _standing(repo: git.Repo, name: str) -> Standing:
    listed = repo.git.ls_files("-z", "--stage", "--", f":(top,literal){name}").split("\0")
    entries = [line.split(maxsplit=3) for line in listed if line]
    if any(entry[2] != "0" for entry in entries):
        raise NotPossible(say("{path} has a merge conflict that is not settled.", path=name),
                          say("Settle it and commit, then repeat the command."))
    return Standing(_committed(repo, name), _blob(repo, entries[0][1]) if entries else None)


def _committed(repo: git.Repo, name: str) -> bytes | None:
    if not repo.head.is_valid():
        return None
    try:
        node = repo.head.commit.tree.join(name)
    except KeyError:
        return None
    return _blob(repo, node.hexsha) if node.type == "blob" else None


def _blob(repo: git.Repo, name: str) -> bytes:
    content: bytes = repo.odb.stream(bytes.fromhex(name)).read()
    return content


def _stored(repo: git.Repo, content: bytes) -> str:
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        return str(repo.git.hash_object("-w", "--stdin", istream=file))


def _tree(repo: git.Repo, head: git.Commit | None, blobs: Mapping[str, str]) -> str:
    """Return the tree of the last commit with these files in it, made in an index of its own."""
    with tempfile.TemporaryDirectory(prefix="docgen-") as folder, repo.git.custom_environment(
            GIT_INDEX_FILE=str(Path(folder) / "index")):
        repo.git.read_tree(head.hexsha if head else "--empty")
        for name, blob in blobs.items():
            repo.git.update_index("--add", "--cacheinfo", f"100644,{blob},{name}")
        return str(repo.git.write_tree())


def _stage(repo: git.Repo, name: str, blob: str) -> None:
    listed = repo.git.ls_files("-z", "--stage", "--", f":(top,literal){name}").split()
    if len(listed) < 2 or listed[1] != blob:
        repo.git.update_index("--add", "--cacheinfo", f"100644,{blob},{name}")
    repo.git.update_index("-q", "--refresh", with_exceptions=False)


def _mark(repo: git.Repo, tag: str, commit_name: str) -> bool:
    """Put a tag on a commit; one that exists stays where it is."""
    if not tag:
        return False
    standing = repo.git.for_each_ref("--format=%(objectname)", f"refs/tags/{tag}")
    if not standing:
        repo.git.update_ref(f"refs/tags/{tag}", commit_name, _NEVER)
    return not standing or standing == commit_name
