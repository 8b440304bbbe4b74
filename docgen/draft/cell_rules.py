"""What the facts of a cell must not say together, and where life differs from the rule: one function a point.

Errors are where a document would be wrong. Warnings are where the rule and life differ (a committee elected when the
cell was larger, a vacant post): they are said, and the document is made all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from docgen.draft.facts import Facts, Record
from docgen.draft.membership import (
    BASE_CELL,
    COMMITTEE_FROM,
    LARGEST_COMMITTEE,
    SECRETARY_POSTS,
    committee_count,
    person_key,
    quorum,
    secretary_is_vacant,
    two_thirds,
)
from docgen.messages import Message, say
from docgen.model.finding import Finding, Severity

_YEARS = re.compile(r"\D*(\d{4})\D+(\d{4})\D*", re.ASCII)
_ORDER = ("congress_on", "passed_on", "issued_on")


def check_facts(facts: Facts) -> Iterator[Finding]:
    """Yield every fault and every doubt about the facts of a cell taken together."""
    for rule in RULES:
        yield from rule(facts)


def _finding(place: tuple[int, int], severity: Severity, code: str, message: Message, remedy: Message) -> Finding:
    return Finding(code=code, severity=severity, message=message, remedy=remedy, line=place[0], column=place[1])


def _at(record: Record, code: str, message: Message, remedy: Message) -> Finding:
    return Finding(code=code, severity="error", message=message, remedy=remedy, line=record.line, column=record.column)


def dates_in_order(facts: Facts) -> Iterator[Finding]:
    """The congress, then the meeting that passes the rules, then the date of issue."""
    known = [(name, day) for name in _ORDER if (day := facts.day(name))]
    for (earlier, first), (later, second) in pairwise(known):
        if second < first:
            yield _finding(facts.place(later), "error", "cell-dates",
                           say("'{later}' ({second}) is before '{earlier}' ({first}).", later=later, second=second,
                               earlier=earlier, first=first), say("Check both dates."))


def term_fits(facts: Facts) -> Iterator[Finding]:
    """A term runs forward, and as a rule begins in the year of the congress."""
    match = _YEARS.fullmatch(facts.text("term"))
    if not match:
        return
    begins, ends = int(match[1]), int(match[2])
    if ends <= begins:
        yield _finding(facts.place("term"), "error", "cell-term",
                       say("The term {term} ends before it begins.", term=facts.text("term")),
                       say("Write it as 2025 - 2030."))
    congress = facts.day("congress_on")
    if congress and ends > begins and not begins <= congress.year <= ends:
        yield _finding(facts.place("congress_on"), "warning", "cell-term",
                       say("The congress ({day}) is not within the term {term}.", day=congress,
                           term=facts.text("term")), say("Check the year."))


def nobody_twice(facts: Facts) -> Iterator[Finding]:
    """No person holds two posts: not secretary and deputy, not twice in the committee."""
    secretary, deputy = facts.text("secretary"), facts.text("deputy")
    if secretary and person_key(secretary) == person_key(deputy):
        yield _finding(facts.place("deputy"), "error", "cell-twice",
                       say("{name} is both secretary and deputy.", name=deputy),
                       say("Name two persons, or write khuyết for the post that is vacant."))
    seen: dict[str, Record] = {}
    for member in facts.records("committee"):
        name = member.text("name")
        if not name:
            continue
        first = seen.setdefault(person_key(name), member)
        if first is not member:
            yield _at(member, "cell-twice",
                      say("{name} stands twice in the committee ({first}, {second}).", name=name,
                          first=first.text("post"), second=member.text("post")),
                      say("Keep one of the two entries; two persons of one name are told apart by a letter."))


def posts_agree(facts: Facts) -> Iterator[Finding]:
    """Who is secretary or deputy in the committee is so in the questions of these names too, and only once."""
    for post, name in SECRETARY_POSTS:
        holders = [member for member in facts.records("committee") if member.text("post").casefold() == post]
        for member in holders[1:]:
            yield _at(member, "cell-posts", say("The committee has more than one '{post}'.", post=post),
                      say("Keep one."))
        stated = facts.text(name)
        for member in holders[:1]:
            if stated and member.text("name") and person_key(stated) != person_key(member.text("name")):
                yield _at(member, "cell-posts",
                          say("The committee has {member} as {post}, but '{name}' says {stated}.",
                              member=member.text("name"), post=post, name=name, stated=stated),
                          say("Make the two agree."))


def committee_size(facts: Facts) -> Iterator[Finding]:
    """The committee of a base cell has at most seven members, and never more than the cell."""
    members = committee_count(facts)
    if not members:
        return
    full = facts.integer("full_members")
    if facts.text("kind") in ("", BASE_CELL) and members > LARGEST_COMMITTEE:
        yield _finding(facts.place("committee"), "error", "cell-committee",
                       say("The committee has {count} members; it has at most {limit}.", count=members,
                           limit=LARGEST_COMMITTEE), say("Check the list of members."))
    if full is not None and members > full:
        yield _finding(facts.place("committee"), "error", "cell-committee",
                       say("The committee has {count} members, the cell only {full} full ones.", count=members,
                           full=full), say("Check both figures."))


def committee_and_members(facts: Facts) -> Iterator[Finding]:
    """Nine full members elect a committee, fewer do not; an older committee stays until the next congress."""
    full = facts.integer("full_members")
    if full is None or facts.text("kind") not in ("", BASE_CELL):
        return
    has_committee = bool(facts.records("committee"))
    if has_committee and full < COMMITTEE_FROM:
        yield _finding(facts.place("committee"), "warning", "cell-committee",
                       say("The cell has {full} full members and a committee; a cell with fewer than {limit} elects "
                           "none.", full=full, limit=COMMITTEE_FROM),
                       say("Right if it was elected when the cell was larger; it then stays until the next congress."))
    if not has_committee and full >= COMMITTEE_FROM:
        yield _finding(facts.place("full_members"), "warning", "cell-committee",
                       say("The cell has {full} full members and no committee; from {limit} on one is elected.",
                           full=full, limit=COMMITTEE_FROM),
                       say("Right if the committee is not elected yet; otherwise list its members under 'committee'."))


def posts_filled(facts: Facts) -> Iterator[Finding]:
    """A vacant secretary's post is normal: the deputy signs; with no deputy either, nobody is there to sign."""
    if not secretary_is_vacant(facts):
        return
    if facts.text("deputy"):
        yield _finding(facts.place("secretary"), "warning", "cell-vacant",
                       say("The secretary's post is vacant: the deputy signs."),
                       say("Nothing to do if this is still so on the day of signing."))
    else:
        yield _finding(facts.place("secretary"), "warning", "cell-vacant",
                       say("The secretary's post is vacant and there is no deputy: the name of the signer stays open."),
                       say("Name the deputy in charge under 'deputy'."))


def quorum_high_enough(facts: Facts) -> Iterator[Finding]:
    """A meeting that may open with fewer members than a vote needs could not pass what it met for."""
    full, share = facts.integer("full_members"), facts.text("quorum_share")
    present = quorum(full, share) if full else None
    if full and present is not None and present < two_thirds(full):
        yield _finding(facts.place("quorum_share"), "warning", "cell-quorum",
                       say("With the quorum '{share}' a meeting may open with {present} members, while some votes "
                           "need {needed}.", share=share, present=present, needed=two_thirds(full)),
                       say("Two thirds is the usual quorum."))
    if share and full and present is None:
        yield _finding(facts.place("quorum_share"), "error", "cell-quorum",
                       say("The quorum '{share}' is no share that can be counted.", share=share),
                       say("Write hai phần ba, quá nửa, ba phần tư or a fraction such as 2/3."))


RULES: tuple[Callable[[Facts], Iterator[Finding]], ...] = (
    dates_in_order, term_fits, nobody_twice, posts_agree, committee_size, committee_and_members, posts_filled,
    quorum_high_enough,
)
