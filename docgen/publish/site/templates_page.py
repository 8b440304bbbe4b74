"""The list of templates: for which framework, which documents, and what else helps to write them."""

from __future__ import annotations

from docgen.messages import say
from docgen.publish.site import places
from docgen.publish.site.content import SiteContent
from docgen.publish.site.markup import Markup, tag, together
from docgen.publish.site.page import SitePage
from docgen.publish.site.template_page import kind_title


def templates_page(site: SiteContent) -> SitePage:
    """Return the list of templates."""
    here = places.TEMPLATES
    title = str(say("Templates"))
    works = dict.fromkeys(template.work for template in site.templates)
    return SitePage(path=here, title=title, description=str(say("The documents a cell writes, clause by clause.")),
                    styles=("mau.css",), body=together(
        tag("header", tag("h1", title), tag("p", str(say(
            "Each clause says what it rests on. The program fills them in from the facts of a cell; the signed paper "
            "alone is valid.")), _class="lead"), _class="head"), "\n",
        [together(_work(site, work, here), "\n") for work in works],
        tag("h2", str(say("More"))), tag("ul", (
            tag("li", tag("a", str(say("The form of the paper, element by element")),
                          href=places.way(here, places.FORM))),
            tag("li", tag("a", str(say("From facts to a paper ready to be signed, in ten minutes")),
                          href=places.way(here, places.TEN_MINUTES)))
            if any(guide.path == places.TEN_MINUTES for guide in site.guides) else None))))


def _work(site: SiteContent, work: str, here: str) -> Markup:
    rows = [tag("li", tag("a", kind_title(one.kind), href=places.way(here, places.template(one.work, one.kind))),
                tag("span", str(say("{clauses} clauses, {questions} questions",
                                    clauses=sum(bool(clause.source.kind) for clause in one.clauses.clauses),
                                    questions=sum(field.serves((one.kind,)) for field in one.fields.fields))),
                    _class="about")) for one in site.templates if one.work == work]
    return tag("section", tag("h2", site.title_of(work)), tag("ul", rows, _class="editions"))
