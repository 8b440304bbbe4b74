"""Files and a commit as one step: whole or not at all, whoever is killed, and nobody else's changes touched."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen.check.workspace_check import check_workspace
from docgen.errors import NotPossible
from docgen.publish.markdown import write
from docgen.versions.one_at_a_time import one_at_a_time
from docgen.versions.recording import Done, Step, journal_folder, planned, record, recording, unfinished
from docgen.versions.repository.committing import committer
from docgen.versions.workspace import Workspace
from tests.conftest import FULL
from tests.versions.git_office import git
from tests.versions.killing import killed_at, killed_before, steps_of

TEXT, REGISTER = "regulations/thu/3-qd-tw-2021.md", "versions/thu.yaml"
PERSON = {"user.name": "Y Bhút Êban", "user.email": "thu@example.org"}


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return fresh(tmp_path / "kho")


def fresh(root: Path) -> Workspace:
    pattern = root.parent / "mẫu"
    if not pattern.exists():
        _founded(pattern)
    shutil.copytree(pattern, root)
    return Workspace(root)


def _founded(root: Path) -> None:
    for name in ("regulations", "versions"):
        (root / name).mkdir(parents=True)
    (root / REGISTER).write_text("một\nhai\n", encoding="utf-8")
    (root / "khac.txt").write_text("khác\n", encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    for name, value in PERSON.items():
        git(root, "config", name, value)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Khởi tạo")


def added(old: str | None) -> str:
    return (old or "") + "ba\n"


def do(workspace: Workspace, *, committing: bool = True) -> Done:
    with recording(workspace) as (folder, _):
        files = (planned(workspace, workspace.root / TEXT, lambda _: "lời văn\n", committing=committing),
                 planned(workspace, workspace.root / REGISTER, added, committing=committing))
        step = Step(files=files, message="Nhập văn bản\n\nNumber: 3-QĐ/TW", when="2026-08-04T10:00:00+07:00",
                    tag="3-qd-tw-2021", committing=committing)
        return record(workspace, folder, step)


def is_done(workspace: Workspace) -> bool:
    """Tell whether the work is finished, else that nothing of it is there; anything between is a failure."""
    root = workspace.root
    assert git(root, "fsck", "--no-dangling") == ""
    assert git(root, "status", "--porcelain") == ""
    count = int(git(root, "rev-list", "--count", "HEAD"))
    if count == 1:
        assert not (root / TEXT).exists()
        assert git(root, "tag") == ""
        return False
    assert count == 2
    assert (root / TEXT).read_text(encoding="utf-8") == "lời văn\n"
    assert (root / REGISTER).read_text(encoding="utf-8") == "một\nhai\nba\n"
    assert git(root, "rev-parse", "3-qd-tw-2021") == git(root, "rev-parse", "HEAD")
    assert not unfinished(workspace)
    return True


def test_one_commit_of_its_own_files_with_a_zone_and_trailers(workspace: Workspace) -> None:
    done = do(workspace)
    root = workspace.root
    assert done.tagged and done.commit == git(root, "rev-parse", "HEAD").strip()
    assert git(root, "show", "--format=%an <%ae>|%aI|%cI|%s", "--name-only").split("\n") == [
        "Y Bhút Êban <thu@example.org>|2026-08-04T10:00:00+07:00|2026-08-04T10:00:00+07:00|Nhập văn bản", "", TEXT,
        REGISTER, ""]
    assert git(root, "log", "-1", "--format=%(trailers:key=Number,valueonly)").strip() == "3-QĐ/TW"
    assert is_done(workspace)


def test_changes_of_others_staged_or_not_are_left_alone(workspace: Workspace) -> None:
    root = workspace.root
    (root / "khac.txt").write_text("khác, đã đưa vào chỉ mục\n", encoding="utf-8")
    (root / "moi.txt").write_text("mới\n", encoding="utf-8")
    git(root, "add", "khac.txt", "moi.txt")
    (root / "khac.txt").write_text("khác, còn đang sửa\n", encoding="utf-8")
    (root / "la.txt").write_text("lạ\n", encoding="utf-8")
    before = git(root, "status", "--porcelain")
    do(workspace)
    assert git(root, "status", "--porcelain") == before
    assert git(root, "show", ":khac.txt") == "khác, đã đưa vào chỉ mục\n"
    assert git(root, "show", "--format=", "--name-only").split() == [TEXT, REGISTER]


def test_changes_of_others_in_the_very_file_stay_uncommitted(workspace: Workspace) -> None:
    register = workspace.root / REGISTER
    register.write_text("một, đã đưa vào chỉ mục\nhai\n", encoding="utf-8")
    git(workspace.root, "add", REGISTER)
    register.write_text("một, còn đang sửa\nhai\n", encoding="utf-8")
    do(workspace)
    assert git(workspace.root, "show", f"HEAD:{REGISTER}") == "một\nhai\nba\n"
    assert git(workspace.root, "show", f":{REGISTER}") == "một, đã đưa vào chỉ mục\nhai\nba\n"
    assert register.read_text(encoding="utf-8") == "một, còn đang sửa\nhai\nba\n"
    assert git(workspace.root, "status", "--porcelain") == f"MM {REGISTER}\n"


def test_a_tag_that_is_taken_is_not_moved(workspace: Workspace) -> None:
    git(workspace.root, "tag", "3-qd-tw-2021")
    before = git(workspace.root, "rev-parse", "3-qd-tw-2021")
    assert not do(workspace).tagged
    assert git(workspace.root, "rev-parse", "3-qd-tw-2021") == before


def test_the_first_commit_of_a_repository_and_a_subfolder_of_one(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    root = tmp_path / "kho" / "điều, quy định [1]"
    (root / "regulations").mkdir(parents=True)
    (root / "versions").mkdir()
    git(tmp_path / "kho", "init", "-q", "-b", "main")
    for name, value in PERSON.items():
        git(tmp_path / "kho", "config", name, value)
    do(Workspace(root))
    assert git(root, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "HEAD").split("\n") == [
        TEXT, REGISTER, ""]
    assert git(root, "status", "--porcelain") == ""


def test_killed_before_every_step_it_is_clean_or_finished_by_the_next_run(
        workspace: Workspace, tmp_path: Path) -> None:
    """The sweep: at whatever write, rename or call of git the process dies, the next run leaves a whole."""
    once = fresh(tmp_path / "0")
    steps = steps_of(lambda: do(once))
    outcomes = set()
    for step in range(1, steps + 1) if FULL else (*range(1, steps, 5), steps):
        one = fresh(tmp_path / f"lần {step}")
        if not killed_at(step, lambda one=one: do(one)):  # type: ignore[misc]  # bound now
            assert step > steps - 8, "only what a first run loads may fall away"
            break
        with recording(one) as (_, _said):
            pass
        outcomes.add(is_done(one))
        if not is_done(one):
            do(one)
            assert is_done(one)
    assert outcomes == {False, True}, "both ends were met"


def broken_off(folder: Path, *, with_text: bool) -> Workspace:
    """Return a workspace in which a step was killed with its journal written, before or after the text was in place."""
    one = fresh(folder / "hỏng")
    killed_before(one.root / (REGISTER if with_text else TEXT), lambda: do(one))
    assert unfinished(one)
    assert (one.root / TEXT).exists() == with_text
    return one


def finished(workspace: Workspace) -> str:
    with recording(workspace) as (_, said):
        return said.source if said else ""


def test_it_is_said_what_was_finished(workspace: Workspace, tmp_path: Path) -> None:
    assert finished(workspace) == ""
    one = broken_off(tmp_path, with_text=True)
    assert unfinished(one) == "Nhập văn bản"
    assert "import-unfinished" in [found.code for found in check_workspace(one, write)]
    with recording(one) as (_, said):
        assert said and "Nhập văn bản" in str(said)
    assert is_done(one)


@pytest.mark.parametrize("file", [TEXT, REGISTER])
def test_what_somebody_changed_after_the_kill_is_not_overwritten(workspace: Workspace, tmp_path: Path,
                                                                 file: str) -> None:
    one = broken_off(tmp_path, with_text=True)
    (one.root / file).write_text("người sửa sau\n", encoding="utf-8")
    assert "changed since" in finished(one)
    assert (one.root / file).read_text(encoding="utf-8") == "người sửa sau\n"
    assert git(one.root, "rev-list", "--count", "HEAD") == "1\n"
    assert not unfinished(one)


def test_a_commit_made_after_the_kill_is_built_upon(workspace: Workspace, tmp_path: Path) -> None:
    one = broken_off(tmp_path, with_text=False)
    git(one.root, "commit", "-q", "--allow-empty", "-m", "việc khác")
    assert "finished now" in finished(one)
    assert git(one.root, "log", "--format=%s").split("\n") == ["Nhập văn bản", "việc khác", "Khởi tạo", ""]
    assert git(one.root, "status", "--porcelain") == ""


def test_a_commit_of_the_same_file_after_the_kill_is_not_undone(workspace: Workspace, tmp_path: Path) -> None:
    one = broken_off(tmp_path, with_text=False)
    (one.root / REGISTER).write_text("của người khác\n", encoding="utf-8")
    git(one.root, "commit", "-qam", "việc khác")
    assert "changed since" in finished(one)
    assert git(one.root, "show", f"HEAD:{REGISTER}") == "của người khác\n"
    assert git(one.root, "status", "--porcelain") == ""


@pytest.mark.parametrize("content", ["", "{", '{"format": 7}', '{"format": 1, "files": [], "tệp": 1}'])
def test_a_journal_that_says_nothing_is_cleared_away(workspace: Workspace, content: str) -> None:
    folder = journal_folder(workspace)
    folder.mkdir()
    (folder / "unfinished.json").write_text(content, encoding="utf-8")
    assert finished(workspace) == ""
    assert not unfinished(workspace)


def test_a_refusal_in_the_middle_puts_everything_back(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from docgen.versions import recording as module

    def refused(*_: object) -> tuple[str, bool]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "commit", refused)
    with pytest.raises(OSError, match="No space"):
        do(workspace)
    assert not is_done(workspace)
    assert not unfinished(workspace)


def test_a_lock_of_git_is_told_and_the_rest_is_done_next_time(workspace: Workspace) -> None:
    lock = workspace.root / ".git" / "index.lock"
    lock.touch()
    with pytest.raises(NotPossible) as refusal:
        do(workspace)
    assert str(lock) in str(refusal.value.remedy)
    lock.unlink()
    assert "finished now" in finished(workspace)
    assert is_done(workspace)


def test_without_git_the_files_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    one = Workspace(tmp_path)
    for name in ("regulations", "versions"):
        (tmp_path / name).mkdir()
    assert do(one, committing=False) == Done()
    assert (tmp_path / TEXT).read_text(encoding="utf-8") == "lời văn\n"
    assert journal_folder(one) == tmp_path / ".docgen"
    assert not unfinished(one)


def test_an_unknown_person_and_a_detached_head_are_told_what_to_type(workspace: Workspace) -> None:
    assert committer(workspace.root) == "Y Bhút Êban"
    git(workspace.root, "checkout", "-q", "--detach")
    with pytest.raises(NotPossible, match="git switch"):
        committer(workspace.root)
    git(workspace.root, "switch", "-q", "main")
    git(workspace.root, "config", "--unset", "user.name")
    with pytest.raises(NotPossible, match=r"git config --global user\.name"):
        committer(workspace.root)


def test_a_conflict_is_a_sentence(workspace: Workspace) -> None:
    root = workspace.root
    git(root, "switch", "-qc", "khac")
    (root / REGISTER).write_text("a\n", encoding="utf-8")
    git(root, "commit", "-qam", "a")
    git(root, "switch", "-q", "main")
    (root / REGISTER).write_text("b\n", encoding="utf-8")
    git(root, "commit", "-qam", "b")
    subprocess.run(["git", "merge", "-q", "khac"], cwd=root, check=False, capture_output=True)
    with pytest.raises(NotPossible, match=REGISTER):
        do(workspace)


# --- one at a time ---------------------------------------------------------------------------------------------


def test_a_second_one_waits_and_is_told_who_writes(tmp_path: Path) -> None:
    with one_at_a_time(tmp_path), pytest.raises(NotPossible, match=str(os.getpid())), one_at_a_time(tmp_path, 0.06):
        pass
    with one_at_a_time(tmp_path, 0):
        pass


def test_what_a_dead_process_held_is_free(tmp_path: Path) -> None:
    script = ("import sys, time\nfrom pathlib import Path\nfrom docgen.versions.one_at_a_time import one_at_a_time\n"
              "with one_at_a_time(Path(sys.argv[1])):\n    print('holds', flush=True)\n    time.sleep(60)\n")
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(NotPossible, match=str(process.pid)), one_at_a_time(tmp_path, 0):
            pass
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert str(process.pid) in (tmp_path / "lock").read_text(encoding="ascii"), "the dead one's number still stands"
    began = time.monotonic()
    with one_at_a_time(tmp_path):
        assert time.monotonic() - began < 5


def test_two_steps_are_done_one_after_the_other(workspace: Workspace) -> None:
    children = []
    for _ in range(4):
        child = os.fork()
        if child == 0:
            try:
                do(workspace)
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    lines = (workspace.root / REGISTER).read_text(encoding="utf-8").splitlines()
    assert lines == ["một", "hai", "ba", "ba", "ba", "ba"], "none was lost"
    assert git(workspace.root, "status", "--porcelain") == ""
    assert git(workspace.root, "rev-list", "--count", "HEAD") == "5\n"


def test_a_read_only_workspace_is_a_sentence(tmp_path: Path) -> None:
    from docgen.versions import recording as module

    if os.geteuid() == 0:
        pytest.skip("this file system ignores permissions for root")
    (tmp_path / "regulations").mkdir()
    (tmp_path / "versions").mkdir()
    tmp_path.chmod(0o555)
    with pytest.raises(NotPossible), module.recording(Workspace(tmp_path)):
        pass
