"""An import killed at any of its steps, or at any moment: the workspace is clean, or the next run finishes the work."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.api.desk import RULE, Desk, desk
from tests.cli.programs import environment
from tests.conftest import FULL
from tests.versions.killing import killed_at, steps_of


@pytest.fixture
def at(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def whole_after(one: Desk, source: Path) -> str:
    """Repeat the import as a person would; return how it stood before, and assert that it is whole now."""
    there = (one.root / "regulations/viec-thu/7-qd-tw-2019.md").exists()
    report = one.bring(source)
    assert report.action in ("new", "unchanged")
    assert one.git("status", "--porcelain") == ""
    assert one.git("fsck", "--no-dangling") == ""
    assert one.git("rev-list", "--count", "HEAD") == "2\n", "committed once"
    assert one.git("rev-parse", "7-qd-tw-2019") == one.git("rev-parse", "HEAD")
    assert one.bring(source).action == "unchanged"
    return f"{report.action}, {'there' if there else 'not there'}"


def test_killed_before_every_step(at: Desk, tmp_path: Path) -> None:
    source = at.file(RULE)
    once = copy(at, tmp_path / "0")
    steps = steps_of(lambda: once.bring(source))
    outcomes = set()
    for step in range(1, steps + 1) if FULL else range(steps // 8, steps, steps // 4):
        one = copy(at, tmp_path / str(step))
        if not killed_at(step, lambda one=one: one.bring(source)):  # type: ignore[misc]  # bound now
            assert step > steps - 10
            break
        outcomes.add(whole_after(one, source))
    assert {outcome.partition(",")[0] for outcome in outcomes} == {"new", "unchanged"}
    assert once.errors() == []


def copy(at: Desk, folder: Path) -> Desk:
    shutil.copytree(at.root, folder / "kho")
    return Desk(folder / "kho")


@pytest.mark.full
def test_killed_at_random_moments_as_a_real_process(at: Desk, tmp_path: Path) -> None:
    source = at.file(RULE)
    arguments = [sys.executable, "-m", "docgen", "import", str(source), "--number", "7-QĐ/TW", "--issued", "3/4/2019",
                 "--work", "viec-thu"]
    one = copy(at, tmp_path / "0")
    began = time.monotonic()
    subprocess.run(arguments, cwd=one.root, env=environment(), check=True, capture_output=True)
    length = time.monotonic() - began
    chance = random.Random(5)
    for number in range(1, 25):
        one = copy(at, tmp_path / str(number))
        with subprocess.Popen(arguments, cwd=one.root, env=environment(), stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:
            time.sleep(chance.uniform(0.3, 1.0) * length)
            os.kill(process.pid, signal.SIGKILL)
        whole_after(one, source)
