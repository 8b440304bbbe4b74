"""All findings on the texts and registers of a workspace."""

from __future__ import annotations

from pathlib import Path

from docgen.check.workspace_check import check_workspace
from docgen.model.finding import Finding
from docgen.publish.markdown import write
from docgen.versions.workspace import Workspace


def check(workspace: Workspace, paths: tuple[Path, ...] = ()) -> tuple[Finding, ...]:
    """Check everything, or only some files and folders; nothing is changed."""
    return check_workspace(workspace, write, paths)
