"""The body of a document as a flat list of printed blocks: a chapter line, an article, a clause, a point."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

KINDS = ("chapter", "section", "head", "article", "run_in_article", "clause", "point", "dash", "paragraph", "note")
"""Every kind a frame must print; `note` is a remark that is no word of the text ("[…] Chưa có …")."""

BOOKMARK_PREFIX = "_dg_"
BOOKMARK_LENGTH = 40
"""Word cuts longer names; a leading underscore hides a bookmark from the list in Word's window."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the body (two for a chapter with its name), numbered as it is to be printed.

    `heading` is the name under "Chương I"; `rest` the words after the bold "Điều 1." of an article without heading;
    `bookmark` the id of the clause, kept in the file as a hidden bookmark round `text`.
    """

    kind: str
    text: str
    heading: str = ""
    bookmark: str = ""
    rest: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of block: {self.kind}")


def bookmark_name(clause: str) -> str:
    """Return the hidden bookmark of a clause id: `pham-vi.noi-dung` is `_dg_pham_vi_noi_dung`."""
    name = BOOKMARK_PREFIX + re.sub(r"[^0-9A-Za-z]", "_", clause)
    if len(name) <= BOOKMARK_LENGTH:
        return name
    return name[: BOOKMARK_LENGTH - 9] + "_" + hashlib.sha256(clause.encode()).hexdigest()[:8]


def bookmark_names(clauses: Iterable[str]) -> tuple[str, ...]:
    """Return one bookmark name per clause id, "" for an empty id; ids that give the same name are told apart."""
    taken: set[str] = set()
    names = []
    for clause in clauses:
        name = bookmark_name(clause) if clause else ""
        number = 2
        # Word compares names of bookmarks without regard to capitals
        while name and name.lower() in taken:
            suffix = f"_{number}"
            name, number = bookmark_name(clause)[: BOOKMARK_LENGTH - len(suffix)] + suffix, number + 1
        taken.add(name.lower())
        names.append(name)
    return tuple(names)
