"""Conflicts about whole paragraphs: what stands though docgen dropped it, what was not put in or put back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.renew.merge_order import Entry, Ordered
from docgen.renew.merge_pairs import Pairs, Unit
from docgen.renew.merge_paragraphs import Para
from docgen.renew.merge_result import Conflict, ConflictKind


class Telling:
    """The three texts with their counterparts: `made` are paragraphs of then with those of now."""

    def __init__(
        self, base: Sequence[Para], theirs: Sequence[Para], new: Sequence[Para], held: Pairs, made: Mapping[int, int],
    ) -> None:
        self.base, self.theirs, self.new = base, theirs, new
        self.held, self.made = held, made

    def on_words(self, at: int, unit: Unit) -> Conflict:
        """Return the conflict of a place both changed, told at the step `at`."""
        return Conflict("words", at, tuple(self.theirs[place].text for place in unit.other),
                        tuple(self.base[place].text for place in unit.base),
                        tuple(self.new[self.made[place]].text for place in unit.base if place in self.made))

    def told(self, ordered: Ordered) -> list[Conflict]:
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

    def _beside(self, number: int, entries: Sequence[Entry], of_new: Mapping[int, int]) -> int:
        """Return the step next to which a paragraph of now would stand: what stands before it, else the first."""
        held = self.held.of_base()
        where = {entry.theirs: at for at, entry in enumerate(entries) if entry.fate == "kept"}
        for other in range(number, -1, -1):
            at = of_new.get(other, -1)
            if at in held and held[at].other[-1] in where:
                return where[held[at].other[-1]]
        return min(where.values(), default=0)


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Put together what follows each other without a break."""
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs
