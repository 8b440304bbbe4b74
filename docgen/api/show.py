"""A page to show: from what a person typed to a regulation or one provision of it, and into Word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.api.as_printed import as_printed as undo
from docgen.api.writing import write_bytes
from docgen.errors import WrongUsage
from docgen.messages import Message, say
from docgen.model.address import ADDRESS, find
from docgen.model.citation import parse_citation
from docgen.model.finding import Finding
from docgen.publish.page import Page
from docgen.reader.source import ENDINGS
from docgen.versions.library import open_library, provision_of
from docgen.versions.register import Edition
from docgen.versions.registers import Registers
from docgen.versions.workspace import Workspace

_ARGUMENT = re.compile(r"(?P<edition>[^\s:@]+)(?:@(?P<ref>[^\s:]+))?(?::(?P<address>\S+))?")
_SHORT = re.compile(r"\d+[a-z]?(\.(\d+|[a-z]{1,2}))*")
DOCX_LIMIT = 32 * 1024 * 1024
"""Bytes of a Word file; a regulation has about fifty thousand."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page; remarks on how it was read and what the reader could not place belong beside it, not on it."""

    page: Page
    remarks: tuple[Message, ...] = ()
    problems: tuple[Finding, ...] = ()


def show(workspace: Workspace, what: str, *, as_printed: bool = False) -> Shown:
    """Return what is meant: an existing path first, then edition with commit and address, then a citation."""
    path = Path(what)
    if _is_file(path, what):
        return _from_file(path)
    library = open_library(workspace)
    edition, ref, address = _meant(library.registers, what)
    held = library.text(edition, ref)
    if _SHORT.fullmatch(address) and find(held.regulation, address) is None:
        cited = parse_citation(f"{edition.id}: {address}")  # 162:9.2, the short way to cite
        address = cited.address if cited else address
    if as_printed:
        held = replace(held, regulation=undo(held.regulation, edition.corrections))
    node = provision_of(held, address) if address else None
    return Shown(Page(regulation=held.regulation, edition=f"{edition.id}@{ref}" if ref else edition.id,
                      document=edition.name, source=held.file, address=address, node=node))


def _is_file(path: Path, what: str) -> bool:
    if not what.strip():
        return False
    try:
        if path.exists():
            return True
    except OSError:  # a citation longer than any file name
        return False
    return path.suffix.lower() in ENDINGS and ":" not in what


def _from_file(path: Path) -> Shown:
    from docgen.reader.from_file import read_file

    read = read_file(path)
    return Shown(Page(regulation=read.reading.regulation, source=str(path)), read.source.remarks, read.reading.problems)


def _meant(registers: Registers, what: str) -> tuple[Edition, str, str]:
    """Return edition, commit and address that were typed, in whichever of the two ways."""
    direct = _ARGUMENT.fullmatch(what.strip())
    if direct and ADDRESS.fullmatch(direct["address"] or "dieu-1"):
        return registers.find(direct["edition"]), direct["ref"] or "", direct["address"] or ""
    cited = parse_citation(what)
    if cited is None:
        raise WrongUsage(
            say("'{what}' is neither a file nor an edition nor a citation.", what=what),
            say('Examples: {examples}.', examples='162:dieu-9.khoan-2, "khoản 2 Điều 9 Quy định 162-QĐ/TW"'))
    if not cited.document:
        raise WrongUsage(say("'{what}' does not say of which document.", what=what),
                         say("Add it, for example: {example}.", example=f'"{what} Quy định 162-QĐ/TW"'))
    return _cited(registers, cited.document), "", cited.address


def _cited(registers: Registers, document: str) -> Edition:
    found = registers.numbered(document)
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongUsage(
            say("'{typed}' can mean several editions: {candidates}.", typed=document,
                candidates=", ".join(edition.id for edition in found)),
            say("Type the edition with its year, for example {example}.", example=found[0].id))
    return registers.find(document)


def save(workspace: Workspace, page: Page, target: Path) -> Path:
    """Write a page as a Word file in the form of a Party document."""
    from docgen.publish.word import extract_values, to_values
    from docgen.reader.decoding import read_bytes
    from docgen.word.frame import compile_frame

    if target.suffix.lower() != ".docx":
        raise WrongUsage(say("{path} is no name for a Word file.", path=target), say("Let the name end in .docx."))
    path = workspace.templates / "shared" / "regulation.docx"
    frame = compile_frame(read_bytes(path), workspace.relative(path))
    values = extract_values(page.regulation, page.node, page.citation) if page.node else to_values(page.regulation)
    write_bytes(target, frame.render(values))
    return target
