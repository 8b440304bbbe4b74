"""A file read for import: the tree as it is kept, how much of the file it holds, what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.api.importing.request import ImportRequest
from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.model.finding import Finding
from docgen.model.tree import Regulation
from docgen.publish.markdown import write
from docgen.reader.coverage import Coverage, coverage
from docgen.reader.from_file import read_file
from docgen.reader.read import read
from docgen.reader.source import SourceLine
from docgen.versions.register import Correction

_KIND_WORDS = {
    "docx": say("Word file"), "doc": say("old Word file"), "html": say("web page"), "pdf": say("PDF"),
    "scan": say("scan"), "txt": say("text file"), "md": say("Markdown file"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSource:
    """What a file holds: `regulation` reads back from its own writing; `corrections` are the repairs made in it.

    `named` is the edition that a file of docgen's own form names at its head.
    """

    name: str
    sha256: str
    kind_words: Message
    pages: int
    regulation: Regulation
    coverage: Coverage
    dropped: tuple[SourceLine, ...]
    remarks: tuple[Message, ...]
    findings: tuple[Finding, ...]
    corrections: tuple[Correction, ...] = ()
    named: str = ""


def read_for_import(request: ImportRequest, progress: Callable[[int, int], None] | None = None) -> ReadSource:
    """Read a file of any kind; what cannot be read is a sentence."""
    found = read_file(request.file, progress)
    source = found.source
    regulation = settled(found.reading.regulation, request)
    return ReadSource(
        name=" ".join(request.file.name.split()), sha256=source.sha256, kind_words=_KIND_WORDS[source.kind],
        pages=max((line.page for line in source.lines), default=0), regulation=regulation,
        coverage=coverage(source, regulation), dropped=source.dropped, remarks=source.remarks,
        findings=tuple(_told(found.reading.problems, vouched=bool(request.correct))),
        named=found.reading.regulation.meta("edition"))


def settled(regulation: Regulation, request: ImportRequest) -> Regulation:
    """Return a text as it will be read back from its file: nested by its labels, named by its edition and work."""
    named = replace(regulation, metadata=(("edition", request.edition), ("work", request.work)))
    for _ in range(3):
        text = write(named)
        named = read(text).regulation
        if write(named) == text:
            return named
    raise NotPossible(
        say("{file} cannot be kept: written down and read again it is no longer the same text.", file=request.file),
        say("Send the file to whoever looks after docgen."))


def _told(problems: Sequence[Finding], *, vouched: bool) -> Iterator[Finding]:
    """Yield what the reader met; an error is only a warning where the person vouches for the text."""
    for one in problems:
        yield replace(one, severity="warning") if vouched and one.severity == "error" else one
