"""What `import docgen` offers, how quick the command is, which folders hold what."""

from __future__ import annotations

import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

import docgen
from tests.cli.programs import COMMAND, ROOT, environment
from tests.house.sources import SOURCES, sources


def test_public_names() -> None:
    assert docgen.__all__ == ["Comparison", "Reading", "__version__", "compare", "read"]
    assert dir(docgen) == sorted(docgen.__all__)
    for name in docgen.__all__:
        assert getattr(docgen, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        docgen.nothing  # noqa: B018


def test_read_is_the_readers_door() -> None:
    reading = docgen.read("Điều 1. Tên\n1. Một.\n")
    assert isinstance(reading, docgen.Reading)
    assert reading.regulation.provisions


def test_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert docgen.__version__ == project["version"]
    assert f"## {docgen.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_importing_loads_nothing_heavy() -> None:
    program = ("import sys, docgen; heavy = {'docx', 'docxtpl', 'lxml', 'git', 'yaml', 'jinja2', 'typer', 'rich', "
               "'markdown_it'} & set(sys.modules); sys.exit(', '.join(sorted(heavy)) or 0)")
    done = subprocess.run([sys.executable, "-c", program], env=environment(), cwd=ROOT, capture_output=True,
                          check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_help_page_loads_no_document_library() -> None:
    program = ("import sys; from docgen.cli.main import run; run(['--help']); "
               "print(sorted({'docx', 'docxtpl', 'lxml', 'git', 'yaml', 'jinja2', 'markdown_it', 'rich.table'} "
               "& set(sys.modules)), file=sys.stderr)")
    done = subprocess.run([sys.executable, "-c", program], env=environment(), cwd=ROOT, capture_output=True,
                          check=False, timeout=60)
    assert done.stderr.decode().strip() == "[]"


def test_help_is_quick() -> None:
    """Against a bare Python on the same machine at the same moment: a fixed number of seconds would say nothing."""

    def quickest(command: list[str]) -> float:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            subprocess.run(command, env=environment(), cwd=ROOT, capture_output=True, check=True, timeout=60)
            times.append(time.perf_counter() - start)
        return min(times)

    bare = quickest([sys.executable, "-c", "import json, argparse, subprocess, inspect"])
    assert quickest([*COMMAND, "--help"]) < 8 * bare


def test_no_file_is_longer_than_400_lines() -> None:
    long = {str(path.relative_to(ROOT)): lines for path in SOURCES
            if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400}
    assert long == {}


def test_no_file_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc"}
    assert [str(path) for path in SOURCES if path.stem in drawers or path.parent.name in drawers] == []


def test_every_module_says_what_it_is_for() -> None:
    assert [source.name for source in sources() if not source.purpose] == []


def test_no_name_of_a_library_is_imported_at_a_commands_door() -> None:
    """One command = one call of api: a command that reaches into the reader or Word has grown work of its own."""
    allowed = ("docgen.api", "docgen.cli", "docgen.errors", "docgen.messages", "docgen.model.finding",
               "docgen.publish.lines", "docgen.publish.terminal", "docgen.versions.workspace")
    reached = {f"{source.name}: {module}" for source in sources() if source.name.startswith("cli/")
               for module in source.modules if module.startswith("docgen.") and not module.startswith(allowed)}
    assert sorted(reached) == []


def test_paths_shipped_are_the_paths_of_a_workspace() -> None:
    from docgen.versions.workspace import FOLDERS, shipped_workspace

    shipped = shipped_workspace()
    assert [name for name in FOLDERS if not (shipped.root / name).is_dir()] == []
    assert Path(shipped.root).resolve() == ROOT


@pytest.mark.parametrize(("library", "door"), [
    ("docx", "word/"), ("docxtpl", "word/"), ("lxml", "word/"), ("jinja2", "word/"), ("git", "versions/repository/"),
    ("yaml", "reader/yaml_tree.py"), ("markdown_it", "reader/markdown_blocks.py"), ("rich", "publish/terminal.py"),
    ("typer", "cli/"), ("click", "cli/"),
])
def test_a_library_has_one_door(library: str, door: str) -> None:
    """As import-linter holds it, and also for a library that nothing imports yet, which import-linter cannot name."""
    users = {source.name for source in sources() for name in source.modules if name.partition(".")[0] == library}
    assert [user for user in sorted(users) if not user.startswith(door)] == []
