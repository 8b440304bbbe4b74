"""`docgen update`: what was written then, what people made of it, what docgen would write now, in one Word file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from docgen.api.kept.facts import kept
from docgen.api.kept.written_then import WrittenThen, written_then
from docgen.api.update.written_now import WrittenNow, check_target, written_now
from docgen.api.writing import write_bytes
from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.model.finding import Finding
from docgen.reader.decoding import read_bytes
from docgen.renew.update import AUTHOR, Updated, update_document
from docgen.versions.workspace import Workspace
from docgen.word.revisions import Hand
from docgen.word.settling import settled

LIMIT = 50 * 1024 * 1024
_NO_DAY = date(2000, 1, 1)
"""Dates the changes of a document that rests on nothing with a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentUpdate:
    """One file brought up to date: where it stands, of which cell and kind it is, what was done."""

    path: Path
    cell: str
    kind: str
    updated: Updated
    exact: bool
    """Whether what docgen wrote then is known byte for byte."""
    remarks: tuple[Message, ...]
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the update as JSON for other programs."""
        done = self.updated
        return {
            "path": str(self.path), "cell": self.cell, "kind": self.kind, "foreign": done.foreign, "exact": self.exact,
            "score": round(done.score, 2),
            "changes": [{"kind": one.kind, "then": one.then or None, "now": one.now or None, "both": one.both}
                        for one in done.changes],
            "conflicts": [{"kind": one.kind, "on": one.on, "text": one.text} for one in done.conflicts],
            "remarks": [str(remark) for remark in self.remarks]}


def update(workspace: Workspace, file: Path, target: Path, *, cell: str = "", edition: str = "") -> DocumentUpdate:
    """Bring a file up to date and write the result beside it; the file itself is never touched."""
    check_target(target, file)
    content = read_bytes(file, LIMIT)
    if content.startswith(b"%PDF-"):
        raise NotPossible(say("{file} is a PDF; changes can only be marked in a Word file (.docx).", file=file),
                          say("Name the Word file the PDF was made from."))
    then = written_then(workspace, content, file.name, _file_of(workspace, cell))
    now = written_now(workspace, then, cell=cell, edition=edition)
    if then.base is None:
        _names_the_cell(content, file.name, now.facts.text("name"))
    document, updated = _best(content, then, now.documents, file.name)
    remarks = (*now.remarks, *_on_then(then), *then.remarks, *updated.remarks)
    findings = (*now.findings, *kept(workspace, now.cell.path, now.facts))
    write_bytes(target, updated.content)
    return DocumentUpdate(path=target, cell=now.cell.name, kind=document.kind, updated=updated, exact=then.exact,
                          remarks=remarks, findings=tuple(dict.fromkeys(findings)))


def _file_of(workspace: Workspace, cell: str) -> Path | None:
    if not cell:
        return None
    path = Path(cell)
    return path if path.is_file() else workspace.cells / f"{cell.removesuffix('.yaml')}.yaml"


def _names_the_cell(content: bytes, file: str, name: str) -> None:
    """Refuse a file of which nothing is known and in which the cell's name does not stand: it is somebody else's."""
    text = " ".join(" ".join(settled(content, file, "accept")).split()).casefold()
    if " ".join(name.split()).casefold() not in text:
        raise NotPossible(say("The name “{name}” does not stand in {file}, so it is hardly a document of that cell.",
                              name=name, file=file), say("Name the cell whose document it is with --cell."))


def _best(
    content: bytes, then: WrittenThen, documents: tuple[WrittenNow, ...], name: str,
) -> tuple[WrittenNow, Updated]:
    """Update against the one document the file is; where it does not say which, against the one it is most like."""
    tried: list[tuple[float, WrittenNow, Updated]] = []
    refused: NotPossible | None = None
    for document in documents:
        moment = datetime.combine(document.day or _NO_DAY, time())
        hand = Hand(author=AUTHOR, made_at=moment, aside=AUTHOR)
        try:
            done = update_document(content, then.base, document.content, name=name, hand=hand)
        except NotPossible as refusal:
            refused = refused or refusal
            continue
        tried.append((done.score, document, done))
    if not tried:
        raise refused or NotPossible(say("There is no document to compare the file with."))
    _, document, done = max(tried, key=lambda one: one[0])
    return document, done


def _on_then(then: WrittenThen) -> tuple[Message, ...]:
    """Say what is not known of what was written then."""
    if then.base is not None:
        return (then.why,) if then.why.source else ()
    return (then.why, say("So it is not known who changed what: the file was compared as a foreign one, nothing in it "
                          "was changed, and every difference is a comment."))
