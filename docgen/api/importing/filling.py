"""A text that is held in part, completed from another source: what is held stays, what is not held is filled in.

The two are laid side by side passage by passage. Where the held text has a gap and the new one has words there, the
words go into the gap; wherever both have words and they differ, the held ones stay and the difference is listed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from docgen.api.importing.matching import matched, split_after, split_before
from docgen.model.tree import Gap, Provision, Regulation
from docgen.versions.passages import Passage, passages, unnested
from docgen.vietnamese.syllables import count_words, tokens, words

_ENOUGH = 0.7
"""Share of the held words the new source must have too; with fewer it is another text."""
_ENDS = (".", ";", ":", "?", "!", "…", ",")
_ZONES = ("letterhead", "stamps", "title", "preamble", "body", "closing", "recipients", "signature", "annex",
          "copy-note")


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the held text and the new source differ: the passage of either, None where it has none.

    Of a passage that breaks off only what both can have is compared. `spelling`: only tone placement, i or y, or the
    form of a dash or quotation mark.
    """

    held: Passage | None
    new: Passage | None
    spelling: bool = False

    @property
    def place(self) -> str:
        """Return where it is: the address, else the zone; that of the held text, if it has the passage."""
        return (self.held or self.new or Passage("body", "")).place

    @property
    def words(self) -> tuple[str, str]:
        """Return the words of both, empty where one has none."""
        return self.held.words if self.held else "", self.new.words if self.new else ""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The result: the completed text (the held one where nothing was filled in), differences, what was filled in.

    `shared` is the share of the held words that the new source has too; `added` holds the passages taken over or
    completed.
    """

    regulation: Regulation
    differences: tuple[Difference, ...]
    added: tuple[Passage, ...]
    shared: float

    @property
    def alike(self) -> bool:
        """Tell whether the two are the same paper at all."""
        return self.shared >= _ENOUGH

    @property
    def other_words(self) -> tuple[Difference, ...]:
        """Return the differences that are more than spelling."""
        return tuple(one for one in self.differences if not one.spelling)


@dataclass
class _Work:
    held: list[Passage]
    new: list[Passage]
    pairs: dict[int, int]
    merged: list[Passage] = field(default_factory=list)
    added: list[Passage] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)


def side_by_side(held: Regulation, new: Regulation) -> SideBySide:
    """Lay a held text and a new reading side by side; the result is not nested yet (versions/passages.py)."""
    mine, theirs = list(passages(held)), list(passages(new))
    solid = [place for place, part in enumerate(mine) if not part.is_gap]
    words_only = [place for place, part in enumerate(theirs) if not part.is_gap]
    cut = frozenset(at for at, place in enumerate(solid)
                    if _broken_after(mine, place) or _broken_before(mine, place))
    found = matched([mine[place] for place in solid], [theirs[place] for place in words_only], cut)
    work = _Work(mine, theirs, {solid[one]: words_only[other] for one, other in found.items()})
    for place, part in enumerate(mine):
        if part.is_gap:
            _fill(work, place)
        elif place in work.pairs:
            _keep(work, place, work.pairs[place])
        elif not _ends_what_is_whole_now(work, place):
            work.merged.append(part)
            if words(part.words):  # a rule or an asterisk on the paper is no word
                work.differences.append(Difference(part, None))
    work.differences = [one for one in work.differences if not (one.held and one.new is None and _stands_in(
        theirs, one.held))]
    known = {*work.pairs.values(), *work.taken}
    work.differences += [Difference(None, part) for place, part in enumerate(theirs)
                         if place not in known and not part.is_gap and words(part.words)
                         and not _stands_in(mine, part)]
    whole = sum(count_words(mine[place].words) for place in solid) or 1
    shared = sum(count_words(mine[place].words) for place in work.pairs)
    merged = unnested(work.merged, held.metadata) if work.added else held
    return SideBySide(merged, tuple(work.differences), tuple(work.added), shared / whole)


def _keep(work: _Work, place: int, other: int) -> None:
    """Keep a held passage; one that breaks off at a gap gets its missing end or beginning."""
    mine, theirs = work.held[place], work.new[other]
    one, two = mine.block, theirs.block
    if isinstance(one, Provision) and isinstance(two, Provision):
        if _broken_after(work.held, place):
            own, rest = split_after(one.text, two.text)
            _compare(work, mine, replace(two, text=own), unfinished=True)
            whole = _whole_words(one.text, own) + rest
            if whole != one.text:
                mine = replace(mine, block=replace(one, text=whole))
                work.added.append(mine)
            work.merged.append(mine)
            return
        if _broken_before(work.held, place):
            rest, own = split_before(one.text, two.text)
            _compare(work, mine, replace(one, text=own.lstrip()), unfinished=True)
            if words(rest):
                mine = replace(mine, block=replace(two, text=f"{rest.rstrip()} {one.text}"))
                work.added.append(mine)
            work.merged.append(mine)
            return
    _compare(work, mine, two)
    work.merged.append(mine)


def _compare(work: _Work, mine: Passage, block: Provision | Gap | str, *, unfinished: bool = False) -> None:
    theirs = replace(mine, block=block)
    if mine.words == theirs.words or (unfinished and _whole_words(mine.words, theirs.words) == theirs.words):
        return
    same = [token.key for token in tokens(mine.words)] == [token.key for token in tokens(theirs.words)]
    work.differences.append(Difference(mine, theirs, spelling=same))


def _whole_words(text: str, own: str) -> str:
    """Return a text with its last word whole, where only the first letters of it were held."""
    have, full = tokens(text), tokens(own)
    if have and full and have[-1].text != full[-1].text and full[-1].text.startswith(have[-1].text):
        return "".join(token.printed for token in have[:-1]) + have[-1].space + full[-1].text
    return text


def _fill(work: _Work, place: int) -> None:
    """Put what the new source has at a gap in its place; a gap at which it has nothing stays."""
    gap = work.held[place]
    before = next((work.pairs[one] for one in range(place - 1, -1, -1) if one in work.pairs), -1)
    after = next((work.pairs[one] for one in range(place + 1, len(work.held)) if one in work.pairs), len(work.new))
    run = [one for one in range(before + 1, after) if one not in work.taken and _hidden_in(work, place, one)]
    completed = bool(work.added and work.merged and work.added[-1] is work.merged[-1])
    found = any(not work.new[one].is_gap for one in run)
    if not found and not completed:
        work.merged.append(gap)
        return
    work.taken |= set(run)
    work.merged += [work.new[one] for one in run]
    work.added += [work.new[one] for one in run if not work.new[one].is_gap]


def _hidden_in(work: _Work, place: int, other: int) -> bool:
    """Tell whether a gap can hide a passage: one of its own zone, or of a later zone of which nothing is held."""
    zone, wanted = work.held[place].zone, work.new[other].zone
    if _stands_in(work.held, work.new[other]):
        return False
    if zone == wanted:
        return True
    is_last = all(part.zone != zone for part in work.held[place + 1:])
    return is_last and _rank(wanted) > _rank(zone) and all(part.zone != wanted for part in work.held)


def _stands_in(parts: list[Passage], line: Passage) -> bool:
    """Tell whether a line of a two-column zone stands there too: which column is read first makes no other text."""
    return isinstance(line.block, str) and any(
        part.zone == line.zone and words(part.words) == words(line.words) for part in parts)


def _rank(zone: str) -> int:
    return _ZONES.index(zone.partition("-")[0] if zone.startswith("annex") else zone)


def _ends_what_is_whole_now(work: _Work, place: int) -> bool:
    """Tell whether a passage after a gap is the end of the sentence the gap cut, which is whole by now."""
    last = work.merged[-1].block if work.merged and work.added and work.added[-1] is work.merged[-1] else None
    part = work.held[place].block
    if not isinstance(last, Provision) or not isinstance(part, Provision) or not _broken_before(work.held, place):
        return False
    head, end = split_before(part.text, last.text)
    if not words(head) or words(end) != words(part.text):
        return False
    work.merged[-1] = replace(work.merged[-1], block=replace(last, text=f"{head.rstrip()} {part.text}"))
    work.added[-1] = work.merged[-1]
    return True


def _broken_after(held: list[Passage], place: int) -> bool:
    """Tell whether a passage breaks off in the middle of a sentence because a gap follows."""
    part = held[place].block
    return isinstance(part, Provision) and bool(part.text) and place + 1 < len(held) and held[place + 1].is_gap and (
        not part.text.rstrip("\"'”’)»").endswith(_ENDS))


def _broken_before(held: list[Passage], place: int) -> bool:
    """Tell whether a passage begins in the middle of a sentence because a gap precedes it."""
    part = held[place].block
    return isinstance(part, Provision) and place > 0 and held[place - 1].is_gap and not part.label and (
        part.text[:1].islower())
