"""A model brought in: drafted from, confirmed, checked, refused where it cannot be one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.api.draft import Drafted, check_cell, draft
from docgen.api.kept.written_then import written_then
from docgen.api.model.checking import check_template
from docgen.api.model.confirming import Confirming
from docgen.api.model.importing import import_model
from docgen.draft.model_import.blanks import folded
from docgen.errors import DocgenError, NotPossible, WrongUsage
from docgen.model.finding import FaultsFound
from docgen.versions.workspace import Workspace, shipped_workspace
from docgen.word.reading import read_docx
from tests.model_import.build import document
from tests.model_import.labelled import FRAMEWORKS, NAMES, LabelledLine
from tests.model_import.offices import bring_in, cell_under, office
from tests.questionnaire.terminal import Terminal

pytestmark = pytest.mark.full


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return office(tmp_path)


def drafted(workspace: Workspace, name: str, kind: str = "working-rules") -> Drafted:
    return draft(workspace, str(workspace.cells / f"{name}.yaml"), kind=kind, folder=workspace.root / "ra")


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_has_the_models_articles_in_its_order_and_no_blank_is_left_over(
    workspace: Workspace, name: str,
) -> None:
    made = bring_in(workspace, name)
    cell_under(workspace, name)
    document = drafted(workspace, name).documents[0]
    lines = [line.text for line in read_docx(document.path.read_bytes(), name)]
    headings = [line.removeprefix(match[0]) for line in lines if (match := re.match(r"Điều\s\d+\.\s", line))]
    assert headings == [re.sub(r"\s*\(nếu có\)", "", block.line.text) for block in made.understood.blocks
                        if block.line.rank == "article"]
    kept = " ".join(words for _, words in made.understood.kept)
    for line in lines:
        for dots in re.findall(r"\S+…+|\.{3,}|_{2,}|\[[^\]]*\]", line):
            assert dots in kept, line
    assert [line for line in lines if "{{" in line or "(nếu có)" in line] == []


def test_a_day_of_the_models_own_that_is_open_gets_no_year(workspace: Workspace) -> None:
    name = "mau-dang-uy"
    bring_in(workspace, name)
    cell_under(workspace, name)
    content = drafted(workspace, name).documents[0].path.read_bytes()
    basis = next(line.text for line in read_docx(content, name) if "Căn cứ Quy định số" in line.text)
    assert re.search(r"năm\s+của Ban Chấp hành Trung ương", basis), basis


def test_what_nobody_confirmed_is_said_at_every_draft_until_somebody_has(workspace: Workspace) -> None:
    name = "mau-chi-bo-hoi"
    bring_in(workspace, name)
    cell_under(workspace, name)
    for _ in range(2):
        assert [one.code for one in drafted(workspace, name).warnings].count("draft-model") == 2
    model = Confirming(workspace, name)
    for question in model.questions:
        model.confirm(question.name)
    for basis in model.bases:
        model.settle(basis.clause, accepted=basis.clause != "dieu-1.khoan-3")
    assert (model.questions, model.bases) == ((), ())
    assert [one for one in drafted(workspace, name).warnings if one.code == "draft-model"] == []


def test_a_confirmed_basis_counts_for_coverage_and_a_proposed_one_is_told_apart(workspace: Workspace) -> None:
    name = "mau-chi-bo-hoi"
    bring_in(workspace, name)
    before = {row.address: row.state for row in check_template(workspace, name).rows}
    assert before["dieu-10"] == "proposed"
    assert before["dieu-9.khoan-2"] == "based", "the agreement of the framework stands beside the model"
    assert before["dieu-5.khoan-1"] == "open"
    Confirming(workspace, name).settle("dieu-6.khoan-2", accepted=True)
    assert {row.address: row.state for row in check_template(workspace, name).rows}["dieu-10"] == "based"


def test_a_question_wrongly_understood_takes_another_name(workspace: Workspace) -> None:
    name = "mau-chi-bo-hoi"
    bring_in(workspace, name)
    model = Confirming(workspace, name)
    model.rename("hop_gia_tri_khi_dang", "quorum_share")
    clauses = (model.home / "working-rules" / "clauses.md").read_text(encoding="utf-8")
    assert "khi có {{ quorum_share }} đảng viên" in clauses
    assert "quorum_share" not in [one.name for one in model.questions]
    model.rename("phu_trach_cong_tac", "viec_cua_pho_bi_thu")
    asked = model.fields.find("viec_cua_pho_bi_thu")
    assert asked is not None
    assert asked.required
    with pytest.raises(WrongUsage):
        model.rename("thay_quy_che_so", "meeting_day")
    with pytest.raises(WrongUsage):
        model.rename("meeting_day", "ngay_hop_moi")
    assert check_template(workspace, name).findings != ()


def test_the_cell_is_asked_what_the_model_asks_and_nothing_the_model_does_not_print(workspace: Workspace) -> None:
    name = "mau-chi-bo-xa"
    bring_in(workspace, name)
    path = cell_under(workspace, name)
    text = path.read_text(encoding="utf-8")
    assert [one for one in check_cell(workspace, str(path)) if one.severity == "error"] == []
    # the framework asks for the organisations; this model names none
    path.write_text(re.sub(r"organisations:.*?\n(?=\n|#)", "", text, flags=re.DOTALL), encoding="utf-8")
    assert [one for one in check_cell(workspace, str(path)) if one.severity == "error"] == []
    path.write_text(text.replace("nguoi_ghi_bien_ban:", "# nguoi_ghi_bien_ban:"), encoding="utf-8")
    assert [str(one.message) for one in check_cell(workspace, str(path)) if "nguoi_ghi_bien_ban" in str(one.message)]


def test_the_frameworks_agreement_is_drafted_beside_the_model(workspace: Workspace) -> None:
    name = "mau-chi-bo-hoi"
    bring_in(workspace, name)
    cell_under(workspace, name)
    made = drafted(workspace, name, "coordination-agreement").documents
    assert [one.kind for one in made] == ["coordination-agreement"]
    assert "che_hieu_luc_ngay" not in [item.name for item in made[0].open]


def test_what_was_written_under_a_model_is_made_again_byte_for_byte(workspace: Workspace) -> None:
    name = "mau-chi-bo-hoi"
    bring_in(workspace, name)
    cell_under(workspace, name)
    content = drafted(workspace, name).documents[0].path.read_bytes()
    then = written_then(workspace, content, name)
    assert (then.base, then.work) == (content, name), then.why
    assert then.exact


def test_a_model_that_is_there_is_never_touched(workspace: Workspace) -> None:
    name = "mau-chi-bo-hoi"
    bring_in(workspace, name)
    own = workspace.templates / name / "fields.yaml"
    own.write_text(own.read_text(encoding="utf-8") + "# của chúng tôi\n", encoding="utf-8")
    with pytest.raises(NotPossible):
        bring_in(workspace, name)
    assert own.read_text(encoding="utf-8").endswith("# của chúng tôi\n")


def test_the_same_model_gives_the_same_bytes(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "khac").mkdir()
    other = office(tmp_path / "khac")
    for one in (workspace, other):
        bring_in(one, "mau-dang-uy")
    files = {path.relative_to(workspace.templates): path.read_bytes()
             for path in (workspace.templates / "mau-dang-uy").rglob("*") if path.is_file()}
    assert files == {path: (other.templates / path).read_bytes() for path in files}
    assert len(files) == 3


def lines(*texts: str) -> bytes:
    return document(tuple(LabelledLine(("p",), text) for text in texts))


@pytest.mark.parametrize(("content", "error"), [
    (b"PK\x03\x04 not a Word file", DocgenError),
    (b"", NotPossible),
    (lines(), NotPossible),
    (lines("QUY CHẾ", "Chi bộ họp mỗi tháng … lần."), NotPossible),
    (lines("QUY CHẾ", "Điều 1. Chi bộ họp vào ngày ….", "Điều 2. Phó bí thư"), FaultsFound),
])
def test_what_cannot_be_a_template_is_refused_with_a_sentence_and_leaves_nothing(
    workspace: Workspace, content: bytes, error: type[DocgenError],
) -> None:
    before = sorted(workspace.templates.rglob("*"))
    path = workspace.root / "mau.docx"
    path.write_bytes(content)
    with pytest.raises(error):
        import_model(workspace, path, "hoi-quan-chung")
    assert sorted(workspace.templates.rglob("*")) == before


def printed_under(workspace: Workspace, sample: str) -> list[str]:
    """Return the lines of the rules of a sample cell under the model `mau`."""
    text = (shipped_workspace().cells / f"{sample}.yaml").read_text(encoding="utf-8")
    (workspace.cells / "a.yaml").write_text(text.replace(": hoi-quan-chung", ": mau", 1), encoding="utf-8")
    content = drafted(workspace, "a").documents[0].path.read_bytes()
    return [" ".join(line.text.split()) for line in read_docx(content, "a")]


MUC = ("QUY CHẾ", "làm việc của chi bộ", "Chương I", "QUY ĐỊNH CHUNG", "Mục 1", "NGUYÊN TẮC", "Điều 1. Nguyên tắc",
       "1. Tập trung dân chủ.", "2. Phê bình.", "Mục 2", "CƠ CẤU", "Điều 2. Chi uỷ (nếu có)", "1. Họp trước chi bộ.",
       "2. Hai.", "Chương II", "HỌP", "Mục 1", "KỲ HỌP", "Điều 3. Kỳ họp", "1. Theo khoản 2 Điều 2 Quy chế này.",
       "1.1. Ý một;", "+ Ý nhỏ.", "2. Theo khoản 1 Điều 1 Quy chế này.")
DE_MUC = ("QUY CHẾ", "làm việc của chi bộ", "I- QUY ĐỊNH CHUNG", "1. Chi bộ gồm các đảng viên.",
          "2. Chi bộ họp hằng tháng:", "a) Thường kỳ;", "b) Chuyên đề.", "II- THI HÀNH",
          "1. Có hiệu lực từ ngày ký.", "2. Phổ biến trong chi bộ.")


@pytest.mark.parametrize(("texts", "wanted"), [
    (MUC, MUC[2:]),
    (DE_MUC, DE_MUC[2:]),
], ids=["mục", "đề mục"])
def test_a_model_is_parted_as_the_province_parted_it(
    workspace: Workspace, texts: tuple[str, ...], wanted: tuple[str, ...],
) -> None:
    path = workspace.root / "mau.docx"
    path.write_bytes(lines(*texts))
    made = import_model(workspace, path, "hoi-quan-chung")
    assert made.file.paper.left_out == ()
    printed = printed_under(workspace, "chi-bo-co-chi-uy")
    start = next(place for place, line in enumerate(printed) if line in ("Chương I", "I- QUY ĐỊNH CHUNG"))
    body = [line.replace(" (nếu có)", "") for line in wanted]
    assert printed[start:start + len(body)] == body


BARE = ("QUY CHẾ LÀM VIỆC MẪU", "của chi bộ", "Chương I", "HỌP", "Điều 1. Chi bộ họp mỗi tháng một lần.",
        "Điều 2. Chi uỷ (nếu có) họp trước chi bộ; bí thư chủ trì:", "a) Nghe báo cáo;", "b) Biểu quyết.",
        "Điều 3. Biên bản", "1. Ghi theo Điều 1 Quy chế này.", "2. Lưu ở chi bộ.", "Điều 4. Có hiệu lực từ ngày ký.")


def test_an_article_without_a_name_has_its_words_on_its_own_line(workspace: Workspace) -> None:
    path = workspace.root / "mau.docx"
    path.write_bytes(lines(*BARE))
    made = import_model(workspace, path, "hoi-quan-chung")
    assert [block.line.rank for block in made.understood.blocks if block.line.rank.endswith("article")] == [
        "run_in_article", "run_in_article", "article", "run_in_article"]
    printed = printed_under(workspace, "chi-bo-co-chi-uy")
    start = printed.index("Chương I")
    assert printed[start:start + len(BARE) - 2] == [line.replace(" (nếu có)", "") for line in BARE[2:]]
    assert "làm việc của chi bộ" in printed
    content = next((workspace.root / "ra").glob("*lam-viec.docx")).read_bytes()
    bold = {" ".join(line.text.split()): line.bold for line in read_docx(content, "a")}
    assert (bold[BARE[4]], bold[BARE[8]]) == ("prefix", "all")
    then = written_then(workspace, content, "a.docx")
    assert then.base == content


def test_what_stands_outside_the_articles_gets_its_place_or_is_said(workspace: Workspace) -> None:
    path = workspace.root / "mau.docx"
    path.write_bytes(lines(
        "Quy chế làm việc", "của chi bộ xã", "Chi bộ ban hành quy chế này:", "Chương I", "Quy định chung",
        "Điều 1. Họp", "1. Một.", "2. Hai.", "Chương II", "Lời dẫn của chương này.", "Mục 1", "Cuối", "Điều 2. Ba."))
    made = import_model(workspace, path, "hoi-quan-chung")
    assert [block.line.text for block in made.understood.blocks] == [
        "làm việc của chi bộ xã", "Chi bộ ban hành quy chế này:", "Quy định chung", "Họp", "Một.", "Hai.", "Chương II",
        "Cuối", "Ba."]
    assert made.file.paper.left_out == ("Lời dẫn của chương này.",)


def test_a_fault_names_the_model_and_no_file_that_is_gone(workspace: Workspace) -> None:
    path = workspace.root / "mau.docx"
    path.write_bytes(lines("QUY CHẾ", "làm việc", "Chương I", "HỌP", "Điều 1. Họp", "1. Một.", "2. Hai.", "Chương II",
                           "HẾT"))
    with pytest.raises(FaultsFound) as told:
        import_model(workspace, path, "hoi-quan-chung")
    assert {(one.file, one.line) for one in told.value.findings} == {(str(path), 0)}


def test_two_models_never_give_one_name_to_different_questions(workspace: Workspace) -> None:
    asked = []
    for name, what in (("tinh-a", "trước khi họp"), ("tinh-b", "trước đại hội"), ("tinh-c", "trước khi họp")):
        path = workspace.root / f"{name}.docx"
        path.write_bytes(lines("QUY CHẾ", "Điều 1. Việc", f"1. Chậm nhất …… ngày làm việc {what}.", "2. Hai."))
        asked.append([one.name for one in import_model(workspace, path, "hoi-quan-chung").understood.questions])
    assert asked[0] == asked[2]
    assert asked[0] != asked[1]


def test_blanks_among_the_same_words_are_told_apart_by_their_labels(workspace: Workspace) -> None:
    path = workspace.root / "mau.docx"
    path.write_bytes(lines("QUY CHẾ", "Điều 1. Họp", "1. Họp: …… và …… và ……", "2. Hai."))
    import_model(workspace, path, "hoi-quan-chung")
    labels = [folded(field.label) for field in Confirming(workspace, "mau").fields.fields]
    assert len(labels) == len(set(labels))


def test_a_clause_that_is_not_printed_takes_its_number_and_references_follow(workspace: Workspace) -> None:
    path = workspace.root / "mau.docx"
    path.write_bytes(lines(
        "QUY CHẾ", "làm việc của chi bộ", "Điều 1. Chi uỷ (nếu có)", "1. Họp trước.", "2. Hai.", "Điều 2. Chi bộ",
        "1. Một.", "2. Theo khoản 1 Điều 2 Quy chế này."))
    import_model(workspace, path, "hoi-quan-chung")
    printed = printed_under(workspace, "chi-bo-khong-chi-uy")
    assert "Điều 1. Chi bộ" in printed
    assert "2. Theo khoản 1 Điều 1 Quy chế này." in printed


def test_a_folder_that_cannot_be_written_is_a_sentence_and_nothing_is_left(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr("docgen.api.model.importing.os.rename", full)
    before = sorted(workspace.templates.rglob("*"))
    with pytest.raises(NotPossible):
        bring_in(workspace, "mau-dang-uy")
    assert sorted(workspace.templates.rglob("*")) == before


def test_a_person_confirms_at_the_terminal_and_goes_on_another_day(workspace: Workspace) -> None:
    name = "mau-chi-bo-hoi"
    bring_in(workspace, name)
    model = Confirming(workspace, name)
    first, second, third = (one.name for one in model.questions[:3])
    with Terminal(("template", "confirm", name), workspace.root) as terminal:
        terminal.type("c")
        terminal.type("")
        assert "meeting_day" in terminal.type("meeting_day"), "that question stands at another blank"
        terminal.type("c")
        terminal.type("q")
        terminal.end()
    left = [one.name for one in model.questions]
    assert first not in left
    assert second in left
    assert third not in left


def test_a_request_that_makes_no_sense_is_told_so(workspace: Workspace) -> None:
    path = workspace.root / "Mẫu Tỉnh.docx"
    path.write_bytes(lines("QUY CHẾ", "Điều 1. Họp", "1. Họp ngày … hằng tháng.", "2. Hai."))
    with pytest.raises(NotPossible, match="hoi-quan-chun"):
        import_model(workspace, path, "hoi-quan-chun")
    for name, kind in (("Mẫu tỉnh", ""), ("", "nghi-quyet"), ("../ngoai", "")):
        with pytest.raises(WrongUsage):
            import_model(workspace, path, "hoi-quan-chung", name=name, kind=kind)
    with pytest.raises(NotPossible):
        import_model(shipped_workspace(), path, FRAMEWORKS["mau-dang-uy"])
    assert import_model(workspace, path, "hoi-quan-chung").name == "mau-tinh"
