"""The page of a work: its editions on the line of legal time, who replaced whom, and how sure each statement is."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.messages import say
from docgen.model.address import walk
from docgen.model.citation import cite
from docgen.model.level import Level
from docgen.publish.change_words import KIND_WORDS
from docgen.publish.site import places
from docgen.publish.site.content import EditionContent, SiteContent
from docgen.publish.site.edition_page import facts
from docgen.publish.site.markup import NONE, Markup, tag, together
from docgen.publish.site.page import SitePage
from docgen.publish.site.standing_words import day_words, status_words
from docgen.versions.register import Work


def work_page(site: SiteContent, work: Work) -> SitePage:
    """Return the page of one work."""
    here = places.work(work.slug)
    found = sorted((one for one in site.editions if one.work.slug == work.slug), key=_year)
    compared = [one for one in site.comparisons if site.edition(one.new.id) in found]
    return SitePage(path=here, title=work.title, description=work.title, body=together(
        tag("header", tag("p", str(say("Work")), _class="above"), tag("h1", work.title),
            tag("p", work.note, _class="lead") if work.note else None, _class="head"), "\n",
        tag("ol", [_on_the_line(one, here) for one in found], _class="timeline"), "\n",
        tag("section", tag("h2", str(say("Comparisons"))), tag("ul", [
            tag("li", tag("a", str(say("{old} and {new}", old=one.old.name, new=one.new.name)),
                          href=places.way(here, places.comparison(one.old.id, one.new.id)))) for one in compared]))
        if compared else None, "\n", chain_table(found, here)))


def chain_table(found: Sequence[EditionContent], here: str) -> Markup:
    """Return what became of each Điều through all texts that are held: one row from the oldest text to the newest."""
    texts = [one for one in found if one.regulation is not None]
    if len(texts) < 2:
        return NONE
    rows = []
    reached: set[tuple[str, str]] = set()
    for place, start in enumerate(texts[:-1]):
        later = {one.edition.id: column for column, one in enumerate(texts)}
        for address in _articles(start):
            if (start.edition.id, address) in reached:
                continue
            cells: list[Markup | None] = [None] * len(texts)
            cells[place] = _places(start, (address,), here)
            for step in start.onward.get(address, ()):
                went = texts[later[step.edition.id]]
                reached.update((step.edition.id, one) for one in step.addresses)
                words = ", ".join(str(KIND_WORDS[kind]) for kind in step.kinds)
                cells[later[step.edition.id]] = together(
                    _places(went, step.addresses, here), " " if step.addresses else None,
                    tag("span", f"({words})", _class="quiet") if words else None)
            rows.append(_chain_row(cells, texts, place))
    last = texts[-1]
    for address in _articles(last):
        if (last.edition.id, address) not in reached:
            cells = [None] * (len(texts) - 1) + [_places(last, (address,), here)]
            rows.append(_chain_row(cells, texts, len(texts) - 1))
    head = tag("tr", [tag("th", one.edition.name, scope="col") for one in texts])
    return tag("section", tag("h2", str(say("Each Điều through the texts"))), tag(
        "div", tag("table", tag("thead", head), tag("tbody", rows)), _class="wide", tabindex="0", role="region",
        aria_label=str(say("Each Điều through the texts"))), _class="chain")


def _chain_row(cells: Sequence[Markup | None], texts: Sequence[EditionContent], start: int) -> Markup:
    made = []
    for column, cell in enumerate(cells):
        if cell is not None:
            made.append(tag("td", cell))
        elif column < start and texts[column].edition.completeness == "partial":
            made.append(tag("td", str(say("[…] not held, cannot be told")), _class="quiet"))
        else:
            made.append(tag("td", "–", _class="quiet"))
    return tag("tr", made)


def _articles(one: EditionContent) -> list[str]:
    if one.regulation is None:
        return []
    return [address for address, node in walk(one.regulation) if node.level is Level.ARTICLE]


def _places(one: EditionContent, addresses: Sequence[str], here: str) -> Markup:
    page = places.edition(one.edition.id)
    return together([together(", " if place else None, tag("a", cite(address), href=places.way(here, page, address)))
                     for place, address in enumerate(addresses)])


def _year(one: EditionContent) -> tuple[str, str]:
    issued = one.edition.issued_on.date
    return (issued.text if issued else "9999", one.edition.id)


def _on_the_line(one: EditionContent, here: str) -> Markup:
    edition = one.edition
    start, end = edition.in_force_from.date, edition.in_force_until.date if edition.in_force_until else None
    unknown = str(say("not known"))
    span = f"{day_words(start) if start else unknown} – {day_words(end) if end else ''}"
    return tag("li", tag("p", tag("b", str(say("In force:"))), f" {span}", _class="span"),
               tag("h2", tag("a", edition.name, href=places.way(here, places.edition(edition.id)))),
               tag("p", edition.title), tag("p", tag("span", status_words(one.standing.status), _class=(
                   f"mark s-{one.standing.status.replace('_', '-')}"))), facts(one), id=edition.id)
