"""The page of a template: what each clause says, what it rests on, and when it is printed."""

from __future__ import annotations

import re

from docgen.draft.clause_source import ClauseSource
from docgen.draft.field import FieldList
from docgen.draft.legal_basis import address_of, edition_of
from docgen.draft.template import Template
from docgen.messages import Message, say
from docgen.model.citation import cite
from docgen.publish.site import places
from docgen.publish.site.content import SiteContent
from docgen.publish.site.markup import Markup, tag, together
from docgen.publish.site.page import SitePage

KIND_TITLES: dict[str, Message] = {
    "working-rules": say("Working rules"), "coordination-agreement": say("Coordination agreement")}
_CLAUSE_KINDS = {"verbatim": say("word for word"), "adapted": say("adapted"), "local": say("the cell's own")}
_TAG = re.compile(r"\{\{\s*(?P<name>[a-z_]+)[^}]*\}\}|\{%.*?%\}")


def template_page(site: SiteContent, template: Template, work_title: str) -> SitePage:
    """Return the page of one kind of document of one framework."""
    here = places.template(template.work, template.kind)
    title = str(KIND_TITLES.get(template.kind, say("{name}", name=template.kind)))
    rows = [_clause(site, clause.source, template.fields, here) for clause in template.clauses.clauses]
    return SitePage(path=here, title=f"{title}: {work_title}", description=title, body=together(
        tag("header", tag("p", work_title, _class="above"), tag("h1", title), _class="head"), "\n",
        tag("div", rows, _class="clauses")))


def _clause(site: SiteContent, source: ClauseSource, fields: FieldList, here: str) -> Markup:
    name = {"chapter": "h2", "article": "h3"}.get(source.rank, "p")
    about = [tag("span", str(_CLAUSE_KINDS[source.kind]), _class=f"mark c-{source.kind}")] if source.kind else []
    about += [together(" ", _basis(site, basis, here)) for basis in source.basis]
    if source.condition:
        about.append(together(" ", str(say("only if")), " ", tag("code", source.condition)))
    return tag("section", tag(name, _words(source.text, fields)), tag("p", about, _class="about") if about else None,
               id=source.id, _class=f"c r-{source.rank}")


def _basis(site: SiteContent, basis: str, here: str) -> Markup:
    found = site.edition(edition_of(basis))
    if found is None:
        return tag("span", cite(address_of(basis), edition_of(basis)))
    anchor = address_of(basis) if found.regulation is not None else ""
    return tag("a", cite(address_of(basis), found.edition.name),
               href=places.way(here, places.edition(found.edition.id), anchor))


def _words(text: str, fields: FieldList) -> Markup:
    pieces: list[Markup | str] = []
    done = 0
    for match in _TAG.finditer(text):
        pieces.append(text[done:match.start()])
        done = match.end()
        if match["name"]:
            asked = fields.find(match["name"])
            pieces.append(tag("span", asked.label if asked else match["name"], _class="blank"))
    return together(pieces, text[done:])
