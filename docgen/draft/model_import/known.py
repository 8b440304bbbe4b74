"""The questions a framework asks already, each with the words it stands among in the shipped clauses.

A blank of a model is held against them: the words round it, the words of a note in it. All figures are whole numbers,
so that the same model gives the same template everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import log

from docgen.draft.clauses import ClauseSet
from docgen.draft.field import Field, FieldList
from docgen.draft.model_import.blanks import DOTS, folded

ASKABLE = ("text", "integer", "date", "month_day", "year", "choice")
LEAST = 340
"""Thousandths of likeness below which a blank is a question of the model's own."""
LEAST_SHARED = 2
"""Words at the blank itself that the question must know: one alone, "họp", says nothing."""
AHEAD = 30
"""Thousandths a question must be ahead of the next one."""
NEAR = 9
"""Words on each side of a blank that are looked at."""

_TAG = re.compile(r"\{\{\s*([a-z_0-9]+?)(?:_words)?\s*\}\}|\{%.*?%\}|\{\{.*?\}\}")
_ENDS = re.compile(rf"[;:.]\s|\[[^\[\]]*\]|{DOTS}")
_DATED = re.compile(rf"\s*,?\s*ngày\s*(?:{DOTS}|\[|\s{{2}})")
_STOP = frozenset(("va", "cua", "cac", "cho", "voi", "theo", "tai", "trong", "duoc", "la", "co", "de", "den", "tu",
                   "khi", "nay", "mot", "nhung", "do", "ve"))
ROUND, LABEL, CUE = 3, 2, 120
"""Weights of the words round a blank, of the words of the question; what is added where "ngày" stands before a day."""
DAYS = ("ngay", "thang", "nam")
UNITS = ("ngay", "phut", "lan", "dong chi", "thang", "nam", "nguoi", "quan chung", "dang vien")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words round a blank: before it and after it, the nearest first, without marks, up to the next blank."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    unit: str = ""
    """What is counted at the blank: ngày, phút, lần; empty if nothing is."""


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """Return the words round a place of a line."""
    before = _ENDS.split(text[:start])
    left = before[-1] if len(folded(before[-1]).split()) > 2 or len(before) < 2 else f"{before[-2]} {before[-1]}"
    after = _ENDS.split(text[end:])[0]
    counted = "" if _DATED.match(text, end) or text[end:end + 1] in (",", ";", ".") else " ".join(
        folded(after).split()[:2])
    return Surroundings(tuple(reversed(folded(left).split()[-NEAR:])), tuple(folded(after).split()[:NEAR]),
                        next((unit for unit in UNITS if counted.startswith(unit)), ""))


@dataclass(slots=True)
class _Profile:
    asked: Field
    lead: str
    """The word an answer begins with: ngày, tháng; empty if that is open."""
    label: Counter[str] = field(default_factory=Counter)
    round: list[Counter[str]] = field(default_factory=list)
    units: set[str] = field(default_factory=set)


class KnownQuestions:
    """The questions of a framework, ready to be held against the blanks of a model."""

    def __init__(self, fields: FieldList, clauses: Iterable[ClauseSet], kind: str, left_out: Collection[str]) -> None:
        """`left_out` are the questions recognised otherwise, such as the names of bodies."""
        self.fields = fields
        self._profiles = {one.name: _Profile(one, _lead(one), Counter(_worded(f"{one.label}"))) for one in fields.fields
                          if one.type in ASKABLE and one.serves((kind,)) and one.name not in left_out}
        for text, heading in _texts(clauses):
            self._learn(text, heading)
        often: Counter[str] = Counter()
        for profile in self._profiles.values():
            often.update(set(profile.label).union(*profile.round))
        count = len(self._profiles)
        self._weight = {word: round(1000 * log(1 + count / times)) for word, times in often.items()}
        self._rare = round(1000 * log(1 + count))

    def _learn(self, text: str, heading: str) -> None:
        for tag in _TAG.finditer(text):
            profile = self._profiles.get(tag[1] or "")
            if profile is None:
                continue
            plain = _TAG.sub(lambda other: "…" if other[1] else " ", text[:tag.start()])
            behind = _TAG.sub(lambda other: "…" if other[1] else " ", text[tag.end():])
            found = surroundings(f"{plain}…{behind}", len(plain), len(plain) + 1)
            profile.round.append(_bag(found, heading))
            if found.unit:
                profile.units.add(found.unit)

    def scores(self, found: Surroundings, heading: str, note: str, kinds: tuple[str, ...]) -> dict[str, int]:
        """Return the questions of these types that may be meant at a blank, with how like they are."""
        bag = _bag(found, heading)
        for word in _worded(note):
            bag[word] += 4
        rated = {name: self._likeness(bag, found, profile) for name, profile in self._profiles.items()
                 if profile.asked.type in kinds}
        return {name: like for name, like in rated.items() if like >= LEAST}

    def by_choices(self, choices: tuple[str, ...]) -> str:
        """Return the question that leaves the same choices; empty if none does."""
        wanted = {folded(choice) for choice in choices}
        for one in self.fields.fields:
            own = {folded(choice) for choice in one.choices}
            if own and wanted <= own:
                return one.name
        return ""

    def _likeness(self, bag: Counter[str], found: Surroundings, profile: _Profile) -> int:
        """Return how like: words round both places, and how much of the question itself is said at the blank."""
        unit, before = found.unit, (found.before or ("",))[0]
        if unit in ("ngay", "phut", "lan", "dong chi") and profile.units and unit not in profile.units:
            return 0
        if profile.asked.type == "integer" and profile.units and not unit:
            return 0
        if unit == "ngay" and profile.lead == "ngay":
            return 0
        cue = 0
        if before in DAYS:
            # after "ngày" stands a day, not a number of days, and "tháng" is followed by a month
            if profile.lead != before:
                return 0
            cue = CUE
        known = set(profile.label).union(*profile.round)
        if len({*found.before, *found.after} & known - _STOP) < LEAST_SHARED:
            return 0
        around = max((self._cosine(bag, other + profile.label) for other in profile.round or [Counter()]), default=0)
        return cue + (ROUND * around + LABEL * self._said(profile.label, bag)) // (ROUND + LABEL)

    def _said(self, label: Counter[str], bag: Counter[str]) -> int:
        whole = sum(self._weight.get(word, self._rare) for word in label)
        return 1000 * sum(self._weight.get(word, self._rare) for word in label if word in bag) // whole if whole else 0

    def _cosine(self, one: Counter[str], other: Counter[str]) -> int:
        shared = sum(min(one[word], other[word]) * self._weight.get(word, self._rare) ** 2
                     for word in sorted(one.keys() & other))
        size = self._size(one) * self._size(other)
        return round(1000 * shared / size ** 0.5) if size else 0

    def _size(self, bag: Counter[str]) -> int:
        return sum(times * self._weight.get(word, self._rare) ** 2 for word, times in bag.items())


def _lead(asked: Field) -> str:
    if asked.type == "text":
        return (folded(sample(asked)).split() or [""])[0]
    return "ngay" if folded(asked.label).startswith("ngay") else ""


def sample(asked: Field) -> str:
    """Return an answer as an office would write it: the default, or what the help gives as an example."""
    return str(asked.default or "") or asked.help.rpartition(": ")[2]


def _bag(found: Surroundings, heading: str) -> Counter[str]:
    bag: Counter[str] = Counter()
    for side in (found.before, found.after):
        for distance, word in enumerate(side):
            if word not in _STOP:
                bag[word] += 3 if distance < 3 else 2 if distance < 6 else 1
    for word in _worded(heading):
        bag[word] += 1
    return bag


def _worded(text: str) -> list[str]:
    return [word for word in folded(text).split() if word not in _STOP]


def _texts(clauses: Iterable[ClauseSet]) -> Iterable[tuple[str, str]]:
    for one in clauses:
        heading = ""
        for clause in one.clauses:
            if clause.source.rank == "article":
                heading = clause.source.text
            yield clause.source.text, heading


def assigned(scores: Mapping[int, Mapping[str, int]]) -> dict[int, str]:
    """Return the question of each blank, the surest first; each is asked once, and a near tie settles nothing."""
    left = {place: dict(rated) for place, rated in scores.items()}
    found: dict[int, str] = {}
    while any(left.values()):
        like, _, name, place = max((like, -place, name, place) for place, rated in left.items()
                                   for name, like in rated.items())
        others = [other for one, other in left[place].items() if one != name]
        if not others or like - max(others) >= AHEAD:
            found[place] = name
        left.pop(place)
        if place in found:
            for rated in left.values():
                rated.pop(name, None)
    return found

