"""A comparison as one HTML file: nothing is fetched, everything is read without a program, colour is never alone."""

from __future__ import annotations

from html import escape

from docgen.messages import language, say
from docgen.publish.comparison_html_page import SCRIPT, STYLE
from docgen.publish.comparison_rows import controls, counts_html, legend, row_html
from docgen.publish.comparison_summary import summary, unchanged_line, warnings
from docgen.publish.comparison_view import View

_POLICY = ("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; "
           "form-action 'none'")


def comparison(view: View, *, full: bool = False) -> str:
    """Return the whole page; without `full` the unchanged rows are one line at the end."""
    rows = [row for row in view.rows if row.row.kinds] if full else [*view.changed, *view.unknown]
    title = str(say("Comparison: {old} and {new}", old=view.old_name.title, new=view.new_name.title))
    body = [_head(view, title), controls(rows), legend(), '<ol class="rows" id="rows" tabindex="-1">']
    body += [row_html(row, view) for row in rows]
    body.append("</ol>")
    if not full and (line := unchanged_line(view)):
        body.append(f'<p class="unchanged">{escape(line)}</p>')
    return page(title, "\n".join(body))


def page(title: str, body: str, *, script: bool = True) -> str:
    """Return a self-contained page of the house: style and script inside, the browser told to fetch nothing."""
    program = f"<script>\n{SCRIPT}</script>\n" if script else ""
    return (f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
            f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body class=\"inline\">\n"
            f'<a class="skip" href="#rows">{escape(str(say("Skip to the changes")))}</a>\n<main>\n{body}\n</main>\n'
            f"{program}</body>\n</html>\n")


def _head(view: View, title: str) -> str:
    remarks = "".join(f"<p>{escape(warning)}</p>" for warning in warnings(view, formal=True))
    box = f'<div class="warning" role="note">{remarks}</div>' if remarks else ""
    return (f'<header>\n<h1>{escape(title)}</h1>\n<p class="summary">{escape(summary(view, formal=True))}</p>\n{box}\n'
            f'<details class="counts"><summary>{escape(str(say("Counts")))}</summary>'
            f"{counts_html(view)}</details>\n</header>")
