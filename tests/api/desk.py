"""The desk of a colleague who brings texts in: a copy of the shipped data under git, and made-up files."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from docgen.api.importing.edition import import_edition
from docgen.api.importing.request import read_request
from docgen.check.rules import RULES
from docgen.check.rules.damage import damaged_words
from docgen.check.workspace_check import load_subject
from docgen.model.finding import FaultsFound
from docgen.publish.import_report import ImportReport
from docgen.publish.markdown import write
from docgen.versions.library import HeldText, open_library
from docgen.versions.register import Edition
from docgen.versions.workspace import Workspace
from tests.versions.git_office import git

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "tests" / "reader" / "seeds"
PERSON = "H'Nghĩa Niê"

RULE = """\
BAN BÍ THƯ
*
Số 7-QĐ/TW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 03 tháng 4 năm 2019

QUY ĐỊNH
về một việc bịa ra để kiểm thử

- Căn cứ Điều lệ Đảng,
Ban Bí thư quy định một việc bịa ra để kiểm thử như sau:

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi
1. Việc thứ nhất của cấp uỷ.
2. Việc thứ hai:
a) Một;
b) Hai.

Điều 2. Hiệu lực thi hành
Quy định này có hiệu lực từ ngày ký.

Nơi nhận:
- Lưu Văn phòng.

T/M BAN BÍ THƯ
"""
"""A made-up regulation: test data, no issued text."""

AT = {"number": "7-QĐ/TW", "issued": "3/4/2019", "work": "viec-thu"}


@dataclass
class Desk:
    """A workspace and what is done at it."""

    root: Path

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.root)

    def file(self, text: str, name: str = "văn bản.txt") -> Path:
        """Put a file beside the workspace."""
        path = self.root.parent / name
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    def bring(self, text: str | Path, number: str = "7-QĐ/TW", issued: str = "3/4/2019", work: str = "viec-thu",
              **more: object) -> ImportReport:
        """Import a text or a file."""
        path = text if isinstance(text, Path) else self.file(text)
        return import_edition(self.workspace, read_request(path, number, issued, work, **more))  # type: ignore[arg-type]

    def refused(self, text: str | Path, **more: object) -> list[str]:
        """Return the codes of the errors that stand against an import; nothing may have been written."""
        before = self.state()
        try:
            self.bring(text, **more)  # type: ignore[arg-type]  # the arguments of bring
        except FaultsFound as faults:
            assert self.state() == before
            return [one.code for one in faults.findings if one.severity == "error"]
        raise AssertionError("it was brought in")

    def state(self) -> tuple[str, str]:
        """Return everything that can be seen of a workspace: its commit and tags, and all its files."""
        files = {path.relative_to(self.root).as_posix(): path.read_bytes() for path in sorted(self.root.rglob("*"))
                 if path.is_file() and ".git" not in path.parts and ".docgen" not in path.parts}
        seen = git(self.root, "log", "--oneline", "--all") + git(self.root, "tag") + git(
            self.root, "status", "--porcelain") if (self.root / ".git").exists() else ""
        return seen, repr(files)

    def edition(self, name: str) -> Edition:
        return open_library(self.workspace).registers.find(name)

    def works(self, slug: str) -> tuple[Edition, ...]:
        return open_library(self.workspace).registers.work(slug).editions

    def text(self, name: str) -> HeldText:
        return open_library(self.workspace).text(self.edition(name))

    def errors(self) -> list[str]:
        """Return what docgen check calls an error; damaged words are left out, they are only warnings and slow."""
        subject = load_subject(self.workspace, write)
        found = [*subject.registers.findings, *subject.unreadable,
                 *(one for rule in RULES if rule is not damaged_words for one in rule(subject))]
        return [f"{one.code} {one.file}: {one.message}" for one in found if one.severity == "error"]

    def git(self, *arguments: str) -> str:
        return git(self.root, *arguments)


def desk(folder: Path, *, under_git: bool = True) -> Desk:
    """Set a desk up: the shipped regulations and registers, committed by a made-up person."""
    root = folder / "kho"
    pattern = folder.parent / "bàn mẫu"
    if under_git and pattern.exists():
        shutil.copytree(pattern, root)
        return Desk(root)
    for name in ("regulations", "versions"):
        # the long register of 202 is left out: reading it a hundred times is what these tests would mostly do
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("cap-huyen*"))
    if under_git:
        git(root, "init", "-q", "-b", "main")
        git(root, "config", "user.name", PERSON)
        git(root, "config", "user.email", "thu@example.org")
        git(root, "add", "-A")
        git(root, "commit", "-qm", "Khởi tạo")
        shutil.copytree(root, pattern, dirs_exist_ok=True)
    return Desk(root)
