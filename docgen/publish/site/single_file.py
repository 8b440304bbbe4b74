"""One edition as one HTML file: for a phone, a mail, a USB stick; nothing beside it is needed."""

from __future__ import annotations

from html import escape

from docgen.messages import say
from docgen.publish.site import places
from docgen.publish.site.content import EditionContent, SiteContent
from docgen.publish.site.edition_text import EditionText
from docgen.publish.site.generator import THEME
from docgen.publish.site.markup import tag, together
from docgen.publish.site.reference_links import ReferenceLinks
from docgen.publish.site.standing_words import standing_banner


def single_file(site: SiteContent, content: EditionContent) -> str:
    """Return the whole page; links to other documents are words here, for they may not be at hand."""
    if content.regulation is None:
        raise ValueError(f"{content.edition.id} has no text")
    here = places.single_file(content.edition.id)
    links = ReferenceLinks(content, lambda document, dated: None, alone=True)
    writer = EditionText(content, content.regulation, here, links, alone=True)
    edition = content.edition
    body = together(tag("header", tag("p", content.work.title, _class="above"), tag("h1", edition.name),
                        tag("p", edition.title, _class="lead"), _class="head"), "\n",
                    standing_banner(site, content, here, alone=True), "\n",
                    tag("p", str(say("One-file copy of the reference site.")), _class="quiet"), "\n",
                    writer.contents(), "\n", writer.write())
    style = (THEME / "giao-dien" / "trang.css").read_text("utf-8")
    return (f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
            f"<title>{escape(edition.name)}</title>\n<style>\n{style}</style>\n</head>\n"
            f'<body>\n<main id="noi-dung"><div class="trang">\n{body}\n</div></main>\n</body>\n</html>\n')
