"""The names a clause may use: every field under its own name, and what is computed from the facts (computed).

A clause that uses any other name is a fault found when the template is compiled, so nothing here is optional: each
name always has a value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from docgen.draft.computed import COMPUTED
from docgen.draft.computed_name import Asked, ComputedName
from docgen.draft.dates import day_in_words, open_day
from docgen.draft.facts import Blank, Day, Facts
from docgen.draft.field import FieldList
from docgen.draft.kinds import KINDS, WORKING_RULES, DocumentKind, PaperKind
from docgen.draft.parties import AGENCIES, ASSOCIATIONS, Part, associations, is_of_agency, stated_number
from docgen.word.document import DAY_BLANK

WORDS = "_words"
"""Ending that asks for a date in words: `issued_on_words` prints "ngày 05 tháng 02 năm 2026"."""
_OWN_DAYS = frozenset(name for kind in KINDS for name in (kind.passed_on, kind.issued_on))
STATUTES_RULE = "statutes_rule"
"""The implementing rule as the căn cứ cite it: the cell's own words, else what the registers are sure of."""


def context(
    facts: Facts, fields: FieldList, as_of: date | None = None, *, kind: DocumentKind = WORKING_RULES,
    part: Part | None = None, statutes_rule: str = "", computed: Sequence[ComputedName] = COMPUTED,
) -> dict[str, object]:
    """Return every name a clause may use with its value for this cell; `as_of` stands in for a date of issue.

    `computed` are the computed names that are wanted, all of them by default.
    """
    everyone = associations(facts)
    day = facts.day(kind.issued_on) or as_of
    passed = facts.day(kind.passed_on)
    stated = facts.integer("issue_year") or (passed.year if passed else None)
    asked = Asked(facts, kind, Part(everyone) if part is None else part, day, day.year if day else stated)
    held = facts.values
    values: dict[str, object] = {name: nothing if (value := held.get(name)) is None else value
                                 for name, nothing in fields.nothing.items()}
    for question in fields.days:
        answer = held.get(question)
        if isinstance(answer, Day):
            values[question + WORDS] = day_in_words(answer)
        else:
            # a day a model asks for, such as that of a căn cứ, need not be in the year of issue
            values[question], values[question + WORDS] = _open(
                asked.year if not fields.framework or question in _OWN_DAYS else None)
    values[AGENCIES if is_of_agency(facts) else ASSOCIATIONS] = everyone
    if statutes_rule and STATUTES_RULE not in facts.given:
        values[STATUTES_RULE] = statutes_rule
    for name in computed:
        values[name.name] = name.compute(asked)
    return values


def left_open(facts: Facts, values: Mapping[str, object], kind: DocumentKind, part: Part) -> tuple[str, ...]:
    """Return the questions whose answer is still open in a document, the implementing rule if nothing settles it."""
    unsettled = STATUTES_RULE not in facts.given and values.get(STATUTES_RULE) == facts.get(STATUTES_RULE) is not None
    # a paper for each association takes its number from a list of them
    numbered = stated_number(facts, kind, part) or (isinstance(kind, PaperKind) and part.suffix)
    return (*(name for name in facts.blank if name != kind.number or not numbered),
            *((STATUTES_RULE,) if unsettled else ()))


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


# most days are open in a draft, and most drafts are of one year
@lru_cache(maxsize=256)
def _open(year: int | None) -> tuple[Blank, Blank]:
    """Return a day that is not known, in figures and in words."""
    return Blank(f"{DAY_BLANK}/{DAY_BLANK}/{year or DAY_BLANK}"), Blank(open_day(year))
