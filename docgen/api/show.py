"""A page to show: from what a person typed to a regulation or one provision of it, and into Word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.api.as_printed import as_printed as undo
from docgen.api.named import named
from docgen.api.writing import write_bytes
from docgen.errors import WrongUsage
from docgen.messages import Message, say
from docgen.model.finding import Finding
from docgen.publish.page import Page
from docgen.reader.source import ENDINGS
from docgen.versions.library import open_library, provision_of
from docgen.versions.register import Edition
from docgen.versions.workspace import Workspace, shared_file

DOCX_LIMIT = 32 * 1024 * 1024
"""Bytes of a Word file; a regulation has about fifty thousand."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page; remarks on how it was read and what the reader could not place belong beside it, not on it.

    `entry` is what the register says of it, as of the commit that was asked for; None for a file of one's own.
    """

    page: Page
    remarks: tuple[Message, ...] = ()
    problems: tuple[Finding, ...] = ()
    entry: Edition | None = None


def show(
    workspace: Workspace, what: str, *, as_printed: bool = False, progress: Callable[[int, int], None] | None = None,
) -> Shown:
    """Return what is meant: an existing path first, then edition with commit and address, then a citation.

    `progress` is told the page being read and how many there are, where a file has pages.
    """
    path = Path(what)
    if _is_file(path, what):
        return _from_file(path, progress)
    asked = named(open_library(workspace), what)
    held = asked.library.text(asked.edition)
    address = asked.address_in(held.regulation)
    if as_printed:
        held = replace(held, regulation=undo(held.regulation, asked.edition.corrections))
    node = provision_of(held, address) if address else None
    return Shown(Page(regulation=held.regulation, edition=asked.name, document=asked.edition.name, source=held.file,
                      address=address, node=node), (*asked.library.remarks, *held.remarks),
                 entry=asked.edition)


def _is_file(path: Path, what: str) -> bool:
    if not what.strip():
        return False
    try:
        if path.exists():
            return True
    except OSError:  # a citation longer than any file name
        return False
    return path.suffix.lower() in ENDINGS and ":" not in what


def _from_file(path: Path, progress: Callable[[int, int], None] | None) -> Shown:
    from docgen.reader.from_file import read_file

    read = read_file(path, progress)
    return Shown(Page(regulation=read.reading.regulation, source=str(path)), read.source.remarks, read.reading.problems)


def save(workspace: Workspace, page: Page, target: Path) -> Path:
    """Write a page as a Word file in the form of a Party document."""
    if target.suffix.lower() != ".docx":
        raise WrongUsage(say("{path} is no name for a Word file.", path=target), say("Let the name end in .docx."))
    write_bytes(target, as_word(workspace, page))
    return target


def as_word(workspace: Workspace, page: Page) -> bytes:
    """Return a page as a Word file in the form of a Party document."""
    from docgen.publish.word import extract_values, to_values
    from docgen.reader.decoding import read_bytes
    from docgen.word.frame import compile_frame

    path = shared_file(workspace, "regulation.docx")
    frame = compile_frame(read_bytes(path), workspace.relative(path))
    values = extract_values(page.regulation, page.node, page.citation) if page.node else to_values(page.regulation)
    return frame.render(values)
