"""The rows of a comparison in HTML, for the one file to mail and for the page of the site; colour is never alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

from docgen.compare.comparison import KINDS
from docgen.messages import say
from docgen.publish.change_words import KIND_WORDS
from docgen.publish.comparison_summary import count_table
from docgen.publish.comparison_text import heading
from docgen.publish.comparison_view import Marked, Passage, View, ViewRow
from docgen.publish.word_changes import capital

_TAGS = {"-": "del", "+": "ins", "?": "span", "~": "span"}


def counts_html(view: View) -> str:
    """Return the counts as a table: a line for each rank, a column for each kind of change."""
    head, lines = count_table(view)
    cells = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join(
        "<tr>" + "".join(f'<th scope="row">{escape(cell)}</th>' if not place else f"<td>{escape(cell)}</td>"
                         for place, cell in enumerate(line)) + "</tr>" for line in lines)
    return f"<table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"


def controls(rows: Sequence[ViewRow]) -> str:
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


def legend() -> str:
    """Return how words left out, put in, spelled otherwise and facing nothing are marked."""
    return (f'<p class="legend">{escape(str(say("Marks:")))} {marked_html((("-", str(say("left out"))),))} '
            f'{marked_html((("+", str(say("put in"))),))} {marked_html((("~", str(say("spelled otherwise"))),))} '
            f'{marked_html((("?", str(say("faces text that is not held"))),))}</p>')


def row_html(row: ViewRow, view: View, anchors: Iterable[str] = ()) -> str:
    """Return one row as a list item; `anchors` are ids by which it can be reached."""
    kinds = " ".join(row.row.kinds)
    named = "".join(f'<span id="{escape(one)}"></span>' for one in anchors)
    tags = "".join(f'<span class="kind k-{kind}">{escape(str(KIND_WORDS[kind]))}</span> ' for kind in row.row.kinds)
    number = f'<span class="tt">{row.number}.</span> ' if row.number else ""
    pieces = [f'<li class="row{" unknown" if row.unknown else ""}" data-kinds="{kinds}" tabindex="-1">' + named,
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
