"""A comparison as Markdown: a table of changed rows that GitHub, a wiki and a plain reader all show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.messages import say
from docgen.publish.comparison_summary import count_table, summary, unchanged_line, warnings
from docgen.publish.comparison_view import Marked, Passage, View, ViewRow
from docgen.publish.markdown import escape

_MARKS = {"-": ("<del>", "</del>"), "+": ("<ins>", "</ins>"), "?": ("\\[? ", " ?\\]")}
# not ~~ and **: beside a comma or a full stop Markdown does not take them for marks


def comparison(view: View, *, full: bool = False) -> str:
    """Return the comparison as Markdown."""
    title = say("Comparison: {old} and {new}", old=view.old_name.title, new=view.new_name.title)
    blocks = [f"# {escape(str(title))}", escape(summary(view, formal=True))]
    blocks += [f"> {escape(warning)}" for warning in warnings(view, formal=True)]
    blocks.append(table(*count_table(view)))
    rows = view.rows if full else view.changed
    if rows:
        blocks.append(str(say("{removed}: left out; {added}: put in.", removed="`<del>`", added="`<ins>`")))
        head = ("", escape(view.old_name.short), escape(view.new_name.short), str(say("What changed")),
                str(say("Reason, basis")))
        blocks.append(table(head, [_cells(row) for row in rows], escaped=True))
    if not full and (line := unchanged_line(view)):
        blocks.append(escape(line))
    return "\n\n".join(blocks) + "\n"


def table(head: Sequence[str], lines: Iterable[Sequence[str]], *, escaped: bool = False) -> str:
    """Return a table; cells are escaped unless they are already."""
    def one(cells: Sequence[str]) -> str:
        return "| " + " | ".join(cell if escaped else escape(cell) for cell in cells) + " |"

    return "\n".join([one(head), "|" + "---|" * len(head), *(one(cells) for cells in lines)])


def _cells(row: ViewRow) -> tuple[str, ...]:
    missing = str(say("[not held]")) if row.unknown else ""
    return (str(row.number or ""), passages(row.old) or escape(missing), passages(row.new) or escape(missing),
            escape("; ".join(row.changes)), escape(row.reason))


def passages(found: Iterable[Passage]) -> str:
    """Return the passages of one cell, each on a line of its own."""
    lines = []
    for passage in found:
        parts = (escape(passage.label), marked(passage.heading), marked(passage.text))
        words = " ".join(part for part in parts if part)
        lines.append(words if passage.label and passage.label.lower() in passage.citation.lower() else
                     f"({escape(passage.citation)}) {words}")
    return "<br>".join(lines)


def marked(words: Marked) -> str:
    """Mark words that went, came, or face what is not held."""
    made = []
    for mark, text in words:
        opening, closing = _MARKS.get(mark, ("", ""))
        made.append(f"{opening}{escape(text)}{closing}")
    return "".join(made)
