"""The folder of a site: what was written there is listed, so that nothing else is ever deleted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from docgen.api.writing import write_bytes
from docgen.errors import NotPossible
from docgen.messages import say

LIST = ".docgen-site"
"""A file in the folder of a site that lists what was written there; only what stands in it is ever deleted."""


def put(files: Mapping[str, Path], folder: Path) -> int:
    """Put the files in place, those that differ only; what an earlier build wrote and this one does not goes."""
    written, earlier = 0, _listed(folder)
    # first the list of everything old and new: a build that is cut off leaves no file nobody knows of
    if set(files) - set(earlier):
        write_bytes(folder / LIST, _list({*files, *earlier}))
    for name, path in files.items():
        content = path.read_bytes()
        target = folder / name
        if not target.is_file() or target.read_bytes() != content:
            write_bytes(target, content)
            written += 1
    for name in earlier:
        if name not in files:
            (folder / name).unlink(missing_ok=True)
    if set(files) != set(earlier):
        write_bytes(folder / LIST, _list(files))
    return written


def _list(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in sorted(names)).encode()


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds other things: a site replaces what its folder holds."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / LIST).is_file():
        raise NotPossible(say("{path} holds files that are no site of docgen; they would be mixed with its pages.",
                              path=folder), say("Name an empty folder, or one that does not exist yet, with -o."))
    if folder.exists() and not folder.is_dir():
        raise NotPossible(say("{path} is a file, not a folder.", path=folder), say("Name a folder with -o."))


def _listed(folder: Path) -> tuple[str, ...]:
    """Return the files an earlier build wrote; a line that leads out of the folder is nobody's of ours."""
    path = folder / LIST
    if not path.is_file():
        return ()
    names = path.read_text("utf-8").splitlines()
    return tuple(name for name in names if name and (folder / name).resolve().is_relative_to(folder.resolve()))
