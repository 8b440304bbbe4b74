"""The names the program works out from the facts of a cell: COMPUTED is the documented table of them.

What cannot be worked out because a fact is open prints as room to write it in and counts as "no" in a condition.
"""

from __future__ import annotations

from collections.abc import Callable

from docgen.draft.computed_name import Asked, ComputedName
from docgen.draft.computed_papers import PAPER_NAMES
from docgen.draft.computed_sides import SIDE_NAMES
from docgen.draft.dates import day_in_words, open_day
from docgen.draft.facts import Blank, Record
from docgen.draft.membership import (
    BASE_CELL,
    BASE_ORGANISATION,
    DEPUTY,
    SECRETARY,
    body_word,
    committee_count,
    committee_word,
    duty_holder,
    has_deputy,
    member_word,
    more_than_half,
    post_of,
    quorum,
    secretary_is_vacant,
    two_thirds,
)
from docgen.draft.parties import joined
from docgen.word.document import DAY_BLANK

COMPUTED_FROM = {"committee_others": "committee", "parties": "associations", "non_member_leaders": "associations"}
"""Computed lists and the question whose entries they hold."""


def _count(asked: Asked, counted: Callable[[int], int | Blank]) -> int | Blank:
    full = asked.facts.integer("full_members")
    return counted(full) if full is not None else Blank(DAY_BLANK)


def _share(count: int, asked: Asked) -> int | Blank:
    present = quorum(count, asked.facts.text("quorum_share"))
    return Blank(DAY_BLANK) if present is None else present


def _quorum_is_low(asked: Asked) -> bool:
    full = asked.facts.integer("full_members")
    present = quorum(full, asked.facts.text("quorum_share")) if full is not None else None
    return full is not None and present is not None and present < two_thirds(full)


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
    ComputedName("quorum_full", "quorum_share of full_members, rounded up",
                 lambda asked: _count(asked, lambda full: _share(full, asked))),
    ComputedName("quorum_is_low", "quorum_full is below two_thirds_full: some votes need more than the quorum",
                 _quorum_is_low, "answer"),
    ComputedName("total_members", "full_members and probationary_members together",
                 lambda asked: _count(asked, lambda full: full + (asked.facts.integer("probationary_members") or 0))),
    ComputedName("has_probationary", "the cell has probationary members",
                 lambda asked: bool(asked.facts.integer("probationary_members")), "answer"),
    ComputedName("committee_size", "members of the committee, secretary and deputy counted in; 0 without committee",
                 lambda asked: committee_count(asked.facts)),
    ComputedName("committee_majority", "more than half of committee_size",
                 lambda asked: more_than_half(committee_count(asked.facts))),
    ComputedName("standing_majority", "more than half of standing_members, the ban thường vụ of a district committee",
                 lambda asked: more_than_half(count) if (count := asked.facts.integer("standing_members"))
                 else Blank(DAY_BLANK)),
    ComputedName("committee_quorum", "quorum_share of committee_size, rounded up",
                 lambda asked: _share(committee_count(asked.facts), asked)),
    ComputedName("committee_two_thirds", "two thirds of committee_size, rounded up: 5 of 7",
                 lambda asked: two_thirds(committee_count(asked.facts))),
    ComputedName("committee_others", "committee members who are neither secretary nor deputy", _members_by_post,
                 "list"),
    ComputedName("has_committee_others", "there are committee members besides secretary and deputy",
                 lambda asked: bool(_members_by_post(asked)), "answer"),
    ComputedName("body", "chi bộ, or đảng bộ: what the base organisation is",
                 lambda asked: body_word(asked.facts)),
    ComputedName("body_capital", "body, for the start of a sentence",
                 lambda asked: body_word(asked.facts).capitalize()),
    ComputedName("committee_word", "chi uỷ, or đảng uỷ; nothing in a cell without one",
                 lambda asked: committee_word(asked.facts, "")),
    ComputedName("committee_or_secretary", "chi uỷ, or đảng uỷ; bí thư in a cell without one",
                 lambda asked: committee_word(asked.facts, "bí thư")),
    ComputedName("committee_or_secretary_capital", "committee_or_secretary, for the start of a sentence",
                 lambda asked: committee_word(asked.facts, "bí thư").capitalize()),
    ComputedName("committee_member_word", "chi uỷ viên, or đảng uỷ viên",
                 lambda asked: member_word(asked.facts)),
    ComputedName("duty_holder", "who looks after one field of work: a committee member, or đảng viên được phân công",
                 lambda asked: duty_holder(asked.facts)),
    ComputedName("duty_holder_capital", "duty_holder, for the start of a sentence",
                 lambda asked: duty_holder(asked.facts).capitalize()),
    ComputedName("has_inspection_commission", "the đảng uỷ has a uỷ ban kiểm tra; never in a chi bộ",
                 lambda asked: asked.facts.yes("inspection_commission") or False, "answer"),
    ComputedName("cells_count", "number of chi bộ under an đảng bộ cơ sở",
                 lambda asked: len(asked.facts.texts("cells_below"))),
    ComputedName("cells_list", "the chi bộ under an đảng bộ cơ sở in one line: A, B và C",
                 lambda asked: joined(asked.facts.texts("cells_below"))),
    ComputedName("organisations_list", "organisations in one line: công đoàn, đoàn thanh niên",
                 lambda asked: ", ".join(asked.facts.texts("organisations"))),
    ComputedName("has_organisations", "the agency has at least one socio-political organisation",
                 lambda asked: bool(asked.facts.texts("organisations")), "answer"),
    ComputedName("year", "year of issue, else of --as-of, else issue_year, else of the meeting that passes it",
                 lambda asked: asked.year if asked.year else Blank(DAY_BLANK)),
    ComputedName("date_words", "date of issue in words, with room for day and month while it is open",
                 lambda asked: day_in_words(day) if (day := asked.facts.day(asked.kind.issued_on))
                 else Blank(open_day(asked.year))),
    ComputedName("document_date", "date of issue, else of --as-of: for conditions on what was in force",
                 lambda asked: asked.day.isoformat() if asked.day else ""),
    *SIDE_NAMES,
    *PAPER_NAMES,
)
