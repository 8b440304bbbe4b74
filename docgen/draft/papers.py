"""Where the papers round a quy chế stand: once for all frameworks, under templates/shared/papers.

A paper is drafted for a framework, with its questions, as if it stood in its folder; a framework that has a folder of
the same name has a paper of its own. Questions only papers ask stand beside them, so that nobody who drafts a quy chế
is asked for the figures of a vote.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.draft.clause_reader import read_sources
from docgen.draft.clause_source import ClauseSource
from docgen.draft.field import FieldList
from docgen.draft.fields import read_fields
from docgen.draft.kinds import PaperKind, kind_of
from docgen.draft.shared import FOLDER, SharedTexts, load_shared
from docgen.model.finding import Finding
from docgen.reader.decoding import decode, read_bytes

FRAME, CLAUSES, FIELDS = "frame.docx", "clauses.md", "fields.yaml"
PAPERS_FOLDER = "papers"
PAPER_FIELDS = f"{FOLDER}/{PAPERS_FOLDER}/{FIELDS}"
"""The questions of the papers, below the folder of templates."""
_HISTORICAL = re.compile(r"^historical:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the files of a template lie: its wording and its frame; `prefix` goes before their names in hashes."""

    clauses: Path
    frame: Path
    prefix: str = ""
    frame_prefix: str = ""


def place_of(folder: Path) -> Place:
    """Return where a template's files lie; what a framework has no folder for is looked for among the papers."""
    if (folder / CLAUSES).is_file() or not isinstance(kind_of(folder.name), PaperKind):
        return Place(folder / CLAUSES, folder / FRAME)
    home = folder.parent.parent / FOLDER / PAPERS_FOLDER
    own = home / folder.name
    # most papers look alike and share one frame
    frame = own if (own / FRAME).is_file() else home
    return Place(own / CLAUSES, frame / FRAME, f"{FOLDER}/{PAPERS_FOLDER}/{folder.name}/",
                 f"{frame.relative_to(folder.parent.parent).as_posix()}/")


def paper_folders(home: Path, own: Collection[str], slugs: Iterable[str]) -> dict[str, Path]:
    """Return the papers of the kinds asked for that go with the quy chế a framework has (`own`), in their order.

    A historical framework has none: its quy chế is not passed again.
    """
    wanted = [slug for slug in slugs if isinstance(kind := kind_of(slug), PaperKind) and kind.beside in own
              and place_of(home / slug).clauses.is_file()]
    questions = home / FIELDS
    if not wanted or _HISTORICAL.search(decode(read_bytes(questions), str(questions)).text):
        return {}
    return {slug: home / slug for slug in wanted}


def shared_for(folder: Path) -> SharedTexts:
    """Return what a template may bring in; a paper also the căn cứ of the quy chế it goes with."""
    kind, templates = kind_of(folder.name), folder.parent.parent
    if not isinstance(kind, PaperKind):
        return load_shared(templates, folder.name)
    shared = load_shared(templates, kind.beside)
    shared = replace(shared, contents={**shared.contents, PAPER_FIELDS: read_bytes(templates / PAPER_FIELDS)})
    file = folder.parent / kind.beside / CLAUSES
    if not file.is_file():  # a paper that brings nothing of it in is made again without it
        return shared
    name = file.relative_to(templates).as_posix()
    content = read_bytes(file)
    sources = read_sources(decode(content, str(file)).text, shared.clauses).sources
    bases = {source.id: _of(source, file, name) for source in sources
             if source.zone == "legal_basis" and not source.origin}
    return replace(shared, clauses={**shared.clauses, **bases}, contents={**shared.contents, name: content})


def with_papers(fields: FieldList, templates: Path) -> tuple[FieldList, tuple[Finding, ...]]:
    """Add the questions of the papers to those of a framework; one of the same name stays as the framework has it."""
    path = templates / PAPER_FIELDS
    if fields.historical or not path.is_file():
        return fields, ()
    reading = read_fields(decode(read_bytes(path), str(path)).text, str(path))
    known = set(fields.names())
    return replace(fields, fields=(*fields.fields, *(one for one in reading.fields.fields if one.name not in known))), \
        reading.findings


def _of(source: ClauseSource, file: Path, name: str) -> ClauseSource:
    return replace(source, file=str(file), origin=name)
