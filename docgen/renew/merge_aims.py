"""Where the numbers of references point: followed to the result, or told where it cannot be known what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.renew.merge_paragraphs import Para
from docgen.renew.merge_references import Numbered
from docgen.renew.merge_result import Conflict
from docgen.renew.merge_words import Edit, tokens, untouched

_ROUND = 24
"""Letters shown before a number that is doubtful."""


class Aims:
    """The three texts with their own numbers, and the numbers of the result by what they name.

    `base_of` says which paragraph of then each of the person's is.
    """

    def __init__(self, then: Numbered, present: Numbered, now: Numbered, base_of: Mapping[int, int]) -> None:
        self.then, self.present, self.now = then, present, now
        self.base_of = base_of
        self.finals: dict[str, str] = {}
        """Labels of the result by what they name; filled once the order is known."""
        self.places = {name: place for place, name in reversed(list(enumerate(present.identities)))}
        for place, at in base_of.items():
            self._keep_aim(place, at)

    def number(self, printed: str, name: str) -> str:
        """Return the number in the result of what a reference names; as printed if that is no longer there."""
        label = self.finals.get(name, "")
        found = Para(label + "x").label if label else None
        return found.number if found else printed

    def words_now(self, number: int) -> str:
        """Return the words of a paragraph of now, its references with the numbers of the result."""
        para = self.now.paras[number]
        start = len(para.label.text) if para.label else 0
        made, at = [], start
        for slot in self.now.slots(number):
            made += [para.text[at:slot.start], self.number(para.text[slot.start:slot.end],
                                                            self.now.identities[slot.target])]
            at = slot.end
        return "".join((*made, para.text[at:]))

    def renumber(self, place: int, label: str, edits: list[Edit]) -> Conflict | None:
        """Carry a shift of numbers into one of the person's paragraphs: its own number, and those its references name.

        Adds to `edits`; returns what is doubtful, told at no step yet.
        """
        para = self.present.paras[place]
        printed = para.label.text if para.label else ""
        if label != printed:
            edits.append(_smallest(printed, label))
        free = [slot for slot in self.present.slots(place)
                if not any(edit.start < slot.end and slot.start < edit.end for edit in edits)]
        once = self.present.meant.get(place, {})
        for slot in free:
            number = self.number(para.text[slot.start:slot.end], self.present.identities[slot.target])
            if slot.start not in once and number != para.text[slot.start:slot.end]:
                edits.append(Edit(slot.start, slot.end, number))
        lost = [slot for slot in free if slot.start not in once and
                self._dropped(self.present.identities[slot.target])]
        if lost:
            return Conflict("lost", -1, (_round(para.text, lost[0].start, lost[-1].end),))
        return self._doubt(place, edits)

    def lost_now(self, number: int) -> Conflict | None:
        """Tell of references in a paragraph docgen writes now that lead to what the result has not."""
        lost = [slot for slot in self.now.slots(number) if self.now.identities[slot.target] not in self.finals]
        text = self.now.paras[number].text
        return Conflict("lost", -1, (_round(text, lost[0].start, lost[-1].end),)) if lost else None

    def _keep_aim(self, place: int, at: int) -> None:
        """Remember of a number the person has not touched what it named, where it now names something else."""
        if not self.then.slots(at):
            return
        text = self.present.paras[place].text
        stood = untouched(tokens(self.then.paras[at].text), tokens(text))
        own = {slot.start: self.present.identities[slot.target] for slot in self.present.slots(place)}
        self.present.meant[place] = {
            token.start: name for slot in self.then.slots(at)
            if (token := stood.get(slot.start)) is not None and own.get(token.start) != (
                name := self.then.identities[slot.target])}

    def _doubt(self, place: int, edits: Sequence[Edit]) -> Conflict | None:
        """Return the doubt about numbers that stand as docgen wrote them and name something else by now.

        There is none where docgen moves neither what they name now nor what they named then.
        """
        text = self.present.paras[place].text
        ends = {token.start: token.end for token in tokens(text)}
        once = {start: name for start, name in self.present.meant.get(place, {}).items()
                if name in self.places and not any(edit.start < ends[start] and start < edit.end for edit in edits)}
        if gone := self._given_away(place, ends):
            return Conflict("lost", -1, (_round(text, gone[0], ends[gone[-1]]),))
        own = {slot.start: self.present.identities[slot.target] for slot in self.present.slots(place)}
        moved = [start for start, name in once.items() if self._moved(name) or self._moved(own.get(start, ""))]
        if not moved:
            return None
        first, last = min(once), max(ends[start] for start in once)
        made, at = "", 0
        for start in sorted(once):
            made += text[at:start] + self.number(text[start:ends[start]], once[start])
            at = ends[start]
        made += text[at:]
        if any(self._dropped(name) for name in once.values()):
            return Conflict("lost", -1, (_round(text, first, last),))
        meant = _round(made, first, last + len(made) - len(text))
        here = _round(text, first, last)
        return Conflict("reference", -1, (here,), (), (meant,)) if here != meant else None

    def _given_away(self, place: int, ends: Mapping[int, int]) -> list[int]:
        """Return where numbers stand that named an article the person took out, and are now those of another one."""
        text = self.present.paras[place].text
        taken = {label.number for name, printed in self.finals.items()
                 if (name not in self.places or self._moved(name))
                 and (label := Para(printed + "x").label) is not None and label.rank == "article"}
        articles = {f"b{at}" for at, para in enumerate(self.then.paras) if para.label and para.label.rank == "article"}
        return sorted(start for start, name in self.present.meant.get(place, {}).items()
                      if name in articles and name not in self.places and text[start:ends[start]] in taken)

    def _moved(self, name: str) -> bool:
        """Tell whether what a number names gets another number in the result than it has in the person's file."""
        place = self.places.get(name, -1)
        label = self.present.paras[place].label if place >= 0 else None
        return place >= 0 and self.finals.get(name) != (label.text if label else "")

    def _dropped(self, name: str) -> bool:
        """Tell whether docgen takes out what a number names."""
        return name in self.places and name not in self.finals


def _round(text: str, start: int, end: int) -> str:
    """Return the words round a place of a text."""
    first = text.rfind(" ", 0, max(0, start - _ROUND)) + 1
    return text[first:end]


def _smallest(old: str, new: str) -> Edit:
    """Return the change of a label without what both have at its beginning and end."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    # a number is replaced whole: "9" to "10", "19" to "20"
    while head and old[head - 1].isalnum() and (old[:head].isalnum() or old[head - 1].isdigit()):
        head -= 1
    while tail and old[len(old) - tail].isalnum():
        tail -= 1
    return Edit(head, len(old) - tail, new[head:len(new) - tail])
