"""Workspaces made for the tests of the site: plainly invented regulations, each edition a few articles."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from docgen.publish.markdown import write
from docgen.reader.read import read


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeEdition:
    """One invented edition: its number and day, what it says, and whom it follows."""

    number: str
    issued_on: str
    articles: tuple[str, ...]
    replaces: str = ""
    source: bool = True
    publish: bool = True

    @property
    def id(self) -> str:
        """Return the edition's id."""
        return f"{self.number.lower().replace('/', '-').replace('đ', 'd')}-{self.issued_on[:4]}"

    def markdown(self) -> str:
        """Return the text in canonical form."""
        year, month, day = self.issued_on.split("-")
        lines = ["BAN BÍ THƯ", f"Số: {self.number}", f"Hà Nội, ngày {int(day)} tháng {int(month)} năm {year}",
                 "QUY ĐỊNH", "về việc thử trang tra cứu"]
        lines += [f"Điều {place}. {words}" for place, words in enumerate(self.articles, 1)]
        return write(read("\n\n".join(lines)).regulation)


def workspace(folder: Path, editions: tuple[MadeEdition, ...], work: str = "thu-nghiem") -> Path:
    """Write a workspace with one work of these editions and nothing else; returns its folder."""
    texts = folder / "regulations" / work
    texts.mkdir(parents=True)
    (folder / "versions").mkdir()
    entries = [f"work: {work}\ntitle: Quy định thử nghiệm\n\neditions:"]
    for one in editions:
        content = one.markdown().encode()
        (texts / f"{one.id}.md").write_bytes(content)
        entry = [f"  - id: {one.id}", f"    number: {one.number}", "    kind: Quy định", "    title: về việc thử",
                 "    issuer: Ban Bí thư", "    issued_on:", f"      date: {one.issued_on}", "      source: tự đặt",
                 "      certainty: C", "    in_force_from:", f"      date: {one.issued_on}", "      source: tự đặt",
                 "      certainty: C", "    completeness: full", f"    file: regulations/{work}/{one.id}.md",
                 f"    sha256: {hashlib.sha256(content).hexdigest()}"]
        if not one.publish:
            entry.append("    publish: no")
        if one.source:
            entry += ["    sources:", "      - what: tự đặt để thử", "        certainty: C"]
        entries.append("\n".join(entry))
    (folder / "versions" / f"{work}.yaml").write_text("\n".join(entries) + "\n", "utf-8")
    return folder
