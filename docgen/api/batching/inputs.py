"""What a batch is made from: the rows of a workbook, or the files of a folder; each cell with its name and a hash."""

from __future__ import annotations

import hashlib
import pickle
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.api.batching.digests import cell_files
from docgen.api.cells import NamedCell, find_cell, frameworks, template_folders, wanted_kinds
from docgen.draft.batch_names import file_names
from docgen.draft.cells import CellReading, read_cell_file
from docgen.draft.field import FieldList
from docgen.draft.template import FIELDS, load_questions
from docgen.draft.workbook_cells import workbook_cells
from docgen.draft.workbook_columns import folded, not_read, plans, understand
from docgen.draft.workbook_facts import WorkbookCell, read_workbook_cell
from docgen.draft.workbook_wording import Wording, wording
from docgen.errors import DocgenError, NotPossible
from docgen.messages import say
from docgen.model.finding import FaultsFound, Finding
from docgen.reader.workbook.reading import SUFFIXES, csv_files, is_workbook, read_tables
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


@dataclass(frozen=True, slots=True)
class Inputs:
    """All cells of a batch, and the faults that belong to no single one."""

    cells: tuple[CellInput, ...]
    homes: tuple[Home, ...]
    wording: Wording = field(default_factory=Wording)
    findings: tuple[Finding, ...] = ()


def gather(workspace: Workspace, path: Path, kind: str) -> Inputs:
    """Read a workbook, a folder of YAML files, or one of .csv files; what cannot be read at all is a sentence."""
    if path.is_dir() and (cell_files(path) or not csv_files(path)):
        return _from_folder(workspace, path, kind)
    if path.is_dir() or is_workbook(path) or not path.exists():
        return _from_workbook(workspace, path, kind)
    raise NotPossible(say("{path} is neither a workbook nor a folder of cells.", path=path),
                      say("Workbooks end in {suffixes}; make one with docgen cell template -o cells.xlsx.",
                          suffixes=", ".join(SUFFIXES)))


def read_input(
    cell: CellInput, fields: FieldList, kinds: tuple[str, ...], wording: Wording, *, named: bool = True,
) -> CellReading:
    """Turn one input into facts, with its findings as they are shown; the rows of a workbook are `named` if wanted."""
    if isinstance(cell.source, Path):
        return read_cell_file(cell.source, fields, kinds)
    held: WorkbookCell = pickle.loads(cell.source)
    reading = read_workbook_cell(held, fields, kinds, named=named)
    return replace(reading, findings=tuple(wording.say(finding, held.row, held.sheet, held.framework)
                                           for finding in reading.findings)) if reading.findings else reading


def said_of(cell: CellInput, finding: Finding, words: Wording) -> Finding:
    """Return a finding about a cell as it is shown, with the file or the row of that cell."""
    if isinstance(cell.source, Path):
        return finding.at(str(cell.source))
    held: WorkbookCell = pickle.loads(cell.source)
    return words.say(finding, held.row, held.sheet, held.framework)


def _from_folder(workspace: Workspace, folder: Path, kind: str) -> Inputs:
    files = cell_files(folder)
    if not files:
        raise NotPossible(say("{path} holds no cell: no file ending in .yaml.", path=folder),
                          say("Write one with docgen cell new, or name another folder."))
    names = file_names([file.stem for file in files], [True] * len(files))
    homes = _Homes(kind)
    cells: list[CellInput] = []
    findings: list[Finding] = []
    for file, name in zip(files, names, strict=True):
        try:
            named: NamedCell = find_cell(workspace, str(file))
        except FaultsFound as faults:
            findings += faults.findings
            continue
        except DocgenError as error:
            findings.append(Finding(code="cell", severity="error", message=error.message, file=str(file),
                                    remedy=error.remedy or say("Check the file.")))
            continue
        home = homes.number(named.questions.parent)
        if home is not None:
            cells.append(CellInput(name, file, home, hashlib.sha256(file.read_bytes()).hexdigest()))
    return Inputs(tuple(cells), homes.used, Wording(), (*findings, *homes.findings(str(folder), cells)))


def _from_workbook(workspace: Workspace, path: Path, kind: str) -> Inputs:
    tables = read_tables(path)
    known = frameworks(workspace)
    if not known:
        raise NotPossible(say("There is no template in {folder}.", folder=workspace.templates),
                          say("Make a workspace with docgen init DIR; it brings the shipped templates."))
    named = _named(tables, known)
    usual = named[0] if len(named) == 1 else known[0] if len(known) == 1 else ""
    if not named and not usual:
        raise NotPossible(say("The workbook does not say under which regulation its cells are."),
                          say("Write one of these into the column 'framework': {names}.", names=", ".join(known)))
    named = named or (usual,)
    lists = {name: load_questions(workspace.templates / name / FIELDS)
             for name in (*named, *(one for one in known if one not in named))}
    sheets = understand(tables, plans(tuple(lists.values()), tuple(lists[name] for name in named)))
    words = wording(str(path), sheets, lists)
    reading = workbook_cells(sheets, lists, usual)
    homes = _Homes(kind)
    cells = []
    for cell in reading.cells:
        home = homes.number(workspace.templates / cell.framework)
        if home is not None:
            cells.append(CellInput(cell.name, pickle.dumps(cell), home, _digest(cell)))
    findings = (*not_read(tables, sheets), *reading.findings)
    return Inputs(tuple(cells), homes.used, words,
                  (*(words.say(finding) for finding in findings), *homes.findings(str(path), cells)))


class _Homes:
    """The frameworks the cells of a batch stand under; one that has no document of the kind asked for is passed over.
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._numbers: dict[Home, int] = {}
        self._templates: dict[Path, tuple[Path, ...]] = {}
        self._passed: Counter[str] = Counter()

    def number(self, folder: Path) -> int | None:
        """Return the number of a framework, None if it has no document of the kind."""
        if folder not in self._templates:  # a province has four frameworks and thousands of cells
            self._templates[folder] = tuple(template_folders(folder, wanted_kinds(self._kind)).values())
        templates = self._templates[folder]
        if not templates:
            self._passed[folder.name] += 1
            return None
        return self._numbers.setdefault((folder / FIELDS, templates), len(self._numbers))

    @property
    def used(self) -> tuple[Home, ...]:
        """Return the frameworks in the order of their numbers."""
        return tuple(self._numbers)

    def findings(self, file: str, cells: Sequence[CellInput]) -> Iterator[Finding]:
        """Tell which cells are passed over; that none is left is a fault."""
        for framework, count in self._passed.items():
            yield Finding(
                code="batch-kind", severity="warning" if cells else "error", file=file,
                message=say("'{framework}' has no template for the document '{kind}': {count} cell(s) are passed over.",
                            framework=framework, kind=self._kind, count=count),
                remedy=say("Leave out --kind, or name another kind."))


def _named(tables: Sequence[Table], known: Sequence[str]) -> tuple[str, ...]:
    """Return the frameworks the cells of a workbook name, in the order of the first cell of each."""
    by_word = {folded(name): name for name in known}
    lengths = {len(name) for name in known}
    found: dict[str, None] = {}
    for table in tables:
        for row in table.rows:
            for value in row.values:
                if isinstance(value, str) and len(value.strip()) in lengths and (name := by_word.get(folded(value))):
                    found.setdefault(name)
    return tuple(found)


def _digest(cell: WorkbookCell) -> str:
    """Return a hash of the answers, whichever row they stand in."""
    answers = [(name, text) for name, text, _, _ in cell.answers if text]
    entries = [(name, [[(part, text) for part, text, _, _ in answers] for _, answers in records])
               for name, records in cell.entries]
    return hashlib.sha256(repr((cell.name, answers, entries)).encode()).hexdigest()
