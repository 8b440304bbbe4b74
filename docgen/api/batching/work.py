"""What one worker of a batch does: check a few cells, or write their documents; no fault of one stops the others."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from docgen.api.batching.inputs import CellInput, Home, read_input, said_of
from docgen.api.batching.results import MadeCell, MadeDocument
from docgen.api.composing import Composed, compiled, compose
from docgen.api.edition_facts import edition_facts
from docgen.api.kept.facts import keep_facts, not_kept
from docgen.api.writing import write_bytes
from docgen.draft.cells import CellReading
from docgen.draft.facts import Facts
from docgen.draft.field import FieldList
from docgen.draft.historical import day_faults, fact_faults, history_of
from docgen.draft.kinds import kind_of
from docgen.draft.legal_basis import EditionFact
from docgen.draft.template import Template, load_questions
from docgen.draft.workbook_wording import Wording
from docgen.errors import DocgenError
from docgen.messages import Message, say
from docgen.model.finding import FaultsFound, Finding, has_errors
from docgen.versions.library import Library, open_library
from docgen.versions.workspace import Workspace


@dataclass(frozen=True)
class Task:
    """What is the same for all cells of a batch; `shape` is the hash of all that shapes a document besides the cell."""

    workspace: Workspace
    homes: tuple[Home, ...]
    folder: Path
    wording: Wording
    shape: str = ""
    day: date | None = None
    final: bool = False
    opens: bool = False

    def prepare(self) -> None:
        """Compile the templates."""
        workshop(self)

    def abandon(self) -> None:
        """Leave everything: what is half written has no final name."""


@dataclass(frozen=True, slots=True)
class Order:
    """One cell to be made, the hashes of the files an earlier run made for it, and whether that run was cut off."""

    cell: CellInput
    earlier: tuple[tuple[str, str], ...] = ()
    cut_off: bool = False


@dataclass(frozen=True)
class _Workshop:
    library: Library
    editions: dict[str, EditionFact]
    templates: tuple[tuple[Template, ...], ...]
    fields: tuple[FieldList, ...]


def workshop(task: Task) -> _Workshop:
    """Compile everything a batch needs, once a process; faults of the templates are raised."""
    return _compiled(task.workspace, task.homes, task.shape)


@lru_cache(maxsize=1)
def _compiled(workspace: Workspace, homes: tuple[Home, ...], shape: str) -> _Workshop:
    # shape is only there so that nothing compiled before a file was changed is used after it
    library = open_library(workspace)
    editions = edition_facts(library)
    return _Workshop(library, editions, tuple(compiled(templates, editions) for _, templates in homes),
                     tuple(load_questions(questions) for questions, _ in homes))


def check(task: Task, cells: Sequence[CellInput]) -> list[tuple[Finding, ...]]:
    """Return the findings about the facts of each cell."""
    shop = workshop(task)
    return [_read(task, shop, cell, named=False).findings for cell in cells]


def make(task: Task, orders: Sequence[Order]) -> list[MadeCell]:
    """Write the documents of the cells, each whole or not at all."""
    shop = workshop(task)
    made: list[MadeCell] = []
    for order in orders:
        one = _made(task, shop, order)
        made.append(one)
        if one.stopped:
            break
    return made


def _read(task: Task, shop: _Workshop, cell: CellInput, *, named: bool = True) -> CellReading:
    templates = shop.templates[cell.home]
    kinds = tuple(template.kind for template in templates)
    try:
        reading = read_input(cell, shop.fields[cell.home], kinds, task.wording, named=named)
    except DocgenError as error:
        file = str(cell.source) if isinstance(cell.source, Path) else task.wording.file
        return CellReading(None, (_fault("cell", error.message, error.remedy, file),))
    history = history_of(shop.fields[cell.home].historical, shop.editions)
    if history is None or reading.facts is None:
        return reading
    unfit = [*day_faults(history, task.day), *(fault for kind in kinds
                                               for fault in fact_faults(history, reading.facts, kind_of(kind)))]
    said = tuple(said_of(cell, fault, task.wording) for fault in unfit)
    return replace(reading, facts=None if unfit else reading.facts, findings=(*reading.findings, *said))


def _made(task: Task, shop: _Workshop, order: Order) -> MadeCell:
    cell = order.cell
    reading = _read(task, shop, cell)
    facts = reading.facts
    if facts is None:
        return MadeCell(cell.name, findings=reading.findings)
    doubts = list(reading.findings)
    try:
        all_made = list(compose(shop.templates[cell.home], facts, cell.name, shop.library, shop.editions,
                                day=task.day, final=task.final))
        if not task.final:
            doubts += _kept(task.workspace, facts, reading.text)
    except FaultsFound as faults:
        return MadeCell(cell.name, findings=(*doubts, *faults.findings))
    documents: list[MadeDocument] = []
    for one in all_made:
        doubts += one.draft.findings
        target = task.folder / f"{one.stem}.docx"
        sha256 = hashlib.sha256(one.draft.content).hexdigest()
        try:
            stood = _stands(target, sha256, order, doubts)
            if not stood:
                write_bytes(target, one.draft.content, flushed=False)
        except DocgenError as error:
            return MadeCell(cell.name, tuple(documents), tuple(doubts), (error.message, error.remedy))
        documents.append(MadeDocument(one.kind.slug, target.name, sha256, len(one.draft.content), _open(task, one),
                                      stood))
    return MadeCell(cell.name, () if has_errors(doubts) else tuple(documents), tuple(dict.fromkeys(doubts)))


def _stands(target: Path, sha256: str, order: Order, doubts: list[Finding]) -> bool:
    """Tell whether a file need not be written: it is there already, or it is somebody else's work (a fault)."""
    try:
        there = target.read_bytes()
    except OSError:
        return False
    found = hashlib.sha256(there).hexdigest()
    if found == sha256:
        return True
    earlier = dict(order.earlier).get(target.name)
    if not there or found == earlier or (order.cut_off and earlier is None):
        return False
    doubts.append(_fault("batch-changed", say("{path} has been changed by hand, or was not made by a batch: it is left "
                                              "as it is.", path=target),
                         say("Move it to another folder, or delete it to have it made anew."), str(target)))
    return True


def _kept(workspace: Workspace, facts: Facts, text: str) -> tuple[Finding, ...]:
    """Keep the facts for bringing the documents up to date later; what cannot be kept is said once for all cells."""
    if workspace.shipped:
        return ()
    try:
        keep_facts(workspace, facts.sha256, text, flushed=False)
    except DocgenError as refusal:
        return (not_kept(refusal, str(workspace.root)),)
    return ()


def _open(task: Task, made: Composed) -> tuple[dict[str, object], ...] | None:
    return tuple(item.to_dict() for item in made.draft.open_items) if task.opens else None


def _fault(code: str, message: Message, remedy: Message | None, file: str) -> Finding:
    return Finding(code=code, severity="error", message=message, remedy=remedy or say("Check the file."), file=file)
