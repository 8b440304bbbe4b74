"""The two streams of a command: UTF-8 whatever the console says, and no fault when nobody listens.

Importing this module puts stdout and stderr right; it is the first import of the command line.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from docgen.messages import say

if TYPE_CHECKING:
    from docgen.publish.lines import Screen


def _listening(stream: TextIO | None) -> TextIO:
    """Return a stream that takes every Vietnamese letter; a closed one is replaced by one that swallows all."""
    if stream is None:  # the caller closed it (>&-); opened at once, so no later file gets its number
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        # "replace" is for halves of broken file names only: UTF-8 has all other letters
        stream.reconfigure(encoding="utf-8", errors="replace")
    return stream


sys.stdout = _listening(sys.stdout)
sys.stderr = _listening(sys.stderr)


def out(text: str) -> None:
    """Print a result; results alone go to standard output."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def tell(text: object) -> None:
    """Print what is not a result (progress, remarks, faults) to standard error."""
    sys.stderr.write(f"{text}\n")


def page_read(page: int, count: int) -> None:
    """Say how far the reading of a long file is, on one line, only where a person watches."""
    if sys.stderr.isatty() and count > 1:
        end = "\n" if page >= count else ""
        sys.stderr.write(f"\r{say('reading page {page} of {count}', page=page, count=count)}{end}")
        sys.stderr.flush()


def hang_up() -> None:
    """Send everything after this nowhere: the reader of our output has gone, so nothing is left to say."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def screen() -> Screen:
    """Return how wide standard output is and whether it shows colour; a pipe is always alike."""
    from docgen.publish.lines import PLAIN, Screen

    if not sys.stdout.isatty():
        return PLAIN
    width = shutil.get_terminal_size((PLAIN.width, 24)).columns
    return Screen(max(width, 40), colour="NO_COLOR" not in os.environ)
