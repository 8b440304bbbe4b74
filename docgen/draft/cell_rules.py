"""What the facts of a cell must not say together, and where life differs from the rule: one function a point.

Errors are where a document would be wrong. Warnings are where the rule and life differ (a committee elected when the
cell was larger, a vacant post): they are said, and the document is made all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise

from docgen.draft.facts import Facts, Record
from docgen.draft.kinds import AGREEMENT, KINDS, PAPER_SLUGS, SLUGS
from docgen.draft.membership import (
    BASE_CELL,
    COMMITTEE_FROM,
    DISTRICT,
    LARGEST_COMMITTEE,
    SECRETARY,
    SECRETARY_POSTS,
    committee_count,
    person_key,
    quorum,
    secretary_is_vacant,
    two_thirds,
)
from docgen.draft.paper_rules import PAPER_RULES
from docgen.draft.rule_findings import doubt, fault
from docgen.draft.side_rules import (
    associations_differ,
    leaders_are_what_they_are,
    members_add_up,
    nobody_signs_for_two,
    numbers_differ,
    one_agency,
    signers_have_posts,
)
from docgen.messages import say
from docgen.model.finding import Finding

_YEARS = re.compile(r"\D*(\d{4})\D+(\d{4})\D*", re.ASCII)
_CONGRESS = "congress_on"
LONGER_THAN = (("committee_days_before", "notice_days_before"), ("notice_days_before", "papers_days_before"))
"""Pairs of questions: the first asks for a time that has to be at least that of the second."""


def check_facts(facts: Facts, kinds: Collection[str] = SLUGS) -> Iterator[Finding]:
    """Yield every fault and every doubt about the facts of a cell taken together, for the documents asked for."""
    for rule in rules_for(kinds):
        yield from rule(facts)


def rules_for(kinds: Collection[str]) -> tuple[Rule, ...]:
    """Return the rules that bear on the documents asked for."""
    return (*RULES, *(AGREEMENT_RULES if AGREEMENT.slug in kinds else ()),
            *(PAPER_RULES if any(kind in PAPER_SLUGS for kind in kinds) else ()))


def dates_in_order(facts: Facts) -> Iterator[Finding]:
    """The congress, then the meeting that passes a document, then its date of issue."""
    for kind in KINDS:
        known = [(name, day) for name in (_CONGRESS, kind.passed_on, kind.issued_on) if (day := facts.day(name))]
        for (earlier, first), (later, second) in pairwise(known):
            if second < first:
                yield fault(facts.place(later), "cell-dates",
                            say("'{later}' ({second}) is before '{earlier}' ({first}).", later=later, second=second,
                                earlier=earlier, first=first), say("Check both dates."))


def term_fits(facts: Facts) -> Iterator[Finding]:
    """A term runs forward, and as a rule begins in the year of the congress."""
    match = _YEARS.fullmatch(facts.text("term"))
    if not match:
        return
    begins, ends = int(match[1]), int(match[2])
    if ends <= begins:
        yield fault(facts.place("term"), "cell-term",
                    say("The term {term} ends before it begins.", term=facts.text("term")),
                    say("Write it as 2025 - 2030."))
    congress = facts.day("congress_on")
    if congress and ends > begins and not begins <= congress.year <= ends:
        yield doubt(facts.place("congress_on"), "cell-term",
                    say("The congress ({day}) is not within the term {term}.", day=congress,
                        term=facts.text("term")), say("Check the year."))


def nobody_twice(facts: Facts) -> Iterator[Finding]:
    """No person holds two posts: not secretary and deputy, not twice in the committee."""
    secretary, deputy = facts.text("secretary"), facts.text("deputy")
    if secretary and person_key(secretary) == person_key(deputy):
        yield fault(facts.place("deputy"), "cell-twice",
                    say("{name} is both secretary and deputy.", name=deputy),
                    say("Name two persons, or write khuyết for the post that is vacant."))
    seen: dict[str, Record] = {}
    for member in facts.records("committee"):
        name = member.text("name")
        if not name:
            continue
        first = seen.setdefault(person_key(name), member)
        if first is not member:
            yield fault(member.place, "cell-twice",
                        say("{name} stands twice in the committee ({first}, {second}).", name=name,
                            first=first.text("post"), second=member.text("post")),
                        say("Keep one of the two entries; two persons of one name are told apart by a letter."))


def posts_agree(facts: Facts) -> Iterator[Finding]:
    """Who is secretary or deputy in the committee is so in the questions of these names too, and only once."""
    for post, name in SECRETARY_POSTS:
        holders = [member for member in facts.records("committee") if member.text("post").casefold() == post]
        # the committee of an đảng bộ cơ sở may have more than one deputy
        for member in holders[1:] if post == SECRETARY or _is_cell(facts) else ():
            yield fault(member.place, "cell-posts", say("The committee has more than one '{post}'.", post=post),
                        say("Keep one."))
        stated = facts.text(name)
        for member in holders[:1]:
            if stated and member.text("name") and person_key(stated) != person_key(member.text("name")):
                yield fault(member.place, "cell-posts",
                            say("The committee has {member} as {post}, but '{name}' says {stated}.",
                                member=member.text("name"), post=post, name=name, stated=stated),
                            say("Make the two agree."))


def committee_size(facts: Facts) -> Iterator[Finding]:
    """The committee of a base cell has at most seven members, and never more than the cell."""
    members = committee_count(facts)
    if not members:
        return
    full = facts.integer("full_members")
    if _is_cell(facts) and members > LARGEST_COMMITTEE:
        yield fault(facts.place("committee"), "cell-committee",
                    say("The committee has {count} members; it has at most {limit}.", count=members,
                        limit=LARGEST_COMMITTEE), say("Check the list of members."))
    if full is not None and members > full:
        yield fault(facts.place("committee"), "cell-committee",
                    say("The committee has {count} members, the cell only {full} full ones.", count=members,
                        full=full), say("Check both figures."))


def committee_and_members(facts: Facts) -> Iterator[Finding]:
    """Nine full members elect a committee, fewer do not; an older committee stays until the next congress."""
    full = facts.integer("full_members")
    if full is None or not _is_cell(facts):
        return
    has_committee = bool(facts.records("committee"))
    if has_committee and full < COMMITTEE_FROM:
        yield doubt(facts.place("committee"), "cell-committee",
                    say("The cell has {full} full members and a committee; a cell with fewer than {limit} elects "
                        "none.", full=full, limit=COMMITTEE_FROM),
                    say("Right if it was elected when the cell was larger; it then stays until the next congress."))
    if not has_committee and full >= COMMITTEE_FROM:
        yield doubt(facts.place("full_members"), "cell-committee",
                    say("The cell has {full} full members and no committee; from {limit} on one is elected.",
                        full=full, limit=COMMITTEE_FROM),
                    say("Right if the committee is not elected yet; otherwise list its members under '{name}'.",
                        name="committee"))


def standing_committee(facts: Facts) -> Iterator[Finding]:
    """The ban thường vụ is chosen from the committee, bí thư and phó bí thư among it: each holds the next."""
    if facts.text("kind") != DISTRICT:
        return
    counts = [(name, facts.integer(name)) for name in ("committee_members", "standing_members", "deputies")]
    for (larger, most), (smaller, least) in pairwise(counts):
        if most is not None and least is not None and least >= most:
            yield fault(facts.place(smaller), "cell-committee",
                        say("'{smaller}' is {least}, and must be less than '{larger}' with {most}.", smaller=smaller,
                            least=least, larger=larger, most=most), say("Check both figures."))


def posts_filled(facts: Facts) -> Iterator[Finding]:
    """A vacant secretary's post is normal: the deputy signs; with no deputy either, nobody is there to sign."""
    if not secretary_is_vacant(facts):
        return
    if facts.text("deputy"):
        yield doubt(facts.place("secretary"), "cell-vacant",
                    say("The secretary's post is vacant: the deputy signs."),
                    say("Nothing to do if this is still so on the day of signing."))
    else:
        yield doubt(facts.place("secretary"), "cell-vacant",
                    say("The secretary's post is vacant and there is no deputy: the name of the signer stays open."),
                    say("Name the deputy in charge under 'deputy'."))


def committee_of_its_kind(facts: Facts) -> Iterator[Finding]:
    """Members of a chi uỷ are called chi uỷ viên, those of an đảng uỷ đảng uỷ viên."""
    right, wrong = ("chi uỷ viên", "đảng uỷ viên") if _is_cell(facts) else ("đảng uỷ viên", "chi uỷ viên")
    for member in facts.records("committee"):
        if member.text("post").casefold() == wrong:
            yield fault(member.place, "cell-posts",
                        say("The committee of this organisation has no '{post}'.", post=wrong),
                        say("Write {post}, or correct 'kind'.", post=right))


def days_leave_room(facts: Facts) -> Iterator[Finding]:
    """What must come first is given the longer time: the committee meets before members are called, and so on."""
    for longer, shorter in LONGER_THAN:
        first, then = facts.integer(longer), facts.integer(shorter)
        if first is not None and then is not None and first < then:
            yield doubt(facts.place(longer if longer in facts.given else shorter), "cell-days",
                        say("'{longer}' is {first} days, shorter than '{shorter}' with {then}.", longer=longer,
                            first=first, shorter=shorter, then=then), say("Check both."))


def organisation_is_whole(facts: Facts) -> Iterator[Finding]:
    """An đảng bộ cơ sở has an đảng uỷ and chi bộ under it; a chi bộ has none under it."""
    cells = facts.texts("cells_below")
    if facts.text("kind") == DISTRICT:
        return
    if _is_cell(facts):
        if cells:
            yield doubt(facts.place("cells_below"), "cell-below",
                        say("A chi bộ has no chi bộ under it; '{name}' is not used.", name="cells_below"),
                        say("Delete it, or write kind: dang-bo-co-so."))
        return
    if not facts.records("committee"):
        yield fault(facts.place("kind"), "cell-committee",
                    say("An đảng bộ cơ sở has an đảng uỷ, and no member is listed under '{name}'.", name="committee"),
                    say("List its members, or write kind: chi-bo-co-so."))
    if not cells:
        yield fault(facts.place("kind"), "cell-below",
                    say("An đảng bộ cơ sở has chi bộ under it, and none is named under '{name}'.", name="cells_below"),
                    say("List their names: they are told of the rules."))


def quorum_high_enough(facts: Facts) -> Iterator[Finding]:
    """A meeting that may open with fewer members than a vote needs could not pass what it met for."""
    voters = facts.integer("full_members") if _is_cell(facts) else committee_count(facts)
    share = facts.text("quorum_share")
    present = quorum(voters, share) if voters else None
    if voters and present is not None and present < two_thirds(voters):
        yield doubt(facts.place("quorum_share"), "cell-quorum",
                    say("With the quorum '{share}' a meeting may open with {present} members, while some votes "
                        "need {needed}.", share=share, present=present, needed=two_thirds(voters)),
                    say("Two thirds is the usual quorum."))
    if share and voters and present is None:
        yield fault(facts.place("quorum_share"), "cell-quorum",
                    say("The quorum '{share}' is no share that can be counted.", share=share),
                    say("Write hai phần ba, quá nửa, ba phần tư or a fraction such as 2/3."))


def _is_cell(facts: Facts) -> bool:
    return facts.text("kind") in ("", BASE_CELL)


Rule = Callable[[Facts], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    dates_in_order, term_fits, nobody_twice, posts_agree, committee_of_its_kind, committee_size,
    committee_and_members, posts_filled, quorum_high_enough, organisation_is_whole, associations_differ, one_agency,
    members_add_up, leaders_are_what_they_are, days_leave_room, standing_committee,
)
AGREEMENT_RULES: tuple[Rule, ...] = (signers_have_posts, nobody_signs_for_two, numbers_differ)
