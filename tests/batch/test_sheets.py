"""How offices lay a workbook out: several frameworks, several sheets, merged headings."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from docgen.api.batching.inputs import Inputs, gather, read_input
from docgen.draft.cells import CellReading, read_cell
from docgen.draft.workbook_facts import facts_text
from docgen.model.finding import Finding, has_errors
from tests.batch.tables import ROOT, WORKSPACE, changed, column, form, questions_of, row_of

SHEET, PEOPLE, ASSOCIATION, COMMUNE = "Chi bộ", "Người", "chi-bo-co-chi-uy", "chi-bo-co-quan-xa"


def every_framework(folder: Path) -> Workbook:
    """Return the shipped workbook for all frameworks."""
    return load_workbook(form(folder, ""))


def saved(workbook: Workbook, folder: Path) -> Path:
    target = BytesIO()
    workbook.save(target)
    path = folder / "bang.xlsx"
    path.write_bytes(target.getvalue())
    return path


def reading(inputs: Inputs, name: str) -> CellReading:
    cell = next(one for one in inputs.cells if one.name == name)
    questions, templates = inputs.homes[cell.home]
    return read_input(cell, questions_of(questions), tuple(one.name for one in templates), inputs.wording)


def errors(inputs: Inputs) -> list[Finding]:
    return [one for one in (*inputs.findings, *(one for cell in inputs.cells
                                                for one in reading(inputs, cell.name).findings))
            if one.severity == "error"]


def only(sheet: Worksheet, *codes: str) -> None:
    """Delete all rows but those of some cells."""
    for row in range(sheet.max_row, 1, -1):
        if sheet.cell(row, 1).value not in codes:
            sheet.delete_rows(row)


@pytest.mark.full
def test_cells_of_several_frameworks_stand_in_one_sheet(tmp_path: Path) -> None:
    inputs = gather(WORKSPACE, saved(every_framework(tmp_path), tmp_path), "all")
    assert not errors(inputs)
    assert len(inputs.homes) >= 3
    for cell in inputs.cells:
        facts = reading(inputs, cell.name).facts
        assert facts is not None
        assert facts.text("framework") == inputs.homes[cell.home][0].parent.name
        from_file = (ROOT / "cells" / f"{cell.name}.yaml").read_text(encoding="utf-8")
        questions, templates = inputs.homes[cell.home]
        wanted = read_cell(from_file, questions_of(questions), kinds=tuple(one.name for one in templates)).facts
        assert wanted is not None
        assert dict(facts.values) == dict(wanted.values), cell.name


@pytest.mark.full
def test_the_text_kept_for_a_row_holds_the_same_facts(tmp_path: Path) -> None:
    import pickle

    inputs = gather(WORKSPACE, saved(every_framework(tmp_path), tmp_path), "all")
    for cell in inputs.cells:
        assert isinstance(cell.source, bytes)
        questions, templates = inputs.homes[cell.home]
        fields, kinds = questions_of(questions), tuple(one.name for one in templates)
        row, text = reading(inputs, cell.name).facts, facts_text(pickle.loads(cell.source), fields)
        again = read_cell(text, fields, kinds=kinds).facts
        assert row is not None
        assert again is not None
        assert (dict(again.values), again.given, again.blank, again.sha256) == (
            dict(row.values), row.given, row.blank, row.sha256)


@pytest.mark.full
def test_an_answer_another_framework_asks_for_is_told_and_stops_nothing(tmp_path: Path) -> None:
    workbook = every_framework(tmp_path)
    sheet = workbook[SHEET]
    sheet.cell(row_of(sheet, COMMUNE), column(sheet, "Hội có đảng đoàn")).value = "không"
    workbook["Hội"].append([COMMUNE, "Hội Đông y tỉnh Sao Mai"])
    inputs = gather(WORKSPACE, saved(workbook, tmp_path), "all")
    assert not errors(inputs)
    told = [str(one.message) for one in reading(inputs, COMMUNE).findings if one.code == "workbook"]
    assert len(told) == 2
    assert any("Hội có đảng đoàn" in one for one in told)
    assert any("Hội" in one and COMMUNE in one for one in told)


def test_what_only_one_framework_needs_is_missed_in_its_rows_alone(tmp_path: Path) -> None:
    workbook = every_framework(tmp_path)
    sheet = workbook[SHEET]
    sheet.cell(row_of(sheet, COMMUNE), column(sheet, "Loại đơn vị hành chính")).value = None
    found = errors(gather(WORKSPACE, saved(workbook, tmp_path), "all"))
    assert [(one.code, one.line) for one in found] == [("cell-missing", row_of(sheet, COMMUNE))]
    assert "Loại đơn vị hành chính" in str(found[0].message)


@pytest.mark.full
def test_a_row_must_say_its_framework_where_there_are_several(tmp_path: Path) -> None:
    workbook = every_framework(tmp_path)
    sheet = workbook[SHEET]
    sheet.cell(row_of(sheet, COMMUNE), column(sheet, "Quy định khung")).value = None
    sheet.cell(row_of(sheet, ASSOCIATION), column(sheet, "Quy định khung")).value = "hoi-quan-chug"
    inputs = gather(WORKSPACE, saved(workbook, tmp_path), "all")
    found = errors(inputs)
    assert {one.line for one in found} == {row_of(sheet, COMMUNE), row_of(sheet, ASSOCIATION)}
    assert any("hoi-quan-chung" in str(one.remedy) for one in found)
    assert not {COMMUNE, ASSOCIATION} & {cell.name for cell in inputs.cells}


@pytest.mark.full
def test_a_kind_some_frameworks_lack_passes_their_cells_over(tmp_path: Path) -> None:
    inputs = gather(WORKSPACE, saved(every_framework(tmp_path), tmp_path), "coordination-agreement")
    assert COMMUNE not in {cell.name for cell in inputs.cells}
    assert [(one.code, one.severity) for one in inputs.findings] == [("batch-kind", "warning")]
    workbook = every_framework(tmp_path)
    only(workbook[SHEET], COMMUNE)
    for name in (PEOPLE, "Hội", "Cơ quan"):
        only(workbook[name], COMMUNE)
    nobody = gather(WORKSPACE, saved(workbook, tmp_path), "coordination-agreement")
    assert [one.severity for one in nobody.findings if one.code == "batch-kind"] == ["error"]


def test_headings_parted_over_two_rows_by_merged_cells(tmp_path: Path) -> None:
    def two_rows(workbook: Workbook) -> None:
        sheet = workbook[SHEET]
        headings = [sheet.cell(1, number).value for number in range(1, sheet.max_column + 1)]
        sheet.insert_rows(2)
        for number, heading in enumerate(headings, 1):
            if 3 <= number <= 6:
                sheet.cell(1, number).value, sheet.cell(2, number).value = None, heading
            else:
                sheet.merge_cells(start_row=1, end_row=2, start_column=number, end_column=number)
        sheet.cell(1, 3).value = "Tên gọi, cấp trên"
        sheet.merge_cells("C1:F1")

    inputs = gather(WORKSPACE, changed(tmp_path, two_rows), "all")
    assert not errors(inputs)
    assert len(inputs.cells) >= 6


@pytest.mark.full
def test_a_heading_merged_over_a_second_column_with_values_is_a_fault_with_its_place(tmp_path: Path) -> None:
    def merged(workbook: Workbook) -> None:
        sheet = workbook[SHEET]
        place = column(sheet, "Địa danh")
        sheet.insert_cols(place + 1)
        sheet.cell(row_of(sheet, ASSOCIATION), place + 1).value = "Sao Mai"
        sheet.merge_cells(start_row=1, end_row=1, start_column=place, end_column=place + 1)

    found = errors(gather(WORKSPACE, changed(tmp_path, merged), "all"))
    assert len(found) == 1
    assert found[0].address.startswith(f"{SHEET}!")


@pytest.mark.full
def test_a_sheet_for_each_district_is_read_like_one(tmp_path: Path) -> None:
    def parted(workbook: Workbook) -> None:
        first = workbook[SHEET]
        second = workbook.copy_worksheet(first)
        second.title = "Phường 7"
        only(second, ASSOCIATION)
        for row in range(first.max_row, 1, -1):
            if first.cell(row, 1).value == ASSOCIATION:
                first.delete_rows(row)
        second.cell(2, column(second, "Địa danh")).value = None

    inputs = gather(WORKSPACE, changed(tmp_path, parted), "all")
    assert ASSOCIATION in {cell.name for cell in inputs.cells}
    found = errors(inputs)
    assert len(found) == 1
    assert "Phường 7" in str(found[0].message)
    assert found[0].address.startswith("Phường 7!")


def test_a_sheet_nobody_understands_is_told_and_one_for_notes_is_not(tmp_path: Path) -> None:
    def more(workbook: Workbook) -> None:
        workbook.create_sheet("Danh sách mới").append(["Tên", "Địa chỉ"])
        workbook.create_sheet("Ghi chú của văn phòng").append(["gọi lại"])

    inputs = gather(WORKSPACE, changed(tmp_path, more), "all")
    assert [one.severity for one in inputs.findings] == ["warning"]
    assert "Danh sách mới" in str(inputs.findings[0].message)


@pytest.mark.full
def test_nothing_in_it_at_all(tmp_path: Path) -> None:
    workbook = every_framework(tmp_path)
    for sheet in workbook:
        sheet.delete_rows(2, sheet.max_row)
    workbook[SHEET].cell(2, 2).value = "co-quan"
    inputs = gather(WORKSPACE, saved(workbook, tmp_path), "all")
    assert has_errors([one for cell in inputs.cells for one in reading(inputs, cell.name).findings])
