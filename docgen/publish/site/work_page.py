"""The page of a work: its editions on the line of legal time, who replaced whom, and how sure each statement is."""

from __future__ import annotations

from docgen.messages import say
from docgen.publish.site import places
from docgen.publish.site.content import EditionContent, SiteContent
from docgen.publish.site.edition_page import facts
from docgen.publish.site.markup import Markup, tag, together
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
        if compared else None))


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
