"""Counting heads: majorities, shares, who is one and the same person."""

from __future__ import annotations

import re

from docgen.draft.facts import Blank, Facts, Record
from docgen.vietnamese.letters import without_marks

BASE_CELL = "chi-bo-co-so"
BASE_ORGANISATION = "dang-bo-co-so"
DISTRICT = "dang-bo-cap-huyen"
"""The đảng bộ of a district, which ended on 1/7/2025: drafted as history only."""
LARGEST_COMMITTEE = 7
"""Members of the committee of a cell (294-QĐ/TW §23.2)."""
COMMITTEE_FROM = 9
"""Full members from which on a cell elects a committee (294-QĐ/TW §23.2)."""
SECRETARY, DEPUTY = "bí thư", "phó bí thư"
SECRETARY_POSTS = ((SECRETARY, "secretary"), (DEPUTY, "deputy"))

_FRACTION = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3})\s*%", re.ASCII)
_SHARES = {"mot phan ba": (1, 3), "mot phan hai": (1, 2), "hai phan ba": (2, 3), "ba phan tu": (3, 4),
           "ba phan nam": (3, 5), "bon phan nam": (4, 5)}
_MORE_THAN_HALF = ("qua nua", "qua ban", "hon mot nua", "tren mot nua", "qua mot nua")


def more_than_half(count: int) -> int:
    """Return how many are more than half: 4 of 7, 7 of 12."""
    return count // 2 + 1


def at_least(count: int, numerator: int, denominator: int) -> int:
    """Return how many are at least such a share, rounded up: two thirds of 7 are 5."""
    return -(-count * numerator // denominator)


def two_thirds(count: int) -> int:
    """Return how many are at least two thirds: 5 of 7, 8 of 12."""
    return at_least(count, 2, 3)


def quorum(count: int, share: str) -> int | None:
    """Return how many must be present for a share given in words or as a fraction; None if it cannot be counted."""
    words = " ".join(without_marks(share).casefold().split())
    if words in _MORE_THAN_HALF:
        return more_than_half(count)
    if match := _FRACTION.fullmatch(words):
        numerator, denominator = int(match[1]), int(match[2])
    elif match := _PERCENT.fullmatch(words):
        numerator, denominator = int(match[1]), 100
    else:
        numerator, denominator = _SHARES.get(words, (0, 0))
    if not 0 < numerator <= denominator:
        return None
    return at_least(count, numerator, denominator)


def person_key(name: str) -> str:
    """Return the same text for two spellings of one person's name that differ in capitals and spaces only."""
    return " ".join(name.casefold().replace("’", "'").split())


def post_of(member: Record) -> str:
    """Return the post of a committee member in small letters: "bí thư", "phó bí thư", "chi uỷ viên"."""
    return member.text("post").casefold()


def committee_count(facts: Facts) -> int:
    """Count the members of the committee: those listed, and secretary and deputy if they are not among them.

    A district committee is too large to be listed: its file states the number.
    """
    if facts.text("kind") == DISTRICT:
        return facts.integer("committee_members") or 0
    members = facts.records("committee")
    if not members:
        return 0
    names = {person_key(member.text("name")) for member in members if member.text("name")}
    posts = {post_of(member) for member in members}
    count = len(members)
    for post, field in SECRETARY_POSTS:
        person = facts.text(field)
        if person and person_key(person) not in names and post not in posts:
            count += 1
    return count


def secretary_is_vacant(facts: Facts) -> bool:
    """Tell whether the secretary's post was stated to be vacant; a name not known yet is not a vacancy."""
    return facts.get("secretary") == "" and "secretary" in facts.given


def has_deputy(facts: Facts) -> bool:
    """Tell whether the cell has a deputy secretary, named or with the name still open."""
    if facts.text("deputy") or ("deputy" in facts.given and isinstance(facts.get("deputy"), Blank)):
        return True
    return any(post_of(member) == DEPUTY for member in facts.records("committee"))


def committee_word(facts: Facts, without: str) -> str:
    """Return chi uỷ or đảng uỷ, or the word given for a cell that has no committee."""
    if not facts.records("committee"):
        return without
    return "đảng uỷ" if facts.text("kind") == BASE_ORGANISATION else "chi uỷ"


def member_word(facts: Facts) -> str:
    """Return what a member of the committee is called: chi uỷ viên or đảng uỷ viên."""
    return "đảng uỷ viên" if facts.text("kind") == BASE_ORGANISATION else "chi uỷ viên"


def body_word(facts: Facts) -> str:
    """Return what the base organisation is: chi bộ or đảng bộ."""
    return "đảng bộ" if facts.text("kind") in (BASE_ORGANISATION, DISTRICT) else "chi bộ"


def duty_holder(facts: Facts) -> str:
    """Return who looks after one field of work: a committee member, or a Party member it was given to."""
    return member_word(facts) if facts.records("committee") else "đảng viên được phân công"
