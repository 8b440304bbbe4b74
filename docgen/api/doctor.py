"""Look at the machine: what docgen needs, what it can use, and what to do where something is missing."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from docgen.errors import DocgenError
from docgen.messages import NOTHING, Message, say
from docgen.versions.workspace import FOLDERS, find_workspace

State = Literal["ok", "missing", "unknown"]
_SERIF_FONTS = ("Times New Roman", "Liberation Serif", "Tinos")


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One thing looked at: how it stands, in a sentence, and the remedy if it is not well."""

    subject: str
    state: State
    message: Message
    remedy: Message = NOTHING

    def to_dict(self) -> dict[str, object]:
        """Return the observation for JSON."""
        return {"subject": self.subject, "state": self.state, "message": str(self.message),
                "remedy": str(self.remedy) or None}


def doctor(workspace: Path | None = None) -> tuple[Observation, ...]:
    """Look at everything once; nothing is changed and nothing found here is an error."""
    return (_python(), _package(), _workspace(workspace), *(look() for look in _PROGRAMS), _writable(), _console())


def _python() -> Observation:
    version = platform.python_version()
    return Observation(subject="python", state="ok", message=say("Python {version}.", version=version))


def _package() -> Observation:
    from docgen import __version__

    return Observation(subject="docgen", state="ok", message=say("docgen {version}.", version=__version__))


def _workspace(named: Path | None) -> Observation:
    try:
        found = find_workspace(Path.cwd(), named)
    except DocgenError as error:
        return Observation(subject="workspace", state="missing", message=error.message,
                           remedy=error.remedy or NOTHING)
    absent = [name for name in FOLDERS if not (found.root / name).is_dir()]
    if absent:
        return Observation(subject="workspace", state="missing",
                           message=say("The workspace {path} lacks: {names}.", path=found.root,
                                       names=", ".join(absent)),
                           remedy=say("Make a complete one with: docgen init DIR"))
    if found.shipped:
        return Observation(subject="workspace", state="ok",
                           message=say("No workspace here: the shipped data is used, read-only."),
                           remedy=say("To keep texts and cells of your own: docgen init DIR"))
    return Observation(subject="workspace", state="ok", message=say("Workspace: {path}.", path=found.root))


def _git() -> Observation:
    path = shutil.which("git")
    if path is None:
        return Observation(subject="git", state="missing",
                           message=say("The program git is not installed; everything works but what is about git."),
                           remedy=say("Debian: apt-get install git"))
    version = _first_line(path, "--version")
    return Observation(subject="git", state="ok", message=say("git: {version}.", version=version))


def _libreoffice() -> Observation:
    from docgen.word.printing import find_libreoffice

    path = find_libreoffice()
    if path is None:
        return Observation(subject="libreoffice", state="missing",
                           message=say("LibreOffice is not installed; Word files are made all the same, PDF is not."),
                           remedy=say("Debian: apt-get install libreoffice-writer-nogui"))
    return Observation(subject="libreoffice", state="ok", message=say("LibreOffice: {path}.", path=path))


def _fonts() -> Observation:
    program = shutil.which("fc-list")
    if program is None:
        return Observation(subject="fonts", state="unknown",
                           message=say("Which fonts are installed cannot be asked here; Word brings Times New Roman."))
    listed = _output(program, ":", "family")
    found = [font for font in _SERIF_FONTS if font in listed]
    if not found:
        return Observation(subject="fonts", state="missing",
                           message=say("No font of the width of Times New Roman is installed; a PDF may break its "
                                       "lines elsewhere than Word does."),
                           remedy=say("Debian: apt-get install fonts-liberation2"))
    return Observation(subject="fonts", state="ok", message=say("Font for PDF: {name}.", name=found[0]))


def _writable() -> Observation:
    here = Path.cwd()
    try:
        with tempfile.TemporaryFile(dir=here):
            pass
    except OSError:
        return Observation(subject="folder", state="missing",
                           message=say("Nothing can be written into {path}.", path=here),
                           remedy=say("Give another folder with -o."))
    return Observation(subject="folder", state="ok", message=say("{path} can be written to.", path=here))


def _console() -> Observation:
    # What the console says of itself, not what our streams were set to: those are always UTF-8.
    told = os.environ.get("PYTHONIOENCODING", "").partition(":")[0] or locale.getencoding()
    if told.lower().replace("-", "") == "utf8":
        return Observation(subject="console", state="ok", message=say("The console is in UTF-8."))
    return Observation(subject="console", state="missing",
                       message=say("The console says it is in {name}; docgen writes UTF-8 all the same.", name=told),
                       remedy=say("If letters look broken: Windows chcp 65001, Linux export LANG=C.UTF-8"))


def _first_line(*command: str) -> str:
    return (_output(*command).splitlines() or ["?"])[0]


def _output(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", errors="replace")


_PROGRAMS: tuple[Callable[[], Observation], ...] = (_git, _libreoffice, _fonts)
