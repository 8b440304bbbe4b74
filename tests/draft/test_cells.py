from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.draft.cells import CELL_LIMIT, framework_of, load_cell, read_cell, read_cell_file
from docgen.draft.facts import Blank, Day, MonthDay, Value
from docgen.errors import NotPossible
from docgen.model.finding import FaultsFound, Finding, has_errors
from tests.draft.samples import CELL, facts, fields, findings_of

_LINES = ["name: A\n", "secretary: khuyết\n", "full_members: 7\n", "committee:\n",
          "  - post: bí thư\n", "    name: [x]\n",
          "issued_on: 30/2/2026\n", "- x\n", "organisations: [a, {b: c}]\n", "number: chưa có\n", "? !!x\n", "\t\n",
          "seal: \"\\uD800\"\n", "remark: \"\\a\"\n", "term: |\n  2030\n"]


@given(st.text())
def test_any_text_is_read_without_an_exception(text: str) -> None:
    reading = read_cell(text, fields())
    assert (reading.facts is None) == has_errors(reading.findings)


@given(st.lists(st.sampled_from(_LINES)))
def test_any_lines_are_read_without_an_exception(lines: list[str]) -> None:
    for finding in read_cell("".join(lines), fields(), "cell.yaml").findings:
        assert finding.line >= 1
        assert finding.column >= 1
        assert str(finding.message)
        assert finding.file == "cell.yaml"


@given(st.binary(max_size=200))
@settings(max_examples=50)
def test_any_bytes_are_read_or_refused_with_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes,
) -> None:
    path = tmp_path_factory.mktemp("cells") / "cell.yaml"
    path.write_bytes(content)
    try:
        read_cell_file(path, fields())
    except NotPossible as refused:
        assert str(refused)


def errors(found: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in found if finding.severity == "error"]


@pytest.mark.parametrize(("typed", "name", "value"), [
    ("number: 01", "number", "01"),
    ("remark: no", "remark", "no"),
    ("remark: 1e3", "remark", "1e3"),
    ("remark: 2026-01-01", "remark", "2026-01-01"),
    ("remark: ~", "remark", "~"),
    ("seal: no", "seal", False),
    ("seal: có", "seal", True),
    ("seal: Không", "seal", False),
    ("seal: YES", "seal", True),
    ("probationary_members: 02", "probationary_members", 2),
    ("founded: 1957", "founded", 1957),
    ("issued_on: 2026-02-05", "issued_on", Day(2026, 2, 5)),
    ("issued_on: 5/2/2026", "issued_on", Day(2026, 2, 5)),
    ("issued_on: ngày 05 tháng 02 năm 2026", "issued_on", Day(2026, 2, 5)),
    ("report_day: 20/6", "report_day", MonthDay(20, 6)),
    ("organisations: [công đoàn, chi đoàn]", "organisations", ("công đoàn", "chi đoàn")),
    ("organisations: []", "organisations", ()),
    ("deputy: Khuyết", "deputy", ""),
    ("remark: '  a   b '", "remark", "a b"),
    ("remark: Hội A & B <C> \"D\"", "remark", 'Hội A & B <C> "D"'),
    ("remark: \u00d0ăng", "remark", "Đăng"),
])
def test_the_field_decides_the_type(typed: str, name: str, value: Value) -> None:
    held = facts(typed + "\n").get(name)
    assert held == value
    assert type(held) is type(value)


def test_text_is_kept_in_nfc() -> None:
    decomposed = unicodedata.normalize("NFD", "Uỷ ban nhân dân phường Đắk Búk So")
    assert facts(f"remark: {decomposed}\n").get("remark") == unicodedata.normalize("NFC", decomposed)


def test_open_values_are_blanks_that_count_as_no() -> None:
    known = facts("number: chưa có\nissued_on: Chưa có\n")
    assert known.blank[:3] == ("passed_on", "issued_on", "number")
    assert isinstance(known.get("number"), Blank)
    assert not known.get("number")
    assert known.text("number") == ""
    assert known.day("issued_on") is None


def test_defaults_fill_what_nobody_answered() -> None:
    known = facts()
    assert known.get("quorum_share") == "hai phần ba"
    assert "quorum_share" not in known.given
    assert known.get("organisations") == ()
    assert known.get("duplex") is None


@pytest.mark.parametrize(("typed", "code", "column"), [
    ("full_membres: 7", "cell-unknown", 1),
    ("remark: chưa có", "cell-open", 9),
    ("issued_on: 30/2/2026", "cell-date", 12),
    ("issued_on: 2026", "cell-date", 12),
    ("report_day: 31/6", "cell-date", 13),
    ("report_day: 29/2", "cell-date", 13),
    ("founded: 57", "cell-year", 10),
    ("probationary_members: hai", "cell-integer", 23),
    ("probationary_members: 1.0", "cell-integer", 23),
    ("probationary_members: -1", "cell-integer", 23),
    ("seal: maybe", "cell-yes-no", 7),
    ("kind: chi-bo", "cell-choice", 7),
    ("organisations: công đoàn", "cell-type", 16),
    ("remark: [a]", "cell-type", 9),
    ("committee: [A]", "cell-type", 13),
    ("committee: [{post: bí thư}]", "cell-missing", 13),
    ("committee: [{post: bí thư, name: A, ten: B}]", "cell-unknown", 37),
    ("committee: [{post: trưởng, name: A}]", "cell-choice", 20),
    ("remark: \"a\\ab\"", "cell-character", 9),
    ("remark: \"a\\u200bb\"", "cell-character", 9),
    ("remark: \"a\\u202eb\"", "cell-character", 9),
    ("remark: \"a\\uFFFFb\"", "cell-character", 9),
    ("remark: 'a {{ name }}'", "cell-tag", 9),
    ("remark: 'a {% if x %}'", "cell-tag", 9),
    ("remark: 'a {# x #}'", "cell-tag", 9),
    ("name: Hai", "yaml-duplicate", 1),
    ("remark: " + "a" * 2001, "cell-long", 9),
])
def test_a_fault_has_its_line_column_and_code(typed: str, code: str, column: int) -> None:
    found = findings_of(typed + "\n")
    assert (code, "error", 5, column) in [(f.code, f.severity, f.line, f.column) for f in found]
    assert read_cell(CELL + typed, fields()).facts is None


def test_a_raw_control_character_is_found_where_it_stands() -> None:
    assert [(f.code, f.line, f.column) for f in findings_of("remark: a\x07b\n")] == [("cell-character", 5, 10)]


def test_a_mistyped_name_brings_the_nearest_known_one_and_no_second_fault() -> None:
    found = findings_of("", CELL.replace("full_members", "full_membres"))
    assert errors(found) == ["cell-unknown"]
    assert dict(found[0].remedy.values)["name"] == "full_members"


def test_a_name_in_vietnamese_letters_or_with_hyphens_is_recognised() -> None:
    found = findings_of("", CELL.replace("full_members", "full-members"))
    assert dict(found[0].remedy.values)["name"] == "full_members"


def test_what_only_another_document_needs_may_stay_unanswered() -> None:
    listed = fields("fields:\n  - {name: a, required: yes, for: [coordination-agreement]}\n  - {name: b}\n")
    assert errors(read_cell("b: x\n", listed).findings) == ["cell-missing"]
    assert errors(read_cell("b: x\n", listed, kinds=("coordination-agreement",)).findings) == ["cell-missing"]
    assert read_cell("b: x\n", listed, kinds=("working-rules",)).findings == ()


def test_all_faults_come_at_once_in_the_order_of_the_file() -> None:
    found = findings_of("seal: maybe\nxyz: 1\nissued_on: x\nfounded: y\n", "name: A\n")
    assert [f.line for f in found] == sorted(f.line for f in found)
    assert sorted(errors(found)) == ["cell-date", "cell-missing", "cell-missing", "cell-missing", "cell-unknown",
                                     "cell-year", "cell-yes-no"]


def test_what_is_required_must_be_answered_and_an_empty_list_is_an_answer() -> None:
    listed = fields("fields:\n  - {name: a, type: list, required: yes}\n  - {name: b, required: yes, blank: yes}\n")
    assert errors(read_cell("b: x\n", listed).findings) == ["cell-missing"]
    assert errors(read_cell("a:\nb: x\n", listed).findings) == ["cell-missing"]
    assert read_cell("a: []\nb: chưa có\n", listed).findings == ()


@pytest.mark.parametrize("text", ["", "just words", "- a\n- b\n", "name: [", "a: &x 1\nb: *x\n", "\t- a", "a: b: c",
                                  "--- a\n--- b\n", "{{ name }}: x", "%YAML 9\n", "name: 'open"])
def test_what_is_no_list_of_names_is_a_fault_with_a_place(text: str) -> None:
    found = read_cell(text, fields(), "cell.yaml").findings
    assert errors(found)
    assert all(f.line >= 1 for f in found)


def test_a_yaml_bomb_is_refused_at_its_first_alias() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"
    assert errors(read_cell(bomb, fields()).findings) == ["yaml"]


def test_deep_nesting_is_refused() -> None:
    assert "yaml" in errors(read_cell("name: " + "[" * 5000, fields()).findings)


@pytest.mark.parametrize("encode", [
    lambda text: text.encode("utf-8-sig"),
    lambda text: text.encode("utf-16"),
    lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: unicodedata.normalize("NFD", text).encode(),
    lambda text: text.replace("\n", "\r").encode(),
])
def test_other_ways_of_saving_a_file_give_the_same_facts(tmp_path: Path, encode: object) -> None:
    assert callable(encode)
    path = tmp_path / "cell.yaml"
    path.write_bytes(encode(CELL))
    known, _ = load_cell(path, fields())
    assert dict(known.values) == dict(facts().values)


def test_the_old_windows_encoding_is_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "cell.yaml"
    text = CELL + "remark: Quy định về chức năng, nhiệm vụ, mối quan hệ công tác của đảng bộ\n"
    marks = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    pieces = []
    for character in text:
        parts = unicodedata.normalize("NFD", character)
        tone = [part for part in parts if part in marks]
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in marks))
        pieces.append(base + "".join(tone))
    path.write_bytes("".join(pieces).encode("cp1258"))
    reading = read_cell_file(path, fields())
    assert reading.facts is not None
    assert reading.facts.text("remark").startswith("Quy định về chức năng")
    assert [(f.code, f.severity) for f in reading.findings] == [("cell-encoding", "note")]


def test_a_file_that_is_missing_empty_binary_or_huge_is_one_sentence(tmp_path: Path) -> None:
    cases = {"empty.yaml": b"", "blank.yaml": b" \n\n", "binary.yaml": b"PK\x03\x04" + bytes(50)}
    for name, content in cases.items():
        (tmp_path / name).write_bytes(content)
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(100_000_000)
    assert huge.stat().st_size > CELL_LIMIT
    for name in (*cases, "huge.yaml", "missing.yaml", "."):
        with pytest.raises(NotPossible) as refused:
            read_cell_file(tmp_path / name, fields())
        assert str(refused.value.message)


def test_loading_raises_all_faults(tmp_path: Path) -> None:
    path = tmp_path / "cell.yaml"
    path.write_text("name: A\nxyz: 1\n", encoding="utf-8")
    with pytest.raises(FaultsFound) as refused:
        load_cell(path, fields())
    assert len(refused.value.findings) == 4
    assert {f.file for f in refused.value.findings} == {str(path)}


@pytest.mark.parametrize(("text", "work"), [
    ("framework: co-quan\n", "co-quan"), ("name: A\n", ""), ("[", ""), ("", ""), ("\ufeffframework:  x \r\n", "x")])
def test_the_framework_is_found_before_the_questions_are_known(text: str, work: str) -> None:
    assert framework_of(text) == work
