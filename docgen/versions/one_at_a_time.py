"""One docgen at a time writes into a workspace: a second one waits, and what a dead one held is free at once.

The lock is the operating system's own, so it ends with the process that holds it, however that ends; the number in
the file only serves the sentence for the one who waits in vain.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from docgen.errors import NotPossible
from docgen.messages import say

PATIENCE = 30.0
"""Seconds a second process waits; the first one needs a fraction of one."""

_PAUSE = 0.05


@contextmanager
def one_at_a_time(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a folder while the block runs; nobody else gets it in time: a sentence."""
    path = folder / "lock"
    with path.open("a+b") as file:
        waited = 0.0
        while not _taken(file):
            if waited >= patience:
                raise NotPossible(
                    say("Another docgen is writing into this workspace (process {process}).", process=_holder(path)),
                    say("Wait until it has finished, then repeat the command."))
            time.sleep(_PAUSE)
            waited += _PAUSE
        try:
            file.truncate(0)
            file.write(f" {os.getpid()}\n".encode())
            file.flush()
            yield
        finally:
            file.truncate(0)
            _free(file)


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip() or "?"
    except OSError:  # Windows lets nobody read what is locked
        return "?"


if os.name == "nt":
    import msvcrt

    def _taken(file: BinaryIO) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True

    def _free(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _taken(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _free(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
