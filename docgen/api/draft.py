"""The documents of one cell, written as Word files: all of them or, if anything is wrong, none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.api.cells import FILE_NAMES, find_cell
from docgen.api.edition_facts import edition_facts
from docgen.api.writing import write_bytes
from docgen.draft.cells import load_cell, read_cell_file
from docgen.draft.opens import OpenItem
from docgen.draft.render import draft_document
from docgen.draft.template import load_template
from docgen.errors import NotPossible
from docgen.messages import say
from docgen.model.finding import Finding
from docgen.versions.library import open_library
from docgen.versions.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedDocument:
    """One document that was written: of which cell and kind, where, and what is still open in it."""

    cell: str
    kind: str
    path: Path
    sha256: str
    open: tuple[OpenItem, ...] = ()
    pdf: Path | None = None

    def to_dict(self) -> dict[str, object]:
        """Return the document as the JSON of the contract."""
        return {"cell": self.cell, "kind": self.kind, "path": str(self.path), "sha256": self.sha256,
                "skipped": False, "pdf": str(self.pdf) if self.pdf else None,
                "open": [item.to_dict() for item in self.open]}


@dataclass(frozen=True, slots=True)
class Drafted:
    """Everything made for one cell, and the doubts that did not stop it."""

    documents: tuple[DraftedDocument, ...]
    warnings: tuple[Finding, ...]


def draft(
    workspace: Workspace, cell: str, *, kind: str = "all", folder: Path = Path(), day: date | None = None,
    pdf: bool = False,
) -> Drafted:
    """Write the documents of a cell into a folder; faults in its facts raise FaultsFound and nothing is written."""
    named = find_cell(workspace, cell, kind)
    if pdf:
        _libreoffice()
    editions = edition_facts(open_library(workspace))
    made: list[tuple[DraftedDocument, bytes]] = []
    warnings: list[Finding] = []
    for place in named.templates:
        template = load_template(place, editions)
        facts, doubts = load_cell(named.path, template.fields)
        one = draft_document(template, facts, as_of=day, editions=editions)
        warnings += [*doubts, *one.findings]
        target = folder / f"{named.name}.{FILE_NAMES[place.name]}.docx"
        made.append((DraftedDocument(
            cell=named.name, kind=place.name, path=target, sha256=hashlib.sha256(one.content).hexdigest(),
            open=one.open_items, pdf=target.with_suffix(".pdf") if pdf else None), one.content))
    for document, content in made:
        write_bytes(document.path, content)
    if pdf:
        from docgen.word.printing import to_pdf

        to_pdf([document.path for document, _ in made], folder)
    return Drafted(tuple(document for document, _ in made), tuple(dict.fromkeys(warnings)))


def check_cell(workspace: Workspace, cell: str) -> tuple[Finding, ...]:
    """Check the facts of a cell against the questions of every template it would be drafted with."""
    named = find_cell(workspace, cell)
    found: list[Finding] = []
    for place in named.templates:
        found += read_cell_file(named.path, load_template(place).fields).findings
    return tuple(dict.fromkeys(found))


def _libreoffice() -> None:
    """Refuse before anything is written if a PDF is asked for and cannot be made."""
    from docgen.word.printing import find_libreoffice

    if find_libreoffice() is None:
        raise NotPossible(say("A PDF needs LibreOffice, which is not installed."),
                          say("Debian: apt-get install libreoffice-writer-nogui; or leave out --pdf."))
