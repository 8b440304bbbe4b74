"""Three states of one text made into one: what docgen wrote then, what people made of it, what docgen would write now.

Pure: paragraphs in, steps out. Rejecting every step gives the person's text letter for letter; accepting all gives
their text with what docgen changed. Where both changed one place nothing is touched, and a conflict holds both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.renew.merge_aims import Aims
from docgen.renew.merge_conflicts import Telling
from docgen.renew.merge_numbers import Sides, final_numbers
from docgen.renew.merge_order import Entry, Plan, order
from docgen.renew.merge_pairs import Pairs, Unit, pair
from docgen.renew.merge_paragraphs import Para
from docgen.renew.merge_references import Numbered
from docgen.renew.merge_result import Conflict, Merged, Step
from docgen.renew.merge_words import Edit, Token, applied, merge_words, same

__all__ = ["Conflict", "Edit", "Merged", "Para", "Step", "merge"]


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
        of_new = {number: at for at, number in self.made.items()}
        mine = [f"b{of_new[number]}" if number in of_new else
                f"t{self.twins[number]}" if number in self.twins else f"n{number}" for number in range(len(new))]
        self.then = Numbered(base, [f"b{at}" for at in range(len(base))])
        self.present = Numbered(theirs, names)
        self.now = Numbered(new, mine)
        self.aims = Aims(self.then, self.present, self.now, self.base_of)
        self.telling = Telling(base, theirs, new, self.held, self.made)

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
                self.aims.finals[name] = label
        steps, conflicts = self._steps(ordered.entries, labels)
        conflicts += self.telling.told(ordered)
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
                steps.append(Step("added", -1, entry.new, label + self.aims.words_now(entry.new)))
                if (lost := self.aims.lost_now(entry.new)) is not None:
                    conflicts.append(replace(lost, at=at))
                continue
            unit = units.get(entry.theirs)
            both = False
            if unit is not None and unit.other[0] == entry.theirs and entry.new >= 0:
                merged = self._unit(unit)
                if merged is None:
                    conflicts.append(self.telling.on_words(at, unit))
                else:
                    both = merged[1]
                    for place, edit in merged[0]:
                        edits_of.setdefault(place, []).append(edit)
            reworded = any(self.theirs[entry.theirs].text[edit.start:edit.end] != edit.text
                           for edit in edits_of.get(entry.theirs, ()))
            doubt = self.aims.renumber(entry.theirs, label, edits_of.setdefault(entry.theirs, []))
            if doubt is None and reworded and entry.new >= 0:
                doubt = self.aims.lost_now(entry.new)
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
        now = [token._replace(text=self.aims.number(token.text, token.key[1:])) if token.key.startswith("\0") else token
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
