"""Drafting as a whole: all documents or none, always the same bytes, every fault at once."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.api.cells import find_cell
from docgen.api.draft import check_cell, draft
from docgen.errors import NotPossible, WrongUsage
from docgen.model.finding import FaultsFound
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
WORKSPACE = Workspace(ROOT)
SAMPLES = sorted(path.stem for path in (ROOT / "cells").glob("*.yaml"))


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_sample_is_drafted_and_named_after_its_cell(sample: str, tmp_path: Path) -> None:
    made = draft(WORKSPACE, sample, folder=tmp_path / "ra")
    for document in made.documents:
        content = document.path.read_bytes()
        assert document.path.name == f"{sample}.quy-che-lam-viec.docx"
        assert document.sha256 == hashlib.sha256(content).hexdigest()
        assert document.open
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == [one.path.name for one in made.documents]


def test_number_and_date_are_listed_as_open(tmp_path: Path) -> None:
    made = draft(WORKSPACE, "chi-bo-co-chi-uy", folder=tmp_path)
    assert {"number", "issued_on"} <= {item.name for item in made.documents[0].open if item.kind == "blank"}


def test_another_process_on_another_day_writes_the_same_bytes(tmp_path: Path) -> None:
    digests: set[str] = set()
    for seed in ("0", "12345"):
        folder = tmp_path / seed
        subprocess.run([sys.executable, "-m", "docgen", "draft", "chi-bo-co-chi-uy", "-o", str(folder)], cwd=ROOT,
                       env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{len(digests) * 9}"}, check=True,
                       capture_output=True, timeout=120)
        digests.add(hashlib.sha256(next(folder.glob("*.docx")).read_bytes()).hexdigest())
    assert len(digests) == 1


def test_a_fault_anywhere_and_nothing_is_written(tmp_path: Path) -> None:
    cell = tmp_path / "sai.yaml"
    cell.write_text("framework: hoi-quan-chung\nfull_members: x\ncongress_on: 31/2/2025\n", encoding="utf-8")
    with pytest.raises(FaultsFound) as caught:
        draft(WORKSPACE, str(cell), folder=tmp_path / "ra")
    assert len(caught.value.findings) > 2
    assert not (tmp_path / "ra").exists()
    assert set(check_cell(WORKSPACE, str(cell))) == set(caught.value.findings)


def test_a_cell_is_a_path_or_a_name(tmp_path: Path) -> None:
    assert find_cell(WORKSPACE, "chi-bo-co-chi-uy").name == "chi-bo-co-chi-uy"
    assert find_cell(WORKSPACE, "chi-bo-co-chi-uy.yaml").name == "chi-bo-co-chi-uy"
    copy = tmp_path / "khac.yaml"
    copy.write_bytes((ROOT / "cells" / "chi-bo-co-chi-uy.yaml").read_bytes())
    assert find_cell(WORKSPACE, str(copy)).name == "khac"


def test_a_name_nobody_has_gets_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(NotPossible, match="chi-bo-co-chi-uy"):
        find_cell(WORKSPACE, "chi-bo-co-chi-u")
    with pytest.raises(WrongUsage, match="working-rules"):
        find_cell(WORKSPACE, "chi-bo-co-chi-uy", "quy-che")


def test_broken_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    cell = tmp_path / "hong.yaml"
    cell.write_text("framework: hoi-quan-chung\nname: &a [x]\nplace: *a\n", encoding="utf-8")
    with pytest.raises(FaultsFound) as caught:
        find_cell(WORKSPACE, str(cell))
    assert [(finding.file, finding.line) for finding in caught.value.findings] == [(str(cell), 2)]


def test_without_libreoffice_a_pdf_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    from docgen.word import printing

    monkeypatch.setattr(printing, "find_libreoffice", lambda: None)
    with pytest.raises(NotPossible, match="LibreOffice"):
        draft(WORKSPACE, "chi-bo-co-chi-uy", folder=tmp_path / "ra", pdf=True)
    assert not (tmp_path / "ra").exists()


@pytest.mark.full
def test_a_pdf_beside_the_word_file(tmp_path: Path) -> None:
    from docgen.word import printing

    if printing.find_libreoffice() is None:
        pytest.skip("needs the Debian package libreoffice-writer-nogui")
    made = draft(WORKSPACE, "chi-bo-co-chi-uy", folder=tmp_path, pdf=True)
    pdf = made.documents[0].pdf
    assert pdf is not None
    assert pdf.read_bytes().startswith(b"%PDF")
