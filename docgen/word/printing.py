"""Word files to PDF by LibreOffice, an outside program that may be absent."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from docgen.errors import NotPossible
from docgen.messages import say
from docgen.word.office import Office

PACKAGE = "libreoffice-writer-nogui"
"""The Debian package that brings the program."""
_NAMES = ("soffice", "libreoffice")


def find_libreoffice() -> str | None:
    """Return where LibreOffice is installed, None if it is not."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def to_pdf(paths: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Print Word files to PDF into `folder`, all in one run of LibreOffice; returns the PDF files in order."""
    return convert(paths, folder, "pdf")


def convert(paths: Sequence[Path], folder: Path, ending: str) -> tuple[Path, ...]:
    """Let LibreOffice save files in another format (`pdf`, `docx`); raises NotPossible if it cannot do so with one."""
    program = find_libreoffice()
    if program is None:
        raise NotPossible(say("LibreOffice, which makes the PDF, is not installed."),
                          say("Install the package {package}, or open the Word file and print it from there.",
                              package=PACKAGE))
    if not paths:
        return ()
    if len({path.stem for path in paths}) < len(paths):
        raise NotPossible(say("Two files of the same name cannot be printed into one folder."),
                          say("Rename one of them."))
    results = []
    with tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as scratch:
        for one in Office(program, Path(scratch)).convert(paths, ending):
            if one.content is None:
                raise NotPossible(one.reason or say("LibreOffice could not read {path}.", path=one.path),
                                  say("Open {path} in Word and save it again.", path=one.path))
            target = folder / f"{one.path.stem}.{ending}"
            _put(one.content, target)
            results.append(target)
    return tuple(results)


def _put(content: bytes, target: Path) -> None:
    """Put a finished file in place in one step."""
    waiting = target.with_name(f".{target.name}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        waiting.write_bytes(content)
        waiting.replace(target)
    except OSError as error:
        waiting.unlink(missing_ok=True)
        raise NotPossible(say("{path} cannot be written: {reason}.", path=target, reason=error.strerror or "?"),
                          say("Check that the folder may be written to and that the disk is not full.")) from None
