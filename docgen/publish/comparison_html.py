"""A comparison as one HTML file: nothing is fetched, everything is read without a program, colour is never alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

from docgen.compare.comparison import KINDS
from docgen.messages import language, say
from docgen.publish.change_words import KIND_WORDS
from docgen.publish.comparison_html_page import SCRIPT, STYLE
from docgen.publish.comparison_summary import count_table, summary, unchanged_line, warnings
from docgen.publish.comparison_text import heading
from docgen.publish.comparison_view import Marked, Passage, View, ViewRow
from docgen.publish.word_changes import capital

_TAGS = {"-": "del", "+": "ins", "?": "span", "~": "span"}
_POLICY = ("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; "
           "form-action 'none'")


def comparison(view: View, *, full: bool = False) -> str:
    """Return the whole page; without `full` the unchanged rows are one line at the end."""
    rows = [row for row in view.rows if row.row.kinds] if full else [*view.changed, *view.unknown]
    title = str(say("Comparison: {old} and {new}", old=view.old_name.title, new=view.new_name.title))
    body = [_head(view, title), _controls(rows), _legend(), '<ol class="rows" id="rows" tabindex="-1">']
    body += [_row(row, view) for row in rows]
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
    head, lines = count_table(view)
    cells = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join(
        "<tr>" + "".join(f'<th scope="row">{escape(cell)}</th>' if not place else f"<td>{escape(cell)}</td>"
                         for place, cell in enumerate(line)) + "</tr>" for line in lines)
    remarks = "".join(f"<p>{escape(warning)}</p>" for warning in warnings(view, formal=True))
    box = f'<div class="warning" role="note">{remarks}</div>' if remarks else ""
    return (f'<header>\n<h1>{escape(title)}</h1>\n<p class="summary">{escape(summary(view, formal=True))}</p>\n{box}\n'
            f'<details class="counts"><summary>{escape(str(say("Counts")))}</summary>'
            f"<table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table></details>\n</header>")


def _controls(rows: Sequence[ViewRow]) -> str:
    """Return the bar: how to show, which kinds; it is of use with a script only and shown by it."""
    here = [kind for kind in KINDS if any(kind in row.row.kinds for row in rows)]
    boxes = "".join(f'<label><input type="checkbox" name="kind" value="{kind}" checked> '
                    f"{escape(str(KIND_WORDS[kind]))} <span class=\"n\">({sum(kind in row.row.kinds for row in rows)})"
                    "</span></label>" for kind in here)
    return (
        '<form class="bar" id="bar" hidden>\n'
        f'<fieldset><legend>{escape(str(say("Show")))}</legend>'
        f'<label><input type="radio" name="view" value="inline" checked> {escape(str(say("in one text")))}</label>'
        f'<label><input type="radio" name="view" value="sides"> {escape(str(say("side by side")))}</label></fieldset>\n'
        f'<fieldset><legend>{escape(str(say("Kinds")))}</legend>{boxes}</fieldset>\n'
        f'<p><button type="button" id="before">{escape(str(say("Change before (k)")))}</button> '
        f'<button type="button" id="next">{escape(str(say("Next change (j)")))}</button> '
        f'<span id="shown" role="status" data-words="{escape(str(say("{count} of {all} rows", count="#", all="##")))}">'
        f'</span> <span class="keys">{escape(str(say("Keys: j next, k before, s side by side or in one text")))}'
        "</span></p>\n</form>")


def _legend() -> str:
    return (f'<p class="legend">{escape(str(say("Marks:")))} {marked_html((("-", str(say("left out"))),))} '
            f'{marked_html((("+", str(say("put in"))),))} {marked_html((("~", str(say("spelled otherwise"))),))} '
            f'{marked_html((("?", str(say("faces text that is not held"))),))}</p>')


def _row(row: ViewRow, view: View) -> str:
    kinds = " ".join(row.row.kinds)
    tags = "".join(f'<span class="kind k-{kind}">{escape(str(KIND_WORDS[kind]))}</span> ' for kind in row.row.kinds)
    number = f'<span class="tt">{row.number}.</span> ' if row.number else ""
    pieces = [f'<li class="row{" unknown" if row.unknown else ""}" data-kinds="{kinds}" tabindex="-1">',
              f"<h2>{number}{escape(capital(heading(row)))} {tags.strip()}</h2>"]
    if row.inline:
        pieces.append(f'<div class="one">{_passages(row.inline)}</div>')
    only = not row.inline
    sides = _side(row, "old", view.old_name.title) + _side(row, "new", view.new_name.title)
    pieces.append(f'<div class="two{" only" if only else ""}">{sides}</div>')
    if row.changes:
        said = "".join(f"<li>{escape(capital(one))}</li>" for one in row.changes)
        pieces.append(f'<ul class="changes">{said}</ul>')
    if row.reason:
        pieces.append(f'<p class="reason"><b>{escape(str(say("Reason, basis")))}:</b> {escape(row.reason)}</p>')
    pieces.append("</li>")
    return "\n".join(pieces)


def _side(row: ViewRow, side: Literal["old", "new"], name: str) -> str:
    found = row.old if side == "old" else row.new
    if found:
        rest = f'<p class="gap">{escape(str(say("[…] The rest is not held.")))}</p>' if row.breaks_off(side) else ""
        inside = _passages(found) + rest
    elif row.unknown:
        inside = f'<p class="gap">{escape(str(say("[…] Not held: nothing can be said.")))}</p>'
    else:
        inside = f'<p class="none">{escape(str(say("(none)")))}</p>'
    return f'<section><h3>{escape(name)}</h3>{inside}</section>'


def _passages(found: Iterable[Passage]) -> str:
    made = []
    for passage in found:
        label = f'<b class="label">{escape(passage.label)}</b> ' if passage.label else ""
        title = f'<b class="title">{marked_html(passage.heading)}</b> ' if passage.heading else ""
        made.append(f'<p title="{escape(passage.citation)}">{label}{title}{marked_html(passage.text)}</p>')
    return "".join(made)


def marked_html(words: Marked) -> str:
    """Mark words by element, by line and by signs: each of the three alone is enough."""
    signs = {"-": ("[−", "]"), "+": ("[+", "]"), "?": ("[?", "]"), "~": ("", "")}
    spoken = {"-": say("left out:"), "+": say("put in:"), "?": say("not held on the other side:"),
              "~": say("spelled otherwise:")}
    made = []
    for mark, text in words:
        if mark not in _TAGS:
            made.append(escape(text))
            continue
        opening, closing = signs[mark]
        name = {"?": ' class="open"', "~": ' class="spelling"'}.get(mark, "")
        shown = text.lstrip() or text
        blank = text.removesuffix(shown)  # it goes with the words, but before their sign
        made.append(f'<{_TAGS[mark]}{name}>{escape(blank)}<span class="hear">{escape(str(spoken[mark]))} </span>'
                    f'<span class="sign" aria-hidden="true">{opening}</span><span class="words">{escape(shown)}</span>'
                    f'<span class="sign" aria-hidden="true">{closing}</span></{_TAGS[mark]}>')
    return "".join(made)
