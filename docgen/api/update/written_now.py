"""What docgen would write now of the document at hand: the cell, the kind, the day, the edition that is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.api.cells import NamedCell, find_cell
from docgen.api.composing import Composed, compiled, compose
from docgen.api.edition_facts import edition_facts
from docgen.api.kept.written_then import WrittenThen
from docgen.check.document.made_from import read_made_from
from docgen.draft.cells import load_cell
from docgen.draft.facts import Facts, Record
from docgen.draft.historical import history_of
from docgen.draft.provenance import read_circumstances
from docgen.draft.template import load_questions
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import Message, say
from docgen.model.finding import Finding
from docgen.versions.library import Library, open_library
from docgen.versions.workspace import Workspace
from docgen.word.reading import provenance

_ALIKE = 0.8
"""Share of facts that must be the same in a cell that has another name since."""


@dataclass(frozen=True, slots=True)
class WrittenNow:
    """One document as docgen writes it now, and what it was made of."""

    content: bytes
    kind: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Now:
    """The documents the file can be, most likely one; the cell, its facts, the doubts about them."""

    documents: tuple[WrittenNow, ...]
    cell: NamedCell
    facts: Facts
    findings: tuple[Finding, ...]
    remarks: tuple[Message, ...]


def written_now(workspace: Workspace, then: WrittenThen, *, cell: str, edition: str) -> Now:
    """Draft what the file would be now; raises NotPossible where cell, kind or edition do not fit the file."""
    if not cell and then.cell is None:
        raise NotPossible(say("The file does not tell whose document it is, and no cell here has the facts it was "
                              "drafted from."), say("Name the cell: --cell CELL."))
    library = open_library(workspace)
    wanted = library.find(edition).id if edition else ""
    named = find_cell(workspace, cell or str(then.cell), then.kind or "all")
    if then.work and named.questions.parent.name != then.work:
        raise NotPossible(say("The file was drafted under “{then}”, the cell {cell} writes under “{now}”.",
                              then=then.work, cell=named.name, now=named.questions.parent.name),
                          say("Name the cell whose document it is."))
    editions = edition_facts(library)
    templates = compiled(named.templates, editions)
    fields = load_questions(named.questions)
    facts, findings = load_cell(named.path, fields, named.kinds)
    remarks = tuple(_same_cell(then, facts, named))
    day = then.made.as_of if then.made and history_of(fields.historical, editions) else None
    made = [one for one in compose(templates, facts, named.name, library, editions, day=day, final=False)
            if _is_part(one, then)]
    if not made:
        raise NotPossible(say("The file is one of several documents of its kind, and the cell no longer has that one."),
                          say("Check the facts of {cell}.", cell=named.name))
    if wanted:
        _rests_on(wanted, made, library)
    findings = (*findings, *(finding for one in made for finding in one.draft.findings))
    days = [issued for one in made for issued in _days(one, library)]
    return Now(tuple(WrittenNow(one.draft.content, one.kind.slug, max(days, default=None)) for one in made), named,
               facts, findings, remarks)


def _is_part(one: Composed, then: WrittenThen) -> bool:
    """Tell whether a document is the one of several of its kind that the file is; any may be if it does not say."""
    if then.made is None or not then.kind or not then.made.part:
        return True
    own = provenance(one.draft.content)
    return own is not None and read_circumstances(own).part == then.made.part


def _same_cell(then: WrittenThen, facts: Facts, named: NamedCell) -> Iterable[Message]:
    """Refuse the document of another cell; one that has only got another name is told."""
    if then.facts is None or then.facts.text("name") == facts.text("name"):
        return
    before, after = then.facts.text("name"), facts.text("name")
    own = then.cell is not None and then.cell.resolve() == named.path.resolve()
    if not own and _likeness(then.facts, facts) < _ALIKE:
        raise NotPossible(say("The file is a document of “{then}”, not of “{now}” ({cell}).", then=before, now=after,
                              cell=named.name), say("Name the cell whose document it is with --cell."))
    yield say("The cell was called “{then}” when the file was drafted and is called “{now}” now.", then=before,
              now=after)


def _likeness(one: Facts, other: Facts) -> float:
    names = one.given | other.given
    same = sum(_value(one, name) == _value(other, name) for name in names)
    return same / len(names) if names else 0.0


def _value(facts: Facts, name: str) -> object:
    value = facts.get(name)
    if isinstance(value, tuple):
        return tuple(item.pairs if isinstance(item, Record) else item for item in value)
    return value


def _rests_on(wanted: str, made: Iterable[Composed], library: Library) -> None:
    """Refuse an edition no clause of the document would rest on."""
    held: list[str] = []
    for one in made:
        hidden = provenance(one.draft.content)
        held += [name for name, _ in read_made_from(hidden).editions] if hidden else []
    if wanted not in held:
        numbers = [library.find(name).number or name for name in dict.fromkeys(held)]
        raise NotPossible(say("The template here does not rest on {edition}; it rests on {held}.",
                              edition=library.find(wanted).number or wanted, held=", ".join(numbers) or "-"),
                          say("Leave --to out, or bring in a template written under that edition."))


def _days(one: Composed, library: Library) -> Iterator[date]:
    """Yield the days of what a document rests on: the newest dates the tracked changes, so that no clock does."""
    hidden = provenance(one.draft.content)
    for name, _ in read_made_from(hidden).editions if hidden else ():
        issued = library.find(name).issued_on.date
        if issued is not None:
            yield issued.earliest


def check_target(target: Path, source: Path) -> None:
    """Refuse, before any work, a result that is no Word file, or a place where something stands already."""
    if target.suffix.lower() != ".docx":
        raise WrongUsage(say("The updated document is a Word file; {path} does not end with .docx.", path=target),
                         say("Add -o name.docx."))
    if target.exists() and source.exists() and target.samefile(source):
        raise WrongUsage(say("{path} is the document itself; it is not written over.", path=target),
                         say("Give the result another name."))
    if target.exists():
        raise NotPossible(say("{path} exists already; somebody may have worked on it, so it is not written over.",
                              path=target), say("Give the result another name, or move that file away."))
