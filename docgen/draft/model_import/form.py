"""Where a model's own form is not the official one: said, since drafts are printed in the official form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.draft.clauses import ClauseSet
from docgen.draft.model_import.paper import ModelPaper
from docgen.draft.numbering import number
from docgen.messages import Message, say

_COLON = re.compile(r"Số\s*:")
_DOTTED_AUTHORITY = re.compile(r"TM\.|KT\.|TL\.")
_MARK = re.compile(r"[\s.:)\-–/]+")


def form_remarks(paper: ModelPaper, clauses: ClauseSet) -> tuple[Message, ...]:
    """Return what is printed otherwise than in the model: numbers, signs behind them, head and signature."""
    return (*_heads(paper), *_signs(paper, clauses))


def _heads(paper: ModelPaper) -> Iterator[Message]:
    if any(_COLON.search(line) for line in paper.letterhead):
        yield say("The model writes 'Số:' with a colon; drafts print the number without one.")
    if any(_DOTTED_AUTHORITY.match(line) for line in paper.signature):
        yield say("The model signs with 'TM.'; drafts print 'T/M'.")
    told = [line for line in paper.signature if line.startswith(("T/M", "TM."))]
    if told:
        yield say("The model is signed '{authority}'; drafts print it as the facts of the cell have it ('authority:' "
                  "in its file says otherwise).", authority=told[0])
    if not any(line.zone == "recipients" for line in paper.lines):
        yield say("The model has no Nơi nhận; add its lines to clauses.md under '# Nơi nhận'.")
    if not any(line.zone == "legal_basis" for line in paper.lines):
        yield say("The model has no căn cứ; add its lines to clauses.md under '# Căn cứ'.")


def _signs(paper: ModelPaper, clauses: ClauseSet) -> Iterator[Message]:
    """Say how numbers differ from those of the model, each kind of difference once, a changed number always."""
    printed = {clauses.clauses[one.clause].id: one for one in number(clauses, [1] * len(clauses.clauses)).placed}
    told: set[tuple[str, str]] = set()
    for line in paper.lines:
        made = printed.get(line.id)
        if made is None or not line.label or line.zone != "body":
            continue
        mark = made.mark
        if _bare(line.label) != _bare(mark):
            yield say("'{label}' of the model ({place}) is printed as '{mark}'.", label=line.label, place=line.place,
                      mark=mark or "-") if mark else say(
                "'{label}' of the model ({place}) is printed without a number: it is the only one of its article.",
                label=line.label, place=line.place)
        elif line.label != mark:
            style = (re.sub(r"\w+", "N", line.label), re.sub(r"\w+", "N", mark))
            if style not in told:
                told.add(style)
                yield say("The model writes '{label}' where drafts print '{mark}', here and further on.",
                          label=line.label, mark=mark)


def _bare(mark: str) -> str:
    return _MARK.sub(" ", mark).strip().casefold()
