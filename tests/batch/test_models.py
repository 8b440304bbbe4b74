"""Rows of a workbook under models of a province, beside rows under the frameworks."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from docgen.api.batching.batch import batch
from docgen.api.batching.results import BatchWishes, FaultsInRows
from docgen.api.cells import find_cell
from docgen.api.model.importing import import_model
from docgen.draft.cells import framework_of, read_cell_file
from docgen.draft.template import FIELDS, load_questions
from docgen.draft.workbook_form import workbook_form
from docgen.reader.workbook.writing import write_workbook
from docgen.versions.workspace import Workspace, shipped_workspace
from tests.model_import.build import document
from tests.model_import.labelled import NAMES, LabelledLine
from tests.model_import.offices import bring_in, cell_under, office
from tests.word.form import parts_of

pytestmark = pytest.mark.full
WISHES = BatchWishes(jobs=1)


def workbook(workspace: Workspace, homes: tuple[str, ...]) -> Path:
    """Write the workbook of some models with the workspace's own cells as its rows."""
    lists = {name: load_questions(workspace.templates / name / FIELDS) for name in homes}
    rows = []
    for path in sorted(workspace.cells.glob("*.yaml")):
        of = framework_of(path.read_text(encoding="utf-8"))
        facts = read_cell_file(path, lists[of], find_cell(workspace, str(path)).kinds).facts
        assert facts is not None
        rows.append((path.stem, of, facts))
    made = workspace.root / "bang.xlsx"
    made.write_bytes(write_workbook(workbook_form(lists, rows)))
    return made


def papers(folder: Path) -> dict[str, dict[str, bytes]]:
    """Return the parts of each document, but the one that names its facts."""
    return {path.name: {name: part for name, part in parts_of(path.read_bytes()).items()
                        if b"urn:docgen:provenance" not in part} for path in sorted(folder.glob("*.docx"))}


def test_rows_under_three_models_give_the_same_papers_as_files(tmp_path: Path) -> None:
    workspace = office(tmp_path)
    for name in NAMES:
        bring_in(workspace, name)
        cell_under(workspace, name)
    sample = (shipped_workspace().cells / "chi-bo-ghep.yaml").read_text(encoding="utf-8")
    (workspace.cells / "khung.yaml").write_text(sample, encoding="utf-8")
    batch(workspace, workspace.cells, tmp_path / "tu-tep", WISHES)
    batch(workspace, workbook(workspace, (*NAMES, "hoi-quan-chung")), tmp_path / "tu-bang", WISHES)
    made = papers(tmp_path / "tu-bang")
    assert made == papers(tmp_path / "tu-tep")
    assert {f"{name}.quy-che-lam-viec.docx" for name in (*NAMES, "khung")} <= set(made)


def test_models_that_ask_different_things_in_like_words_have_columns_of_their_own(tmp_path: Path) -> None:
    workspace = office(tmp_path)
    sample = (shipped_workspace().cells / "chi-bo-co-chi-uy.yaml").read_text(encoding="utf-8")
    for name, what, answer in (("tinh-a", "trước khi họp", 3), ("tinh-b", "trước đại hội", 30)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(document(tuple(LabelledLine(("p",), text) for text in (
            "QUY CHẾ", "làm việc của Chi bộ ……", f"Điều 1. Chậm nhất …… ngày làm việc {what} phải nộp."))))
        asked, = [one.name for one in import_model(workspace, path, "hoi-quan-chung").understood.questions if one.own]
        (workspace.cells / f"{name}.yaml").write_text(
            sample.replace("framework: hoi-quan-chung", f"framework: {name}", 1) + f"{asked}: {answer}\n",
            encoding="utf-8")
    path = workbook(workspace, ("tinh-a", "tinh-b"))
    batch(workspace, path, tmp_path / "ra", WISHES)
    made = {name: parts["word/document.xml"].decode() for name, parts in papers(tmp_path / "ra").items()}
    assert "Chậm nhất 3 ngày" in made["tinh-a.quy-che-lam-viec.docx"].replace("\xa0", " ")
    assert "Chậm nhất 30 ngày" in made["tinh-b.quy-che-lam-viec.docx"].replace("\xa0", " ")


def test_an_answer_the_model_needs_is_missed_in_its_row_by_the_words_of_the_model(tmp_path: Path) -> None:
    workspace = office(tmp_path)
    name = "mau-chi-bo-hoi"
    bring_in(workspace, name)
    cell_under(workspace, name)
    path = workbook(workspace, (name,))
    book = load_workbook(path)
    column = next(one.column for one in book.worksheets[0][1] if "giới thiệu ít nhất" in str(one.value))
    book.worksheets[0].cell(2, column).value = None
    book.save(path)
    with pytest.raises(FaultsInRows) as told:
        batch(workspace, path, tmp_path / "ra", WISHES)
    said = [str(one.message) for one in told.value.findings if one.severity == "error"]
    assert len(said) == 1
    assert "giới thiệu ít nhất" in said[0]
