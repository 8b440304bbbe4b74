"""What a spreadsheet program and a tired office do to a table, and what is made of it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

from docgen.api.batching.inputs import Inputs, gather, read_input
from docgen.api.cell_workbook import cell_workbook
from docgen.api.cells import find_cell
from docgen.draft.cells import CellReading, read_cell_file
from docgen.draft.template import load_fields
from docgen.errors import NotPossible
from docgen.model.finding import Finding, has_errors
from docgen.reader.workbook.reading import read_tables
from tests.batch.tables import FRAMEWORK, ROOT, WORKSPACE, changed, column, form, row_of

FIELDS = load_fields(ROOT / "templates" / FRAMEWORK / "fields.yaml")
KINDS = ("working-rules", "coordination-agreement")
SHEET, PEOPLE = "Chi bộ", "Người"
CELL = "chi-bo-co-chi-uy"


def reading(inputs: Inputs, name: str = CELL) -> CellReading:
    cell = next(one for one in inputs.cells if one.name == name)
    return read_input(cell, FIELDS, KINDS, inputs.wording)


def every(path: Path) -> list[Finding]:
    inputs = gather(WORKSPACE, path, "all")
    return [*inputs.findings, *(one for cell in inputs.cells
                                for one in read_input(cell, FIELDS, KINDS, inputs.wording).findings)]


def test_the_samples_say_in_the_workbook_what_they_say_in_their_files(tmp_path: Path) -> None:
    inputs = gather(WORKSPACE, form(tmp_path), "all")
    assert not has_errors(inputs.findings)
    assert len(inputs.cells) >= 6
    for cell in inputs.cells:
        named = find_cell(WORKSPACE, str(ROOT / "cells" / f"{cell.name}.yaml"))
        from_file = read_cell_file(named.path, FIELDS, KINDS).facts
        from_row = reading(inputs, cell.name).facts
        assert from_file is not None
        assert from_row is not None
        assert dict(from_row.values) == dict(from_file.values)
        assert from_row.given == from_file.given
        assert from_row.blank == from_file.blank


def test_the_same_form_has_the_same_bytes(tmp_path: Path) -> None:
    assert cell_workbook(WORKSPACE, tmp_path / "b.xlsx", FRAMEWORK).read_bytes() == form(tmp_path).read_bytes()


def test_the_form_has_notes_choices_text_columns_and_a_guide(tmp_path: Path) -> None:
    workbook = load_workbook(form(tmp_path))
    assert workbook.sheetnames[:3] == [SHEET, PEOPLE, "Hội"]
    assert workbook.sheetnames[-1] == "Hướng dẫn"
    sheet = workbook[SHEET]
    top = sheet.cell(1, column(sheet, "Đảng bộ cấp trên trực tiếp"))
    assert top.comment is not None
    assert "không ghi tên đảng uỷ" in top.comment.text
    assert any("chi-bo-co-so,dang-bo-co-so" in one.formula1 for one in sheet.data_validations.dataValidation)
    assert {cell.number_format for row in sheet.iter_rows(min_row=2) for cell in row} == {"@"}


def test_every_fault_of_every_row_says_row_and_heading(tmp_path: Path) -> None:
    def faults(workbook: Workbook) -> None:
        sheet = workbook[SHEET]
        first, second = row_of(sheet, CELL), row_of(sheet, "chi-bo-ghep")
        sheet.cell(first, column(sheet, "Ngày đại hội")).value = "31/2/2025"
        sheet.cell(first, column(sheet, "Số đảng viên chính thức")).value = "mười hai"
        sheet.cell(second, column(sheet, "Địa danh")).value = None
        people = workbook[PEOPLE]
        people.cell(row_of(people, CELL), column(people, "Chức danh")).value = "bí thứ"

    path = changed(tmp_path, faults)
    found = [one for one in every(path) if one.severity == "error"]
    sheet = load_workbook(path)[SHEET]
    first, second = row_of(sheet, CELL), row_of(sheet, "chi-bo-ghep")
    said = [str(one.message) for one in found]
    for words in (("Ngày đại hội", str(first)), ("Số đảng viên chính thức", str(first)),
                  ("Địa danh", str(second)), ("Chức danh", PEOPLE)):
        assert any(all(word in sentence for word in words) for sentence in said), (words, said)
    assert not any("congress_on" in sentence or "full_members" in sentence for sentence in said)
    assert {one.address for one in found} >= {f"{SHEET}!{sheet.cell(first, column(sheet, 'Ngày đại')).coordinate}"}


@pytest.mark.parametrize("value", [datetime(2025, 6, 12), date(2025, 6, 12), 45820, "12/6/2025", "2025-06-12 00:00:00"])
def test_a_date_is_the_same_day_however_it_is_held(tmp_path: Path, value: object) -> None:
    def set_day(workbook: Workbook) -> None:
        sheet = workbook[SHEET]
        cell = sheet.cell(row_of(sheet, CELL), column(sheet, "Ngày đại hội"))
        cell.number_format = "General"
        cell.value = value

    facts = reading(gather(WORKSPACE, changed(tmp_path, set_day), "all")).facts
    assert facts is not None
    assert facts.day("congress_on") == date(2025, 6, 12)


def test_a_lost_zero_is_said_and_a_date_made_of_a_text_is_a_fault(tmp_path: Path) -> None:
    def spoil(workbook: Workbook) -> None:
        sheet = workbook[SHEET]
        row = row_of(sheet, CELL)
        sheet.cell(row, column(sheet, "Số của quy chế làm việc")).value = 1
        sheet.cell(row, column(sheet, "Nhiệm kỳ")).value = datetime(2025, 1, 1)

    found = [one for one in every(changed(tmp_path, spoil)) if one.code == "workbook"]
    assert {one.severity for one in found} == {"warning", "error"}
    assert any("01/01/2025" in str(one.message) for one in found)


def test_a_formula_nobody_computed_is_a_fault_and_no_empty_answer(tmp_path: Path) -> None:
    def formula(workbook: Workbook) -> None:
        sheet = workbook[SHEET]
        sheet.cell(row_of(sheet, CELL), column(sheet, "Nơi họp")).value = '="Phòng "&1'

    inputs = gather(WORKSPACE, changed(tmp_path, formula), "all")
    found = reading(inputs)
    assert found.facts is None
    assert any("Nơi họp" in str(one.message) for one in found.findings if one.severity == "error")


def test_a_required_answer_that_cannot_be_taken_has_one_fault(tmp_path: Path) -> None:
    def formula(workbook: Workbook) -> None:
        sheet = workbook[SHEET]
        sheet.cell(row_of(sheet, CELL), column(sheet, "Địa danh")).value = "=A1"

    inputs = gather(WORKSPACE, changed(tmp_path, formula), "all")
    assert [one.code for one in reading(inputs).findings if one.severity == "error"] == ["workbook"]


def test_two_rows_of_one_cell_and_people_of_no_cell(tmp_path: Path) -> None:
    def twice(workbook: Workbook) -> None:
        sheet = workbook[SHEET]
        sheet.cell(row_of(sheet, "chi-bo-ghep"), 1).value = CELL
        people = workbook[PEOPLE]
        people.append(["chi-bo-nao-do", "bí thư", "Nguyễn Văn Mẫu"])
        people.append([None, "bí thư", "Nguyễn Văn Mẫu"])

    inputs = gather(WORKSPACE, changed(tmp_path, twice), "all")
    assert CELL not in [cell.name for cell in inputs.cells]
    assert sum(PEOPLE in str(one.message) and "Mã chi bộ" in str(one.message) for one in inputs.findings) == 2
    assert len([one for one in inputs.findings if one.severity == "error"]) >= 3


def test_a_title_and_merged_groups_above_the_headings_are_passed_over(tmp_path: Path) -> None:
    def title(workbook: Workbook) -> None:
        sheet = workbook[SHEET]
        sheet.insert_rows(1, 2)
        sheet.cell(1, 1).value = "DANH SÁCH CHI BỘ TỈNH SAO MAI"
        sheet.merge_cells("A1:F1")
        sheet.cell(2, 1).value = "Tên gọi"
        sheet.merge_cells("A2:C2")

    inputs = gather(WORKSPACE, changed(tmp_path, title), "all")
    assert not has_errors(inputs.findings)
    assert reading(inputs).facts is not None


def test_an_unknown_heading_is_a_fault_and_a_note_of_the_office_is_not(tmp_path: Path) -> None:
    def headings(workbook: Workbook) -> None:
        sheet = workbook[SHEET]
        last = sheet.max_column
        sheet.cell(1, last + 1).value, sheet.cell(2, last + 1).value = "Ghi chú của văn phòng", "gọi lại"
        sheet.cell(1, last + 2).value, sheet.cell(2, last + 2).value = "Nhiệm kì khoá", "2025"
        sheet.cell(1, column(sheet, "Địa danh")).value = None

    said = [str(one.message) for one in every(changed(tmp_path, headings)) if one.severity == "error"]
    assert any("Nhiệm kì khoá" in sentence for sentence in said)
    assert any("Địa danh" in sentence for sentence in said)
    assert not any("Ghi chú" in sentence for sentence in said)


def test_a_million_empty_rows_are_passed_over(tmp_path: Path) -> None:
    def far(workbook: Workbook) -> None:
        workbook[SHEET].cell(1_048_576, 2).fill = PatternFill("solid", fgColor="FFFF00")

    inputs = gather(WORKSPACE, changed(tmp_path, far), "all")
    assert reading(inputs).facts is not None


def test_a_name_of_three_hundred_letters_and_names_of_the_highlands(tmp_path: Path) -> None:
    long = "Liên hiệp các Hội Khoa học và Kỹ thuật " + "và Công nghệ " * 20 + "tỉnh Sao Mai"

    def names(workbook: Workbook) -> None:
        sheet = workbook[SHEET]
        row = row_of(sheet, CELL)
        sheet.cell(row, column(sheet, "Tên chi bộ")).value = f"Chi bộ cơ sở {long}"
        sheet.cell(row, column(sheet, "Địa danh")).value = "Phường 7"
        sheet.cell(row, column(sheet, "Phó bí thư")).value = "H'Nghĩa Niê"
        people = workbook[PEOPLE]
        people.cell(row_of(people, CELL) + 1, column(people, "Họ và tên")).value = "H'Nghĩa Niê"

    facts = reading(gather(WORKSPACE, changed(tmp_path, names), "all")).facts
    assert facts is not None
    assert (facts.text("deputy"), facts.text("place"), facts.text("name")) == (
        "H'Nghĩa Niê", "Phường 7", f"Chi bộ cơ sở {long}")


def test_a_table_saved_as_csv_in_the_old_vietnamese_encoding(tmp_path: Path) -> None:
    path = tmp_path / "bang.csv"
    path.write_bytes("Mã chi bộ;Địa danh\r\ncb-1;Sao Mai\r\n".encode("utf-16"))
    assert [list(row.values) for row in read_tables(path)[0].rows] == [["Mã chi bộ", "Địa danh"], ["cb-1", "Sao Mai"]]
    # cp1258 writes tone marks as letters of their own after the vowel
    path.write_bytes("Ma\u0303 chi bô\u0323;Đi\u0323a danh cu\u0309a văn phòng\r\ncb-1;Sao Mai\r\n".encode(
        "cp1258", errors="ignore"))
    assert read_tables(path)[0].rows[0].values[0] == "Mã chi bộ"


@pytest.mark.parametrize("content", [
    b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), b"PK\x03\x04 not a zip", b"plain text"])
def test_what_is_no_readable_workbook_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "khoa.xlsx"
    path.write_bytes(content)
    with pytest.raises(NotPossible) as caught:
        read_tables(path)
    assert caught.value.remedy
    assert ("password" in caught.value.message.source) == (b"E\0n\0c" in content)
