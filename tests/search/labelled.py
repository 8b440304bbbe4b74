"""The labelled queries, and how well they are answered: by tests and by the benchmark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
TUNED = HERE / "queries.yaml"
KEPT_APART = HERE / "queries_kept_apart.yaml"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A query as typed, the places that answer it, the edition without which it cannot be answered."""

    query: str
    right: tuple[str, ...]
    waits_for: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """How many queries were asked, how many had a right place first, or among the first three; those that had not."""

    asked: int
    first: int
    first_three: int
    missed: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.asked} queries: right provision first {self.first}, among the first three {self.first_three}"


def read(path: Path) -> tuple[Labelled, ...]:
    return tuple(Labelled(one["query"], tuple(one["right"]), one.get("waits_for", ""))
                 for one in yaml.safe_load(path.read_text(encoding="utf-8")))


def measure(queries: Sequence[Labelled], ask: Callable[[str], Sequence[str]]) -> Figures:
    ranks = [next((place for place, found in enumerate(ask(one.query)) if found in one.right), 99) for one in queries]
    return Figures(len(queries), sum(rank == 0 for rank in ranks), sum(rank < 3 for rank in ranks),
                   tuple(one.query for one, rank in zip(queries, ranks, strict=True) if rank >= 3))
