"""Searching: how well thirty labelled queries are answered, and how fast 20,000 provisions, beside peers in one run.

python -m benchmarks.bench_search [PROVISIONS]
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

from benchmarks.clock import best_of, calibration
from benchmarks.search_peers import Like, Provision, Scan, StockFts5
from docgen.model.address import walk
from docgen.model.level import Level
from docgen.model.tree import Provision as Node
from docgen.model.tree import Regulation
from docgen.search.entry import SearchText
from docgen.search.index import Index
from docgen.search.search import find
from docgen.search.snippet import snippet
from docgen.versions.as_of import standing
from docgen.versions.library import Library, open_library
from docgen.versions.workspace import Workspace
from tests.search.labelled import KEPT_APART, TUNED, Labelled, measure, read

ROOT = Path(__file__).parents[1]
GOAL = 50.0
"""Milliseconds a query may take over 20,000 provisions."""

TYPED = ("quy che lam viec", "quy chế làm việc", "dang vien", "đảng viên", "dang", "cua", "nghi quyet cua cap uy",
         '"cấp uỷ cấp trên"', "khoan 2 dieu 9 qd 162", "dieu 9", "BTV uỷ quyền cho thường trực",
         "kiem tra giam sat to chuc dang", "dang vien khongco", "chi uy phan cong dang vien phu trach khongco dia ban",
         "khong co tu nao nhu vay xyz")


def held(library: Library) -> list[SearchText]:
    """Return the texts of the workspace, for the index."""
    return [SearchText(
        edition=one.id, digest=one.sha256 or "-", work=one.work, name=one.name, title=one.title,
        load=lambda one=one: library.text(one).regulation if one.completeness != "none" else None,  # type: ignore[misc]
        issued_on=one.issued_on.date.text if one.issued_on.date else "") for one in library.registers.editions]


def plain(name: str, regulation: Regulation) -> Iterator[Provision]:
    """Yield provisions the way the peers take them."""
    for address, node in walk(regulation):
        yield f"{name}:{address}", node.heading, node.text


def made(library: Library, count: int) -> list[tuple[str, Regulation]]:
    """Return regulations of 75 provisions or so, made of the headings and sentences of the texts that are held."""
    draw = random.Random(5)
    nodes = [node for one in library.registers.editions if one.completeness != "none"
             for _, node in walk(library.text(one).regulation)]
    headings = sorted({node.heading for node in nodes if node.heading})
    sentences = sorted({part.strip() for node in nodes for part in node.text.split(";") if len(part.split()) > 5})
    texts: list[tuple[str, Regulation]] = []
    total = 0
    while total < count:
        articles = []
        for number in range(1, 13):
            clauses = tuple(
                Node(level=Level.CLAUSE, label=f"{place}.",
                     text="; ".join(draw.sample(sentences, draw.choice((1, 1, 2)))),
                     children=tuple(Node(level=Level.POINT, label=f"{letter})", text=draw.choice(sentences))
                                    for letter in "abc"[:draw.choice((0, 0, 3))]))
                for place in range(1, draw.randint(3, 6)))
            articles.append(Node(level=Level.ARTICLE, label=f"Điều {number}.", heading=draw.choice(headings),
                                 children=clauses))
            total += 1 + sum(1 + len(clause.children) for clause in clauses)
        texts.append((f"{len(texts) + 1}-qd-tw-2020", Regulation(title=("QUY ĐỊNH", draw.choice(headings)),
                                                                provisions=tuple(articles))))
    return texts


def as_texts(regulations: Sequence[tuple[str, Regulation]]) -> list[SearchText]:
    return [SearchText(edition=name, digest="1", load=lambda tree=tree: tree,  # type: ignore[misc]
                       name=f"Quy định số {name.partition('-')[0]}-QĐ/TW", issued_on="2020-01-01")
            for name, tree in regulations]


def quality(library: Library) -> None:
    """Print how many of the labelled queries find their provision, here and with the peers."""
    texts = held(library)
    index = Index.empty()
    index.update(texts)
    day = date(2026, 11, 21)
    late = {one.id for one in library.registers.editions if standing(one, day).status in ("replaced", "not_yet")}
    rows = list(chain.from_iterable(plain(one.id, library.text(one).regulation)
                                    for one in library.registers.editions if one.completeness != "none"))

    def ours(typed: str) -> list[str]:
        return [f"{hit.edition.id}:{hit.address}" for hit in find(index, typed, late=late).hits]

    asked: list[tuple[str, Callable[[str], Sequence[str]]]] = [("docgen search", ours)]
    asked += [(peer.name, peer.ask) for peer in (Like(rows), Scan(rows), StockFts5(rows))]
    for path in (TUNED, KEPT_APART):
        queries = [one for one in read(path) if _answerable(one, library)]
        waiting = len(read(path)) - len(queries)
        print(f"\n{path.name}: {len(queries)} queries{f', {waiting} more wait for a text' if waiting else ''}")
        print(f"{'':26}{'right one first':>16}{'in first three':>16}")
        for name, ask in asked:
            figures = measure(queries, ask)
            print(f"{name:26}{figures.first:16}{figures.first_three:16}")


def _answerable(one: Labelled, library: Library) -> bool:
    return not one.waits_for or library.find(one.waits_for).completeness != "none"


def speed(library: Library, count: int) -> None:
    """Print milliseconds for a query, and what the index costs."""
    regulations = made(library, count)
    rows = list(chain.from_iterable(plain(name, tree) for name, tree in regulations))
    texts = as_texts(regulations)
    index = Index.empty()
    building = _once(lambda: index.update(texts))
    content = index.to_bytes()
    changed = [replace(texts[0], digest="2"), *texts[1:]]
    size = sum(len(text.encode()) for *_, text in rows) / 1e6
    print(f"\n{len(rows)} provisions in {len(texts)} texts, {size:.1f} MB of wording; "
          f"calibration loop {calibration():.2f} ms")

    def ours(typed: str) -> object:
        answer = find(index, typed)
        return [snippet(hit, answer.query) for hit in answer.hits]

    peers = (Like(rows), Scan(rows), StockFts5(rows))
    asked: list[tuple[str, Callable[[str], object]]] = [("docgen search", ours)]
    asked += [(peer.name, peer.ask) for peer in peers]
    times = {name: [_processor(lambda ask=ask, typed=typed: ask(typed))  # type: ignore[misc]
                    for typed in TYPED] for name, ask in asked}
    print(f"{'milliseconds of the processor, a query':52}" + "".join(f"{name.split()[0][:8]:>10}" for name, _ in asked))
    for place, typed in enumerate(TYPED):
        print(f"  {typed:50}" + "".join(f"{times[name][place]:10.1f}" for name, _ in asked))
    for word, what in (("median", statistics.median), ("worst", max)):
        print(f"  {word:50}" + "".join(f"{what(times[name]):10.1f}" for name, _ in asked))
    print(f"  {'index, MB':50}{len(content) / 1e6:10.1f}" + "".join(f"{peer.size() / 1e6:10.1f}" for peer in peers))
    print(f"\nIndex made in {building / 1000:.1f} s; opened from its bytes in "
          f"{best_of(lambda: Index.from_bytes(content), 3):.0f} ms; one text of {len(texts)} changed: brought up to "
          f"date in {_once(lambda: index.update(changed)):.0f} ms, put into bytes in "
          f"{best_of(index.to_bytes, 3):.0f} ms")
    worst = max(times["docgen search"])
    print(f"goal: {GOAL:.0f} ms a query; worst {worst:.1f} ms: {'held' if worst <= GOAL else 'MISSED'}")


def whole_command() -> None:
    """Print how long the command takes on this workspace, start of Python included."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "DOCGEN_CACHE": folder}

        def once() -> float:
            command = [sys.executable, "-m", "docgen", "search", "quy che lam viec"]
            return _once(lambda: subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True))

        print(f"\nThe whole command on this workspace: first {once():.0f} ms, "
              f"then {min(once() for _ in range(3)):.0f} ms")


def _processor(work: Callable[[], object]) -> float:
    """Return milliseconds of processor time, the best of several: what else the machine does counts little."""
    best = float("inf")
    for _ in range(12):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best * 1000


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    library = open_library(Workspace(ROOT))
    quality(library)
    speed(library, int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
    whole_command()


if __name__ == "__main__":
    main()
