"""Edits as a reader wants them: few, whole phrases, beginning and ending at marks of punctuation where they can."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from docgen.vietnamese.syllables import Token


class Edit(NamedTuple):
    """A stretch of tokens: the same on both sides, or changed (old taken out, new put in)."""

    same: bool
    old: int
    old_end: int
    new: int
    new_end: int


def readable(old: Sequence[Token], new: Sequence[Token], edits: list[Edit], keep_edges: bool) -> list[Edit]:
    """Join edits with little between them, and slide those that fit in several places to the clearest one.

    `keep_edges` leaves the first and the last edit as they are: they face words that are not held.
    """
    first = edits[:1] if keep_edges and edits and not edits[0].same else []
    last = edits[-1:] if keep_edges and len(edits) > 1 and not edits[-1].same else []
    middle = edits[len(first):len(edits) - len(last)]
    return [*first, *_slid(old, new, _joined(old, new, middle)), *last]


def _joined(old: Sequence[Token], new: Sequence[Token], edits: list[Edit]) -> list[Edit]:
    """Give up a common run that is no longer than the edits on both of its sides: it is common by chance."""
    if len(edits) < 3:
        return edits
    size_old, size_new = _words_until(old), _words_until(new)

    def weight(edit: Edit) -> int:
        taken = size_old[edit.old_end] - size_old[edit.old]
        return taken if edit.same else max(taken, size_new[edit.new_end] - size_new[edit.new])

    out: list[Edit] = []
    weights: list[int] = []
    for edit in edits:
        out.append(edit)
        weights.append(weight(edit))
        while not out[-1].same and len(out) >= 3 and weights[-2] <= weights[-3] and weights[-2] <= weights[-1]:
            out[-3:] = [Edit(False, out[-3].old, out[-1].old_end, out[-3].new, out[-1].new_end)]
            weights[-3:] = [weight(out[-1])]
    return out


def _words_until(side: Sequence[Token]) -> list[int]:
    return list(accumulate([token.is_word for token in side], initial=0))


def _slid(old: Sequence[Token], new: Sequence[Token], edits: list[Edit]) -> list[Edit]:
    """Move each pure insertion or deletion between two common runs to where its borders read best."""
    out = list(edits)
    for place in range(1, len(out) - 1):
        before, edit, after = out[place - 1:place + 2]
        if edit.same or not (before.same and after.same):
            continue
        if edit.old == edit.old_end:
            side, start, end = new, edit.new, edit.new_end
        elif edit.new == edit.new_end:
            side, start, end = old, edit.old, edit.old_end
        else:
            continue
        left = 0
        while left < before.old_end - before.old - 1 and _alike(side[start - left - 1], side[end - left - 1]):
            left += 1
        right = 0
        while right < after.old_end - after.old - 1 and _alike(side[start + right], side[end + right]):
            right += 1
        shift = max(range(-left, right + 1), key=lambda step: (_border(side, start + step, end + step), -abs(step)))
        if shift:
            out[place - 1] = Edit(True, before.old, before.old_end + shift, before.new, before.new_end + shift)
            out[place] = Edit(False, edit.old + shift, edit.old_end + shift, edit.new + shift, edit.new_end + shift)
            out[place + 1] = Edit(True, after.old + shift, after.old_end, after.new + shift, after.new_end)
    return out


def _alike(one: Token, other: Token) -> bool:
    return one.printed == other.printed


def _border(side: Sequence[Token], start: int, end: int) -> int:
    """Rate how well an edit reads: best a whole clause or sentence, then a phrase with the comma before it."""
    score = 0
    before, last = side[start - 1], side[end - 1]
    if not before.is_word and before.key in ".;:":
        score += 4
    if not last.is_word and last.key in ".;:":
        score += 4
    if not side[start].is_word:
        score += 2
    if not last.is_word and last.key == ",":
        score += 1
    return score
