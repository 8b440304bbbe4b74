"""The numbers of the result: those of the person's document, moved on by what docgen puts in or takes out before them.

Where a list is docgen's alone, it gets the numbers docgen would print. Where the person added, took out, moved or
renumbered something in it, their own numbers count, and only shift.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.renew.merge_order import Entry
from docgen.renew.merge_paragraphs import Label, Para, parents

_THROUGHOUT = frozenset({"article", "chapter"})
"""Ranks numbered through the whole document; the others begin anew under each heading."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The three texts, and which paragraph of then each of the person's is."""

    base: Sequence[Para]
    theirs: Sequence[Para]
    new: Sequence[Para]
    base_of: Mapping[int, int]


def final_numbers(entries: Sequence[Entry], sides: Sides) -> list[str]:
    """Return for every entry the label it has in the result, as printed; "" for none."""
    walk = _Numbers(entries, sides)
    lists: dict[tuple[int, str], list[int]] = {}
    above = _above(entries)
    for place in range(len(entries)):
        label = walk.printed[place]
        if label is not None:
            lists.setdefault((-1 if label.rank in _THROUGHOUT else above[place], label.rank), []).append(place)
    for members in lists.values():
        walk.number(members)
    for place in range(len(entries)):
        walk.sole(place)
    return walk.final


def _above(entries: Sequence[Entry]) -> list[int]:
    """Return for every entry the one it belongs to: what is taken out no longer heads what stays."""
    above = list(parents([entry.depth for entry in entries]))
    standing = [place for place, entry in enumerate(entries) if entry.fate != "removed"]
    for place, at in zip(standing, parents([entries[place].depth for place in standing]), strict=True):
        above[place] = standing[at] if at >= 0 else -1
    return above


class _Numbers:
    def __init__(self, entries: Sequence[Entry], sides: Sides) -> None:
        self.entries, self.sides = entries, sides
        self.printed = [self._printed(entry) for entry in entries]
        self.final = [label.text if label else "" for label in self.printed]
        self.siblings = _siblings(sides.new)

    def _printed(self, entry: Entry) -> Label | None:
        para = self.sides.new[entry.new] if entry.fate == "added" else self.sides.theirs[entry.theirs]
        if entry.fate == "kept" and self._follows_docgen(entry) and (label := self.sides.new[entry.new].label) and (
                para.label is None or para.label.rank != label.rank):
            return label  # a clause that stood alone and has got company, or has another rank now
        return para.label

    def _follows_docgen(self, entry: Entry) -> bool:
        """Tell whether the number of a kept paragraph is still the one docgen gave it."""
        at = self.sides.base_of.get(entry.theirs, -1)
        return at >= 0 and entry.new >= 0 and _text(self.sides.base[at]) == _text(self.sides.theirs[entry.theirs])

    def number(self, members: Sequence[int]) -> None:
        """Number one list: as docgen would if it is docgen's alone, else the person's numbers, shifted."""
        standing = [place for place in members if self.entries[place].fate != "removed"]
        news = [self.entries[place].new for place in standing]
        whole = self.siblings.get(news[0], ()) if news else ()
        if news and tuple(news) == whole and all(self.entries[place].fate == "added" or self._follows_docgen(
                self.entries[place]) for place in standing):
            for place in standing:
                self.final[place] = _text(self.sides.new[self.entries[place].new])
            return
        shift, before = 0, 0
        for step, place in enumerate(members):
            entry, label = self.entries[place], self.printed[place]
            if label is None:
                continue
            if entry.fate == "removed":
                shift -= 1
            elif entry.fate == "added":
                following = self._first(members[step + 1:], shift)
                before = before + 1 if before else following or label.value
                self.final[place] = label.before + label.numbered(before) + label.after
                if following <= before:  # a number the person has left free is taken, and the others stay
                    shift += 1
            else:
                before = label.value + shift if label.value + shift > 0 else label.value
                if shift:
                    self.final[place] = label.before + label.numbered(before) + label.after

    def _first(self, behind: Sequence[int], shift: int) -> int:
        """Return the number the next of the person's own in a list would get if nothing were put before it, or 0."""
        for place in behind:
            label = self.printed[place]
            if self.entries[place].fate == "removed":
                shift -= 1
            elif self.entries[place].fate == "kept" and label is not None:
                return label.value + shift
        return 0

    def sole(self, place: int) -> None:
        """Take the number from a clause docgen now leaves alone in its article, if the person left it alone too."""
        entry = self.entries[place]
        if entry.fate != "kept" or entry.new < 0 or not self.printed[place] or not self._follows_docgen(entry):
            return
        if self.sides.new[entry.new].label is not None:
            return
        end = place + 1
        while end < len(self.entries) and self.entries[end].depth >= entry.depth:
            end += 1
        start = place
        while start and self.entries[start - 1].depth >= entry.depth:
            start -= 1
        others = [at for at in range(start, end) if at != place and self.entries[at].depth == entry.depth
                  and self.entries[at].fate != "removed" and self.printed[at]]
        if not others:
            self.final[place] = ""


def _text(para: Para) -> str:
    return para.label.text if para.label else ""


def _siblings(paras: Sequence[Para]) -> dict[int, tuple[int, ...]]:
    """Return for every numbered paragraph the whole list it stands in."""
    above = parents([para.depth for para in paras])
    lists: dict[tuple[int, str], list[int]] = {}
    for place, para in enumerate(paras):
        if para.label is not None:
            rank = para.label.rank
            lists.setdefault((-1 if rank in _THROUGHOUT else above[place], rank), []).append(place)
    return {place: tuple(members) for members in lists.values() for place in members}
