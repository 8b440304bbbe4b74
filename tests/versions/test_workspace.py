"""Where the workspace is: named, above the current folder, or the data that came with docgen."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from docgen.errors import NotPossible
from docgen.versions import workspace
from docgen.versions.founding import found_workspace
from docgen.versions.registers import load_registers
from docgen.versions.repository import opening
from docgen.versions.repository.reading import commit_id, is_clean
from docgen.versions.workspace import Workspace, find_workspace, is_workspace, shipped_workspace

HANOI = timezone(timedelta(hours=7))
WHEN = datetime(2026, 8, 3, 9, 0, tzinfo=HANOI)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    root = tmp_path / "văn phòng"
    (root / "regulations" / "hoi-quan-chung").mkdir(parents=True)
    (root / "versions").mkdir()
    return root


def test_it_is_found_from_below(office: Path) -> None:
    found = find_workspace(office / "regulations" / "hoi-quan-chung")
    assert (found.root, found.shipped) == (office.resolve(), False)
    assert found.relative(office / "versions" / "x.yaml") == "versions/x.yaml"
    assert (found.templates.name, found.cells.name) == ("templates", "cells")


def test_a_named_one_wins(office: Path, tmp_path: Path) -> None:
    assert find_workspace(tmp_path, office).root == office


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_a_named_folder_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotPossible):
        find_workspace(tmp_path, tmp_path / name)


def test_without_one_the_shipped_data_are_used_and_said_to_be(tmp_path: Path) -> None:
    found = find_workspace(tmp_path)
    assert found.shipped
    assert is_workspace(found.root)
    assert found == shipped_workspace()


def test_the_data_of_an_installed_package_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace, "_PACKAGE", tmp_path / "docgen")
    with pytest.raises(NotPossible):
        shipped_workspace()
    for name in ("regulations", "versions"):
        (tmp_path / "docgen" / "data" / name).mkdir(parents=True)
    assert shipped_workspace() == Workspace(tmp_path / "docgen" / "data", shipped=True)
    # standing inside the package is not standing in an office's workspace
    assert find_workspace(tmp_path / "docgen" / "data" / "versions").shipped


def test_a_new_workspace_is_complete_and_committed(tmp_path: Path) -> None:
    target = tmp_path / "mới" / "phòng"
    made, refusal = found_workspace(target, WHEN)
    assert refusal is None
    assert made == Workspace(target)
    assert is_clean(target)
    assert load_registers(made).find("162").id == "162-qd-tw-2024"
    assert "eol=lf" in (target / ".gitattributes").read_text(encoding="utf-8")
    assert [one.name for one in target.parent.iterdir()] == ["phòng"]


def test_an_existing_folder_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("x", encoding="utf-8")
    with pytest.raises(NotPossible):
        found_workspace(tmp_path, WHEN)
    with pytest.raises(NotPossible):
        found_workspace(tmp_path / "note.txt", WHEN)
    assert [one.name for one in tmp_path.iterdir()] == ["note.txt"]


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    made, _ = found_workspace(tmp_path / "empty", WHEN)
    assert is_workspace(made.root)


def test_without_git_the_workspace_is_made_and_the_reason_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "available", lambda: False)
    made, refusal = found_workspace(tmp_path / "w", WHEN)
    assert refusal is not None
    assert "git" in str(refusal)
    assert is_workspace(made.root)


def test_same_data_same_commit(tmp_path: Path) -> None:
    """Two foundings at the same time of the clock give the same commit, whoever's machine it is."""
    first, _ = found_workspace(tmp_path / "a", datetime(2026, 8, 3, 2, 0, tzinfo=UTC))
    second, _ = found_workspace(tmp_path / "b", datetime(2026, 8, 3, 2, 0, tzinfo=UTC))
    assert commit_id(first.root) == commit_id(second.root)


def test_names_stay_out_of_git_unless_it_is_asked_for(tmp_path: Path) -> None:
    for asked in (False, True):
        target = tmp_path / str(asked)
        found_workspace(target, WHEN, cells_in_git=asked)
        (target / "cells" / "moi.yaml").write_text("framework: x", encoding="utf-8")
        (target / "cells" / "moi.yaml.dang-do").write_text("{}", encoding="utf-8")
        assert list((target / "cells").glob("chi-bo-*.yaml"))
        assert is_clean(target) is not asked
        seen = subprocess.run(["git", "status", "--porcelain", "-uall"], cwd=target, capture_output=True, check=True)
        assert seen.stdout.decode().split() == (["??", "cells/moi.yaml"] if asked else [])
