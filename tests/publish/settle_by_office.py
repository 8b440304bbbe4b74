"""Run by the system's Python, which has LibreOffice's bridge: settles the tracked changes of Word files.

    python3 settle_by_office.py FOLDER    for each *.docx: FOLDER/<name>.json, its paragraphs accepted and rejected

Not a test and never imported by one: the project's own Python does not know `uno`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]  # part of the Debian package python3-uno
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

_PATIENCE = 60.0


def _property(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


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


def _paragraphs(text: Any) -> list[str]:
    found: list[str] = []
    walk = text.createEnumeration()
    while walk.hasMoreElements():
        part = walk.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                found += _paragraphs(part.getCellByName(name))
        else:
            found.append(part.getString())
    return found


def _settled(desktop: Any, dispatcher: Any, path: Path, command: str) -> list[str]:
    document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (_property("Hidden", True),))
    try:
        dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{command}AllTrackedChanges", "", 0, ())
        return _paragraphs(document.Text)
    finally:
        document.close(True)


def main(folder: Path) -> None:
    pipe = f"docgen{time.time_ns()}"
    with tempfile.TemporaryDirectory(prefix="docgen-") as profile:
        office = subprocess.Popen(["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless",
                                   "--norestore", "--invisible", f"--accept=pipe,name={pipe};urp;"])
        try:
            context = _connected(pipe)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
            for path in sorted(folder.glob("*.docx")):
                made = {"accept": _settled(desktop, dispatcher, path, "Accept"),
                        "reject": _settled(desktop, dispatcher, path, "Reject")}
                path.with_suffix(".json").write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
            desktop.terminate()
        finally:
            try:
                office.wait(20)
            except subprocess.TimeoutExpired:
                office.kill()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
