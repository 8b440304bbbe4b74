"""The PDF files of a batch: what needs one is found by hash, several LibreOffice print, a bad document stops none."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.api.batching.manifest import Manifest, PrintedFile, sizes_in
from docgen.api.batching.results import Batch, BatchDocument, BatchWishes, Watch
from docgen.api.batching.workers import shared_out, stopped, usual_jobs
from docgen.api.writing import why, write_bytes
from docgen.errors import DocgenError, NotPossible
from docgen.messages import Message, say
from docgen.model.finding import Finding
from docgen.word.office import PATIENCE, Office, end_running
from docgen.word.printing import find_libreoffice
from docgen.word.settled_pdf import settled_pdf

PIECE = 40
"""Files one LibreOffice prints before it is started again: its start takes as long as printing six."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is the same for all files: the program, where it works, how long one file may take."""

    program: str
    scratch: Path
    patience: float = PATIENCE

    def prepare(self) -> None:
        """Nothing is needed before the first file."""

    def abandon(self) -> None:
        """End LibreOffice and take its profiles away."""
        end_running()
        shutil.rmtree(self.scratch, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """One Word file to print, the hash of the PDF an earlier run made of it, and whether that run was cut off."""

    document: Path
    earlier: str = ""
    cut_off: bool = False

    @property
    def target(self) -> Path:
        """Return where its PDF stands."""
        return self.document.with_suffix(".pdf")


@dataclass(frozen=True, slots=True)
class PrintResult:
    """What became of one order: the PDF, or a fault; `halt` is why nothing more can be written at all."""

    printed: PrintedFile | None = None
    fault: Finding | None = None
    halt: tuple[Message, Message | None] | None = None


def libreoffice() -> str:
    """Return where LibreOffice is; without it nothing is begun."""
    program = find_libreoffice()
    if program is None:
        raise NotPossible(say("A PDF needs LibreOffice, which is not installed."),
                          say("Debian: apt-get install libreoffice-writer-nogui; or leave out --pdf."))
    return program


def with_pdfs(made: Batch, folder: Path, manifest: Manifest, wishes: BatchWishes, watch: Watch) -> Batch:
    """Print every document of a batch whose PDF is missing or older; returns the batch with its PDF files."""
    sizes = sizes_in(folder)
    orders = [order for one in made.documents if (order := _order(one, manifest, sizes)) is not None]
    results: list[PrintResult] = []
    if orders:
        with tempfile.TemporaryDirectory(prefix="docgen-pdf-", ignore_cleanup_errors=True) as scratch:
            job = PrintJob(libreoffice(), Path(scratch), wishes.patience)
            try:
                for one in _printed(job, orders, manifest, wishes.jobs or usual_jobs(), watch):
                    if one.printed is not None:
                        manifest.add_printed(one.printed)
                    if one.halt is not None:
                        raise NotPossible(*one.halt)
                    results.append(one)
                manifest.finish(manifest.complete)
            finally:
                manifest.close()
    asked = {one.target.name for one in orders}
    new = {one.printed.file for one in results if one.printed is not None}
    documents = []
    for document in made.documents:
        pdf = document.path.with_suffix(".pdf")
        held = pdf.name in new or pdf.name not in asked
        documents.append(replace(document, pdf=pdf if held else None, printed=pdf.name in new))
    faults = tuple(one.fault for one in results if one.fault is not None)
    return replace(made, documents=tuple(documents), findings=(*made.findings, *faults))


def _printed(
    job: PrintJob, orders: list[PrintOrder], manifest: Manifest, jobs: int, watch: Watch,
) -> Iterator[PrintResult]:
    jobs = max(1, min(jobs, len(orders)))
    piece = max(1, min(PIECE, -(-len(orders) // jobs)))
    done = 0

    def begun() -> Iterator[PrintOrder]:
        for start, order in enumerate(orders):
            if start % piece == 0:
                manifest.begin(one.target.name for one in orders[start:start + piece])
            yield order

    for results in shared_out(print_documents, job, begun(), jobs, piece=piece, apart=True):
        yield from results
        done += len(results)
        watch("print", done, len(orders))


def print_documents(job: PrintJob, orders: Sequence[PrintOrder]) -> list[PrintResult]:
    """Print the files of one piece, each PDF whole or not at all."""
    office = Office(job.program, job.scratch / str(os.getpid()), job.patience)
    results: list[PrintResult] = []
    try:
        for order, one in zip(orders, office.convert([order.document for order in orders], "pdf", stopped),
                              strict=False):
            results.append(_put(order, one.content, one.reason))
    except DocgenError as error:
        results.append(PrintResult(halt=(error.message, error.remedy)))
    return results


def _put(order: PrintOrder, content: bytes | None, reason: Message | None) -> PrintResult:
    if content is None:
        return PrintResult(fault=_fault("batch-pdf", say("There is no PDF of {path}: {reason}", path=order.document,
                                                         reason=reason or ""),
                                        say("Open it in Word and save it again, or delete it to have it made anew."),
                                        order.document))
    try:
        document = order.document.read_bytes()
    except OSError as error:
        return PrintResult(fault=_fault("batch-pdf", say("{path} cannot be read: {reason}.", path=order.document,
                                                         reason=why(error)), say("Check the file."), order.document))
    content = settled_pdf(content, document)
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        there = order.target.read_bytes()
    except OSError:
        there = b""
    found = hashlib.sha256(there).hexdigest()
    if there and found not in (sha256, order.earlier) and not (order.cut_off and not order.earlier):
        return PrintResult(fault=_fault(
            "batch-changed", say("{path} has been changed by hand, or was not made by a batch: it is left as it is.",
                                 path=order.target),
            say("Move it to another folder, or delete it to have it made anew."), order.target))
    if found != sha256:
        write_bytes(order.target, content, flushed=False)
    return PrintResult(PrintedFile(order.target.name, hashlib.sha256(document).hexdigest(), sha256, len(content)))


def _order(one: BatchDocument, manifest: Manifest, sizes: dict[str, int]) -> PrintOrder | None:
    """Return what has to be printed of a document: nothing if its PDF was made of the Word file as it stands."""
    earlier = manifest.printed.get(one.path.with_suffix(".pdf").name)
    order = PrintOrder(one.path, earlier.sha256 if earlier else "",
                       one.path.with_suffix(".pdf").name in manifest.cut_off)
    if earlier is None or sizes.get(earlier.file, 0) == 0:
        return order
    try:
        same = hashlib.sha256(one.path.read_bytes()).hexdigest() == earlier.made_from
    except OSError:
        return order
    return None if same else order


def _fault(code: str, message: Message, remedy: Message, path: Path) -> Finding:
    return Finding(code=code, severity="error", message=message, remedy=remedy, file=str(path))
