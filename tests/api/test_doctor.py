"""doctor always answers, and each thing missing brings its remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docgen.api.doctor import doctor
from docgen.word import printing

SUBJECTS = ["python", "docgen", "workspace", "git", "libreoffice", "fonts", "folder", "console"]


def test_every_subject_is_looked_at_once() -> None:
    assert [one.subject for one in doctor()] == SUBJECTS


def test_a_bare_machine_gets_remedies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(printing, "find_libreoffice", lambda: None)
    monkeypatch.setenv("PYTHONIOENCODING", "cp1258")
    monkeypatch.chdir(tmp_path)
    seen = {one.subject: one for one in doctor(tmp_path / "khong-co")}
    for subject in ("workspace", "git", "libreoffice", "console"):
        assert seen[subject].state == "missing"
        assert str(seen[subject].remedy)
    assert seen["fonts"].state == "unknown"
    assert seen["folder"].state == "ok"
    assert seen["git"].to_dict().keys() == {"subject", "state", "message", "remedy"}


def test_an_incomplete_workspace_is_named(tmp_path: Path) -> None:
    for name in ("regulations", "versions"):
        (tmp_path / name).mkdir()
    (seen,) = [one for one in doctor(tmp_path) if one.subject == "workspace"]
    assert "templates, cells" in str(seen.message)
