"""Which edition is in force on a day: laws on made-up registers, then the cases of the real ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.versions.as_of import Standing, in_force, list_row, standing
from docgen.versions.legal_date import LegalDate
from docgen.versions.register import CERTAINTIES, DatedFact, Edition, Replacement, StatusStatement, Work, weakest

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31))
LEGAL_DATES = DAYS.map(lambda day: LegalDate(day.isoformat())) | DAYS.map(lambda day: LegalDate(str(day.year)))
FACTS = st.builds(DatedFact, date=st.none() | LEGAL_DATES, certainty=st.sampled_from(CERTAINTIES))
REPLACED = st.builds(Replacement, edition=st.just("other-2030"), date=st.none() | LEGAL_DATES,
                     certainty=st.sampled_from(CERTAINTIES))
EDITIONS = st.builds(Edition, id=st.just("x-2000"), issued_on=FACTS, in_force_from=FACTS,
                     in_force_until=st.none() | FACTS, replaced_by=st.lists(REPLACED, max_size=3).map(tuple))
ORDER = {"not_yet": 0, "in_force": 1, "replaced": 2}


@given(EDITIONS, DAYS, DAYS)
def test_time_runs_one_way(edition: Edition, one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    before, after = standing(edition, earlier), standing(edition, later)
    if "not_known" not in (before.status, after.status):
        assert ORDER[before.status] <= ORDER[after.status]


@given(EDITIONS, DAYS)
def test_what_is_known_has_a_certainty(edition: Edition, day: date) -> None:
    found = standing(edition, day)
    assert (found.certainty is None) == (found.status == "not_known")


@given(EDITIONS, DAYS)
def test_a_year_alone_never_says_more_than_a_day_of_it(edition: Edition, day: date) -> None:
    """Whatever day of the year it really was, a known answer holds for it too."""
    start = edition.in_force_from
    if start.date is None or start.date.is_day:
        return
    ends = [fact.date for fact in (edition.in_force_until, *edition.replaced_by) if fact and fact.date]
    if any(end.earliest <= start.date.latest for end in ends):
        return  # a text replaced before it began: docgen check refuses such a register
    known = standing(edition, day)
    if known.status == "not_known":
        return
    for real in (start.date.earliest, start.date.earliest + timedelta(days=180), start.date.latest):
        sharper = replace(edition, in_force_from=replace(start, date=LegalDate(real.isoformat())))
        assert standing(sharper, day).status == known.status


@given(EDITIONS, DAYS)
def test_nothing_is_in_force_without_a_known_beginning(edition: Edition, day: date) -> None:
    if standing(edition, day).status == "in_force":
        assert edition.in_force_from.date is not None
        assert edition.in_force_from.date.latest <= day


def edition(**facts: object) -> Edition:
    base = Edition(id="1-qd-tw-2010", issued_on=DatedFact(date=LegalDate("2010-03-01"), certainty="A"),
                   in_force_from=DatedFact(date=LegalDate("2010-03-01"), certainty="A"))
    return replace(base, **facts)  # type: ignore[arg-type]  # names and values are checked by replace at run time


def test_the_last_day_is_still_in_force() -> None:
    one = edition(in_force_until=DatedFact(date=LegalDate("2020-05-31"), certainty="B"))
    assert standing(one, date(2010, 2, 28)) == Standing("not_yet", "A")
    assert standing(one, date(2010, 3, 1)) == Standing("in_force", "A")
    assert standing(one, date(2020, 5, 31)) == Standing("in_force", "A")
    assert standing(one, date(2020, 6, 1)) == Standing("replaced", "B")


def test_a_replacement_on_an_unknown_day_leaves_the_present_open() -> None:
    one = edition(replaced_by=(Replacement(edition="2-qd-tw-2020", certainty="B"),))
    assert standing(one, date(2015, 1, 1)) == Standing("not_known")
    assert standing(one, date(2030, 1, 1)) == Standing("not_known")


def test_a_replacement_some_time_in_a_year() -> None:
    one = edition(replaced_by=(Replacement(edition="2-qd-tw-2020", date=LegalDate("2020"), certainty="C"),))
    assert standing(one, date(2019, 12, 31)) == Standing("in_force", "A")
    assert standing(one, date(2020, 1, 1)) == Standing("not_known")
    assert standing(one, date(2020, 12, 31)) == Standing("not_known")
    assert standing(one, date(2021, 1, 1)) == Standing("replaced", "C")


def test_a_recorded_doubt_ends_the_certainty() -> None:
    doubt = StatusStatement(status="not_known", since=LegalDate("2025-07-01"), source="báo chí", certainty="B")
    one = edition(statuses=(doubt,))
    assert standing(one, date(2025, 6, 30)) == Standing("in_force", "A")
    assert standing(one, date(2025, 7, 1)) == Standing("not_known", "B")


def test_the_surest_statement_wins() -> None:
    sure = Replacement(edition="2-qd-tw-2020", date=LegalDate("2020-01-01"), certainty="A")
    hearsay = Replacement(edition="3-qd-tw-2015", date=LegalDate("2015-01-01"), certainty="C")
    assert standing(edition(replaced_by=(hearsay, sure)), date(2018, 1, 1)) == Standing("in_force", "A")


def test_a_date_less_sure_than_its_statement_lowers_the_answer() -> None:
    said = Replacement(edition="2-x-2014", date=LegalDate("2014"), certainty="A", date_certainty="C")
    assert standing(edition(replaced_by=(said,)), date(2020, 1, 1)) == Standing("replaced", "C")
    assert weakest(("A", None, "A-")) == "A-"
    assert weakest((None,)) is None


def test_the_row_of_the_list_has_null_for_what_is_not_known() -> None:
    row = list_row(Edition(id="98-qd-tw-2004", number="98-QĐ/TW"), date(2024, 1, 1))
    assert list(row) == ["edition", "number", "issued_on", "in_force_from", "in_force_until", "status", "certainty",
                         "completeness", "replaces", "replaced_by"]
    assert row["issued_on"] is None
    assert row["status"] == "not_known"
    assert row["certainty"] is None


@pytest.mark.parametrize(("day", "expected"), [
    (date(2010, 2, 1), []), (date(2012, 1, 1), ["1-qd-tw-2010"]), (date(2020, 1, 1), ["2-qd-tw-2020"])])
def test_one_edition_hands_over_to_the_next(day: date, expected: list[str]) -> None:
    old = edition(replaced_by=(Replacement(edition="2-qd-tw-2020", date=LegalDate("2020-01-01"), certainty="A"),))
    new = edition(id="2-qd-tw-2020", in_force_from=DatedFact(date=LegalDate("2020-01-01"), certainty="A"))
    assert [one.id for one in in_force(Work(slug="w", editions=(old, new)), day)] == expected


def test_the_row_says_so_where_an_edition_is_not_for_publication() -> None:
    assert list_row(Edition(id="98-qd-tw-2004", publish=False), date(2024, 1, 1))["publish"] is False
