"""Everything the reference site says, gathered from registers, texts, comparisons and templates of a workspace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from docgen.api.diff import Compared, diff
from docgen.api.edition_facts import edition_facts
from docgen.compare.comparison import Row
from docgen.draft.legal_basis import address_of, edition_of
from docgen.draft.template import Template, load_template
from docgen.model.tree import Regulation
from docgen.publish.site import places
from docgen.publish.site.content import ComparisonContent, EditionContent, Onward, Resting, SiteContent
from docgen.versions.as_of import standing
from docgen.versions.library import Library, open_library
from docgen.versions.register import Edition, Work
from docgen.versions.workspace import Workspace


def site_content(workspace: Workspace, as_of: date) -> SiteContent:
    """Gather the site; a register or a text that cannot be read is raised, all faults at once."""
    library = open_library(workspace)
    compared = [diff(workspace, old.id, new.id) for work in library.registers.works
                for old, new in neighbours(work)]
    facts = edition_facts(library)
    templates = tuple(load_template(path.parent, facts)
                      for path in sorted(workspace.templates.glob("*/*/clauses.md")))
    resting = _resting(templates)
    editions = tuple(
        EditionContent(edition=edition, work=work, standing=standing(edition, as_of),
                       regulation=_text(library, edition), resting=resting.get(edition.id, {}),
                       onward=_onward(edition, compared))
        for work in library.registers.works for edition in work.editions if is_public(edition))
    return SiteContent(as_of=as_of, works=library.registers.works, editions=editions,
                       comparisons=tuple(_comparison(one) for one in compared), templates=templates)


def is_public(edition: Edition) -> bool:
    """Tell whether an edition may be shown to everybody: its text, if held, comes from a public source."""
    return edition.completeness == "none" or bool(edition.sources)


def neighbours(work: Work) -> list[tuple[Edition, Edition]]:
    """Return the pairs of a work to compare: each held text with the next held one, in the order of the register."""
    held = [edition for edition in work.editions if edition.completeness != "none" and is_public(edition)]
    held.sort(key=lambda edition: edition.issued_on.date.text if edition.issued_on.date else "")
    return list(pairwise(held))


def _text(library: Library, edition: Edition) -> Regulation | None:
    return None if edition.completeness == "none" else library.text(edition).regulation


def _comparison(one: Compared) -> ComparisonContent:
    assert one.old.edition is not None and one.new.edition is not None
    return ComparisonContent(old=one.old.edition, new=one.new.edition, view=one.view)


def _onward(edition: Edition, compared: Iterable[Compared]) -> Mapping[str, tuple[Onward, ...]]:
    found: dict[str, tuple[Onward, ...]] = {}
    for one in compared:
        if one.old.edition is None or one.new.edition is None or one.old.edition.id != edition.id:
            continue
        for row in one.view.comparison.rows:
            for address in row.old:
                found[address] = (*found.get(address, ()), _went(one.new.edition, row, address))
    return found


def _went(edition: Edition, row: Row, address: str) -> Onward:
    targets = [pair.new for pair in row.pairs if pair.old == address] or list(row.new)
    return Onward(edition=edition, kinds=row.kinds, addresses=tuple(targets), confirmed=row.confirmed)


def _resting(templates: Iterable[Template]) -> dict[str, dict[str, tuple[Resting, ...]]]:
    found: dict[str, dict[str, tuple[Resting, ...]]] = {}
    for template in templates:
        path = places.template(template.work, template.kind)
        for clause in template.clauses.clauses:
            for basis in clause.source.basis:
                here, address = found.setdefault(edition_of(basis), {}), address_of(basis)
                words = " ".join(clause.source.text.split())[:90]
                here[address] = (*here.get(address, ()), Resting(
                    template=template.kind, path=path, clause=clause.id, words=words))
    return found
