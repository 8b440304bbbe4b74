"""Make the shipped table of counts: words and pairs of words of sound regulations, never the texts themselves.

Counted are the texts under regulations/ that no counts have repaired, and texts kept elsewhere, by default the folder
../shared/texts. Lines that begin with "# " there are remarks about the copy, no words of the text.

    python scripts/make_counts.py [FOLDER]
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from docgen.reader.damage.counts import FLOOR, TABLE, Counts, rows, stretches, table
from docgen.reader.read import read

ROOT = Path(__file__).parents[1]
LEFT_OUT = ("202-qd-tw-2019.md", "36-HD-VPTW-2018.FRAGMENTS.txt", "138-QD-TW-2023.PARTIAL.txt",
            "171-QD-TW-2008.PARTIAL.txt")
"""Repaired by these very counts; quotations and web addresses; two that are held under regulations/ too."""


def text_of(path: Path) -> str:
    """Return the words of a text file; remarks about the copy and marks somebody put in for the screen are left out."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        text = "\n".join(line for line in text.split("\n") if not line.startswith("# "))
        text = re.sub(r"\*\*|^#+ |^> .*$|^---+$|^_+$", "", text, flags=re.MULTILINE)
    return text


def lines_of(path: Path) -> tuple[str, ...]:
    """Return the stretches of words of a text: those of the tree, or of a plain text its paragraphs."""
    if path.suffix == ".txt":  # not read into a tree, so that the table does not change with the reader
        return tuple(joined for part in re.split(r"\n\s*\n", text_of(path)) if (joined := " ".join(part.split())))
    return stretches(read(text_of(path)).regulation)


def counts_of(folder: Path) -> Counts:
    """Return the counts of all texts that are counted."""
    paths = [*(ROOT / "regulations").glob("*/*.md"), *folder.glob("*.txt")]
    return table([lines_of(path) for path in sorted(paths, key=lambda one: one.name) if path.name not in LEFT_OUT])


def main() -> None:
    """Write the table."""
    counts = counts_of(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "texts")
    TABLE.write_text("".join(f"{row}\n" for row in rows(counts)), encoding="utf-8", newline="\n")
    print(f"{TABLE.relative_to(ROOT)}: {len(counts.in_shipped)} texts, {counts.total} words, {len(counts.words)} "
          f"different, {len(counts.pairs)} pairs seen at least {FLOOR} times, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
