"""Damaged words of a held text are findings; a place somebody looked at is not asked about again."""

from __future__ import annotations

from pathlib import Path

from docgen.check.workspace_check import check_workspace
from docgen.publish.markdown import write
from docgen.versions.workspace import Workspace
from tests.check.office import TEXT_162, Office

ROOT = Path(__file__).parents[2]
KEPT = """    corrections:
      - address: dieu-10
        was: "{words}"
        now: "{words}"
        why: đã xem
        evidence: bản giấy
        made_on: 2026-11-21
"""


def test_no_text_that_is_shipped_looks_damaged() -> None:
    found = check_workspace(Workspace(ROOT, shipped=True), write)
    assert [one for one in found if one.code == "text-damage"] == []


def test_each_damaged_word_is_one_warning_with_its_place(office: Office) -> None:
    office.edit(TEXT_162, "thẩm quyền", "thấm quyền")
    office.edit(TEXT_162, "các tổ chức", "các tố chức")
    office.vouch()
    found = [one for one in office.news() if one.code == "text-damage"]
    assert sorted(str(one.message).count("thẩm") + 2 * str(one.message).count("tổ") for one in found) == [1, 2]
    for one in found:
        assert (one.severity, one.file) == ("warning", TEXT_162)
        assert one.line > 0
        assert "docgen check --review 162-qd-tw-2024" in str(one.remedy)


def test_a_place_that_was_looked_at_is_not_asked_about_again(office: Office) -> None:
    path = office.root / TEXT_162
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.split("\n") if line.startswith("Đảng viên") or "### Điều 10." in line)
    office.edit(TEXT_162, line, f"{line} thấm quyền")
    office.vouch()
    assert [one.address for one in office.news() if one.code == "text-damage"] == ["dieu-10"]
    register = office.root / "versions" / "hoi-quan-chung.yaml"
    old = register.read_text(encoding="utf-8")
    words = " ".join(f"{line} thấm quyền".split()[-3:])
    before, _, after = old.partition("  - id: 162-qd-tw-2024")
    assert "    corrections:" in after.split("  - id:")[0]
    rows = KEPT.format(words=words).split("\n", 1)
    after = after.replace("    corrections:\n", f"{rows[0]}\n{rows[1]}", 1)
    register.write_text(f"{before}  - id: 162-qd-tw-2024{after}", encoding="utf-8", newline="\n")
    assert [one.code for one in office.news() if one.code == "text-damage"] == []
