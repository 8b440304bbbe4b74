"""Every rule on the shipped data: nothing wrong as it is, and each kind of damage found, alone and in its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.check import workspace_check
from docgen.check.rules import RULES
from docgen.check.rules.damage import damaged_words
from docgen.check.workspace_check import check_workspace
from docgen.errors import NotPossible
from docgen.model.finding import has_errors
from docgen.publish.markdown import write
from docgen.versions.workspace import Workspace
from tests.check.office import ROOT, TEXT_30, TEXT_162, TEXT_171, Office
from tests.conftest import FULL

HOI = "versions/hoi-quan-chung.yaml"
XA = "versions/chi-bo-co-quan-xa.yaml"
DIEU_LE = "versions/thi-hanh-dieu-le.yaml"


@pytest.fixture(autouse=True)
def _without_looking_for_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    """To look for damaged words takes half a second a text: test_damage always does it, these in the full suite."""
    if not FULL:
        monkeypatch.setattr(workspace_check, "RULES", tuple(rule for rule in RULES if rule is not damaged_words))


def test_the_shipped_data_have_no_error(office: Office) -> None:
    assert not has_errors(office.before), [str(one.message) for one in office.before if one.severity == "error"]


def test_the_registers_vouch_for_the_texts_as_they_are_shipped() -> None:
    """On the checkout itself, not on a copy with fresh hashes."""
    findings = check_workspace(Workspace(ROOT), write)
    assert [(one.code, one.file) for one in findings if one.severity == "error"] == []


def test_the_same_findings_every_time(office: Office) -> None:
    assert office.check() == office.before


def test_a_changed_word_is_a_changed_hash(office: Office) -> None:
    office.edit(TEXT_162, "hạt nhân chính trị", "hạt nhân lãnh đạo")
    (found,) = office.news()
    assert (found.code, found.severity, found.file) == ("hash-differs", "error", TEXT_162)
    assert re.search(r"[0-9a-f]{64}", str(found.remedy))


def test_windows_line_ends_do_not_change_a_hash(office: Office) -> None:
    path = office.root / TEXT_162
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert office.news() == []


def test_a_text_nobody_vouches_for(office: Office) -> None:
    path = office.root / HOI
    lines = path.read_text(encoding="utf-8").split("\n")
    place = next(number for number, line in enumerate(lines) if line.startswith("    sha256:"))
    del lines[place]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert office.codes() == ["hash-missing"]


def block(office: Office, file: str, start: str) -> str:
    """Return the one block of a text that begins with these characters, with the blank line after it."""
    text = (office.root / file).read_text(encoding="utf-8")
    found = [one for one in text.split("\n\n") if one.startswith(start)]
    assert found, f"{file} has no block {start!r}"
    return found[0] + "\n\n"


def test_a_lost_clause(office: Office) -> None:
    office.edit(TEXT_162, block(office, TEXT_162, "2\\. "), "")
    office.vouch()
    (found,) = office.news()
    assert (found.code, found.severity, found.file, found.address) == (
        "numbering-skipped", "error", TEXT_162, "dieu-2.khoan-3")
    assert (office.root / TEXT_162).read_text(encoding="utf-8").split("\n")[found.line - 1].startswith("3\\. ")


def test_a_lost_first_clause(office: Office) -> None:
    office.edit(TEXT_162, block(office, TEXT_162, "1\\. "), "")
    office.vouch()
    (found,) = office.news()
    assert (found.code, found.address) == ("numbering-start", "dieu-2.khoan-2")


def test_an_article_number_given_twice(office: Office) -> None:
    office.edit(TEXT_162, "### Điều 7.", "### Điều 6.")
    office.vouch()
    codes = office.codes()
    assert codes.count("numbering-repeated") == 1
    assert codes.count("numbering-skipped") == 1  # 8 now stands after 6
    assert set(codes) <= {"numbering-repeated", "numbering-skipped", "reference-unresolved"}


def test_a_gap_excuses_what_follows_it(office: Office) -> None:
    office.edit(TEXT_162, block(office, TEXT_162, "2\\. "), "> **[…]** Chưa có dieu-2.khoan-2.\n\n")
    office.edit(HOI, "completeness: full", "completeness: partial")
    office.vouch()
    assert office.news() == []


def test_a_gap_in_a_text_called_full(office: Office) -> None:
    office.edit(TEXT_162, block(office, TEXT_162, "2\\. "), "> **[…]** Chưa có dieu-2.khoan-2.\n\n")
    office.vouch()
    (found,) = office.news()
    assert (found.code, found.file) == ("completeness-differs", TEXT_162)
    assert found.line > 0


def test_a_text_called_partial_without_a_gap(office: Office) -> None:
    office.edit(HOI, "completeness: full", "completeness: partial")
    assert office.codes() == ["completeness-differs"]


def test_a_reference_that_leads_nowhere(office: Office) -> None:
    office.edit(TEXT_162, "hạt nhân chính trị", "hạt nhân chính trị theo khoản 9 Điều 5 Quy định này")
    office.vouch()
    (found,) = office.news()
    assert (found.code, found.severity, found.address) == ("reference-unresolved", "warning", "dieu-1")
    assert "dieu-5.khoan-9" in str(found.message)


@pytest.mark.parametrize(("words", "code", "severity"), [
    ("khoản 2 Điều 9 Quy định này", None, None),
    ("khoản 1 Điều 2 Quy định số 171-QĐ/TW, ngày 27/6/2008", None, None),
    ("Điều 7 Quy định số 171-QĐ/TW, ngày 27/6/2008", "reference-not-held", "note"),
    ("khoản 5 Điều 1 Quy định số 171-QĐ/TW, ngày 27/6/2008", "reference-unresolved", "warning"),
    ("Điều 10 Quy định số 138-QĐ/TW, ngày 01/12/2023", "reference-not-held", "note"),
    ("Điều 10 Quy định số 24-QĐ/TW, ngày 30/7/2021", "reference-text-not-held", "note"),
    ("Quy định số 138-QĐ/TW, ngày 01/12/2023", None, None),
    ("Quy định số 138-QĐ/TW, ngày 05/6/1999", "reference-date", "warning"),
    ("Quy định số 999-QĐ/TW, ngày 05/6/1999", "reference-unknown-document", "note"),
])
def test_where_references_lead(office: Office, words: str, code: str | None, severity: str | None) -> None:
    office.edit(TEXT_162, "hạt nhân chính trị", f"hạt nhân chính trị theo {words} và theo {words}")
    office.vouch()
    found = office.news()
    assert {one.code for one in found} == ({code} if code else set())
    assert all(one.severity == severity and one.address == "dieu-1" for one in found)


def test_one_number_of_two_documents(office: Office) -> None:
    office.edit(DIEU_LE, "  - id: 24-qd-tw-2021", """\
  - id: 29-qd-tw-1997
    number: 29-QĐ/TW
    kind: Quy định
    title: not known
    issuer: Bộ Chính trị
    issued_on: {date: 1997-06-02, source: Hướng dẫn số 06-HD/TW, certainty: A-}
    in_force_from: {date: not known}
    completeness: none

  - id: 24-qd-tw-2021""")
    office.edit(TEXT_162, "hạt nhân chính trị", "hạt nhân chính trị theo Quy định số 29-QĐ/TW")
    office.vouch()
    assert office.codes() == ["reference-ambiguous"]


@pytest.mark.parametrize(("old", "new"), [
    ("1\\. Lãnh đạo", "1. Lãnh đạo"), ("\n\n<!-- zone: body -->", "\n\n\n<!-- zone: body -->")])
def test_what_is_not_canonical(office: Office, old: str, new: str) -> None:
    office.edit(TEXT_162, old, new)
    office.vouch()
    found = [one for one in office.news() if one.code == "not-canonical"]
    assert len(found) == 1
    assert found[0].line > 0


@pytest.mark.parametrize(("old", "new"), [
    ("Số 162-QĐ/TW", "Số 163-QĐ/TW"), ("ngày 29 tháng 5 năm 2024", "ngày 30 tháng 5 năm 2024"),
    ("edition: 162-qd-tw-2024", "edition: 171-qd-tw-2008")])
def test_a_head_that_differs_from_the_register(office: Office, old: str, new: str) -> None:
    office.edit(TEXT_162, old, new)
    office.vouch()
    assert office.codes() == ["letterhead-differs"]


def test_what_the_reader_could_not_place(office: Office) -> None:
    office.edit(TEXT_162, "<!-- zone: recipients -->", "<!-- zone: linh-tinh -->")
    office.vouch()
    found = [one for one in office.news() if one.code == "reader-zone"]
    assert [(one.severity, one.file) for one in found] == [("error", TEXT_162)]
    assert found[0].line > 0


def test_a_text_without_an_entry(office: Office) -> None:
    (office.root / "regulations" / "hoi-quan-chung" / "1-qd-tw-2000.md").write_bytes(
        (office.root / TEXT_162).read_bytes())
    (found,) = [one for one in office.news() if not one.code.startswith("reference-")]
    assert (found.code, found.file) == ("file-unregistered", "regulations/hoi-quan-chung/1-qd-tw-2000.md")


def test_an_entry_without_its_text(office: Office) -> None:
    (office.root / TEXT_162).unlink()
    codes = office.codes()
    assert codes.count("file-missing") == 1
    assert set(codes) <= {"file-missing", "correction-without-text"}


def test_a_text_in_the_wrong_place(office: Office) -> None:
    moved = "regulations/hoi-quan-chung/quy-dinh.md"
    (office.root / TEXT_162).rename(office.root / moved)
    office.edit(HOI, f"file: {TEXT_162}", f"file: {moved}")
    assert [one.code for one in office.news() if one.severity == "error"] == ["file-place"]


def test_one_text_for_two_entries(office: Office) -> None:
    office.edit(HOI, f"file: {TEXT_171}", f"file: {TEXT_162}")
    assert "file-twice" in office.codes()


def test_one_edition_in_two_registers(office: Office) -> None:
    text = (office.root / "versions" / "the-thuc-van-ban.yaml").read_text(encoding="utf-8")
    again = text.replace("work: the-thuc-van-ban", "work: z")
    (office.root / "versions" / "z.yaml").write_text(again, encoding="utf-8")
    assert {one.code for one in office.news()} == {"edition-twice"}


def test_a_binary_text(office: Office) -> None:
    (office.root / TEXT_30).write_bytes(b"PK\x03\x04" + b"\x00" * 50)
    found = [one for one in office.news() if one.code == "text-unreadable"]
    assert [one.file for one in found] == [TEXT_30]


def test_a_register_that_is_no_register(office: Office) -> None:
    (office.root / "versions" / "the-thuc-van-ban.yaml").write_bytes(b"")
    (office.root / "versions" / "Sổ mới.yaml").write_text("work: Sổ mới\ntitle: t\n", encoding="utf-8")
    assert sorted(office.codes()) == ["register-slug", "register-unreadable"]


CORRECTION = """\
    corrections:
      - address: {address}
        was: bao đảm
        now: {now}
        why: bản quét mất dấu
        evidence: các chỗ khác của văn bản
        made_on: 2026-08-01
    note: Chưa thấy văn bản nào thay thế.
"""


@pytest.mark.parametrize(("address", "now", "code"), [
    ("dieu-1", "hạt nhân chính trị", None), ("dieu-99", "hạt nhân chính trị", "correction-place"),
    ("dieu-1", "chữ không có", "correction-not-in-text")])
def test_corrections(office: Office, address: str, now: str, code: str | None) -> None:
    path = office.root / HOI
    text = path.read_text(encoding="utf-8")
    head, tail = text.split("  - id: 162-qd-tw-2024")
    tail = re.sub(r"    corrections:\n(?:      .*\n)+", "", tail)
    tail = re.sub(r"    note: Chưa thấy.*\n", lambda _: CORRECTION.format(address=address, now=now), tail)
    path.write_text(f"{head}  - id: 162-qd-tw-2024{tail}", encoding="utf-8")
    assert office.codes() == ([code] if code else [])


def test_a_correction_of_a_text_not_held(office: Office) -> None:
    office.edit("versions/dieu-le-dang.yaml", "    completeness: none", CORRECTION.format(
        address="dieu-1", now="x").rpartition("    note")[0] + "    completeness: none")
    assert office.codes() == ["correction-without-text"]


@pytest.mark.parametrize(("file", "old", "new", "codes"), [
    # dates of one entry
    (HOI, "date: 2024-05-29\n      source: Điều 12, có", "date: 2024-05-01\n      source: Điều 12, có",
     ["date-order", "interval-overlap"]),
    (XA, "since: 2025-07-01", "since: 2012-07-01", ["date-order"]),
    # the two sides of a replacement
    (HOI, "issued_on: 2008-06-27\n        date: 2024-05-29", "issued_on: 2008-06-27\n        date: 2024-06-29",
     ["interval-hole", "interval-overlap", "replacement-dates-differ"]),
    (HOI, "        number: 162-QĐ/TW\n        issued_on: 2024-05-29",
     "        number: 162-QĐ/TW\n        issued_on: 2024-05-30", ["replacement-target-differs"]),
    (HOI, "edition: 162-qd-tw-2024\n        number: 162-QĐ/TW", "edition: 162-qd-tw-2024\n        number: 161-QĐ/TW",
     ["replacement-target-differs"]),
    (DIEU_LE, "      - edition: 208-qd-tw-2026", "      - edition: 209-qd-tw-2026",
     ["replacement-one-sided", "replacement-unknown"]),
    (XA, "kind: related\n        edition: 361-qd-tw-2025", "kind: related\n        edition: 365-qd-tw-2025",
     ["replacement-unknown"]),
    # force without a hole, without an overlap
    (HOI, "date: 2024-05-28", "date: 2024-05-29", ["interval-overlap"]),
    (HOI, "date: 2024-05-28", "date: 2024-04-28", ["interval-hole"]),
    # what the text says itself
    (HOI, "    replaces:\n      - edition: 171-qd-tw-2008\n        number: 171-QĐ/TW",
     "    replaces:\n      - edition: 171-qd-tw-2008\n        number: 170-QĐ/TW",
     ["replacement-not-as-stated", "replacement-target-differs"]),
])
def test_registers_that_disagree(office: Office, file: str, old: str, new: str, codes: list[str]) -> None:
    office.edit(file, old, new)
    found = office.news()
    assert sorted(one.code for one in found) == codes
    for one in found:
        assert one.line > 0
        assert str(one.remedy)


def test_a_statement_without_its_answer(office: Office) -> None:
    path = office.root / DIEU_LE
    text = path.read_text(encoding="utf-8")
    cut = re.sub(r"    replaced_by:\n      - edition: 294-qd-tw-2025\n(?:        .*\n)+", "", text)
    assert cut != text
    path.write_text(cut, encoding="utf-8")
    (found,) = office.news()
    assert (found.code, found.file) == ("replacement-one-sided", DIEU_LE)
    assert "replaced_by" in str(found.message)


def test_a_ring_and_a_wrong_order(office: Office) -> None:
    office.edit(DIEU_LE, "    completeness: none\n    note: Số 29", """\
    replaces:
      - edition: 208-qd-tw-2026
        date: not known
        source: bịa ra cho phép thử
        certainty: C
    completeness: none
    note: Số 29""")
    assert sorted(office.codes()) == ["replacement-circle", "replacement-one-sided", "replacement-order"]


def test_several_faults_come_together_in_order(office: Office) -> None:
    office.edit(TEXT_162, "hạt nhân chính trị", "hạt nhân")
    office.edit("versions/co-quan.yaml", "certainty: C", "certainty: Z")
    (office.root / TEXT_30).unlink()
    found = office.check()
    assert {"hash-differs", "register-value", "file-missing"} <= {one.code for one in found}
    assert [one.file for one in found] == sorted(one.file for one in found)


def test_only_what_was_asked_for(office: Office) -> None:
    office.edit(TEXT_162, "hạt nhân chính trị", "hạt nhân")
    office.edit(TEXT_30, "Phát huy ưu điểm", "Phát huy")
    root = office.root
    assert {one.file for one in office.check(root / TEXT_30)} == {TEXT_30}
    assert {one.file for one in office.check(root / "regulations" / "hoi-quan-chung")} >= {TEXT_162}
    assert TEXT_30 not in {one.file for one in office.check(root / "regulations" / "hoi-quan-chung")}
    assert office.check(root) == office.check()
    with pytest.raises(NotPossible):
        office.check(root / "nowhere")


def test_a_text_from_outside_is_checked_too(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "dự thảo.txt"
    path.write_text("Điều 1. Phạm vi\n\n1. Một.\n\n3. Ba, xem Điều 8 Quy định này.\n", encoding="utf-8")
    codes = [one.code for one in office.check(path)]
    assert "numbering-skipped" in codes
    assert "reference-unresolved" in codes


def test_rules_are_listed_once() -> None:
    assert len(RULES) == len(set(RULES))
    folder = ROOT / "docgen" / "check" / "rules"
    assert {rule.__module__.rpartition(".")[2] for rule in RULES} == {
        path.stem for path in folder.glob("*.py") if path.stem != "__init__"}
