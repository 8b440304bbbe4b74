"""A copy of the shipped data that a test may damage, and the findings that damage makes."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from docgen.check.workspace_check import check_workspace
from docgen.model.finding import Finding
from docgen.publish.markdown import write
from docgen.versions.library import sha256
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).parents[2]
TEXT_162 = "regulations/hoi-quan-chung/162-qd-tw-2024.md"
TEXT_171 = "regulations/hoi-quan-chung/171-qd-tw-2008.md"
TEXT_30 = "regulations/chi-bo-co-quan-xa/30-hd-btctw-2014.md"


@dataclass
class Office:
    """A workspace in a temporary folder."""

    root: Path
    before: tuple[Finding, ...] = ()

    def edit(self, file: str, old: str, new: str, *, count: int = 1) -> None:
        """Replace words in a file; they must be there."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} has no {old!r}: the test speaks of an older file"
        path.write_text(text.replace(old, new, count), encoding="utf-8", newline="\n")

    def vouch(self) -> None:
        """Write into the registers the hashes the texts have now, so that only the damage under test is found."""
        for path in sorted((self.root / "versions").glob("*.yaml")):
            kept = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("    sha256:")]
            out = []
            for line in kept:
                out.append(line)
                held = re.fullmatch(r"    file: (\S+)", line)
                if held and (self.root / held[1]).is_file():
                    out.append(f"    sha256: {sha256((self.root / held[1]).read_bytes())}")
            path.write_text("\n".join(out), encoding="utf-8", newline="\n")

    def check(self, *paths: Path) -> tuple[Finding, ...]:
        """Return every finding."""
        return check_workspace(Workspace(self.root), write, paths)

    def news(self) -> list[Finding]:
        """Return what is found now and was not found in the undamaged copy; lines may have moved."""
        known = {(one.code, one.file, str(one.message)) for one in self.before}
        return [one for one in self.check() if (one.code, one.file, str(one.message)) not in known]

    def codes(self) -> list[str]:
        """Return the codes of the news."""
        return [one.code for one in self.news()]


def copied(target: Path) -> Office:
    """Return a fresh copy of the shipped texts and registers, vouched for."""
    for name in ("regulations", "versions"):
        shutil.copytree(ROOT / name, target / name)
    office = Office(target)
    office.vouch()
    office.before = office.check()
    return office
