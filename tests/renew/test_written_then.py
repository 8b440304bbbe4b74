"""What docgen wrote then is made again byte for byte, whatever has changed since; what lies is found and said."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from docgen.api.draft import Wishes, draft
from docgen.api.kept.facts import kept_under
from docgen.api.kept.written_then import WrittenThen, written_then
from docgen.draft.cells import facts_hash
from docgen.errors import NotPossible
from docgen.versions.workspace import Workspace
from tests.renew.office import CELL, CLAUSES, OTHER, ROOT, WORK, change, commit, hidden_part, office, with_hidden
from tests.versions.git_office import git
from tests.word.form import parts_of
from tests.word.sample import SAMPLE, frame

SAMPLES = sorted(path.stem for path in (ROOT / "cells").glob("*.yaml"))
HISTORY = {"huyen-uy": date(2025, 6, 30)}
"""Days named where the framework is history."""


def drafted(workspace: Workspace, cell: str = CELL, kind: str = "working-rules", day: date | None = None) -> bytes:
    folder = workspace.root.parent / "ra"
    made = draft(workspace, str(workspace.cells / f"{cell}.yaml"), kind=kind, folder=folder,
                 wishes=Wishes(day=day, basis_table=False))
    return made.documents[0].path.read_bytes()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return an office nobody changes."""
    return office(tmp_path_factory.mktemp("desk") / "w")


@pytest.fixture(scope="module")
def document(desk: Workspace) -> bytes:
    """Return a document of that office."""
    return drafted(desk)


@pytest.mark.full
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_document_of_every_sample_is_made_again(sample: str, tmp_path: Path) -> None:
    workspace = Workspace(ROOT)
    made = draft(workspace, sample, kind="set", folder=tmp_path,
                 wishes=Wishes(day=HISTORY.get(sample), basis_table=False))
    for one in made.documents:
        content = one.path.read_bytes()
        then = written_then(workspace, content)
        assert then.base == content, str(then.why)
        assert then.exact and then.cell == ROOT / "cells" / f"{sample}.yaml"


def test_template_and_facts_of_then_come_from_git(tmp_path: Path) -> None:
    workspace = office(tmp_path / "w")
    change(workspace.root / CLAUSES, "Chi bộ", "Chi bộ ta")  # no template docgen ships, so only git has it
    commit(workspace.root)
    content = drafted(workspace, day=date(2026, 3, 15))
    shutil.rmtree(workspace.root / ".docgen")
    cell = workspace.cells / f"{CELL}.yaml"
    change(workspace.root / CLAUSES, "Chi bộ", "Tập thể chi bộ")
    change(workspace.templates / WORK / "fields.yaml", "label: ", "label: Xin cho biết ")
    change(workspace.templates / "shared" / "fields.yaml", "label: ", "label: Xin cho biết ")
    change(cell, "Hội Văn học nghệ thuật tỉnh", "Hội Nhà báo tỉnh")
    commit(workspace.root)
    shutil.rmtree(workspace.versions)  # what the registers gave stands in the file
    then = written_then(workspace, content)
    assert then.base == content, str(then.why)
    assert then.exact and then.cell == cell and not then.remarks
    assert then.facts is not None and "Văn học nghệ thuật" in then.facts.text("name")


@pytest.mark.full
def test_answers_only_papers_ask_for_stand_in_no_ones_way(tmp_path: Path) -> None:
    workspace = office(tmp_path / "w", under_git=False)
    with (workspace.cells / f"{CELL}.yaml").open("a", encoding="utf-8") as cell:
        cell.write("resolution_number: '07'\n")
    content = drafted(workspace)
    assert written_then(workspace, content).base == content


def test_facts_kept_out_of_git_are_found_in_the_copy(tmp_path: Path) -> None:
    workspace = office(tmp_path / "w", ignored=True)
    cell = workspace.cells / f"{CELL}.yaml"
    content = drafted(workspace)
    text = cell.read_text(encoding="utf-8")
    assert kept_under(workspace, facts_hash(text)).read_text(encoding="utf-8") == text
    assert git(workspace.root, "status", "--porcelain") == "" and ".docgen" not in git(workspace.root, "ls-files")
    change(cell, "số 01-QC/ĐU", "số 09-QC/ĐU")
    then = written_then(workspace, content)
    assert then.base == content and then.cell == cell, "found by framework and name of the cell"
    cell.unlink()
    then = written_then(workspace, content)
    assert then.base == content and then.cell is None
    shutil.rmtree(workspace.root / ".docgen")
    then = written_then(workspace, content)
    assert then.base is None and then.why.source.startswith("The facts the file was drafted from")


@pytest.mark.full
def test_a_workspace_without_git_makes_again_what_has_not_changed(tmp_path: Path) -> None:
    workspace = office(tmp_path / "w", under_git=False)
    change(workspace.root / CLAUSES, "Chi bộ", "Chi bộ ta")
    content = drafted(workspace)
    assert written_then(workspace, content).base == content
    change(workspace.root / CLAUSES, "Chi bộ", "Tập thể chi bộ")
    then = written_then(workspace, content)
    assert then.base is None and dict(then.why.values)["files"] == "clauses.md"
    assert "git" in str(dict(then.why.values)["history"])


@pytest.mark.full
@pytest.mark.parametrize("coded", ["crlf", "utf-16"])
def test_a_cell_saved_by_another_program_is_the_same_cell(desk: Workspace, document: bytes, coded: str,
                                                          tmp_path: Path) -> None:
    text = (desk.cells / f"{CELL}.yaml").read_text(encoding="utf-8")
    other = tmp_path / "khac.yaml"
    other.write_bytes(text.replace("\n", "\r\n").encode() if coded == "crlf" else text.encode("utf-16"))
    bare = Workspace(tmp_path / "w")
    for name in ("templates", "regulations", "versions"):
        (bare.root / name).parent.mkdir(exist_ok=True)
        (bare.root / name).symlink_to(desk.root / name)
    assert written_then(bare, document).base is None
    assert written_then(bare, document, cell=other).base == document


DISAGREES, NO_SENSE = "What the file says it was made from does not", "What the file says it was made from makes"
LIES: dict[str, tuple[str, str | Callable[[Workspace], str], str]] = {
    "facts of another cell": (r'facts="[0-9a-f]+"', lambda desk: f'facts="{_hash_of(desk, OTHER)}"', DISAGREES),
    "facts nobody has": (r'facts="[0-9a-f]+"', f'facts="{"a" * 64}"', "The facts the file"),
    "a path for a hash": (r'facts="[0-9a-f]+"', 'facts="../../../etc/passwd"', "The facts the file"),
    "no facts": (r' facts="[0-9a-f]+"', "", "The file does not say which facts"),
    "another template": (r'(name="clauses.md" sha256=")[0-9a-f]+', r"\g<1>" + "b" * 64, "The template of then"),
    "a template outside": (r'work="[a-z-]+"', 'work="../../.."', "The file names a template"),
    "a file outside": (r'name="shared/clauses/[a-z./-]+"', 'name="shared/../../x.md"', "The file names a template"),
    "another kind": (r'(<template[^>]*) kind="working-rules"', r'\1 kind="coordination-agreement"', "The"),
    "a part there is none of": (r"<made ", '<made part="7" ', "The file says it is document"),
    "a part that is no number": (r"<made ", '<made part="x" ', NO_SENSE),
    "another day": (r"<made ", '<made as-of="2019-01-01" ', DISAGREES),
    "a day there is none of": (r"<made ", '<made as-of="2026-02-30" ', NO_SENSE),
    "another rule": (r"<made ", '<made statutes-rule="Quy định bịa" ', DISAGREES),
    "another text": (r'(<text sha256=")[0-9a-f]+', r"\g<1>" + "c" * 64, DISAGREES),
    "another basis": (r'basis="[^"]+"', 'basis="162-qd-tw-2024:dieu-1"', DISAGREES),
    "another docgen, another basis": (r'docgen="[^"]+"((?s:.)*?)basis="[^"]+"', r'docgen="0.0.1"\1basis="x:y"',
                                      DISAGREES),
}


def _hash_of(desk: Workspace, cell: str) -> str:
    return facts_hash((desk.cells / f"{cell}.yaml").read_text(encoding="utf-8"))


EARLY = ("facts nobody has", "a path for a hash", "no facts", "another template", "a template outside",
         "a part that is no number")
"""Lies found before anything is made again, which takes its time."""


@pytest.mark.parametrize("lie", [lie if lie in EARLY else pytest.param(lie, marks=pytest.mark.full) for lie in LIES])
def test_a_file_that_lies_has_no_base_and_is_told(desk: Workspace, document: bytes, lie: str) -> None:
    old, new, told = LIES[lie]
    then = written_then(desk, with_hidden(document, old, new(desk) if callable(new) else new))
    assert then.base is None and not then.exact
    assert then.why.source.startswith(told)


@pytest.mark.full
def test_a_text_that_is_not_held_with_its_hash_is_a_remark(desk: Workspace, document: bytes) -> None:
    lying = with_hidden(document, r'(<edition id="162-qd-tw-2024" sha256=")[0-9a-f]+', r"\g<1>" + "d" * 64)
    then = written_then(desk, lying)
    assert then.exact and then.base is not None and parts_of(then.base) == parts_of(lying)
    assert [dict(one.values)["edition"] for one in then.remarks] == ["162-qd-tw-2024"]


@pytest.mark.full
def test_a_file_of_another_docgen_says_so(desk: Workspace, document: bytes) -> None:
    older = with_hidden(document, r'docgen="[^"]+"', 'docgen="0.0.1"')
    assert written_then(desk, older).exact, "the same text: who wrote it makes no difference"
    then = written_then(desk, with_hidden(older, r'(<text sha256=")[0-9a-f]+', r"\g<1>" + "c" * 64))
    assert then.base is not None and not then.exact and dict(then.why.values)["then"] == "0.0.1"


@pytest.mark.full
def test_a_copy_to_sign_and_a_foreign_file_have_no_base(desk: Workspace, tmp_path: Path) -> None:
    final = draft(desk, str(desk.cells / f"{CELL}.yaml"), kind="working-rules", folder=tmp_path,
                  wishes=Wishes(final=True, basis_table=False)).documents[0].path.read_bytes()
    for content in (final, frame().render(SAMPLE)):
        assert written_then(desk, content) == WrittenThen(why=written_then(desk, content).why)
        assert written_then(desk, content).why.source.startswith("The file does not say what")
    with pytest.raises(NotPossible):
        written_then(desk, b"%PDF-1.7")


def test_the_hidden_part_holds_no_fact_but_the_hash_of_them(desk: Workspace, document: bytes) -> None:
    _, hidden = hidden_part(document)
    then = written_then(desk, document)
    assert then.facts is not None and f'facts="{then.facts.sha256}"' in hidden
    for name in ("name", "superior", "place", "secretary"):
        assert then.facts.text(name) not in hidden or not then.facts.text(name), name


@pytest.mark.full
def test_no_copy_can_be_kept_and_the_document_is_written_all_the_same(tmp_path: Path) -> None:
    workspace = office(tmp_path / "w", under_git=False)
    (workspace.root / ".docgen").write_text("ở đây đã có một tệp", encoding="utf-8")
    made = draft(workspace, str(workspace.cells / f"{CELL}.yaml"), kind="working-rules",
                 folder=tmp_path / "ra", wishes=Wishes(basis_table=False))
    assert made.documents[0].path.is_file()
    assert [one.code for one in made.warnings if one.code == "cell-not-kept"] == ["cell-not-kept"]
