"""A new file of facts: where it is put, what it never overwrites, and that it is checked like any other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docgen.api.draft import check_cell
from docgen.api.new_cell import new_cell, questions
from docgen.errors import NotPossible
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    for name in ("regulations", "versions", "templates", "cells"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return Workspace(tmp_path)


def test_a_name_is_put_under_cells_and_only_answers_are_missing(workspace: Workspace) -> None:
    path = new_cell(workspace, "chi-bo-moi")
    assert path == workspace.cells / "chi-bo-moi.yaml"
    found = check_cell(workspace, "chi-bo-moi")
    assert {finding.code for finding in found if finding.severity == "error"} == {"cell-missing"}
    assert len(found) > 10


def test_a_path_is_taken_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    assert new_cell(workspace, str(tmp_path / "khac" / "mot.yaml")) == tmp_path / "khac" / "mot.yaml"
    assert (tmp_path / "khac" / "mot.yaml").is_file()


def test_a_file_that_is_there_is_never_touched(workspace: Workspace) -> None:
    before = (workspace.cells / "chi-bo-co-chi-uy.yaml").read_bytes()
    with pytest.raises(NotPossible):
        new_cell(workspace, "chi-bo-co-chi-uy")
    assert (workspace.cells / "chi-bo-co-chi-uy.yaml").read_bytes() == before


def test_the_shipped_data_is_not_written_to(tmp_path: Path) -> None:
    with pytest.raises(NotPossible, match="docgen init"):
        new_cell(Workspace(ROOT, shipped=True), "moi")
    assert not (ROOT / "cells" / "moi.yaml").exists()


def test_the_framework_is_the_only_one_or_named(workspace: Workspace) -> None:
    assert questions(workspace)[0] == questions(workspace, "hoi-quan-chung")[0] == "hoi-quan-chung"
    with pytest.raises(NotPossible, match="hoi-quan-chung"):
        questions(workspace, "hoi-quan-chugn")
    shutil.rmtree(workspace.templates)
    with pytest.raises(NotPossible):
        questions(workspace)
