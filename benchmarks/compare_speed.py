"""How long comparing takes beside its peers: twelve articles, a thousand, and a word diff of 100,000 words."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from rapidfuzz.distance import LCSseq

from benchmarks.align import aligners, doc, gen, worddiff
from benchmarks.compare_quality import BASES, SEEDS, docgen, figures, pairs, score
from docgen.compare.compare import compare
from docgen.compare.matching import Alphabet, anchored
from docgen.reader.read import read

ROOT = Path(__file__).parents[1]


def twelve_articles(profile: str) -> tuple[float, float]:
    """Return milliseconds of flow and of compare(), words included, reading excluded: the mean of ten pairs."""
    given = pairs(profile, range(1, 6))
    ready = [(read(doc.render(old)).regulation, read(doc.render(new)).regulation) for old, new, _ in given]
    best = [[float("inf")] * 2 for _ in given]
    for _ in range(6):
        for place, ((old, new, _), (one, other)) in enumerate(zip(given, ready, strict=True)):
            best[place][0] = min(best[place][0], _once(partial(aligners.flow, old, new)))
            best[place][1] = min(best[place][1], _once(partial(compare, one, other)))
    return sum(one for one, _ in best) / len(best), sum(other for _, other in best) / len(best)


def _once(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def thousand_articles(profile: str, who: str) -> tuple[float, int, float]:
    """Return seconds, peak megabytes and clause F1 on about 1,000 articles of boilerplate, in a process of its own."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.compare_speed", profile, who], cwd=ROOT,
                          capture_output=True, text=True, check=True)
    seconds, megabytes, f1 = done.stdout.split()
    return float(seconds), int(megabytes), float(f1)


def _thousand(profile: str, who: str) -> None:
    base = gen.scale_base(BASES[0], 84, "1:0")
    old, new, truth = gen.make_pair(base, BASES[1], gen.PROFILES[profile], "1:0")
    texts = read(doc.render(old)).regulation, read(doc.render(new)).regulation
    start = time.perf_counter()
    if who == "flow":
        found: Any = aligners.flow(old, new)
        seconds = time.perf_counter() - start
    else:
        compare(*texts)
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if who != "flow":
        found = docgen(old, new)
    f1 = figures(score([(old, new, truth)], lambda *_: found)["clause", "match"])[2]
    print(seconds, peak, f1)


def long_words(size: int, share: float, moves: int) -> tuple[float, float, float, float]:
    """Return milliseconds of the anchored peer and of ours, and the part of the LCS each finds."""
    old, new = _edited(size, share, moves)
    numbers = worddiff.intern(old, new)
    alphabet = Alphabet()
    one, other = alphabet.spell(old), alphabet.spell(new)
    times = [float("inf")] * 2
    for _ in range(5):
        times[0] = min(times[0], _once(lambda: worddiff.opcodes(*numbers)))
        times[1] = min(times[1], _once(lambda: anchored(one, other)))
    best = LCSseq.similarity(one, other)
    peer = sum(code[2] - code[1] for code in worddiff.opcodes(*numbers) if code[0] == "equal")
    return times[0], times[1], peer / best, sum(run.size for run in anchored(one, other)[0]) / best


def _edited(size: int, share: float, moves: int) -> tuple[list[str], list[str]]:
    """Return a text of that many words, and one with a share of them touched and some blocks moved."""
    chance = random.Random(f"{size}:{share}:{moves}")
    stock = [word for path in sorted(SEEDS.glob("*.txt")) for word in path.read_text(encoding="utf-8").split()]
    old: list[str] = []
    while len(old) < size:
        at = chance.randrange(len(stock) - 40)
        old += stock[at:at + chance.randrange(10, 40)]
    old = old[:size]
    new: list[str] = []
    at = 0
    while at < size:
        if chance.random() < share / 2.5:
            many, kind, source = chance.choice((1, 1, 2, 2, 3, 4)), chance.random(), chance.randrange(len(stock) - 5)
            new += stock[source:source + many] if kind < 0.5 or kind >= 0.75 else []
            at += many if kind < 0.75 else 0
        else:
            new.append(old[at])
            at += 1
    for _ in range(moves):
        block, at = size // 50, chance.randrange(len(new) - size // 50)
        taken = new[at:at + block]
        del new[at:at + block]
        at = chance.randrange(len(new))
        new[at:at] = taken
    return old, new


if __name__ == "__main__":
    _thousand(sys.argv[1], sys.argv[2])
