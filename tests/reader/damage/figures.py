"""How well damage is found and repaired, measured against the labels of seed 003."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from docgen.model.places import Place
from docgen.reader.damage import Counts, Damage, find_damage
from docgen.reader.damage.places import passages
from docgen.reader.read import read
from tests.reader.damage.labelled import SEED, doubtful, labels

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Score:
    """Shares found, of all labels and of each sort; share of automatic repairs that are right; findings elsewhere."""

    labels: int
    found: float
    non_words: float
    real_words: float
    repairs: int
    right: float
    false: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


def score(counts: Counts) -> Score:
    """Find damage in seed 003 as it is read and hold it against the labels."""
    hits = _hits(counts)
    wanted = {(one.line, one.column): one for one in labels() if one.sort in ("non_word", "real_word")}
    sorts = {sort: [place for place, one in wanted.items() if one.sort == sort] for sort in ("non_word", "real_word")}
    unsure = {(line, column) for line, column, _ in doubtful()}
    repairs = {place: one for place, one in hits.items() if one.repair is not None and place not in unsure}
    wrong = tuple(f"{place[0]}:{place[1]} {one.word} -> {one.repair}" for place, one in repairs.items()
                  if place not in wanted or one.repair != wanted[place].right)
    missed = tuple(f"{place[0]}:{place[1]} {one.printed}" for place, one in wanted.items() if place not in hits)
    return Score(
        labels=len(wanted), found=_share(list(wanted), hits), non_words=_share(sorts["non_word"], hits),
        real_words=_share(sorts["real_word"], hits), repairs=len(repairs),
        right=1 - len(wrong) / len(repairs), false=len(set(hits) - set(wanted) - unsure), missed=missed, wrong=wrong)


def _hits(counts: Counts) -> dict[tuple[int, int], Damage]:
    """Return what was found, by line and column of the seed; specks are no words and have no label of this sort."""
    regulation = read(SEED.read_text(encoding="utf-8")).regulation
    found = {(Place(one.address, one.zone, one.part), one.start): one for one in find_damage(regulation, counts)
             if one.word[:1].isalnum()}
    tokens = [(token[0], found.get((place, token.start())))
              for place, words in passages(regulation) for token in _TOKEN.finditer(words)]
    lines = unicodedata.normalize("NFC", SEED.read_text(encoding="utf-8")).split("\n")
    source = [(token[0], number, token.start() + 1) for number, line in enumerate(lines, 1)
              for token in _TOKEN.finditer(line)]
    hits = {}
    for step in Levenshtein.opcodes([one[0] for one in source], [one[0] for one in tokens]):
        if step.tag == "equal":
            for at, to in zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True):
                if (damage := tokens[to][1]) is not None:
                    hits[source[at][1:]] = damage
    return hits


def _share(wanted: list[tuple[int, int]], hits: dict[tuple[int, int], Damage]) -> float:
    return sum(place in hits for place in wanted) / len(wanted)
