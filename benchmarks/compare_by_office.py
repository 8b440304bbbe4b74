"""Run by the system's Python: LibreOffice's own comparison of two Word files, timed; prints milliseconds and marks.

    /usr/bin/python3 -m benchmarks.compare_by_office OLD.docx NEW.docx ROUNDS [MADE.docx]

MADE.docx is somebody else's redline of the two; its marks are counted as those of LibreOffice are.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.libreoffice import LibreOffice, libreoffice, setting


def _once(office: LibreOffice, old: Path, new: Path, target: Path) -> tuple[float, int]:
    start = time.perf_counter()
    document = office.open(new)
    office.order(document, "CompareDocuments", setting("URL", old.as_uri()), setting("NoAcceptDialog", True))
    document.storeToURL(target.as_uri(), (setting("FilterName", "Office Open XML Text"),))
    passed = time.perf_counter() - start
    marks = _marks(document)
    document.close(True)
    return passed, marks


def _marks(document: Any) -> int:
    marks, walk = 0, document.Redlines.createEnumeration()
    while walk.hasMoreElements():
        walk.nextElement()
        marks += 1
    return marks


def main(old: Path, new: Path, rounds: int, other: Path | None) -> None:
    with tempfile.TemporaryDirectory(prefix="docgen-") as folder, libreoffice() as office:
        made = [_once(office, old, new, Path(folder) / "made.docx") for _ in range(rounds + 1)]
        theirs = None
        if other:
            document = office.open(other)
            theirs = _marks(document)
            document.close(True)
    print(json.dumps({"ms": min(passed for passed, _ in made[1:]) * 1000, "marks": made[-1][1], "other": theirs}))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), int(sys.argv[3]),
         Path(sys.argv[4]).resolve() if len(sys.argv) > 4 else None)
