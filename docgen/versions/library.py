"""The texts of a workspace: which are held, what they say at an address, and their hashes; today or at a commit."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.errors import DocgenError, NotPossible
from docgen.messages import Message, say
from docgen.model.address import find
from docgen.model.finding import Finding
from docgen.model.tree import Provision, Regulation
from docgen.reader.decoding import decode, read_bytes
from docgen.reader.read import read
from docgen.versions.gaps import gap_over
from docgen.versions.register import Edition
from docgen.versions.registers import Registers, load_registers, registers_at
from docgen.versions.repository.reading import text_at
from docgen.versions.workspace import Workspace


@dataclass(frozen=True, slots=True)
class HeldText:
    """One text as it stands in its file: the tree, the reader's problems and the hash; `edition` None = no entry."""

    file: str
    content: bytes
    text: str
    regulation: Regulation
    problems: tuple[Finding, ...] = ()
    edition: Edition | None = None

    @property
    def sha256(self) -> str:
        """Return the hash the register records: SHA-256 over the bytes with LF."""
        return sha256(self.content)

    @property
    def remarks(self) -> tuple[Message, ...]:
        """Say that the text is not the one its register records, where that is so; nothing is mended here."""
        recorded = self.edition.sha256 if self.edition else ""
        if not recorded or recorded == self.sha256:
            return ()
        return (say("{file} is not the text its register records: its SHA-256 is another one. Somebody changed the "
                    "wording without recording it; docgen check tells what to do.", file=self.file),)


def sha256(content: bytes) -> str:
    """Return the SHA-256 of a text file's bytes, line ends taken as LF whatever a copy made of them."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


@dataclass(frozen=True, slots=True)
class Library:
    """A workspace with its registers read: the way to every text.

    With a `ref` (commit, branch, tag or day) registers and texts are those of that time, as far as there were any:
    an edition that was in no register yet is found by today's entry, in `today`.
    """

    workspace: Workspace
    registers: Registers
    ref: str = ""
    today: Registers | None = None

    def at(self, ref: str) -> Library:
        """Return the same library as it was at a commit; faults of the registers of that time stop nothing."""
        if not ref:
            return self
        return replace(self, registers=registers_at(self.workspace, ref), ref=ref, today=self.registers)

    @property
    def remarks(self) -> tuple[Message, ...]:
        """Say that the registers of that commit could not be read whole: nobody can mend them any more."""
        faults = sum(finding.severity == "error" for finding in self.registers.findings)
        if not self.ref or not faults:
            return ()
        return (say("The registers as of '{ref}' have {count} fault(s) and were read as far as possible; what is "
                    "missing below may be missing for that.", ref=self.ref, count=faults),)

    def find(self, typed: str) -> Edition:
        """Return the edition meant by an id, an abbreviation or a number, with the entry of the time asked for."""
        if self.today is None:
            return self.registers.find(typed)
        try:
            now = self.today.find(typed)
        except DocgenError as refusal:
            try:
                return self.registers.find(typed)  # an edition that has left the registers since
            except DocgenError:
                raise refusal from None
        return self.registers.get(now.id) or replace(now, sha256="")  # no hash was recorded yet

    def path(self, edition: Edition) -> Path:
        """Return the file of an edition; a text not held is a sentence."""
        if edition.completeness == "none" or not edition.file:
            if self.ref:
                raise NotPossible(say("The text of {edition} was not held yet at '{ref}'.", edition=edition.id,
                                      ref=self.ref), say("Name a later commit or tag."))
            raise NotPossible(
                say("The text of {edition} ({name}) is not held; only its entry in the register is known.",
                    edition=edition.id, name=edition.name),
                say("Bring the text in first, if you have it."))
        path = self.workspace.root / edition.file
        if not path.resolve().is_relative_to(self.workspace.root.resolve()):
            raise NotPossible(say("The register of {edition} names a file outside the workspace: {path}.",
                                  edition=edition.id, path=edition.file),
                              say("Name a file under regulations/."))
        return path

    def text(self, edition: Edition) -> HeldText:
        """Return the text of an edition as it stands, or as it was at the commit of this library."""
        return held_text(edition.file, self.content(self.path(edition)), edition)

    def content(self, path: Path) -> bytes:
        """Return the bytes of a file of the workspace as it stands, or as it was at the commit of this library."""
        return text_at(path, self.ref) if self.ref else read_bytes(path)

    def provision(self, edition: Edition, address: str) -> Provision:
        """Return one provision; an address not held and one that does not exist are different sentences."""
        return provision_of(self.text(edition), address)


def open_library(workspace: Workspace) -> Library:
    """Read the registers of a workspace; faults in them are raised, all at once."""
    return Library(workspace, load_registers(workspace))


def held_text(file: str, content: bytes, edition: Edition | None = None) -> HeldText:
    """Read the bytes of a text into its tree; bytes that are no text are a sentence."""
    text = decode(content, file).text
    reading = read(text)
    return HeldText(file=file, content=content, text=text, regulation=reading.regulation,
                    problems=tuple(problem.at(file) for problem in reading.problems), edition=edition)


def provision_of(held: HeldText, address: str) -> Provision:
    """Return the provision of a text at an address; not held and not existing are told apart by the gaps."""
    provision = find(held.regulation, address)
    if provision is not None:
        return provision
    name = held.edition.id if held.edition else held.file
    if gap := gap_over(held.regulation, address):
        raise NotPossible(
            say("{edition} is held only in part; {address} is not held: {gap}", edition=name, address=address,
                gap=gap.text),
            say("Whether the full text has it is not known here."))
    raise NotPossible(say("{edition} has no {address}.", edition=name, address=address),
                      say("docgen show {edition} prints the text as it stands.", edition=name))
