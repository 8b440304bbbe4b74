"""The tables in papers: opinions received with what became of them, and who is in charge of what."""

from __future__ import annotations

from docgen.draft.facts import Facts
from docgen.draft.kinds import PaperKind
from docgen.draft.membership import SECRETARY_POSTS, person_key, post_of
from docgen.word.document import NO_BREAK_SPACE, ListRow

EMPTY_ROWS = 8
"""Rows left to write in where no opinion is stated."""
FIELDS_OF_WORK = ("Tổ chức", "Kiểm tra, giám sát", "Tuyên giáo và dân vận", "Văn phòng", "Đảng phí")
"""What the rules of a cell without chi uỷ give to one member each."""
_ROOM = ListRow(number=NO_BREAK_SPACE)


def list_rows(facts: Facts, kind: PaperKind) -> tuple[ListRow, ...]:
    """Return the rows of a paper's table, empty ones to write in where nothing is stated."""
    if kind.table == "opinions":
        return _opinions(facts)
    return _assignments(facts) if kind.table == "assignments" else ()


def _opinions(facts: Facts) -> tuple[ListRow, ...]:
    stated = facts.records("opinions")
    if not stated:
        return tuple(_ROOM for _ in range(EMPTY_ROWS))
    return tuple(ListRow(number=str(place), where=one.text("place"), what=one.text("opinion"), who=one.text("giver"),
                         answer=one.text("answer")) for place, one in enumerate(stated, 1))


def _assignments(facts: Facts) -> tuple[ListRow, ...]:
    stated = facts.records("assignments")
    if stated:
        return tuple(ListRow(number=str(place), who=one.text("name"), where=one.text("post"), what=one.text("duty"))
                     for place, one in enumerate(stated, 1))
    committee = facts.records("committee")
    if not committee:
        return tuple(ListRow(number=str(place), what=field) for place, field in enumerate(FIELDS_OF_WORK, 1))
    rows = [(one.text("name"), post_of(one)) for one in committee]
    listed = {person_key(name) for name, _ in rows}
    first = [(facts.text(field), post) for post, field in SECRETARY_POSTS
             if facts.text(field) and person_key(facts.text(field)) not in listed]
    return tuple(ListRow(number=str(place), who=name, where=post.capitalize())
                 for place, (name, post) in enumerate((*first, *rows), 1))
