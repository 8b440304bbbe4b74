"""Changes of a held text as rows of its register: few words with enough beside them to be found and undone again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from docgen.api.importing.filling import Difference
from docgen.model.tree import Gap, Provision, Regulation
from docgen.versions.passages import Passage, passages
from docgen.versions.register import ZONES, Correction, Edition
from docgen.vietnamese.syllables import tokens

_BESIDE = 2
"""Words kept on either side of a change."""


def corrections_between(
    new: Regulation, differences: tuple[Difference, ...], pattern: Correction,
) -> tuple[Correction, ...]:
    """Return one row for each change of words; `pattern` says why, by which evidence, by whom and when."""
    places = {part.words: part for part in passages(new)}
    rows: list[Correction] = []
    for one in differences:
        standing = places.get(one.new.words) if one.new else None
        part = standing or one.held or one.new
        if part is None:
            continue
        zone = part.zone if part.zone in ZONES else "body"
        # what is gone has no address any more
        place = replace(pattern, address=part.address) if standing and part.address else replace(pattern, zone=zone)
        rows += [replace(place, was=was, now=now) for was, now in _changes(one)]
    return tuple(rows)


def _changes(one: Difference) -> Iterator[tuple[str, str]]:
    """Yield the changes of a place, of each part of a provision by itself: a row is looked up in one part only."""
    old, new = (one.held.block if one.held else None), (one.new.block if one.new else None)
    if isinstance(old, Provision) and isinstance(new, Provision):
        for was, now in ((old.label, new.label), (old.heading, new.heading), (old.text, new.text)):
            yield from changed_words(was, now)
    elif isinstance(new, Provision):
        yield "", new.text or new.heading or new.label
    else:
        yield from changed_words(*one.words)


def still_true(new: Regulation, edition: Edition) -> tuple[Correction, ...]:
    """Return the recorded corrections whose words stand in a new text as they stood in the old one."""
    parts = passages(new)
    return tuple(one for one in edition.corrections if any(one.now in part.words for part in parts if _at(part, one)))


def corrected(regulation_parts: tuple[Passage, ...], corrections: tuple[Correction, ...]) -> tuple[Passage, ...]:
    """Return passages with recorded corrections made in them, wherever the words of the source still stand."""
    parts = list(regulation_parts)
    for one in corrections:
        for place, part in enumerate(parts):
            if one.was and _at(part, one) and one.was in part.words and one.now not in part.words:
                made = _replaced(part, one)
                if made is not part:
                    parts[place] = made
                    break
    return tuple(parts)


def _at(part: Passage, correction: Correction) -> bool:
    return not part.is_gap and (part.address == correction.address if correction.address
                                else part.zone == correction.zone)


def _replaced(part: Passage, correction: Correction) -> Passage:
    block = part.block
    if isinstance(block, str):
        return replace(part, block=block.replace(correction.was, correction.now, 1))
    if isinstance(block, Gap):
        return part
    for name in ("text", "heading", "label"):
        words: str = getattr(block, name)
        if correction.was in words:
            made = words.replace(correction.was, correction.now, 1)
            return replace(part, block=replace(block, **{name: made}))  # type: ignore[arg-type]  # three texts
    return part


def changed_words(was: str, now: str) -> tuple[tuple[str, str], ...]:
    """Return the changes from one wording to another; undone one after the other, last first, they give it back."""
    if was == now:
        return ()
    if not was or not now:
        return ((was, now),)
    old, new = [token.printed for token in tokens(was)], [token.printed for token in tokens(now)]
    hunks = [(first, last, start, end) for kind, first, last, start, end
             in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if kind != "equal"]
    beside = _BESIDE
    while beside <= max(len(old), len(new)):
        rows = [("".join(old[max(first - beside, 0):last + beside]).strip(),
                 "".join(new[max(start - beside, 0):end + beside]).strip())
                for first, last, start, end in _together(hunks, beside)]
        if _undone(now, rows) == was:
            return tuple(rows)
        beside += _BESIDE
    return ((was, now),)


def _together(hunks: list[tuple[int, int, int, int]], beside: int) -> list[tuple[int, int, int, int]]:
    """Join changes whose neighbouring words would overlap."""
    joined: list[tuple[int, int, int, int]] = []
    for hunk in hunks:
        if joined and hunk[0] - joined[-1][1] <= 2 * beside:
            joined[-1] = (joined[-1][0], hunk[1], joined[-1][2], hunk[3])
        else:
            joined.append(hunk)
    return joined


def _undone(text: str, rows: list[tuple[str, str]]) -> str:
    for was, now in reversed(rows):
        if text.count(now) != 1:
            return ""
        text = text.replace(now, was, 1)
    return text
