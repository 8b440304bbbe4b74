"""What is still open in a whole set of papers, each thing once, with the papers it stands in."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from docgen.draft.opens import OpenItem
from docgen.messages import say
from docgen.publish.lines import PLAIN, Screen
from docgen.publish.terminal import OPEN_HEADINGS

MOST_NAMED = 4
"""Papers named behind one thing; the others are counted."""


def open_points_of_set(documents: Sequence[tuple[str, Sequence[OpenItem]]], screen: Screen = PLAIN) -> str:
    """Show what is open in the papers of a set; `documents` are their names, as in those of their files, and points.

    Behind what is left blank stands the name under which it is answered in the cell's file.
    """
    lines: list[str] = []
    for kind, heading in OPEN_HEADINGS.items():
        found: dict[str, list[str]] = {}
        for document, items in documents:
            for item in items:
                if item.kind == kind:
                    found.setdefault(_told(item), []).append(document)
        lines += [str(heading)] if found else []
        for told, where in found.items():
            lines += textwrap.wrap(f"{told} ({_papers(where)})", screen.width, initial_indent="  - ",
                                   subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
    if not lines:
        return str(say("Nothing is left open."))
    return "\n".join([*lines, str(say("What stands in [ ] is the name under which the cell's file answers it; answered "
                                      "there, it is the same in every paper."))])


def _told(item: OpenItem) -> str:
    if item.kind == "blank":
        return f"{item.label} [{item.name}]"
    if item.kind == "form":
        return item.value.rstrip(".")
    return f"{item.label}: {item.value.rstrip('.')}" if item.value and item.kind != "basis" else item.label


def _papers(names: Sequence[str]) -> str:
    """Name the papers in short: by their number in the folder, the two quy chế by name."""
    short = list(dict.fromkeys(_short(name) for name in names))
    named = "; ".join(short[:MOST_NAMED])
    rest = len(short) - MOST_NAMED
    return f"{named}; {say('and {count} more papers', count=rest)}" if rest > 0 else named


def _short(name: str) -> str:
    _, _, paper = name.partition(".")
    # what stands behind a quy chế and begins with a figure is a paper; else it is one of several agreements
    return paper.partition(".")[0] if paper[:1].isdecimal() else name
