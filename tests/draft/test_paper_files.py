"""The papers as files: frames as they are built, the same from `draft` and `batch`, printed by LibreOffice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docgen.api.batching.batch import batch
from docgen.api.batching.results import BatchWishes
from docgen.api.draft import draft
from docgen.draft.kinds import PAPERS, SET
from docgen.draft.papers import paper_folders
from docgen.model.finding import FaultsFound
from docgen.word.printing import find_libreoffice, to_pdf
from scripts.paper_frames import FRAMES
from tests.draft.paper_cells import ANSWERS, WORKSPACE, cell_text, written
from tests.draft.samples import ROOT

TEMPLATES = ROOT / "templates"
FOUR = ("chi-bo-ghep", "chi-bo-khong-chi-uy", "dang-bo-co-so", "chi-bo-co-quan-bi-thu-la-giam-doc")
"""A merged cell, one without chi uỷ, a base organisation, the cell of an agency."""


@pytest.mark.parametrize("place", sorted(FRAMES))
def test_a_shipped_frame_is_the_one_that_is_built(place: str) -> None:
    assert (ROOT / place).read_bytes() == FRAMES[place]()


def test_a_framework_without_agreement_has_the_papers_of_the_rules_and_history_has_none() -> None:
    slugs = [paper.slug for paper in PAPERS]
    assert set(paper_folders(TEMPLATES / "chi-bo-co-quan-xa", ("working-rules",), slugs)) == {
        paper.slug for paper in PAPERS if paper.beside == "working-rules"}
    assert paper_folders(TEMPLATES / "cap-huyen", ("working-rules",), slugs) == {}


def test_answers_that_cannot_be_leave_the_folder_empty(tmp_path: Path) -> None:
    cell = tmp_path / "x.yaml"
    cell.write_text(cell_text("chi-bo-co-chi-uy", "votes_for: 3"), encoding="utf-8")
    with pytest.raises(FaultsFound):
        draft(WORKSPACE, str(cell), kind=SET, folder=tmp_path / "ra")
    assert not (tmp_path / "ra").exists()


@pytest.mark.full
def test_draft_and_batch_write_the_same_set_and_a_second_batch_writes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "cells"
    folder.mkdir()
    for cell in FOUR:
        (folder / f"{cell}.yaml").write_text(cell_text(cell), encoding="utf-8")
    (folder / "du.yaml").write_text(cell_text("chi-bo-co-chi-uy", ANSWERS), encoding="utf-8")
    made = batch(WORKSPACE, folder, tmp_path / "ra", BatchWishes(kind=SET))
    for cell in (*FOUR, "du"):
        draft(WORKSPACE, str(folder / f"{cell}.yaml"), kind=SET, folder=tmp_path / "le")
    assert written(tmp_path / "ra") == written(tmp_path / "le") and made.made == len(written(tmp_path / "ra"))
    assert batch(WORKSPACE, folder, tmp_path / "ra", BatchWishes(kind=SET)).made == 0


@pytest.mark.full
@pytest.mark.parametrize("cell", FOUR)
def test_every_paper_prints_with_words_above_the_signature(cell: str, tmp_path: Path) -> None:
    if find_libreoffice() is None:
        pytest.skip("needs LibreOffice (libreoffice-writer-nogui)")
    pypdfium2 = pytest.importorskip("pypdfium2")
    made = draft(WORKSPACE, str(ROOT / "cells" / f"{cell}.yaml"), kind=SET, folder=tmp_path)
    papers = [one for one in made.documents if one.kind in {paper.slug for paper in PAPERS}]
    to_pdf([one.path for one in papers], tmp_path)
    for one in papers:
        pdf = pypdfium2.PdfDocument(one.path.with_suffix(".pdf"))
        pages = [page.get_textpage().get_text_range() for page in pdf]
        assert len(pages) <= 3, one.path.name
        last = [line for line in pages[-1].splitlines() if line.strip()]
        assert any(line.startswith("Nơi nhận") for line in last), one.path.name
        above = next(place for place, line in enumerate(last) if line.startswith("Nơi nhận") or "T/M" in line)
        assert above >= 1 and not any("{" in page for page in pages), one.path.name


@pytest.mark.full
def test_one_paper_alone_is_drafted_by_its_name(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docgen", "draft", "chi-bo-ghep", "--kind", "proposal", "-o", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.glob("*.docx")] == ["chi-bo-ghep.quy-che-lam-viec.3-to-trinh.docx"]
