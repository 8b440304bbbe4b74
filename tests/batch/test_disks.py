"""Disks that are full, folders that may only be read, terminals: real ones."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from docgen.api.batching.batch import batch
from docgen.api.batching.results import BatchWishes
from docgen.word.reading import read_docx
from tests.batch.offices import stand_in
from tests.batch.tables import ROOT, WORKSPACE, form
from tests.batch.test_batch import command, many

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@contextmanager
def disk(folder: Path, options: str) -> Iterator[Path]:
    """Mount a disk of its own on a folder."""
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=False,
                          capture_output=True)
    if made.returncode:
        pytest.skip("no small file system can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def stopped(path: Path, folder: Path, jobs: int, *more: str, **environment: str) -> str:
    """Run a batch that cannot end well and return what it says."""
    ended = subprocess.run([*command(path, folder, jobs), *more], capture_output=True, text=True, check=False,
                           env={**ENVIRONMENT, **environment})
    assert ended.returncode == 1, ended.stderr
    assert "Traceback" not in ended.stderr
    return ended.stderr


@pytest.mark.full
@pytest.mark.parametrize("size", [8, 150, 400, 900])
def test_a_disk_that_fills_up(tmp_path: Path, size: int) -> None:
    path = many(tmp_path, 40)
    with disk(tmp_path / "dia", f"size={size}k") as small:
        said = stopped(path, small / "ra", 2)
        assert "đĩa đã đầy" in said
        for document in (small / "ra").glob("*.docx"):
            assert read_docx(document.read_bytes(), document.name)
        assert not list(small.rglob(".*.tmp"))
        subprocess.run(["mount", "-o", "remount,size=20m", str(small)], check=True)
        before = {one.name: one.stat().st_mtime_ns for one in (small / "ra").glob("*.docx")}
        result = batch(WORKSPACE, path, small / "ra", BatchWishes(jobs=2))
        assert len(result.documents) == len(list((small / "ra").glob("*.docx"))) == 2 * 46
        assert {name: (small / "ra" / name).stat().st_mtime_ns for name in before} == before


@pytest.mark.full
def test_a_disk_that_fills_up_while_printing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch)
    path = many(tmp_path, 40)
    with disk(tmp_path / "dia", "size=20m") as small:
        folder = small / "ra"
        batch(WORKSPACE, path, folder, BatchWishes(jobs=2))
        used = int(subprocess.run(["df", "--output=used", "-k", str(small)], capture_output=True, text=True,
                                  check=True).stdout.split()[-1])
        subprocess.run(["mount", "-o", f"remount,size={used + 120}k", str(small)], check=True)
        said = stopped(path, folder, 2, "--pdf", PATH=os.environ["PATH"])
        assert "đĩa đã đầy" in said
        assert 0 < len(list(folder.glob("*.pdf"))) < 2 * 46
        assert all(one.read_bytes().endswith(b"%%EOF") for one in folder.glob("*.pdf"))
        assert not list(folder.glob(".*.tmp"))
        subprocess.run(["mount", "-o", "remount,size=20m", str(small)], check=True)
        result = batch(WORKSPACE, path, folder, BatchWishes(jobs=2, pdf=True))
        assert sum(one.pdf is not None for one in result.documents) == 2 * 46


@pytest.mark.full
def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    path = form(tmp_path)
    with disk(tmp_path / "dia", "size=1m") as small:
        subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
        assert "chỉ đọc" in stopped(path, small / "ra", 1)
        assert not list(small.iterdir())


@pytest.mark.full
def test_a_finished_batch_in_a_folder_that_may_only_be_read_has_nothing_to_say(tmp_path: Path) -> None:
    path = form(tmp_path)
    with disk(tmp_path / "dia", "size=2m") as small:
        first = subprocess.run(command(path, small / "ra"), capture_output=True, check=False, env=ENVIRONMENT)
        assert first.returncode == 0
        subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
        again = subprocess.run(command(path, small / "ra"), capture_output=True, check=False, env=ENVIRONMENT)
        assert again.returncode == 0


@pytest.mark.full
def test_a_terminal_sees_one_line_with_rate_and_time_left(tmp_path: Path) -> None:
    path = many(tmp_path, 400)
    master, slave = pty.openpty()
    process = subprocess.Popen(command(path, tmp_path / "ra"), stderr=slave, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    os.close(slave)
    said = b""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            piece = os.read(master, 4096)
        except OSError:
            break  # the terminal is closed with its last writer
        if not piece:
            break
        said += piece
    assert process.wait(60) == 0
    os.close(master)
    text = said.decode()
    lines = [line for line in text.replace("\r\n", "\n").split("\n") if line]
    assert len([line for line in lines if "406" in line]) == 2  # one line a stage, however often it is written over
    made = lines[-1].split("\r") if "406" in lines[-1] else next(line for line in lines if "406" in line).split("\r")
    assert len(made) > 2
    assert re.search(r"\d+:\d\d", text)
