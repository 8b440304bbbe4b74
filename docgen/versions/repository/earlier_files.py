"""Every version a repository holds of the files under some folders: to find again what is known by its hash alone."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.versions.repository.batch import blobs
from docgen.versions.repository.history import asked
from docgen.versions.repository.opening import inside, opened

_FILES = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class EarlierFile:
    """One version of a file: how it was called then, from the top of the repository, and what it held."""

    path: str
    content: bytes


def earlier_files(folders: Sequence[Path]) -> Generator[EarlierFile]:
    """Yield every version of every file under some folders, of all branches and tags, the latest first, each once."""
    with opened(folders[0]) as repo:
        if not repo.head.is_valid():
            return
        said = asked(repo, "log", "--all", "--raw", "-z", "-m", "--no-abbrev", "--no-renames", "--no-show-signature",
                     "--no-color", "--format=", "--", *(inside(repo, folder) for folder in folders))
        found: dict[str, str] = {}
        fields = iter(said.decode("utf-8", "surrogateescape").split("\0"))
        for field in fields:
            if not field.lstrip("\n").startswith(":"):
                continue
            _, mode, _, blob, _ = field.lstrip("\n").split(" ", 4)
            path = next(fields)
            if mode in _FILES:
                found.setdefault(blob, path)
        with blobs(repo) as line:
            for path, content in zip(found.values(), line.read_all(found), strict=True):
                if content is not None:
                    yield EarlierFile(path, content)
