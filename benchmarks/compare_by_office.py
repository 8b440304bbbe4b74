"""Run by the system's Python: LibreOffice's own comparison of two Word files, timed; prints milliseconds and marks.

    python3 compare_by_office.py OLD.docx NEW.docx ROUNDS [MADE.docx]

MADE.docx is somebody else's redline of the two; its marks are counted as those of LibreOffice are.
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


def _property(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # not up yet
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not answer")


def _once(desktop: Any, dispatcher: Any, old: Path, new: Path, target: Path) -> tuple[float, int]:
    start = time.perf_counter()
    document = desktop.loadComponentFromURL(new.as_uri(), "_blank", 0, (_property("Hidden", True),))
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0,
                               (_property("URL", old.as_uri()), _property("NoAcceptDialog", True)))
    document.storeToURL(target.as_uri(), (_property("FilterName", "Office Open XML Text"),))
    passed = time.perf_counter() - start
    marks = _marks(document)
    document.close(True)
    return passed, marks


def _marks(document: Any) -> int:
    marks, walk = 0, document.Redlines.createEnumeration()
    while walk.hasMoreElements():
        walk.nextElement()
        marks += 1
    return marks


def main(old: Path, new: Path, rounds: int, other: Path | None) -> None:
    pipe = f"docgen{time.time_ns()}"
    with tempfile.TemporaryDirectory(prefix="docgen-") as profile:
        office = subprocess.Popen(["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless",
                                   "--norestore", "--invisible", f"--accept=pipe,name={pipe};urp;"])
        try:
            context = _connected(pipe)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
            made = [_once(desktop, dispatcher, old, new, Path(profile) / "made.docx") for _ in range(rounds + 1)]
            theirs = None
            if other:
                document = desktop.loadComponentFromURL(other.as_uri(), "_blank", 0, (_property("Hidden", True),))
                theirs = _marks(document)
                document.close(True)
            desktop.terminate()
        finally:
            try:
                office.wait(20)
            except subprocess.TimeoutExpired:
                office.kill()
    print(json.dumps({"ms": min(passed for passed, _ in made[1:]) * 1000, "marks": made[-1][1], "other": theirs}))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), int(sys.argv[3]),
         Path(sys.argv[4]).resolve() if len(sys.argv) > 4 else None)
