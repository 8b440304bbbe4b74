"""Words between quotation marks, and clauses said to be word for word, are those of the regulation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from docgen.check.document.remark import Remark, remark
from docgen.check.document.resting import Quoted, words_of
from docgen.check.document.subject import Reviewed
from docgen.messages import Message, say
from docgen.model.citation import cite
from docgen.vietnamese.folding import fold

_MARKED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|«([^»]+)»")
_LEFT_OUT = re.compile(r"\(?\s*(?:…|\.\.\.)\s*\)?|\[…\]")
_SHORTEST = 6
"""Words; shorter ones between marks are names and sayings."""
_SOME, _MOST, _SURE = 0.3, 0.65, 8
"""Which part of the words must stand in a provision that the line cites, and in one it does not cite; and how many."""
_NEARLY = 0.86
_LONG_ENOUGH = 14
_FEW = 3
_HEAD = 4
"""Words at the beginning of a clause: whom it speaks of is for each cell to say."""
_WORD = re.compile(r"\w+")


def quotations_agree(reviewed: Reviewed) -> Iterator[Remark]:
    """Hold what is quoted against the wording of the held texts."""
    made = reviewed.paper.made_from
    for place in reviewed.parts.articles:
        line = reviewed.paper.lines[place]
        marked = [next(filter(None, match.groups())) for match in _MARKED.finditer(line.text)]
        for quoted in marked:
            for part in _LEFT_OUT.split(quoted):
                yield from _quotation(reviewed, place, part.strip(" ,;.:"))
        clause = made.clause(line.clause) if made and line.clause else None
        if clause is not None and clause.kind == "verbatim":
            yield from _quotation(reviewed, place, line.words)
        elif not marked and clause is None:
            yield from _nearly(reviewed, place)


def _quotation(reviewed: Reviewed, place: int, quoted: str) -> Iterator[Remark]:
    words = words_of(quoted)
    if len(words) < _SHORTEST:
        return
    found = list(reviewed.law.index.quotations({place: quoted}, shortest=4))
    cited = {(edition.id, one.address) for one in reviewed.citations if one.line == place and one.document
             for edition in reviewed.law.meant(one.document, one.dated)}
    near = [one for one in found if (one.edition, one.address) in cited and one.share_of_line >= _SOME] or [
        one for one in found if one.share_of_line >= _MOST and len(words) >= _SURE]
    if not near or any(one.longest == one.words for one in found):
        return
    best = max(near, key=lambda one: (one.shared, one.edition, one.address))
    yield remark("review-quotation", "error",
                 say("These words stand between quotation marks and differ from {place}: {difference}.",
                     place=_named(reviewed, best), difference=_difference(reviewed, best, quoted)),
                 say("Copy the words of the regulation, or take the quotation marks away."), line=place, words=quoted)


def _nearly(reviewed: Reviewed, place: int) -> Iterator[Remark]:
    """A whole provision taken over with one or two words changed inside may be a slip; said, and left to the reader."""
    for one in reviewed.quotations.get(place, ())[:1]:
        if one.words < _LONG_ENOUGH or one.share_of_line < _NEARLY or one.share_of_provision < _NEARLY:
            continue
        ours = words_of(reviewed.paper.lines[place].words)
        theirs = words_of(_wording(reviewed, one))
        changes = [code for code in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
                   if code[0] != "equal"]
        inside = [code for code in changes if code[1] >= _HEAD and code[3] >= _HEAD and max(code[2], code[4]) < max(
            len(theirs), len(ours))]
        if inside and len(inside) == len(changes) and sum(
                max(code[2] - code[1], code[4] - code[3]) for code in changes) <= _FEW:
            yield remark("review-wording", "warning",
                         say("This is {place} almost word for word; it differs in: {difference}.",
                             place=_named(reviewed, one),
                             difference=_difference(reviewed, one, reviewed.paper.lines[place].words)),
                         say("If it is meant so, nothing is to be done; if it is a slip, take the regulation's words."),
                         line=place)


def _named(reviewed: Reviewed, one: Quoted) -> str:
    edition = reviewed.law.registers.get(one.edition)
    return cite(one.address, edition.name if edition else one.edition)


def _wording(reviewed: Reviewed, one: Quoted) -> str:
    return reviewed.law.wording[one.edition, one.address]


def _difference(reviewed: Reviewed, one: Quoted, quoted: str) -> Message:
    """Say the first words that differ; only what faces the quoted stretch counts."""
    ours, theirs = _WORD.findall(quoted), _WORD.findall(_wording(reviewed, one))
    folded_ours, folded_theirs = [fold(word) for word in ours], [fold(word) for word in theirs]
    for tag, start, end, first, last in SequenceMatcher(
            None, folded_theirs, folded_ours, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "delete" and (first == 0 or first == len(ours))):
            continue
        if first == last:
            return say("“{law}” is left out", law=" ".join(theirs[start:end]))
        if start == end:
            return say("“{ours}” is added", ours=" ".join(ours[first:last]))
        # a word to each side: half of a Vietnamese word says little
        return say("“{ours}” stands for “{law}”", ours=" ".join(ours[max(first - 1, 0):last + 1]),
                   law=" ".join(theirs[max(start - 1, 0):end + 1]))
    return say("the order of the words")

