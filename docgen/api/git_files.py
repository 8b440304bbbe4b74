"""Files as git shows them: one changed file as a comparison, a Word file as plain lines."""

from __future__ import annotations

import os
from pathlib import Path

from docgen.api.diff import diff
from docgen.errors import DocgenError
from docgen.messages import say
from docgen.publish.comparison_text import comparison
from docgen.publish.lines import Screen
from docgen.versions.workspace import Workspace


def difference(workspace: Workspace, path: str, old: Path, new: Path, screen: Screen) -> str:
    """Return what changed in one file; a file that came or went, or cannot be read, is one line."""
    if _absent(old):
        return str(say("{path}: new file.", path=path)) + "\n"
    if _absent(new):
        return str(say("{path}: file removed.", path=path)) + "\n"
    try:
        result = diff(workspace, str(old), str(new))
    except DocgenError as refusal:
        return f"{path}: {refusal}\n"
    return f"=== {path}\n{comparison(result.view, screen)}"


def plain_lines(path: Path) -> str:
    """Return the paragraphs of a Word file, one to a line, as they stand with all changes accepted."""
    from docgen.reader.from_file import file_lines

    if _absent(path) or path.stat().st_size == 0:
        return "\n"
    return "\n".join(file_lines(path)) + "\n"


def _absent(path: Path) -> bool:
    return str(path) in (os.devnull, "/dev/null", "nul")
