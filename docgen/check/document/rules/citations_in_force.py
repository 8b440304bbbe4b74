"""Every document cited is in force: replaced before the day of the paper it is dead, replaced since it is outdated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.document.plain import plain
from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.messages import Message, say
from docgen.versions.as_of import standing
from docgen.versions.register import Edition

_AS_HISTORY = re.compile(r"thay thế|bãi bỏ|hết hiệu lực|trước đây|thay cho|tổng kết")
"""A text that says it replaces another one, or looks back at it, does not rest on it."""


def citations_are_in_force(reviewed: Reviewed) -> Iterator[Remark]:
    """Ask the registers about every document cited, and about what the clauses of a docgen document rest on."""
    said: set[tuple[int, str, str]] = set()
    for cited in reviewed.citations:
        if not cited.document:
            continue
        text = reviewed.paper.lines[cited.line].text
        before = plain(text[max(0, cited.start - 60):cited.start])
        behind = plain(text[cited.end:cited.end + 60])
        if _AS_HISTORY.search(before) or re.search(r"(?:đã )?(?:hết hiệu lực|bị thay thế)", behind):
            continue
        editions = reviewed.law.meant(cited.document, cited.dated)
        if len(editions) == 1 and (cited.line, editions[0].id, cited.address) not in said:
            said.add((cited.line, editions[0].id, cited.address))
            yield from _judged(reviewed, editions[0], cited.address, cited.line, text[cited.start:cited.end])
    made = reviewed.paper.made_from
    by_clause = {line.clause: place for place, line in enumerate(reviewed.paper.lines) if line.clause and line.first}
    for clause in made.clauses if made else ():
        for basis in clause.basis:
            name, _, address = basis.partition(":")
            edition = reviewed.law.registers.get(name)
            place = by_clause.get(clause.id, -1)
            if edition is not None and place >= 0 and (place, name, address) not in said:
                yield from _judged(reviewed, edition, address, place, "")


def _judged(reviewed: Reviewed, edition: Edition, address: str, line: int, words: str) -> Iterator[Remark]:
    then = standing(edition, reviewed.day).status
    now = standing(edition, reviewed.today).status
    name = edition.name
    if then == "replaced":
        yield remark("review-citation-dead", "error",
                     say("{name} was replaced before the day of this document.", name=name),
                     _instead(reviewed, edition, address), line=line, words=words)
    elif now == "replaced":
        yield remark("review-citation-outdated", "error",
                     say("{name} has been replaced since this document was issued.", name=name),
                     _instead(reviewed, edition, address), line=line, words=words, outdated=True)
    elif "not_known" in (then, now) and edition.replaced_by and words:
        yield remark("review-citation-doubtful", "note",
                     say("It is not settled whether {name} is still in force: something is said to have replaced it.",
                         name=name),
                     say("docgen log {edition} shows who says so and how sure that is.", edition=edition.id),
                     line=line, words=words)


def _instead(reviewed: Reviewed, edition: Edition, address: str) -> Message:
    now = reviewed.law.succession.now(edition, address)
    if now is None:
        return say("Look for the document that is in force and cite that.")
    if not address:
        return say("Now: {citation}.", citation=now.citation)
    if now.addresses:
        return say("What is cited here now stands in {citation}.", citation=now.citation)
    if now.known:
        return say("{citation} has no counterpart of what is cited here: the clause needs another basis.",
                   citation=now.citation)
    return say("Now {citation} is in force; where the provision stands in it is not known, since not all of the texts "
               "is held.", citation=now.citation)
