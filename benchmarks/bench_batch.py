"""Documents a second for ten thousand rows of a workbook, every step counted, and the second run that changes nothing.

    python -m benchmarks.bench_batch [ROWS]

The workbook is the one docgen makes, filled with invented cells, no two alike. Time is that of the whole command in a
process of its own: start, reading, checking every row, drafting, writing two documents a row, the list of hashes.
Memory is the most that all its processes held together (proportional share, read from /proc every tenth second).
Beside the time of the clock stands processor time over two cores: what the clock would show with nobody else at work.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.cell_series import series
from benchmarks.clock import calibration
from docgen.draft.cells import load_cell
from docgen.draft.facts import Facts
from docgen.draft.template import load_questions
from docgen.draft.workbook_form import workbook_form
from docgen.reader.workbook.writing import write_workbook

ROOT = Path(__file__).parents[1]
FRAMEWORK = "hoi-quan-chung"
FIELDS = ROOT / "templates" / FRAMEWORK / "fields.yaml"
CELL = ROOT / "cells" / "chi-bo-co-chi-uy.yaml"
ROWS, CORES = 10_000, 2


def workbook(rows: int) -> bytes:
    """Return a workbook with so many invented cells; each asks for two documents."""
    fields = load_questions(FIELDS)
    cells: list[tuple[str, str, Facts]] = [
        (f"cb-{number:05d}", FRAMEWORK, facts)
        for number, facts in enumerate(series(load_cell(CELL, fields)[0], rows), 1)]
    return write_workbook(workbook_form({FRAMEWORK: fields}, cells))


def held(process: int) -> float:
    """Return the megabytes a process and its children hold, shared pages counted once."""
    total = 0
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if int(folder.name) == process or parent == process:
                rollup = (folder / "smaps_rollup").read_text()
                total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        except (OSError, StopIteration, ValueError):
            continue
    return total / 1024


def run(arguments: list[str], home: Path) -> tuple[float, float, float, str]:
    """Run docgen and return seconds by the clock, processor seconds, most megabytes, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    said = tempfile.TemporaryFile("w+")  # noqa: SIM115, a pipe holds 64 KB, and nobody reads it before the end
    process = subprocess.Popen([sys.executable, "-m", "docgen", *arguments], cwd=home, text=True, stdout=said,
                               stderr=subprocess.PIPE,
                               env={**os.environ, "PYTHONPATH": str(home), "DOCGEN_LANG": "en"})
    most = 0.0
    while process.poll() is None:
        most = max(most, held(process.pid))
        time.sleep(0.1 if time.perf_counter() - start > 2 else 0.02)
    seconds = time.perf_counter() - start
    _, error = process.communicate()
    said.seek(0)
    out = said.read()
    said.close()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert process.returncode == 0, error[-2000:]
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, used, most, out.strip()


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as name:
        source, target = Path(name, "cells.xlsx"), Path(name, "out")
        source.write_bytes(workbook(rows))
        workspace = Path(name, "workspace")
        for part in ("templates", "regulations", "versions", "cells", "docgen"):
            shutil.copytree(ROOT / part, workspace / part)  # nobody edits it meanwhile
        print(f"calibration loop {calibration():.3f} ms; {rows} rows, workbook "
              f"{source.stat().st_size / 1_000_000:.1f} MB", flush=True)
        command = ["--workspace", str(workspace), "batch", str(source), "-o", str(target), "--jobs", str(CORES)]
        clock, used, most, said = run(command, workspace)
        documents = len(list(target.glob("*.docx")))
        print(f"{said}\n{'first run':34}{clock:8.1f} s{used:8.1f} s of processors{most:8.0f} MB")
        again, used_again, most_again, said = run(command, workspace)
        print(f"{said}\n{'second run, nothing changed':34}{again:8.2f} s{used_again:8.2f} s of processors"
              f"{most_again:8.0f} MB")
        for what, figure, aim, good in (
                ("documents a second, by the clock", documents / clock, ">= 600", documents / clock >= 600),
                ("the same, processor time over two", documents / (used / CORES), ">= 600",
                 documents / (used / CORES) >= 600),
                ("most memory, MB", most, "<= 300", most <= 300),
                ("second run quicker by", clock / again, ">= 20", clock / again >= 20),
                ("the same in processor time", used / used_again, ">= 20", used / used_again >= 20)):
            print(f"{what:38}{figure:9.1f}  {aim:8}{'reached' if good else 'NOT reached'}")


if __name__ == "__main__":
    main()
