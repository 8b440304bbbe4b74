"""What happened to a provision, in the words an office uses: "thay … bằng …", "bổ sung …", "thành khoản 3 Điều 6"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.compare.comparison import Row, Words
from docgen.messages import say
from docgen.model.citation import cite
from docgen.model.level import TERMS, Level

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

_WORD = re.compile(r"\w+")
_QUOTED_WORDS = 14
_MOST_CHANGES = 6


def kind_words(kinds: Sequence[str]) -> str:
    """Name the kinds of a row, in their order."""
    return ", ".join(str(KIND_WORDS[kind]) for kind in kinds)


def level_words(level: Level) -> str:
    """Name a rank as it is printed: Điều, khoản, điểm."""
    return TERMS[level].word if level is not Level.PARAGRAPH else str(say("paragraphs"))


def places(addresses: Sequence[str]) -> str:
    """Cite several addresses, one behind the other."""
    return ", ".join(cite(address) for address in addresses)


def changes(row: Row) -> tuple[str, ...]:
    """Say what happened to a row, one sentence each: where it went, what its title and its words became."""
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
    if "spelling" in kinds:
        found.append(str(say("Spelling or final mark only")))
    if "unknown" in kinds and row.pairs:
        found.append(str(say("The rest cannot be compared: it is not held here")))
    return tuple(found)


def word_changes(words: Words) -> tuple[str, ...]:
    """Say what became of the words of one pair: replaced, put in, left out, in another order."""
    found: list[str] = []
    swaps: set[int] = set()
    place = 0
    while place < len(words):
        span = words[place]
        after = words[place + 1] if place + 1 < len(words) else None
        if span.swap:
            if span.swap not in swaps:
                swaps.add(span.swap)
                found.append(str(say("“{words}” in another order", words=quoted(span.text))))
        elif span.mark == "-" and after is not None and after.mark == "+" and not after.swap:
            found.append(_replaced(span.text, after.text))
            place += 1
        elif span.mark == "+" and after is not None and after.mark == "-" and not after.swap:
            found.append(_replaced(after.text, span.text))
            place += 1
        elif span.mark == "+":
            found.append(str(say("“{words}” put in", words=quoted(span.text))))
        elif span.mark == "-":
            found.append(str(say("“{words}” left out", words=quoted(span.text))))
        place += 1
    if len(found) > _MOST_CHANGES:
        rest = len(found) - _MOST_CHANGES
        return (*found[:_MOST_CHANGES], str(say("and {count} more changes of words", count=rest)))
    return tuple(found)


def _replaced(old: str, new: str) -> str:
    if sorted(_WORD.findall(old.lower())) == sorted(_WORD.findall(new.lower())) and len(_WORD.findall(old)) > 1:
        return str(say("“{old}” put into another order: “{new}”", old=quoted(old), new=quoted(new)))
    return str(say("“{old}” became “{new}”", old=quoted(old), new=quoted(new)))


def quoted(text: str) -> str:
    """Return words to be quoted; a long run keeps its beginning and its end."""
    words = text.split()
    if len(words) <= _QUOTED_WORDS:
        return " ".join(words)
    half = _QUOTED_WORDS // 2
    return f"{' '.join(words[:half])} … {' '.join(words[-half:])}"
