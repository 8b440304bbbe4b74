"""The page that searches: a form, and every word its script may have to say, written into the page beforehand."""

from __future__ import annotations

from docgen.messages import Message, say
from docgen.publish.site import places
from docgen.publish.site.content import SiteContent
from docgen.publish.site.markup import Markup, tag, together
from docgen.publish.site.page import SitePage
from docgen.publish.site.standing_words import day_words, status_words
from docgen.versions.legal_date import LegalDate
from docgen.versions.register import STATUSES

SCRIPTS = ("tra-cuu.js", "tim-kiem.js")
INDEX = "giao-dien/chi-muc.js"
_EXAMPLES = ("quy che lam viec", "khoản 2 Điều 9 162", '"hạt nhân chính trị"', "BTV uỷ quyền")


def search_page(site: SiteContent) -> SitePage:
    """Return the page; without JavaScript it says so and leads to the list of texts."""
    title, here = str(say("Search")), places.SEARCH
    listed = tag("a", str(say("the list of texts")), href=places.way(here, places.EDITIONS))
    return SitePage(path=here, title=title, styles=("tim-kiem.css",), scripts=SCRIPTS, description=str(say(
        "Search the provisions by words or by citation, without a network.")), body=together(
            tag("header", tag("h1", title), tag("p", str(say(
                "Type words with or without diacritics, words side by side in quotes, or a citation.")), _class="lead"),
                _class="head"), "\n",
            tag("noscript", tag("p", str(say("Searching needs JavaScript, which is off in this browser.")), " ",
                                str(say("Every text can be read and searched with Ctrl-F:")), " ", listed, ".",
                                _class="banner")), "\n",
            _form(site), "\n",
            tag("p", role="status", id="so-ket-qua", _class="quiet"),
            tag("ol", id="ket-qua", _class="found"),
            tag("p", tag("button", str(say("More results")), type="button", id="them"), id="con-nua", hidden=True)))


def _form(site: SiteContent) -> Markup:
    slugs = {one.work.slug for one in site.editions}
    works = [tag("option", work.title, value=work.slug) for work in site.works if work.slug in slugs]
    day = day_words(LegalDate(site.as_of.isoformat()))
    return tag(
        "form",
        tag("p", tag("label", str(say("Words or citation")), _for="tim"),
            tag("input", type="search", id="tim", name="tim", autocomplete="off", spellcheck="false"),
            tag("button", str(say("Find")), type="submit"), _class="ask"),
        tag("p", tag("label", f"{say('In')} ", tag("select", tag("option", str(say("all texts")), value=""), works,
                                                   id="trong", name="trong")),
            tag("label", tag("input", type="checkbox", id="hieu-luc", name="hieu-luc", value="1"),
                f" {say('only texts in force on {day}', day=day)}"), _class="among"),
        tag("p", f"{say('For instance:')} ", [(tag("button", one, type="button", _class="example"), " ")
                                              for one in _EXAMPLES], _class="examples", id="vi-du"),
        id="tra-cuu", role="search", hidden=True, **_words())


def _words() -> dict[str, str]:
    """Return what the script says, as data attributes; figures and words are put where {n} and {words} stand."""
    said: dict[str, Message] = {
        "loading": say("Loading the index …"),
        "failed": say("The index could not be loaded: giao-dien/chi-muc.js is missing beside the pages."),
        "nothing": say("No provision was found for: {words}", words="{words}"),
        "one": say("One result"),
        "count": say("{n} results", n="{n}"),
        "nearest": say("No provision holds all these words by itself; {n} that come nearest:", n="{n}"),
        "absent": say("There is no {words} in the texts searched; the nearest above it comes first.", words="{words}"),
        "without": say("without: {words}", words="{words}"),
        "alike": say("the same wording in {count} other place(s)", count="{n}"),
        "unheld": say("wording not held"),
        "unknown": say("Texts of which it is not known whether they are in force are left out."),
    }
    return {**{f"data_{name}": str(message) for name, message in said.items()},
            **{f"data_status_{status}": status_words(status) for status in STATUSES}}
