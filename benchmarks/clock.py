"""The one stopwatch of all benchmarks: best of several rounds, and a loop that tells how fast the machine is today."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def best_of(work: Callable[[], object], rounds: int = 7, seconds: float = 0.15) -> float:
    """Return milliseconds for one call: the best of `rounds`, each long enough to be measured."""
    work()
    start = time.perf_counter()
    work()
    turns = max(1, int(seconds / max(time.perf_counter() - start, 1e-6)))
    best = float("inf")
    gc.collect()
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(turns):
            work()
        best = min(best, (time.perf_counter() - start) / turns)
    return best * 1000


def calibration() -> float:
    """Return milliseconds for a fixed loop of pure Python; figures of two machines compare by it."""
    return best_of(lambda: sum(number * number % 7 for number in range(20_000)))
