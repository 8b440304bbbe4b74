"""`docgen update` in the folder of an office: whose document, which edition, what of then, where the result goes."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from docgen.api.draft import Wishes, draft
from docgen.api.update.told import told_update
from docgen.api.update.update import DocumentUpdate, update
from docgen.cli.main import run
from docgen.errors import DocgenError
from docgen.messages import use
from docgen.versions.workspace import Workspace
from docgen.word.settling import settled
from tests.renew.office import CELL, OTHER, change, office, with_hidden

_SHARED = Path("templates", "shared", "clauses", "working-rules", "chi-bo.md")
_THEN, _NOW = "quyết định theo đa số.", "quyết định theo đa số, công khai."
_OWN = "chậm nhất mười ngày theo nếp của cơ quan"


def _drafted(workspace: Workspace, folder: Path, *, final: bool = False) -> Path:
    made = draft(workspace, str(workspace.cells / f"{CELL}.yaml"), kind="working-rules", folder=folder,
                 wishes=Wishes(basis_table=False, final=final))
    return made.documents[0].path


def _worked_on(path: Path) -> Path:
    file = Document(str(path))
    line = next(one for one in file.paragraphs if "được bí thư đưa vào chương trình hội nghị" in one.text)
    line.runs[-1].text = line.runs[-1].text.replace("gần nhất", f"gần nhất, {_OWN},")
    made = BytesIO()
    file.save(made)
    path.write_bytes(made.getvalue())
    return path


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Path]:
    """Return an office whose template has changed since a document was drafted and worked on."""
    workspace = office(tmp_path_factory.mktemp("desk") / "w")
    file = _worked_on(_drafted(workspace, workspace.root.parent / "ra"))
    change(workspace.root / _SHARED, _THEN, _NOW)
    return workspace, file


@pytest.fixture
def updated(desk: tuple[Workspace, Path], tmp_path: Path) -> Callable[..., DocumentUpdate]:
    workspace, file = desk

    def brought(path: Path = file, target: str = "moi.docx", **wishes: str) -> DocumentUpdate:
        return update(workspace, path, tmp_path / target, **wishes)
    return brought


@pytest.mark.full
def test_the_new_words_and_those_of_the_office_stand_side_by_side(
    desk: tuple[Workspace, Path], updated: Callable[..., DocumentUpdate],
) -> None:
    done = updated()
    assert done.exact and not done.updated.foreign and not done.updated.conflicts
    assert [(one.kind, _NOW in one.now) for one in done.updated.changes] == [("words", True)]
    content = done.path.read_bytes()
    accepted, rejected = "\n".join(settled(content, "", "accept")), "\n".join(settled(content, "", "reject"))
    assert _NOW in accepted and _OWN in accepted
    assert _THEN in rejected and settled(content, "", "reject") == settled(desk[1].read_bytes(), "", "reject")
    assert str(done.path) in told_update(done) and "công khai." in told_update(done)
    assert json.loads(json.dumps(done.to_dict()))["changes"][0]["kind"] == "words"


@pytest.mark.full
def test_what_was_updated_and_accepted_needs_no_update(
    desk: tuple[Workspace, Path], updated: Callable[..., DocumentUpdate], tmp_path: Path,
) -> None:
    from tests.renew.settled_file import settled_body

    first = updated()
    accepted = settled_body(first.path.read_bytes(), "accept")
    file = Document(str(first.path))
    body = file.element.body
    body.getparent().replace(body, accepted)
    file.save(str(tmp_path / "nhan-het.docx"))
    again = updated(tmp_path / "nhan-het.docx", "lan-hai.docx")
    assert again.exact and not again.updated.changes and not again.updated.conflicts


@pytest.mark.full
def test_a_file_that_says_nothing_of_its_making_is_only_remarked_on(
    desk: tuple[Workspace, Path], updated: Callable[..., DocumentUpdate], tmp_path: Path,
) -> None:
    workspace, _ = desk
    file = _drafted(workspace, tmp_path / "ra", final=True)
    change(workspace.root / _SHARED, _NOW, _THEN)
    try:
        done = updated(file, cell=str(workspace.cells / f"{CELL}.yaml"))
    finally:
        change(workspace.root / _SHARED, _THEN, _NOW)
    assert done.updated.foreign and not done.updated.changes
    assert [one.kind for one in done.updated.conflicts] == ["differs"]
    assert done.kind == "working-rules"


@pytest.mark.full
def test_a_lie_about_the_facts_makes_it_a_foreign_file(
    desk: tuple[Workspace, Path], updated: Callable[..., DocumentUpdate], tmp_path: Path,
) -> None:
    workspace, file = desk
    lying = tmp_path / "doi.docx"
    lying.write_bytes(with_hidden(file.read_bytes(), r'facts="[0-9a-f]{8}', 'facts="00000000'))
    done = updated(lying, cell=str(workspace.cells / f"{CELL}.yaml"))
    assert done.updated.foreign and done.remarks


def _pdf(file: Path, folder: Path) -> Path:
    made = folder / "van-ban.docx"
    made.write_bytes(b"%PDF-1.7\n" + file.read_bytes())
    return made


def _cut(file: Path, folder: Path) -> Path:
    made = folder / "dut.docx"
    made.write_bytes(file.read_bytes()[:3000])
    return made


def _of_others(file: Path, folder: Path) -> Path:
    content = file.read_bytes()
    made = folder / "noi-khac.docx"
    document = Document(BytesIO(content))
    for line in [*document.paragraphs, *(one for table in document.tables for cell in table._cells
                                         for one in cell.paragraphs)]:
        for piece in line.runs:
            piece.text = piece.text.replace("Văn học nghệ thuật", "Nhà báo").replace("VĂN HỌC NGHỆ THUẬT", "NHÀ BÁO")
    document.save(str(made))
    made.write_bytes(with_hidden(made.read_bytes(), r'facts="[0-9a-f]{8}', 'facts="00000000'))
    return made


def _itself(file: Path, folder: Path) -> Path:
    return file


@pytest.mark.full
@pytest.mark.parametrize("case", [
    (_itself, {"cell": OTHER}, 1, "is a document of"), (_itself, {"edition": "999"}, 1, "999"),
    (_itself, {"edition": "171"}, 1, "does not rest on"), (_itself, {"cell": "khong-co"}, 1, "khong-co"),
    (_itself, {"target": "moi.doc"}, 2, "does not end with .docx"), (_pdf, {}, 1, "is a PDF"), (_cut, {}, 1, "cut off"),
    (_itself, {"target": "co-roi.docx"}, 1, "exists already"), (_of_others, {"cell": CELL}, 1, "does not stand in"),
])
def test_what_cannot_be_done_is_refused_and_nothing_is_written(
    desk: tuple[Workspace, Path], updated: Callable[..., DocumentUpdate], tmp_path: Path,
    case: tuple[Callable[[Path, Path], Path], dict[str, str], int, str],
) -> None:
    use("en")
    file, wishes, code, said = case
    (tmp_path / "co-roi.docx").write_bytes(b"x")
    path = file(desk[1], tmp_path)
    if "cell" in wishes:
        wishes = {**wishes, "cell": str(desk[0].cells / f"{wishes['cell']}.yaml")}
    before = {one: one.read_bytes() for one in tmp_path.iterdir()}
    with pytest.raises(DocgenError, match=said) as refused:
        updated(path, **wishes)
    assert refused.value.exit_code == code
    assert {one: one.read_bytes() for one in tmp_path.iterdir()} == before


@pytest.mark.full
def test_the_command_writes_beside_and_never_over(
    desk: tuple[Workspace, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    workspace, file = desk
    target = tmp_path / "moi.docx"
    before = file.read_bytes()
    assert run(["--workspace", str(workspace.root), "update", str(file), "-o", str(target)]) == 0
    assert run(["--workspace", str(workspace.root), "update", str(file), "-o", str(file)]) == 2
    assert run(["--workspace", str(workspace.root), "update", str(file)]) == 2
    assert file.read_bytes() == before and target.is_file()
    assert "Traceback" not in capsys.readouterr().err
