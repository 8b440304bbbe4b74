"""How well `docgen review` finds faults: good documents damaged in listed ways, precision and recall by kind.

A third and more of the faults stand in documents docgen did not make. Documents and words that were held out while the
rules were written are counted apart.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.clock import calibration
from docgen.api.cells import find_cell
from docgen.api.composing import compiled, compose
from docgen.api.document_review.review import CellFacts, Desk, cell_facts
from docgen.api.edition_facts import edition_facts
from docgen.draft.kinds import AGREEMENT, ALL, SET
from docgen.versions.library import open_library
from docgen.versions.workspace import Workspace
from tests.check.document.copy_of import Copy
from tests.check.document.damage.fault import About, Fault, Way
from tests.check.document.damage.sentences import HARMLESS
from tests.check.document.damage.ways import ALONE, WAYS
from tests.check.document.foreign_documents import build, sources

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
AS_HISTORY = date(2024, 6, 1)
"""The day the documents of the district are drafted for, which ended in 2025."""
GOAL = 0.95
TOGETHER = 3
"""Faults put into one copy at the same time, each into a paragraph of its own."""


@dataclass(frozen=True)
class Good:
    """One document without faults, and what is known about it."""

    name: str
    content: bytes
    cell: CellFacts
    about: About
    held_out: bool = False


@dataclass
class Score:
    """What was put in and what was said, by kind of finding."""

    put: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for name in ("put", "found", "said", "right"):
            getattr(self, name).update(getattr(other, name))
        self.missed += other.missed
        self.wrong += other.wrong


def shipped(workspace: Workspace, kind: str = ALL, *, history: bool = False) -> Iterator[Good]:
    """Yield the drafts of every sample cell, of every kind asked for; those of the historical one if it is wanted."""
    library = open_library(workspace)
    editions = edition_facts(library)
    for path in sorted(workspace.cells.glob("*.yaml")):
        named = find_cell(workspace, str(path), kind)
        cell = cell_facts(workspace, str(path))
        historical = cell.framework == "cap-huyen"
        if historical and not history:
            continue
        day = AS_HISTORY if historical else None
        templates = compiled(named.templates, editions)
        for made in compose(templates, cell.facts, named.name, library, editions, day=day, final=False):
            agreement = made.kind.slug == AGREEMENT.slug
            yield Good(made.stem, made.draft.content, cell, About(cell.facts, agreement, work=cell.framework))


def foreign(workspace: Workspace) -> Iterator[Good]:
    for source in sources():
        cell = cell_facts(workspace, source.cell)
        agreement = "phối hợp" in source.sections["summary"][0]
        yield Good(source.name, build(source), cell, About(
            cell.facts, agreement, tags=source.tags, foreign=True, work=cell.framework), source.held_out)


def damaged(good: Good, ways: list[Way], seed: int, held: bool) -> tuple[bytes, list[tuple[Fault, int]]]:
    """Return a copy with some faults in it and some harmless sentences, and where the faults stand."""
    copy = Copy(good.content, Random(seed))
    faults = [fault for way in ways if (fault := way(copy, good.about, held)) is not None]
    # a sentence that says how votes are counted would meet the very obligation that was struck out
    struck = any(fault.code == "review-obligation-missing" for fault in faults)
    for sentence in copy.random.sample([one for one in HARMLESS if not (struck and "tổng số" in one)], 2):
        at = copy.take(copy.sentences_end())
        if at is not None:
            copy.append(at, sentence)
    return copy.content(), [(fault, copy.place(fault.at) if fault.at is not None else -1) for fault in faults]


def judge(desk: Desk, good: Good, seed: int, ways: list[Way], held: bool) -> Score:
    content, faults = damaged(good, ways, seed, held)
    score = Score()
    if not faults:
        return score
    result = desk.review(content, good.name, cell=good.cell, today=TODAY)
    said = [(one.finding.code, one.finding.line - 1, str(one.finding.message)) for one in result.found
            if one.finding.severity != "note"]
    explained: set[int] = set()
    along: set[int] = set()
    for fault, place in faults:
        score.put[fault.code] += 1
        hits = [number for number, (code, at, _) in enumerate(said)
                if code == fault.code and (place < 0 or at == place)]
        explained.update(hits)
        along.update(number for number, (code, _, _) in enumerate(said) if code in fault.along)
        if hits:
            score.found[fault.code] += 1
        else:
            score.missed.append(f"{good.name} #{seed}: {fault.way} ({fault.code}, paragraph {place + 1})")
    for number, (code, at, message) in enumerate(said):
        if number in along and number not in explained:
            continue  # true as well, and nobody's merit
        score.said[code] += 1
        if number in explained:
            score.right[code] += 1
        else:
            score.wrong.append(f"{good.name} #{seed}: {code} at paragraph {at + 1}: {message} "
                               f"[{', '.join(fault.way for fault, _ in faults)}]")
    return score


def round_of(desk: Desk, documents: list[Good], held: bool, rounds: int) -> Score:
    """Put every way into every document once a round, three at a time."""
    total = Score()
    for number, good in enumerate(documents):
        for turn in range(rounds):
            random = Random(1000 * number + turn + (500 if held else 0))
            ways = [way for way in WAYS if way not in ALONE]
            random.shuffle(ways)
            together = [ways[start:start + TOGETHER] for start in range(0, len(ways), TOGETHER)]
            for place, some in enumerate((*together, *([way] for way in ALONE))):
                total.add(judge(desk, good, 100 * turn + place, some, held))
    return total


def table(title: str, score: Score) -> bool:
    """Print precision and recall by kind; tell whether every kind reaches the goal."""
    codes = sorted(set(score.put) | set(score.said))
    print(f"\n{title}: {sum(score.put.values())} faults")
    good = True
    for code in codes:
        recall = score.found[code] / score.put[code] if score.put[code] else None
        precision = score.right[code] / score.said[code] if score.said[code] else None
        short = any(value is not None and value < GOAL for value in (recall, precision))
        good = good and not short
        print(f"  {code:32}{score.put[code]:5} put  recall {_share(recall)}{score.said[code]:6} said  precision "
              f"{_share(precision)}{'  BELOW' if short else ''}")
    put, found, said, right = (sum(counter.values()) for counter in (score.put, score.found, score.said, score.right))
    print(f"  {'all':32}{put:5} put  recall {_share(found / put if put else None)}{said:6} said  precision "
          f"{_share(right / said if said else None)}")
    return good


def _share(value: float | None) -> str:
    return "  -  " if value is None else f"{value:.3f}"


def main() -> int:
    verbose, quick = "-v" in sys.argv, "--quick" in sys.argv
    workspace = Workspace(ROOT)
    desk = Desk.of(workspace)
    own, others = list(shipped(workspace)), list(foreign(workspace))
    begun = time.perf_counter()
    errors = noise = 0
    papers = list(shipped(workspace, SET, history=True))
    for good in (*papers, *others):
        result = desk.review(good.content, good.name, cell=good.cell, today=TODAY)
        said = [one.finding for one in result.found if one.finding.severity != "note"]
        noise += len(said)
        errors += sum(one.severity == "error" for one in said)
        for finding in said if verbose else ():
            print(f"  good document {good.name}: {finding.code} at {finding.line}: {finding.message}")
    print(f"{len(papers)} drafts of the samples and {len(others)} documents docgen did not make, undamaged: {errors} "
          f"errors, {noise - errors} warnings; {len(WAYS)} ways to damage them")
    tuned = [good for good in others if not good.held_out]
    held = [good for good in others if good.held_out]
    parts = (
        ("drafts of docgen, words tuned on", own[:: 3 if quick else 1], False, 1),
        ("foreign documents, words tuned on", tuned, False, 1 if quick else 3),
        ("drafts of docgen, words held out", own[:: 4 if quick else 2], True, 1),
        ("foreign documents tuned on, words held out", tuned, True, 1),
        ("foreign documents held out, words held out", held, True, 1 if quick else 3),
    )
    total, reached = Score(), True
    for title, documents, words, rounds in parts:
        if "--no-held" in sys.argv and words:
            continue
        score = round_of(desk, documents, words, rounds)
        table(title, score)
        if verbose:
            print("".join(f"    missed {one}\n" for one in score.missed), end="")
            print("".join(f"    wrong  {one}\n" for one in score.wrong), end="")
        total.add(score)
    reached = table("together", total) and errors == 0
    print(f"{time.perf_counter() - begun:.0f} s (calibration {calibration():.2f} s)")
    return 0 if reached else 1


if __name__ == "__main__":
    raise SystemExit(main())
