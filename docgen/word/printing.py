"""Word files to PDF by LibreOffice, an outside program that may be absent."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from docgen.errors import NotPossible
from docgen.messages import say

PACKAGE = "libreoffice-writer-nogui"
"""The Debian package that brings the program."""
_NAMES = ("soffice", "libreoffice")
_PATIENCE = 60
_PER_FILE = 20


def find_libreoffice() -> str | None:
    """Return where LibreOffice is installed, None if it is not."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def to_pdf(paths: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Print Word files to PDF into `folder`, all in one run of LibreOffice; returns the PDF files in order."""
    return convert(paths, folder, "pdf")


def convert(paths: Sequence[Path], folder: Path, ending: str) -> tuple[Path, ...]:
    """Let LibreOffice save files in another format (`pdf`, `docx`); raises NotPossible if it cannot."""
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
    # its own profile: a running LibreOffice is not disturbed, and two runs do not wait for each other
    with tempfile.TemporaryDirectory(prefix="docgen-") as scratch:
        made = Path(scratch) / "made"
        command = [program, f"-env:UserInstallation={(Path(scratch) / 'profile').as_uri()}", "--headless",
                   "--norestore", "--convert-to", ending, "--outdir", str(made), *(str(path) for path in paths)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE + _PER_FILE * len(paths))
        except subprocess.TimeoutExpired:
            raise NotPossible(say("LibreOffice did not finish in time."),
                              say("Try again with fewer documents at a time.")) from None
        except (OSError, subprocess.CalledProcessError):
            raise NotPossible(say("LibreOffice could not be run."),
                              say("Start it once by hand to see what it says.")) from None
        folder.mkdir(parents=True, exist_ok=True)
        results = []
        for path in paths:
            result = made / f"{path.stem}.{ending}"
            if not result.exists():
                raise NotPossible(say("LibreOffice could not read {path}.", path=path),
                                  say("Open the file in Word and save it again."))
            target = folder / result.name
            _move(result, target)
            results.append(target)
    return tuple(results)


def _move(source: Path, target: Path) -> None:
    """Put a finished file in place in one step, from another disk too."""
    waiting = target.with_name(f".{target.name}.tmp")
    try:
        shutil.copyfile(source, waiting)
        waiting.replace(target)
    except OSError as error:
        waiting.unlink(missing_ok=True)
        raise NotPossible(say("{path} cannot be written: {reason}.", path=target, reason=error.strerror or "?"),
                          say("Check that the folder may be written to and that the disk is not full.")) from None
