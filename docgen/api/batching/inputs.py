"""What a batch is made from: the rows of a workbook, or the files of a folder; each cell with its name and a hash."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from docgen.api.batching.digests import cell_files
from docgen.api.cells import NamedCell, find_cell, frameworks
from docgen.draft.batch_names import file_names
from docgen.draft.cells import CellReading, read_cell_file
from docgen.draft.field import FieldList
from docgen.draft.kinds import SLUGS
from docgen.draft.template import CLAUSES, FIELDS, load_fields
from docgen.draft.workbook_cells import (
    WorkbookCell,
    headings_of,
    placed,
    read_workbook_cell,
    sheets_shown,
    workbook_cells,
)
from docgen.draft.workbook_columns import folded, plans, understand
from docgen.errors import DocgenError, NotPossible
from docgen.messages import say
from docgen.model.finding import FaultsFound, Finding
from docgen.reader.workbook.reading import SUFFIXES, is_workbook, read_tables
from docgen.reader.workbook.table import Table
from docgen.versions.workspace import Workspace

Home = tuple[Path, tuple[Path, ...]]
"""The questions of a framework and the templates to fill."""


@dataclass(frozen=True, slots=True)
class CellInput:
    """One cell of a batch: the name of its files, what it stands in, which questions it answers, a hash of it all.

    What a workbook says of a cell is kept packed: ten thousand cells then need a tenth of the room, and go to another
    process as they are.
    """

    name: str
    source: bytes | Path
    home: int
    digest: str


@dataclass(frozen=True)
class Wording:
    """How findings about a workbook are said: with the sheets and headings somebody sees. Empty for YAML files."""

    file: str = ""
    sheets: tuple[tuple[int, tuple[str, bool, tuple[tuple[int, str], ...]]], ...] = ()
    headings: tuple[tuple[str, str], ...] = ()

    @cached_property
    def _sheets(self) -> dict[int, tuple[str, bool, dict[int, str]]]:
        return {number: (name, main, dict(columns)) for number, (name, main, columns) in self.sheets}

    @cached_property
    def _headings(self) -> dict[str, str]:
        return dict(self.headings)

    def say(self, finding: Finding, row: int) -> Finding:
        """Return a finding as it is shown."""
        return placed(finding, self.file, row, self._sheets, self._headings) if self.file else finding


@dataclass(frozen=True, slots=True)
class Inputs:
    """All cells of a batch, and the faults that belong to no single one."""

    cells: tuple[CellInput, ...]
    homes: tuple[Home, ...]
    wording: Wording = field(default_factory=Wording)
    findings: tuple[Finding, ...] = ()


def gather(workspace: Workspace, path: Path, kind: str) -> Inputs:
    """Read a workbook or a folder of YAML files; what cannot be read at all is a sentence."""
    if path.is_dir():
        return _from_folder(workspace, path, kind)
    if is_workbook(path) or not path.exists():
        return _from_workbook(workspace, path, kind)
    raise NotPossible(say("{path} is neither a workbook nor a folder of cells.", path=path),
                      say("Workbooks end in {suffixes}; make one with docgen cell template -o cells.xlsx.",
                          suffixes=", ".join(SUFFIXES)))


def read_input(cell: CellInput, fields: FieldList, kinds: tuple[str, ...], wording: Wording) -> CellReading:
    """Turn one input into facts, with its findings as they are shown."""
    if isinstance(cell.source, Path):
        return read_cell_file(cell.source, fields, kinds)
    held: WorkbookCell = pickle.loads(cell.source)
    reading = read_workbook_cell(held, fields, kinds)
    return CellReading(reading.facts, tuple(wording.say(finding, held.row) for finding in reading.findings))


def _from_folder(workspace: Workspace, folder: Path, kind: str) -> Inputs:
    files = cell_files(folder)
    if not files:
        raise NotPossible(say("{path} holds no cell: no file ending in .yaml.", path=folder),
                          say("Write one with docgen cell new, or name another folder."))
    names = file_names([file.stem for file in files], [True] * len(files))
    homes: dict[Home, int] = {}
    cells: list[CellInput] = []
    findings: list[Finding] = []
    for file, name in zip(files, names, strict=True):
        try:
            named: NamedCell = find_cell(workspace, str(file), kind)
        except FaultsFound as faults:
            findings += faults.findings
            continue
        except DocgenError as error:
            findings.append(Finding(code="cell", severity="error", message=error.message, file=str(file),
                                    remedy=error.remedy or say("Check the file.")))
            continue
        home = homes.setdefault((named.questions, named.templates), len(homes))
        cells.append(CellInput(name, file, home, hashlib.sha256(file.read_bytes()).hexdigest()))
    return Inputs(tuple(cells), tuple(homes), Wording(), tuple(findings))


def _from_workbook(workspace: Workspace, path: Path, kind: str) -> Inputs:
    tables = read_tables(path)
    framework = _framework(workspace, tables)
    home = workspace.templates / framework
    fields = load_fields(home / FIELDS)
    sheets = understand(tables, plans(fields))
    wording = Wording(str(path), tuple((number, (name, main, tuple(columns.items())))
                                       for number, (name, main, columns) in sheets_shown(sheets).items()),
                      tuple(headings_of(fields).items()))
    reading = workbook_cells(sheets, framework)
    templates = tuple(home / one for one in SLUGS if kind in (one, "all") and (home / one / CLAUSES).is_file())
    return Inputs(
        tuple(CellInput(cell.name, pickle.dumps(cell), 0, _digest(cell)) for cell in reading.cells),
        ((home / FIELDS, templates),), wording, tuple(wording.say(finding, 0) for finding in reading.findings))


def _framework(workspace: Workspace, tables: tuple[Table, ...]) -> str:
    """Return the framework a workbook is written for: the first one its cells name, or the only one there is."""
    known = frameworks(workspace)
    if not known:
        raise NotPossible(say("There is no template in {folder}.", folder=workspace.templates),
                          say("Make a workspace with docgen init DIR; it brings the shipped templates."))
    by_word = {folded(name): name for name in known}
    for table in tables:
        for row in table.rows:
            for value in row.values:
                if isinstance(value, str) and (found := by_word.get(folded(value))):
                    return found
    if len(known) == 1:
        return known[0]
    raise NotPossible(say("The workbook does not say under which regulation its cells are."),
                      say("Write one of these into the column 'framework': {names}.", names=", ".join(known)))


def _digest(cell: WorkbookCell) -> str:
    """Return a hash of the answers, whichever row they stand in."""
    answers = [(name, text) for name, text, _, _ in cell.answers if text]
    entries = [(name, [[(part, text) for part, text, _, _ in answers] for _, answers in records])
               for name, records in cell.entries]
    return hashlib.sha256(repr((cell.name, answers, entries)).encode()).hexdigest()
