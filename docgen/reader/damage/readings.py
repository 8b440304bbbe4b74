"""Which words a damaged word may have been: those known from the counts whose letters are near, and how near."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from docgen.reader.damage.confusions import broken_as, cost
from docgen.reader.damage.counts import Counts
from docgen.vietnamese.folding import fold, restyle
from docgen.vietnamese.letters import without_marks
from docgen.vietnamese.syllable_form import all_syllables, is_syllable, spellings

FARTHEST = 21.0
"""Beyond this cost a word is no reading of another: about three letters of bad luck."""

FARTHEST_OF_A_WORD = 12.0
"""The same for what is a word as it stands: one letter, or one group of letters."""

_MOST = 12
_LONGEST = 12
"""Letters: no syllable has more than seven, and none is broken into so many."""
_NEVER_COUNTED = 12.0
"""Beyond this cost a syllable that no sound text has is no reading."""

_DOUBLETS = frozenset(map(frozenset, (("hàng", "hằng"), ("sáp", "sát"), ("tàu", "tầu"), ("giày", "giầy"),
                                      ("giàu", "giầu"), ("này", "nầy"), ("giành", "dành"), ("trau", "chau"))))
"""Two ways to write one word, or two words that offices mix up: never damage."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a place may say: one key or more (words run together), and the cost of having been read so."""

    keys: tuple[str, ...]
    cost: float


class Readings:
    """The words of the counts, arranged so that those near a given word are found quickly."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._kept: dict[str, tuple[Reading, ...]] = {}
        self._cut: dict[str, tuple[Reading, ...]] = {}

    def of(self, word: str, near: bool) -> tuple[Reading, ...]:
        """Return the words this one may have been, the likeliest first; `near`: only one letter or group apart."""
        lower = _plain(word)
        if len(lower) > _LONGEST:
            return ()
        held = self._kept.get(key := f"{lower} {near}")
        if held is None:
            found = sorted((cost(printed, lower), word) for word, printed in self._words(lower, near)
                           if frozenset((printed, lower)) not in _DOUBLETS)
            limit = FARTHEST_OF_A_WORD if near else FARTHEST
            held = tuple(Reading((word,), price) for price, word in found[:_MOST] if 0 < price <= limit)
            if not near:
                held += self._new_words(lower, bool(held) and held[0].cost < _NEVER_COUNTED)
            self._kept[key] = held
        return held

    def joined(self, word: str) -> tuple[Reading, ...]:
        """Return two known words this one may be when the space between them was lost."""
        lower = _plain(word)
        if len(lower) > 2 * _LONGEST:
            return ()
        held = self._cut.get(lower)
        if held is None:
            pairs = self._counts.pairs
            found = []
            for at in range(1, len(lower)):
                left, right = self._known.get(lower[:at]), self._known.get(lower[at:])
                if left and right and (left, right) in pairs:
                    found.append(Reading((left, right), _SPACE_LOST))
            held = self._cut[lower] = tuple(found)
        return held

    def known(self, word: str) -> str:
        """Return the key of a word that is counted, empty if it is not."""
        return self._known.get(_plain(word), "")

    @cached_property
    def _known(self) -> dict[str, str]:
        """The words of the counts by the way they are printed; abbreviations, figures and marks are not among them."""
        return {restyle(self._counts.printed(key), "new"): key for key in self._counts.words
                if is_syllable(key) or (len(key) > 2 and key.isalpha())}

    @cached_property
    def _bare(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """The known words by their letters without marks."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for printed, key in self._known.items():
            groups.setdefault(without_marks(printed), []).append((key, printed))
        return {bare: tuple(group) for bare, group in groups.items()}

    def _new_words(self, lower: str, has_known: bool) -> tuple[Reading, ...]:
        """Return syllables that no sound text has but that are near: for a person to choose, never put in unasked."""
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        forms = _syllables()
        bares = {without_marks(lower), *(without_marks(lower.replace(read, printed, 1))
                                         for printed, read in broken_as() if read in lower)}
        if not has_known:
            bares |= {match[0] for match in process.extract(
                without_marks(lower), forms.keys(), scorer=Levenshtein.distance, score_cutoff=1, limit=None)}
        found = sorted((price, word) for bare in bares for word in forms.get(bare, ()) if word not in self._known
                       if (price := cost(word, lower)) <= _NEVER_COUNTED)
        return tuple(Reading((fold(word),), price) for price, word in found[:3])

    def _words(self, lower: str, near: bool) -> Iterable[tuple[str, str]]:
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        bare = without_marks(lower)
        spread = 1 if near else max(2, (len(lower) + 1) // 2)
        choices = list(self._bare)
        wanted = {bare}
        for printed, read in broken_as():
            if read in lower:
                wanted.add(without_marks(lower.replace(read, printed, 1)))
        nearest: set[str] = set()
        for one in wanted:
            cutoff = (spread if len(one) > 2 or not near else 1) if one == bare else spread - 1
            nearest.update(match[0] for match in process.extract(
                one, choices, scorer=Levenshtein.distance, score_cutoff=cutoff, limit=None))
        return (item for found in sorted(nearest) for item in self._bare[found])


@lru_cache(maxsize=1 << 14)
def _plain(word: str) -> str:
    """Return a word in small letters and in one spelling style; what is no syllable keeps its letters."""
    lower = word.lower()
    return restyle(lower, "new") if is_syllable(lower) else lower


@lru_cache(maxsize=1)
def _syllables() -> dict[str, tuple[str, ...]]:
    """Return every well-formed syllable by its letters without marks."""
    groups: dict[str, list[str]] = {}
    for one in all_syllables():
        groups.setdefault(without_marks(one.bare), []).append(spellings(one)[0])
    return {bare: tuple(words) for bare, words in groups.items()}


_SPACE_LOST = 7.0
"""What it costs to say that a space was lost."""
