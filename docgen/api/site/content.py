"""Everything the reference site says, gathered from registers, texts, comparisons and templates of a workspace."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from docgen.api.diff import Compared, diff
from docgen.api.edition_facts import edition_facts
from docgen.compare.comparison import KINDS, Row
from docgen.draft.legal_basis import address_of, edition_of
from docgen.draft.template import Template, load_template
from docgen.errors import NotPossible
from docgen.messages import say
from docgen.model.finding import FaultsFound, Finding
from docgen.model.tree import Regulation
from docgen.publish.site import places
from docgen.publish.site.content import ComparisonContent, EditionContent, Onward, Resting, SiteContent
from docgen.versions.as_of import standing
from docgen.versions.library import Library, open_library
from docgen.versions.register import Edition, Work
from docgen.versions.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the site is made from: its content for the pages, and what its downloads are made of."""

    library: Library
    content: SiteContent
    compared: tuple[Compared, ...]
    offered: tuple[Edition, ...]


def gather(workspace: Workspace, as_of: date, pairs: Iterable[tuple[str, str]] = ()) -> Gathered:
    """Gather the site; a register or a text that cannot be read is raised, all faults at once.

    `pairs` are further comparisons, by edition ids, beside those of each text with its successor.
    """
    library = open_library(workspace)
    registers = library.registers
    chains = {work.slug: chain(work) for work in registers.works}
    compared = [diff(workspace, old.id, new.id) for work in registers.works for old, new in pairwise(chains[work.slug])]
    further = [diff(workspace, old, new) for old, new in _further(library, pairs, compared)]
    facts = edition_facts(library)
    templates = tuple(load_template(path.parent, facts)
                      for path in sorted(workspace.templates.glob("*/*/clauses.md")))
    resting = _resting(templates)
    onward = onward_places(compared)
    editions = tuple(
        EditionContent(edition=edition, work=work, standing=standing(edition, as_of),
                       regulation=_text(library, edition), resting=resting.get(edition.id, {}),
                       onward=onward.get(edition.id, {}))
        for work in registers.works for edition in work.editions if is_public(edition))
    _vouched_for(library, editions)
    everything = (*compared, *further)
    content = SiteContent(as_of=as_of, works=registers.works, editions=editions,
                          comparisons=tuple(_comparison(one) for one in everything), templates=templates)
    return Gathered(library, content, everything,
                    tuple(one.edition for one in editions if one.regulation is not None))


def is_public(edition: Edition) -> bool:
    """Tell whether an edition may be shown to everybody: not kept back, and its text, if held, from a named source."""
    return edition.publish and (edition.completeness == "none" or bool(edition.sources))


def chain(work: Work) -> tuple[Edition, ...]:
    """Return the texts of a work that may be shown, oldest first: each is compared with the next."""
    held = [edition for edition in work.editions if edition.completeness != "none" and is_public(edition)]
    return tuple(sorted(held, key=lambda edition: edition.issued_on.date.text if edition.issued_on.date else ""))


def _vouched_for(library: Library, editions: Iterable[EditionContent]) -> None:
    """Refuse to publish wording that its register does not vouch for: somebody changed it without recording it."""
    findings = [Finding(code="site-hash-differs", severity="error", file=one.edition.file, message=remark,
                        remedy=say("Record the change, or put the text back; then build the site."))
                for one in editions if one.regulation is not None for remark in library.text(one.edition).remarks]
    if findings:
        raise FaultsFound(findings)


def _further(library: Library, pairs: Iterable[tuple[str, str]], compared: Iterable[Compared]) -> list[tuple[str, str]]:
    known = {(one.old.edition_name, one.new.edition_name) for one in compared}
    found = []
    for old, new in pairs:
        editions = [library.registers.find(name) for name in (old, new)]
        for edition in editions:
            if edition.completeness == "none" or not is_public(edition):
                raise NotPossible(say("{edition} cannot be compared on the site: its text is not held or not for "
                                      "publication.", edition=edition.id),
                                  say("Take the pair out of mkdocs.yml, under extra: comparisons."))
        pair = (editions[0].id, editions[1].id)
        if pair not in known and pair not in found:
            found.append(pair)
    return found


def _text(library: Library, edition: Edition) -> Regulation | None:
    return None if edition.completeness == "none" else library.text(edition).regulation


def _comparison(one: Compared) -> ComparisonContent:
    assert one.old.edition is not None and one.new.edition is not None
    return ComparisonContent(old=one.old.edition, new=one.new.edition, view=one.view)


def onward_places(compared: Sequence[Compared]) -> dict[str, dict[str, tuple[Onward, ...]]]:
    """Return where each provision of each text went, in the next text and, through it, in all later ones."""
    steps = {one.old.edition.id: one for one in compared if one.old.edition is not None}
    found: dict[str, dict[str, tuple[Onward, ...]]] = {}
    for start in steps:
        here: dict[str, tuple[Onward, ...]] = {}
        reached: dict[str, tuple[tuple[str, ...], bool]] = {}
        step = steps.get(start)
        first = True
        while step is not None and step.new.edition is not None:
            rows = {address: row for row in step.view.comparison.rows for address in row.old}
            if first:
                reached = {address: ((address,), True) for address in rows}
            further: dict[str, tuple[tuple[str, ...], bool]] = {}
            for address, (places_now, sure) in reached.items():
                went = [_went(step.new.edition, rows[place], place) for place in places_now if place in rows]
                if not went:
                    continue
                one = _together(went, sure, first)
                here[address] = (*here.get(address, ()), one)
                further[address] = (one.addresses, one.confirmed)
            reached, first = further, False
            step = steps.get(step.new.edition.id)
        found[start] = here
    return found


def _together(went: Sequence[Onward], sure: bool, compared: bool) -> Onward:
    kinds = [kind for kind in KINDS if any(kind in one.kinds for one in went)]
    addresses = tuple(dict.fromkeys(address for one in went for address in one.addresses))
    return Onward(edition=went[0].edition, kinds=tuple(kinds), addresses=addresses,
                  confirmed=sure and all(one.confirmed for one in went), compared=compared)


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
