"""The page of one edition: is it in force, where it comes from, what was corrected, and its text."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.messages import say
from docgen.model.citation import cite
from docgen.publish.site import places
from docgen.publish.site.content import EditionContent, SiteContent
from docgen.publish.site.edition_text import EditionText
from docgen.publish.site.markup import NONE, Markup, tag, together
from docgen.publish.site.page import SitePage
from docgen.publish.site.reference_links import ReferenceLinks
from docgen.publish.site.standing_words import certainty_words, day_words, standing_banner
from docgen.versions.register import Correction, DatedFact, Edition


def edition_page(site: SiteContent, content: EditionContent) -> SitePage:
    """Return the page of an edition, with or without its text."""
    edition = content.edition
    here = places.edition(edition.id)
    text = NONE
    contents = NONE
    if content.regulation is not None:
        writer = EditionText(content, content.regulation, here, reference_links(site, content))
        text, contents = writer.write(), writer.contents()
    return SitePage(
        path=here, title=edition.name, description=edition.title,
        body=together(
            tag("header", tag("p", tag("a", content.work.title, href=places.way(here, places.work(content.work.slug))),
                              _class="above"),
                tag("h1", edition.name), tag("p", edition.title, _class="lead"), _class="head"), "\n",
            standing_banner(site, content, here), "\n", _downloads(content, here), "\n",
            facts(content), "\n", contents, "\n", text, "\n", _corrections(edition, here)))


def reference_links(site: SiteContent, content: EditionContent) -> ReferenceLinks:
    """Return how the references of a text are resolved on this site: by number and date, one edition or none."""
    def find(document: str, dated: str) -> EditionContent | None:
        found = [one for one in site.editions if one.edition.number and one.edition.number in document
                 and (not dated or one.edition.issued_on.date is None
                      or dated.startswith(one.edition.issued_on.date.text))]
        return found[0] if len(found) == 1 else None

    return ReferenceLinks(content, find)


def facts(content: EditionContent) -> Markup:
    """Return what the register knows of an edition, each statement with its source and how sure it is."""
    edition = content.edition
    rows = [
        _row(str(say("Number")), edition.number or str(say("not known")), "", ""),
        _row(str(say("Issued by")), edition.issuer or str(say("not known")), "", ""),
        _dated(str(say("Issued on")), edition.issued_on),
        _dated(str(say("In force from")), edition.in_force_from),
        _dated(str(say("In force until")), edition.in_force_until) if edition.in_force_until else NONE,
        [_row(str(say("Text taken from")), one.what, one.where, certainty_words(one.certainty))
         for one in edition.sources],
    ]
    return tag("details", tag("summary", str(say("Facts, sources and how sure each is"))),
               tag("div", tag("table", tag("thead", tag("tr", [tag("th", str(word), scope="col") for word in (
                   say("What"), say("Known"), say("Source"), say("How sure"))])), tag("tbody", rows)),
                   _class="wide", tabindex="0", role="region", aria_label=str(say("Facts of the register"))),
               tag("p", edition.note) if edition.note else None, _class="facts")


def _dated(name: str, fact: DatedFact) -> Markup:
    source = " ".join(part for part in (fact.source, f"({fact.note})" if fact.note else "") if part)
    return _row(name, day_words(fact.date) if fact.date else str(say("not known")), source,
                certainty_words(fact.certainty))


def _row(name: str, value: str, source: str, sure: str) -> Markup:
    where: Markup | str = tag("a", source, href=source, rel="noreferrer") if source.startswith("https://") else source
    return tag("tr", tag("th", name, scope="row"), tag("td", value), tag("td", where), tag("td", sure))


def _downloads(content: EditionContent, here: str) -> Markup:
    if not content.downloads:
        return NONE
    words = {"docx": say("Word file"), "pdf": say("PDF file"), "md": say("Markdown file"),
             "html": say("one file for phones")}
    links = [tag("a", str(words[ending]), href=places.way(here, places.download(content.edition.id, ending)),
                 download=ending in ("docx", "md") or None) for ending in content.downloads]
    return tag("p", tag("span", str(say("Download:")), _class="word"), [together(" ", link) for link in links],
               _class="downloads")


def _corrections(edition: Edition, here: str) -> Markup:
    made = [one for one in edition.corrections if one.was != one.now]  # the others were looked at and kept as printed
    if not made:
        return NONE
    rows: Iterable[Markup] = (_correction(one) for one in made)
    head = tag("tr", [tag("th", str(word), scope="col") for word in (
        say("Place"), say("As the source prints it"), say("As it stands here"), say("Why, evidence"))])
    return tag("details",
               tag("summary", str(say("Corrections of the source ({count})", count=len(made)))),
               tag("div", tag("table", tag("thead", head), tag("tbody", rows)), _class="wide", tabindex="0",
                   role="region", aria_label=str(say("Corrections of the source"))), _class="corrections",
               id="dinh-chinh")


def _correction(one: Correction) -> Markup:
    place: Markup | str = tag("a", cite(one.address), href=f"#{one.address}") if one.address else one.zone
    return tag("tr", tag("th", place, scope="row"), tag("td", one.was), tag("td", one.now),
               tag("td", f"{one.why}; {one.evidence}"))
