"""The page that compares two editions: what is new in short, then row by row, in one text or side by side."""

from __future__ import annotations

from docgen.compare.comparison import Row
from docgen.messages import say
from docgen.publish.change_words import KIND_WORDS
from docgen.publish.comparison_html import marked_html
from docgen.publish.comparison_summary import summary, unchanged_line, warnings
from docgen.publish.comparison_text import heading
from docgen.publish.comparison_view import Passage, ViewRow
from docgen.publish.site import places
from docgen.publish.site.content import ComparisonContent, SiteContent
from docgen.publish.site.markup import Markup, tag, together
from docgen.publish.site.page import SitePage


def comparison_page(site: SiteContent, one: ComparisonContent) -> SitePage:
    """Return the page of one comparison."""
    view = one.view
    title = str(say("Comparison: {old} and {new}", old=one.old.name, new=one.new.name))
    rows = [row for row in view.rows if row.row.kinds]
    return SitePage(path=places.comparison(one.old.id, one.new.id), title=title, description=summary(view, formal=True),
                    body=together(
        tag("header", tag("h1", title), tag("p", summary(view, formal=True), _class="lead"), _class="head"), "\n",
        tag("div", [tag("p", warning) for warning in warnings(view, formal=True)], _class="banner", role="note"), "\n",
        tag("div", [tag("span", id=anchor) for anchor in _unshown(one, rows)]),
        tag("ol", [_row(row, one) for row in rows], _class="rows", id="rows"),
        tag("p", unchanged_line(view) or None, _class="quiet")))


def _anchors(row: Row) -> list[str]:
    return [f"cu.{address}" for address in row.old] + [f"moi.{address}" for address in row.new]


def _unshown(one: ComparisonContent, rows: list[ViewRow]) -> list[str]:
    """Return the anchors of rows that are not printed, such as heads with no change of their own."""
    shown = {anchor for row in rows for anchor in _anchors(row.row)}
    return [anchor for row in one.view.comparison.rows for anchor in _anchors(row) if anchor not in shown]


def _row(row: ViewRow, one: ComparisonContent) -> Markup:
    anchors = _anchors(row.row)
    tags = [tag("span", str(KIND_WORDS[kind]), _class=f"mark k-{kind}") for kind in row.row.kinds]
    return tag("li", [tag("span", id=anchor) for anchor in anchors], tag("h2", heading(row), " ", tags),
               tag("div", _passages(row.inline), _class="one") if row.inline else None,
               tag("div", tag("section", tag("h3", one.old.name), _passages(row.old)),
                   tag("section", tag("h3", one.new.name), _passages(row.new)), _class="two"),
               data_kinds=" ".join(row.row.kinds))


def _passages(found: tuple[Passage, ...]) -> Markup:
    return together([tag("p", tag("b", passage.label, " ") if passage.label else None,
                         tag("b", Markup(marked_html(passage.heading)), " ") if passage.heading else None,
                         Markup(marked_html(passage.text))) for passage in found])
