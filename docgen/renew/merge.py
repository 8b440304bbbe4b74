"""Three states of one text made into one: what docgen wrote then, what people made of it, what docgen would write now.

Pure: paragraphs in, steps out. Rejecting every step gives the person's text letter for letter; accepting all gives
their text with what docgen changed. Where both changed one place nothing is touched, and a conflict holds both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from docgen.renew.merge_numbers import Sides, final_numbers
from docgen.renew.merge_order import Entry, Fate, Ordered, Plan, order
from docgen.renew.merge_pairs import Pairs, Unit, pair
from docgen.renew.merge_paragraphs import Para
from docgen.renew.merge_references import Numbered
from docgen.renew.merge_words import Edit, Token, applied, merge_words, same, tokens, untouched

ConflictKind = Literal["words", "dropped", "deleted", "homeless", "unmoved", "reference", "lost", "differs",
                       "missing"]

_ROUND = 24
"""Letters shown before a number that is doubtful."""

__all__ = ["Conflict", "Edit", "Merged", "Para", "Step", "merge"]


@dataclass(frozen=True, slots=True)
class Step:
    """One paragraph of the result: `theirs` and `new` are its places there (-1: none), `text` its words when accepted.

    `edits` change the words of a kept paragraph; `both` says that the person has changed others of its words, `numbers`
    that nothing but numbers has moved on.
    """

    fate: Fate
    theirs: int
    new: int
    text: str
    edits: tuple[Edit, ...] = ()
    both: bool = False
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a person has to settle, told at the step `at`.

    `words`: both changed one place. `dropped`: docgen no longer writes what the person changed. `deleted`: docgen
    changed what the person took out. `homeless`: docgen adds something under what the person took out. `unmoved`:
    docgen now writes it elsewhere. `reference`: it is not sure what a number now points to.
    """

    kind: ConflictKind
    at: int
    theirs: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The result of a merge; `score` tells how much of what was written then was found again."""

    steps: tuple[Step, ...]
    conflicts: tuple[Conflict, ...]
    score: float = 1.0
    by_clause: int = 0

    @property
    def accepted(self) -> tuple[str, ...]:
        """The paragraphs once all is accepted."""
        return tuple(step.text for step in self.steps if step.fate != "removed")

    @property
    def changed(self) -> bool:
        """Whether anything is to be changed."""
        return any(step.fate != "kept" or step.edits for step in self.steps)


def merge(base: tuple[Para, ...], theirs: tuple[Para, ...], new: tuple[Para, ...]) -> Merged:
    """Merge three states of a text."""
    return _Merge(base, theirs, new).merged()


class _Merge:
    def __init__(self, base: tuple[Para, ...], theirs: tuple[Para, ...], new: tuple[Para, ...]) -> None:
        self.base, self.theirs, self.new = base, theirs, new
        self.held: Pairs = pair(base, theirs)
        made = pair(base, new, whole=True)
        self.made = {unit.base[0]: unit.other[0] for unit in made.units}
        units = self.held.of_other()
        self.base_of = {place: unit.base[0] for place, unit in units.items() if place == unit.other[0]}
        self.twins = self._twins(units)
        names = [f"b{unit.base[0]}" if (unit := units.get(place)) else f"t{place}" for place in range(len(theirs))]
        for unit in self.held.units:
            for place in unit.other[1:]:
                names[place] = f"t{place}"
        self.places = {name: place for place, name in reversed(list(enumerate(names)))}
        of_new = {number: at for at, number in self.made.items()}
        mine = [f"b{of_new[number]}" if number in of_new else
                f"t{self.twins[number]}" if number in self.twins else f"n{number}" for number in range(len(new))]
        self.then = Numbered(base, [f"b{at}" for at in range(len(base))])
        self.present = Numbered(theirs, names)
        self.now = Numbered(new, mine)
        self.finals: dict[str, str] = {}
        for place, at in self.base_of.items():
            self._keep_aim(place, at)

    def _twins(self, units: dict[int, Unit]) -> dict[int, int]:
        """Find what the person had written in already just as docgen writes it now."""
        own = {para.words: place for place, para in enumerate(self.theirs) if place not in units and para.words.strip()}
        known = set(self.made.values())
        return {number: own.pop(para.words) for number, para in enumerate(self.new)
                if number not in known and para.words in own}

    def merged(self) -> Merged:
        ordered = order(Plan(self.base, self.theirs, self.new, self.held, self.made, self.twins, self._touched,
                             self._changed))
        labels = final_numbers(ordered.entries, Sides(self.base, self.theirs, self.new, self.base_of))
        for entry, label in zip(ordered.entries, labels, strict=True):
            if entry.fate != "removed":
                name = (self.present.identities[entry.theirs] if entry.theirs >= 0 else
                        self.now.identities[entry.new])
                self.finals[name] = label
        steps, conflicts = self._steps(ordered.entries, labels)
        conflicts += self._told(ordered)
        return Merged(tuple(steps), tuple(sorted(conflicts, key=lambda one: one.at)), self.held.score,
                      self.held.by_clause)

    def _joined(self, text: Numbered, places: Sequence[int]) -> list[Token]:
        """Return the words of paragraphs that follow each other as one; their ends are marks among the words."""
        made: list[Token] = []
        offset = 0
        for step, place in enumerate(places):
            if step:
                made.append(Token("\n", offset - 1, offset, "\n"))
                label = text.paras[place].label
                if label is not None:  # within a unit a number is a word like others
                    made.append(Token(label.text, offset, offset + len(label.text), label.text))
            made += text.tokens(place, offset)
            offset += len(text.paras[place].text) + 1
        return made

    def _touched(self, unit: Unit) -> bool:
        return not same(self._joined(self.then, unit.base), self._joined(self.present, unit.other))

    def _changed(self, at: int, number: int) -> bool:
        return not same(self.then.tokens(at), self.now.tokens(number))

    def _steps(self, entries: Sequence[Entry], labels: Sequence[str]) -> tuple[list[Step], list[Conflict]]:
        units = self.held.of_other()
        steps: list[Step] = []
        conflicts: list[Conflict] = []
        edits_of: dict[int, list[Edit]] = {}
        for entry, label in zip(entries, labels, strict=True):
            at = len(steps)
            if entry.fate == "removed":
                steps.append(Step("removed", entry.theirs, entry.new, ""))
                continue
            if entry.fate == "added":
                steps.append(Step("added", -1, entry.new, label + self._words_now(entry.new)))
                continue
            unit = units.get(entry.theirs)
            both = False
            if unit is not None and unit.other[0] == entry.theirs and entry.new >= 0:
                merged = self._unit(unit)
                if merged is None:
                    conflicts.append(self._conflict("words", at, unit))
                else:
                    both = merged[1]
                    for place, edit in merged[0]:
                        edits_of.setdefault(place, []).append(edit)
            reworded = any(self.theirs[entry.theirs].text[edit.start:edit.end] != edit.text
                           for edit in edits_of.get(entry.theirs, ()))
            doubt = self._renumber(entry, label, edits_of)
            if doubt is not None:
                conflicts.append(replace(doubt, at=at))
            text = self.theirs[entry.theirs].text
            # a number may name another paragraph now and be the same number
            edits = tuple(sorted(edit for edit in edits_of.get(entry.theirs, ())
                                 if text[edit.start:edit.end] != edit.text))
            steps.append(Step("kept", entry.theirs, entry.new, applied(text, edits), edits, both,
                              bool(edits) and not reworded))
        return steps, conflicts

    def _unit(self, unit: Unit) -> tuple[list[tuple[int, Edit]], bool] | None:
        """Return docgen's changes to the words of a unit, by paragraph; None where they meet the person's."""
        numbers = [self.made[at] for at in unit.base if at in self.made]
        if [self.new[number].words for number in numbers] == [self.theirs[place].words for place in unit.other]:
            return [], False
        now = [token if not token.key.startswith("\0") else token._replace(text=self._number(token.text, token.key[1:]))
               for token in self._joined(self.now, numbers)]
        merged = merge_words(self._joined(self.then, unit.base), self._joined(self.present, unit.other), now)
        if merged.edits is None:
            return None
        starts = [0]
        for place in unit.other:
            starts.append(starts[-1] + len(self.theirs[place].text) + 1)
        found = []
        for edit in merged.edits:
            step = max(step for step, start in enumerate(starts[:-1]) if start <= edit.start)
            if edit.end >= starts[step + 1] or "\n" in edit.text:
                return None  # it would join or part paragraphs of the person's
            found.append((unit.other[step], Edit(edit.start - starts[step], edit.end - starts[step], edit.text)))
        return found, merged.both

    def _number(self, printed: str, name: str) -> str:
        """Return the number in the result of what a reference names; as printed if that is no longer there."""
        label = self.finals.get(name, "")
        found = Para(label + "x").label if label else None
        return found.number if found else printed

    def _words_now(self, number: int) -> str:
        para = self.new[number]
        start = len(para.label.text) if para.label else 0
        made, at = [], start
        for slot in self.now.slots(number):
            made += [para.text[at:slot.start], self._number(para.text[slot.start:slot.end],
                                                            self.now.identities[slot.target])]
            at = slot.end
        return "".join((*made, para.text[at:]))

    def _renumber(self, entry: Entry, label: str, edits_of: dict[int, list[Edit]]) -> Conflict | None:
        """Carry a shift of numbers into a kept paragraph: its own number, and those its references name."""
        place = entry.theirs
        para = self.theirs[place]
        edits = edits_of.setdefault(place, [])
        printed = para.label.text if para.label else ""
        if label != printed:
            edits.append(_smallest(printed, label))
        free = [slot for slot in self.present.slots(place)
                if not any(edit.start < slot.end and slot.start < edit.end for edit in edits)]
        once = self.present.meant.get(place, {})
        for slot in free:
            number = self._number(para.text[slot.start:slot.end], self.present.identities[slot.target])
            if slot.start not in once and number != para.text[slot.start:slot.end]:
                edits.append(Edit(slot.start, slot.end, number))
        lost = [slot for slot in free if slot.start not in once and
                self._dropped(self.present.identities[slot.target])]
        if lost:
            return Conflict("lost", -1, (_round(para.text, lost[0].start, lost[-1].end),))
        return self._doubt(place, edits)

    def _keep_aim(self, place: int, at: int) -> None:
        """Remember of a number the person has not touched what it named, where it now names something else."""
        if not self.then.slots(at):
            return
        text = self.theirs[place].text
        stood = untouched(tokens(self.base[at].text), tokens(text))
        own = {slot.start: self.present.identities[slot.target] for slot in self.present.slots(place)}
        self.present.meant[place] = {
            token.start: name for slot in self.then.slots(at)
            if (token := stood.get(slot.start)) is not None and own.get(token.start) != (
                name := self.then.identities[slot.target])}

    def _doubt(self, place: int, edits: Sequence[Edit]) -> Conflict | None:
        """Return the doubt about numbers that stand as docgen wrote them and name something else by now.

        There is none where docgen moves neither what they name now nor what they named then.
        """
        text = self.theirs[place].text
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
            made += text[at:start] + self._number(text[start:ends[start]], once[start])
            at = ends[start]
        made += text[at:]
        if any(self._dropped(name) for name in once.values()):
            return Conflict("lost", -1, (_round(text, first, last),))
        meant = _round(made, first, last + len(made) - len(text))
        here = _round(text, first, last)
        return Conflict("reference", -1, (here,), (), (meant,)) if here != meant else None

    def _given_away(self, place: int, ends: Mapping[int, int]) -> list[int]:
        """Return where numbers stand that named an article the person took out, and are now those of a new one."""
        text = self.theirs[place].text
        taken = {label.number for name, printed in self.finals.items() if name.startswith("n")
                 and (label := Para(printed + "x").label) is not None and label.rank == "article"}
        articles = {f"b{at}" for at, para in enumerate(self.base) if para.label and para.label.rank == "article"}
        return sorted(start for start, name in self.present.meant.get(place, {}).items()
                      if name in articles and name not in self.places and text[start:ends[start]] in taken)

    def _moved(self, name: str) -> bool:
        """Tell whether what a number names gets another number in the result than it has in the person's file."""
        place = self.places.get(name, -1)
        label = self.theirs[place].label if place >= 0 else None
        return place >= 0 and self.finals.get(name) != (label.text if label else "")

    def _dropped(self, name: str) -> bool:
        """Tell whether docgen takes out what a number names."""
        return name in self.places and name not in self.finals

    def _conflict(self, kind: ConflictKind, at: int, unit: Unit) -> Conflict:
        return Conflict(kind, at, tuple(self.theirs[place].text for place in unit.other),
                        tuple(self.base[place].text for place in unit.base),
                        tuple(self.new[self.made[place]].text for place in unit.base if place in self.made))

    def _told(self, ordered: Ordered) -> list[Conflict]:
        """Return the conflicts about whole paragraphs, those that follow each other as one."""
        units = self.held.of_other()
        steps = {entry.theirs: at for at, entry in enumerate(ordered.entries) if entry.theirs >= 0}
        found: list[Conflict] = []
        for run in _runs(ordered.standing):
            places = [at for place in run for at in units[place].base] if all(place in units for place in run) else []
            found.append(Conflict("dropped", steps[run[0]], tuple(self.theirs[place].text for place in run),
                                  tuple(self.base[at].text for at in places)))
        for run in _runs(ordered.unmoved):
            found.append(Conflict("unmoved", steps[run[0]], tuple(self.theirs[place].text for place in run), (),
                                  tuple(self.new[number].text for number in (self._before(units[run[0]]),)
                                        if number >= 0)))
        of_new = {number: at for at, number in self.made.items()}
        kinds: tuple[tuple[ConflictKind, tuple[int, ...]], ...] = (
            ("deleted", ordered.deleted), ("homeless", ordered.homeless))
        for kind, numbers in kinds:
            for run in _runs(numbers):
                then = tuple(self.base[of_new[number]].text for number in run if number in of_new)
                found.append(Conflict(kind, self._beside(run[0], ordered.entries, of_new), (), then,
                                      tuple(self.new[number].text for number in run)))
        return found

    def _before(self, unit: Unit) -> int:
        """Return the paragraph of now that stands before a unit there."""
        return self.made.get(unit.base[0], 0) - 1

    def _beside(self, number: int, entries: Sequence[Entry], of_new: dict[int, int]) -> int:
        """Return the step next to which a paragraph of now would stand: what stands before it, else the first."""
        held = self.held.of_base()
        where = {entry.theirs: at for at, entry in enumerate(entries) if entry.fate == "kept"}
        for other in range(number, -1, -1):
            at = of_new.get(other, -1)
            if at in held and held[at].other[-1] in where:
                return where[held[at].other[-1]]
        return min(where.values(), default=0)


def _round(text: str, start: int, end: int) -> str:
    """Return the words round a place of a text."""
    first = text.rfind(" ", 0, max(0, start - _ROUND)) + 1
    return text[first:end]


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Put together what follows each other without a break."""
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


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
