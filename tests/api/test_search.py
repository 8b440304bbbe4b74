"""The search of a workspace: the index outside it, brought up to date, damaged, unwritable, used by two at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from docgen.api import search_cache
from docgen.api.search import search
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import Message
from docgen.search.index import Index
from docgen.versions.workspace import Workspace
from tests.cli.programs import environment
from tests.versions.git_office import git

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 21)
TEXT = "regulations/hoi-quan-chung/162-qd-tw-2024.md"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    for name in ("regulations", "versions"):
        shutil.copytree(ROOT / name, tmp_path / "office" / name)
    monkeypatch.setenv("DOCGEN_CACHE", str(tmp_path / "cache"))
    return Workspace(tmp_path / "office")


def kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").rglob("*.sqlite"))


def first(office: Workspace, typed: str) -> str:
    results = search(office, typed, day=DAY).found.results
    return f"{results[0].edition}:{results[0].address}" if results else ""


def said(remarks: tuple[Message, ...]) -> list[str]:
    return [remark.source for remark in remarks]


def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count from now on how many editions each update reads afresh."""
    counts: list[int] = []
    update = Index.update

    def counted(self: Index, texts: object) -> object:
        done = update(self, texts)  # type: ignore[arg-type]  # handed on as it came
        counts.append(done.read)
        return done

    monkeypatch.setattr(Index, "update", counted)
    return counts


def test_the_index_is_kept_outside_the_workspace_and_made_once(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = sorted(office.root.rglob("*"))
    counts = reads(monkeypatch)
    assert first(office, "hieu luc thi hanh") == "162-qd-tw-2024:dieu-12"
    (index,) = kept(tmp_path)
    assert first(office, "hieu luc thi hanh") == "162-qd-tw-2024:dieu-12"
    assert kept(tmp_path) == [index]
    assert counts[0] > 10
    assert counts[1] == 0
    assert sorted(office.root.rglob("*")) == before


def test_only_what_changed_is_read_again(office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first(office, "quy che")
    counts = reads(monkeypatch)
    path = office.root / TEXT
    path.write_bytes(path.read_bytes().replace("phổ biến đến chi bộ".encode(), "phổ biến bằng lời vàng ngọc".encode()))
    assert first(office, "loi vang ngoc") == "162-qd-tw-2024:dieu-12"
    register = office.root / "versions/chi-bo-co-quan-xa.yaml"
    register.write_text(register.read_text(encoding="utf-8").replace("title: not known", "title: về mây trắng", 1),
                        encoding="utf-8")
    assert first(office, "may trang") == "10-hd-btctw-2007:"
    assert first(office, "loi vang ngoc") == "162-qd-tw-2024:dieu-12"
    assert counts == [1, 1, 0]
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert first(office, "loi vang ngoc") == "162-qd-tw-2024:dieu-12"
    assert counts == [1, 1, 0, 0]  # other line ends are the same text
    assert len(kept(tmp_path)) == 1


def test_a_text_that_was_taken_out_is_not_found_any_more(office: Workspace) -> None:
    assert first(office, "mo hinh chi bo co quan xa").startswith("30-hd-btctw-2014:ii.1.1")
    (office.root / "versions/chi-bo-co-quan-xa.yaml").unlink()
    assert not first(office, "mo hinh chi bo co quan xa").startswith("30-hd")


@pytest.mark.parametrize("damage", ["garbage", "cut", "empty", "one byte", "another database"])
def test_a_damaged_index_is_made_anew_and_said(office: Workspace, tmp_path: Path, damage: str) -> None:
    first(office, "quy che")
    (index,) = kept(tmp_path)
    content = index.read_bytes()
    index.write_bytes({
        "garbage": b"not a database" * 100, "cut": content[: len(content) // 2], "empty": b"",
        "one byte": content[:5000] + bytes([content[5000] ^ 1]) + content[5001:],
        "another database": Index.empty().to_bytes(),
    }[damage])
    again = search(office, "hieu luc thi hanh", day=DAY)
    assert again.found.results[0].address == "dieu-12"
    assert said(again.remarks) == ["The search index in {folder} was damaged and has been made anew."]
    assert search(office, "hieu luc thi hanh", day=DAY).remarks == ()
    assert len(kept(tmp_path)) == 1


def test_bytes_with_a_right_checksum_that_are_no_index_are_damage_too(office: Workspace, tmp_path: Path) -> None:
    first(office, "quy che")
    (index,) = kept(tmp_path)
    index.unlink()
    index.with_name(f"{index.stem[:-8]}00000000.sqlite").write_bytes(b"")  # the checksum of nothing is 0
    assert len(search(office, "quy che", day=DAY).remarks) == 1
    assert search(office, "quy che", day=DAY).remarks == ()


def test_where_nothing_can_be_kept_the_search_works_and_says_so(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "a file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("DOCGEN_CACHE", str(tmp_path / "a file" / "below"))
    found = search(office, "hieu luc thi hanh", day=DAY)
    assert found.found.results[0].address == "dieu-12"
    assert said(found.remarks)[0].startswith("The search index cannot be kept in {folder}")
    monkeypatch.delenv("DOCGEN_CACHE")
    monkeypatch.setattr(search_cache, "_cache", lambda: (_ for _ in ()).throw(RuntimeError))
    remark, = said(search(office, "hieu luc thi hanh", day=DAY).remarks)
    assert remark.startswith("The search index cannot be kept: no folder")


def test_a_folder_that_may_only_be_read(office: Workspace, tmp_path: Path) -> None:
    first(office, "quy che")
    folder = kept(tmp_path)[0].parent
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this file system ignores permissions for root")
        assert search(office, "hieu luc thi hanh", day=DAY).remarks == ()  # nothing to write
        (office.root / "versions/co-quan.yaml").unlink()
        assert len(search(office, "hieu luc thi hanh", day=DAY).remarks) == 1
    finally:
        folder.chmod(0o700)


def test_a_workspace_that_may_only_be_read_is_searched(office: Workspace, tmp_path: Path) -> None:
    for path in (office.root, *office.root.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert first(office, "hieu luc thi hanh") == "162-qd-tw-2024:dieu-12"
    finally:
        for path in (office.root, *office.root.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.full
def test_several_runs_at_once(office: Workspace, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "docgen", "search", "hieu luc thi hanh", "--json"]
    runs = [subprocess.Popen(command, cwd=office.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             env=environment(DOCGEN_CACHE=str(tmp_path / "cache"))) for _ in range(3)]
    answers = {(*run.communicate(timeout=60), run.returncode) for run in runs}
    assert len(answers) == 1
    (out, err, code), = answers
    assert (err, code) == (b"", 0)
    assert b'"dieu-12"' in out
    assert kept(tmp_path)
    assert search(office, "hieu luc thi hanh", day=DAY).remarks == ()


def test_a_text_that_cannot_be_read_is_said_each_time_and_found_by_its_title(office: Workspace) -> None:
    (office.root / TEXT).write_bytes(b"\x00\x01\x02" * 100)
    for _ in range(2):
        found = search(office, "hoi quan chung", edition="162", day=DAY)
        assert said(found.remarks) == ["{edition} is searched by its title alone: {reason}"]
        assert [result.address for result in found.found.results] == [""]
    (office.root / TEXT).unlink()
    assert len(search(office, "hoi quan chung", edition="162", day=DAY).remarks) == 1
    shutil.copy(ROOT / TEXT, office.root / TEXT)
    assert first(office, "hieu luc thi hanh") == "162-qd-tw-2024:dieu-12"


def test_only_what_was_in_force_on_a_day(office: Workspace) -> None:
    def editions(day: date) -> set[str]:
        found = search(office, "chuc nang hoi quan chung", day=day, in_force=True, limit=100).found
        return {result.edition for result in found.results}

    assert editions(date(2010, 1, 1)) == {"171-qd-tw-2008"}
    assert editions(DAY) == {"162-qd-tw-2024"}
    both = search(office, "chuc nang hoi quan chung", day=DAY, work="hoi-quan-chung", limit=100).found.results
    assert [result.status for result in both if result.address == "dieu-1"] == ["in_force", "replaced"]
    remark, = search(office, "chi bo", day=DAY, in_force=True).remarks
    assert "30-hd-btctw-2014" in str(dict(remark.values)["editions"])


def test_a_text_as_it_was_at_a_commit(office: Workspace, tmp_path: Path) -> None:
    git(office.root, "init", "-q")
    git(office.root, "add", ".")
    git(office.root, "commit", "-q", "-m", "một")
    path = office.root / TEXT
    path.write_bytes(path.read_bytes().replace("phổ biến đến chi bộ".encode(), "phổ biến bằng lời vàng ngọc".encode()))
    assert first(office, "loi vang ngoc") == "162-qd-tw-2024:dieu-12"
    before = search(office, "pho bien den chi bo", edition="162@HEAD", day=DAY).found.results
    assert (before[0].address, before[0].ask, before[0].missing) == ("dieu-12", "162@HEAD:dieu-12", ())
    assert search(office, "loi vang ngoc", edition="162@HEAD", day=DAY).found.results == ()
    assert first(office, "loi vang ngoc") == "162-qd-tw-2024:dieu-12"  # the kept index is that of today


def test_what_cannot_be_asked(office: Workspace) -> None:
    for typed, limit in (("", 10), ("  ", 10), ("chi bo", 0), ("chi bo", 1001)):
        with pytest.raises(WrongUsage):
            search(office, typed, day=DAY, limit=limit)
    with pytest.raises(NotPossible):
        search(office, "chi bo", day=DAY, work="khong-co")
    with pytest.raises(NotPossible):
        search(office, "chi bo", day=DAY, edition="777")
    assert search(office, "?!", day=DAY).found.results == ()


def test_where_sqlite_has_no_fts5(office: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    with_lookup = search(office, "quy che lam viec", day=DAY).found
    monkeypatch.setattr("docgen.search.index._has_fts5", lambda database: False)
    without = search(office, "quy che lam viec", day=DAY)
    assert without.found == with_lookup
    assert said(without.remarks)[-1].startswith("The SQLite of this Python has no FTS5")
