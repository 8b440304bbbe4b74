"""What a change of the law does to documents: laws on drafts of the sample cells, cases of documents by other hands."""

from __future__ import annotations

import json
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from docgen.api.diff import diff
from docgen.api.draft import draft
from docgen.api.impact.forms import ENDINGS, check_name, json_of, shown, written
from docgen.api.impact.impact import Impact, impact
from docgen.check.document.paper import read_paper
from docgen.compare.following import UNTOUCHED, Whereabouts
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import use
from docgen.renew.impact import place_of
from docgen.versions.workspace import Workspace
from docgen.word.reading import read_docx

ROOT = Path(__file__).parents[2]
WORKSPACE = Workspace(ROOT)
EDITION = ROOT / "regulations" / "hoi-quan-chung" / "162-qd-tw-2024.md"
CELL = "chi-bo-co-chi-uy"


@lru_cache(maxsize=1)
def drafted(folder: Path) -> tuple[Path, ...]:
    return tuple(one.path for one in draft(WORKSPACE, CELL, folder=folder).documents)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return drafted(tmp_path_factory.mktemp("own"))


def changed_text(folder: Path, old: str, new: str) -> str:
    """Write 162 with some words put otherwise, and return its path."""
    text = EDITION.read_text("utf-8")
    assert old in text
    path = folder / "moi.md"
    path.write_text(text.replace(old, new), "utf-8")
    return str(path)


def by_hand(path: Path, *lines: str) -> Path:
    """Write a document as somebody without docgen does."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def found(result: Impact) -> list[tuple[str, str, str]]:
    """Return clause, ground and how of everything found."""
    return [(row.clause, row.old, row.how) for one in result.affected if one.resting is not None
            for row in one.resting.affected]


def test_nothing_rests_on_a_change_that_is_none(papers: tuple[Path, ...]) -> None:
    result = impact(WORKSPACE, "162", str(EDITION), papers[0].parent)
    assert [row for row in found(result) if row[1]] == []  # the text itself is cited: that is another document now
    assert result.counts["unreadable"] == 0


@pytest.mark.parametrize(("was", "now"), [
    ("định kỳ 6 tháng", "định kỳ 3 tháng"), ("đảng viên", "đảng viên và quần chúng"), ("cán bộ", "nhân sự")])
def test_what_docgen_wrote_is_found_by_its_own_record(
    papers: tuple[Path, ...], tmp_path: Path, was: str, now: str,
) -> None:
    """Law: a clause is listed as made from a provision exactly if the hidden part says so and the provision changed."""
    new = changed_text(tmp_path, was, now)
    result = impact(WORKSPACE, "162", new, papers[0].parent)
    whereabouts = Whereabouts(diff(WORKSPACE, "162", new).view.comparison)
    expected = set()
    for path in papers:
        made = read_paper(path.read_bytes(), path.name).made_from
        assert made is not None
        for clause in made.clauses:
            for basis in clause.basis:
                edition, _, address = basis.partition(":")
                if edition == "162-qd-tw-2024" and not UNTOUCHED.issuperset(whereabouts.follow(address)[1]):
                    expected.add((str(path), clause.id, address))
    told = {(str(one.path), row.id, row.old) for one in result.affected if one.resting is not None
            for row in one.resting.affected if row.how == "made"}
    assert expected
    assert told == expected


def test_the_place_of_a_clause_is_that_of_the_tree(papers: tuple[Path, ...]) -> None:
    """Law: in docgen's own documents the labels above a line say what the whole tree says."""
    for path in papers:
        paper = read_paper(path.read_bytes(), path.name)
        marked = [at for at, line in enumerate(paper.lines) if line.clause]
        assert len(marked) > 30
        assert [place_of(paper, at) for at in marked] == [paper.addresses[at] for at in marked]


def test_a_document_by_another_hand(tmp_path: Path) -> None:
    """What it cites is followed; what faces text not held is unknown; another text of the same words is left alone."""
    (tmp_path / "vb").mkdir()
    by_hand(tmp_path / "vb" / "ngoai.docx", "QUY CHẾ LÀM VIỆC",
            "- Căn cứ Quy định số 171-QĐ/TW, ngày 27/6/2008 của Ban Bí thư;", "Điều 1. Chức năng",
            "1. Theo khoản 1 Điều 2 Quy định số 171-QĐ/TW, chi bộ lãnh đạo nhiệm vụ chính trị.",
            "2. Thực hiện Điều 7 Quy định số 171-QĐ/TW.", "3. Thực hiện Điều 9 Quy định số 162-QĐ/TW.")
    by_hand(tmp_path / "vb" / "khac.docx", "Điều 1. Trực", "1. Văn phòng trực từ 7 giờ đến 11 giờ hằng ngày.")
    result = impact(WORKSPACE, "171", "162", tmp_path / "vb")
    assert found(result) == [("can-cu-1", "", "cited"), ("dieu-1.khoan-1", "dieu-2.khoan-1", "cited"),
                             ("dieu-1.khoan-2", "dieu-7", "cited")]
    rows = result.affected[0].resting
    assert rows is not None
    assert [row.kinds for row in rows.affected] == [(), ("reworded",), ("unknown",)]
    assert result.counts == {"affected": 1, "unaffected": 0, "not_concerned": 1, "unreadable": 0}


def test_the_words_of_the_old_text_are_found_without_a_citation(tmp_path: Path) -> None:
    """Only where the new text does not say the same: else nothing changes for who wrote it so."""
    new = changed_text(tmp_path, "định kỳ 6 tháng hoặc đột xuất với các tổ chức", "mỗi quý một lần với các hội")
    lines = EDITION.read_text("utf-8").splitlines()
    words = next(line for line in lines if line.startswith("3\\. Cấp uỷ làm việc định kỳ")).partition(" ")[2]
    kept = next(line for line in lines if line.startswith("1\\. ")).partition(" ")[2]
    folder = tmp_path / "vb"
    folder.mkdir()
    by_hand(folder / "chep.docx", f"Điều 4. Trao đổi ý kiến. {words}", kept)
    told = found(impact(WORKSPACE, "162", new, folder))
    assert [how for _, _, how in told] == ["quoted"]


def test_a_number_is_not_enough_where_the_day_is_another(tmp_path: Path) -> None:
    by_hand(tmp_path / "a.docx", "- Căn cứ Quy định số 171-QĐ/TW, ngày 01/02/2001 của cơ quan khác;",
            "Thực hiện Điều 1 Quy định số 171-QĐ/TW, ngày 27/6/2008.")
    assert [old for _, old, _ in found(impact(WORKSPACE, "171", "162", tmp_path))] == ["dieu-1"]


def test_the_figure_alone_is_a_citation_too(tmp_path: Path) -> None:
    by_hand(tmp_path / "a.docx", "Thực hiện Điều 1 Quy định 171 và khoản 2 Điều 5 Quy chế này.")
    assert [old for _, old, _ in found(impact(WORKSPACE, "171", "162", tmp_path))] == ["dieu-1"]


def test_files_of_every_kind_and_none_in_silence(tmp_path: Path) -> None:
    by_hand(tmp_path / "tot.docx", "Thực hiện Điều 1 Quy định số 171-QĐ/TW.")
    (tmp_path / "chu.txt").write_text("1. Thực hiện Điều 1 Quy định số 171-QĐ/TW.\n", "utf-8")
    (tmp_path / "trang.html").write_text("<p>Thực hiện Điều 1 Quy định số 171-QĐ/TW.</p>", "utf-8")
    (tmp_path / "hong.docx").write_bytes((tmp_path / "tot.docx").read_bytes()[:900])
    (tmp_path / "trong.docx").write_bytes(b"")
    (tmp_path / "quet.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "~$tot.docx").write_bytes(b"Word")
    result = impact(WORKSPACE, "171", "162", tmp_path)
    assert sorted(one.path.name for one in result.affected) == ["chu.txt", "tot.docx", "trang.html"]
    assert sorted(one.path.name for one in result.unreadable) == ["hong.docx", "trong.docx"]
    assert any(".pdf" in str(remark) for remark in result.remarks)


@pytest.mark.full
def test_one_worker_and_two_say_the_same(papers: tuple[Path, ...], tmp_path: Path) -> None:
    new = changed_text(tmp_path, "định kỳ 6 tháng", "định kỳ 3 tháng")
    folder = tmp_path / "vb"
    folder.mkdir()
    for number in range(124):
        (folder / f"{number:03d}.docx").write_bytes(papers[number % len(papers)].read_bytes())
    one, two = (json_of(impact(WORKSPACE, "162", new, folder, jobs=jobs)) for jobs in (1, 2))
    assert one == two
    assert len(json.loads(one)["documents"]) == 124


def test_every_form_says_the_same(papers: tuple[Path, ...], tmp_path: Path) -> None:
    from openpyxl import load_workbook

    use("en")
    new = changed_text(tmp_path, "định kỳ 6 tháng", "định kỳ 3 tháng")
    result = impact(WORKSPACE, "162", new, papers[0].parent)
    count = len(found(result))
    assert shown(result).count("->") == count
    data = json.loads(json_of(result))
    assert data["format"] == 1
    assert sum(len(one["clauses"]) for one in data["documents"]) == count
    book = written(result, Path("a.xlsx"))
    assert book == written(result, Path("a.xlsx"))
    assert load_workbook(BytesIO(book)).worksheets[0].max_row == count + 1
    table = written(result, Path("a.docx"))
    assert table == written(result, Path("a.docx"))
    cells = [line.text for line in read_docx(table, "a.docx") if line.in_table]
    assert str(count) in cells
    assert str(count + 1) not in cells


def test_words_that_look_like_a_formula_stay_words(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    (tmp_path / "a.txt").write_text("=HYPERLINK(1) theo Điều 1 Quy định số 171-QĐ/TW.\n", "utf-8")
    book = load_workbook(BytesIO(written(impact(WORKSPACE, "171", "162", tmp_path), Path("a.xlsx"))))
    assert book.worksheets[0]["C2"].data_type == "s"


def test_what_cannot_be_asked_is_said_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(NotPossible):
        impact(WORKSPACE, "171", "162", tmp_path / "khong-co")
    with pytest.raises(WrongUsage):
        check_name(Path("a.pdf"))
    for ending in ENDINGS:
        check_name(Path(f"a{ending}"))
    (tmp_path / "vo-danh.md").write_text("### Điều 1. Trực\n\nVăn phòng trực.\n", "utf-8")
    with pytest.raises(NotPossible):
        impact(WORKSPACE, str(tmp_path / "vo-danh.md"), "162", tmp_path)
