"""A file written whole or not at all: beside its place first, then moved there in one step."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from docgen.errors import NotPossible
from docgen.messages import say


def write_bytes(target: Path, content: bytes, *, flushed: bool = True) -> None:
    """Write a file; if that fails the old one stands as it was and the reason is a sentence.

    `flushed` waits for the disk; whoever can tell later that a power cut has emptied the file need not wait.
    """
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        number, temporary = tempfile.mkstemp(prefix=f".{target.stem[:40]}-", suffix=".tmp", dir=target.parent)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            if flushed:
                os.fsync(number)  # a power cut must not leave a file of the right name and no content
        Path(temporary).chmod(_usual_mode())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise NotPossible(
            say("{path} cannot be written: {reason}.", path=target, reason=why(error)),
            say("Check the folder, the free space on the disk, and that the file is not open in Word."),
        ) from None


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


def _usual_mode() -> int:
    """Return the permissions a new file would have: temporary files are made for one person only."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
