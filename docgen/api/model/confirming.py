"""docgen template confirm: what a person says of each question and each proposed basis of a model, kept at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.api.cells import frameworks
from docgen.api.edition_facts import edition_facts
from docgen.api.model.importing import cited
from docgen.api.writing import write_bytes
from docgen.draft.field import FieldList
from docgen.draft.legal_basis import EditionFact, address_of, edition_of
from docgen.draft.model_import.confirming import (
    PendingQuestion,
    confirmed,
    pending_questions,
    renamed,
    settled_basis,
)
from docgen.draft.model_questions import framework_of_fields
from docgen.draft.nearest import suggest
from docgen.draft.template import CLAUSES, FIELDS, Template, load_fields, load_template
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import say
from docgen.reader.decoding import read_text
from docgen.versions.library import open_library
from docgen.versions.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingBasis:
    """One clause whose bases are only proposed: its id, its words, each basis as cited with the words of the law."""

    clause: str
    text: str
    bases: tuple[tuple[str, str], ...]


class Confirming:
    """The model a person is looking at; every answer is written to its files at once."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        home = workspace.templates / name
        models = [one for one in frameworks(workspace)
                  if framework_of_fields(read_text(workspace.templates / one / FIELDS).text)]
        if name not in models:
            raise NotPossible(say("There is no model '{name}' in {folder}.", name=name, folder=workspace.templates),
                              suggest(name, models, say("Models here: {names}.", names=", ".join(models) or "-")))
        if workspace.shipped:
            raise NotPossible(say("The shipped data cannot be changed."), say("Make a workspace with docgen init DIR."))
        self.name, self.home = name, home
        self._editions: dict[str, EditionFact] = edition_facts(open_library(workspace))

    @property
    def questions(self) -> tuple[PendingQuestion, ...]:
        """The questions nobody has confirmed."""
        return pending_questions(self._read(self.home / FIELDS))

    @property
    def fields(self) -> FieldList:
        """All questions of the model, those of its framework among them."""
        return load_fields(self.home / FIELDS)

    @property
    def bases(self) -> tuple[PendingBasis, ...]:
        """The clauses whose bases are only proposed."""
        return tuple(PendingBasis(clause=one.id, text=one.source.text, bases=tuple(
            (cited(basis, self._editions), self._words(basis)) for basis in one.source.may_rest_on))
            for template in self._templates() for one in template.clauses.clauses if one.source.may_rest_on)

    def confirm(self, question: str) -> None:
        """Take a question as it was proposed."""
        self._write(self.home / FIELDS, confirmed(self._read(self.home / FIELDS), question))

    def rename(self, old: str, new: str) -> None:
        """Take a question under another name: one of the framework's, or a new one of the model's own."""
        fields = self.fields
        before = fields.find(new)
        pending = next((one for one in self.questions if one.name == old), None)
        listed = self._read(self.home / FIELDS)
        if f"- name: {new}\n" in listed or f"- shared: {new}\n" in listed:
            raise WrongUsage(say("The model asks '{name}' at another blank already.", name=new),
                             say("Put {tag} into clauses.md by hand, and delete the other question.",
                                 tag=f"{{{{ {new} }}}}"))
        if before is None and pending is not None and pending.known:
            raise WrongUsage(say("'{name}' is no question of the framework.", name=new),
                             suggest(new, fields.names(), say("Add it to fields.yaml first.")))
        texts = [(path, *renamed(listed, self._read(path), old, new, known=before is not None))
                 for path in self._clause_files()]
        if all(clauses == self._read(path) for path, _, clauses in texts):
            raise WrongUsage(say("'{name}' is worked out from an answer and stands under another name in clauses.md.",
                                 name=old), say("Change the tag in clauses.md by hand."))
        for path, _, clauses in texts:
            self._write(path, clauses)
        self._write(self.home / FIELDS, confirmed(texts[0][1], new))

    def settle(self, clause: str, *, accepted: bool) -> None:
        """Take the proposed bases of a clause as its bases, or take them away."""
        for path in self._clause_files():
            self._write(path, settled_basis(self._read(path), clause, accepted=accepted))

    def _templates(self) -> list[Template]:
        return [load_template(path.parent, self._editions) for path in self._clause_files()]

    def _clause_files(self) -> list[Path]:
        return sorted(self.home.glob(f"*/{CLAUSES}"))

    def _words(self, basis: str) -> str:
        edition = self._editions.get(edition_of(basis))
        return edition.texts.get(address_of(basis), "") if edition else ""

    @staticmethod
    def _read(path: Path) -> str:
        return read_text(path).text

    def _write(self, path: Path, text: str) -> None:
        if text != self._read(path):
            write_bytes(path, text.encode())
