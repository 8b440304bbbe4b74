"""The documents of one cell in memory, one after another: what `draft` and `batch` both write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.api.edition_facts import statutes_rule
from docgen.draft.facts import Facts
from docgen.draft.kinds import DocumentKind, kind_of
from docgen.draft.legal_basis import EditionFact
from docgen.draft.parties import parts
from docgen.draft.render import Draft, draft_document
from docgen.draft.template import Template, load_template
from docgen.model.finding import FaultsFound, Finding
from docgen.versions.library import Library


@dataclass(frozen=True, slots=True)
class Composed:
    """One document not yet written: its kind, the name of its file without ending, the draft."""

    kind: DocumentKind
    stem: str
    draft: Draft


def compose(
    templates: Sequence[Template], facts: Facts, name: str, library: Library, editions: Mapping[str, EditionFact], *,
    day: date | None, final: bool,
) -> Iterator[Composed]:
    """Make every document of a cell; one that cannot be made raises FaultsFound."""
    for template in templates:
        kind = kind_of(template.kind)
        rule = statutes_rule(library, facts.day(kind.issued_on) or day)
        for part in parts(facts, kind):
            made = draft_document(template, facts, as_of=day, editions=editions, final=final, part=part,
                                  statutes_rule=rule)
            yield Composed(kind, ".".join(word for word in (name, kind.file_name, part.suffix) if word), made)


def compiled(folders: Iterable[Path], editions: Mapping[str, EditionFact]) -> tuple[Template, ...]:
    """Compile the templates meant; the faults of all of them come at once."""
    templates: list[Template] = []
    found: dict[Finding, None] = {}
    for folder in folders:
        try:
            templates.append(load_template(folder, editions))
        except FaultsFound as faults:
            found.update(dict.fromkeys(faults.findings))
    if found:
        raise FaultsFound(tuple(found))
    return tuple(templates)
