"""All registers of a workspace together: finding an edition by id, by abbreviation, by number and date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from docgen.errors import DocgenError, NotPossible
from docgen.messages import NOTHING, say
from docgen.model.finding import FaultsFound, Finding, has_errors
from docgen.reader.decoding import decode, read_text
from docgen.versions.edition_id import EDITION_ID, resolve, slug
from docgen.versions.legal_date import LegalDate
from docgen.versions.register import Edition, Work
from docgen.versions.register_reader import read_register
from docgen.versions.repository.reading import folder_at
from docgen.versions.workspace import Workspace


@dataclass(frozen=True)
class Registers:
    """Every work known, in the order of their slugs, and what is wrong with the files."""

    works: tuple[Work, ...] = ()
    findings: tuple[Finding, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Edition]:
        return {edition.id: edition for edition in reversed(self.editions)}

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """Every edition of every work."""
        return tuple(edition for work in self.works for edition in work.editions)

    def work(self, typed: str) -> Work:
        """Return the work of a slug; an unknown one is a sentence with those there are."""
        found = next((work for work in self.works if work.slug == typed.strip().lower()), None)
        if found is None:
            raise NotPossible(say("No work is called '{typed}'; known are: {candidates}.", typed=typed,
                                  candidates=", ".join(work.slug for work in self.works) or "-"),
                              say("The command docgen list shows every edition."))
        return found

    def get(self, edition_id: str) -> Edition | None:
        """Return the edition of exactly this id, None if there is none."""
        return self._by_id.get(edition_id)

    def find(self, typed: str) -> Edition:
        """Return the edition meant by an id, an abbreviation or a number; unknown or ambiguous is a sentence."""
        return self._by_id[resolve(typed, self._by_id)]

    def numbered(self, number: str, issued_on: LegalDate | None = None) -> tuple[Edition, ...]:
        """Return the editions a printed number can mean; a date narrows them, since a number alone is not enough."""
        wanted = slug(number)
        return tuple(
            edition for edition in self.editions
            if edition.number and slug(edition.number) == wanted
            and (issued_on is None or edition.issued_on.date is None or edition.issued_on.date.may_be(issued_on))
        )


def read_registers(workspace: Workspace) -> Registers:
    """Read every register of a workspace; faults are in the answer, nothing stops."""
    works: list[Work] = []
    findings: list[Finding] = []
    for path in sorted(workspace.versions.glob("*.yaml")):
        name = workspace.relative(path)
        try:
            text = read_text(path).text
        except DocgenError as refusal:
            findings.append(Finding(code="register-unreadable", severity="error", message=refusal.message,
                                    remedy=refusal.remedy or NOTHING, file=name))
            continue
        if not EDITION_ID.fullmatch(path.stem):
            findings.append(Finding(
                code="register-slug", severity="error", file=name,
                message=say("'{name}' is no name for a work.", name=path.stem),
                remedy=say("Use lower-case ASCII letters, digits and hyphens, as in {example}.",
                           example="hoi-quan-chung.yaml")))
        reading = read_register(text, name, path.stem)
        works.append(reading.work)
        findings += reading.findings
    return Registers(tuple(works), tuple(findings))


def registers_at(workspace: Workspace, ref: str) -> Registers:
    """Read every register as it was at a commit, branch, tag or day; what is wrong with them is in the answer."""
    works: list[Work] = []
    findings: list[Finding] = []
    for name, content in sorted(folder_at(workspace.versions, ref).items()):
        path = PurePath(name)
        if path.suffix != ".yaml":
            continue
        try:
            text = decode(content, name).text
        except DocgenError as refusal:
            findings.append(Finding(code="register-unreadable", severity="error", message=refusal.message,
                                    remedy=refusal.remedy or NOTHING, file=f"versions/{name}"))
            continue
        reading = read_register(text, f"versions/{name}", path.stem)
        works.append(reading.work)
        findings += reading.findings
    return Registers(tuple(works), tuple(findings))


def load_registers(workspace: Workspace) -> Registers:
    """Read every register of a workspace; faults of severity error are raised, all of them at once."""
    registers = read_registers(workspace)
    if has_errors(registers.findings):
        raise FaultsFound(registers.findings)
    return registers
