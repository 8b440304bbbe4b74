"""Documents brought up to date after people have worked on them: how many keep every law, and how long one takes.

    python -m benchmarks.bench_update [SCRIPTS]

Every script is a person's edits by their number (tests.renew.edit_scripts) on a document of which docgen now writes
another version (tests.renew.two_versions). The laws (tests.renew.laws): rejecting everything gives their file to the
letter, accepting everything keeps what they wrote and brings in what docgen changed, what it cannot bring in is told.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter

from benchmarks.clock import calibration
from docgen.errors import DocgenError
from docgen.renew.update import update_document
from tests.renew.edit_scripts import EDITS, edited
from tests.renew.laws import faults
from tests.renew.two_versions import two_versions

SCRIPTS, PAIRS = 500, 50


def main() -> int:
    """Run the scripts and print what came of them."""
    scripts = int(sys.argv[1]) if len(sys.argv) > 1 else SCRIPTS
    kinds: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    told: Counter[str] = Counter()
    refused = 0
    times: list[float] = []
    bad: list[str] = []
    for number in range(scripts):
        version = two_versions(number % PAIRS)
        person = edited(version.then, number, now=version.now)
        kinds.update(set(person.steps))
        start = time.perf_counter()
        try:
            made = update_document(person.content, version.then, version.now, name=f"{number}.docx")
        except DocgenError as refusal:
            refused += 1
            bad.append(f"{number} {'+'.join(person.steps)}: refused: {refusal}")
            broken.update(set(person.steps))
            continue
        times.append(time.perf_counter() - start)
        told.update(one.kind for one in made.conflicts)
        found = faults(version, person, made.content)
        if found:
            broken.update(set(person.steps))
            bad.append(f"{number} {'+'.join(person.steps)} after {'+'.join(version.changes)}: {'; '.join(found)}")
    print(f"{scripts} scripts of {len(EDITS)} kinds of edits on {PAIRS} pairs of versions")
    print(f"every law kept: {scripts - len(bad)}; refused: {refused}; a law broken: {len(bad) - refused}")
    print("edit                     scripts  not kept")
    for name in EDITS:
        print(f"{name:<24} {kinds[name]:7} {broken[name]:9}")
    print("told: " + (", ".join(f"{kind} {count}" for kind, count in sorted(told.items())) or "nothing"))
    if times:
        print(f"one update: median {statistics.median(times) * 1000:.0f} ms, longest {max(times) * 1000:.0f} ms; "
              f"calibration loop {calibration():.2f} ms")
    for line in bad[:40]:
        print(line)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
