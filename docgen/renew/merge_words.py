"""The words of one paragraph in three states: what docgen changed, put where the person's own words allow it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_TOKEN = re.compile(r"[\w\u0300-\u036f]+|\s|[^\w\s]")
_MOST = 4_000_000
"""Pairs of tokens looked at; two longer texts are only cut at their common beginning and end."""


class Token(NamedTuple):
    """A word, a blank or a mark with its place; `key` is what it is compared by."""

    text: str
    start: int
    end: int
    key: str

    @property
    def is_word(self) -> bool:
        """Whether it is more than a blank or a mark."""
        return self.text[:1].isalnum()


class Edit(NamedTuple):
    """From `start` to `end` of the person's paragraph the letters go, `text` comes in their place."""

    start: int
    end: int
    text: str


class Hunk(NamedTuple):
    """Tokens `start` to `end` of what was written then became tokens `other` to `other_end`."""

    start: int
    end: int
    other: int
    other_end: int


@dataclass(frozen=True, slots=True)
class WordMerge:
    """What became of one paragraph: edits of the person's words, or None where both changed the same place."""

    edits: tuple[Edit, ...] | None
    both: bool = False
    """Whether the person and docgen both changed it, at different places."""


def tokens(text: str, keys: Mapping[int, str] | None = None, start: int = 0) -> list[Token]:
    """Cut a text from `start` on into words, blanks and marks; `keys` say by place what stands for a number."""
    keys = keys or {}
    return [Token(match[0], match.start(), match.end(), keys.get(match.start()) or _key(match[0]))
            for match in _TOKEN.finditer(text, start)]


def _key(text: str) -> str:
    if text.isspace():
        return " "
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def same(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Tell whether two texts are the same words; one blank or several, numbers that only followed a shift are alike."""
    return _told(one) == _told(other)


def _told(side: Sequence[Token]) -> list[str]:
    keys = [token.key for token in side]
    told = [key for place, key in enumerate(keys) if key != " " or (place and keys[place - 1] != " ")]
    return told[:-1] if told and told[-1] == " " else told


def hunks(one: Sequence[Token], other: Sequence[Token]) -> list[Hunk]:
    """Return where two texts differ."""
    a, b = [token.key for token in one], [token.key for token in other]
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    a, b = a[head:len(a) - tail], b[head:len(b) - tail]
    if not a and not b:
        return []
    if len(a) * len(b) > _MOST:
        return [Hunk(head, head + len(a), head, head + len(b))]
    found = difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return [Hunk(head + a1, head + a2, head + b1, head + b2) for what, a1, a2, b1, b2 in found if what != "equal"]


def untouched(one: Sequence[Token], other: Sequence[Token]) -> dict[int, Token]:
    """Return the tokens of one text that stand in the other just as they were: by their place there."""
    found: dict[int, Token] = {}
    at = shift = 0
    for hunk in (*hunks(one, other), Hunk(len(one), len(one), len(other), len(other))):
        for place in range(at, hunk.start):
            found[one[place].start] = other[place + shift]
        at, shift = hunk.end, hunk.other_end - hunk.end
    return found


def merge_words(then: Sequence[Token], theirs: Sequence[Token], now: Sequence[Token]) -> WordMerge:
    """Carry what changed from `then` to `now` over into the person's words.

    A change is carried over only if at least one word that all three hold stands between it and whatever the person
    changed: "5 ngày" made "7 ngày" by one and "5 tuần" by the other is a conflict, not "7 tuần".
    """
    ours = hunks(then, now)
    own = hunks(then, theirs)
    if not ours:
        return WordMerge((), False)
    wanted = [hunk for hunk in ours if not any(_alike(hunk, other, now, theirs) for other in own)]
    for hunk in wanted:
        if any(_meet(hunk, other, then) for other in own):
            return WordMerge(None, True)
    joined = _joined(wanted, own, then, now)
    end = len(theirs)
    edits = []
    for hunk in joined:
        first, last = _across(hunk.start, own), _across(hunk.end, own)
        at = theirs[first].start if first < end else (theirs[-1].end if theirs else 0)
        to = theirs[last - 1].end if last > first else at
        edits.append(Edit(at, to, "".join(token.text for token in now[hunk.other:hunk.other_end])))
    return WordMerge(tuple(edits), bool(own) and bool(edits))


def _alike(one: Hunk, other: Hunk, now: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether both made the same change."""
    return (one.start, one.end) == (other.start, other.end) and (
        [token.key for token in now[one.other:one.other_end]]
        == [token.key for token in theirs[other.other:other.other_end]])


def _meet(one: Hunk, other: Hunk, then: Sequence[Token]) -> bool:
    first, second = (one, other) if (one.start, one.end) <= (other.start, other.end) else (other, one)
    return second.start < first.end or not any(token.is_word for token in then[first.end:second.start])


def _across(place: int, own: Iterable[Hunk]) -> int:
    """Return where a place of what was written then stands in the person's words."""
    shift = 0
    for hunk in own:
        if hunk.end <= place:
            shift = hunk.other_end - hunk.end
    return place + shift


def _joined(
    wanted: Sequence[Hunk], own: Sequence[Hunk], then: Sequence[Token], now: Sequence[Token],
) -> list[Hunk]:
    """Put changes together that a reader takes for one, as long as the person changed nothing between them.

    What is common to both is common by chance where it is no longer than the changes on both of its sides.
    """
    found: list[Hunk] = []
    for hunk in wanted:
        found.append(hunk)
        while len(found) > 1 and not any(found[-2].end <= other.start <= found[-1].start for other in own):
            one, other = found[-2:]
            between = _words(then[one.end:other.start])
            if between and between > min(_weight(one, then, now), _weight(other, then, now)):
                break
            found[-2:] = [Hunk(one.start, other.end, one.other, other.other_end)]
    return found


def _weight(hunk: Hunk, then: Sequence[Token], now: Sequence[Token]) -> int:
    return max(_words(then[hunk.start:hunk.end]), _words(now[hunk.other:hunk.other_end]))


def _words(side: Sequence[Token]) -> int:
    return sum(token.is_word for token in side)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return the person's words with the edits carried out."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits):
        pieces += (text[at:edit.start], edit.text)
        at = edit.end
    return "".join((*pieces, text[at:]))
