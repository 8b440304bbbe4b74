"""LibreOffice at work on many files: a profile of its own, watched; one that hangs or falls is ended and started anew.

A file LibreOffice cannot read, or hangs on, never stops the others: each comes out with what was made of it or why not.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import NotPossible
from docgen.messages import Message, say

PATIENCE = 60.0
"""Seconds without a finished file after which LibreOffice is taken to hang; the longest seen for one file is 4."""
_LOOK = 0.05
_LEAST_ROOM = 5_000_000
_FILTERS = {".docx": "MS Word 2007 XML"}
"""By which filter a file is read: else one that is no Word file would be printed as the letters it happens to hold."""
_running: set[subprocess.Popen[bytes]] = set()


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of one file: the bytes LibreOffice made of it, or why there are none."""

    path: Path
    content: bytes | None
    reason: Message | None = None


class Office:
    """LibreOffice with a profile of its own, in a folder of its own: no other one is disturbed or waited for."""

    def __init__(self, program: str, scratch: Path, patience: float = PATIENCE) -> None:
        self._program, self._scratch, self._patience = program, scratch, patience

    def convert(
        self, paths: Sequence[Path], ending: str, stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[Converted]:
        """Yield what became of each file, in order; `stopped` is asked now and then whether to leave off."""
        waiting, alone = list(paths), False
        while waiting and not stopped():
            tried = waiting[:1] if alone else waiting
            made, ended = self._run(tried, ending, stopped)
            if ended is None:
                yield from (Converted(path, content, None if content else _unreadable(path))
                            for path, content in zip(tried, made, strict=True))
                waiting, alone = waiting[len(tried):], False
            elif len(tried) == 1:
                yield Converted(tried[0], made[0], None if made[0] else ended)
                waiting, alone = waiting[1:], False
            else:
                # those before the last one made have had their turn; the next is tried by itself
                last = max((at for at, content in enumerate(made, 1) if content), default=0)
                yield from (Converted(path, content, None if content else _unreadable(path))
                            for path, content in zip(tried[:last], made[:last], strict=True))
                waiting, alone = waiting[last:], True

    def _run(
        self, paths: Sequence[Path], ending: str, stopped: Callable[[], bool],
    ) -> tuple[list[bytes | None], Message | None]:
        """Start LibreOffice once; returns what it made of each file, and how it ended if not well."""
        # copies under plain names: two files may have one name, and LibreOffice leaves locks beside what it reads
        given, made = self._scratch / "in", self._scratch / "out"
        try:
            for folder in (given, made):
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir(parents=True)
            copies = [given / f"{number:05d}{path.suffix.casefold()}" for number, path in enumerate(paths)]
            for path, copy in zip(paths, copies, strict=True):
                if path.is_file():
                    shutil.copyfile(path, copy)
            ended = self._watched(self._command(copies, ending, made), made, stopped)
            contents = [_whole(made / f"{copy.stem}.{ending}") for copy in copies]
        except OSError as error:
            raise NotPossible(say("{path} cannot be written: {reason}.", path=self._scratch,
                                  reason=error.strerror or "?"),
                              say("Check the free space on the disk with the folder for temporary files.")) from None
        if not all(contents) and shutil.disk_usage(self._scratch).free < _LEAST_ROOM:
            raise NotPossible(say("The disk with the folder for temporary files is full."), say("Make room on it."))
        return contents, ended

    def _command(self, copies: Sequence[Path], ending: str, made: Path) -> list[str]:
        filters = {_FILTERS.get(copy.suffix) for copy in copies}
        named = filters.pop() if len(filters) == 1 else None
        return [self._program, f"-env:UserInstallation={self._profile.as_uri()}", "--headless", "--norestore",
                *([f"--infilter={named}"] if named else []),
                "--convert-to", ending, "--outdir", str(made), *(str(copy) for copy in copies)]

    @property
    def _profile(self) -> Path:
        return self._scratch / "profile"

    def _watched(self, command: list[str], made: Path, stopped: Callable[[], bool]) -> Message | None:
        """Run a command until it ends by itself or nothing comes of it any more."""
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        _running.add(process)
        count, since = 0, time.monotonic()
        try:
            while process.poll() is None:
                now, done = time.monotonic(), sum(1 for _ in made.iterdir())
                if done > count:
                    count, since = done, now
                if stopped() or now - since > self._patience:
                    return say("LibreOffice did not finish in time.")
                time.sleep(_LOOK)
            return say("LibreOffice fell over.") if process.returncode else None
        finally:
            if process.returncode != 0:
                _end(process)
                # it may hold a lock, or ask about the file it was ended on
                shutil.rmtree(self._profile, ignore_errors=True)
            _running.discard(process)


def end_running() -> None:
    """End every LibreOffice started here, at once: nobody waits for it any more."""
    for process in tuple(_running):
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all it has started: what is called soffice is only the first of three."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except OSError:
        pass
    process.wait()


def _whole(path: Path) -> bytes | None:
    """Return a file if it was written to its end: one that was being written when LibreOffice was ended is not."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    if path.suffix == ".pdf" and b"%%EOF" not in content[-1024:]:
        return None
    return content or None


def _unreadable(path: Path) -> Message:
    return say("LibreOffice could not read {path}.", path=path)
