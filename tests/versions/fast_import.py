"""A git history made in one go: `git fast-import` takes thousands of commits in the time of a few `git commit`."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Change:
    """One commit: the files it writes (None: takes away), what it says, and the commits before it if not the last."""

    files: Mapping[str, bytes | None]
    message: str = "sửa"
    parents: tuple[int, ...] | None = None
    author: str = "H'Nghĩa Niê"


def make_history(folder: Path, changes: Iterable[Change]) -> None:
    """Make a repository whose main branch has these commits, an hour apart, in the zone of Vietnam."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", "init", "-q", "-b", "main", "."], cwd=folder, check=True)
    lines: list[bytes] = []
    for place, change in enumerate(changes, 1):
        stamp = f"{change.author} <thu@example.org> {1_785_700_000 + 3600 * place} +0700".encode()
        message = change.message.encode()
        lines += [b"commit refs/heads/main", b"mark :%d" % place, b"committer " + stamp,
                  b"data %d" % len(message), message]
        if change.parents is not None:
            lines += [b"%s :%d" % (b"merge" if later else b"from", parent)
                      for later, parent in enumerate(change.parents)]
        for name, content in change.files.items():
            if content is None:
                lines.append(b"D " + name.encode())
            else:
                lines += [b"M 100644 inline " + name.encode(), b"data %d" % len(content), content]
        lines.append(b"")
    subprocess.run(["git", "fast-import", "--quiet", "--force"], cwd=folder, check=True,
                   input=b"\n".join(lines) + b"\n")
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=folder, check=True)
