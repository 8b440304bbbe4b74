"""docgen diff: every way to name a text, every form, bad input, reviewed correspondences, stale citations, git."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from docgen.api.citing import citing
from docgen.api.citing import rendered as citing_rendered
from docgen.api.diff import FORMATS, Signature, against, diff, form_of, rendered, rendered_three
from docgen.api.review import Review, save
from docgen.api.whole_texts import patience
from docgen.cli.main import run
from docgen.compare.following import Whereabouts
from docgen.errors import DocgenError, NotPossible, WrongUsage
from docgen.model.finding import FaultsFound
from docgen.versions.correspondences import Correspondences, ReviewedPair, read_correspondences, write_correspondences
from docgen.versions.workspace import Workspace
from docgen.word.paper import open_paper
from docgen.word.reading import read_docx
from docgen.word.revisions import Hand, RevisedParagraph, RevisedWords, RevisionWriter
from docgen.word.settling import settled
from tests.cli.programs import ROOT, environment

OLD, NEW = "171-qd-tw-2008", "162-qd-tw-2024"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    for name in ("regulations", "versions", "templates", "cells"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.rmtree(tmp_path / "versions" / "hoi-quan-chung", ignore_errors=True)
    monkeypatch.chdir(tmp_path)
    return Workspace(tmp_path)


def put(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


RULES = ("QUY CHẾ\nlàm việc\n\nĐiều 1. Họp\n1. Chi bộ họp mỗi tháng một lần.\n2. Bí thư chủ trì.\n\n"
         "Điều 2. Hồ sơ\nDo phó bí thư giữ.\n")


def test_every_form_of_two_editions(office: Workspace) -> None:
    result = diff(office, "171", "162")
    assert json.loads(rendered(result, "json"))["old"] == {"edition": OLD, "completeness": "partial"}
    assert rendered(result, "text").decode().startswith(f"{OLD} → {NEW}: ")
    assert rendered(result, "md").startswith(b"# ")
    assert rendered(result, "html").startswith(b"<!DOCTYPE html>")
    assert "BẢNG SO SÁNH" in [line.text for line in read_docx(rendered(result, "table-docx"), "x")]
    content = rendered(result, "redline-docx", signature=Signature(author="Tổ soạn thảo"))
    assert content[:2] == b"PK"
    assert any("người lao động trong cơ quan." in line for line in settled(content, "x", "accept"))
    assert not any("Điều 12." in line for line in settled(content, "x", "reject"))


def test_same_bytes_twice(office: Workspace) -> None:
    for form in FORMATS:
        assert rendered(diff(office, "171", "162"), form) == rendered(diff(office, "171", "162"), form), form


def test_files_of_all_three_kinds(office: Workspace) -> None:
    put("a.md", RULES)
    put("b.txt", RULES.replace("mỗi tháng một lần", "mỗi quý một lần"))
    content = rendered(diff(office, "a.md", "b.txt"), "redline-docx")
    Path("c.docx").write_bytes(content)
    assert "[- tháng-]{+ quý+} một lần" in rendered(diff(office, "a.md", "b.txt"), "text").decode()
    redone = diff(office, "b.txt", "c.docx")
    assert any("c.docx" in str(remark) for remark in redone.remarks)
    assert redone.view.changed == ()


def test_an_edition_at_a_commit(office: Workspace) -> None:
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "một")
    path = Path("regulations/hoi-quan-chung/162-qd-tw-2024.md")
    path.write_text(path.read_text(encoding="utf-8").replace("kịp thời lãnh đạo", "kịp thời chỉ đạo"), encoding="utf-8")
    result = diff(office, "162@HEAD", "162")
    changed = [row for row in result.view.changed if row.row.level.value == "clause"]
    assert [row.row.new for row in changed] == [("dieu-7.khoan-3",)]
    assert json.loads(rendered(result, "json"))["old"]["edition"] == f"{NEW}@HEAD"


def git(*arguments: str) -> str:
    names = ("-c", "user.name=Nguyễn Thử", "-c", "user.email=thu@example.org")
    done = subprocess.run(["git", *names, *arguments], capture_output=True, check=True,
                          env=dict(environment(DOCGEN_LANG="en")))
    return done.stdout.decode()


class TestBadInput:
    def test_empty_binary_missing_folder(self, office: Workspace) -> None:
        Path("rong.txt").write_bytes(b"  \n")
        Path("anh.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
        Path("hong.docx").write_bytes(b"khong phai Word")
        for name in ("rong.txt", "anh.txt", "hong.docx", "khong-co.md", "regulations", "999", "98-qd-tw-2004"):
            with pytest.raises(DocgenError) as refusal:
                diff(office, name, "162")
            assert str(refusal.value).strip()

    def test_one_provision_is_no_text(self, office: Workspace) -> None:
        with pytest.raises(WrongUsage, match="dieu-2"):
            diff(office, "171:dieu-2", "162")

    def test_the_same_text_twice(self, office: Workspace) -> None:
        result = diff(office, "162", "162")
        assert "Hai văn bản là một." in map(str, result.remarks)
        assert "không có khác biệt" in rendered(result, "text").decode()
        assert settled(rendered(result, "redline-docx"), "x", "accept") == settled(
            rendered(result, "redline-docx"), "x", "reject")

    def test_files_of_one_name_are_told_apart(self, office: Workspace) -> None:
        Path("truoc").mkdir()
        put("truoc/a.txt", RULES)
        put("a.txt", RULES.replace("mỗi tháng", "mỗi quý"))
        assert rendered(diff(office, "truoc/a.txt", "a.txt"), "text").startswith(b"truoc/a.txt \xe2\x86\x92 a.txt: ")
        both = [str(Path(name).absolute()) for name in ("truoc/a.txt", "a.txt")]
        assert rendered(diff(office, *both), "text").decode().startswith("a.txt (cũ) → a.txt (mới): ")

    def test_a_result_never_takes_the_place_of_a_text(self, office: Workspace) -> None:
        put("a.txt", RULES)
        put("b.txt", RULES.replace("mỗi tháng", "mỗi quý"))
        held = Path("regulations/hoi-quan-chung/162-qd-tw-2024.md")
        before = held.read_bytes()
        assert run(["diff", "a.txt", "b.txt", "-o", "b.txt"]) == 2
        assert run(["diff", "a.txt", "b.txt", "--against", "162", "-o", str(held)]) == 2
        assert run(["diff", "171", "162", "-o", str(held)]) == 2
        assert held.read_bytes() == before and Path("b.txt").read_text(encoding="utf-8").startswith("QUY CHẾ")
        assert run(["diff", "a.txt", "b.txt", "-o", "c.txt"]) == run(["diff", "a.txt", "b.txt", "-o", "c.txt"]) == 0

    def test_a_folder_in_the_place_of_the_result(self, office: Workspace) -> None:
        Path("ra.html").mkdir()
        assert run(["diff", "171", "162", "-o", "ra.html"]) == 1
        assert list(Path().glob(".ra*")) == []

    def test_very_long_files_are_announced(self, office: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
        put("a.txt", RULES)
        assert patience("a.txt", "162", "khoản 2 Điều 9 " * 99, "") is None
        monkeypatch.setattr("docgen.api.whole_texts._LONG", 100)
        assert "MB" in str(patience("a.txt", "a.txt"))

    def test_no_structure_is_said(self, office: Workspace) -> None:
        put("a.txt", "Một đoạn văn bình thường.\n\nĐoạn thứ hai nói chuyện khác hẳn.\n")
        put("b.txt", "Một đoạn văn bình thường.\n\nĐoạn thứ hai nói chuyện khác nhiều.\n")
        text = rendered(diff(office, "a.txt", "b.txt"), "text").decode()
        assert "so theo từng đoạn" in " ".join(text.split())
        assert "[- hẳn-]{+ nhiều+}" in text

    def test_two_articles_of_one_number(self, office: Workspace) -> None:
        both = ("QUYẾT ĐỊNH\nban hành Quy chế\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế.\n\n"
                "Điều 1. Phạm vi\nÁp dụng cho chi bộ.\n")
        put("a.txt", both)
        put("b.txt", both.replace("Áp dụng cho chi bộ", "Áp dụng cho đảng bộ"))
        result = diff(office, "a.txt", "b.txt")
        assert any("trùng số" in str(remark) or "kèm theo" in str(remark) for remark in result.remarks)
        rendered(result, "redline-docx")

    def test_three_against_three_hundred(self, office: Workspace) -> None:
        put("it.txt", "".join(f"Điều {n}. Việc {n}\nNội dung việc số {n}.\n\n" for n in range(1, 4)))
        put("nhieu.txt", "".join(f"Điều {n}. Việc {n}\nNội dung việc số {n}.\n\n" for n in range(1, 301)))
        result = diff(office, "it.txt", "nhieu.txt")
        assert any("it.txt" in str(remark) and "300" in str(remark) for remark in result.remarks)
        assert result.view.comparison.counts()["article"]["added"] >= 290

    def test_tracked_changes_are_read_as_accepted_and_refused_for_a_redline(self, office: Workspace) -> None:
        hand = Hand(author="x", made_at=datetime(2026, 1, 1), aside="y")
        paper = open_paper((ROOT / "templates/shared/regulation.docx").read_bytes(), "x")
        words = (RevisedWords("Chi bộ họp hằng "), RevisedWords("tuần", "removed"), RevisedWords("tháng", "added"))
        body = RevisionWriter(hand).paragraphs([RevisedParagraph("DGKhoan", words), RevisedParagraph("DGCuoi", ())])
        Path("sua.docx").write_bytes(paper.written(body, title="x"))
        put("moi.txt", "Chi bộ họp hằng tháng.\n")
        result = diff(office, "sua.docx", "moi.txt")
        assert any("sua.docx" in str(remark) for remark in result.remarks)
        assert "tuần" not in rendered(result, "text").decode()
        with pytest.raises(NotPossible, match=r"sua\.docx"):
            rendered(result, "redline-docx")


class TestForms:
    def test_the_ending_of_the_file_tells_the_form(self) -> None:
        assert [form_of("", Path(name)) for name in ("a.html", "a.md", "a.json", "a.docx", "a.txt")] == [
            "html", "md", "json", "table-docx", "text"]
        assert form_of("redline-docx", Path("a.docx")) == "redline-docx"
        assert form_of("", None) == "text"

    @pytest.mark.parametrize(("wanted", "output"), [
        ("pdf", None), ("", "a.pdf"), ("table-docx", None), ("redline-docx", "a.html")])
    def test_what_cannot_be_meant(self, wanted: str, output: str | None) -> None:
        with pytest.raises(WrongUsage):
            form_of(wanted, Path(output) if output else None)

    def test_three_texts_in_every_form_but_a_redline(self, office: Workspace) -> None:
        put("mau.txt", RULES.replace("mỗi tháng một lần", "mỗi tháng ít nhất một lần"))
        put("cu.txt", RULES)
        put("moi.txt", RULES.replace("phó bí thư giữ", "bí thư giữ"))
        result = diff(office, "cu.txt", "moi.txt")
        three = against(result, "mau.txt")
        assert "ít nhất" in rendered_three(result, three, "text").decode()
        assert json.loads(rendered_three(result, three, "json"))["against"]["counts"]["clause"]["reworded"] == 1
        for form in ("html", "md", "table-docx"):
            assert rendered_three(result, three, form)
        with pytest.raises(WrongUsage):
            rendered_three(result, three, "redline-docx")


class TestCiting:
    def test_references_are_found_and_followed(self, office: Workspace) -> None:
        put("quy-che.md", "QUY CHẾ\nlàm việc\n\nĐiều 1. Căn cứ\n"
                          "1. Theo khoản 1 Điều 2 Quy định số 171-QĐ/TW, chi bộ lãnh đạo.\n"
                          "2. Theo Điều 9 Quy định 171-QĐ/TW và Điều 3 Quy định 99-QĐ/TW.\n"
                          "3. Theo Điều 1 Quy chế này.\n")
        report = citing(diff(office, "171", "162"), Path("quy-che.md"))
        assert [(one.place, one.old, one.new, one.kinds) for one in report.citations] == [
            ("dieu-1.khoan-1", "dieu-2.khoan-1", ("dieu-2.khoan-1",), ("reworded",)),
            ("dieu-1.khoan-2", "dieu-9", (), ("unknown",))]
        assert report.citations[0].line == 5

    def test_word_files_and_a_folder(self, office: Workspace) -> None:
        Path("van-ban").mkdir()
        paper = open_paper((ROOT / "templates/shared/regulation.docx").read_bytes(), "x")
        hand = Hand(author="x", made_at=datetime(2026, 1, 1), aside="y")
        words = (RevisedWords("1. Thực hiện Điều 1 Quy định số 171-QĐ/TW, ngày 27/6/2008."),)
        Path("van-ban/a.docx").write_bytes(paper.written(RevisionWriter(hand).paragraphs(
            [RevisedParagraph("DGKhoan", words)]), title="x"))
        Path("van-ban/hong.docx").write_bytes(b"x")
        put("van-ban/khac.txt", "1. Theo Điều 1 Quy định số 171-QĐ/TW, ngày 1/1/1999.\n")
        result = diff(office, "171", "162")
        report = citing(result, Path("van-ban"))
        assert [(Path(one.file).name, one.new) for one in report.citations] == [("a.docx", ("dieu-1",))]
        assert len(report.remarks) == 1 and report.files == 3
        text = citing_rendered(result, report, "text").decode()
        assert "nay là Điều 1 Quy định số 162-QĐ/TW" in text
        assert json.loads(citing_rendered(result, report, "json"))["citing"][0]["new"] == ["dieu-1"]
        assert "\n|---|---|---|---|\n" in citing_rendered(result, report, "md").decode()
        with pytest.raises(WrongUsage):
            citing_rendered(result, report, "html")

    def test_an_address_the_old_text_does_not_hold_is_not_known(self, office: Workspace) -> None:
        comparison = diff(office, "171", "162").view.comparison
        assert Whereabouts(comparison).follow("dieu-7") == ((), ("unknown",))
        assert Whereabouts(comparison).follow("") == ((), ())

    def test_a_citation_of_what_never_was_is_no_gap(self, office: Workspace) -> None:
        put("cu.txt", "Số 05-QĐ/CB\n\n" + RULES)
        put("khac.txt", "1. Theo Điều 2 và Điều 9 Quy định số 05-QĐ/CB.\n")
        put("moi.txt", RULES.replace("Điều 1. Họp", "Điều 1. Họp chi bộ"))
        report = citing(diff(office, "cu.txt", "moi.txt"), Path("khac.txt"))
        assert [(one.old, one.new, one.kinds) for one in report.citations] == [
            ("dieu-2", ("dieu-2",), ("unchanged",)), ("dieu-9", (), ())]
        assert "không có Điều 9" in str(report.citations[1].sentence("moi.txt"))

    def test_every_provision_of_a_list_is_followed(self, office: Workspace) -> None:
        put("quy-che.md", "1. Theo các Điều 1, 2 và khoản 1, khoản 2 Điều 2 Quy định số 171-QĐ/TW.\n")
        report = citing(diff(office, "171", "162"), Path("quy-che.md"))
        assert {one.new for one in report.citations} >= {("dieu-2.khoan-1",), ("dieu-2.khoan-2",)}

    def test_a_text_without_a_number_cannot_be_cited(self, office: Workspace) -> None:
        put("a.txt", RULES)
        with pytest.raises(NotPossible):
            citing(diff(office, "a.txt", "162"), Path("regulations"))


class TestReview:
    def test_answers_are_kept_and_forced_next_time(self, office: Workspace) -> None:
        review = Review.of(diff(office, "171", "162"), "Trần Thử")
        for question in review.questions():
            row = question.row.row
            if row.old == ("can-cu-2",):
                assert review.take(question, "n") is None
            elif row.old == ("dieu-1",):
                assert review.take(question, "# Thống nhất với Nghị quyết 21") is not None
                assert review.take(question, "") is None
            elif row.old == ("dieu-2.khoan-2",):
                assert review.take(question, "= dieu-99") is not None
                assert review.take(question, "= dieu-2.khoan-3") is None
            else:
                assert review.take(question, "s") is None
        path = save(review)
        assert path == office.root / "versions/hoi-quan-chung/171-qd-tw-2008--162-qd-tw-2024.yaml"
        again = diff(office, "171", "162")
        rows = {row.row.old: row.row for row in again.view.single_rows if row.row.old}
        assert rows["dieu-1",].confirmed
        assert rows["dieu-2.khoan-2",].new == ("dieu-2.khoan-3",)
        assert rows["can-cu-2",].new == ()
        assert any("Trần Thử" in str(remark) for remark in again.remarks)
        assert "Thống nhất với Nghị quyết 21" in rendered(again, "md").decode()
        left = {question.row.row.old for question in Review.of(again, "Trần Thử").questions()}
        assert ("dieu-1",) not in left and ("dieu-2.khoan-1",) in left

    def test_what_somebody_else_confirmed_is_asked_again_and_keeps_its_reason(self, office: Workspace) -> None:
        first = Review.of(diff(office, "171", "162"), "Trần Thử")
        for question in first.questions():
            if question.row.row.old == ("dieu-1",):
                first.take(question, "# Theo Nghị quyết 21")
                first.take(question, "")
        save(first)
        second = Review.of(diff(office, "171", "162"), "Lê Thử")
        asked = next(question for question in second.questions() if question.row.row.old == ("dieu-1",))
        assert "Trần Thử" in asked.shown and "# Theo Nghị quyết 21" in asked.shown
        assert second.take(asked, "") is None
        assert second.correspondences().pairs == (ReviewedPair(
            old="dieu-1", new="dieu-1", confirmed_by="Lê Thử", reason="Theo Nghị quyết 21"),)

    def test_nothing_said_leaves_the_file_as_it_is(self, office: Workspace) -> None:
        assert save(Review.of(diff(office, "171", "162"), "Trần Thử")) is None
        assert not (office.root / "versions/hoi-quan-chung/171-qd-tw-2008--162-qd-tw-2024.yaml").exists()

    def test_pairs_are_kept_in_the_order_of_the_rows(self, office: Workspace) -> None:
        review = Review.of(diff(office, "171", "162"), "Trần Thử")
        for question in review.questions():
            review.take(question, "")
        kept = [(pair.old, pair.new) for pair in review.correspondences().pairs]
        assert kept[:3] == [("can-cu-1", "can-cu-1"), ("", "can-cu-2"), ("can-cu-2", "can-cu-3")]

    def test_answers_outlive_an_interruption(self, office: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
        answers = iter(["", "stop"])

        def answered(words: object) -> str:
            answer = next(answers)
            if answer:
                raise KeyboardInterrupt
            return answer

        monkeypatch.setattr("docgen.cli.diff._asked", answered)
        assert run(["diff", "171", "162", "--review", "--author", "Trần Thử"]) == 130
        kept = office.root / "versions/hoi-quan-chung/171-qd-tw-2008--162-qd-tw-2024.yaml"
        assert kept.read_text(encoding="utf-8").count("Trần Thử") == 1

    def test_stopping_keeps_what_was_said(self, office: Workspace) -> None:
        review = Review.of(diff(office, "171", "162"), "Trần Thử")
        for number, question in enumerate(review.questions()):
            assert review.take(question, "" if number < 2 else "q") is None
            if review.stopped:
                break
        assert len(review.correspondences().pairs) >= 2
        second = Review.of(diff(office, "171", "162"), "Lê Thử")
        save(review)
        assert len(second.correspondences().pairs) == 0

    def test_only_editions_of_one_work_in_a_workspace_of_ones_own(self, office: Workspace) -> None:
        put("a.txt", RULES)
        with pytest.raises(WrongUsage):
            Review.of(diff(office, "a.txt", "162"), "x")
        with pytest.raises(WrongUsage):
            Review.of(diff(office, "30", "162"), "x")
        with pytest.raises(WrongUsage):
            Review.of(diff(office, "171", "162"), "  ")
        shipped = Workspace(office.root, shipped=True)
        with pytest.raises(NotPossible):
            Review.of(diff(shipped, "171", "162"), "x")

    def test_the_file_is_read_as_it_was_written(self) -> None:
        pairs = (ReviewedPair(old="dieu-1", new="dieu-2", confirmed_by='H\'Nghĩa "N" Niê', reason="a: b # c"),
                 ReviewedPair(new="dieu-3", confirmed_by="x"), ReviewedPair(old="dieu-9"))
        made = Correspondences(old=OLD, new=NEW, pairs=pairs, note="Lập bằng cách đọc.")
        assert read_correspondences(write_correspondences(made), "x.yaml", OLD, NEW) == made

    @pytest.mark.parametrize("text", [
        "", "pairs: []\n", f"old: {OLD}\nnew: 1-qd-tw-2000\npairs: []\n",
        f"old: {OLD}\nnew: {NEW}\npairs:\n  - reason: x\n", f"old: {OLD}\nnew: {NEW}\npairs:\n  - dieu-1\n",
        f"old: {OLD}\nnew: {NEW}\npairs:\n  - {{old: dieu-1, nu: dieu-1}}\n",
        f"old: {OLD}\nnew: {NEW}\npairs:\n  - old: dieu-1\n  - old: dieu-1\n"])
    def test_a_broken_file_is_said_with_its_place(self, text: str) -> None:
        with pytest.raises(FaultsFound) as faults:
            read_correspondences(text, "x.yaml", OLD, NEW)
        assert all(finding.file == "x.yaml" and finding.line for finding in faults.value.findings)

    def test_on_the_command_line(self, office: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
        import io

        monkeypatch.setattr(sys, "stdin", io.StringIO("\n\nq\n"))
        assert run(["diff", "171", "162", "--review", "--author", "Trần Thử"]) == 0
        text = Path("versions/hoi-quan-chung/171-qd-tw-2008--162-qd-tw-2024.yaml").read_text(encoding="utf-8")
        assert text.count('confirmed_by: "Trần Thử"') >= 2


class TestCommandLine:
    def test_json_and_format_json_are_one(self, office: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["diff", "171", "162", "--json"]) == 0
        one = capsys.readouterr()
        assert run(["diff", "171", "162", "--format", "json"]) == 0
        assert one.out == capsys.readouterr().out
        assert json.loads(one.out)["format"] == 1

    @pytest.mark.parametrize(("arguments", "code"), [
        (["171", "162", "--format", "pdf"], 2), (["171", "162", "--format", "table-docx"], 2),
        (["171", "khong-co.md"], 1),
        (["171"], 2), (["171", "162", "--citing", ".", "--review"], 2), (["171", "162", "--json", "--format", "md"], 2),
        (["171", "162", "--date", "32/1/2026"], 2)])
    def test_what_is_wrong_is_said(self, office: Workspace, capsys: pytest.CaptureFixture[str], arguments: list[str],
                                   code: int) -> None:
        assert run(["diff", *arguments]) == code
        captured = capsys.readouterr()
        assert captured.out == "" and "Traceback" not in captured.err and captured.err.strip()

    def test_a_file_that_cannot_be_written_leaves_nothing(self, office: Workspace) -> None:
        Path("la-tep").write_text("x", encoding="utf-8")
        assert run(["diff", "171", "162", "-o", "la-tep/so-sanh.html"]) == 1
        assert not list(Path().glob("*.tmp"))


class TestGit:
    @pytest.mark.full
    def test_git_diff_shows_regulations_and_word_files_through_docgen(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert run(["init", "cua-toi"]) == 0
        monkeypatch.chdir(tmp_path / "cua-toi")
        text = Path("regulations/hoi-quan-chung/162-qd-tw-2024.md")
        words = text.read_text(encoding="utf-8").replace("kịp thời lãnh đạo", "kịp thời chỉ đạo")
        text.write_text(words, encoding="utf-8")
        shown = git("--no-pager", "diff")
        assert shown.startswith("=== regulations/hoi-quan-chung/162-qd-tw-2024.md\n")
        assert "\n1. Khoản 3 Điều 7  (reworded)\n" in shown and "{+" in shown
        assert "@@" not in shown
        git("commit", "-q", "-a", "-m", "sửa")
        assert run(["show", "162", "-o", "mot.docx"]) == 0
        git("add", "-A")
        git("commit", "-q", "-m", "một")
        assert run(["show", "30", "-o", "mot.docx"]) == 0
        shown = git("--no-pager", "diff")
        assert shown.startswith("=== mot.docx\n") and "Binary" not in shown
        logged = git("--no-pager", "log", "-p", "-1", "--", "mot.docx")
        assert "+Điều 12. Hiệu lực thi hành" in logged
        Path("moi.docx").write_bytes(Path("mot.docx").read_bytes())
        git("add", "moi.docx")
        assert "moi.docx: new file." in git("--no-pager", "diff", "--cached")
        Path("mot.docx").write_bytes(b"hong")
        assert "mot.docx:" in git("--no-pager", "diff", "--", "mot.docx")
