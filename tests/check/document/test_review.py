"""A whole review: exit codes, JSON, the Word copy, and files nobody should have sent."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from docgen.api.document_review.commented import check_target, write_commented
from docgen.api.document_review.review import as_data, review
from docgen.api.document_review.shown import shown_review
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import use
from docgen.model.finding import FaultsFound
from docgen.publish.document_review import review_text
from docgen.word.reading import read_docx
from tests.check.document.desk import HEAD, ROOT, TODAY, WORKSPACE, codes, paper, reviewed
from tests.check.document.foreign_documents import build, sources
from tests.word.packing import line, repacked, with_body

OLD = ("Sao Mai, ngày 05 tháng 6 năm 2020",)


def in_2020(*body: str) -> bytes:
    bases = ("- Căn cứ Điều lệ Đảng;", "- Căn cứ Quy định số 171-QĐ/TW, ngày 27/6/2008 của Ban Bí thư,")
    end = ("Nơi nhận:", "- Đảng uỷ (để báo cáo),", "- Lưu chi bộ.", "T/M CHI BỘ", "BÍ THƯ", "Nguyễn Văn Mẫu")
    return paper(*body, head=(*HEAD[:-1], *OLD), bases=bases, end=end)


def test_the_exit_code_tells_wrong_from_overtaken() -> None:
    assert reviewed(paper()).exit_code == 0
    overtaken = reviewed(in_2020())
    assert codes(overtaken) == ["review-citation-outdated"]
    assert overtaken.exit_code == 4
    wrong = in_2020("Điều 1. Một", "1. Chi bộ quyết định kết nạp đảng viên.", "2. Chi bộ họp.")
    assert sorted(codes(reviewed(wrong))) == ["review-citation-outdated", "review-decides"]
    assert reviewed(wrong).exit_code == 3
    assert reviewed(in_2020(), today=date(2021, 1, 1)).exit_code == 0, "in 2021 it was the law"


def test_json_has_the_findings_of_the_contract_and_the_obligations() -> None:
    use("en")
    data = json.loads(json.dumps(as_data(reviewed(in_2020()))))
    finding = data["findings"][0]
    assert set(finding) == {"code", "severity", "file", "line", "column", "address", "message", "remedy", "words",
                            "outdated"}
    missing = [one for one in data["obligations"] if not one["met"]]
    assert data["document"]["kind"] == "working-rules"
    assert missing and all(one["at"] == [] for one in missing)


def test_the_copy_holds_every_finding_at_its_words_and_no_other_change(tmp_path: Path) -> None:
    use("vi")
    source = next(one for one in sources() if one.name == "hoi-van-nghe")
    wrong = docx.Document(BytesIO(build(source)))
    at = next(one for one in wrong.paragraphs if one.text.startswith("2. Chi uỷ họp trước"))
    at.add_run(" Chi bộ quyết định kết nạp đảng viên.")
    made = BytesIO()
    wrong.save(made)
    (tmp_path / "a.docx").write_bytes(made.getvalue())
    result = review(WORKSPACE, tmp_path / "a.docx", cell=str(ROOT / "cells" / f"{source.cell}.yaml"), today=TODAY)
    assert codes(result) == ["review-decides"]
    write_commented(result, tmp_path / "b.docx")
    copy = (tmp_path / "b.docx").read_bytes()
    assert [one.text for one in read_docx(copy, "b")] == [one.text for one in read_docx(made.getvalue(), "a")]
    comments = [one.text for one in docx.Document(BytesIO(copy)).comments]
    placed = [one for one in result.found if one.line >= 0]
    assert len(comments) == 1 + len(placed)
    assert all(str(one.finding.message) in comments[0] for one in result.found if one.line < 0)
    assert any("[review-decides]" in one for one in comments)
    write_commented(result, tmp_path / "c.docx")
    assert (tmp_path / "c.docx").read_bytes() == copy


def test_the_text_names_place_words_and_remedy() -> None:
    use("en")
    text = review_text(shown_review(reviewed(paper("Điều 1. Một", "1. Chi bộ quyết định kết nạp đảng viên.",
                                                   "2. Chi bộ họp."))))
    assert "khoản 1 Điều 1 (paragraph 13): error [review-decides]" in text
    assert "“Chi bộ quyết định kết nạp”" in text
    assert "[missing]" in text


def test_the_document_itself_is_never_written_over(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(paper())
    with pytest.raises(WrongUsage):
        check_target(source, source)
    with pytest.raises(WrongUsage):
        check_target(tmp_path / "a.pdf", source)


BAD = {
    "a PDF": b"%PDF-1.7\n...",
    "half a zip": paper()[:4000],
    "words": "Quy chế".encode(),
    "nothing": b"",
    "no words": with_body("<w:p/>"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_reviewed_is_refused_with_a_remedy(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(BAD[name])
    with pytest.raises(NotPossible) as refusal:
        review(WORKSPACE, path, today=TODAY)
    assert str(refusal.value.message)
    assert refusal.value.remedy is not None
    assert str(refusal.value.remedy)


def test_a_missing_cell_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(NotPossible):
        review(WORKSPACE, tmp_path / "none.docx", today=TODAY)
    (tmp_path / "a.docx").write_bytes(paper())
    (tmp_path / "a.yaml").write_text("framework: hoi-quan-chung\nfull_members: bảy\n", encoding="utf-8")
    with pytest.raises(FaultsFound):
        review(WORKSPACE, tmp_path / "a.docx", cell=str(tmp_path / "a.yaml"), today=TODAY)


def test_macros_changes_and_comments_are_said_and_the_copy_keeps_them(tmp_path: Path) -> None:
    use("en")
    change = '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>Thêm.</w:t></w:r></w:ins></w:p>'
    body = repacked({"word/vbaProject.bin": b"macro"}, with_body(line("QUY CHẾ") + change))
    (tmp_path / "a.docx").write_bytes(body)
    result = review(WORKSPACE, tmp_path / "a.docx", today=TODAY)
    told = " ".join(str(remark) for remark in result.remarks)
    assert "macros" in told and "tracked change" in told
    write_commented(result, tmp_path / "b.docx")
    with zipfile.ZipFile(tmp_path / "b.docx") as made:
        assert made.read("word/vbaProject.bin") == b"macro"
        assert b"<w:ins " in made.read("word/document.xml")


def test_provenance_that_lies_is_said() -> None:
    hidden = (b'<provenance xmlns="urn:docgen:provenance:1" format="1"><template work="hoi-quan-chung" '
              b'kind="working-rules"/><file name="clauses.md" sha256="ff"/>'
              b'<edition id="999-qd-tw-2030"/><edition id="162-qd-tw-2024" sha256="00"/>'
              b'<clause id="x" kind="adapted" basis="162-qd-tw-2024:dieu-99"/></provenance>')
    result = reviewed(repacked({"customXml/item9.xml": hidden}, paper()))
    found = [one.finding for one in result.found if one.finding.code == "review-made-from"]
    assert [one.severity for one in found] == ["warning", "warning", "note", "note"]


@pytest.mark.full
def test_five_hundred_pages_in_seconds() -> None:
    body = [text for number in range(1, 900) for text in (
        f"Điều {number}. Việc thứ {number}", *(f"{one}. Chi bộ họp, bàn và ra nghị quyết về việc này." * 6
                                               for one in range(1, 5)))]
    assert codes(reviewed(paper(*body))) == []


@pytest.mark.full
def test_nothing_is_wrong_with_any_good_document() -> None:
    from benchmarks.bench_review import foreign, shipped
    from docgen.draft.kinds import SET
    from tests.check.document.desk import desk

    for good in (*shipped(WORKSPACE, SET, history=True), *foreign(WORKSPACE)):
        result = desk().review(good.content, good.name, cell=good.cell, today=TODAY)
        assert codes(result, least="warning") == [], good.name


@pytest.mark.full
def test_every_way_of_damage_is_found_where_it_was_done() -> None:
    from benchmarks.bench_review import Score, judge, shipped
    from tests.check.document.damage.ways import WAYS
    from tests.check.document.desk import desk

    good = next(one for one in shipped(WORKSPACE) if one.name == "chi-bo-co-chi-uy.quy-che-lam-viec")
    total = Score()
    for number, way in enumerate(WAYS):
        total.add(judge(desk(), good, number, [way], held=False))
    assert total.missed == [] and total.wrong == []
    assert sum(total.put.values()) > 45
