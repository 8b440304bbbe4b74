"""How far a long piece of work is: one line that changes where a person watches, now and then a line elsewhere."""

from __future__ import annotations

import sys
import time

from docgen.cli.console import tell
from docgen.messages import Message, say

_BETWEEN, _PLAIN_BETWEEN = 0.2, 10.0
"""Seconds between two lines on a terminal and in a file."""


class Progress:
    """Tells stage, count, rate and time left; `show` is called as often as one likes."""

    def __init__(self) -> None:
        self._stage = ""
        self._began = self._told = 0.0
        self._width = 0

    def show(self, stage: str, done: int, count: int) -> None:
        """Tell that `done` of `count` are done in a stage."""
        now = time.monotonic()
        if stage != self._stage:
            self.end()
            self._stage, self._began, self._told = stage, now, 0.0
        watched = sys.stderr.isatty()
        if now - self._told < (_BETWEEN if watched else _PLAIN_BETWEEN) and done < count:
            return
        if not watched and not self._told and done < count:
            self._told = now  # the first line in a file comes when there is a rate to tell
            return
        self._told = now
        line = str(self._line(done, count, now - self._began))
        if watched:
            sys.stderr.write(f"\r{line.ljust(self._width)}")
            sys.stderr.flush()
            self._width = len(line)
        else:
            tell(line)

    def end(self) -> None:
        """Leave the line that changed."""
        if self._width:
            sys.stderr.write("\n")
            self._width = 0

    def _line(self, done: int, count: int, seconds: float) -> Message:
        rate = done / seconds if seconds > 0 else 0.0
        words = {"check": say("checked"), "make": say("made"), "print": say("printed"),
                 "look": say("looked at")}.get(self._stage, say("done"))
        things = {"print": say("PDF files"), "look": say("documents")}.get(self._stage, say("cells"))
        if done >= count or rate <= 0 or seconds < 1:
            return say("{stage}: {done} of {count} {things}", stage=words, done=done, count=count, things=things)
        return say("{stage}: {done} of {count} {things}, {rate} a second, {left} left", stage=words, done=done,
                   count=count, things=things, rate=_rate(rate), left=_clock((count - done) / rate))


def _rate(rate: float) -> str:
    return str(round(rate)) if rate >= 10 else f"{rate:.1f}".replace(".", ",")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
