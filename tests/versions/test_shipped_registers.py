"""The registers that docgen ships: all works of the contract, each statement with its source and certainty."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.versions.as_of import in_force, standing
from docgen.versions.edition_id import edition_id
from docgen.versions.register import Edition
from docgen.versions.registers import Registers, load_registers
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def registers() -> Registers:
    return load_registers(Workspace(ROOT))


def by_id(registers: Registers, name: str) -> Edition:
    edition = registers.get(name)
    assert edition is not None
    return edition


def test_all_works_and_editions_of_the_contract(registers: Registers) -> None:
    held = {work.slug: [edition.id for edition in work.editions] for work in registers.works}
    assert held == {
        "cap-huyen": ["202-qd-tw-2019"],
        "chi-bo-co-quan-xa": ["10-hd-btctw-2007", "30-hd-btctw-2014", "361-qd-tw-2025", "363-qd-tw-2025"],
        "co-quan": ["98-qd-tw-2004", "138-qd-tw-2023"],
        "dieu-le-dang": ["dieu-le-dang-2011"],
        "hoi-quan-chung": ["171-qd-tw-2008", "162-qd-tw-2024"],
        "the-thuc-huong-dan": ["36-hd-vptw-2018", "05-hd-vptw-2026"],
        "the-thuc-van-ban": ["66-qd-tw-2017", "399-qd-tw-2026"],
        "thi-hanh-dieu-le": ["29-qd-tw-2016", "24-qd-tw-2021", "294-qd-tw-2025", "20-qd-tw-2026", "208-qd-tw-2026"],
    }


def test_ids_round_trip_through_number_and_year(registers: Registers) -> None:
    for edition in registers.editions:
        issued = edition.issued_on.date
        assert issued is not None
        assert edition_id(edition.number, issued.year, edition.kind) == edition.id
        assert registers.find(edition.id) is edition
        if edition.number:
            assert edition in registers.numbered(edition.number, issued)


def test_every_statement_has_a_source(registers: Registers) -> None:
    for edition in registers.editions:
        facts = [fact for fact in (edition.issued_on, edition.in_force_from, edition.in_force_until) if fact]
        for fact in facts:
            assert fact.date is None or (fact.source and fact.certainty), edition.id
        assert all(one.source and one.certainty for one in (*edition.replaces, *edition.replaced_by)), edition.id
        assert all(one.source and one.certainty for one in edition.statuses), edition.id
        assert all(one.source and one.certainty for one in edition.relations), edition.id


@pytest.mark.parametrize(("name", "certainty"), [
    ("162-qd-tw-2024", "A"), ("171-qd-tw-2008", "A"), ("294-qd-tw-2025", "A-"), ("138-qd-tw-2023", "A"),
    ("399-qd-tw-2026", "A"), ("202-qd-tw-2019", "C"), ("30-hd-btctw-2014", "C"), ("98-qd-tw-2004", "C"),
    ("05-hd-vptw-2026", "C"), ("208-qd-tw-2026", "C"), ("363-qd-tw-2025", "B"), ("24-qd-tw-2021", "B")])
def test_how_sure_the_date_of_issue_is(registers: Registers, name: str, certainty: str) -> None:
    assert by_id(registers, name).issued_on.certainty == certainty


def test_what_nobody_states_is_not_stated(registers: Registers) -> None:
    agency = by_id(registers, "98-qd-tw-2004").replaced_by[0]
    assert (agency.certainty, agency.date) == ("C", None)
    commune = by_id(registers, "30-hd-btctw-2014")
    assert commune.replaced_by == ()
    assert [one.edition for one in commune.relations] == ["361-qd-tw-2025", "363-qd-tw-2025"]
    assert by_id(registers, "294-qd-tw-2025").replaces[0].certainty == "B"
    assert by_id(registers, "162-qd-tw-2024").replaced_by == ()


@pytest.mark.parametrize(("name", "day", "status", "certainty"), [
    ("162-qd-tw-2024", date(2024, 5, 28), "not_yet", "A"),
    ("171-qd-tw-2008", date(2024, 5, 28), "in_force", "B"),
    ("162-qd-tw-2024", date(2024, 5, 29), "in_force", "A"),
    ("171-qd-tw-2008", date(2024, 5, 29), "replaced", "A"),
    ("171-qd-tw-2008", date(2008, 8, 1), "not_known", None),
    ("24-qd-tw-2021", date(2025, 7, 1), "replaced", "B"),
    ("294-qd-tw-2025", date(2025, 6, 30), "not_yet", "A-"),
    ("294-qd-tw-2025", date(2025, 7, 1), "in_force", "A-"),
    ("294-qd-tw-2025", date(2026, 3, 1), "not_known", None),
    ("294-qd-tw-2025", date(2027, 1, 1), "replaced", "C"),
    ("202-qd-tw-2019", date(2026, 1, 1), "not_known", "B"),
    ("30-hd-btctw-2014", date(2026, 1, 1), "not_known", "B"),
    ("10-hd-btctw-2007", date(2015, 1, 1), "replaced", "C"),
    ("36-hd-vptw-2018", date(2026, 5, 27), "replaced", "C"),
    ("05-hd-vptw-2026", date(2026, 5, 27), "in_force", "C"),
])
def test_status_on_a_day(registers: Registers, name: str, day: date, status: str, certainty: str | None) -> None:
    found = standing(by_id(registers, name), day)
    assert (found.status, found.certainty) == (status, certainty)


def test_never_two_in_force_in_one_line_of_replacement(registers: Registers) -> None:
    for work in registers.works:
        for year in range(2000, 2031):
            for month in (1, 6, 7, 12):
                assert len(in_force(work, date(year, month, 1))) <= 1, (work.slug, year)


def test_the_texts_that_are_held(registers: Registers) -> None:
    held = {edition.id: (edition.completeness, edition.file) for edition in registers.editions
            if edition.completeness != "none"}
    assert held == {
        "202-qd-tw-2019": ("full", "regulations/cap-huyen/202-qd-tw-2019.md"),
        "138-qd-tw-2023": ("partial", "regulations/co-quan/138-qd-tw-2023.md"),
        "162-qd-tw-2024": ("full", "regulations/hoi-quan-chung/162-qd-tw-2024.md"),
        "171-qd-tw-2008": ("partial", "regulations/hoi-quan-chung/171-qd-tw-2008.md"),
        "30-hd-btctw-2014": ("full", "regulations/chi-bo-co-quan-xa/30-hd-btctw-2014.md"),
    }
