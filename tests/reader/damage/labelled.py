"""The labels of seed 003, read from their file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.reader.yaml_tree import Mapping, Sequence, parse

HERE = Path(__file__).parent
SEED = HERE.parent / "seeds" / "202-qd-tw-2019.txt"
SORTS = ("non_word", "real_word", "joined", "split", "furniture", "lost")


@dataclass(frozen=True, slots=True)
class Label:
    """One damaged token: where it stands in the seed, what is printed there, what is meant (None: not known)."""

    line: int
    column: int
    printed: str
    right: str | None
    sort: str
    reason: str


def labels() -> tuple[Label, ...]:
    """Return the labels in the order of the text."""
    return tuple(
        Label(int(row.text("line")), int(row.text("column")), row.text("printed"),
              None if row.text("right") == "null" else row.text("right"), row.text("sort"), row.text("reason"))
        for row in _rows("003.yaml"))


def doubtful() -> tuple[tuple[int, int, str], ...]:
    """Return line, column and token of the places that may be damage and may be the paper's own."""
    return tuple((int(row.text("line")), int(row.text("column")), row.text("printed"))
                 for row in _rows("003-doubtful.yaml"))


def _rows(name: str) -> tuple[Mapping, ...]:
    tree = parse((HERE / "labels" / name).read_text(encoding="utf-8")).root
    assert isinstance(tree, Sequence)
    return tuple(row for row in tree.items if isinstance(row, Mapping))
