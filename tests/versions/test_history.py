"""The commits of a file as git tells them: order, old names, both sides of a merge, what a clone does not hold."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.errors import NotPossible
from docgen.versions.repository import opening
from docgen.versions.repository.history import Commit, contents, files_of, history_of
from tests.versions.fast_import import Change, make_history

ROOT = Path(__file__).resolve().parents[2]
_TEXT = b"".join(b"a line that stays, number %d\n" % number for number in range(40))


def subjects(folder: Path, name: str, ref: str = "") -> list[str]:
    return [commit.subject for commit in history_of([folder / name], ref).commits]


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True,
                          encoding="utf-8").stdout


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(script=st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3)), min_size=1, max_size=12),
       merged=st.lists(st.integers(0, 11), max_size=4))
def test_the_same_commits_as_git_log(
    tmp_path_factory: pytest.TempPathFactory, script: list[tuple[str, int]], merged: list[int],
) -> None:
    folder = tmp_path_factory.mktemp("kho")
    changes = [Change({f"{name}.md": _TEXT + b"%d\n" % words}, message=f"lần {place}",
                      parents=(place - 1, other + 1) if place - 1 > other + 1 and place in merged else None)
               for place, (name, words) in enumerate(script, 1) for other in [min(place - 1, 3)]]
    make_history(folder, changes)
    for name in "abc":
        wanted = git(folder, "log", "--topo-order", "--format=%H", "--", f"{name}.md").split()
        found = history_of([folder / f"{name}.md"])
        assert [commit.id for commit in found.commits] == wanted
        listed = {commit.id for commit in found.commits}
        assert all(parent in listed for commit in found.commits for parent in commit.parents)
        assert contents(found, folder) == {
            commit: git(folder, "show", f"{commit}:{name}.md").encode() for commit in wanted}


def test_who_when_and_why(tmp_path: Path) -> None:
    message = "Sửa lỗi gõ ở khoản 2\n\nĐối chiếu bản in.\n\nNumber: 162-QĐ/TW\nSource: bản sao y,\n  trang 3\n"
    make_history(tmp_path, [Change({"a.md": b"x"}, message=message)])
    (commit,) = history_of([tmp_path / "a.md"]).commits
    assert (commit.author, commit.subject, commit.file) == ("H'Nghĩa Niê", "Sửa lỗi gõ ở khoản 2", "a.md")
    assert commit.trailers == (("Number", "162-QĐ/TW"), ("Source", "bản sao y, trang 3"))
    assert commit.committed_at is not None
    assert commit.committed_at.utcoffset() == timedelta(hours=7)
    assert commit.committed_at.timestamp() == 1_785_703_600


@pytest.mark.parametrize("seconds", ["99999999999999999999", "-600000000", "0", "x"])
def test_a_time_git_cannot_tell_is_unknown(tmp_path: Path, seconds: str) -> None:
    """A clock that was never set, or a date before 1970 that some programs store: git prints nothing or the epoch."""
    make_history(tmp_path, [Change({"a.md": b"x"})])
    raw = git(tmp_path, "cat-file", "commit", "HEAD").replace("1785703600 +0700", f"{seconds} +0000")
    made = subprocess.run(["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"], cwd=tmp_path,
                          check=True, input=raw.encode(), capture_output=True).stdout.decode().strip()
    (commit,) = history_of([tmp_path / "a.md"], made).commits
    assert commit.committed_at is None


@pytest.mark.parametrize("setting", [("log.follow", "true"), ("log.showSignature", "true"), ("color.ui", "always"),
                                     ("log.date", "relative"), ("core.quotePath", "true"), ("log.showRoot", "false")])
def test_nobodys_settings_change_the_answer(tmp_path: Path, setting: tuple[str, str]) -> None:
    make_history(tmp_path, [Change({"điều [1].md": _TEXT, "*.md": b"y"}, message="một"),
                            Change({"điều [1].md": _TEXT + b"2\n"}, message="hai"),
                            Change({"*.md": b"x"}, message="ba")])
    git(tmp_path, "config", *setting)
    assert subjects(tmp_path, "điều [1].md") == ["hai", "một"]
    assert subjects(tmp_path, "*.md") == ["ba", "một"]


def test_a_renamed_file_keeps_its_history_and_a_like_one_does_not_join_it(tmp_path: Path) -> None:
    make_history(tmp_path, [
        Change({"cũ.md": _TEXT, "mẫu.md": _TEXT + b"m\n"}, message="nhập"),
        Change({"cũ.md": _TEXT + b"1\n"}, message="sửa dưới tên cũ"),
        Change({"mẫu.md": _TEXT + b"n\n"}, message="sửa mẫu"),
        Change({"cũ.md": None, "thư mục/mới.md": _TEXT + b"1\n2\n"}, message="đổi tên, sửa luôn"),
        Change({"giống.md": _TEXT + b"m\n"}, message="một tệp giống mẫu"),
        Change({"thư mục/mới.md": None, "nữa.md": _TEXT + b"1\n2\n"}, message="đổi tên lần nữa"),
    ])
    assert subjects(tmp_path, "nữa.md") == ["đổi tên lần nữa", "đổi tên, sửa luôn", "sửa dưới tên cũ", "nhập"]
    names = [commit.file for commit in history_of([tmp_path / "nữa.md"]).commits]
    assert names == ["nữa.md", "thư mục/mới.md", "cũ.md", "cũ.md"]
    assert subjects(tmp_path, "giống.md") == ["một tệp giống mẫu"]
    assert len(contents(history_of([tmp_path / "nữa.md"]), tmp_path)) == 4


def test_both_sides_of_a_merge_and_nothing_that_never_arrived(tmp_path: Path) -> None:
    top, low = _TEXT.replace(b"number 0\n", b"number 0, top\n"), _TEXT.replace(b"number 39\n", b"number 39, low\n")
    both = top.replace(b"number 39\n", b"number 39, low\n")
    make_history(tmp_path, [
        Change({"a.md": _TEXT}, message="nhập"),
        Change({"a.md": top}, message="đầu", parents=(1,)),
        Change({"a.md": low}, message="cuối", parents=(1,)),
        Change({"a.md": both}, message="gộp", parents=(2, 3)),
        Change({"a.md": _TEXT}, message="bị bỏ", parents=(4,)),
        Change({"a.md": both}, message="gộp, bỏ nhánh kia", parents=(4, 5)),
    ])
    assert sorted(subjects(tmp_path, "a.md")) == ["cuối", "gộp", "nhập", "đầu"]
    merge = history_of([tmp_path / "a.md"]).commits[0]
    assert merge.subject == "gộp"
    assert len(merge.parents) == 2


def test_a_shallow_clone_names_where_it_ends(tmp_path: Path) -> None:
    make_history(tmp_path / "gốc", [Change({"a.md": b"%d" % number}, message=f"lần {number}") for number in range(6)])
    subprocess.run(["git", "clone", "-q", "--depth", "3", f"file://{tmp_path}/gốc", str(tmp_path / "nông")], check=True)
    found = history_of([tmp_path / "nông" / "a.md"])
    assert [commit.subject for commit in found.commits] == ["lần 5", "lần 4", "lần 3"]
    assert found.cut_off == {found.commits[-1].id}
    assert history_of([tmp_path / "gốc" / "a.md"]).cut_off == frozenset()


def test_a_detached_head_a_worktree_and_an_earlier_start(tmp_path: Path) -> None:
    make_history(tmp_path / "kho", [Change({"a.md": b"%d" % number}, message=f"lần {number}") for number in range(4)])
    git(tmp_path / "kho", "tag", "v1", "HEAD~2")
    assert subjects(tmp_path / "kho", "a.md", "v1") == ["lần 1", "lần 0"]
    git(tmp_path / "kho", "checkout", "-q", "--detach", "HEAD~1")
    assert subjects(tmp_path / "kho", "a.md") == ["lần 2", "lần 1", "lần 0"]
    git(tmp_path / "kho", "worktree", "add", "-q", str(tmp_path / "khác"), "main")
    assert len(subjects(tmp_path / "khác", "a.md")) == 4


def test_what_stands_in_the_way_is_a_sentence_of_its_own(tmp_path: Path) -> None:
    """No commit yet, a bare repository, none at all, a damaged one: each is said as what it is."""
    (tmp_path / "trống").mkdir()
    git(tmp_path / "trống", "init", "-q")
    git(tmp_path, "init", "-q", "--bare", "trần.git")
    for name in ("hỏng nhánh", "mất đối tượng", "mất tách rời"):
        make_history(tmp_path / name, [Change({"a.md": b"x"})])
    git(tmp_path / "mất tách rời", "checkout", "-q", "--detach")
    (tmp_path / "hỏng nhánh" / ".git" / "refs" / "heads" / "main").write_text("không phải mã\n", encoding="utf-8")
    for name in ("mất đối tượng", "mất tách rời"):
        shutil.rmtree(tmp_path / name / ".git" / "objects")
        (tmp_path / name / ".git" / "objects").mkdir()
    said = {}
    for name in ("trống", "trần.git", "hỏng nhánh", "mất đối tượng", "mất tách rời", "không có"):
        with pytest.raises(NotPossible) as refusal:
            history_of([tmp_path / name / "a.md"])
        assert refusal.value.remedy, name
        said[name] = refusal.value.message.source
    assert said["trống"] == "The repository has no commit yet."
    assert {said[name] for name in ("hỏng nhánh", "mất đối tượng", "mất tách rời")} == {
        "The repository is damaged: {name} leads to no commit."}
    assert len(set(said.values())) == 4


def test_a_repository_of_another_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_history(tmp_path, [Change({"a.md": b"x"})])
    monkeypatch.setattr(opening, "_OWN_SETTINGS", (*opening._OWN_SETTINGS, "GIT_TEST_", "GIT_CONFIG_"))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    with pytest.raises(NotPossible) as refusal:
        history_of([tmp_path / "a.md"])
    assert "dubious ownership" in str(refusal.value)


def test_a_git_program_that_does_not_run(tmp_path: Path) -> None:
    """In a process of its own: GitPython asks for the version of git once, when it is loaded."""
    make_history(tmp_path / "kho", [Change({"a.md": b"x"})])
    (tmp_path / "git").write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    (tmp_path / "git").chmod(0o755)
    code = ("from pathlib import Path; from docgen.errors import NotPossible\n"
            "from docgen.versions.repository.history import history_of\n"
            "try: history_of([Path('a.md')])\nexcept NotPossible as refusal: print(refusal.message.source)")
    said = subprocess.run([sys.executable, "-c", code], cwd=tmp_path / "kho", check=True, capture_output=True,
                          text=True, env={**os.environ, "PATH": str(tmp_path), "PYTHONPATH": str(ROOT)})
    assert said.stdout.strip() == "The git program of this machine does not run."


def test_a_file_nobody_committed_has_no_history(tmp_path: Path) -> None:
    make_history(tmp_path, [Change({"a.md": b"x"})])
    (tmp_path / "b.md").write_bytes(b"y")
    assert history_of([tmp_path / "b.md"]).commits == ()


def test_which_files_of_several_a_commit_changed(tmp_path: Path) -> None:
    make_history(tmp_path, [
        Change({"t/a.md": b"1", "t/é.md": b"1", "khác.md": b"1"}, message="nhập"),
        Change({"t/é.md": b"2", "khác.md": b"2"}, message="sửa"), Change({"khác.md": b"3"}, message="không liên quan")])
    paths = [tmp_path / "t", tmp_path / "sổ.yaml"]
    commits: tuple[Commit, ...] = history_of(paths).commits
    touched = files_of(paths)
    assert [(commit.subject, touched[commit.id]) for commit in commits] == [
        ("sửa", ("t/é.md",)), ("nhập", ("t/a.md", "t/é.md"))]
