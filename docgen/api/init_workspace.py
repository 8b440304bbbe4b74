"""A new workspace with the shipped data in it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from docgen.messages import Message
from docgen.versions.founding import found_workspace
from docgen.versions.workspace import Workspace


def init_workspace(folder: Path, *, cells_in_git: bool = False) -> tuple[Workspace, Message | None]:
    """Make a workspace; the second answer says why there is no first commit, None if there is one.

    The facts of cells stay out of git unless `cells_in_git`.
    """
    return found_workspace(folder, datetime.now().astimezone(), cells_in_git=cells_in_git)
