"""Milliseconds for one draft of the working rules, facts in and .docx out, against docxtpl and against zlib alone.

    python -m benchmarks.bench_draft

Every document is that of another made-up cell, so nothing is measured that was made for this very cell before. The
peer is docxtpl with a fresh object per document, on frame and wording in one file (benchmarks/expanded.py); both must
print the same text. The limit is zlib level 6 on the members that differ between cells with the same clauses. All runs
take turns in one process on one core, measured in processor time, so that other programs disturb less; the memory is
that of a process of its own that makes ten thousand documents.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from itertools import islice
from pathlib import Path
from types import ModuleType

from benchmarks.cell_series import series
from benchmarks.clock import calibration
from benchmarks.expanded import expanded, with_docxtpl
from docgen.draft import branches, context, render
from docgen.draft.cells import load_cell
from docgen.draft.facts import Facts
from docgen.draft.legal_basis import EditionFact
from docgen.draft.render import Draft, draft_document
from docgen.draft.template import FRAME, Template, load_template
from docgen.model.address import walk
from docgen.reader.read import read
from docgen.word import body, filling, frame, pattern
from docgen.word.reading import read_docx

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "templates" / "hoi-quan-chung" / "working-rules"
CELL = ROOT / "cells" / "chi-bo-co-chi-uy.yaml"
ROUNDS, ROUND, PEER_ROUND = 12, 100, 3
MANY = 10_000


def editions() -> dict[str, EditionFact]:
    """Return the editions held, as drafting wants them."""
    held = {}
    for path in sorted((ROOT / "regulations").glob("*/*.md")):
        regulation = read(path.read_text(encoding="utf-8")).regulation
        held[path.stem] = EditionFact(id=path.stem, texts={a: one.text for a, one in walk(regulation)})
    return held


def peer_names(template: Template, facts: Facts, draft: Draft) -> dict[str, object]:
    """Return what the peer's tags ask for: values, numbers, references and the lines of the head, all ready made."""
    values = context.context(facts, template.fields)
    branch, _ = template.branches.of(values, [])
    placed = branch.numbering.placed
    ids = [clause.id for clause in template.clauses.clauses]
    marks = {ids[one.clause]: one.mark + ("" if one.kind == "chapter" or not one.mark else " ") for one in placed}
    ends = {}
    for zone, last in (("legal_basis", ","), ("recipients", ".")):
        of_zone = branch.printed[branch.zones[zone]]
        ends.update({ids[one.clause]: last if one is of_zone[-1] else ";" for one in of_zone})
    return {**values, **filling.context(draft.values), "own": values, "marks": marks, "ends": ends,
            "cited": dict(branch.numbering.citations)}


def text_of(content: bytes) -> list[str]:
    """Return the paragraphs of a file; docgen binds figures to their words with no-break spaces, the peer does not."""
    return [line.text.replace("\u00a0", " ") for line in read_docx(content, "bench")]


def changing(drafts: list[Draft]) -> list[str]:
    """Return the members that differ between documents with the same clauses."""
    first: dict[tuple[bytes, str], bytes] = {}
    names = set()
    for draft in drafts:
        with zipfile.ZipFile(BytesIO(draft.content)) as archive:
            branch = next((archive.read(name) for name in archive.namelist() if name == "customXml/item1.xml"), b"")
            for name in archive.namelist():
                if first.setdefault((branch, name), archive.read(name)) != archive.read(name):
                    names.add(name)
    return sorted(names)


class Stages:
    """Time spent in the named functions and not in others of them; a document is made in the usual way meanwhile."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self.open: list[float] = []
        self.undo: list[tuple[object, str, object]] = []

    def watch(self, stage: str, owner: type | ModuleType, name: str) -> None:
        """Count the time of one function under a stage."""
        work = getattr(owner, name)
        self.undo.append((owner, name, work))

        def watched(*args: object, **kwargs: object) -> object:
            start = time.process_time()
            self.open.append(0.0)
            try:
                return work(*args, **kwargs)
            finally:
                whole = time.process_time() - start
                self.spent[stage] = self.spent.get(stage, 0.0) + whole - self.open.pop()
                if self.open:
                    self.open[-1] += whole

        setattr(owner, name, watched)

    def end(self) -> None:
        """Leave the functions as they were."""
        for owner, name, work in self.undo:
            setattr(owner, name, work)


def stages(make: Callable[[Facts], Draft], cells: list[Facts]) -> dict[str, float]:
    """Return milliseconds per document by stage."""
    watch = Stages()
    for stage, owner, name in (
            ("facts: names, conditions, form", render, "draft_document"),
            ("numbering, references (new branches)", branches, "number"),
            ("words of the clauses", branches.Branch, "fill"),
            ("XML", branches.Branch, "body"), ("XML", pattern.Pattern, "fill"), ("XML", frame, "context"),
            ("deflate", frame, "pack"), ("deflate", frame, "pack_stretches"), ("deflate", body, "deflated"),
            ("zip file", frame, "write_zip")):
        watch.spent.setdefault(stage, 0.0)
        watch.watch(stage, owner, name)
    try:
        for facts in cells:
            make(facts)
    finally:
        watch.end()
    return {stage: spent / len(cells) * 1000 for stage, spent in watch.spent.items()}


def many() -> None:
    """Make ten thousand documents one after another and print the memory this process took at most."""
    template, held = load_template(FOLDER), editions()
    size = 0
    start = time.process_time()
    for facts in series(load_cell(CELL, template.fields)[0], MANY):
        size = max(size, len(draft_document(template, facts, editions=held).content))
    seconds = time.process_time() - start
    # of this program alone: what getrusage tells a child begins with the memory of its parent
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024
    print(f"{MANY} documents one after another: {seconds:.1f} s with making up the facts, peak memory {peak:.0f} MB, "
          f"largest file {size / 1024:.1f} KB, branches {len(template.branches)}", flush=True)


def main() -> None:
    template, held = load_template(FOLDER), editions()
    pattern_cell = load_cell(CELL, template.fields)[0]
    file = expanded(template, (FOLDER / FRAME).read_bytes())

    def make(facts: Facts) -> Draft:
        return draft_document(template, facts, editions=held)

    cells = series(pattern_cell, 500 + (ROUNDS + 5) * ROUND)
    drafts = [make(facts) for facts in islice(cells, 500)]
    names = changing(drafts)
    ours, peers, limits, with_opens = [], [], [], []
    for _ in range(ROUNDS):
        batch = list(islice(cells, ROUND))
        gc.collect()
        start = time.process_time()
        made = [make(facts) for facts in batch]
        ours.append((time.process_time() - start) / ROUND)
        start = time.process_time()
        opens = [draft.open_items for draft in made]
        with_opens.append((time.process_time() - start) / ROUND)
        assert all(opens)
        parts = []
        for draft in made:
            with zipfile.ZipFile(BytesIO(draft.content)) as archive:
                parts.append([archive.read(name) for name in names])
        start = time.process_time()
        for differing in parts:
            for part in differing:
                zlib.compress(part, 6, -15)
        limits.append((time.process_time() - start) / ROUND)
        asked = [peer_names(template, facts, draft)
                 for facts, draft in zip(batch[:PEER_ROUND], made[:PEER_ROUND], strict=True)]
        start = time.process_time()
        theirs = [with_docxtpl(file, one) for one in asked]
        peers.append((time.process_time() - start) / PEER_ROUND)
        for draft, other in zip(made, theirs, strict=False):
            assert text_of(draft.content) == text_of(other), "the texts differ"
    print(f"calibration loop {calibration():.3f} ms; paragraphs {len(text_of(made[-1].content))}; members that differ: "
          f"{', '.join(names)}; size {statistics.mean(len(draft.content) for draft in made) / 1024:.1f} KB")
    print(f"{'':44}{'best':>9}{'median':>9}  ms a document")
    for name, times in (("docxtpl, frame and wording in one file", peers), ("limit: zlib level 6 alone", limits),
                        ("docgen: facts to .docx", ours), ("and the list of what is open", with_opens)):
        print(f"{name:44}{min(times) * 1000:9.3f}{statistics.median(times) * 1000:9.3f}")
    for name, aim, above, below in (("times faster than docxtpl (>= 60)", 60, peers, ours),
                                    ("of the limit (>= 0.75)", 0.75, limits, ours)):
        print(f"{name:44}{min(above) / min(below):9.2f}{statistics.median(above) / statistics.median(below):9.2f}  "
              f"{'reached' if min(above) / min(below) >= aim else 'NOT reached'}")
    spent = stages(lambda facts: render.draft_document(template, facts, editions=held), list(cells))
    for stage, milliseconds in spent.items():
        print(f"  {stage:42}{milliseconds:9.3f}")
    subprocess.run([sys.executable, "-m", "benchmarks.bench_draft", "many"], check=True, cwd=ROOT,
                   env={**os.environ, "PYTHONPATH": str(ROOT)})


if __name__ == "__main__":
    many() if sys.argv[1:] == ["many"] else main()
