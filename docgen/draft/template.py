"""A template folder (frame.docx, clauses.md) with its framework's questions (fields.yaml above it), compiled once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Protocol

from docgen.draft.branches import Branches
from docgen.draft.clause_words import own_names
from docgen.draft.clauses import ClauseSet, compile_clauses
from docgen.draft.computed import COMPUTED
from docgen.draft.computed_name import ComputedName
from docgen.draft.context import known_names
from docgen.draft.field import FieldList
from docgen.draft.fields import questions_in, read_fields
from docgen.draft.historical import history_of
from docgen.draft.kinds import PaperKind, kind_of
from docgen.draft.legal_basis import EditionFact, check_legal_basis
from docgen.draft.model_questions import eased, framework_of_fields, with_framework
from docgen.draft.nearest import suggest
from docgen.draft.papers import CLAUSES, FIELDS, FRAME, PAPER_FIELDS, place_of, shared_for, with_papers
from docgen.draft.shared import FIELD_FILE, FOLDER, NOTHING_SHARED, SharedTexts, load_shared
from docgen.draft.text_program import compile_condition
from docgen.draft.unconfirmed import unconfirmed
from docgen.messages import say
from docgen.model.finding import FaultsFound, Finding, has_errors
from docgen.reader.decoding import decode, read_bytes
from docgen.word.archive import Stretch
from docgen.word.blocks import Block
from docgen.word.body import Body
from docgen.word.document import DocumentValues

__all__ = ["CLAUSES", "FIELDS", "FRAME", "Template", "compile_texts", "load_fields", "load_questions", "load_template"]


class FillableFrame(Protocol):
    """What drafting asks of a Word frame: to be filled in."""

    @property
    def sha256(self) -> str:
        """Return the hash of the file it was made from."""

    def body(self, blocks: Sequence[Block], own: frozenset[int] = frozenset()) -> Body:
        """Return the paragraphs of the blocks, with gaps where their texts have them."""

    def render(
        self, values: DocumentValues, provenance: bytes = b"", body: Sequence[Stretch] = (), own: bytes = b"",
    ) -> bytes:
        """Return the finished Word file; `body` are its paragraphs, with all gaps filled.

        `own` is what the provenance says of this document alone.
        """


@dataclass(frozen=True)
class Template:
    """A compiled template: its questions, its wording, its Word frame, and the hashes of its files,
    those of shared clauses and questions it brings in among them."""

    work: str
    kind: str
    fields: FieldList
    clauses: ClauseSet
    frame: FillableFrame = field(repr=False)
    hashes: tuple[tuple[str, str], ...] = ()

    @cached_property
    def computed(self) -> tuple[ComputedName, ...]:
        """The computed names its clauses ask for; the year is always wanted."""
        asked = {"year"}
        for clause in self.clauses.clauses:
            asked |= {*clause.text.names, clause.source.each, *(clause.condition.names if clause.condition else ())}
        return tuple(name for name in COMPUTED if name.name in asked)

    @cached_property
    def unconfirmed(self) -> tuple[Finding, ...]:
        """What nobody has confirmed yet of a model of a province."""
        return tuple(unconfirmed(self.work, self.fields, self.clauses))

    @cached_property
    def branches(self) -> Branches:
        """The ways a document of this template can turn out."""
        return Branches(self.clauses, own_names(self.fields))


# most papers share one frame
@lru_cache(maxsize=16)
def _compiled(content: bytes, name: str) -> FillableFrame:
    from docgen.word.frame import compile_frame

    return compile_frame(content, name)


def load_template(folder: Path, editions: Mapping[str, EditionFact] | None = None) -> Template:
    """Read and compile a template folder; raises FaultsFound with the faults of all three files at once.

    With `editions`, every legal basis is held against the texts too. A missing file raises NotPossible.
    """
    questions, place, is_paper = folder.parent / FIELDS, place_of(folder), isinstance(kind_of(folder.name), PaperKind)
    contents = {FIELDS: read_bytes(questions), place.prefix + CLAUSES: read_bytes(place.clauses),
                place.frame_prefix + FRAME: read_bytes(place.frame)}
    fields_text = decode(contents[FIELDS], str(questions)).text
    clauses_text = decode(contents[place.prefix + CLAUSES], str(place.clauses)).text
    shared = with_framework(shared_for(folder), folder.parent.parent, framework_of_fields(fields_text), str(questions))
    findings: list[Finding] = []
    frame: FillableFrame | None = None
    try:
        frame = _compiled(contents[place.frame_prefix + FRAME], str(place.frame))
    except FaultsFound as faults:
        findings.extend(faults.findings)
    fields, clauses, faults_of_texts = compile_texts(
        fields_text, clauses_text, str(questions), str(place.clauses), editions=editions, shared=shared,
        papers=folder.parent.parent if is_paper else None)
    used = shared.used((*(clause.source.origin for clause in clauses.clauses), PAPER_FIELDS,
                        *((f"{FOLDER}/{FIELD_FILE}",) if f"{FOLDER}:" in fields_text or shared.inherited else ()),
                        *((f"{fields.framework}/{FIELDS}",) if shared.inherited else ())))
    hashes = (*((name, file_hash(content)) for name, content in sorted(contents.items())),
              *((name, file_hash(shared.contents[name])) for name in used))
    findings = [*shared.findings, *faults_of_texts, *findings]
    if frame is None or has_errors(findings):
        raise FaultsFound(findings)
    return Template(folder.parent.name, folder.name, _eased(fields, fields_text, shared, folder.parent), clauses, frame,
                    hashes)


def load_fields(path: Path) -> FieldList:
    """Read the questions of a framework; raises FaultsFound with the faults of the list."""
    text = decode(read_bytes(path), str(path)).text
    shared = with_framework(load_shared(path.parent.parent), path.parent.parent, framework_of_fields(text), str(path))
    reading = read_fields(text, str(path), shared.questions, shared.inherited)
    findings = (*shared.findings, *reading.findings)
    if has_errors(findings):
        raise FaultsFound(findings)
    return _eased(reading.fields, text, shared, path.parent)


def _eased(fields: FieldList, text: str, shared: SharedTexts, home: Path) -> FieldList:
    """Return a model's questions with those only its framework's other documents need marked so."""
    kinds = {folder.parent.name for folder in home.glob(f"*/{CLAUSES}")}
    return eased(fields, questions_in(text, shared.questions), kinds)


def load_questions(path: Path) -> FieldList:
    """Read all that a cell's file may answer: the questions of its framework and those of papers round a quy chế."""
    fields, findings = with_papers(load_fields(path), path.parent.parent)
    if has_errors(findings):
        raise FaultsFound(findings)
    return fields


def compile_texts(
    fields_text: str, clauses_text: str, fields_file: str = FIELDS, clauses_file: str = CLAUSES, *,
    editions: Mapping[str, EditionFact] | None = None, shared: SharedTexts = NOTHING_SHARED,
    papers: Path | None = None,
) -> tuple[FieldList, ClauseSet, tuple[Finding, ...]]:
    """Compile the two texts of a template; returns what could be compiled and every fault of both.

    `papers` is the folder of templates where they are those of a paper, which asks questions of its own.
    """
    reading = read_fields(fields_text, fields_file, shared.questions, shared.inherited)
    fields, faults_of_papers = with_papers(reading.fields, papers) if papers else (reading.fields, ())
    compiled = compile_clauses(clauses_text, fields, clauses_file, shared.clauses,
                               articled=papers is None and not _has_heads_only(reading.fields, clauses_text))
    findings = [*reading.findings, *faults_of_papers, *_computed(fields), *compiled.findings]
    if editions is not None:
        findings.extend(check_legal_basis(compiled.clauses, editions))
        findings.extend(_historical(reading.fields, editions))
    return fields, compiled.clauses, tuple(findings)


def _has_heads_only(fields: FieldList, clauses_text: str) -> bool:
    """Tell whether these are the rules of a model that is made of heads (I-) and numbers, without articles."""
    return bool(fields.framework) and not re.search(r"^### ", clauses_text, re.MULTILINE)


def _historical(fields: FieldList, editions: Mapping[str, EditionFact]) -> list[Finding]:
    """Find a framework that says it is historical and names no edition whose register says since when."""
    if not fields.historical or history_of(fields.historical, editions) is not None:
        return []
    return [Finding(code="fields", severity="error", file=fields.file, line=1, column=1,
                    message=say("'historical' names '{edition}', and no register says since when it is history.",
                                edition=fields.historical),
                    remedy=say("Record in versions/ since when it is not known whether it governs."))]


def _computed(fields: FieldList) -> list[Finding]:
    """Find computed names a template asks for that nobody computes, and questions that take the name of one."""
    findings = []
    known = known_names(fields)
    for name in fields.computed:
        if name not in known:
            findings.append(Finding(code="fields-computed", severity="error", file=fields.file, line=1, column=1,
                                    message=say("There is no computed name '{name}'.", name=name),
                                    remedy=suggest(name, known, say("Take it out of 'computed:'."))))
    for asked in fields.fields:
        for one in (asked, *asked.of):
            names = compile_condition(one.condition).names if one.condition else frozenset[str]()
            for name in sorted(names - known - {part.name for part in asked.of}):
                findings.append(Finding(code="fields", severity="error", file=fields.file, line=one.line, column=1,
                                        message=say("'if' of '{field}' asks for '{name}', which there is not.",
                                                    field=one.name, name=name),
                                        remedy=suggest(name, known, say("Take it out, or correct it."))))
    computed = {name.name for name in COMPUTED}
    for asked in fields.fields:
        if asked.name in computed:
            findings.append(Finding(code="fields", severity="error", file=fields.file, line=asked.line,
                                    column=1,
                                    message=say("'{name}' is computed and cannot be asked.", name=asked.name),
                                    remedy=say("Give the question another name.")))
    return findings


def file_hash(content: bytes) -> str:
    """Return the hash that names a file of a template in the documents made from it.

    It is taken over LF, so that a checkout on Windows has the same hash; a Word file is taken as it is.
    """
    if not content.startswith(b"PK"):
        content = content.replace(b"\r\n", b"\n")
    return hashlib.sha256(content).hexdigest()
