"""References of a document to its own provisions, told by what they point to and not by a number that may shift."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.model.references import references
from docgen.renew.merge_paragraphs import DEPTHS, Para, parents
from docgen.renew.merge_words import Token, tokens

_STEP = re.compile(r"(?P<rank>Điều|khoản|điểm)(?!\w)|(?P<number>\d+)(?!\w)|(?P<letter>[a-zđ])(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """A number within a reference: where it stands, and which paragraph it names."""

    start: int
    end: int
    target: int


class Numbered:
    """One text with its own numbers: which paragraph "khoản 2 Điều 5" is, and which numbers its words hold.

    `identities` name every paragraph alike in all three texts, so that numbers naming one paragraph are the same.
    """

    def __init__(self, paras: Sequence[Para], identities: Sequence[str]) -> None:
        self.paras = paras
        self.identities = identities
        self.above = parents([para.depth for para in paras])
        self._articles: dict[str, int] = {}
        self._under: dict[tuple[int, str, str], int] = {}
        for place, para in enumerate(paras):
            if para.label is None:
                continue
            number = para.label.number.lower()
            if para.label.rank == "article" and not para.label.after[:1].isalpha():
                self._articles.setdefault(number, place)
            elif not para.label.after[:1].isalpha():
                self._under.setdefault((self.above[place], para.label.rank, number), place)
        self._slots: dict[int, tuple[Slot, ...]] = {}
        self.meant: dict[int, dict[int, str]] = {}
        """Numbers nobody has touched that name something else here: by paragraph and place, what they named once."""

    def slots(self, place: int) -> tuple[Slot, ...]:
        """Return the numbers in a paragraph that name a paragraph of this text."""
        known = self._slots.get(place)
        if known is None:
            text = self.paras[place].text
            known = tuple(sorted(self._found(place), key=lambda slot: slot.start)) if "iều" in text else ()
            self._slots[place] = known
        return known

    def tokens(self, place: int, offset: int = 0) -> list[Token]:
        """Return the words of a paragraph behind its label; a number of a reference is compared by what it names."""
        para = self.paras[place]
        names = {slot.start: self.identities[slot.target] for slot in self.slots(place)} | self.meant.get(place, {})
        keys = {start: f"\0{name}" for start, name in names.items()}
        made = tokens(para.text, keys, len(para.label.text) if para.label else 0)
        return made if not offset else [
            Token(one.text, one.start + offset, one.end + offset, one.key) for one in made]

    def _found(self, place: int) -> Iterator[Slot]:
        text = self.paras[place].text
        skip = len(self.paras[place].label.text) if self.paras[place].label else 0  # type: ignore[union-attr]
        own = self._article_of(place)
        spans: Mapping[tuple[int, int], None] = dict.fromkeys(
            (one.start, one.end) for one in references(text, "dieu-1" if own >= 0 else "")
            if one.address and not one.document and one.start >= skip)
        for start, end in spans:
            yield from self._in_span(text, start, end, own)

    def _article_of(self, place: int) -> int:
        while place >= 0 and self.paras[place].depth > DEPTHS["article"]:
            place = self.above[place]
        return place if place >= 0 and self.paras[place].depth == DEPTHS["article"] else -1

    def _in_span(self, text: str, start: int, end: int, own: int) -> Iterator[Slot]:
        """Read "điểm a khoản 2 Điều 5" from its end: the article says which clause, the clause which point."""
        steps: list[tuple[str, re.Match[str]]] = []
        rank = ""
        for match in _STEP.finditer(text, start, end):
            if match["rank"]:
                rank = match["rank"].lower()
            elif (rank == "điểm") == bool(match["letter"]) and rank:
                steps.append((rank, match))
        article, clause = own, -1
        for rank, match in reversed(steps):
            number = match[0].lower()
            if rank == "điều":
                article, clause = self._articles.get(number, -1), -1
                target = article
            elif rank == "khoản":
                target = clause = self._under.get((article, "clause", number), -1)
            else:
                target = self._under.get((clause if clause >= 0 else article, "point", number), -1)
            if target >= 0 and (article >= 0 or rank == "điều"):
                yield Slot(match.start(), match.end(), target)
