"""The form of a Party paper, shown on a page of the sample cell: numbered marks over a picture, a list in words."""

from __future__ import annotations

from docgen.messages import say
from docgen.publish.site import places
from docgen.publish.site.content import Mark, PagePicture, SiteContent
from docgen.publish.site.form_elements import ELEMENTS, NEW, OLD, Element
from docgen.publish.site.markup import NONE, Markup, tag, together
from docgen.publish.site.page import SitePage


def form_page(site: SiteContent) -> SitePage:
    """Return the page on form: with pictures where the build could print the sample, with the list always."""
    here = places.FORM
    title = str(say("The form of the paper, element by element"))
    pictures = [_figure(one, here) for one in site.sample.rules if one.marks]
    return SitePage(path=here, title=title, description=title, styles=("mau.css",), body=together(
        tag("header", tag("h1", title), tag("p", str(say(
            "The sample cell is invented. Papers dated before 27/5/2026 follow the older guidance, later ones and "
            "papers without a date the newer one.")), _class="lead"), _class="head"), "\n",
        tag("div", pictures, _class="papers") if pictures else tag("p", str(say(
            "This site was built without LibreOffice, so there is no picture of the page; the list says the same.")),
            _class="banner"), "\n",
        _files(site, here), "\n", _list(site, here), "\n", _sources(site, here)))


def _figure(picture: PagePicture, here: str) -> Markup:
    caption = str(say("Page {page} of the sample; the numbers are those of the list.", page=picture.page))
    return tag("figure", tag("div", page_image(picture, here, caption), [_mark(mark) for mark in picture.marks],
                             _class="paper"), tag("figcaption", caption), _class="annotated")


def page_image(picture: PagePicture, here: str, alt: str) -> Markup:
    """Return the picture of a page."""
    return tag("img", src=places.way(here, picture.path), alt=alt, width=picture.width, height=picture.height)


def _mark(mark: Mark) -> Markup:
    box = f"left:{mark.left}%;top:{mark.top}%;width:{mark.width}%;height:{mark.height}%"
    return tag("span", tag("b", mark.number), _class="spot frame" if mark.height > 50 else "spot", style=box,
               aria_hidden="true")


def _files(site: SiteContent, here: str) -> Markup:
    words = {"docx": say("the sample as a Word file"), "pdf": say("the sample as a PDF file")}
    links = [together(" ", tag("a", str(words[path.rpartition(".")[2]]), href=places.way(here, path)))
             for path in site.sample.files if "bang-can-cu" not in path]
    return tag("p", tag("span", str(say("Download:")), _class="word"), links, _class="downloads") if links else NONE


def _list(site: SiteContent, here: str) -> Markup:
    head = tag("tr", [tag("th", str(word), scope="col") for word in (
        say("No."), say("Element"), say("How it is printed"), say("Where it is said"))])
    rows = [together(_row(number, element), "\n") for number, element in enumerate(ELEMENTS, 1)]
    return tag("section", tag("h2", str(say("The elements"))), tag(
        "div", tag("table", tag("thead", head), tag("tbody", rows)), _class="wide", tabindex="0", role="region",
        aria_label=str(say("The elements"))), id="thanh-phan")


def _row(number: int, element: Element) -> Markup:
    form: object = str(element.form)
    if element.new_form is not None:
        form = together(str(say("36-HD/VPTW: {form}", form=element.form)), tag("br"),
                        str(say("05-HD/VPTW: {form}", form=element.new_form)))
    place = str(say("36-HD/VPTW, {place}", place=element.old_place)) if element.old_place else str(
        say("the place in the guidance is not known here"))
    return tag("tr", tag("td", number), tag("th", str(element.name), scope="row"), tag("td", form), tag("td", place),
               id=f"tp-{number}")


def _sources(site: SiteContent, here: str) -> Markup:
    def name(edition_id: str) -> Markup | str:
        found = site.edition(edition_id)
        if found is None:
            return edition_id
        return tag("a", found.edition.name, href=places.way(here, places.edition(edition_id)))

    return tag("section", tag("h2", str(say("How sure this is"))), tag("ul", (
        tag("li", name(OLD), ": ", str(say("sections 1.1, 1.2, 1.3, 1.7 and the annex are known from excerpts on law "
                                           "portals; the full text is not held."))),
        tag("li", name(NEW), ": ", str(say("every figure is told by third parties and was not compared with the "
                                           "original; look it up before signing."))))), _class="quiet-list")
