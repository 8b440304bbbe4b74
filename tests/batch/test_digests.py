"""What shapes the documents of a batch: the program as it was when the process began, and the workspace as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.api.batching import digests
from docgen.api.batching.results import BatchWishes
from docgen.versions.workspace import Workspace


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    file = tmp_path / "program" / "draft" / "render.py"
    file.parent.mkdir(parents=True)
    file.write_text("first", encoding="utf-8")
    monkeypatch.setattr(digests, "_PROGRAM", tmp_path / "program")
    digests._program_digest.cache_clear()
    yield file
    digests._program_digest.cache_clear()


def test_another_program_installed_meanwhile_is_for_the_next_process(program: Path, tmp_path: Path) -> None:
    office = Workspace(tmp_path / "office")
    before = digests.shape_digest(office, BatchWishes())
    program.write_text("second", encoding="utf-8")
    assert digests.shape_digest(office, BatchWishes()) == before
    digests._program_digest.cache_clear()  # the next process
    assert digests.shape_digest(office, BatchWishes()) != before


def test_a_template_changed_meanwhile_is_seen_at_once(program: Path, tmp_path: Path) -> None:
    office = Workspace(tmp_path / "office")
    clauses = tmp_path / "office" / "templates" / "hoi" / "clauses.md"
    clauses.parent.mkdir(parents=True)
    clauses.write_text("first", encoding="utf-8")
    before = digests.shape_digest(office, BatchWishes())
    clauses.write_text("second", encoding="utf-8")
    assert digests.shape_digest(office, BatchWishes()) != before
    assert digests.shape_digest(office, BatchWishes(final=True)) != digests.shape_digest(office, BatchWishes())
