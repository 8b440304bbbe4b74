"""What happened to a provision, in the words an office uses: "thay … bằng …", "bổ sung …", "thành khoản 3 Điều 6"."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.compare.comparison import Row
from docgen.messages import say
from docgen.model.citation import cite
from docgen.model.level import TERMS, Level
from docgen.publish.word_changes import word_changes

KIND_WORDS = {
    "unchanged": say("unchanged"),
    "spelling": say("spelling only"),
    "reworded": say("reworded"),
    "renumbered": say("renumbered"),
    "moved": say("moved"),
    "split": say("split"),
    "merged": say("merged"),
    "added": say("added"),
    "removed": say("removed"),
    "unknown": say("cannot be compared"),
}
"""Every kind of the contract as a person reads it."""


def kind_words(kinds: Sequence[str]) -> str:
    """Name the kinds of a row, in their order."""
    return ", ".join(str(KIND_WORDS[kind]) for kind in kinds)


def level_words(level: Level) -> str:
    """Name a rank as it is printed: Điều, khoản, điểm."""
    return TERMS[level].word if level is not Level.PARAGRAPH else str(say("paragraphs"))


def places(addresses: Sequence[str]) -> str:
    """Cite several addresses, one behind the other."""
    return ", ".join(cite(address) for address in addresses)


def changes(row: Row, beside: Sequence[str] = ()) -> tuple[str, ...]:
    """Say what happened to a row, one sentence each: where it went, what its title and its words became.

    `beside` are the changes of words of a row of several provisions, which no single pair can tell.
    """
    found: list[str] = []
    old, new = places(row.old), places(row.new)
    kinds = set(row.kinds)
    if "added" in kinds:
        found.append(str(say("New provision")))
    if "removed" in kinds:
        found.append(str(say("Left out")))
    if "unknown" in kinds and not row.pairs:
        found.append(str(say("Cannot be compared: the other text is not held here")))
    if "split" in kinds:
        found.append(str(say("Split into {places}", places=new)))
    if "merged" in kinds:
        found.append(str(say("Merged from {places}", places=old)))
    if "moved" in kinds:
        found.append(str(say("Moved: {old} is now {new}", old=old, new=new)) if old != new else
                     str(say("Moved to another place")))
    elif "renumbered" in kinds and not kinds & {"split", "merged"}:
        found.append(str(say("Renumbered: {old} is now {new}", old=old, new=new)))
    if len(row.old) == len(row.new) == 1:
        for pair in row.pairs:
            found += [str(say("Title: {change}", change=one)) for one in word_changes(pair.heading)]
            found += word_changes(pair.words)
    found += beside
    if "spelling" in kinds:
        found.append(str(say("Spelling or final mark only")))
    if "unknown" in kinds and row.pairs:
        found.append(str(say("The rest cannot be compared: it is not held here")))
    return tuple(found)
