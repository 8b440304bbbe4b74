"""The text of a regulation as HTML: labels and words verbatim, an anchor at each provision, references linked.

Whatever is not the law's own words has the class `ui`: it is left out when text is copied, and a test leaves it out
to compare the page with its source word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from docgen.messages import say
from docgen.model.address import walk
from docgen.model.citation import cite, gap_sentence
from docgen.model.level import HEADS, Level
from docgen.model.tree import Gap, Node, Provision, Regulation
from docgen.publish.printed_lines import PrintedLine, printed
from docgen.publish.site.content import EditionContent
from docgen.publish.site.markup import NONE, Markup, tag
from docgen.publish.site.notes import notes
from docgen.publish.site.reference_links import ReferenceLinks

_HEADING = {Level.ANNEX: "h2", Level.PART: "h2", Level.CHAPTER: "h2", Level.HEADING: "h2", Level.SECTION: "h3",
            Level.ARTICLE: "h3"}


@dataclass(frozen=True)
class EditionText:
    """The writer of one edition's text; `alone` for a copy with no other page beside it."""

    content: EditionContent
    regulation: Regulation
    here: str
    links: ReferenceLinks
    alone: bool = False

    def write(self) -> Markup:
        """Return the whole paper, from its head to the note of the copy."""
        paper = printed(self.regulation)
        titles = [line for line in paper.body if line.style in ("DGTenLoai", "DGTrichYeu")]
        tops: tuple[Node, ...] = (*self.regulation.preamble, *self.regulation.provisions, *self.regulation.closing,
                                  *self.regulation.annexes)
        return tag(
            "div",
            tag("header", _column(paper.head_left), _column(paper.head_right), _class="letterhead"),
            tag("div", [tag("p", line.text, _class="kind" if place == 0 else "summary")
                        for place, line in enumerate(titles)], _class="title"),
            [self._written(node) for node in tops],
            tag("footer", self._recipients(), _column(paper.foot_right), _class="signature"),
            _class="law", lang="vi")

    def contents(self) -> Markup:
        """Return the table of contents: heads and articles."""
        rows = [tag("li", tag("a", " ".join(part for part in (node.label, node.heading) if part),
                              href=f"#{address}"), _class=f"l-{node.level.value}")
                for address, node in walk(self.regulation)
                if node.level in HEADS or node.level in (Level.ARTICLE, Level.ANNEX) or (
                    node.level is Level.CLAUSE and not self._has_articles and "." not in address)]
        if not rows:
            return NONE
        return tag("nav", tag("h2", str(say("Contents"))), tag("ol", rows), _class="contents",
                   aria_label=str(say("Contents of the document")))

    @cached_property
    def _has_articles(self) -> bool:
        return any(node.level is Level.ARTICLE for _, node in walk(self.regulation))

    def _recipients(self) -> Markup:
        found = [(self._addresses[id(node)], node) for node in self.regulation.recipients]
        return tag("div", tag("p", self.regulation.recipients_heading, _class="recipients-head")
                   if self.regulation.recipients_heading else None,
                   [part for address, node in found
                    for part in (tag("p", " ".join(part for part in (node.label, node.text) if part), id=address),
                                 *map(self._written, node.children))])

    @cached_property
    def _addresses(self) -> dict[int, str]:
        return {id(node): address for address, node in walk(self.regulation)}

    def _written(self, node: Node) -> Markup:
        if isinstance(node, Gap):
            return tag("p", gap_sentence(node.text), _class="gap")
        address = self._addresses[id(node)]
        inside = [*self._own(node, address), *(self._written(child) for child in node.children)]
        element = "section" if node.level in _HEADING else "div"
        return tag(element, inside, _class=f"p l-{node.level.value}", id=address,
                   data_cite=cite(address, self.content.edition.name))

    def _own(self, node: Provision, address: str) -> Iterator[Markup]:
        here = _anchor(address, cite(address))
        label = tag("span", node.label, _class="label") if node.label else NONE
        text = self.links.linked(node.text, address, self.here)
        if node.level in _HEADING and (node.heading or node.level is not Level.ARTICLE):
            name = _HEADING[node.level]
            between = tag("br") if node.heading_on_own_line and node.label else " "
            yield tag(name, label, between if label and node.heading else None, node.heading, " ", here)
            if node.text:
                yield tag("p", text)
        else:
            heading = tag("b", node.heading) if node.heading else NONE
            pieces = [piece for piece in (label, heading, text) if piece]
            yield tag("p", _spaced(pieces), " ", here)
        if not self.alone:
            yield notes(self.content, address, self.here)


def _spaced(pieces: Iterable[Markup]) -> list[Markup | str]:
    found: list[Markup | str] = []
    for piece in pieces:
        found += [" ", piece] if found else [piece]
    return found


def _anchor(address: str, citation: str) -> Markup:
    return tag("a", "#", _class="ui here", href=f"#{address}",
               aria_label=str(say("Link to {citation}", citation=citation)))


def _column(lines: Iterable[PrintedLine]) -> Markup:
    return tag("div", [tag("p", line.text, _class="gap" if line.style == "DGGhiChu" else None) for line in lines])
