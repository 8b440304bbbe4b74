"""Run by the system's Python, which has LibreOffice's bridge: settles the tracked changes of Word files.

    /usr/bin/python3 -m tests.publish.settle_by_office FOLDER

for each *.docx: FOLDER/<name>.json, its paragraphs accepted and rejected

Not a test and never imported by one: the project's own Python does not know `uno`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tests.libreoffice import LibreOffice, libreoffice


def _paragraphs(text: Any) -> list[str]:
    found: list[str] = []
    walk = text.createEnumeration()
    while walk.hasMoreElements():
        part = walk.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                found += _paragraphs(part.getCellByName(name))
        else:
            found.append(part.getString())
    return found


def _settled(office: LibreOffice, path: Path, command: str) -> list[str]:
    document = office.open(path)
    try:
        office.order(document, f"{command}AllTrackedChanges")
        return _paragraphs(document.Text)
    finally:
        document.close(True)


def main(folder: Path) -> None:
    with libreoffice() as office:
        for path in sorted(folder.glob("*.docx")):
            made = {side.lower(): _settled(office, path, side) for side in ("Accept", "Reject")}
            path.with_suffix(".json").write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
