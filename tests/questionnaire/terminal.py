"""docgen behind a real pseudo-terminal: what a person types and sees."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from tests.cli.programs import COMMAND, environment

_PATIENCE = 60.0


class Terminal:
    """One run of docgen in a window so many columns wide; it is read up to the next prompt."""

    def __init__(self, arguments: Iterable[str], folder: Path, columns: int = 80, **more: str) -> None:
        self.seen = ""
        self._bytes = b""
        self.process, self._screen = pty.fork()
        if self.process == 0:  # the child is docgen
            os.chdir(folder)
            os.execve(COMMAND[0], [*COMMAND, *arguments],
                      {**environment(**more), "TERM": "dumb", "COLUMNS": str(columns)})
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.read()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            self.end()

    def read(self) -> str:
        """Read until docgen waits for an answer or has ended; returns what came."""
        before, end = len(self.seen), time.monotonic() + _PATIENCE
        while time.monotonic() < end and not self._bytes.endswith(b"> "):
            if select.select([self._screen], [], [], 0.2)[0]:
                try:
                    came = os.read(self._screen, 4096)
                except OSError:  # the other side has gone
                    came = b""
                if not came:
                    break
                self._bytes += came
        self.seen += self._bytes.decode("utf-8", "replace").replace("\r\n", "\n")
        self._bytes = b""
        return self.seen[before:]

    def type(self, line: str) -> str:
        """Type a line and Enter; returns what comes then."""
        os.write(self._screen, f"{line}\n".encode())
        return self.read()

    def press(self, key: bytes) -> str:
        """Press one key."""
        os.write(self._screen, key)
        return self.read()

    def close_window(self) -> None:
        """Close the window as a person does, with the mouse."""
        os.close(self._screen)
        self._screen = -1

    def end(self) -> int:
        """Wait until docgen has ended; returns its exit code, that of a signal below zero."""
        status = os.waitpid(self.process, 0)[1]
        self.process = 0
        if self._screen >= 0:
            os.close(self._screen)
            self._screen = -1
        return os.waitstatus_to_exitcode(status)
