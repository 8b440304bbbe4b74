"""What a person sees in the terminal: tables of editions, provisions with their address, findings, open points."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterable, Sequence

from docgen.draft.field import Field, FieldList
from docgen.draft.opens import OpenItem
from docgen.draft.question_words import answer_words, plain_value
from docgen.messages import Message, say
from docgen.model.address import walk
from docgen.model.citation import gap_sentence
from docgen.model.finding import Finding
from docgen.model.tree import Gap, Line, Provision, Regulation
from docgen.publish.lines import PLAIN, Screen, painted, wrapped
from docgen.publish.narrow_list import narrow_list
from docgen.publish.page import Page
from docgen.publish.status_words import STATUS_WORDS

_HEADINGS = (say("Edition"), say("Number"), say("Issued"), say("From"), say("Until"), say("Status"), say("Sure"),
             say("Text"))
_HELD = {"full": say("full"), "partial": say("in part"), "none": say("not held")}
_SEVERITY = {"error": (say("error"), "1;31"), "warning": (say("warning"), "33"), "note": (say("note"), "36")}


def works(listing: Sequence[dict[str, object]], screen: Screen = PLAIN) -> str:
    """Show the works as tables, one line for each edition; "?" stands for what nobody knows."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    buffer = io.StringIO()
    console = Console(file=buffer, width=screen.width, force_terminal=screen.colour, emoji=False, highlight=False,
                      markup=False, color_system="standard" if screen.colour else None)
    headings = [str(heading) for heading in _HEADINGS]
    tables = [(work, [_row(row) for row in _rows(work)]) for work in listing]
    every = [headings, *(row for _, rows in tables for row in rows)]
    # the same columns under every work, so that the eye can run down them
    widths = [max(len(row[column]) for row in every) for column in range(len(headings))]
    fits = sum(widths) + len(widths) <= screen.width
    for place, (work, rows) in enumerate(tables):
        if place:
            console.print()
        console.print(Text(f"{work['slug']}: {work['title']}", style="bold"))
        if not fits:
            console.print(Text("\n".join(narrow_list(headings, rows, screen))))
            continue
        table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="")
        for heading, width in zip(headings, widths, strict=True):
            table.add_column(heading, min_width=width)
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        console.print(table)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _rows(work: dict[str, object]) -> list[dict[str, object]]:
    editions = work["editions"]
    return list(editions) if isinstance(editions, (list, tuple)) else []


def _row(row: dict[str, object]) -> list[str]:
    status = str(row["status"])
    return [str(row["edition"]), str(row["number"] or "-"), str(row["issued_on"] or "?"),
            str(row["in_force_from"] or "?"),
            str(row["in_force_until"] or ("-" if status in {"in_force", "not_yet"} else "?")),
            str(STATUS_WORDS[status]), str(row["certainty"] or "?"), _held(row)]


def _held(row: dict[str, object]) -> str:
    held = str(_HELD[str(row["completeness"])])
    return held if row.get("publish", True) else f"{held}; {say('not for publication')}"


def provision(page: Page, screen: Screen = PLAIN) -> str:
    """Show one provision with its address and citation, or a whole text with the address behind each provision."""
    lines = [f"{page.place}  ({page.citation})" if page.citation else page.place, ""]
    if page.node is None:
        lines += _regulation(page.regulation, screen)
    else:
        lines += _node(page.node, screen, 0, {})
    return "\n".join(lines).rstrip() + "\n"


def _regulation(regulation: Regulation, screen: Screen) -> list[str]:
    addresses = {id(node): address for address, node in walk(regulation)}
    lines: list[str] = []
    for zone in (regulation.letterhead, regulation.title):
        lines += [*_lines(zone, screen), ""] if zone else []
    for nodes in (regulation.preamble, regulation.provisions, regulation.closing):
        for node in nodes:
            lines += _node(node, screen, 0, addresses)
    if regulation.recipients:
        lines += [regulation.recipients_heading]
        for node in regulation.recipients:
            lines += [line for line in _node(node, screen, 0, addresses) if line]
        lines += [""]
    lines += _lines(regulation.signature, screen)
    for annex in regulation.annexes:
        lines += ["", *_node(annex, screen, 0, addresses)]
    if regulation.stamps or regulation.copy_note:
        lines += ["", f"-- {say('On the copy, no words of the text')} --",
                  *_lines((*regulation.stamps, *regulation.copy_note), screen)]
    return lines


def _lines(zone: Iterable[Line], screen: Screen) -> list[str]:
    return [part for line in zone
            for part in wrapped(gap_sentence(line.text) if isinstance(line, Gap) else line, screen)]


def _node(node: Provision | Gap, screen: Screen, depth: int, addresses: dict[int, str]) -> list[str]:
    indent = "  " * min(depth, 6)
    if isinstance(node, Gap):
        return [*wrapped(gap_sentence(node.text), screen, indent), ""]
    head = node.label if node.heading_on_own_line else " ".join(part for part in (node.label, node.heading) if part)
    paragraphs = [head] if head else []
    if node.heading and node.heading_on_own_line:
        paragraphs.append(node.heading)
    if node.text and not node.heading and paragraphs:
        paragraphs[-1] += f" {node.text}"
    elif node.text:
        paragraphs.append(node.text)
    if paragraphs and (address := addresses.get(id(node))):
        paragraphs[0] += f"  [{address}]"  # behind the first paragraph: that is where an eye looks for it
    lines = [line for paragraph in paragraphs for line in wrapped(paragraph, screen, indent)]
    lines += [""]
    for child in node.children:
        lines += _node(child, screen, depth + 1, addresses)
    return lines


def findings(found: Sequence[Finding], screen: Screen = PLAIN) -> str:
    """Show findings one below the other: where, how grave, what was found, what to do."""
    lines: list[str] = []
    for finding in found:
        word, colour = _SEVERITY[finding.severity]
        place = ":".join(str(part) for part in (finding.file, finding.line or "", finding.column or "") if part)
        where = ", ".join(part for part in (place, finding.address) if part)
        head = f"{where + ': ' if where else ''}{painted(str(word), colour, screen)}: {finding.message}"
        lines += [head]
        if str(finding.remedy):
            lines += [f"    {finding.remedy}"]
    return "\n".join(lines)


def summary(found: Sequence[Finding]) -> Message:
    """Say in one line how many findings of each kind there are."""
    count = {kind: sum(finding.severity == kind for finding in found) for kind in _SEVERITY}
    if not found:
        return say("No faults found.")
    return say("{errors} error(s), {warnings} warning(s), {notes} note(s).", errors=count["error"],
               warnings=count["warning"], notes=count["note"])


def observations(rows: Iterable[tuple[str, str, str]], screen: Screen = PLAIN) -> str:
    """Show what doctor saw: one line for each thing, its remedy under it."""
    marks = {"ok": say("[ok]"), "missing": say("[missing]"), "unknown": say("[unknown]")}
    width = max(len(str(mark)) for mark in marks.values())
    lines: list[str] = []
    for state, message, remedy in rows:
        indent = " " * (width + 1)
        lines += wrapped(f"{str(marks[state]).ljust(width)} {message}", screen, "", indent)
        lines += [f"{indent}-> {remedy}"] if remedy else []
    return "\n".join(lines) + "\n"


OPEN_HEADINGS = {
    "history": say("History, not to be issued any more:"),
    "law": say("Not sure whether it still governs; find out before signing:"),
    "blank": say("Left blank, to be written in before signing:"),
    "proposed": say("Proposed, set by no text; the office decides (in brackets: where it stands in the "
                    "draft):"),
    "form": say("Form no text held settles; compare with the guidance in force:"),
    "basis": say("Legal bases whose text is not held; compare before signing (in brackets: where they are used in "
                 "the draft):"),
}
"""What stands above the open points of each kind, in the order in which they are shown."""


def open_points(items: Sequence[OpenItem], screen: Screen = PLAIN) -> str:
    """Show what is still to be written in, decided or looked up after drafting, each kind under its heading."""
    if not items:
        return str(say("Nothing is left open."))
    lines: list[str] = []
    for kind, heading in OPEN_HEADINGS.items():
        chosen = [item for item in items if item.kind == kind]
        lines += [str(heading)] if chosen else []
        for item in chosen:
            value = f": {item.value}" if item.kind in ("proposed", "law", "history", "form") else ""
            places = f" ({_some(item.places)})" if item.places and item.kind != "blank" else ""
            lines += wrapped(f"{item.label}{value}{places}", screen, "  - ", "    ")
    return "\n".join(lines)


def _some(places: Sequence[str], most: int = 6) -> str:
    """Name the first places and count the rest: a list of thirty is not read."""
    named = "; ".join(places[:most])
    rest = len(places) - most
    return f"{named}; {say('and {count} more places', count=rest)}" if rest > 0 else named


def questions(fields: FieldList, screen: Screen = PLAIN) -> str:
    """Show every question: its name, its label, what an answer must be, its default; required ones first."""
    lines: list[str] = []
    for required, heading in ((True, say("To be answered:")), (False, say("With a default, or not always needed:"))):
        lines += [str(heading)]
        for field in fields.fields:
            if field.required is required:
                lines += _question(field, screen.width, 1)
    return "\n".join(lines) + "\n"


def _question(field: Field, width: int, depth: int) -> list[str]:
    indent = "  " * depth
    default = plain_value(field.default)
    words = [*map(str, answer_words(field)), *([str(say("default: {value}", value=default))] if default else [])]
    lines = textwrap.wrap(f"{field.name}: {field.label}", width, initial_indent=indent, subsequent_indent=indent + "  ")
    lines += textwrap.wrap(f"[{'; '.join(words)}]", width, initial_indent=indent + "  ",
                           subsequent_indent=indent + "   ")
    for part in field.of:
        lines += _question(part, width, depth + 2)
    return lines
