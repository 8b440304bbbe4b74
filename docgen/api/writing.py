"""A file written whole or not at all: beside its place first, then moved there in one step."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path
from typing import BinaryIO

from docgen.errors import NotPossible
from docgen.messages import say

_NUMBERS = count()
"""Together with the number of the process they tell apart files written at the same time."""


def write_bytes(target: Path, content: bytes, *, flushed: bool = True) -> None:
    """Write a file; if that fails the old one stands as it was and the reason is a sentence.

    `flushed` waits for the disk; whoever can tell later that a power cut has emptied the file need not wait.
    """
    temporary = ""
    try:
        with _beside(target) as file:
            temporary = file.name
            file.write(content)
            if flushed:
                file.flush()
                os.fsync(file.fileno())  # a power cut must not leave a file of the right name and no content
        os.replace(temporary, target)  # noqa: PTH105, ten thousand names need not be taken apart
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise NotPossible(
            say("{path} cannot be written: {reason}.", path=target, reason=why(error)),
            say("Check the folder, the free space on the disk, and that the file is not open in Word."),
        ) from None


def _beside(target: Path) -> BinaryIO:
    """Make a new file beside the place of another, with the permissions any new file has there; folders are made."""
    folder, stem = str(target.parent), target.stem[:40]
    while True:
        try:
            return open(f"{folder}/.{stem}-{os.getpid()}-{next(_NUMBERS)}.tmp", "xb")  # noqa: PTH123
        except FileExistsError:
            pass  # left behind by a process of the same number
        except FileNotFoundError:
            if target.parent.is_dir():
                raise
            target.parent.mkdir(parents=True, exist_ok=True)


def why(error: OSError) -> str:
    """Return in words why the machine refused; the usual reasons are worded here, others as the system words them."""
    import errno

    words = {
        errno.ENOSPC: say("the disk is full"),
        errno.EDQUOT: say("the disk is full"),
        errno.EFBIG: say("the file would be larger than allowed here"),
        errno.EACCES: say("you have no permission"),
        errno.EPERM: say("you have no permission"),
        errno.EROFS: say("the disk is read-only"),
        errno.ENOENT: say("it does not exist"),
        errno.EISDIR: say("it is a folder"),
        errno.ENOTDIR: say("a part of the path is no folder"),
        errno.EEXIST: say("it exists already"),
        errno.ENAMETOOLONG: say("the name is too long"),
    }
    return str(words.get(error.errno or 0, error.strerror or type(error).__name__))
