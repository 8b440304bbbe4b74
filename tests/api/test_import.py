"""Bringing texts in: what is written, what stands against it, what is only said."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from docgen.api.importing.plan import OtherText
from docgen.errors import NotPossible, WrongUsage
from docgen.model.finding import FaultsFound
from docgen.publish.import_report import ImportReport
from docgen.publish.markdown import write
from docgen.reader.read import read
from docgen.versions.register import BY_RULE
from docgen.versions.register_writer import without_lines
from docgen.versions.workspace import Workspace
from tests.api.desk import PERSON, ROOT, RULE, SEEDS, Desk, desk


@pytest.fixture
def at(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def codes(report: ImportReport, severity: str = "") -> list[str]:
    return [one.code for one in report.findings if not severity or one.severity == severity]


# --- a new text ------------------------------------------------------------------------------------------------


def test_a_new_text_of_a_new_work(at: Desk) -> None:
    report = at.bring(RULE)
    assert (report.action, report.edition, report.share, report.missing) == ("new", "7-qd-tw-2019", "1.0", ())
    assert [path for path, _ in report.written] == ["regulations/viec-thu/7-qd-tw-2019.md", "versions/viec-thu.yaml"]
    text = (at.root / "regulations/viec-thu/7-qd-tw-2019.md").read_text(encoding="utf-8")
    assert write(read(text).regulation) == text
    edition = at.edition("7-qd-tw-2019")
    assert (edition.number, edition.kind, edition.title, edition.issuer) == (
        "7-QĐ/TW", "Quy định", "về một việc bịa ra để kiểm thử", "Ban Bí thư")
    assert (edition.issued_on.to_json(), edition.in_force_from.to_json()) == ("2019-04-03", "2019-04-03")
    assert (edition.completeness, edition.publish) == ("full", True)
    assert at.errors() == []


def test_one_commit_with_trailers_and_a_tag(at: Desk) -> None:
    (at.root / "khác.txt").write_text("của người khác", encoding="utf-8")
    at.git("add", "-A")
    source = at.file(RULE, "bản chép: 7.txt")
    report = at.bring(source)
    assert at.git("log", "-1", "--format=%an") == f"{PERSON}\n"
    assert "7-qd-tw-2019" in at.git("log", "-1", "--format=%s")
    assert at.git("log", "-1", "--format=%(trailers:only,unfold)").splitlines()[:4] == [
        "Number: 7-QĐ/TW", "Issued-On: 2019-04-03", "Source: bản chép: 7.txt",
        f"Source-SHA256: {at.edition('7-qd-tw-2019').sources[0].sha256}"]
    assert at.git("-c", "core.quotePath=false", "show", "--format=", "--name-only").split() == [
        "regulations/viec-thu/7-qd-tw-2019.md", "versions/viec-thu.yaml"]
    assert at.git("rev-parse", "7-qd-tw-2019").strip() == report.commit
    assert at.git("status", "--porcelain").split("\n")[0].startswith("A "), "what was staged is still staged"
    zone = at.git("log", "-1", "--format=%ad", "--date=format:%z").strip()
    assert zone[0] in "+-"


def test_a_tag_that_is_taken_is_said(at: Desk) -> None:
    at.git("tag", "7-qd-tw-2019")
    report = at.bring(RULE)
    assert report.tag == ""
    assert any("7-qd-tw-2019" in str(remark) for remark in report.remarks)
    assert at.git("rev-parse", "7-qd-tw-2019") != at.git("rev-parse", "HEAD")


def test_the_same_file_twice_changes_nothing(at: Desk) -> None:
    source = at.file(RULE)
    at.bring(source)
    state = at.state()
    again = at.bring(source)
    assert (again.action, again.written, again.commit) == ("unchanged", (), "")
    assert at.state() == state
    other = at.bring(at.file(RULE.replace("\n", "\r\n"), "cùng lời.txt"))
    assert other.action == "unchanged", "other bytes, the same words"
    assert at.state() == state


@pytest.mark.parametrize("name", ["162-qd-tw-2024", "30-hd-btctw-2014", "202-qd-tw-2019"])
def test_the_source_of_a_shipped_text_changes_nothing(at: Desk, name: str) -> None:
    """Their corrections are on record: made again in what is read, they give the held words."""
    for folder in ("regulations", "versions"):
        shutil.copytree(ROOT / folder, at.root / folder, dirs_exist_ok=True)
    at.git("add", "-A")
    at.git("commit", "-qm", "Đủ cả", "--allow-empty")
    edition = at.edition(name)
    state = at.state()
    report = at.bring(SEEDS / f"{name}.txt", edition.number, edition.issued_on.to_json() or "", edition.work)
    assert report.action == "unchanged"
    assert at.state() == state


def test_a_dry_run_writes_nothing(at: Desk) -> None:
    state = at.state()
    report = at.bring(RULE, dry_run=True)
    assert (report.action, report.dry_run, report.commit) == ("new", True, "")
    assert "+  - id: 7-qd-tw-2019" in report.entry
    assert at.state() == state
    assert not (at.root / ".git" / "docgen").exists()


def test_an_edition_only_listed_gets_its_text(at: Desk) -> None:
    """98-QĐ/TW is known by number and date only; what the register says of it stays."""
    before = at.edition("98-qd-tw-2004")
    text = RULE.replace("7-QĐ/TW", "98-QĐ/TW").replace("03 tháng 4 năm 2019", "22 tháng 3 năm 2004")
    report = at.bring(text, "98-QĐ/TW", "22/3/2004", "co-quan")
    after = at.edition("98-qd-tw-2004")
    assert (report.action, after.completeness) == ("text", "full")
    assert (after.issued_on.source, without_lines(after.replaced_by), after.note) == (
        before.issued_on.source, without_lines(before.replaced_by), before.note)
    assert at.errors() == []


def test_what_the_text_replaces_is_answered_in_the_other_entry(at: Desk) -> None:
    at.bring(RULE)
    newer = RULE.replace("7-QĐ/TW", "9-QĐ/TW").replace("tháng 4 năm 2019", "tháng 4 năm 2021").replace(
        "Quy định này có hiệu lực", "Quy định này thay thế Quy định số 7-QĐ/TW, ngày 03/4/2019, có hiệu lực")
    at.bring(newer, "9-QĐ/TW", "2021-04-03")
    old, new = at.edition("7-qd-tw-2019"), at.edition("9-qd-tw-2021")
    assert [(one.edition, str(one.date)) for one in new.replaces] == [("7-qd-tw-2019", "2021-04-03")]
    assert [(one.edition, str(one.date)) for one in old.replaced_by] == [("9-qd-tw-2021", "2021-04-03")]
    assert old.in_force_until and old.in_force_until.to_json() == "2021-04-02"
    assert at.errors() == []


def test_an_old_text_found_late_is_answered_by_the_newer_one(at: Desk) -> None:
    newer = RULE.replace("7-QĐ/TW", "9-QĐ/TW").replace("tháng 4 năm 2019", "tháng 4 năm 2021").replace(
        "Quy định này có hiệu lực", "Quy định này thay thế Quy định số 7-QĐ/TW, ngày 03/4/2019, có hiệu lực")
    at.bring(newer, "9-QĐ/TW", "2021-04-03")
    at.bring(at.file(RULE, "7.txt"))
    old = at.edition("7-qd-tw-2019")
    assert [(one.edition, str(one.date), one.source) for one in old.replaced_by] == [
        ("9-qd-tw-2021", "2021-04-03", "Điều 2 Quy định số 9-QĐ/TW")]
    assert old.in_force_until and old.in_force_until.to_json() == "2021-04-02"
    assert [one.id for one in at.works("viec-thu")] == ["7-qd-tw-2019", "9-qd-tw-2021"]
    assert at.errors() == []


def test_a_replacement_in_another_work_is_answered_there_and_doubted(at: Desk) -> None:
    text = RULE.replace("Quy định này có hiệu lực",
                        "Quy định này thay thế Quy định số 208-QĐ/TW, ngày 26/7/2026, có hiệu lực").replace(
        "03 tháng 4 năm 2019", "03 tháng 10 năm 2026")
    report = at.bring(text, issued="3/10/2026")
    assert "import-work-differs" in codes(report, "warning")
    assert [path for path, _ in report.written][1:] == ["versions/viec-thu.yaml", "versions/thi-hanh-dieu-le.yaml"]
    assert at.git("show", "--format=", "--name-only").count("\n") == 3


def test_not_for_publication_is_kept_and_shown(at: Desk) -> None:
    source = at.file(RULE)
    at.bring(source, publish=False)
    assert not at.edition("7-qd-tw-2019").publish
    other = RULE.replace("7-QĐ/TW", "8-QĐ/TW")
    at.bring(at.file(other, "8.txt"), "8-QĐ/TW")
    marked = at.bring(at.file(other, "8.txt"), "8-QĐ/TW", publish=False)
    assert (marked.action, [path for path, _ in marked.written]) == ("marked", ["versions/viec-thu.yaml"])
    assert not at.edition("8-qd-tw-2019").publish
    assert at.bring(source).action == "unchanged"
    assert not at.edition("7-qd-tw-2019").publish, "nobody publishes by leaving the word out"


def test_damage_is_repaired_and_every_repair_on_record(at: Desk) -> None:
    damaged = RULE.replace("Việc thứ nhất của cấp uỷ", "Tăng cường công tác kiếm tra, giám sát của cấp ưỷ")
    report = at.bring(damaged, repair=True)
    rows = at.edition("7-qd-tw-2019").corrections
    assert len(report.repairs) == len(rows) >= 1
    assert {row.by for row in rows} == {BY_RULE}
    assert "cấp uỷ" in at.text("7-qd-tw-2019").text
    assert at.errors() == []


def test_repairs_asked_for_later_are_told_of_and_taken_with_a_reason(at: Desk) -> None:
    damaged = at.file(RULE.replace("Việc thứ nhất của cấp uỷ", "Tăng cường công tác kiếm tra, giám sát của cấp ưỷ"))
    at.bring(damaged)
    report = at.bring(damaged, repair=True)
    assert report.action == "unchanged"
    assert any("--correct" in str(one) for one in report.remarks)
    assert at.bring(damaged, repair=True, correct="sửa chỗ quét hỏng").action == "corrected"
    rows = at.edition("7-qd-tw-2019").corrections
    assert {row.by for row in rows} == {BY_RULE}, "the program answers for what it repaired"
    assert len({(row.was, row.now) for row in rows}) == len(rows)
    assert at.errors() == []


def test_a_text_kept_in_another_file_stays_in_it(at: Desk) -> None:
    at.bring(RULE)
    at.git("mv", "regulations/viec-thu/7-qd-tw-2019.md", "regulations/viec-thu/bay.md")
    register = at.root / "versions/viec-thu.yaml"
    register.write_text(register.read_text(encoding="utf-8").replace("viec-thu/7-qd-tw-2019.md", "viec-thu/bay.md"),
                        encoding="utf-8")
    at.git("commit", "-qam", "Dời")
    at.bring(at.file(RULE.replace("Việc thứ hai", "Việc thứ ba"), "khác.txt"), correct="chép sót")
    assert [path.name for path in (at.root / "regulations/viec-thu").iterdir()] == ["bay.md"]


# --- an edition that is held with other words ------------------------------------------------------------------


def test_other_words_are_shown_and_not_written(at: Desk) -> None:
    at.bring(RULE)
    state = at.state()
    other = RULE.replace("Việc thứ hai:", "Việc thứ ba:").replace("Lưu Văn phòng", "Lưu")
    with pytest.raises(OtherText) as refusal:
        at.bring(at.file(other, "bản khác.txt"))
    assert refusal.value.exit_code == 3
    assert [(one.place, *one.words) for one in refusal.value.differences] == [
        ("dieu-1.khoan-2", "2. Việc thứ hai:", "2. Việc thứ ba:"),
        ("noi-nhan-1", "- Lưu Văn phòng.", "- Lưu.")]
    assert at.state() == state


def test_a_reason_puts_them_in_place_and_on_record(at: Desk) -> None:
    at.bring(RULE)
    other = RULE.replace("Việc thứ hai:", "Việc thứ ba:").replace("b) Hai.", "b) Hai;\nc) Ba.").replace(
        "Lưu Văn phòng", "Lưu")
    source = at.file(other, "bản khác.txt")
    report = at.bring(source, correct="bản trước chép sót")
    assert report.action == "corrected"
    rows = at.edition("7-qd-tw-2019").corrections
    assert [(row.address or row.zone, row.was, row.now) for row in rows] == [
        ("dieu-1.khoan-2", "Việc thứ hai:", "Việc thứ ba:"),
        ("dieu-1.khoan-2.diem-b", "Hai.", "Hai;"), ("noi-nhan-1", "Lưu Văn phòng.", "Lưu."),
        ("dieu-1.khoan-2.diem-c", "", "Ba.")]
    assert {(row.by, row.why) for row in rows} == {(PERSON, "bản trước chép sót")}
    assert "bản trước chép sót" in at.git("log", "-1", "--format=%B")
    assert at.errors() == []
    state = at.state()
    assert at.bring(source, correct="bản trước chép sót").action == "unchanged"
    assert at.state() == state


def test_what_is_gone_is_on_record_too(at: Desk) -> None:
    at.bring(RULE)
    at.bring(at.file(RULE.replace("a) Một;\nb) Hai.\n", "").replace("Việc thứ hai:", "Việc thứ hai."), "ngắn.txt"),
             correct="bản trước thừa")
    rows = at.edition("7-qd-tw-2019").corrections
    assert [(row.zone, row.was, row.now) for row in rows if row.zone] == [
        ("body", "a) Một;", ""), ("body", "b) Hai.", "")]
    assert at.errors() == []


def test_spelling_alone_is_no_other_text(at: Desk) -> None:
    at.bring(RULE)
    state = at.state()
    report = at.bring(at.file(RULE.replace("uỷ", "ủy"), "bản chép.txt"))
    assert (report.action, codes(report)) == ("unchanged", [])
    assert at.state() == state


def test_a_text_changed_by_hand_is_not_overwritten(at: Desk) -> None:
    at.bring(RULE)
    path = at.root / "regulations/viec-thu/7-qd-tw-2019.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Hai.", "Hai!"), encoding="utf-8")
    assert at.refused(at.file(RULE, "nữa.txt")) == ["import-hash-differs"]


def test_a_text_that_was_deleted_comes_back(at: Desk) -> None:
    source = at.file(RULE)
    at.bring(source)
    path = at.root / "regulations/viec-thu/7-qd-tw-2019.md"
    before = path.read_bytes()
    path.unlink()
    assert at.bring(source).action == "text"
    assert path.read_bytes() == before
    assert at.git("status", "--porcelain") == ""


# --- what the text says of itself ------------------------------------------------------------------------------


@pytest.mark.parametrize(("given", "error"), [
    ({"number": "8-QĐ/TW"}, "import-number-differs"), ({"issued": "4/4/2019"}, "import-date-differs"),
    ({"issued": "3/4/2018"}, "import-date-differs"), ({"number": "Điều lệ Đảng"}, "import-number-differs")])
def test_number_and_day_that_differ_stop_it(at: Desk, given: dict[str, str], error: str) -> None:
    assert at.refused(RULE, **given) == [error]


def test_a_reason_corrects_the_letterhead(at: Desk) -> None:
    misread = RULE.replace("Số 7-QĐ/TW", "Số 1-QĐ/TVV").replace("ngày 03", "ngày 08")
    report = at.bring(misread, correct="bản quét nhận sai số và ngày")
    assert {"import-number-differs", "import-date-differs"} <= set(codes(report, "warning"))
    assert [(row.zone, row.was, row.now) for row in at.edition("7-qd-tw-2019").corrections] == [
        ("letterhead", "1-QĐ/TVV", "7-QĐ/TW"), ("letterhead", "ngày 08 tháng 4 năm 2019",
                                               "ngày 03 tháng 4 năm 2019")]
    assert at.errors() == []


def test_what_the_text_does_not_say_is_the_word_of_the_person(at: Desk) -> None:
    bare = RULE[RULE.index("QUY ĐỊNH\nvề"):]
    report = at.bring(bare)
    assert codes(report).count("import-not-stated") == 2
    assert at.edition("7-qd-tw-2019").issued_on.certainty == "C"


def test_a_printed_day_that_no_calendar_has_stops_until_somebody_vouches(at: Desk) -> None:
    misprinted = RULE.replace("03 tháng 4", "31 tháng 4")
    assert at.refused(misprinted) == ["import-date-impossible"]
    report = at.bring(misprinted, correct="bản quét nhận sai ngày")
    assert codes(report, "warning") == ["import-date-impossible"]
    rows = [(row.zone, row.was, row.now, row.why) for row in at.edition("7-qd-tw-2019").corrections]
    assert rows == [("letterhead", "ngày 31 tháng 4 năm 2019", "ngày 03 tháng 4 năm 2019", "bản quét nhận sai ngày")]
    assert at.errors() == []
    assert at.bring(misprinted, correct="bản quét nhận sai ngày").action == "unchanged"


def test_a_year_alone_is_made_a_day_by_the_text(at: Desk) -> None:
    at.bring(RULE, issued="2019")
    assert at.edition("7-qd-tw-2019").issued_on.to_json() == "2019-04-03"


def test_facts_of_the_register_that_differ_are_warnings_and_stay(at: Desk) -> None:
    text = RULE.replace("7-QĐ/TW", "138-QĐ/TW").replace("03 tháng 4 năm 2019", "01 tháng 12 năm 2023")
    with pytest.raises(FaultsFound) as refusal:
        at.bring(text, "138-QĐ/TW", "1/12/2023", "co-quan")
    assert {"import-title-differs", "import-text-differs"} >= {one.code for one in refusal.value.findings}


@pytest.mark.parametrize(("number", "issued", "said"), [
    ("162", "2024-05-29", "162-QĐ/TW"), ("162-QĐ/TW", "30/2/2024", "30/2/2024"), ("", "2024", "162-QĐ/TW"),
    ("QĐ/TW", "2024", "162-QĐ/TW"), ("30/2020/NĐ-CP", "5/3/2021", "2020"), ("162-QĐ/TW", "29/5/24", "29/5/24"),
    ("162-QĐ/TW", "29-13-2024", "29-13-2024"), ("162-QĐ/TW", "1/1/1900", "1900-01-01"),
    ("162-QĐ/TW", "1/1/2999", "2999-01-01"), ("-5-QĐ/TW", "2024", "-5-QĐ/TW"), ("0-QĐ/TW", "2024", "0-QĐ/TW"),
    ("00-QĐ/TW", "2024", "00-QĐ/TW"), ("100000-QĐ/TW", "2024", "100000-QĐ/TW"), ("../x", "2024", "../x")])
def test_an_impossible_number_or_day_is_a_sentence(at: Desk, number: str, issued: str, said: str) -> None:
    with pytest.raises(WrongUsage) as refusal:
        at.bring(RULE, number, issued)
    assert said in str(refusal.value)


@pytest.mark.parametrize("work", ["", "Hội quần chúng", "../x", "a/b", "Viec"])
def test_a_name_that_is_none_for_a_work(at: Desk, work: str) -> None:
    with pytest.raises(WrongUsage):
        at.bring(RULE, work=work)


@pytest.mark.parametrize(("typed", "edition"), [
    ("7-qd/tw", "7-qd-tw-2019"), ("Số: 7 - QĐ/TW", "7-qd-tw-2019"), ("07-QĐ/TW", "07-qd-tw-2019")])
def test_ways_to_type_a_number(at: Desk, typed: str, edition: str) -> None:
    text = RULE if "07" not in typed else RULE.replace("Số 7-", "Số 07-")
    assert at.bring(text, typed).edition == edition
    assert at.edition(edition).number.endswith("7-QĐ/TW")


# --- where it cannot be ----------------------------------------------------------------------------------------


def test_the_work_of_a_known_edition_and_a_misspelt_one(at: Desk) -> None:
    assert "import-work-differs" in at.refused(SEEDS / "162-qd-tw-2024.txt", number="162-QĐ/TW", issued="29/5/2024",
                                              work="co-quan")
    assert "import-work-new" in codes(at.bring(RULE, work="hoi-quan-chug"), "warning")


def test_a_file_in_the_way(at: Desk) -> None:
    path = at.root / "regulations/viec-thu/7-qd-tw-2019.md"
    path.parent.mkdir()
    path.write_text("của ai đó", encoding="utf-8")
    assert at.refused(RULE) == ["import-file-in-the-way"]


def test_no_issued_text(at: Desk) -> None:
    assert at.refused("Một bài báo.\n\nKhông có điều khoản nào.\n") == ["import-no-title"]


def test_two_documents_in_one_file(at: Desk) -> None:
    two = RULE + RULE.replace("7-QĐ/TW", "8-QĐ/TW").replace("03 tháng 4", "05 tháng 6")
    assert at.refused(two) == ["reader-second-document"]


def test_the_shipped_data_is_read_only(tmp_path: Path) -> None:
    one = desk(tmp_path)
    from docgen.api.importing.edition import import_edition
    from docgen.api.importing.request import read_request

    request = read_request(one.file(RULE), "7-QĐ/TW", "2019", "viec-thu")
    with pytest.raises(NotPossible, match="docgen init"):
        import_edition(Workspace(one.root, shipped=True), request)


def test_without_git_the_text_is_written_and_it_is_said(tmp_path: Path) -> None:
    one = desk(tmp_path / "a", under_git=False)
    report = one.bring(RULE)
    assert report.commit == ""
    assert len(report.remarks) == 1
    assert one.errors() == []
    assert one.bring(RULE).action == "unchanged"


def test_what_was_brought_in_without_git_is_committed_by_hand_and_told_how(
        at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as without:
        without.setattr("shutil.which", lambda _: None)
        assert at.bring(RULE).commit == ""
    told = [str(remark) for remark in at.bring(RULE).remarks]
    assert [one for one in told if "git add regulations/viec-thu/7-qd-tw-2019.md versions/viec-thu.yaml" in one]
    at.git("add", "regulations", "versions")
    at.git("commit", "-qm", "Nhập")
    assert not [one for one in at.bring(RULE).remarks if "git add" in str(one)]


def test_a_reason_of_several_lines_and_wide_spaces(at: Desk) -> None:
    at.bring(RULE.replace("một việc bịa ra", "một\u00a0việc bịa ra"))
    at.bring(at.file(RULE.replace("Việc thứ hai", "Việc thứ ba"), "khác.txt"), correct=' a "b": #c\n d\\e ')
    assert at.edition("7-qd-tw-2019").corrections[0].why == 'a "b": #c d\\e'
    assert at.errors() == []


def test_a_file_that_cannot_be_replaced_leaves_everything_as_it_was(
        at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    state = at.state()
    replaced = os.replace

    def refusing(source: Path, target: Path) -> None:
        if str(target).endswith("viec-thu.yaml"):
            raise PermissionError(13, "Permission denied", str(target))
        replaced(source, target)

    monkeypatch.setattr("os.replace", refusing)
    with pytest.raises(NotPossible, match=r"viec-thu\.yaml"):
        at.bring(RULE)
    monkeypatch.undo()
    assert at.state() == state
    assert at.bring(RULE).action == "new"


def test_no_name_and_no_branch_are_told_before_anything_is_written(
        at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    at.git("checkout", "-q", "--detach")
    state = at.state()
    with pytest.raises(NotPossible, match="git switch"):
        at.bring(RULE)
    at.git("switch", "-q", "main")
    at.git("config", "--unset", "user.email")
    with pytest.raises(NotPossible, match=r"git config --global user\.email"):
        at.bring(RULE)
    at.git("checkout", "-q", "--detach")
    assert at.state() == state


def test_a_register_with_faults_is_left_alone(at: Desk) -> None:
    path = at.root / "versions" / "co-quan.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "  nhầm: 1\n", encoding="utf-8")
    state = at.state()
    with pytest.raises(FaultsFound):
        at.bring(RULE)
    assert at.state() == state


def test_comments_and_changes_of_others_in_the_register_stay(at: Desk) -> None:
    path = at.root / "versions" / "co-quan.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# đang ghi dở\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    at.bring(RULE, work="co-quan")
    after = path.read_text(encoding="utf-8")
    assert after.endswith("# đang ghi dở\n")
    assert set(before.splitlines()) <= set(after.splitlines())
    assert "đang ghi dở" not in at.git("show", "HEAD:versions/co-quan.yaml")
    assert at.git("status", "--porcelain") == " M versions/co-quan.yaml\n"


def test_two_at_once_are_both_brought_in(at: Desk) -> None:
    children = []
    for number in range(21, 25):
        source = at.file(RULE.replace("7-QĐ/TW", f"{number}-QĐ/TW"), f"{number}.txt")
        child = os.fork()
        if child == 0:
            code = 1
            try:
                at.bring(source, f"{number}-QĐ/TW")
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0, 0]
    assert at.git("status", "--porcelain") == ""
    assert subprocess.run(["git", "fsck", "--strict"], cwd=at.root, check=False, capture_output=True).returncode == 0
    assert [one.id for one in (at.edition(f"{number}-qd-tw-2019") for number in range(21, 25))]
    assert at.errors() == []
