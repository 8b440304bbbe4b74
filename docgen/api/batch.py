"""The documents of many cells at once: all rows are checked first, then written; what stands already is left alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.api.batch_inputs import CellInput, gather, input_digest
from docgen.api.batch_manifest import Entry, Manifest, sizes_in
from docgen.api.batch_marked import marked_copy
from docgen.api.batch_work import MadeCell, MadeDocument, Order, Task, check, make, workshop
from docgen.api.batch_workers import shared_out
from docgen.draft.kinds import SLUGS
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import say
from docgen.model.finding import FaultsFound, Finding, has_errors
from docgen.versions.workspace import Workspace

_PROGRAM = Path(__file__).resolve().parents[1]
Watch = Callable[[str, int, int], None]
"""Told the stage ("check" or "make"), how many cells are done, and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchWishes:
    """How a batch is to be made."""

    kind: str = "all"
    day: date | None = None
    final: bool = False
    jobs: int = 1
    keep_going: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class BatchDocument:
    """One document of a batch as it stands in the folder; `skipped`: it stood there before."""

    cell: str
    path: Path
    made: MadeDocument
    skipped: bool

    def to_dict(self) -> dict[str, object]:
        """Return the document as the JSON of the contract; what is open is not known for one left alone."""
        return {"cell": self.cell, "kind": self.made.kind, "path": str(self.path), "sha256": self.made.sha256,
                "skipped": self.skipped, "open": list(self.made.open) if self.made.open is not None else None}


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


def batch(
    workspace: Workspace, source: Path, folder: Path, wishes: BatchWishes, watch: Watch = lambda *_: None,
) -> Batch:
    """Write the documents of all cells of a workbook or folder.

    Any fault of any row raises FaultsFound before anything is written, unless the good ones are to be made all the
    same (`keep_going`): then the faults are among the findings.
    """
    if wishes.kind not in (*SLUGS, "all"):
        raise WrongUsage(say("There is no kind of document '{kind}'.", kind=wishes.kind),
                         say("Kinds: {kinds}.", kinds=", ".join((*SLUGS, "all"))))
    made_by = _made_by(workspace, wishes)
    everything = hashlib.sha256(f"{made_by} {source} {input_digest(source)}".encode()).hexdigest()
    manifest, sizes = Manifest(folder), sizes_in(folder)
    if manifest.complete == everything and manifest.all_stand(sizes):
        return Batch(tuple(_kept(folder, manifest.entries)), (), None, sum(e.doubts for e in manifest.entries.values()))
    inputs = gather(workspace, source, wishes.kind)
    task = Task(workspace, inputs.homes, folder, inputs.wording, wishes.day, wishes.final, wishes.opens)
    workshop(task)  # before the workers start, so that they have it from the beginning
    made_from = {cell.name: hashlib.sha256(f"{made_by} {cell.digest}".encode()).hexdigest() for cell in inputs.cells}
    todo = [cell for cell in inputs.cells if not manifest.stands(cell.name, made_from[cell.name], sizes)]
    findings = [*inputs.findings]
    good = _checked(task, todo, findings, wishes, watch)
    marked = marked_copy(source, folder, findings) if has_errors(findings) else None
    if has_errors(findings) and not wishes.keep_going:
        raise FaultsInRows(findings, marked)
    if manifest.cut_off:
        _sweep(folder)
    try:
        results = list(_made(task, good, manifest, made_from, wishes=wishes, watch=watch))
        wrong = [finding for one in results for finding in one.findings if finding.severity == "error"]
        findings += wrong
        complete = not has_errors(findings) and set(manifest.entries) == {cell.name for cell in inputs.cells}
        if todo or (complete and manifest.complete != everything):
            manifest.finish(everything if complete else "")
    finally:
        manifest.close()
    new = {one.name: one for one in results}
    skipped = {name: entry for name, entry in manifest.entries.items() if name in made_from and name not in new}
    documents = [BatchDocument(name, folder / one.file, one, skipped=False)
                 for name, cell in new.items() for one in cell.documents]
    return Batch((*documents, *_kept(folder, skipped)), tuple(findings), marked,
                 sum(entry.doubts for entry in skipped.values()))


class FaultsInRows(FaultsFound):
    """Faults in the rows of a batch: nothing was made; `marked` is the copy of the workbook that shows them."""

    def __init__(self, findings: list[Finding], marked: Path | None) -> None:
        super().__init__(findings)
        self.marked = marked


def _checked(
    task: Task, cells: list[CellInput], findings: list[Finding], wishes: BatchWishes, watch: Watch,
) -> list[CellInput]:
    """Look at every cell before the first is made; returns those without a fault."""
    good: list[CellInput] = []
    done = 0
    for piece in shared_out(check, task, iter(cells), _jobs(wishes, len(cells))):
        for cell, found in zip(cells[done:done + len(piece)], piece, strict=True):
            findings += found
            if not has_errors(found):
                good.append(cell)
        done += len(piece)
        watch("check", done, len(cells))
    return good


def _made(
    task: Task, cells: list[CellInput], manifest: Manifest, made_from: dict[str, str], *, wishes: BatchWishes,
    watch: Watch,
) -> Iterator[MadeCell]:
    def orders() -> Iterator[Order]:
        for start, cell in enumerate(cells):
            if start % 40 == 0:
                manifest.begin(one.name for one in cells[start:start + 40])
            entry = manifest.entries.get(cell.name)
            yield Order(cell, tuple((one.file, one.sha256) for one in entry.documents) if entry else (),
                        cell.name in manifest.cut_off)

    done = 0
    for piece in shared_out(make, task, orders(), _jobs(wishes, len(cells))):
        for one in piece:
            if one.documents and not one.stopped:
                manifest.add(one, made_from[one.name])
            if one.stopped:
                message, remedy = one.stopped
                raise NotPossible(message, remedy)
            yield one
        done += len(piece)
        watch("make", done, len(cells))


def _jobs(wishes: BatchWishes, cells: int) -> int:
    """Return how many workers are worth starting."""
    return max(1, min(wishes.jobs, cells // 20))


def _kept(folder: Path, entries: dict[str, Entry]) -> Iterator[BatchDocument]:
    for name in sorted(entries):
        for one in entries[name].documents:
            yield BatchDocument(name, folder / one.file, one, skipped=True)


def _made_by(workspace: Workspace, wishes: BatchWishes) -> str:
    """Return a hash of all that shapes a document besides the cell: program, templates, registers, texts, wishes."""
    whole = hashlib.sha256(repr((wishes.kind, wishes.day, wishes.final)).encode())
    for root, patterns in ((_PROGRAM, ("draft/*.py", "word/*.py", "api/*.py", "vietnamese/*.py")),
                           (workspace.root, ("templates/**/*.*", "versions/**/*.yaml", "regulations/**/*.md"))):
        for pattern in patterns:
            for file in sorted(root.glob(pattern)):
                if file.is_file():
                    whole.update(file.name.encode(errors="replace") + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def _sweep(folder: Path) -> None:
    """Take away what a run that was cut off has left behind unfinished; none of it has a final name."""
    for file in folder.glob(".*-*.tmp"):
        file.unlink(missing_ok=True)
