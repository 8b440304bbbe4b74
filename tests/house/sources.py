"""The source files of docgen, each read and parsed once for all rules of the house."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.cli.programs import ROOT

SOURCES = sorted((ROOT / "docgen").rglob("*.py"))


@dataclass(frozen=True)
class Source:
    """What the rules ask of a file: what it says of itself, which modules it imports, what it says to people."""

    path: Path
    purpose: str
    modules: tuple[str, ...]
    said: tuple[ast.Call, ...]

    @property
    def name(self) -> str:
        """Return its path below docgen/."""
        return self.path.relative_to(ROOT / "docgen").as_posix()


@cache
def sources() -> tuple[Source, ...]:
    """Return every source file of docgen."""
    return tuple(_source(path) for path in SOURCES)


def _source(path: Path) -> Source:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    return Source(path, ast.get_docstring(tree) or "", tuple(name for node in nodes for name in _modules(node)), tuple(
        node for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say"))


def _modules(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and not node.level:
        yield node.module or ""
