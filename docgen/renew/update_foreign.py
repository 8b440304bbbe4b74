"""A document of which it is not known what docgen wrote then: held against what docgen would write, and only told."""

from __future__ import annotations

from docgen.errors import NotPossible
from docgen.messages import say
from docgen.renew.merge import Conflict, Merged, Para, merge
from docgen.renew.merge_pairs import pair

_LEAST = 0.4
"""Share of docgen's words that must stand in a file to be the same document."""


def as_foreign(theirs: tuple[Para, ...], new: tuple[Para, ...]) -> Merged:
    """Return every difference as a conflict on one of the person's paragraphs, and no change at all.

    Who changed what is not known, so nothing is put in or taken out. A file with too few of the words is refused.
    """
    score = pair(new, theirs).score
    if score < _LEAST:
        raise NotPossible(
            say("The file is not that document, or too little of it is left: only {share} % of what docgen would write "
                "stands in it.", share=int(score * 100)),
            say("Check the file, the cell and the kind of document; or draft anew with docgen draft."))
    merged = merge(theirs, theirs, new)
    found: list[Conflict] = []
    at = 0
    missing: list[str] = []
    for step in merged.steps:
        if step.fate == "added":
            missing.append(new[step.new].text)
            continue
        if missing:
            found.append(Conflict("missing", at, (), (), tuple(missing)))
            missing = []
        at = step.theirs
        if step.fate == "kept" and step.new >= 0 and theirs[at].words.split() != new[step.new].words.split() and (
                step.edits):
            found.append(Conflict("differs", at, (theirs[at].text,), (), (new[step.new].text,)))
    if missing:
        found.append(Conflict("missing", at, (), (), tuple(missing)))
    return Merged(merged.steps, tuple(found), score)
