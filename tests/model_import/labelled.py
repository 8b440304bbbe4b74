"""The three models written for the tests, with their truth: what stands at each blank, what each clause may rest on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MODELS = Path(__file__).with_name("models")
NAMES = ("mau-dang-uy", "mau-chi-bo-xa", "mau-chi-bo-hoi")
UNSEEN = "mau-co-quan"
"""Written when everything else was ready, never used for setting a rule or a figure right."""
FIFTH = "mau-lien-hiep"
"""Written by another hand, after the rules for the first four."""
FRAMEWORKS = {FIFTH: "hoi-quan-chung", UNSEEN: "co-quan",
              "mau-dang-uy": "hoi-quan-chung", "mau-chi-bo-xa": "chi-bo-co-quan-xa", "mau-chi-bo-hoi": "hoi-quan-chung"}
NO_BLANK = ("keep", "note", "form")
"""What looks like a blank and is none to be asked about: an ellipsis, a note to the office, the official form's own."""

MANNERS = ("p", "left", "right", "centre", "bold", "italic", "table", "picture", "box", "footnote", "inserted",
           "deleted")

_MARK = re.compile(r"«([^«»=]*)=([^«»]*)»")
_SHOWN = {"leader": "\t", "underlined": "      ", "control": "Bấm để nhập nơi họp"}


@dataclass(frozen=True, slots=True)
class LabelledBlank:
    """One place to fill in: what is printed there, the question it asks, where it stands in its line."""

    shown: str
    truth: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """One line of a model: how it is set, its words as printed, its blanks, and the bases one may propose for it."""

    manner: tuple[str, ...]
    text: str
    blanks: tuple[LabelledBlank, ...] = ()
    bases: tuple[str, ...] | None = None


@cache
def labelled(name: str) -> tuple[LabelledLine, ...]:
    """Return the lines of a model with their labels."""
    lines = (MODELS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_line(line) for line in lines if line)


def _line(line: str) -> LabelledLine:
    words = line.split(" ")
    manner = []
    while words and words[0] in MANNERS:
        manner.append(words.pop(0))
    rest = " ".join(words)
    bases: tuple[str, ...] | None = None
    if " @ " in rest:
        rest, _, named = rest.rpartition(" @ ")
        bases = tuple(part.strip() for part in named.split(","))
    text, blanks, end = "", [], 0
    for mark in _MARK.finditer(rest):
        text += rest[end:mark.start()]
        shown = _SHOWN.get(mark[1], mark[1])
        blanks.append(LabelledBlank(mark[1], mark[2], len(text), len(text) + len(shown)))
        text += shown
        end = mark.end()
    return LabelledLine(tuple(manner), text + rest[end:], tuple(blanks), bases)
