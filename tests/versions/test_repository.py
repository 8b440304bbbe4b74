"""The door to git, on real repositories in temporary folders."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from docgen.errors import NotPossible
from docgen.versions.repository.committing import found
from docgen.versions.repository.opening import available
from docgen.versions.repository.reading import commit_id, is_clean, text_at

WHEN = datetime(2026, 8, 3, 9, 0, tzinfo=timezone(timedelta(hours=7)))


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-c", "user.name=Người Thử", "-c", "user.email=thu@example.org", *arguments],
                          cwd=folder, check=True, capture_output=True, text=True, encoding="utf-8").stdout


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    root = tmp_path / "kho"
    (root / "regulations").mkdir(parents=True)
    (root / "regulations" / "điều.md").write_bytes("một\n".encode())
    found(root, "Khởi tạo", WHEN)
    return root


def test_a_text_as_it_was(repo: Path) -> None:
    path = repo / "regulations" / "điều.md"
    git(repo, "tag", "truoc")
    path.write_bytes(b"hai\n")
    git(repo, "commit", "-qam", "sửa")
    path.write_bytes("ba, chưa lưu\n".encode())
    assert text_at(path, "HEAD") == b"hai\n"
    assert text_at(path, "truoc") == "một\n".encode()
    assert text_at(path, "HEAD~1") == "một\n".encode()
    assert text_at(path, commit_id(repo, "truoc")[:10]) == "một\n".encode()


@pytest.mark.parametrize("ref", ["nowhere", "", "-x", "--all", "HEAD:regulations", "a b", "HEAD~99", "@{upstream}"])
def test_an_unknown_ref_is_a_sentence(repo: Path, ref: str) -> None:
    with pytest.raises(NotPossible) as refusal:
        text_at(repo / "regulations" / "điều.md", ref)
    assert f"'{ref}'" in str(refusal.value)


def test_a_file_that_was_not_there_and_a_folder(repo: Path) -> None:
    for path in (repo / "regulations" / "mới.md", repo / "regulations"):
        with pytest.raises(NotPossible):
            text_at(path, "HEAD")


def test_outside_a_repository(tmp_path: Path) -> None:
    with pytest.raises(NotPossible):
        is_clean(tmp_path)
    with pytest.raises(NotPossible):
        text_at(tmp_path / "x.md", "HEAD")


def test_clean_and_dirty(repo: Path) -> None:
    assert is_clean(repo)
    (repo / "regulations" / "mới.md").write_text("x", encoding="utf-8")
    assert not is_clean(repo)


def test_the_hour_is_kept_with_its_zone(repo: Path) -> None:
    assert git(repo, "log", "-1", "--format=%aI %cI").split() == ["2026-08-03T09:00:00+07:00"] * 2
    assert git(repo, "log", "-1", "--format=%s").strip() == "Khởi tạo"
    git(repo, "fsck", "--strict")


@pytest.mark.parametrize("when", [datetime(2026, 8, 3, 9, 0), datetime(1951, 2, 1, tzinfo=UTC)])
def test_a_time_git_would_store_wrongly_is_refused(tmp_path: Path, when: datetime) -> None:
    with pytest.raises(ValueError, match="zone"):
        found(tmp_path, "x", when)


def test_an_inherited_git_dir_leads_nobody_astray(repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "khác"
    other.mkdir()
    (other / "a.md").write_text("a", encoding="utf-8")
    found(other, "khác", WHEN)
    mine = commit_id(repo)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    assert commit_id(repo) == mine
    assert is_clean(repo)
    third = tmp_path / "ba"
    third.mkdir()
    (third / "b.md").write_text("b", encoding="utf-8")
    found(third, "ba", WHEN)
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_WORK_TREE")
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert git(third, "ls-files").split() == ["b.md"]
    assert git(other, "ls-files").split() == ["a.md"]


def test_without_the_git_program(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repo))
    assert not available()
    with pytest.raises(NotPossible) as refusal:
        text_at(repo / "regulations" / "điều.md", "HEAD")
    assert "git" in str(refusal.value)


def test_git_is_not_loaded_before_it_is_needed() -> None:
    """GitPython takes long to load and fails without the git program; most commands need neither."""
    code = "import sys, docgen.versions.library, docgen.versions.founding; sys.exit('git' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
