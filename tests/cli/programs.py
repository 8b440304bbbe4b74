"""docgen as a real process: the encoding of the console, closed streams and signals cannot be tried in-process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "docgen")


def environment(**more: str) -> Mapping[str, str]:
    """Return an environment in which the source of this checkout is the docgen that runs, wherever it runs."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DOCGEN_", "PYTHON"))}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def docgen(*arguments: str, folder: Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run one command to its end."""
    return subprocess.run([*COMMAND, *arguments], cwd=folder, env=environment(**more), capture_output=True,
                          check=False, timeout=120)
