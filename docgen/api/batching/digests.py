"""Hashes that tell whether anything has changed since a batch was made: what goes in, and what shapes the documents."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from docgen.api.batching.results import BatchWishes
from docgen.reader.decoding import read_bytes
from docgen.reader.workbook.reading import csv_files
from docgen.versions.workspace import Workspace

_PROGRAM = Path(__file__).resolve().parents[2]
_YAML = (".yaml", ".yml")


def input_digest(path: Path) -> str:
    """Return a hash of everything a batch is made from: the bytes of the workbook, or of every file of the folder."""
    if not path.is_dir():
        return hashlib.sha256(read_bytes(path, 200_000_000)).hexdigest()
    whole = hashlib.sha256()
    for file in cell_files(path) or csv_files(path):
        whole.update(f"{file.name}\0".encode(errors="replace") + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def cell_files(folder: Path) -> list[Path]:
    """Return the files of a folder that hold the facts of a cell."""
    return sorted(file for file in folder.iterdir() if file.suffix.casefold() in _YAML and file.is_file())


def shape_digest(workspace: Workspace, wishes: BatchWishes) -> str:
    """Return a hash of all that shapes a document besides the cell: program, templates, registers, texts, wishes."""
    whole = hashlib.sha256(repr((wishes.kind, wishes.day, wishes.final)).encode())
    whole.update(_program_digest())
    _add_files(whole, workspace.root, "templates/**/*.*", "versions/**/*.yaml", "regulations/**/*.md")
    return whole.hexdigest()


@lru_cache(maxsize=1)
def _program_digest() -> bytes:
    # a process goes on with the program it began with, whoever installs another meanwhile
    whole = hashlib.sha256()
    _add_files(whole, _PROGRAM, "draft/*.py", "word/*.py", "api/**/*.py", "vietnamese/*.py")
    return whole.digest()


def _add_files(whole: hashlib._Hash, root: Path, *patterns: str) -> None:
    for pattern in patterns:
        for file in sorted(root.glob(pattern)):
            if file.is_file():
                whole.update(file.name.encode(errors="replace") + hashlib.sha256(file.read_bytes()).digest())
