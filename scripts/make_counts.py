"""Make the shipped table of counts: words and pairs of words of sound regulations, never the texts themselves.

Counted are the texts under regulations/ that no counts have repaired, and texts kept elsewhere, by default the folder
../shared/texts. Lines that begin with "# " there are remarks about the copy, no words of the text.

    python scripts/make_counts.py [FOLDER]
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from docgen.reader.damage.counts import FLOOR, TABLE, rows, stretches, table
from docgen.reader.read import read

ROOT = Path(__file__).parents[1]
LEFT_OUT = ("202-qd-tw-2019.md", "36-HD-VPTW-2018.FRAGMENTS.txt", "138-QD-TW-2023.PARTIAL.txt",
            "171-QD-TW-2008.PARTIAL.txt")
"""Repaired by these very counts; quotations and web addresses; two that are held under regulations/ too."""


def lines_of(path: Path) -> tuple[str, ...]:
    """Return the stretches of words of a text file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        text = "\n".join(line for line in text.split("\n") if not line.startswith("# "))
        text = re.sub(r"\*\*|^#+ |^> .*$|^---+$|^_+$", "", text, flags=re.MULTILINE)
    return stretches(read(text).regulation)


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "texts"
    paths = [*(ROOT / "regulations").glob("*/*.md"), *folder.glob("*.txt")]
    texts = [lines_of(path) for path in sorted(paths, key=lambda one: one.name) if path.name not in LEFT_OUT]
    counts = table(texts)
    TABLE.write_text("".join(f"{row}\n" for row in rows(counts)), encoding="utf-8", newline="\n")
    print(f"{TABLE.relative_to(ROOT)}: {len(texts)} texts, {counts.total} words, {len(counts.words)} different, "
          f"{len(counts.pairs)} pairs seen at least {FLOOR} times, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
