"""EDITION@REF wherever an edition is named: text, register and reviewed pairs as they were at a commit."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.api.diff import against, diff
from docgen.api.show import show
from docgen.errors import NotPossible, WrongUsage
from docgen.model.address import walk
from tests.versions.git_office import NEW, OLD, Office, office


@pytest.fixture
def kho(tmp_path: Path) -> Office:
    made = office(tmp_path)
    made.write(NEW, "### Điều 1. Phạm vi", "1\\. Một việc.", "2\\. Hai việc.")
    made.commit("Nhập 2-QĐ/TW")
    made.git("tag", "v1")
    made.git("tag", "nhap/2026-08")
    made.git("tag", NEW)
    made.git("tag", "-a", "-m", "chú thích", "co@cong")
    made.git("branch", "soat-loi/dot 1".replace(" ", "-"))
    made.write(NEW, "### Điều 1. Phạm vi", "1\\. Một việc khác.", "2\\. Hai việc.")
    made.commit("Sửa khoản 1")
    made.write(NEW, "### Điều 1. Phạm vi", "1\\. Chưa lưu.", "2\\. Hai việc.")
    return made


@pytest.mark.parametrize("ref", ["v1", "nhap/2026-08", NEW, "co@cong", "soat-loi/dot-1", "HEAD~1", "HEAD^", "main~1",
                                 "HEAD@{1}", "HEAD^{/Nhập}"])
def test_every_name_of_a_commit(kho: Office, ref: str) -> None:
    page = show(kho.workspace, f"2@{ref}:dieu-1.khoan-1").page
    assert page.node and page.node.text == "Một việc."
    assert page.place == f"{NEW}@{ref}:dieu-1.khoan-1"


@pytest.mark.parametrize("typed", [
    "2@v1:1.1", "2-QĐ/TW@v1:dieu-1.khoan-1", "khoản 1 Điều 1 Quy định 2-QĐ/TW@v1", "khoản 1 Điều 1 QĐ 2 @v1"])
def test_every_way_to_name_an_edition_takes_a_ref(kho: Office, typed: str) -> None:
    page = show(kho.workspace, typed).page
    assert page.node and page.node.text == "Một việc."


def test_a_day_is_its_last_commit_in_vietnam(tmp_path: Path) -> None:
    made = office(tmp_path)
    for hour, words in ((0, "Sáng."), (14, "Đêm."), (1, "Hôm sau.")):
        made.at = made.at.replace(hour=(9 + hour) % 24) if words != "Hôm sau." else made.at.replace(day=4, hour=0)
        made.write(NEW, "### Điều 1. Phạm vi", words)
        made.commit(words)
    for ref, words in (("2026-08-03", "Đêm."), ("2026-08-04", "Hôm sau."), ("2030-01-01", "Hôm sau.")):
        page = show(made.workspace, f"2@{ref}:dieu-1").page
        assert page.node and page.node.text == words
    for ref in ("2026-08-02", "2026-02-31"):
        with pytest.raises(NotPossible) as refusal:
            show(made.workspace, f"2@{ref}")
        assert ref in str(refusal.value)
    made.git("tag", "2026-08-04", "HEAD~2")  # a name given by people is meant before a day
    page = show(made.workspace, "2@2026-08-04:dieu-1").page
    assert page.node and page.node.text == "Sáng."


def test_a_tag_of_the_same_name_does_not_hide_the_edition(kho: Office) -> None:
    page = show(kho.workspace, f"{NEW}:dieu-1.khoan-1").page
    assert page.node and page.node.text == "Chưa lưu."


def test_both_sides_of_a_comparison_and_the_model(kho: Office) -> None:
    result = diff(kho.workspace, "2@v1", "2@HEAD")
    changed = [row for row in result.view.comparison.rows if row.kinds == ("reworded",) and row.level.value == "clause"]
    assert [row.new for row in changed] == [("dieu-1.khoan-1",)]
    assert [(span.mark, span.text) for span in changed[0].pairs[0].words] == [
        ("=", "Một việc"), ("+", " khác"), ("=", ".")]
    assert result.view.comparison.to_dict()["old"] == {"edition": f"{NEW}@v1", "completeness": "full"}
    model = against(result, "2").model
    assert model.comparison.old.edition == NEW
    texts = [[node.text for address, node in walk(side) if address == "dieu-1.khoan-1"]
             for side in (model.old, model.new)]
    assert texts == [["Chưa lưu."], ["Một việc khác."]]


def test_the_register_is_that_of_the_commit(tmp_path: Path) -> None:
    """Corrections, completeness and the file's name are what they were then; today's would tell something false."""
    made = office(tmp_path)
    made.files[NEW] = "regulations/thu/cu.md"
    made.write(NEW, "### Điều 1. Phạm vi", "Một viêc.")
    made.commit("Nhập")
    made.file(NEW).unlink()
    made.files[NEW] = f"regulations/thu/{NEW}.md"
    made.more[NEW] = ("    corrections:\n      - address: dieu-1\n        was: \"viêc\"\n        now: \"việc\"\n"
                      "        why: thiếu dấu\n        evidence: thử\n        made_on: 2026-08-03\n")
    made.write(NEW, "### Điều 1. Phạm vi", "Một việc.")
    made.commit("Sửa dấu, đổi tên tệp")
    for typed, words in (("2:dieu-1", "Một viêc."), ("2@HEAD~1:dieu-1", "Một viêc."), ("2@HEAD:dieu-1", "Một viêc.")):
        page = show(made.workspace, typed, as_printed=True).page
        assert page.node and page.node.text == words
    assert show(made.workspace, "2@HEAD~1").page.source == "regulations/thu/cu.md"
    assert show(made.workspace, "2@HEAD~1").remarks == ()


def test_what_was_not_there_yet_is_a_sentence(kho: Office) -> None:
    kho.write(OLD, "### Điều 1. Phạm vi", "Cũ.")
    kho.commit("Tìm thấy bản cũ")
    with pytest.raises(NotPossible) as refusal:
        show(kho.workspace, "1@v1")
    assert "v1" in str(refusal.value)
    assert show(kho.workspace, "1@HEAD").page.edition == f"{OLD}@HEAD"


def test_an_edition_that_has_left_the_registers_since(kho: Office) -> None:
    kho.write(OLD, "### Điều 1. Phạm vi", "Cũ.")
    kho.commit("Tìm thấy bản cũ")
    del kho.texts[OLD]
    kho.register()
    kho.file(OLD).unlink()
    kho.commit("Bỏ")
    assert show(kho.workspace, "1@HEAD~1").page.edition == f"{OLD}@HEAD~1"
    with pytest.raises(NotPossible):
        show(kho.workspace, "1")


def test_a_register_that_was_broken_then_stops_nothing_and_is_said(kho: Office) -> None:
    sound = (kho.root / "versions" / "thu.yaml").read_bytes()
    for harm in (b"work: [\n", b"\xff\xfe\x00"):
        (kho.root / "versions" / "thu.yaml").write_bytes(harm)
        kho.commit("Hỏng sổ")
        (kho.root / "versions" / "thu.yaml").write_bytes(sound)
        shown = show(kho.workspace, "2@HEAD:dieu-1.khoan-2")
        assert shown.page.node
        assert [remark.source[:13] for remark in shown.remarks] == ["The registers"]


def test_a_workspace_in_a_subfolder(tmp_path: Path) -> None:
    made = office(tmp_path, "van-phong/du-lieu")
    made.write(NEW, "### Điều 1. Phạm vi", "Một.")
    made.commit("Một")
    made.write(NEW, "### Điều 1. Phạm vi", "Hai.")
    page = show(made.workspace, "2@HEAD:dieu-1").page
    assert page.node and page.node.text == "Một."


def test_what_was_confirmed_of_todays_text_does_not_bind_an_earlier_one(kho: Office) -> None:
    kho.write(OLD, "### Điều 1. Phạm vi", "1\\. Một việc cũ.")
    kho.commit("Nhập 1-QĐ/TW, phần đầu")
    kho.write(OLD, "### Điều 1. Phạm vi", "1\\. Một việc cũ.", "2\\. Hai việc cũ.")
    pairs = "".join(f"  - old: dieu-1.khoan-{number}\n    new: dieu-1.khoan-{number}\n    confirmed_by: Tổ pháp chế\n"
                    for number in (1, 2))
    (kho.root / "versions" / "thu").mkdir()
    (kho.root / "versions" / "thu" / f"{OLD}--{NEW}.yaml").write_text(f"old: {OLD}\nnew: {NEW}\npairs:\n{pairs}",
                                                                     encoding="utf-8")
    for old, confirmed in (("1", 2), ("1@HEAD", 1)):
        result = diff(kho.workspace, old, "2")
        assert sum(row.confirmed for row in result.view.comparison.rows if row.level.value == "clause") == confirmed
    assert any("left aside" in remark.source for remark in result.remarks)


@pytest.mark.parametrize("typed", ["2@:dieu-1", "2@@v1", "2@khong-co", "2@v1:dieu-9", "2@-x", "2@v1..HEAD"])
def test_what_names_nothing_is_a_sentence(kho: Office, typed: str) -> None:
    with pytest.raises((NotPossible, WrongUsage)) as refusal:
        show(kho.workspace, typed)
    assert refusal.value.remedy


def test_a_hash_that_disagrees_is_said_and_left_alone(kho: Office) -> None:
    assert show(kho.workspace, "2").remarks == ()
    kho.write(NEW, "### Điều 1. Phạm vi", "1\\. Lén sửa.", "2\\. Hai việc.", record=False)
    before = (kho.root / "versions" / "thu.yaml").read_bytes()
    remarks = show(kho.workspace, "2").remarks
    assert len(remarks) == 1
    assert f"regulations/thu/{NEW}.md" in str(remarks[0])
    assert remarks[0] in diff(kho.workspace, "2@v1", "2").remarks
    assert show(kho.workspace, "2@v1").remarks == ()
    assert (kho.root / "versions" / "thu.yaml").read_bytes() == before
    kho.commit("Lén sửa")
    assert show(kho.workspace, "2@HEAD").remarks == remarks
