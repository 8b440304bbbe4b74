"""The PDF files of a batch: one for each document, none twice, none stale, nobody's own overwritten."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from docgen.api.batching.batch import batch
from docgen.api.batching.manifest import FILE
from docgen.api.batching.results import Batch, BatchWishes
from docgen.cli.main import run
from docgen.errors import NotPossible
from docgen.word.printing import PACKAGE, find_libreoffice
from tests.batch.offices import REFUSED, stand_in
from tests.batch.tables import ROOT, WORKSPACE
from tests.batch.tables import office as workspace
from tests.batch.test_batch import CELL, command, many, stamps
from tests.batch.test_office import running

RULES = f"{CELL}.quy-che-lam-viec"


@pytest.fixture
def cells(tmp_path: Path) -> Path:
    folder = tmp_path / "cells"
    folder.mkdir()
    shutil.copy(ROOT / "cells" / f"{CELL}.yaml", folder)
    return folder


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return stand_in(tmp_path, monkeypatch)


def made(cells: Path) -> Batch:
    return batch(WORKSPACE, cells, cells.parent / "ra", BatchWishes(jobs=1, pdf=True))


def test_every_document_has_its_pdf_and_the_second_run_starts_nothing(cells: Path, office: Path) -> None:
    folder = cells.parent / "ra"
    result = made(cells)
    assert result.printed == len(result.documents) == 2
    assert [one.pdf for one in result.documents] == [one.path.with_suffix(".pdf") for one in result.documents]
    assert all(one.pdf is not None and one.pdf.read_bytes().startswith(b"%PDF") for one in result.documents)
    before = stamps(folder)
    office.write_text("#!/bin/sh\nexit 9\n", encoding="utf-8")
    again = made(cells)
    assert again.printed == 0
    assert all(one.pdf is not None for one in again.documents)
    assert stamps(folder) == before


@pytest.mark.full
def test_a_word_file_changed_by_hand_is_printed_again_and_no_other(cells: Path, office: Path) -> None:
    folder = cells.parent / "ra"
    made(cells)
    before = stamps(folder)
    with (folder / f"{RULES}.docx").open("ab") as file:
        file.write(b"changed in Word")
    result = made(cells)
    assert [one.path.stem for one in result.documents if one.printed] == [RULES]
    after = stamps(folder)
    assert {name for name in after if after[name] != before[name]} == {f"{RULES}.docx", f"{RULES}.pdf", FILE}


@pytest.mark.full
def test_a_document_that_cannot_be_printed_stops_no_other_and_is_told(
    cells: Path, office: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    folder = cells.parent / "ra"
    batch(workspace(cells.parent / "w"), cells, folder, BatchWishes(jobs=1))
    (folder / f"{RULES}.docx").write_bytes(REFUSED)
    home = str(workspace(cells.parent / "w").root)
    assert run(["--workspace", home, "batch", str(cells), "-o", str(folder), "--pdf", "--jobs", "1", "--json"]) == 3
    said = json.loads(capsys.readouterr().out)
    assert [(one["code"], Path(one["file"]).name) for one in said["findings"]] == [("batch-pdf", f"{RULES}.docx")]
    assert sorted(Path(one["pdf"]).name if one["pdf"] else "" for one in said["documents"]) == [
        "", f"{CELL}.quy-che-phoi-hop.pdf"]
    (folder / f"{RULES}.docx").unlink()
    assert [one.path.stem for one in made(cells).documents if one.printed] == [RULES]


def test_a_signed_scan_under_that_name_is_not_overwritten(cells: Path, office: Path) -> None:
    folder = cells.parent / "ra"
    folder.mkdir()
    scan = folder / f"{RULES}.pdf"
    scan.write_bytes(b"%PDF signed and stamped %%EOF")
    result = made(cells)
    assert [one.code for one in result.findings if one.severity == "error"] == ["batch-changed"]
    assert scan.read_bytes() == b"%PDF signed and stamped %%EOF"
    assert [one.path.stem for one in result.documents if one.printed] == [f"{CELL}.quy-che-phoi-hop"]


def test_without_libreoffice_nothing_is_begun(cells: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(NotPossible) as caught:
        made(cells)
    assert PACKAGE in str(caught.value.remedy)
    assert not (cells.parent / "ra").exists()


def printing(path: Path, folder: Path, scratch: Path) -> subprocess.Popen[bytes]:
    """Start a batch that prints slowly."""
    scratch.mkdir()
    return subprocess.Popen(
        [*command(path, folder, 2), "--pdf"], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OFFICE_TAKES": "0.03", "TMPDIR": str(scratch)})


def wait_for(process: subprocess.Popen[bytes], folder: Path, count: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None and len(list(folder.glob("*.pdf"))) < count:
        time.sleep(0.005)


@pytest.mark.full
@pytest.mark.parametrize("moment", [0, 1, 45])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_cut_off_while_printing_the_next_run_prints_only_what_is_missing(
    tmp_path: Path, office: Path, moment: int, how: signal.Signals,
) -> None:
    path, folder = many(tmp_path, 40), tmp_path / "ra"
    process = printing(path, folder, tmp_path / "scratch")
    if moment:
        wait_for(process, folder, moment)
    else:
        while process.poll() is None and not list((tmp_path / "scratch").glob("docgen-pdf-*/*/out/*.pdf")):
            time.sleep(0.002)
    process.send_signal(how)
    assert process.wait(10) in {-9, 130}
    time.sleep(1.5)  # the workers notice that they are alone
    assert not list((tmp_path / "scratch").glob("docgen-pdf-*"))
    assert not [words for words in running().values() if str(tmp_path / "scratch") in words]
    before = {name: stamp for name, stamp in stamps(folder).items() if not name.startswith((".", FILE))}
    assert len(before) < 4 * 46
    for pdf in folder.glob("*.pdf"):
        assert pdf.read_bytes().endswith(b"%%EOF")
    result = batch(WORKSPACE, path, folder, BatchWishes(jobs=2, pdf=True))
    assert not [one for one in result.findings if one.severity == "error"]
    assert len(list(folder.glob("*.pdf"))) == len(list(folder.glob("*.docx"))) == 2 * 46
    after = stamps(folder)
    assert not list(folder.glob(".*.tmp"))
    assert {name for name in before if after[name] != before[name]} == set()


@pytest.mark.full
def test_libreoffice_prints_a_batch_and_the_same_bytes_again(cells: Path, tmp_path: Path) -> None:
    if find_libreoffice() is None:
        pytest.skip(f"LibreOffice is not installed: apt-get install {PACKAGE}")
    first = {one.pdf.name: one.pdf.read_bytes() for one in made(cells).documents if one.pdf}
    assert len(first) == 2
    for pdf in (tmp_path / "ra").glob("*.pdf"):
        pdf.unlink()
    assert {one.pdf.name: one.pdf.read_bytes() for one in made(cells).documents if one.pdf} == first
