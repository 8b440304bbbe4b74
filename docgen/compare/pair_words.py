"""The words of one pair: few readable spans that rebuild both sides letter for letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from docgen.compare.comparison import Span, Words
from docgen.compare.matching import Alphabet, Match, match
from docgen.compare.readable import Edit, readable
from docgen.compare.units import Unit
from docgen.vietnamese.syllables import Token, count_words, tokens, words

_ENDS = frozenset(";.")
_SWAP_WORDS = 2
"""Words a run needs to count as having changed places; a single word stands anywhere."""

_AT_ENDS = " ,;.:"
_CHANGED = frozenset("-+")


class Compared(NamedTuple):
    """The spans of a pair, how many words it shares, and whether a budget bit."""

    spans: Words
    shared: int
    limited: bool = False

    def has(self, *marks: str) -> bool:
        """Tell whether any span carries one of the marks."""
        return any(span.mark in marks for span in self.spans)


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not held at the edges of a pair: for either side before and after its own words.

    "?" must say of one side only what it faces; where both break off, it is the shorter one.
    """

    old_before: bool = False
    old_after: bool = False
    new_before: bool = False
    new_after: bool = False


    @classmethod
    def at(cls, old: Unit, new: Unit) -> Missing:
        """Return what is missing at the edges of a pair of provisions."""
        breaks_off = old.cut_before or old.cut_after
        if breaks_off and (new.cut_before or new.cut_after):
            breaks_off = (len(old.node.text), old.node.text) < (len(new.node.text), new.node.text)
        if breaks_off:
            return cls(old.cut_before, old.cut_after)
        return cls(new_before=new.cut_before, new_after=new.cut_after)


WHOLE = Missing()


def compare_words(old: str, new: str, alphabet: Alphabet, missing: Missing = WHOLE) -> Compared:
    """Compare the wording of a pair; what faces a gap is "?" and no change."""
    if old == new:
        return Compared((Span("=", old),) if old else (), count_words(old))
    one, other = tokens(old), tokens(new)
    matches, limited = match(_keys(one), _keys(other), alphabet)
    edits = readable(one, other, _edits(matches, len(one), len(other)), missing != WHOLE)
    spans = _Spans(one, other)
    for place, edit in enumerate(edits):
        spans.add(edit, facing=_facing(edit, missing, place == 0, place == len(edits) - 1))
    shared = sum([token.is_word for edit in edits if edit.same for token in one[edit.old:edit.old_end]])
    return Compared(_with_swaps(spans.done()), shared, limited)


def _keys(side: Sequence[Token]) -> list[str]:
    keys = [token.key for token in side]
    if keys and keys[-1] in _ENDS:
        keys[-1] = "\0end"  # the mark that ends an item is ; or . by its place in the list
    return keys


def _edits(matches: Sequence[Match], old_size: int, new_size: int) -> list[Edit]:
    """Return runs that both have and what stands between them, by turns."""
    edits: list[Edit] = []
    at, to = 0, 0
    for run in (*matches, Match(old_size, new_size, 0)):
        if run.old > at or run.new > to:
            edits.append(Edit(False, at, run.old, to, run.new))
        if run.size:
            edits.append(Edit(True, run.old, run.old + run.size, run.new, run.new + run.size))
        at, to = run.old + run.size, run.new + run.size
    return edits


def _facing(edit: Edit, missing: Missing, first: bool, last: bool) -> str:
    """Return which side's words of an edit stand where the other side is not held: "new", "old" or neither."""
    if edit.same:
        return ""
    if edit.new_end > edit.new and ((last and missing.old_after) or (first and missing.old_before)):
        return "new"
    if edit.old_end > edit.old and ((last and missing.new_after) or (first and missing.new_before)):
        return "old"
    return ""


class _Spans:
    """Spans while they grow: neighbours of one mark become one."""

    def __init__(self, old: Sequence[Token], new: Sequence[Token]) -> None:
        self.old, self.new = old, new
        self.out: list[Span] = []
        self.after_edit = True
        self.facing = ""

    def add(self, edit: Edit, facing: str) -> None:
        if edit.same:
            first, second = self.old[edit.old:edit.old_end], self.new[edit.new:edit.new_end]
            if first == second:
                self._put("=", "".join([token.printed for token in first]))
                self.after_edit = False
                return
            for one, other in zip(first, second, strict=True):
                self._both(one, other)
            return
        old_text = "".join([token.printed for token in self.old[edit.old:edit.old_end]])
        new_text = "".join([token.printed for token in self.new[edit.new:edit.new_end]])
        self.facing = ""
        if _is_end(self.old, edit.old, edit.old_end, old_text, new_text) or _is_end(
                self.new, edit.new, edit.new_end, new_text, old_text):
            self._put("~", old_text, new_text)
        else:
            self.facing = facing
            self._take(old_text, new_text)
        self.after_edit = True

    def _take(self, old: str, new: str) -> None:
        """Put down what only one side has; "?" where the other is not held."""
        self._put("?" if self.facing == "old" else "-", old)
        self._put("?" if self.facing == "new" else "+", new)

    def _both(self, old: Token, new: Token) -> None:
        if old.printed == new.printed:
            self._put("=", old.printed)
        elif self.after_edit and old.space != new.space:
            self._take(old.space, new.space)  # the space that goes with the words struck out before it
            self._put(*(("=", old.text) if old.text == new.text else ("~", old.text, new.text)))
        else:
            self._put("~", old.printed, new.printed)
        self.after_edit = False

    def _put(self, mark: str, text: str, other: str = "") -> None:
        if not text and not other:
            return
        for back in (1, 2):
            # "-" and "+" of one place stand side by side, whichever came first
            if len(self.out) >= back and self.out[-back].mark == mark and (
                    back == 1 or (mark == "-" and self.out[-1].mark == "+")):
                last = self.out[-back]
                self.out[-back] = Span(mark, last.text + text, last.other + other)
                return
        if mark == "-" and self.out and self.out[-1].mark == "+":
            self.out.insert(-1, Span(mark, text, other))
        else:
            self.out.append(Span(mark, text, other))

    def done(self) -> list[Span]:
        return self.out


def _is_end(side: Sequence[Token], start: int, end: int, text: str, facing: str) -> bool:
    """Tell whether an edit is only the mark that ends an item, which the other side does not print."""
    return not facing and end == len(side) and end - start == 1 and text in _ENDS


def _with_swaps(spans: list[Span]) -> Words:
    """Join the two halves of words that only changed places; they differ in marks at their ends at most."""
    blanks = [span.text.strip(_AT_ENDS).count(" ") if span.mark in _CHANGED else 0 for span in spans]
    both = {count for count, span in zip(blanks, spans, strict=True) if span.mark == "-"} & {
        count for count, span in zip(blanks, spans, strict=True) if span.mark == "+"}
    waiting: dict[tuple[str, ...], list[int]] = {}
    joined = 0
    for place, span in enumerate(spans):
        if span.mark not in _CHANGED or blanks[place] not in both or not blanks[place]:
            continue
        key = tuple(words(span.text))
        if len(key) < _SWAP_WORDS:
            continue
        others = [at for at in waiting.get(key, []) if spans[at].mark != span.mark and not spans[at].swap]
        if others:
            joined += 1
            for at in (others[0], place):
                spans[at] = Span(spans[at].mark, spans[at].text, "", joined)
        waiting.setdefault(key, []).append(place)
    return tuple(spans)
