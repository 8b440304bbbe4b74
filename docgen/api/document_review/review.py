"""One Word file reviewed: its findings, and which obligations of the framework it meets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from docgen.api.cells import find_cell
from docgen.api.document_review.law import law_of
from docgen.api.kept.materials import find_materials
from docgen.check.document.obligations import FILE, Obligation, read_obligations
from docgen.check.document.paper import Paper, paper_of
from docgen.check.document.remark import Remark
from docgen.check.document.resting import citations
from docgen.check.document.review import review_document
from docgen.check.document.rules.obligations_met import Met, obligations_met
from docgen.check.document.subject import Law, Reviewed
from docgen.draft.cells import framework_of, load_cell
from docgen.draft.facts import Facts
from docgen.draft.template import FIELDS, load_questions
from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.model.finding import Finding
from docgen.reader.decoding import read_bytes, read_text
from docgen.versions.library import open_library
from docgen.versions.workspace import Workspace, shipped_workspace
from docgen.word.look import read_look
from docgen.word.package import Package
from docgen.word.reading import open_word

FILE_LIMIT = 64 * 1024 * 1024
"""Bytes; a document of 500 pages with pictures is smaller."""
_OUT_OF_DATE, _WRONG = 4, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReview:
    """What a review found; `remarks` say what of the file could not be looked at."""

    reviewed: Reviewed
    found: tuple[Remark, ...]
    met: tuple[Met, ...]
    remarks: tuple[Message, ...]
    package: Package

    @property
    def exit_code(self) -> int:
        """Return 3 if something is wrong, 4 if only a newer edition overtook it, 0 if nothing is an error."""
        errors = [one for one in self.found if one.finding.severity == "error"]
        return 0 if not errors else _OUT_OF_DATE if all(one.outdated for one in errors) else _WRONG

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings alone."""
        return tuple(one.finding for one in self.found)


@dataclass(frozen=True, slots=True)
class Desk:
    """A workspace with its law read: where any number of documents are reviewed."""

    workspace: Workspace
    law: Law
    hashes: dict[frozenset[str], frozenset[str]] = field(default_factory=dict, compare=False)
    """Hashes of template files looked for, and those of them found; documents of one branch have the same."""

    @classmethod
    def of(cls, workspace: Workspace) -> Desk:
        """Read the law of a workspace."""
        return cls(workspace, law_of(open_library(workspace)))

    def review(self, content: bytes, name: str, *, cell: CellFacts | None = None, today: date) -> DocumentReview:
        """Review a Word file against the law of a day and, where it is known, its cell."""
        return self.review_opened(open_word(content, name), cell=cell, today=today)

    def review_opened(self, package: Package, *, cell: CellFacts | None = None, today: date) -> DocumentReview:
        """Review a Word file that is open already."""
        paper = paper_of(package)
        if not paper.lines:
            raise NotPossible(say("{path} holds no text.", path=package.name),
                              say("Open it to see whether it is the right file."))
        work = (paper.made_from.work if paper.made_from else "") or (cell.framework if cell else "")
        work = work or _framework(self.workspace, paper, self.law)
        reviewed = Reviewed(paper=paper, law=self.law, today=today, work=work, facts=cell.facts if cell else None,
                            obligations=obligations_of(self.workspace, work), look=read_look(package),
                            templates_not_found=self._templates_not_found(paper))
        doubts = cell.doubts if cell else ()
        return DocumentReview(reviewed=reviewed, found=review_document(reviewed), met=obligations_met(reviewed),
                              remarks=(*paper.remarks, *(doubt.message for doubt in doubts), *_unlooked(package)),
                              package=package)

    def _templates_not_found(self, paper: Paper) -> tuple[str, ...]:
        if paper.made_from is None:
            return ()
        wanted = frozenset(sha256 for _, sha256 in paper.made_from.files)
        if wanted not in self.hashes:
            self.hashes[wanted] = frozenset(find_materials(self.workspace, wanted).contents)
        return tuple(name for name, sha256 in paper.made_from.files if sha256 not in self.hashes[wanted])


@dataclass(frozen=True, slots=True)
class CellFacts:
    """The facts of a cell, the framework it is written under, and doubts about the facts."""

    facts: Facts
    framework: str
    doubts: tuple[Finding, ...] = ()


def review(workspace: Workspace, path: Path, *, cell: str = "", today: date) -> DocumentReview:
    """Review one Word file, named by a person, and held against the facts of a cell where one is named."""
    content = read_bytes(path, FILE_LIMIT)
    _only_word(content, path)
    package = open_word(content, str(path))
    facts = cell_facts(workspace, cell) if cell else None
    return Desk.of(workspace).review_opened(package, cell=facts, today=today)


def cell_facts(workspace: Workspace, cell: str) -> CellFacts:
    """Return the facts of a cell; faults in them are raised, for a document cannot be held against what is wrong."""
    named = find_cell(workspace, cell)
    facts, doubts = load_cell(named.path, load_questions(named.questions), named.kinds)
    return CellFacts(facts, named.questions.parent.name, doubts)


def as_data(result: DocumentReview) -> Mapping[str, object]:
    """Return the review as the JSON of the contract, with the obligations beside the findings."""
    paper = result.reviewed.paper
    return {
        "findings": [{**one.finding.to_dict(), "words": one.words or None, "outdated": one.outdated}
                     for one in result.found],
        "document": {"framework": result.reviewed.work or None, "kind": result.reviewed.kind or None,
                     "dated": result.reviewed.issued.isoformat() if result.reviewed.issued else None,
                     "as_of": result.reviewed.today.isoformat()},
        "obligations": [{"edition": one.obligation.edition, "address": one.obligation.address,
                         "says": one.obligation.says, "met": bool(one.lines),
                         "at": [{"line": paper.lines[line].place + 1, "address": paper.addresses[line] or None}
                                for line in one.lines]} for one in result.met],
    }


def obligations_of(workspace: Workspace, work: str) -> tuple[Obligation, ...]:
    """Return what a framework asks for, a model what the framework it belongs to asks for.

    A workspace made before there was such a list uses the shipped one.
    """
    questions = workspace.templates / work / FIELDS
    above = framework_of(read_text(questions).text) if work and questions.is_file() else ""
    for name in dict.fromkeys((work, above)):
        for place in (workspace, shipped_workspace()):
            path = place.templates / name / FILE
            if name and path.is_file():
                return read_obligations(read_text(path).text, str(path))
    return ()


def _framework(workspace: Workspace, paper: Paper, law: Law) -> str:
    """Return the framework a foreign document cites, the first that has templates; "" if it cites none."""
    for cited in citations(paper):
        for edition in law.meant(cited.document, cited.dated) if cited.document else ():
            if obligations_of(workspace, edition.work):
                return edition.work
    return ""


def _only_word(content: bytes, path: Path) -> None:
    if b"%PDF-" in content[:1024]:
        raise NotPossible(say("{path} is a PDF; a review needs the Word file, so that findings can stand at their "
                              "places.", path=path),
                          say("Ask for the .docx it was printed from, or open the PDF in Word and save it as .docx."))


def _unlooked(package: Package) -> tuple[Message, ...]:
    found: list[Message] = []
    if any(part.lower().endswith("vbaproject.bin") for part in package.parts):
        found.append(say("{file} holds macros. They are not run; take them out before the file is sent on.",
                         file=package.name))
    return tuple(found)
