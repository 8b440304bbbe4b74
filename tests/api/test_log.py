"""The life of a provision on both clocks, on made-up regulations in real git repositories."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.api.log import as_text, log
from docgen.compare.comparison import Span
from docgen.errors import NotPossible, WrongUsage
from docgen.publish.life import Edit, Life
from docgen.publish.lines import Screen
from docgen.versions.workspace import Workspace
from tests.versions.fast_import import Change, make_history
from tests.versions.git_office import NEW, OLD, Office, entry, office, text

DAY = date(2026, 9, 1)
ONE, TWO, THREE = "### Điều 1. Phạm vi", "### Điều 2. Nhiệm vụ", "### Điều 3. Hiệu lực"
A = "1\\. Lãnh đạo thực hiện nhiệm vụ chính trị của cơ quan, đơn vị theo kế hoạch năm."
B = "2\\. Kiểm tra việc thu nộp đảng phí, báo cáo chi bộ mỗi quý một lần trước ngày mồng mười."
C = "3\\. Phân công đảng viên giúp đỡ quần chúng ưu tú học lớp bồi dưỡng nhận thức về Đảng."


def told(life: Life) -> list[tuple[str, tuple[str, ...]]]:
    return [(edit.subject, edit.kinds) for edit in life.edits or ()]


def words(edit: Edit) -> list[tuple[str, str]]:
    return [(span.mark, span.text) for span in edit.words if span.mark != "="]


def again(block: str, number: int) -> str:
    return f"{number}{block[1:]}"


def test_only_the_commits_that_touched_its_words(tmp_path: Path) -> None:
    kho = office(tmp_path)
    kho.write(NEW, TWO, A, B)
    kho.commit("Nhập văn bản")
    kho.write(NEW, TWO, A.replace("kế hoạch", "chương trình"), B)
    kho.commit("Sửa khoản 1")
    kho.write(NEW, TWO, A.replace("kế hoạch", "chương trình"), B.replace("mồng mười", "15"))
    kho.commit("Sửa khoản 2\n\nNgày đúng là 15.\n\nSource: bản sao y trang 2")
    life = log(kho.workspace, "2:dieu-2.khoan-2", DAY)
    assert told(life) == [("Sửa khoản 2", ("reworded",)), ("Nhập văn bản", ("added",))]
    assert life.edits
    edit = life.edits[0]
    assert words(edit) == [("-", " mồng mười"), ("+", " 15")]
    assert (edit.author, edit.trailers) == ("H'Nghĩa Niê", (("Source", "bản sao y trang 2"),))
    assert edit.body == "Ngày đúng là 15."
    assert "      Ngày đúng là 15.\n      Source: bản sao y trang 2\n" in as_text(life)
    assert edit.committed_at and edit.committed_at.isoformat() == "2026-08-03T11:00:00+07:00"
    assert told(log(kho.workspace, "2:dieu-2.khoan-1", DAY)) == [
        ("Sửa khoản 1", ("reworded",)), ("Nhập văn bản", ("added",))]
    assert [subject for subject, _ in told(log(kho.workspace, "2:dieu-2", DAY))] == [
        "Sửa khoản 2", "Sửa khoản 1", "Nhập văn bản"]
    assert [subject for subject, _ in told(log(kho.workspace, "2", DAY, most=2))] == ["Sửa khoản 2", "Sửa khoản 1"]
    assert [subject for subject, _ in told(log(kho.workspace, "2@HEAD~1:2.2", DAY))] == ["Nhập văn bản"]


def test_it_is_followed_under_another_number(tmp_path: Path) -> None:
    """A clause left out by mistake is put in before it: the same provision had another address until then."""
    kho = office(tmp_path)
    kho.write(NEW, TWO, again(B.replace("mồng mười", "10"), 1), again(C, 2))
    kho.commit("Nhập, sót khoản 1")
    kho.write(NEW, TWO, again(B, 1), again(C, 2))
    kho.commit("Ngày bằng chữ")
    kho.write(NEW, TWO, A, B, C)
    kho.commit("Bổ sung khoản 1 bị sót")
    kho.write(NEW, ONE, "Một điều bị sót.", TWO, A, B, C)
    kho.commit("Bổ sung Điều 1 bị sót")
    life = log(kho.workspace, "2:dieu-2.khoan-2", DAY)
    assert [(edit.subject, edit.addresses, edit.kinds) for edit in life.edits or ()] == [
        ("Bổ sung khoản 1 bị sót", ("dieu-2.khoan-2",), ("renumbered",)),
        ("Ngày bằng chữ", ("dieu-2.khoan-1",), ("reworded",)),
        ("Nhập, sót khoản 1", ("dieu-2.khoan-1",), ("added",))]
    assert told(log(kho.workspace, "2:dieu-1", DAY)) == [("Bổ sung Điều 1 bị sót", ("added",))]


def test_what_was_wholly_rewritten_at_its_place_is_still_it(tmp_path: Path) -> None:
    """An issued text keeps its numbers: a clause typed from the wrong page and put right is no new clause."""
    kho = office(tmp_path)
    kho.write(NEW, TWO, A, "2\\. Nhầm sang trang khác.", C)
    kho.commit("Nhập")
    kho.write(NEW, TWO, A, B, C)
    kho.commit("Chép lại khoản 2 từ bản in")
    life = log(kho.workspace, "2:dieu-2.khoan-2", DAY)
    assert [subject for subject, _ in told(life)] == ["Chép lại khoản 2 từ bản in", "Nhập"]
    assert life.edits
    assert life.edits[1].words == (Span("+", "Nhầm sang trang khác."),)


def test_a_dash_item_pushed_down_its_list_was_not_touched(tmp_path: Path) -> None:
    kho = office(tmp_path)
    kho.write(NEW, TWO, "\\- Việc thứ nhất rất quan trọng.", "\\- Việc thứ hai cũng vậy, làm sau.")
    kho.commit("Nhập")
    kho.write(NEW, TWO, "\\- Một việc bị sót ở đầu trang.", "\\- Việc thứ nhất rất quan trọng.",
              "\\- Việc thứ hai cũng vậy, làm sau.")
    kho.commit("Bổ sung gạch đầu dòng")
    assert told(log(kho.workspace, "2:dieu-2.doan-3", DAY)) == [("Nhập", ("added",))]
    assert told(log(kho.workspace, "2:dieu-2.doan-1", DAY)) == [("Bổ sung gạch đầu dòng", ("added",))]


def test_a_label_is_print_too_and_a_line_of_recipients_has_a_life(tmp_path: Path) -> None:
    kho = office(tmp_path)
    end = ("<!-- zone: recipients -->", "**Nơi nhận:**", "\\- Các tỉnh ủy")
    kho.write(NEW, TWO, A.replace("1\\.", "1-"), *end)
    kho.commit("Nhập")
    kho.write(NEW, TWO, A, *end)
    kho.commit("Nhãn đúng bản in")
    kho.write(NEW, TWO, A, *end[:2], "\\- Các tỉnh uỷ, thành uỷ")
    kho.commit("Nơi nhận đủ")
    assert [subject for subject, _ in told(log(kho.workspace, "2:dieu-2.khoan-1", DAY))] == ["Nhãn đúng bản in", "Nhập"]
    life = log(kho.workspace, "2:noi-nhan-1", DAY)
    assert told(life) == [("Nơi nhận đủ", ("reworded",)), ("Nhập", ("added",))]
    assert life.edits
    assert ("+", ", thành uỷ") in words(life.edits[0])


def test_a_gap_filled_is_text_brought_in(tmp_path: Path) -> None:
    kho = office(tmp_path)
    kho.write(NEW, TWO, A, "> **[…]** Chưa có từ sau dieu-2.khoan-1 đến hết văn bản.")
    kho.commit("Nhập phần đầu")
    kho.write(NEW, TWO, A, B)
    kho.commit("Bổ sung phần còn lại")
    assert told(log(kho.workspace, "2:dieu-2.khoan-2", DAY)) == [("Bổ sung phần còn lại", ("added",))]
    assert told(log(kho.workspace, "2:dieu-2.khoan-1", DAY)) == [("Nhập phần đầu", ("added",))]


def test_what_is_not_committed_yet_is_said_so(tmp_path: Path) -> None:
    kho = office(tmp_path)
    kho.write(NEW, TWO, A, B)
    kho.commit("Nhập")
    kho.write(NEW, TWO, A, B.replace("mỗi quý", "mỗi tháng"), record=False)
    life = log(kho.workspace, "2:dieu-2.khoan-2", DAY)
    assert life.edits
    assert [(edit.commit == "", edit.kinds) for edit in life.edits] == [(True, ("reworded",)), (False, ("added",))]
    assert len(life.remarks) == 1  # the hash the register records is another one
    assert "SHA-256" in life.remarks[0].source
    assert told(log(kho.workspace, "2@HEAD:dieu-2.khoan-2", DAY)) == [("Nhập", ("added",))]


def test_a_renamed_file_and_a_file_taken_away_and_brought_back(tmp_path: Path) -> None:
    kho = office(tmp_path)
    kho.files[NEW] = "regulations/thu/ten-cu.md"
    kho.write(NEW, TWO, A, B)
    kho.commit("Nhập")
    kho.write(NEW, TWO, A, B.replace("mỗi quý", "hằng quý"))
    kho.commit("Sửa dưới tên cũ")
    kho.file(NEW).unlink()
    kho.files[NEW] = f"regulations/thu/{NEW}.md"
    kho.write(NEW, TWO, A, B.replace("mỗi quý", "hằng quý"))
    kho.commit("Đổi tên tệp")
    kho.file(NEW).unlink()
    kho.commit("Xoá nhầm")
    kho.write(NEW, TWO, A, B.replace("mỗi quý", "hằng quý"))
    kho.commit("Khôi phục")
    life = log(kho.workspace, "2:dieu-2.khoan-2", DAY)
    assert told(life) == [("Khôi phục", ("added",)), ("Xoá nhầm", ("removed",)),
                          ("Sửa dưới tên cũ", ("reworded",)), ("Nhập", ("added",))]


def test_a_file_made_into_another_regulation_is_not_its_past(tmp_path: Path) -> None:
    """Renaming 1 to 2 and editing it mixes the clocks: what 1 said belongs to the law before, not to typing 2."""
    kho = office(tmp_path)
    kho.write(OLD, TWO, A, B)
    kho.commit("Nhập 1")
    kho.git("mv", f"regulations/thu/{OLD}.md", f"regulations/thu/{NEW}.md")
    del kho.texts[OLD]
    kho.write(NEW, TWO, A, B.replace("mỗi quý", "hằng quý"))
    kho.commit("Lấy tệp 1 làm tệp 2")
    life = log(kho.workspace, "2:dieu-2.khoan-2", DAY)
    assert told(life) == [("Lấy tệp 1 làm tệp 2", ("added",))]
    assert any(OLD in str(remark) for remark in life.remarks)


def _merge(tmp_path: Path, *versions: tuple[str, str, str, tuple[int, ...]]) -> Workspace:
    changes = []
    for place, (message, one, two, parents) in enumerate(versions):
        content = text(NEW, TWO, one, two)
        register = f"work: thu\ntitle: Thử\n\neditions:\n{entry(NEW, content)}"
        changes.append(Change({f"regulations/thu/{NEW}.md": content.encode(), "versions/thu.yaml": register.encode()},
                              message=message, parents=parents if place else None))
    make_history(tmp_path, changes)
    return Workspace(tmp_path)


def test_a_merge_adds_nothing_of_its_own_unless_it_does(tmp_path: Path) -> None:
    a2, b2, b3 = A.replace("kế hoạch", "chương trình"), B.replace("mỗi quý", "mỗi tháng"), B.replace("mồng mười", "5")
    workspace = _merge(tmp_path / "gọn", ("Nhập", A, B, ()), ("Sửa 1", a2, B, (1,)), ("Sửa 2", A, b2, (1,)),
                       ("Gộp", a2, b2, (2, 3)))
    assert told(log(workspace, "2:dieu-2.khoan-1", DAY)) == [("Sửa 1", ("reworded",)), ("Nhập", ("added",))]
    assert told(log(workspace, "2:dieu-2.khoan-2", DAY)) == [("Sửa 2", ("reworded",)), ("Nhập", ("added",))]
    assert sorted(subject for subject, _ in told(log(workspace, "2", DAY))) == ["Nhập", "Sửa 1", "Sửa 2"]
    workspace = _merge(tmp_path / "sửa", ("Nhập", A, B, ()), ("Sửa 1", a2, B, (1,)), ("Sửa 2", A, b2, (1,)),
                       ("Gộp và sửa", a2, b3, (2, 3)))
    assert sorted(subject for subject, _ in told(log(workspace, "2:dieu-2.khoan-2", DAY))) == [
        "Gộp và sửa", "Nhập", "Sửa 2"]
    workspace = _merge(tmp_path / "bỏ", ("Nhập", A, B, ()), ("Sửa 1", a2, B, (1,)), ("Sửa 2", A, b2, (1,)),
                       ("Gộp, giữ khoản 2 cũ", a2.replace("năm", "quý"), B, (2, 3)))
    assert told(log(workspace, "2:dieu-2.khoan-2", DAY)) == [("Nhập", ("added",))]


def test_a_shallow_clone_claims_no_beginning(tmp_path: Path) -> None:
    kho = office(tmp_path)
    for number in range(4):
        kho.write(NEW, TWO, A, B.replace("mồng mười", str(number)))
        kho.commit(f"Lần {number}")
    subprocess.run(["git", "clone", "-q", "--depth", "2", f"file://{kho.top}", str(tmp_path / "nông")], check=True)
    life = log(Workspace(tmp_path / "nông"), "2:dieu-2.khoan-2", DAY)
    assert told(life) == [("Lần 3", ("reworded",))]
    assert any("shallow" in remark.source for remark in life.remarks)


def test_without_git_the_legal_clock_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kho = office(tmp_path)
    _replacing(kho)
    shutil.rmtree(kho.top / ".git")
    outside = log(kho.workspace, "2:dieu-2.khoan-2", DAY)
    monkeypatch.setenv("PATH", str(tmp_path))
    without = log(kho.workspace, "2:dieu-2.khoan-2", DAY)
    for life in (outside, without):
        assert life.edits is None
        assert [stage.address for stage in life.legal] == ["dieu-1.khoan-1", "dieu-2.khoan-2"]
        assert len(life.remarks) == 1
        assert str(life.remarks[0]).split(".")[0].replace(str(kho.top), "")[:20] in as_text(life).replace(
            str(kho.top), "")
        assert life.to_dict()["edits"] is None
    assert outside.remarks != without.remarks


@pytest.mark.parametrize("harm", ["no commit", "broken head", "lost objects"])
def test_a_repository_that_cannot_be_read(tmp_path: Path, harm: str) -> None:
    kho = office(tmp_path)
    kho.write(NEW, TWO, A, B)
    if harm != "no commit":
        kho.commit("Nhập")
    if harm == "broken head":
        (kho.top / ".git" / "refs" / "heads" / "main").write_text("không phải mã\n", encoding="utf-8")
    if harm == "lost objects":
        shutil.rmtree(kho.top / ".git" / "objects")
        (kho.top / ".git" / "objects").mkdir()
    life = log(kho.workspace, "2:dieu-2.khoan-2", DAY)
    assert life.edits is None
    assert [stage.edition for stage in life.legal] == [NEW]
    assert len(life.remarks) == 1


def _replacing(kho: Office, old: tuple[str, ...] = (ONE, again(B.replace("mỗi quý", "mỗi tháng"), 1))) -> None:
    """Two editions, the second in place of the first."""
    kho.more[NEW] = (f"    replaces:\n      - edition: {OLD}\n        number: 1-QĐ/TW\n        date: 2020-03-01\n"
                     "        source: Điều 3\n        certainty: A\n")
    kho.write(OLD, *old)
    kho.write(NEW, TWO, A, B)


def test_the_legal_clock_both_ways(tmp_path: Path) -> None:
    kho = office(tmp_path)
    _replacing(kho)
    kho.commit("Nhập cả hai")
    life = log(kho.workspace, "2:dieu-2.khoan-2", DAY)
    before, same = life.legal
    assert (before.relation, before.edition, before.address) == ("ancestor", OLD, "dieu-1.khoan-1")
    assert before.citation == "khoản 1 Điều 1 Quy định số 1-QĐ/TW"
    assert before.confirmed is False  # the program proposes it, nobody has read it
    assert "reworded" in before.kinds and "renumbered" in before.kinds
    assert (before.replaced_on, same.in_force_from, same.relation) == ("2020-03-01", "2020-03-01", "same")
    assert (before.status, same.status) == ("replaced", "in_force")
    after = log(kho.workspace, "1:dieu-1.khoan-1", DAY).legal
    assert [(stage.relation, stage.address) for stage in after] == [
        ("same", "dieu-1.khoan-1"), ("descendant", "dieu-2.khoan-2")]
    assert [stage.kinds for stage in log(kho.workspace, "2:dieu-2.khoan-1", DAY).legal] == [("added",), ()]


def test_what_was_confirmed_by_reading_comes_first(tmp_path: Path) -> None:
    kho = office(tmp_path)
    _replacing(kho)
    folder = kho.root / "versions" / "thu"
    folder.mkdir()
    (folder / f"{OLD}--{NEW}.yaml").write_text(
        f"old: {OLD}\nnew: {NEW}\npairs:\n  - old: dieu-1.khoan-1\n    new: dieu-2.khoan-1\n"
        "    confirmed_by: Tổ pháp chế\n    reason: cùng việc\n"
        "  - new: dieu-2.khoan-2\n    confirmed_by: Tổ pháp chế\n",
        encoding="utf-8")
    kho.commit("Đối chiếu")
    stage = log(kho.workspace, "2:dieu-2.khoan-1", DAY).legal[0]
    assert (stage.address, stage.confirmed, stage.confirmed_by, stage.reason) == (
        "dieu-1.khoan-1", True, "Tổ pháp chế", "cùng việc")
    stage = log(kho.workspace, "2:dieu-2.khoan-2", DAY).legal[0]
    assert (stage.address, stage.kinds, stage.confirmed, stage.confirmed_by) == ("", ("added",), True, "Tổ pháp chế")


def test_what_is_not_held_is_unknown_and_never_new(tmp_path: Path) -> None:
    kho = office(tmp_path)
    _replacing(kho, (ONE, again(C, 1), "> **[…]** Chưa có từ sau dieu-1.khoan-1 đến hết văn bản."))
    kho.commit("Nhập cả hai")
    stage = log(kho.workspace, "2:dieu-2.khoan-2", DAY).legal[0]
    assert (stage.address, stage.kinds, stage.confirmed) == ("", ("unknown",), None)
    assert OLD in str(stage.why)


def test_a_whole_edition_a_work_a_citation_and_a_file(tmp_path: Path) -> None:
    kho = office(tmp_path)
    _replacing(kho)
    kho.commit("Nhập cả hai")
    kho.write(NEW, TWO, A, B.replace("mồng mười", "15"))
    kho.commit("Sửa ngày")
    (kho.root / "khác.txt").write_text("không liên quan", encoding="utf-8")
    kho.commit("Việc khác")
    whole = log(kho.workspace, "2", DAY)
    assert [(stage.edition, stage.address, stage.kinds) for stage in whole.legal] == [(OLD, "", ()), (NEW, "", ())]
    assert told(whole) == [("Sửa ngày", ("reworded",)), ("Nhập cả hai", ("added",))]
    work = log(kho.workspace, "thu", DAY)
    assert (work.work, work.edition) == ("thu", "")
    assert [(edit.subject, edit.files) for edit in work.edits or ()] == [
        ("Sửa ngày", (f"regulations/thu/{NEW}.md", "versions/thu.yaml")),
        ("Nhập cả hai", (f"regulations/thu/{OLD}.md", f"regulations/thu/{NEW}.md", "versions/thu.yaml"))]
    assert [edit.subject for edit in log(kho.workspace, "thu@HEAD~2", DAY).edits or ()] == ["Nhập cả hai"]
    assert log(kho.workspace, "khoản 2 Điều 2 Quy định số 2-QĐ/TW", DAY) == log(kho.workspace, "2:2.2", DAY)
    assert log(kho.workspace, str(kho.file(NEW)), DAY) == whole
    with pytest.raises(WrongUsage):
        log(kho.workspace, str(kho.root / "khác.txt"), DAY)
    for typed in ("2:dieu-9", "2@khong-co"):
        with pytest.raises(NotPossible):
            log(kho.workspace, typed, DAY)


@pytest.mark.parametrize("width", [40, 80, 100])
def test_the_screen_is_never_overrun_and_json_is_whole(tmp_path: Path, width: int) -> None:
    kho = office(tmp_path)
    _replacing(kho)
    kho.commit("Nhập cả hai")
    kho.write(NEW, TWO, A, B.replace("mồng mười", "15 hằng tháng, kể cả ngày nghỉ, trừ tháng có đại hội chi bộ"))
    kho.commit("Sửa ngày")
    for what in ("2:dieu-2.khoan-2", "2:dieu-2", "2", "thu"):
        life = log(kho.workspace, what, DAY)
        assert max(map(len, as_text(life, Screen(width)).splitlines())) <= width
        back = json.loads(json.dumps(life.to_dict()))
        assert [edit["subject"] for edit in back["edits"]] == ["Sửa ngày", "Nhập cả hai"]
        coloured = as_text(life, Screen(width, colour=True))
        assert "\x1b[" in coloured
    text_of_both = as_text(log(kho.workspace, "2:dieu-2.khoan-2", DAY))
    assert "[- mồng mười-]" in text_of_both.replace("[-\n", "[-") or "mồng mười" in text_of_both


_SUBJECTS = ["đảng phí", "kết nạp", "kiểm tra", "đại hội", "thi đua", "nhân sự"]


@st.composite
def _scripts(draw: st.DrawFn) -> list[tuple[str, int]]:
    return draw(st.lists(st.tuples(st.sampled_from(["word", "insert", "drop", "title"]), st.integers(0, 5)),
                         min_size=1, max_size=7))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(script=_scripts())
def test_exactly_the_commits_that_touched_it(
    tmp_path_factory: pytest.TempPathFactory, script: list[tuple[str, int]],
) -> None:
    """Clauses come, go and are reworded around it: a clause's edits are those that changed its words or its number."""
    folder = tmp_path_factory.mktemp("kho")
    clauses: list[tuple[str, int]] = [(_SUBJECTS[0], 0), (_SUBJECTS[1], 0), (_SUBJECTS[2], 0)]
    title, changes, truth = 0, [], {subject: ["0"] for subject, _ in clauses}
    for place, (what, which) in enumerate([("start", 0), *script]):
        before = {subject: (number, count) for number, (subject, count) in enumerate(clauses)}
        if what == "word" and which < len(clauses):
            clauses[which] = (clauses[which][0], clauses[which][1] + 1)
        elif what == "insert" and (free := [one for one in _SUBJECTS if one not in truth]):
            clauses.insert(min(which, len(clauses)), (free[0], 0))
            truth[free[0]] = []
        elif what == "drop" and len(clauses) > 1 and which < len(clauses):
            del clauses[which]
        elif what == "title":
            title += 1
        for number, (subject, count) in enumerate(clauses):
            if place and before.get(subject) != (number, count):
                truth[subject].insert(0, str(place))
        content = text(NEW, f"### Điều 1. Nhiệm vụ lần {title}", *(
            f"{number}\\. Cấp uỷ lo việc {subject} theo hướng dẫn riêng về {subject}, ghi sổ {subject} lần {count} "
            f"và báo cáo {subject} với cấp trên." for number, (subject, count) in enumerate(clauses, 1)))
        register = f"work: thu\ntitle: Thử\n\neditions:\n{entry(NEW, content)}"
        changes.append(Change({f"regulations/thu/{NEW}.md": content.encode(), "versions/thu.yaml": register.encode()},
                              message=str(place)))
    make_history(folder, changes)
    for number, (subject, _) in enumerate(clauses, 1):
        life = log(Workspace(folder), f"2:dieu-1.khoan-{number}", DAY)
        assert [edit.subject for edit in life.edits or ()] == truth[subject], subject
