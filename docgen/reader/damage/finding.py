"""Finding damage: every stretch of words weighed as a whole, and what remains doubtful or certain of each word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import log

from docgen.messages import NOTHING, Message, say
from docgen.model.places import Place
from docgen.model.tree import Regulation
from docgen.reader.damage.by_place import damage_by_place
from docgen.reader.damage.chances import Chances
from docgen.reader.damage.counts import Counts
from docgen.reader.damage.damage import Candidate, Damage, Sort
from docgen.reader.damage.lattice import Arc
from docgen.reader.damage.places import passages
from docgen.reader.damage.printing import Habits, printed_like
from docgen.reader.damage.readings import Readings
from docgen.reader.damage.runs import Run
from docgen.reader.damage.units import EDGE, Unit, units
from docgen.vietnamese.folding import restyle
from docgen.vietnamese.letters import is_name

FOUND = 0.7
"""A word is reported when its other readings together have more than this share."""

DECIDED = 0.97
"""A reading with this share is put in without asking."""

DECIDED_AGAINST_NEW = 0.99
"""The same, where what stands there could be a word that no counted text happens to have."""

_FORMLESS = 16.0
"""What it costs to say that a word without form stands there as printed."""

_NAMED = 3.0
"""What it costs, beside the letters, to say that a word with a capital inside a sentence is another word: names."""

_ROUNDS = 3
"""How often the badness of the page is learned anew from what was found on it."""

_USUAL = 0.01
"""The share of words that is damaged on a page of badness 1."""

_FIRST_BADNESS = 0.3
_SIGNED = ("signature", "copy-note")
"""Zones where a line may be a person's name: no evidence tells how somebody writes it."""

_SHOWN = 5


def find_damage(regulation: Regulation, counts: Counts, repaired: int = 0) -> tuple[Damage, ...]:
    """Return every damaged place of a regulation in the order of print, with what it may have said.

    `repaired`: how many places were damaged and are repaired by now; a page they stood on is no better for that.
    """
    lines = tuple((place, words) for place, words in passages(regulation)
                  if not (place.zone in _SIGNED and is_name(words)))
    order = {place: number for number, (place, _) in enumerate(lines)}
    found = {(order[Place(one.address, one.zone, one.part)], one.start): one
             for one in (*damage_by_place(regulation), *find_in(lines, counts, repaired))}
    return tuple(found[place] for place in sorted(found))


def find_in(lines: Sequence[tuple[Place, str]], counts: Counts, repaired: int = 0) -> tuple[Damage, ...]:
    """Find damage in stretches of words; how bad the page is, is learned from the stretches themselves."""
    chances, readings = Chances(counts), Readings(counts)
    stretches = [_Stretch(place, words, chances, readings) for place, words in lines]
    habits = Habits([one.units for one in stretches])
    badness, size = _FIRST_BADNESS, sum(len(one.units) for one in stretches)
    for _ in range(_ROUNDS):
        damaged = repaired + sum(one.weigh(badness) for one in stretches)
        badness = (damaged + _FIRST_BADNESS) / (_USUAL * size + 1)
    return tuple(damage for one in stretches for damage in one.damages(counts, habits))


class _Stretch:
    """One stretch of words with all its readings, cut into runs of words that are not settled."""

    def __init__(self, place: Place, words: str, chances: Chances, readings: Readings) -> None:
        self.place = place
        found = units(words)
        self.units = tuple(unit for unit in found if not unit.is_other)
        self._strays = [unit for unit in found if unit.is_stray]
        self._text = words
        self._chances = chances
        self._readings = readings
        self._runs = [Run(self._key(first - 1), self._key(last), arcs) for first, last, arcs in self._open_runs()]

    def weigh(self, badness: float) -> float:
        """Work out the share of every reading on a page of this badness; return how many words that makes damaged."""
        return sum(run.weigh(log(badness), self._chances) for run in self._runs)

    def damages(self, counts: Counts, habits: Habits) -> list[Damage]:
        """Return what is damaged in this stretch."""
        found = [self._stray(unit) for unit in self._strays]
        for run in self._runs:
            for own, others in run.words():
                unit = self.units[own.arc.start]
                formless = own.arc.cost > 0
                if not formless and 1 - own.share <= FOUND:
                    continue
                candidates = tuple(
                    Candidate(self._printed(own.arc.start, other.arc, counts, habits), round(other.share, 3))
                    for other in others[:_SHOWN] if other.share >= 0.001)
                best = candidates[0] if candidates else None
                enough = DECIDED if formless or unit.key in counts.words else DECIDED_AGAINST_NEW
                certain = best and best.share >= enough and all(key in counts.words for key in others[0].arc.keys)
                sort: Sort = "joined" if best and " " in best.text else "non_word" if formless else "real_word"
                repair = best.text if certain and best and best.text != unit.text else None
                evidence = self._evidence(others[0].arc, counts, habits) if others else NOTHING
                found.append(replace(self._damage((unit.start, unit.end), unit.text, sort, candidates, repair),
                                     evidence=evidence))
        return sorted(found, key=lambda one: one.start)

    def _printed(self, at: int, arc: Arc, counts: Counts, habits: Habits) -> str:
        """Write a reading as the place wants it; a word without form has no capitals to go by, the text's habit has."""
        unit = self.units[at]
        printed = printed_like(unit.text, " ".join(map(counts.printed, arc.keys)), habits.style)
        if unit.form != "syllable" and habits.always_capital((*arc.keys, self._key(at + 1), self._key(at + 2))):
            return printed[:1].upper() + printed[1:]
        return printed

    def _stray(self, unit: Unit) -> Damage:
        """Return a speck on the paper as damage; inside a line it goes, at the beginning it may have been a dash."""
        before = self._text[:unit.start].rstrip()
        candidates = (Candidate("", 1.0),) if before else (Candidate("-", 0.5), Candidate("", 0.5))
        return self._damage((len(before), unit.end), unit.text, "non_word", candidates, "" if before else None)

    def _damage(self, span: tuple[int, int], word: str, sort: Sort, candidates: tuple[Candidate, ...],
                repair: str | None) -> Damage:
        return Damage(address=self.place.address, zone=self.place.zone, part=self.place.part, start=span[0],
                      end=span[1], word=word, sort=sort, candidates=candidates, repair=repair,
                      why=_why(word, sort, candidates[0] if candidates else None))

    def _evidence(self, arc: Arc, counts: Counts, habits: Habits) -> Message:
        """Say which pair of words speaks for a reading."""
        row = (self._key(arc.start - 1), *arc.keys, self._key(arc.end))
        pairs = [pair for pair in pairwise(row) if pair in counts.pairs and all(key.isalpha() for key in pair)]
        if not pairs:
            return say("No other reading comes near it.")
        best = max(pairs, key=lambda pair: counts.pairs[pair])
        phrase = restyle(" ".join(counts.printed(key) for key in best), habits.style)
        return say("'{phrase}' stands {count} times in the sound texts counted.", phrase=phrase,
                   count=counts.pairs[best])

    def _key(self, at: int) -> str:
        return self.units[at].key if 0 <= at < len(self.units) else EDGE

    def _open_runs(self) -> Iterator[tuple[int, int, list[Arc]]]:
        """Yield each run of neighbours that have more than one reading: first unit, the unit after it, the arcs."""
        first, arcs = 0, list[Arc]()
        for at, unit in enumerate(self.units):
            formless = self._is_formless(at)
            others = self._others(at, unit, formless)
            if not others and not formless:
                if arcs:
                    yield first, at, arcs
                first, arcs = at + 1, []
                continue
            arcs.append(Arc(at, at + 1, (unit.key,), _FORMLESS if formless else 0.0, as_printed=True))
            arcs += others
        if arcs:
            yield first, len(self.units), arcs

    def _is_formless(self, at: int) -> bool:
        unit = self.units[at]
        if unit.form not in ("malformed", "name") or self._readings.known(unit.text):
            return False
        if unit.form == "malformed":
            return True
        beside = [self.units[other] for other in (at - 2, at - 1, at + 1, at + 2) if 0 <= other < len(self.units)]
        return not any(other.text[:1].isupper() for other in beside) and "'" not in unit.text and "’" not in unit.text

    def _others(self, at: int, unit: Unit, formless: bool) -> list[Arc]:
        """Return the other readings of a word; a word at home between its neighbours has none."""
        left = self._key(at - 1)
        if not unit.is_word or self._chances.is_at_home(left, unit.key, self._key(at + 1)):
            return []
        if len(unit.text) == 1 and self.place.part == "label":
            return []
        inside = at > 0 and left != "." and unit.text[:1].isupper() and not unit.text.isupper()
        extra = _NAMED if inside else 0.0
        found = [Arc(at, at + 1, one.keys, one.cost + extra) for one in self._readings.of(unit.text, not formless)]
        if not self._readings.known(unit.text):
            found += [Arc(at, at + 1, one.keys, one.cost) for one in self._readings.joined(unit.text)]
        return found


def _why(word: str, sort: Sort, best: Candidate | None) -> Message:
    """Say in a sentence what speaks against a word."""
    if sort == "joined" and best:
        return say("'{word}' is two words run together: '{now}'.", word=word, now=best.text)
    if best and not best.text:
        return say("'{word}' is a speck on the paper, no mark of the text.", word=word)
    if sort == "non_word":
        return say("'{word}' is no word of Vietnamese, no number and no abbreviation.", word=word)
    return say("'{word}' is a word, but not beside these words; '{now}' is.", word=word, now=best.text if best else "")
