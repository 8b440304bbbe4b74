"""The names a clause may use: every field under its own name, and what can be computed from the facts.

COMPUTED is the documented table: name, what it is, how it is worked out. A clause that uses any other name is a
fault found when the template is compiled, so nothing here is optional: each name always has a value. What cannot be
worked out because a fact is open prints as room to write it in and counts as "no" in a condition.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from docgen.draft.dates import day_in_words, open_day
from docgen.draft.facts import Blank, Day, Facts, Record
from docgen.draft.field import Field, FieldList
from docgen.draft.membership import (
    BASE_CELL,
    BASE_ORGANISATION,
    DEPUTY,
    SECRETARY,
    at_least,
    committee_count,
    has_deputy,
    more_than_half,
    post_of,
    quorum,
    secretary_is_vacant,
    two_thirds,
)
from docgen.word.document import DAY_BLANK

WORDS = "_words"
"""Ending that asks for a date in words: `issued_on_words` prints "ngày 05 tháng 02 năm 2026"."""


COMPUTED_FROM = {"committee_others": "committee"}
"""Computed lists and the question whose entries they hold."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One cell and the day the document is to bear: what a computed name is worked out from."""

    facts: Facts
    day: date | None
    year: int | None


@dataclass(frozen=True, slots=True)
class ComputedName:
    """A name the program works out; only one of shape "text" can be printed, a block may repeat for a "list"."""

    name: str
    meaning: str
    compute: Callable[[Asked], object]
    shape: Literal["text", "answer", "list"] = "text"


def context(facts: Facts, fields: FieldList, as_of: date | None = None) -> dict[str, object]:
    """Return every name a clause may use with its value for this cell; `as_of` stands in for a date of issue."""
    day = facts.day("issued_on") or as_of
    passed = facts.day("passed_on")
    stated = facts.integer("issue_year") or (passed.year if passed else None)
    asked = Asked(facts, day, day.year if day else stated)
    values: dict[str, object] = {}
    for field in fields.fields:
        value = facts.get(field.name)
        if field.type == "date":
            value = value if isinstance(value, Day) else Blank(f"{DAY_BLANK}/{DAY_BLANK}/{asked.year or DAY_BLANK}")
            words = day_in_words(value) if isinstance(value, Day) else Blank(open_day(asked.year))
            values[field.name + WORDS] = words
        values[field.name] = _nothing(field) if value is None else value
    for computed in COMPUTED:
        values[computed.name] = computed.compute(asked)
    return values


def known_names(fields: FieldList) -> frozenset[str]:
    """Return every name a clause of a template with these questions may use."""
    dates = {field.name + WORDS for field in fields.fields if field.type == "date"}
    return frozenset({*fields.names(), *(computed.name for computed in COMPUTED), *dates})


def unprintable_names(fields: FieldList) -> frozenset[str]:
    """Return the names that hold a yes or no or a whole list: they serve conditions, and would print as nonsense."""
    held = {field.name for field in fields.fields if field.type in ("yes_no", "list", "records")}
    return frozenset(held | {computed.name for computed in COMPUTED if computed.shape != "text"})


def list_names(fields: FieldList) -> frozenset[str]:
    """Return the names a block may be repeated for."""
    lists = {field.name for field in fields.fields if field.type in ("list", "records")}
    return frozenset(lists | {computed.name for computed in COMPUTED if computed.shape == "list"})


def _nothing(field: Field) -> object:
    """Return what stands for an answer nobody gave: always something that counts as "no" in a condition."""
    if field.type == "yes_no":
        return False
    return Blank(DAY_BLANK) if field.type in ("integer", "year", "month_day") else ""


def _count(asked: Asked, counted: Callable[[int], int | None]) -> object:
    full = asked.facts.integer("full_members")
    result = counted(full) if full is not None else None
    return Blank(DAY_BLANK) if result is None else result


def _quorum(asked: Asked) -> object:
    return _count(asked, lambda full: quorum(full, asked.facts.text("quorum_share")))


def _members_by_post(asked: Asked) -> tuple[Record, ...]:
    return tuple(member for member in asked.facts.records("committee") if post_of(member) not in (SECRETARY, DEPUTY))


COMPUTED: tuple[ComputedName, ...] = (
    ComputedName("has_committee", "the cell has a chi uỷ (đảng uỷ): at least one member is listed under committee",
                 lambda asked: bool(asked.facts.records("committee")), "answer"),
    ComputedName("has_deputy", "the cell has a phó bí thư", lambda asked: has_deputy(asked.facts), "answer"),
    ComputedName("secretary_vacant", "the secretary's post is stated as khuyết",
                 lambda asked: secretary_is_vacant(asked.facts), "answer"),
    ComputedName("is_base_cell", "kind is chi-bo-co-so, or not given",
                 lambda asked: asked.facts.text("kind") in ("", BASE_CELL), "answer"),
    ComputedName("is_base_organisation", "kind is dang-bo-co-so",
                 lambda asked: asked.facts.text("kind") == BASE_ORGANISATION, "answer"),
    ComputedName("majority_full", "more than half of full_members: 4 of 7, 7 of 12",
                 lambda asked: _count(asked, more_than_half)),
    ComputedName("two_thirds_full", "two thirds of full_members, rounded up: 5 of 7",
                 lambda asked: _count(asked, two_thirds)),
    ComputedName("quorum_full", "quorum_share of full_members, rounded up", _quorum),
    ComputedName("total_members", "full_members and probationary_members together",
                 lambda asked: _count(asked, lambda full: full + (asked.facts.integer("probationary_members") or 0))),
    ComputedName("has_probationary", "the cell has probationary members",
                 lambda asked: bool(asked.facts.integer("probationary_members")), "answer"),
    ComputedName("committee_size", "members of the committee, secretary and deputy counted in; 0 without committee",
                 lambda asked: committee_count(asked.facts)),
    ComputedName("committee_majority", "more than half of committee_size",
                 lambda asked: more_than_half(committee_count(asked.facts))),
    ComputedName("committee_quorum", "two thirds of committee_size, rounded up",
                 lambda asked: at_least(committee_count(asked.facts), 2, 3)),
    ComputedName("committee_others", "committee members who are neither secretary nor deputy", _members_by_post,
                 "list"),
    ComputedName("has_committee_others", "there are committee members besides secretary and deputy",
                 lambda asked: bool(_members_by_post(asked)), "answer"),
    ComputedName("committee_or_secretary", "chi uỷ, or bí thư in a cell without one",
                 lambda asked: "chi uỷ" if asked.facts.records("committee") else "bí thư"),
    ComputedName("duty_holder", "who looks after one field of work: chi uỷ viên, or đảng viên được phân công",
                 lambda asked: "chi uỷ viên" if asked.facts.records("committee") else "đảng viên được phân công"),
    ComputedName("leadership_words", "lãnh đạo hội, with đảng đoàn before it only if the association has one",
                 lambda asked: "đảng đoàn, lãnh đạo hội" if asked.facts.yes("party_group") else "lãnh đạo hội"),
    ComputedName("organisations_list", "organisations in one line: công đoàn, đoàn thanh niên",
                 lambda asked: ", ".join(asked.facts.texts("organisations"))),
    ComputedName("has_organisations", "the agency has at least one socio-political organisation",
                 lambda asked: bool(asked.facts.texts("organisations")), "answer"),
    ComputedName("year", "year of issue, else of --as-of, else issue_year, else of the meeting that passes the rules",
                 lambda asked: asked.year if asked.year else Blank(DAY_BLANK)),
    ComputedName("date_words", "date of issue in words, with room for day and month while it is open",
                 lambda asked: day_in_words(day) if (day := asked.facts.day("issued_on"))
                 else Blank(open_day(asked.year))),
    ComputedName("document_date", "date of issue, else of --as-of: for conditions on what was in force",
                 lambda asked: asked.day.isoformat() if asked.day else ""),
)
