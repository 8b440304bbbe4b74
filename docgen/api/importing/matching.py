"""Two readings of one paper side by side: which passage of the one is which of the other, in the order of print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from docgen.versions.passages import Passage
from docgen.vietnamese.syllables import Token, tokens, words

_LEAST = 0.5
"""Share of their words that two passages must have in common to be the same one; half of it at one address."""
_SAME_ADDRESS = 0.25
_MOST = 90_000
"""Pairs that are weighed one by one; beyond that only passages of one address are taken together."""


def matched(held: Sequence[Passage], new: Sequence[Passage], cut: frozenset[int]) -> dict[int, int]:
    """Return for places in `held` the place of the same passage in `new`; `cut` are held passages that break off."""
    one, other = ([(part.zone, *words(part.words)) for part in side] for side in (held, new))
    found: dict[int, int] = {}
    for kind, first, last, start, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            found.update(zip(range(first, last), range(start, end), strict=True))
        elif kind == "replace":
            found.update(_weighed(held, new, range(first, last), range(start, end), cut))
    return found


def _weighed(held: Sequence[Passage], new: Sequence[Passage], one: range, other: range,
             cut: frozenset[int]) -> dict[int, int]:
    """Pair what is not the same word for word: the heaviest pairing that keeps the order of both sides."""
    if len(one) * len(other) > _MOST:
        places = {new[place].address: place for place in other if new[place].address}
        return {place: places[held[place].address] for place in one if held[place].address in places}
    bags = [words(new[place].words) for place in other]
    # best[i][j]: weight of pairing everything from i and j on
    best = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    weights: dict[tuple[int, int], float] = {}
    for i in range(len(one) - 1, -1, -1):
        mine = words(held[one[i]].words)
        for j in range(len(other) - 1, -1, -1):
            weight = _weight(held[one[i]], new[other[j]], mine, bags[j], broken=one[i] in cut)
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if weight and weight + best[i + 1][j + 1] > best[i][j]:
                best[i][j] = weight + best[i + 1][j + 1]
                weights[i, j] = weight
    found: dict[int, int] = {}
    i = j = 0
    while i < len(one) and j < len(other):
        if (i, j) in weights and best[i][j] == weights[i, j] + best[i + 1][j + 1]:
            found[one[i]] = other[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _weight(one: Passage, other: Passage, mine: list[str], theirs: list[str], *, broken: bool) -> float:
    """Return how much speaks for two passages being the same one, 0 if it is not enough."""
    if one.zone != other.zone or not mine:
        return 0.0
    size = len(mine)
    stretches = (theirs[:size], theirs[-size:]) if broken else (theirs,)  # of one cut short, its beginning or end
    share = max((Counter(mine) & Counter(part)).total() / max(size, len(part)) for part in stretches)
    if one.address and one.address == other.address:
        return share + _SAME_ADDRESS if share >= _LEAST / 2 else 0.0
    return share if share >= _LEAST else 0.0


def split_after(beginning: str, whole: str) -> tuple[str, str]:
    """Part a text where another reading of its beginning ends: what the other one has, and what follows.

    A word of which the other has only the first letters belongs to what it has.
    """
    first, all_ = tokens(beginning), tokens(whole)
    costs = _costs([token.key for token in first], [token.key for token in all_])
    end = min(range(len(all_) + 1), key=lambda place: (costs[place], abs(place - len(first))))
    return _joined(all_[:end]), _joined(all_[end:])


def split_before(ending: str, whole: str) -> tuple[str, str]:
    """Part a text where another reading of its end begins: what precedes it, and what the other one has."""
    last, all_ = tokens(ending), tokens(whole)
    costs = _costs([token.key for token in reversed(last)], [token.key for token in reversed(all_)])
    size = min(range(len(all_) + 1), key=lambda place: (costs[place], abs(place - len(last))))
    return _joined(all_[:len(all_) - size]), _joined(all_[len(all_) - size:])


def _costs(part: list[str], whole: list[str]) -> list[int]:
    """Return for every beginning of `whole` how many words must be changed to make `part` of it."""
    row = list(range(len(whole) + 1))
    for place, key in enumerate(part, 1):
        above, row = row, [place] * (len(whole) + 1)
        for at, other in enumerate(whole, 1):
            row[at] = min(above[at] + 1, row[at - 1] + 1, above[at - 1] + (0 if key == other else 1))
    return row


def _joined(run: list[Token]) -> str:
    return "".join(token.printed for token in run)
