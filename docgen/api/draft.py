"""The documents of one cell, written as Word files: all of them or, if anything is wrong, none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.api.basis import basis_table
from docgen.api.cells import find_cell
from docgen.api.composing import compiled, compose
from docgen.api.edition_facts import edition_facts
from docgen.api.kept.facts import kept
from docgen.api.writing import write_bytes
from docgen.draft.cells import load_cell, read_cell_file
from docgen.draft.historical import day_faults, fact_faults, history_of
from docgen.draft.kinds import ALL, SET, PaperKind, kind_of
from docgen.draft.membership import body_word
from docgen.draft.opens import OpenItem
from docgen.draft.template import load_questions
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import say
from docgen.model.finding import Finding
from docgen.publish.basis_table import write_basis_table
from docgen.reader.decoding import read_bytes
from docgen.versions.library import open_library
from docgen.versions.workspace import Workspace, shipped_workspace

if TYPE_CHECKING:
    from docgen.word.frame import Frame

TABLE_FRAME = Path("shared", "basis-table.docx")
BASIS_TABLE = ".bang-can-cu.docx"
"""How the name of the table of legal bases beside a draft ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedDocument:
    """One document that was written: of which cell and kind, where, and what is still open in it."""

    cell: str
    kind: str
    path: Path
    sha256: str
    open: tuple[OpenItem, ...] = ()
    pdf: Path | None = None
    basis_table: Path | None = None

    def to_dict(self) -> dict[str, object]:
        """Return the document as the JSON of the contract."""
        return {"cell": self.cell, "kind": self.kind, "path": str(self.path), "sha256": self.sha256,
                "skipped": False, "pdf": str(self.pdf) if self.pdf else None,
                "basis_table": str(self.basis_table) if self.basis_table else None,
                "open": [item.to_dict() for item in self.open]}


@dataclass(frozen=True, slots=True)
class Drafted:
    """Everything made for one cell, the doubts that did not stop it, and whether it is a whole set of papers."""

    documents: tuple[DraftedDocument, ...]
    warnings: tuple[Finding, ...]
    is_set: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How documents are to be drafted: for which day, ready to be signed or not, with which papers beside them."""

    day: date | None = None
    final: bool = False
    pdf: bool = False
    basis_table: bool = True


def draft(
    workspace: Workspace, cell: str, *, kind: str = ALL, folder: Path = Path(), wishes: Wishes | None = None,
) -> Drafted:
    """Write the documents of a cell into a folder; faults in its facts raise FaultsFound and nothing is written."""
    named, wishes = find_cell(workspace, cell, kind), wishes or Wishes()
    if wishes.pdf:
        _libreoffice()
    library = open_library(workspace)
    editions = edition_facts(library)
    templates = compiled(named.templates, editions)
    fields = load_questions(named.questions)
    history = history_of(fields.historical, editions)
    for unfit in day_faults(history, wishes.day) if history else ():
        raise WrongUsage(unfit.message, unfit.remedy)
    facts, doubts = load_cell(named.path, fields, named.kinds)
    tables = _table_frame(workspace) if wishes.basis_table else None
    contents: dict[Path, bytes] = {}
    documents: list[DraftedDocument] = []
    warnings = list(doubts)
    for made in compose(templates, facts, named.name, library, editions, day=wishes.day, final=wishes.final):
        warnings += made.draft.findings
        target = folder / f"{made.stem}.docx"
        contents[target] = made.draft.content
        table = None
        if tables is not None and not isinstance(made.kind, PaperKind):
            table = target.with_suffix(BASIS_TABLE)
            contents[table] = write_basis_table(tables, basis_table(made.draft, editions, body_word(facts)))
        documents.append(DraftedDocument(
            cell=named.name, kind=made.kind.slug, path=target,
            sha256=hashlib.sha256(made.draft.content).hexdigest(), open=made.draft.open_items,
            pdf=target.with_suffix(".pdf") if wishes.pdf else None, basis_table=table))
    if not wishes.final:
        warnings += kept(workspace, named.path, facts)
    for target, content in contents.items():
        write_bytes(target, content)
    if wishes.pdf:
        from docgen.word.printing import to_pdf

        to_pdf([document.path for document in documents], folder)
    return Drafted(tuple(documents), tuple(dict.fromkeys(warnings)), kind == SET)


def check_cell(workspace: Workspace, cell: str) -> tuple[Finding, ...]:
    """Check the facts of a cell against the questions of its framework, for every document it would be used for."""
    named = find_cell(workspace, cell, SET)
    fields = load_questions(named.questions)
    reading = read_cell_file(named.path, fields, named.kinds)
    if not fields.historical or reading.facts is None:
        return reading.findings
    history = history_of(fields.historical, edition_facts(open_library(workspace)))
    late = [fault for kind in named.kinds if history for fault in fact_faults(history, reading.facts, kind_of(kind))]
    return tuple(dict.fromkeys((*reading.findings, *late)))


def _table_frame(workspace: Workspace) -> Frame:
    """Return the frame of the table of legal bases; a workspace made before there was one uses the shipped one."""
    from docgen.word.frame import compile_frame

    path = workspace.templates / TABLE_FRAME
    if not path.is_file():
        path = shipped_workspace().templates / TABLE_FRAME
    return compile_frame(read_bytes(path), workspace.relative(path))


def _libreoffice() -> None:
    """Refuse before anything is written if a PDF is asked for and cannot be made."""
    from docgen.word.printing import find_libreoffice

    if find_libreoffice() is None:
        raise NotPossible(say("A PDF needs LibreOffice, which is not installed."),
                          say("Debian: apt-get install libreoffice-writer-nogui; or leave out --pdf."))
