"""What a document rests on: the provisions it cites, and the held texts whose wording it uses.

The index of the held texts is made once and used for any number of documents; a document is gone through once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docgen.check.document.paper import Paper
from docgen.model.references import references
from docgen.vietnamese.folding import fold

_WORD = re.compile(r"\w+")
_RUN = 4
"""Words that are looked up together; every stretch of twice as many less one is found for sure."""
_COMMON = 24
"""A run of words that stands in more provisions than this tells nothing."""
_LONGEST_REACH = 400
"""Words a stretch may be followed in one direction; no provision is longer."""
_CITES = re.compile(r"iều\s+(?:\d|này)|\d\w{0,8}-[A-ZĐ]", re.IGNORECASE)
"""Without one of these a line cites nothing; most lines do not, and asking this is cheap."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One provision or document that a line points to; characters `start` to `end` of the text of line `line`.

    `document` is the number as printed ("162-QĐ/TW") or a name ("Quy chế Chi bộ"), "" for the document itself;
    `dated` the day printed beside it as ISO, or ""; `address` the provision, "" for the document as a whole.
    """

    line: int
    start: int
    end: int
    document: str
    dated: str
    address: str


@dataclass(frozen=True, slots=True)
class HeldWording:
    """The wording of one provision as the index is made of it."""

    edition: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A line that uses the words of a held provision.

    `words` of the line, `shared` of them stand in the provision in stretches of at least four, `longest` is the
    longest stretch, `provision_words` how many words the provision has. All four equal: word for word.
    """

    line: int
    edition: str
    address: str
    words: int
    shared: int
    longest: int
    provision_words: int

    @property
    def share_of_line(self) -> float:
        """Return which part of the line stands in the provision."""
        return self.shared / self.words

    @property
    def share_of_provision(self) -> float:
        """Return which part of the provision stands in the line."""
        return min(1.0, self.shared / self.provision_words)


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared: spelling variants and capitals are the same word."""
    return [fold(word) for word in _WORD.findall(text)]


def citations(paper: Paper) -> Iterator[Cited]:
    """Yield every citation of a document in the order of print; "Điều này" is read with the place where it stands."""
    for number, line in enumerate(paper.lines):
        text = line.text
        if not _CITES.search(text):
            continue
        here = paper.addresses[number] if "iều này" in text else ""
        label = line.label
        behind = len(text) - len(label.rest) if label else 0
        for one in references(text, here):
            if one.end > behind:  # "Điều 5." at the head of an article is its label and points to nothing
                yield Cited(number, one.start, one.end, one.document, one.dated, one.address)


class WordingIndex:
    """The wording of held provisions, ready to be found again in other texts."""

    def __init__(self, wordings: Iterable[HeldWording]) -> None:
        self.wordings = tuple(wordings)
        self._ids: dict[str, int] = {}
        self._held: list[list[int]] = []
        self._places: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        for number, wording in enumerate(self.wordings):
            ids = [self._ids.setdefault(word, len(self._ids)) for word in words_of(wording.text)]
            self._held.append(ids)
            for place in range(len(ids) - _RUN + 1):
                self._places.setdefault(tuple(ids[place:place + _RUN]), []).append((number, place))
        for key in [key for key, places in self._places.items() if len({one for one, _ in places}) > _COMMON]:
            del self._places[key]

    def quotations(self, lines: Mapping[int, str] | Paper, shortest: int = 2 * _RUN) -> Iterator[Quoted]:
        """Yield for each line the provisions it shares a stretch of at least `shortest` words with, the most first."""
        texts = enumerate(line.words for line in lines.lines) if isinstance(lines, Paper) else lines.items()
        for number, text in texts:
            yield from self._in_line(number, text, shortest)

    def _in_line(self, number: int, text: str, shortest: int) -> list[Quoted]:
        known = self._ids
        words = [known.get(word, -1) for word in words_of(text)]
        runs = self._runs(words) if len(words) >= shortest else {}
        found = []
        for held, stretches in runs.items():
            longest = max(end - start for start, end in stretches)
            if longest >= shortest:
                wording = self.wordings[held]
                found.append(Quoted(number, wording.edition, wording.address, len(words), _covered(stretches), longest,
                                    len(self._held[held])))
        return sorted(found, key=lambda one: (-one.shared, one.edition, one.address))

    def _runs(self, words: list[int]) -> dict[int, list[tuple[int, int]]]:
        """Return for each provision the stretches of the line that stand in it, looked for at every fourth word."""
        found: dict[int, list[tuple[int, int]]] = {}
        reached: dict[tuple[int, int], int] = {}
        places = self._places
        for at in range(0, len(words) - _RUN + 1, _RUN):
            for held, place in places.get(tuple(words[at:at + _RUN]), ()):
                if reached.get((held, at - place), -1) >= at + _RUN:
                    continue
                ids = self._held[held]
                start, first = at, place
                while start and first and words[start - 1] == ids[first - 1] and at - start < _LONGEST_REACH:
                    start, first = start - 1, first - 1
                end, last = at + _RUN, place + _RUN
                while end < len(words) and last < len(ids) and words[end] == ids[last] and end - at < _LONGEST_REACH:
                    end, last = end + 1, last + 1
                reached[held, at - place] = end
                found.setdefault(held, []).append((start, end))
        return found


def _covered(stretches: list[tuple[int, int]]) -> int:
    """Count the words under stretches that may lie over one another."""
    total, reach = 0, 0
    for start, end in sorted(stretches):
        if end > reach:
            total += end - max(start, reach)
            reach = end
    return total
