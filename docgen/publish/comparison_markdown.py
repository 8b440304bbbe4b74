"""A comparison as Markdown: a table of changed rows that GitHub, a wiki and a plain reader all show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.messages import say
from docgen.publish.comparison_summary import count_table, summary, unchanged_line, unheld, warnings
from docgen.publish.comparison_view import Marked, Passage, View, ViewRow
from docgen.publish.markdown import escape
from docgen.publish.word_changes import capital

_MARKS = {"-": ("<del>", "</del>"), "+": ("<ins>", "</ins>"), "?": ("\\[?", "?\\]")}
# not ~~ and **: beside a comma or a full stop Markdown does not take them for marks


def comparison(view: View, *, full: bool = False) -> str:
    """Return the comparison as Markdown."""
    title = say("Comparison: {old} and {new}", old=view.old_name.title, new=view.new_name.title)
    blocks = [f"# {escape(str(title))}", escape(summary(view, formal=True))]
    blocks += [f"> {escape(warning)}" for warning in warnings(view, formal=True)]
    blocks.append(table(*count_table(view)))
    rows = view.rows if full else view.changed
    if rows or view.unknown:
        blocks.append(str(say("{removed}: left out; {added}: put in.", removed="`<del>`", added="`<ins>`")))
        head = ("", escape(view.old_name.title), escape(view.new_name.title), str(say("What changed")),
                str(say("Reason, basis")))
        lines = [_cells(row) for row in rows if row.row.kinds]
        if view.unknown and not full:
            lines.append(("", f"**{escape(str(say('NOT HELD, CANNOT BE COMPARED')))}**", escape(unheld(view.unknown)),
                          escape(str(say("Nothing says that these provisions are new or were left out"))), ""))
        blocks.append(table(head, lines, escaped=True))
    if not full and (line := unchanged_line(view)):
        blocks.append(escape(line))
    return "\n\n".join(blocks) + "\n"


def table(head: Sequence[str], lines: Iterable[Sequence[str]], *, escaped: bool = False) -> str:
    """Return a table; cells are escaped unless they are already."""
    def one(cells: Sequence[str]) -> str:
        return "| " + " | ".join(cell if escaped else escape(cell) for cell in cells) + " |"

    return "\n".join([one(head), "|" + "---|" * len(head), *(one(cells) for cells in lines)])


def _cells(row: ViewRow) -> tuple[str, ...]:
    missing = escape(str(say("[…] Not held: nothing can be said.") if row.unknown else say("(none)")))
    rest = escape(str(say("[…] The rest is not held.")))
    sides = [passages(found) + (f"<br>*{rest}*" if row.breaks_off(name) else "") if found else missing
             for name, found in (("old", row.old), ("new", row.new))]
    return (str(row.number or ""), *sides, escape("; ".join(map(capital, row.changes))), escape(row.reason))


def passages(found: Iterable[Passage]) -> str:
    """Return the passages of one cell, each on a line of its own."""
    lines = []
    for passage in found:
        parts = (escape(passage.label), marked(passage.heading), marked(passage.text))
        words = " ".join(part for part in parts if part)
        said = passage.label and passage.label.rstrip(" .)-").lower() == passage.citation.lower()
        lines.append(words if said else f"({escape(capital(passage.citation))}) {words}")
    return "<br>".join(lines)


def marked(words: Marked) -> str:
    """Mark words that went, came, or face what is not held."""
    made = []
    for mark, text in words:
        opening, closing = _MARKS.get(mark, ("", ""))
        made.append(f"{opening}{escape(text)}{closing}")
    return "".join(made)
