"""LibreOffice through its bridge, a profile of its own each time; only the system's Python knows `uno`.

Programs that use it are run from the root of the checkout: /usr/bin/python3 -m tests.publish.settle_by_office FOLDER
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]  # part of the Debian package python3-uno
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

_PATIENCE = 60.0


@dataclass(frozen=True)
class LibreOffice:
    """One LibreOffice that is running, nothing of it to be seen."""

    desktop: Any
    dispatcher: Any

    def open(self, path: Path) -> Any:
        """Open a file; whoever opens it closes it."""
        return self.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (setting("Hidden", True),))

    def order(self, document: Any, command: str, *settings: Any) -> None:
        """Carry out a command of the menus in a document."""
        self.dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{command}", "", 0, settings)


def setting(name: str, value: object) -> Any:
    """Return a setting as LibreOffice takes it."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


@contextmanager
def libreoffice() -> Iterator[LibreOffice]:
    """Start LibreOffice and end it again, whatever happens between."""
    pipe = f"docgen{time.time_ns()}"
    with tempfile.TemporaryDirectory(prefix="docgen-") as profile:
        process = subprocess.Popen(["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless",
                                    "--norestore", "--invisible", f"--accept=pipe,name={pipe};urp;"])
        try:
            context = _connected(pipe)
            make = context.ServiceManager.createInstanceWithContext
            desktop = make("com.sun.star.frame.Desktop", context)
            yield LibreOffice(desktop, make("com.sun.star.frame.DispatchHelper", context))
            desktop.terminate()
        finally:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
