"""One run of a batch: every cell is checked first, then those that need it are written, by several processes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from docgen.api.batching.inputs import CellInput, gather
from docgen.api.batching.manifest import Manifest, kept
from docgen.api.batching.marked import marked_copy
from docgen.api.batching.results import Batch, BatchDocument, BatchWishes, FaultsInRows, MadeCell, Watch
from docgen.api.batching.work import Order, Task, check, make
from docgen.api.batching.workers import PIECE, shared_out, usual_jobs
from docgen.errors import NotPossible
from docgen.model.finding import Finding, has_errors
from docgen.versions.workspace import Workspace


def run_batch(
    workspace: Workspace, source: Path, folder: Path, wishes: BatchWishes, watch: Watch, *, made_by: str,
    everything: str, manifest: Manifest, sizes: dict[str, int],
) -> Batch:
    """Check and write; `made_by` and `everything` are hashes of what shapes the documents, and of all that goes in."""
    inputs = gather(workspace, source, wishes.kind)
    task = Task(workspace, inputs.homes, folder, inputs.wording, made_by, day=wishes.day, final=wishes.final,
                opens=wishes.opens)
    task.prepare()  # before the workers start, so that they have it from the beginning
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
        findings = list(dict.fromkeys((*findings, *(finding for one in results for finding in one.findings))))
        complete = not has_errors(findings) and set(manifest.entries) == {cell.name for cell in inputs.cells}
        if todo or (complete and manifest.complete != everything):
            manifest.finish(everything if complete else "")
    finally:
        manifest.close()
    new = {one.name: one for one in results}
    skipped = {name: entry for name, entry in manifest.entries.items() if name in made_from and name not in new}
    documents = [BatchDocument(name, folder / one.file, one, skipped=one.stood)
                 for name, cell in new.items() for one in cell.documents]
    return Batch((*documents, *kept(folder, skipped)), tuple(findings), marked,
                 sum(entry.doubts for entry in skipped.values()))


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
            if start % PIECE == 0:
                manifest.begin(one.name for one in cells[start:start + PIECE])
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
    return max(1, min(wishes.jobs or usual_jobs(), cells // 20))


def _sweep(folder: Path) -> None:
    """Take away what a run that was cut off has left behind unfinished; none of it has a final name."""
    for file in folder.glob(".*-*.tmp"):
        file.unlink(missing_ok=True)
