"""Whatever the console says of itself: the letters arrive in UTF-8, nobody sees a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.programs import COMMAND, docgen, environment

WORDS = "Cấp uỷ xây dựng quy chế phối hợp công tác với đảng đoàn, lãnh đạo hội."


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "ascii", "utf-8", "cp1258:strict"])
def test_vietnamese_survives_every_console(encoding: str, tmp_path: Path) -> None:
    done = docgen("show", "162:dieu-9.khoan-2", folder=tmp_path, PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert WORDS.split(" phối", maxsplit=1)[0] in done.stdout.decode("utf-8")
    assert "dữ liệu" in done.stderr.decode("utf-8")


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "vi_VN.TCVN"])
def test_errors_are_utf8_too(locale: str, tmp_path: Path) -> None:
    done = docgen("show", "162:dieu-99", folder=tmp_path, LC_ALL=locale, PYTHONIOENCODING="cp1252")
    assert done.returncode == 1
    assert done.stdout == b""
    assert "Lỗi" in done.stderr.decode("utf-8")


@pytest.mark.parametrize("closed", ["1", "2"])
def test_a_closed_stream_is_no_fault(closed: str, tmp_path: Path) -> None:
    done = subprocess.run(["sh", "-c", f'exec "$@" {closed}>&-', "sh", *COMMAND, "show", "162:dieu-9.khoan-2"],
                          cwd=tmp_path, env=environment(), capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr + done.stdout
    if closed == "2":
        assert WORDS.split(" phối", maxsplit=1)[0] in done.stdout.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_fault(tmp_path: Path) -> None:
    process = subprocess.Popen([*COMMAND, "show", "162", "--json"], cwd=tmp_path, env=environment(),
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout and process.stderr
    process.stdout.close()
    errors = process.stderr.read().decode("utf-8")
    process.stderr.close()
    assert process.wait(timeout=60) == 0
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_standard_output_is_a_sentence(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "list"], cwd=tmp_path, env=environment(), stdout=full,
                              stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 1
    assert "đĩa đã đầy" in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr


def test_ctrl_c_is_130_and_a_sentence(tmp_path: Path) -> None:
    fifo = tmp_path / "cham.txt"
    os.mkfifo(fifo)  # nobody writes into it: the command waits there for as long as we like
    process = subprocess.Popen([*COMMAND, "show", str(fifo)], cwd=tmp_path, env=environment(),
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    writer = -1
    until = time.monotonic() + 60
    while writer < 0 and time.monotonic() < until:
        try:
            writer = os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)  # possible only when the command has opened it to read
        except OSError:
            time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    os.close(writer)
    assert process.returncode == 130, err.decode("utf-8")
    assert out == b""
    assert "Đã dừng" in err.decode("utf-8")
    assert b"Traceback" not in err


def test_a_fault_of_the_program_itself_is_a_sentence_and_a_log(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import docgen.api.list_works as place\n"
        "def broken(*_):\n    raise ValueError('hỏng')\n"
        "place.list_works = broken\n", encoding="utf-8")
    search = os.pathsep.join((str(tmp_path), environment()["PYTHONPATH"]))
    done = docgen("list", folder=tmp_path, PYTHONPATH=search, TMPDIR=str(tmp_path))
    errors = done.stderr.decode("utf-8")
    assert done.returncode == 1
    assert "Traceback" not in errors
    logs = list(tmp_path.glob("docgen-*.log"))
    assert len(logs) == 1
    assert str(logs[0]) in errors
    assert "ValueError: hỏng" in logs[0].read_text(encoding="utf-8")
