"""References inside a text as links, with the words they point to for a preview; one that leads nowhere stays words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from docgen.model.address import walk
from docgen.model.citation import Reference
from docgen.model.references import references
from docgen.model.tree import Provision, Regulation
from docgen.publish.site import places
from docgen.publish.site.content import EditionContent
from docgen.publish.site.markup import Markup, tag, together

_PREVIEW = 320
"""Letters of a preview; a provision longer than that is opened, not read in a box."""


@dataclass(frozen=True)
class ReferenceLinks:
    """What the references of one edition's text lead to; `find` names an edition by printed number and date."""

    own: EditionContent
    find: Callable[[str, str], EditionContent | None]
    alone: bool = False

    def linked(self, text: str, address: str, here: str) -> Markup:
        """Return a text with its references as links."""
        pieces: list[Markup | str] = []
        done = 0
        for reference in references(text, address):
            if reference.start < done:
                continue
            link = self._link(reference, text[reference.start:reference.end], address, here)
            if link is not None:
                pieces += [text[done:reference.start], link]
                done = reference.end
        return together(pieces, text[done:])

    def _link(self, reference: Reference, words: str, address: str, here: str) -> Markup | None:
        target = self.find(reference.document, reference.dated) if reference.document else self.own
        if target is None:
            return None
        page = here if self.alone else places.edition(target.edition.id)
        if not reference.address:
            return tag("a", words, _class="ref", href=places.way(here, page),
                       data_preview=f"{target.edition.name} {target.edition.title}")
        found = _by_address(self, target).get(reference.address)
        if found is None or reference.address == address:
            return None
        return tag("a", words, _class="ref", href=places.way(here, page, reference.address),
                   data_preview=preview(found))

    @cached_property
    def _texts(self) -> dict[str, dict[str, Provision]]:
        return {}


def _by_address(links: ReferenceLinks, target: EditionContent) -> dict[str, Provision]:
    known = links._texts
    if target.edition.id not in known:
        regulation: Regulation | None = target.regulation
        known[target.edition.id] = dict(walk(regulation)) if regulation else {}
    return known[target.edition.id]


def preview(node: Provision) -> str:
    """Return the first words of a provision, with what stands right below it where it has none of its own."""
    words = " ".join(part for part in (node.label, node.heading, node.text) if part)
    for child in node.children:
        if len(words) >= _PREVIEW:
            break
        if isinstance(child, Provision):
            words += " " + " ".join(part for part in (child.label, child.heading, child.text) if part)
    if len(words) <= _PREVIEW:
        return words
    return words[:_PREVIEW].rsplit(" ", 1)[0] + " …"
