"""A comparison on the screen: one summary line, then each changed row with its words marked [-out-] and {+in+}.

Colour only repeats what the marks say, so the same text is read in a pipe, in black and white, and by git diff.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.publish.change_words import kind_words, places
from docgen.publish.comparison_summary import summary, unchanged_line, warnings
from docgen.publish.comparison_view import Marked, Passage, View, ViewRow
from docgen.publish.lines import PLAIN, Screen, painted, wrapped
from docgen.publish.word_changes import capital

MARKS = {"-": ("[-", "-]"), "+": ("{+", "+}"), "?": ("[?", "?]")}
_COLOURS = {"-": "31", "+": "32", "?": "33", "head": "1"}


def comparison(view: View, screen: Screen = PLAIN, *, full: bool = False) -> str:
    """Return the comparison as text: summary, warnings, changed rows, unchanged ones in one line (`full`: all)."""
    first = summary(view)  # one line in a file or a pipe; a screen breaks it at a blank, not in a word
    broken = [first] if screen == PLAIN else wrapped(first, screen, "", "  ")
    lines = [painted(line, _COLOURS["head"], screen) for line in broken]
    for warning in warnings(view):
        lines += wrapped(f"! {warning}", screen, "", "  ")
    rows = view.rows if full else view.changed
    for row in rows:
        lines += ["", *_row(row, screen)]
    if not full and (line := unchanged_line(view)):
        lines += ["", *wrapped(line, screen, "", "  ")]
    return "\n".join(lines) + "\n"


def _row(row: ViewRow, screen: Screen) -> list[str]:
    where = heading(row)
    kinds = kind_words(row.row.kinds) or "-"
    head = f"{f'{row.number}. ' if row.number else ''}{capital(where)}  ({kinds})"
    lines = [painted(line, _COLOURS["head"], screen) for line in wrapped(head, screen, "", "   ")]
    if row.inline:
        lines += [line for passage in row.inline for line in _passage(passage, screen, "   ")]
    elif not row.old:
        lines += [line for passage in row.new for line in _passage(passage, screen, " ? " if row.unknown else " + ")]
    elif not row.new:
        lines += [line for passage in row.old for line in _passage(passage, screen, " ? " if row.unknown else " - ")]
    else:
        lines += [line for passage in row.old for line in _passage(passage, screen, " < ")]
        lines += [line for passage in row.new for line in _passage(passage, screen, " > ")]
    for change in row.changes:
        lines += wrapped(f"   * {capital(change)}", screen, "", "     ")
    if row.reason:
        lines += wrapped(f"   # {row.reason}", screen, "", "     ")
    return lines


def heading(row: ViewRow) -> str:
    """Name the places of a row: once if both sides have the same address."""
    old, new = places(row.row.old), places(row.row.new)
    if not row.row.old or not row.row.new or old == new:
        return new or old
    return f"{old} → {new}"


def _passage(passage: Passage, screen: Screen, margin: str) -> list[str]:
    words = " ".join(part for part in (passage.label, marked(passage.heading), marked(passage.text)) if part)
    return coloured(wrapped(words, screen, margin), screen, margin)


def marked(words: Marked) -> str:
    """Return words with the marks that survive without colour."""
    return "".join(f"{MARKS[mark][0]}{text}{MARKS[mark][1]}" if mark in MARKS else text for mark, text in words)


def coloured(lines: Sequence[str], screen: Screen, margin: str) -> list[str]:
    """Colour what stands between the marks, also where it runs over several lines."""
    if not screen.colour:
        return list(lines)
    found: list[str] = []
    inside = margin.strip() if margin.strip() in ("-", "+", "?") else ""
    whole = inside
    for line in lines:
        made = f"\x1b[{_COLOURS[inside]}m" if inside else ""
        place = 0
        while place < len(line):
            two = line[place:place + 2]
            opened = next((mark for mark, (opening, _) in MARKS.items() if two == opening), "")
            if opened and not inside:
                made += f"\x1b[{_COLOURS[opened]}m"
                inside = opened
            if inside and not whole and two == MARKS[inside][1]:
                made += f"{two}\x1b[0m"
                inside, place = "", place + 2
                continue
            made += line[place]
            place += 1
        found.append(f"{made}\x1b[0m" if inside else made)
    return found
