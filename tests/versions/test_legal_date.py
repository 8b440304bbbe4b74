"""Dates of legal time: a day, a year alone, or nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.versions.legal_date import LegalDate, parse_legal_date

DAYS = st.dates(min_value=date(1930, 1, 1), max_value=date(2100, 12, 31))


@given(DAYS)
def test_a_day_is_itself_at_both_ends(day: date) -> None:
    parsed = parse_legal_date(day.isoformat())
    assert parsed is not None
    assert (parsed.earliest, parsed.latest, parsed.is_day) == (day, day, True)
    assert str(parsed) == day.isoformat()


@given(DAYS)
def test_a_year_holds_every_day_of_it(day: date) -> None:
    year = parse_legal_date(str(day.year))
    assert year is not None
    assert not year.is_day
    assert year.earliest <= day <= year.latest
    assert year.may_be(LegalDate(day.isoformat()))
    assert not year.may_be(LegalDate(f"{day.year + 1}-01-01"))


@given(st.text(max_size=12))
def test_whatever_is_read_is_written_back(text: str) -> None:
    parsed = parse_legal_date(text)
    assert parsed is None or str(parsed) == text.strip()


@pytest.mark.parametrize("text", ["2024-02-31", "29/5/2024", "2024-5-29", "24", "", "not known", "2024-13", "0999"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_legal_date(text) is None
