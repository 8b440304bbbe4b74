"""Where the texts, registers, templates and cells are: the office's own folder, else the data shipped with docgen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.errors import NotPossible
from docgen.messages import say

_PACKAGE = Path(__file__).resolve().parents[1]

FOLDERS = ("regulations", "versions", "templates", "cells")
"""What a workspace holds; the first two make it one."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with regulations and registers; `shipped` means the data of the package, which is only read."""

    root: Path
    shipped: bool = False

    @property
    def regulations(self) -> Path:
        """Return the folder of the texts."""
        return self.root / "regulations"

    @property
    def versions(self) -> Path:
        """Return the folder of the registers."""
        return self.root / "versions"

    @property
    def templates(self) -> Path:
        """Return the folder of the templates."""
        return self.root / "templates"

    @property
    def cells(self) -> Path:
        """Return the folder of the cells' facts."""
        return self.root / "cells"

    def relative(self, path: Path) -> str:
        """Return a path as it is named inside the workspace, with forward slashes; as it is if it lies outside."""
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return str(path)


def is_workspace(folder: Path) -> bool:
    """Tell whether a folder holds both texts and registers."""
    return (folder / "regulations").is_dir() and (folder / "versions").is_dir()


def find_workspace(start: Path, named: Path | None = None) -> Workspace:
    """Return the workspace that was named, else the nearest one from `start` upward, else the shipped data."""
    if named is not None:
        if not named.is_dir():
            raise NotPossible(say("{path} is no folder.", path=named), say("Check the name after --workspace."))
        if not is_workspace(named):
            raise NotPossible(
                say("{path} is no workspace: it has no folders regulations and versions.", path=named),
                say("Make one with docgen init {path}, or name another folder.", path=named),
            )
        return Workspace(named)
    try:
        here = start.resolve()
    except OSError:  # the current folder was deleted under us
        return shipped_workspace()
    for folder in (here, *here.parents):
        if is_workspace(folder) and folder != _packaged():
            return Workspace(folder)
    return shipped_workspace()


def shipped_workspace() -> Workspace:
    """Return the data that came with docgen: inside the installed package, or the checkout it runs from."""
    checkout = _PACKAGE.parent
    for folder in (_packaged(), checkout):
        if is_workspace(folder):
            return Workspace(folder, shipped=True)
    raise NotPossible(say("The data shipped with docgen is missing."), say("Install docgen again."))


def _packaged() -> Path:
    return _PACKAGE / "data"


def shared_file(workspace: Workspace, name: str) -> Path:
    """Return a file of templates/shared: the workspace's own, else the shipped one, which an older workspace lacks."""
    own = workspace.templates / "shared" / name
    return own if own.is_file() else shipped_workspace().templates / "shared" / name
