"""The guides: user documents, glossary and codes as pages, their links leading to pages, pictures put in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from docgen.messages import Message, say
from docgen.publish.site import places
from docgen.publish.site.content import Guide, SiteContent
from docgen.publish.site.form_page import page_image
from docgen.publish.site.markup import NONE, Markup, tag, together
from docgen.publish.site.page import SitePage
from docgen.reader.markdown_blocks import MarkdownPage, markdown_page

_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_CODE_ROW = re.compile(r"<tr>\s*<td>(?:<code>)?(?P<words>[^<]+)(?:</code>)?</td>")
_PRE = re.compile(r"<pre>(.*?)</pre>", re.DOTALL)
_COMMENT = re.compile(r"<!--\s*(?P<words>.*?)\s*-->\n?", re.DOTALL)
_ROW_ANCHORS = {places.GLOSSARY: "tn", places.CODES: "ma"}
_LEVELS = (2,)
_ABOUT: dict[str, Message] = {
    places.TEN_MINUTES: say("from the facts of a cell to a paper ready to be signed, with what the screen shows"),
    "huong-dan/so-sanh.html": say("two texts, article by article; tables and redlines for a meeting"),
    "huong-dan/tim-kiem.html": say("finding a provision by its words, with or without diacritics"),
    "huong-dan/nhap-van-ban.html": say("bringing in a text of the office's own"),
    "huong-dan/dia-chi.html": say("how provisions are addressed and cited"),
    "huong-dan/doi-song-dieu-khoan.html": say("what became of a provision, in law and under the pen"),
    "huong-dan/van-phong-quyet-dinh.html": say("what no program can decide for the office"),
    "huong-dan/so-dang-ky.html": say("what is recorded of each document, and how sure it is"),
    "huong-dan/dinh-dang.html": say("how the texts are written down"),
    "huong-dan/van-ban-202.html": say("the scan of 202, what was repaired and what stays doubtful"),
    places.GLOSSARY: say("the words of the field and of the program"),
    places.CODES: say("every code of a finding, what it means and what to do"),
}


def guide_pages(site: SiteContent) -> Iterator[SitePage]:
    """Write the list of guides and each guide."""
    here = places.GUIDES
    written = [(guide, markdown_page(guide.text, _links(site, guide.path))) for guide in site.guides]
    title = str(say("Guides"))
    items = [tag("li", tag("a", page.title, href=places.way(here, guide.path)),
                 tag("span", str(_ABOUT[guide.path]), _class="about") if guide.path in _ABOUT else None)
             for guide, page in written]
    yield SitePage(path=here, title=title, description=title, styles=("mau.css",), body=together(
        tag("header", tag("h1", title), _class="head"), "\n", tag("ul", items, _class="editions")))
    for guide, page in written:
        yield _guide(site, guide, page)


def _links(site: SiteContent, here: str) -> Callable[[str], str | None]:
    """Links between files of docs/ lead to their pages; other files of the project have no page and are named only."""
    pages = {guide.file: guide.path for guide in site.guides}

    def link(target: str) -> str | None:
        if target.startswith(("https://", "http://", "#")):
            return target
        file, _, anchor = target.partition("#")
        return places.way(here, pages[file], anchor) if file in pages else None

    return link


def _guide(site: SiteContent, guide: Guide, page: MarkdownPage) -> SitePage:
    body = _COMMENT.sub(lambda match: _picture(site, guide.path, match["words"]), page.html)
    body = _TABLE.sub(lambda match: _table(match[1], page.title, _ROW_ANCHORS.get(guide.path, "")), body)
    # a blank line inside would end the block for the generator's Markdown
    body = _PRE.sub(lambda match: _terminal(match[1]), body)
    heads = [tag("li", tag("a", words, href=f"#{anchor}")) for depth, anchor, words in page.headings
             if depth in _LEVELS]
    contents = tag("nav", tag("h2", str(say("Contents"))), tag("ol", heads), _class="contents ui",
                   aria_label=str(say("Contents"))) if len(heads) > 2 else NONE
    title = page.title or guide.file
    return SitePage(path=guide.path, title=title, description=title, styles=("mau.css",), body=together(
        tag("header", tag("p", tag("a", str(say("Guides")), href=places.way(guide.path, places.GUIDES)),
                          _class="above"), tag("h1", title), _class="head"), "\n", contents, "\n",
        tag("div", Markup(body), _class="guide")))


def _terminal(inside: str) -> str:
    inside = inside.rstrip().removesuffix("</code>").rstrip("\n").replace("\n", "&#10;")
    return f'<pre tabindex="0">{inside}</code></pre>'


def _table(inside: str, title: str, anchors: str) -> str:
    if anchors:
        inside = _CODE_ROW.sub(lambda row: f'<tr id="{anchors}.{_slug(row["words"])}">'
                               + row[0].removeprefix("<tr>").replace("<td>", '<th scope="row">')
                               .replace("</td>", "</th>"), inside)
    return (f'<div class="wide" tabindex="0" role="region" aria-label="{escape(title)}"><table>{inside}</table></div>')


def _slug(words: str) -> str:
    return re.sub(r"\s+", "-", words.strip())


def _picture(site: SiteContent, here: str, words: str) -> str:
    """Put in a picture where the guide says `<!-- hình: quy-che-lam-viec-1 -->`; other remarks are for writers."""
    kind, _, name = words.partition(":")
    if kind.strip() != "hình":
        return ""
    found = [one for one in (*site.sample.rules, *site.sample.table) if one.path == f"hinh/{name.strip()}.png"]
    if not found:
        return str(tag("p", str(say("(No picture here: this site was built without LibreOffice.)")), _class="quiet"))
    alt = str(say("Page {page} of the paper the command wrote", page=found[0].page))
    return str(tag("figure", page_image(found[0], here, alt), tag("figcaption", alt),
                   _class="page across" if found[0].width > found[0].height else "page"))
