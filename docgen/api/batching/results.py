"""What a batch is asked for and what comes of it: documents written or left alone, and what is to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.messages import Message
from docgen.model.finding import FaultsFound, Finding
from docgen.word.office import PATIENCE

Watch = Callable[[str, int, int], None]
"""Told the stage ("check", "make" or "print"), how many cells (PDF files) are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """One document of a cell as it stands in the folder; `stood`: it was there before, `open` only if asked for."""

    kind: str
    file: str
    sha256: str
    size: int
    open: tuple[dict[str, object], ...] | None = None
    stood: bool = False


@dataclass(frozen=True, slots=True)
class MadeCell:
    """What became of one cell; `stopped` is why nothing more can be written at all (a full disk)."""

    name: str
    documents: tuple[MadeDocument, ...] = ()
    findings: tuple[Finding, ...] = ()
    stopped: tuple[Message, Message | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchWishes:
    """How a batch is to be made; `patience` is how many seconds LibreOffice may take for one file."""

    kind: str = "all"
    day: date | None = None
    final: bool = False
    jobs: int = 0
    keep_going: bool = False
    opens: bool = False
    pdf: bool = False
    patience: float = PATIENCE


@dataclass(frozen=True, slots=True)
class BatchDocument:
    """One document of a batch as it stands in the folder; `skipped`: it stood there before; `printed`: its PDF is new.
    """

    cell: str
    path: Path
    made: MadeDocument
    skipped: bool
    pdf: Path | None = None
    printed: bool = False

    def to_dict(self) -> dict[str, object]:
        """Return the document as the JSON of the contract; what is open is not known for one left alone."""
        return {"cell": self.cell, "kind": self.made.kind, "path": str(self.path), "sha256": self.made.sha256,
                "skipped": self.skipped, "pdf": str(self.pdf) if self.pdf else None,
                "open": list(self.made.open) if self.made.open is not None else None}


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch made and left alone, what is to be looked at, and the copy of the workbook with faults marked."""

    documents: tuple[BatchDocument, ...]
    findings: tuple[Finding, ...]
    marked: Path | None = None
    doubts_before: int = 0

    @property
    def made(self) -> int:
        """Return how many documents were written."""
        return sum(not one.skipped for one in self.documents)

    @property
    def printed(self) -> int:
        """Return how many PDF files were written."""
        return sum(one.printed for one in self.documents)


class FaultsInRows(FaultsFound):
    """Faults in the rows of a batch: nothing was made; `marked` is the copy of the workbook that shows them."""

    def __init__(self, findings: Sequence[Finding], marked: Path | None) -> None:
        super().__init__(findings)
        self.marked = marked
