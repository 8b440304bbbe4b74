"""The first page: search, what is in force of each work, and what changed last."""

from __future__ import annotations

from docgen.messages import say
from docgen.publish.comparison_summary import summary
from docgen.publish.site import places
from docgen.publish.site.content import ComparisonContent, EditionContent, SiteContent
from docgen.publish.site.markup import Markup, tag, together
from docgen.publish.site.page import SitePage
from docgen.publish.site.standing_words import day_words, status_words
from docgen.versions.legal_date import LegalDate


def home_page(site: SiteContent) -> SitePage:
    """Return the first page."""
    here = places.HOME
    title = str(say("Party regulations for cells: text, versions, templates"))
    return SitePage(path=here, title=title, description=str(say(
        "Regulations on grass-roots Party organisations, compared version by version, with the rules cells write.")),
        body=together(
            tag("header", tag("h1", title), tag("p", str(say(
                "Read, search, compare and cite; everything works without a network.")), _class="lead"), _class="head"),
            "\n", tag("h2", str(say("Regulations"))), editions_table(site, here), "\n",
            tag("h2", str(say("Comparisons"))), comparisons_list(site, here), "\n",
            tag("h2", str(say("Templates and guides"))), tag("ul", [
                tag("li", tag("a", str(word), href=places.way(here, there)), tag("span", str(about), _class="about"))
                for word, there, about in (
                    (say("Templates"), places.TEMPLATES, say("The documents a cell writes, clause by clause.")),
                    (say("Guides"), places.GUIDES, say("How to use all this; words and codes explained.")))],
                _class="editions"), "\n",
            tag("p", str(say("Statements of force are made for {day}.", day=day_words(
                LegalDate(site.as_of.isoformat())))), _class="quiet")))


def editions_page(site: SiteContent) -> SitePage:
    """Return the list of all editions."""
    title = str(say("Regulations"))
    return SitePage(path=places.EDITIONS, title=title, description=title, body=together(
        tag("header", tag("h1", title), _class="head"), "\n", editions_table(site, places.EDITIONS)))


def comparisons_page(site: SiteContent) -> SitePage:
    """Return the list of all comparisons."""
    title = str(say("Comparisons"))
    return SitePage(path=places.COMPARISONS, title=title, description=title, body=together(
        tag("header", tag("h1", title), _class="head"), "\n", comparisons_list(site, places.COMPARISONS)))


def editions_table(site: SiteContent, here: str) -> Markup:
    """Return all editions, work by work, newest first."""
    parts = []
    for work in site.works:
        rows = [_edition(site, one, here) for one in reversed(site.editions) if one.work.slug == work.slug]
        if rows:
            parts.append(tag("section", tag("h3", tag("a", work.title, href=places.way(here, places.work(work.slug)))),
                             tag("ul", rows, _class="editions")))
    return together(parts)


def _edition(site: SiteContent, one: EditionContent, here: str) -> Markup:
    edition = one.edition
    issued = f" · {day_words(edition.issued_on.date)}" if edition.issued_on.date else ""
    held = {"none": say("no text held"), "partial": say("held in part")}.get(edition.completeness)
    return tag("li", tag("a", edition.name, href=places.way(here, places.edition(edition.id))), issued, " ",
               tag("span", status_words(one.standing.status),
                   _class=f"mark s-{one.standing.status.replace('_', '-')}"),
               tag("span", f" {held}", _class="quiet") if held else None,
               tag("span", edition.title, _class="about"))


def comparisons_list(site: SiteContent, here: str) -> Markup:
    """Return the comparisons with their summaries."""
    return tag("ul", [_comparison(one, here) for one in site.comparisons], _class="comparisons")


def _comparison(one: ComparisonContent, here: str) -> Markup:
    path = places.comparison(one.old.id, one.new.id)
    return tag("li", tag("a", str(say("{old} and {new}", old=one.old.name, new=one.new.name)),
                         href=places.way(here, path)),
               tag("span", summary(one.view, formal=True), _class="about"))
