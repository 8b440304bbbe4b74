"""The page that compares two editions: what is new in short, then row by row, in one text or side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.compare.comparison import Row
from docgen.messages import say
from docgen.publish.change_words import kind_words
from docgen.publish.comparison_rows import controls, counts_html, legend, row_html
from docgen.publish.comparison_summary import summary, unchanged_line, unheld, warnings
from docgen.publish.comparison_text import heading
from docgen.publish.comparison_view import View, ViewRow
from docgen.publish.site import places
from docgen.publish.site.content import ComparisonContent, SiteContent
from docgen.publish.site.markup import NONE, Markup, tag, together
from docgen.publish.site.page import SitePage
from docgen.publish.word_changes import capital

_MOST_SAID = 4
_NUMBER = re.compile(r"(\S+/\S+)")
UNCHANGED = "giu-nguyen"
"""Anchor of the line that names what did not change."""


def comparison_page(site: SiteContent, one: ComparisonContent) -> SitePage:
    """Return the page of one comparison."""
    view = one.view
    here = places.comparison(one.old.id, one.new.id)
    title = str(say("Comparison: {old} and {new}", old=one.old.name, new=one.new.name))
    rows = shown_rows(view)
    anchors = row_anchors(view, rows)
    return SitePage(
        path=here, title=title, description=summary(view, formal=True), styles=("so-sanh.css",),
        scripts=("so-sanh.js",), body=together(
            tag("header", tag("p", [
                together(" → " if place else "", tag("a", edition.name, href=places.way(
                    here, places.edition(edition.id)))) for place, edition in enumerate((one.old, one.new))],
                _class="above"), tag("h1", _unbroken(title)), tag("p", summary(view, formal=True), _class="lead"),
                _class="head"), "\n",
            _not_held(view), "\n", _downloads(one, here), "\n", _what_is_new(view), "\n",
            tag("h2", str(say("Change by change"))), Markup(controls(rows)), "\n", Markup(legend()), "\n",
            tag("ol", [together(Markup(row_html(row, view, anchors[id(row)])), "\n") for row in rows],
                _class="rows", id="rows", tabindex="-1"), "\n",
            tag("p", _spans(anchors[None]), unchanged_line(view), _class="quiet", id=UNCHANGED)
            if unchanged_line(view) or anchors[None] else None))


def _unbroken(title: str) -> Markup:
    """Keep the number of a document on one line: 162-QĐ/TW."""
    return together([tag("span", one, _class="no") if "/" in one else one for one in _NUMBER.split(title)])


def shown_rows(view: View) -> tuple[ViewRow, ...]:
    """Return the rows of the page in the order of the texts: everything that changed or cannot be compared."""
    return tuple(row for row in view.rows if row.changed or row.unknown)


def number_anchor(row: ViewRow) -> str:
    """Return the anchor of a change by its number."""
    return f"thay-doi-{row.number}"


def row_anchors(view: View, rows: Iterable[ViewRow]) -> dict[int | None, list[str]]:
    """Return the anchors of each row (by its identity): `cu.` and an old address, `moi.` and a new one.

    Every address of both texts has one. What did not change is reached at the line that says so (None); a head with
    no change of its own at the first row that stands after it.
    """
    found: dict[int | None, list[str]] = {None: []}
    owner: dict[str, list[str]] = {}
    for row in rows:
        own = [*(f"cu.{passage.address}" for passage in row.old), *(f"moi.{passage.address}" for passage in row.new)]
        own = [one for one in dict.fromkeys([*own, *_addresses(row.row)]) if one not in owner]
        found[id(row)] = [number_anchor(row), *own] if row.number else own
        owner.update(dict.fromkeys(own, found[id(row)]))
    waiting: list[str] = []
    last = found[None]
    for plain in view.comparison.rows:
        unplaced = [one for one in _addresses(plain) if one not in owner]
        if len(unplaced) < len(_addresses(plain)):
            last = next(owner[one] for one in _addresses(plain) if one in owner)
            last += waiting
            waiting = []
            last += unplaced
        elif plain.kinds == ("unchanged",):
            found[None] += unplaced
        else:
            waiting += unplaced
    last += waiting
    return found


def _addresses(row: Row) -> list[str]:
    return [f"cu.{address}" for address in row.old] + [f"moi.{address}" for address in row.new]


def _spans(anchors: Iterable[str]) -> Markup:
    return together([tag("span", id=anchor) for anchor in anchors])


def _not_held(view: View) -> Markup:
    """Return the box that says what is not held: it stands before everything else, for nothing may be read from it."""
    said = warnings(view, formal=True)
    if not said:
        return NONE
    return tag("section", tag("h2", str(say("Not held, cannot be compared"))) if view.unknown else None,
               [tag("p", one) for one in said], _class="banner unheld", role="note")


def _what_is_new(view: View) -> Markup:
    lines = [tag("li", tag("a", capital(heading(row)), href=f"#{number_anchor(row)}"), f": {_said(row)}.",
                 value=row.number) for row in view.changed]
    if view.unknown:
        lines.append(tag("li", str(say("Cannot be compared, for one of the texts is not held there: {places}.",
                                       places=unheld(view.unknown))), _class="open-end"))
    return tag("section", tag("h2", str(say("What is new"))),
               tag("div", Markup(counts_html(view)), _class="wide counts", tabindex="0", role="region",
                   aria_label=str(say("Counts"))),
               tag("ol", lines) if lines else tag("p", summary(view, formal=True)), _class="new", id="diem-moi")


def _said(row: ViewRow) -> str:
    said = list(row.changes) or [kind_words(row.row.kinds)]
    left = len(said) - _MOST_SAID
    more = [str(say("and {count} more", count=left))] if left > 0 else []
    return "; ".join([*said[:_MOST_SAID], *more])


def _downloads(one: ComparisonContent, here: str) -> Markup:
    if not one.downloads:
        return NONE
    words = {"table-docx": say("table of the comparison (Word)"), "redline-docx": say("redline (Word)")}
    paths = places.comparison_files(one.old.id, one.new.id)
    links = [tag("a", str(words[form]), href=places.way(here, paths[form]), download=True) for form in one.downloads]
    return tag("p", tag("span", str(say("Download:")), _class="word"), [together(" ", link) for link in links],
               _class="downloads")
