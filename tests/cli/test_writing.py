"""A file is written whole or not at all: read-only folder, full disk, a process killed half-way."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from docgen.api.writing import write_bytes
from docgen.errors import NotPossible
from tests.cli.programs import COMMAND, docgen, environment


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    target = tmp_path / "a" / "quy chế.docx"
    write_bytes(target, b"first")
    write_bytes(target, b"second")
    assert target.read_bytes() == b"second"
    assert [path.name for path in target.parent.iterdir()] == ["quy chế.docx"]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_bytes(tmp_path / "x", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o640


def test_what_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x"
    write_bytes(target, b"old")

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotPossible, match="đĩa đã đầy"):
        write_bytes(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_path_through_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x", encoding="utf-8")
    done = docgen("show", "162:dieu-9", "-o", "tep/x.docx", folder=tmp_path)
    assert done.returncode == 1
    assert "Lỗi" in done.stderr.decode("utf-8")
    assert (tmp_path / "tep").read_text(encoding="utf-8") == "x"


def test_a_folder_that_may_not_be_written_is_a_sentence(tmp_path: Path) -> None:
    closed = tmp_path / "dong"
    closed.mkdir()
    closed.chmod(0o555)
    if os.geteuid() == 0:
        closed = Path("/sys/kernel")  # root may write into any ordinary folder, not into this one
        if not closed.is_dir():
            pytest.skip("this file system ignores permissions for root")
    done = docgen("show", "162:dieu-9", "-o", str(closed / "x.docx"), folder=tmp_path)
    assert done.returncode == 1
    assert "không có quyền" in done.stderr.decode("utf-8")
    assert [path.name for path in closed.iterdir() if path.suffix in {".docx", ".tmp"}] == []


@pytest.mark.full
def test_a_disk_that_runs_full_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "dia"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(disk)], capture_output=True,
                             check=False)
    if mounted.returncode:
        pytest.skip("no small file system can be mounted here")
    try:
        for arguments in (("show", "162", "-o", str(disk / "x.docx")), ("init", str(disk / "w")),
                          ("draft", "chi-bo-co-chi-uy", "-o", str(disk))):
            done = docgen(*arguments, folder=tmp_path, TMPDIR=str(tmp_path))
            assert done.returncode == 1, arguments
            assert "Lỗi" in done.stderr.decode("utf-8")
            assert b"Traceback" not in done.stderr
            assert list(disk.iterdir()) == [], arguments
    finally:
        subprocess.run(["umount", str(disk)], check=True, capture_output=True)


def test_a_full_disk_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    def small_files_only() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    done = subprocess.run([*COMMAND, "show", "162:dieu-9", "-o", "x.docx"], cwd=tmp_path,
                          env=environment(PYTHONDONTWRITEBYTECODE="1"), preexec_fn=small_files_only,
                          capture_output=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "không ghi được" in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_killed_process_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "x.docx"
    assert docgen("show", "162:dieu-9", "-o", "x.docx", folder=tmp_path).returncode == 0
    old = target.read_bytes()
    for after in (0.05, 0.15, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        process = subprocess.Popen([*COMMAND, "show", "162", "-o", "x.docx"], cwd=tmp_path, env=environment(),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait(timeout=30)
        if target.read_bytes() != old:
            with zipfile.ZipFile(target) as archive:
                assert archive.testzip() is None


def test_killed_between_writing_and_moving(tmp_path: Path) -> None:
    """The one moment that matters, hit on purpose: all bytes are written, the move has not happened."""
    target = tmp_path / "x.docx"
    target.write_bytes(b"old")
    program = ("import os, signal; from pathlib import Path\n"
               "os.fsync = lambda number: os.kill(os.getpid(), signal.SIGKILL)\n"
               "from docgen.api.writing import write_bytes\n"
               "write_bytes(Path('x.docx'), b'new')\n")
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment(), check=False, timeout=30)
    assert done.returncode == -signal.SIGKILL
    assert target.read_bytes() == b"old"
