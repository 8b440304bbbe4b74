"""A small workspace in a real git repository: made-up regulations whose files can be changed commit by commit."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from docgen.versions.library import sha256
from docgen.versions.workspace import Workspace

HANOI = timezone(timedelta(hours=7))
FIRST = datetime(2026, 8, 3, 9, 0, tzinfo=HANOI)
OLD, NEW = "1-qd-tw-2010", "2-qd-tw-2020"
_HEAD = ("---\nedition: {id}\nwork: thu\n---\n\n<!-- zone: title -->\n\n# QUY ĐỊNH\n\nvề việc thử\n\n"
         "<!-- zone: body -->\n\n")


def git(folder: Path, *arguments: str, at: datetime = FIRST) -> str:
    """Run the git program as a made-up person at a given time."""
    stamp = f"{int(at.timestamp())} {at:%z}"
    person = {f"GIT_{role}_{name}": value for role in ("AUTHOR", "COMMITTER")
              for name, value in (("NAME", "H'Nghĩa Niê"), ("EMAIL", "thu@example.org"), ("DATE", stamp))}
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True,
                          encoding="utf-8", env={**os.environ, **person, "GIT_CONFIG_GLOBAL": os.devnull}).stdout


def text(edition: str, *blocks: str) -> str:
    """Return a regulation in Markdown from its blocks."""
    return _HEAD.format(id=edition) + "\n\n".join(blocks) + "\n"


def entry(edition: str, content: str, *, file: str = "", more: str = "") -> str:
    """Return the register entry of a held text."""
    number, year = edition.rsplit("-", 1)
    return (f"  - id: {edition}\n    number: {number.split('-')[0]}-QĐ/TW\n    kind: Quy định\n    title: về việc thử\n"
            f"    issuer: Ban Bí thư\n    issued_on:\n      date: {year}-03-01\n      source: thử\n      certainty: A\n"
            f"    in_force_from:\n      date: {year}-03-01\n      source: thử\n      certainty: A\n"
            f"    completeness: full\n    file: {file or f'regulations/thu/{edition}.md'}\n"
            f"    sha256: {sha256(content.encode())}\n{more}    sources:\n      - what: thử\n        certainty: A\n")


@dataclass
class Office:
    """A workspace `root` that may lie in a subfolder of its repository `top`; each commit an hour after the last."""

    top: Path
    root: Path
    texts: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    more: dict[str, str] = field(default_factory=dict)
    at: datetime = FIRST

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.root)

    def file(self, edition: str) -> Path:
        return self.root / self.files.get(edition, f"regulations/thu/{edition}.md")

    def write(self, edition: str, *blocks: str, record: bool = True) -> None:
        """Write a text, and its hash into the register unless somebody forgets to."""
        content = text(edition, *blocks)
        self.file(edition).parent.mkdir(parents=True, exist_ok=True)
        self.file(edition).write_bytes(content.encode())
        if record:
            self.texts[edition] = content
            self.register()

    def register(self) -> None:
        """Write the register anew."""
        entries = [entry(edition, content, file=self.files.get(edition, ""), more=self.more.get(edition, ""))
                   for edition, content in sorted(self.texts.items())]
        (self.root / "versions").mkdir(exist_ok=True)
        (self.root / "versions" / "thu.yaml").write_bytes(
            f"work: thu\ntitle: Thử\n\neditions:\n{''.join(entries)}".encode())

    def git(self, *arguments: str) -> str:
        """Run git in the repository."""
        return git(self.top, *arguments, at=self.at)

    def commit(self, message: str) -> str:
        """Commit everything; return the commit's id."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        self.at += timedelta(hours=1)
        return self.git("rev-parse", "HEAD").strip()


def office(folder: Path, inside: str = "") -> Office:
    """Make an empty workspace in a new repository; `inside` names the subfolder it lies in."""
    top = folder / "kho"
    root = top / inside
    for name in ("regulations/thu", "versions"):
        (root / name).mkdir(parents=True)
    git(top, "init", "-q", "-b", "main")
    return Office(top, root)


