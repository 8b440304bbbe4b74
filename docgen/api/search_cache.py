"""Where the search index is kept between two runs: a folder of the user's cache for each workspace, never inside it.

An index is one file, written whole and never changed; its name ends in the checksum of its bytes. So a run that is
killed leaves the old file, two runs at once write two files, and a damaged file is seen before it is used.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

from docgen.api.writing import why, write_bytes
from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.search.index import FORMAT, Index, IndexDamaged
from docgen.versions.workspace import Workspace

_NAME = re.compile(rf"index-{FORMAT:08x}-(?P<sum>[0-9a-f]{{8}})\.sqlite")
_ANY = "index-*.sqlite"


@dataclass(frozen=True, slots=True)
class Kept:
    """The index that was kept, or an empty one; remarks if it was damaged."""

    index: Index
    remarks: tuple[Message, ...] = ()


def folder_of(workspace: Workspace) -> Path | None:
    """Return the folder that keeps the index of a workspace; None where the user has no folder for such things."""
    name = hashlib.sha256(str(workspace.root.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    try:
        return _cache() / f"search-{name}"
    except RuntimeError:  # nobody's home is known
        return None


def _cache() -> Path:
    if named := os.environ.get("DOCGEN_CACHE"):
        return Path(named)
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local) / "docgen" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "docgen"
    named = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(named) if Path(named).is_absolute() else Path.home() / ".cache") / "docgen"


def load(folder: Path | None) -> Kept:
    """Return the newest index of a folder; a damaged one is said and an empty one taken in its place."""
    for path in _files(folder):
        match = _NAME.fullmatch(path.name)
        if not match:
            continue  # of another version of docgen
        try:
            content = path.read_bytes()
        except OSError:
            continue  # just taken away by another run, or not ours to read
        try:
            if zlib.crc32(content) != int(match["sum"], 16):
                raise IndexDamaged(path.name)
            return Kept(Index.from_bytes(content))
        except IndexDamaged:
            return Kept(Index.empty(), (say("The search index in {folder} was damaged and has been made anew.",
                                            folder=path.parent),))
    return Kept(Index.empty())


def keep(folder: Path | None, index: Index) -> tuple[Message, ...]:
    """Keep an index in place of what was kept before; where that cannot be done it is said and nothing else."""
    if folder is None:
        return (say("The search index cannot be kept: no folder of your own is known. Every search makes it anew; "
                    "DOCGEN_CACHE can name a folder."),)
    content = index.to_bytes()
    target = folder / f"index-{FORMAT:08x}-{zlib.crc32(content):08x}.sqlite"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_bytes(target, content)
    except OSError as error:
        return (_not_kept(folder, why(error)),)
    except NotPossible as refusal:
        return (_not_kept(folder, str(dict(refusal.message.values).get("reason", refusal.message))),)
    for old in _files(folder)[1:]:  # the newest stays, whichever run wrote it
        try:
            old.unlink()
        except OSError:  # another run has it open, or was quicker
            continue
    return ()


def _not_kept(folder: Path, reason: str) -> Message:
    return say("The search index cannot be kept in {folder}: {reason}. Every search makes it anew; DOCGEN_CACHE can "
               "name another folder.", folder=folder, reason=reason)


def _files(folder: Path | None) -> list[Path]:
    """Return the index files of a folder, the newest first."""
    found: list[tuple[float, str, Path]] = []
    try:
        for path in folder.glob(_ANY) if folder else ():
            found.append((path.stat().st_mtime_ns, path.name, path))
    except OSError:
        return []
    return [path for _, _, path in sorted(found, reverse=True)]
