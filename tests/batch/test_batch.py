"""A batch as a whole: what `draft` makes, for every row; nothing twice, nothing half, nobody's work overwritten."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from docgen.api.batching.batch import batch
from docgen.api.batching.manifest import FILE
from docgen.api.batching.results import Batch, BatchWishes, FaultsInRows
from docgen.api.draft import Wishes, draft
from docgen.api.kept.written_then import written_then
from docgen.cli.main import run
from docgen.errors import NotPossible
from docgen.versions.workspace import Workspace
from docgen.word.reading import read_docx
from tests.batch.tables import ROOT, WORKSPACE, changed, column, form, office, row_of
from tests.word.form import parts_of

CELL = "chi-bo-co-chi-uy"
WISHES = BatchWishes(jobs=1)


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Return of every file when it was written and which one it is."""
    return {path.name: (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.iterdir()}


def another_place(workbook: Workbook) -> None:
    sheet = workbook["Chi bộ"]
    sheet.cell(row_of(sheet, CELL), column(sheet, "Địa danh")).value = "Phường 7"


def no_place(workbook: Workbook) -> None:
    sheet = workbook["Chi bộ"]
    sheet.cell(row_of(sheet, CELL), column(sheet, "Địa danh")).value = None


def made(path: Path, folder: Path) -> Batch:
    return batch(WORKSPACE, path, folder, WISHES)


def samples(folder: Path, *names: str) -> Path:
    """Write a folder with the files of some of the sample cells."""
    folder.mkdir()
    for name in names:
        shutil.copy(ROOT / "cells" / f"{name}.yaml", folder)
    return folder


def test_a_batch_makes_what_draft_makes(tmp_path: Path) -> None:
    result = made(samples(tmp_path / "cells", CELL), tmp_path / "ra")
    alone = draft(WORKSPACE, CELL, folder=tmp_path / "le", wishes=Wishes(basis_table=False))
    for document in alone.documents:
        assert (tmp_path / "ra" / document.path.name).read_bytes() == document.path.read_bytes()
    assert result.made == len(result.documents) == len(list((tmp_path / "ra").glob("*.docx"))) == 2


def test_a_workbook_gives_the_same_papers_as_files(tmp_path: Path) -> None:
    def paper(path: Path) -> dict[str, bytes]:
        parts = parts_of(path.read_bytes())
        return {name: part for name, part in parts.items() if b"urn:docgen:provenance" not in part}

    made(samples(tmp_path / "cells", CELL, "chi-bo-ghep"), tmp_path / "a")
    made(form(tmp_path), tmp_path / "b")
    for path in (tmp_path / "a").glob("*.docx"):
        assert paper(path) == paper(tmp_path / "b" / path.name)


@pytest.mark.full
def test_what_was_written_for_a_row_can_be_made_again(tmp_path: Path) -> None:
    home = office(tmp_path / "w")
    result = batch(home, form(tmp_path), tmp_path / "ra", WISHES)
    (tmp_path / "cells.xlsx").unlink()
    for document in result.documents[:4]:
        content = document.path.read_bytes()
        again = written_then(home, content)
        assert again.base == content, again.why
        assert again.exact


def test_unchanged_inputs_write_no_file_and_a_changed_row_only_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "ra"
    made(form(tmp_path), folder)
    before = stamps(folder)
    again = made(tmp_path / "cells.xlsx", folder)
    assert stamps(folder) == before
    assert again.made == 0
    assert all(one.skipped for one in again.documents)

    (tmp_path / "cells.xlsx").unlink()
    third = made(changed(tmp_path, another_place), folder)
    assert {one.cell for one in third.documents if not one.skipped} == {CELL}
    after = stamps(folder)
    assert {name for name in after if after[name] != before[name]} == {
        f"{CELL}.quy-che-lam-viec.docx", f"{CELL}.quy-che-phoi-hop.docx", FILE}


def test_a_file_that_is_missing_or_empty_is_made_again_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "ra"
    made(form(tmp_path), folder)
    whole = {path.name: path.read_bytes() for path in folder.glob("*.docx")}
    (folder / f"{CELL}.quy-che-lam-viec.docx").unlink()
    (folder / "chi-bo-ghep.quy-che-phoi-hop.docx").write_bytes(b"")  # what a power cut may leave
    result = made(tmp_path / "cells.xlsx", folder)
    assert {one.path.name for one in result.documents if not one.skipped} == {
        f"{CELL}.quy-che-lam-viec.docx", "chi-bo-ghep.quy-che-phoi-hop.docx"}
    assert {path.name: path.read_bytes() for path in folder.glob("*.docx")} == whole


def test_work_done_by_hand_is_not_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "ra"
    made(form(tmp_path), folder)
    by_hand = folder / f"{CELL}.quy-che-lam-viec.docx"
    by_hand.write_bytes(by_hand.read_bytes() + b"changed in Word")
    kept = by_hand.read_bytes()
    (tmp_path / "cells.xlsx").unlink()
    result = made(changed(tmp_path, another_place), folder)
    assert by_hand.read_bytes() == kept
    assert [one.code for one in result.findings if one.severity == "error"] == ["batch-changed"]


def test_faults_stop_everything_and_are_marked_in_a_copy(tmp_path: Path) -> None:
    path = changed(tmp_path, no_place)
    with pytest.raises(FaultsInRows) as caught:
        made(path, tmp_path / "ra")
    assert [one.name for one in (tmp_path / "ra").iterdir()] == ["cells.danh-dau.xlsx"]
    assert caught.value.marked is not None
    sheet = load_workbook(caught.value.marked)["Chi bộ"]
    cell = sheet.cell(row_of(sheet, CELL), column(sheet, "Địa danh"))
    assert cell.comment is not None
    assert "Địa danh" in cell.comment.text
    assert cell.fill.fgColor.rgb.endswith("FF9C9C")


def test_keep_going_makes_the_good_ones_and_still_says_no(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = changed(tmp_path, no_place)
    home = str(office(tmp_path / "w").root)
    assert run(["--workspace", home, "batch", str(path), "-o", str(tmp_path / "ra"), "--keep-going", "--jobs", "1",
                "--json"]) == 3
    said = json.loads(capsys.readouterr().out)
    cells = {one["cell"] for one in said["documents"]}
    assert CELL not in cells
    assert len(cells) >= 5
    assert all(set(one) == {"cell", "kind", "path", "sha256", "skipped", "pdf", "open"} for one in said["documents"])
    assert all(one["open"] for one in said["documents"])
    assert any(one["severity"] == "error" and "Địa danh" in one["message"] for one in said["findings"])


def command(path: Path, folder: Path, jobs: int = 1) -> list[str]:
    home = str(office(path.parent / "w").root)
    return [sys.executable, "-m", "docgen", "--workspace", home, "batch", str(path), "-o", str(folder), "--jobs",
            str(jobs)]


def many(folder: Path, count: int) -> Path:
    """Write a workbook with so many cells, all like the samples."""
    def more(workbook: Workbook) -> None:
        for sheet in (workbook["Chi bộ"], workbook["Người"], workbook["Hội"]):
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2) if row[0].value == CELL]
            for number in range(count):
                for row in rows:
                    sheet.append([f"cb-{number:03d}", *row[1:]])

    return changed(folder, more)


def test_a_full_disk_leaves_nothing_half_written_and_the_next_run_makes_the_rest(tmp_path: Path) -> None:
    path, folder = form(tmp_path), tmp_path / "ra"

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (19_000, 19_000))  # some documents are larger, some smaller

    stopped = subprocess.run(command(path, folder), preexec_fn=small, capture_output=True, text=True, check=False,
                             env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert stopped.returncode == 1, stopped.stderr
    assert "Traceback" not in stopped.stderr
    for document in folder.glob("*.docx"):
        assert read_docx(document.read_bytes(), document.name)
    assert not list(folder.glob(".*.tmp"))
    result = made(path, folder)
    assert len(result.documents) == len(list(folder.glob("*.docx"))) == 12


@pytest.mark.full
@pytest.mark.parametrize("moment", [2, 20, 60, 110])
def test_killed_at_any_moment_the_next_run_makes_only_what_is_missing(tmp_path: Path, moment: int) -> None:
    path, folder = many(tmp_path, 120), tmp_path / "ra"
    process = subprocess.Popen(command(path, folder, 2), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               env={**os.environ, "PYTHONPATH": str(ROOT)})
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None and len(list(folder.glob("*.docx"))) < moment:
        time.sleep(0.005)
    process.kill()
    process.wait()
    time.sleep(1.5)  # the workers notice that they are alone
    before = stamps(folder)
    for document in folder.glob("*.docx"):
        assert read_docx(document.read_bytes(), document.name)
    made(path, folder)
    after = stamps(folder)
    assert not list(folder.glob(".*.tmp"))
    assert len(list(folder.glob("*.docx"))) == 2 * 126
    assert all(after[name] == before[name] for name in before if name.endswith(".docx") and not name.startswith("."))
    reference = made(path, tmp_path / "whole")
    assert {one.path.name: one.made.sha256 for one in reference.documents} == {
        one.path.name: one.made.sha256 for one in made(path, folder).documents}


def test_a_folder_nobody_may_write_to_is_a_sentence(tmp_path: Path) -> None:
    path = form(tmp_path)
    (tmp_path / "ra").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(NotPossible):
        made(path, tmp_path / "ra" / "in")


def test_a_workspace_without_templates_is_a_sentence(tmp_path: Path) -> None:
    for name in ("regulations", "versions"):
        (tmp_path / "w" / name).mkdir(parents=True)
    with pytest.raises(NotPossible):
        batch(Workspace(tmp_path / "w"), form(tmp_path), tmp_path / "ra", WISHES)
