"""A program that stands for LibreOffice in the tests: it prints at once, and misbehaves where a file tells it to."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

HANGS, FALLS, REFUSED, SLOW = b"hangs", b"falls", b"refused", b"slow"
HANGING = f"sleep {600 + os.getpid()}"
"""What one that hangs has started; the figure is of this run of the tests alone."""
_PROGRAM = f"""#!{sys.executable} -SE
import os, sys, time
names = sys.argv[1:]
folder = names[names.index("--outdir") + 1]
ending = names[names.index("--convert-to") + 1]
for path in names[names.index("--outdir") + 2:]:
    if not os.path.exists(path):
        continue
    content = open(path, "rb").read()
    if content == {HANGS!r}:
        os.system({HANGING!r})
    if content == {FALLS!r}:
        sys.exit(3)
    if content == {REFUSED!r}:
        continue
    time.sleep(float(os.environ.get("OFFICE_TAKES", "0")))
    name = os.path.splitext(os.path.basename(path))[0]
    with open(os.path.join(folder, name + "." + ending), "wb") as made:
        made.write(b"%PDF " + str(sum(content)).encode() + b" of " + str(len(content)).encode() + b" %%EOF")
"""


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the program where it is found in place of LibreOffice."""
    home = folder / "bin"
    home.mkdir()
    program = home / "soffice"
    program.write_text(_PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{home}:/usr/bin:/bin")
    return program
