"""What the facts about the papers round a quy chế must not say: dates out of order, votes that do not add up.

The papers speak of one another, so a figure that cannot be right would stand in four of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.draft.facts import Facts
from docgen.draft.kinds import PAPERS
from docgen.draft.membership import BASE_ORGANISATION, committee_count, more_than_half, person_key, quorum
from docgen.draft.paper_signing import chair
from docgen.draft.parties import parts, stated_number, stated_partners
from docgen.draft.rule_findings import doubt, fault
from docgen.messages import say
from docgen.model.finding import Finding

ORDERS = (
    ("congress_on", "letter_on", "proposal_on", "passed_on", "resolution_on", "report_on"),
    ("letter_on", "opinions_due", "passed_on"),
    ("passed_on", "issued_on", "report_on"),
    ("issued_on", "assignment_on"),
    ("congress_on", "agreement_letter_on", "agreement_opinions_due"),
    ("agreement_letter_on", "agreement_passed_on"),
    ("agreement_issued_on", "committee_notice_on"),
    ("agreement_issued_on", "leadership_notice_on"),
)
"""Days that follow one another; those not known are passed over."""
PARTS_OF = (("votes_for", "members_present"), ("members_present", ""), ("opinions_received", "opinions_asked"),
            ("probationary_present", "probationary_members"))
"""A count and what it is a part of; empty for those who vote."""


def days_follow(facts: Facts) -> Iterator[Finding]:
    """A draft goes out before it is submitted, is passed before it is reported, and so on."""
    told: set[tuple[str, str]] = set()
    for order in ORDERS:
        known = [(name, day) for name in order if (day := facts.day(name))]
        for (earlier, first), (later, second) in pairwise(known):
            if second < first and (earlier, later) not in told:
                told.add((earlier, later))
                yield fault(facts.place(later), "cell-dates",
                            say("'{later}' ({second}) is before '{earlier}' ({first}).", later=later, second=second,
                                earlier=earlier, first=first), say("Check both dates."))


def counts_fit(facts: Facts) -> Iterator[Finding]:
    """Nobody is counted who cannot be there: present of those who vote, votes of those present, answers of those asked.
    """
    for small, large in PARTS_OF:
        least, most = facts.integer(small), facts.integer(large) if large else voters(facts)
        if least is not None and most is not None and least > most:
            yield fault(facts.place(small), "cell-vote",
                        say("'{small}' is {least}, more than the {most} there are.", small=small, least=least,
                            most=most), say("Check both figures."))


def votes_add_up(facts: Facts) -> Iterator[Finding]:
    """Votes for, against and otherwise are together those of all present."""
    votes = [facts.integer(name) for name in ("votes_for", "votes_against", "votes_other")]
    present = facts.integer("members_present")
    together = sum(vote or 0 for vote in votes)
    if present is None or not any(vote is not None for vote in votes):
        return
    if together > present or (together != present and None not in votes):
        yield fault(facts.place("votes_for"), "cell-vote",
                    say("{together} votes are counted and {present} members were present.", together=together,
                        present=present), say("Check the figures of the vote against the minutes."))


def the_rules_are_passed(facts: Facts) -> Iterator[Finding]:
    """A resolution that passes the rules needs more than half of all who vote; a meeting needs its quorum."""
    everyone, votes, present = voters(facts), facts.integer("votes_for"), facts.integer("members_present")
    if everyone is None:
        return
    if votes is not None and votes < more_than_half(everyone):
        yield fault(facts.place("votes_for"), "cell-vote",
                    say("{votes} of {everyone} votes do not pass the rules: at least {needed} are needed.", votes=votes,
                        everyone=everyone, needed=more_than_half(everyone)),
                    say("Check the figure; if it is right, the papers that say the rules are passed cannot be made."))
    needed = quorum(everyone, facts.text("quorum_share"))
    if present is not None and needed is not None and present < needed:
        yield doubt(facts.place("members_present"), "cell-vote",
                    say("{present} of {everyone} were present; the rules themselves ask for {needed}.", present=present,
                        everyone=everyone, needed=needed), say("Check the figure."))


def one_series(facts: Facts) -> Iterator[Finding]:
    """Papers of one kind are numbered in one series: no two carry the same number."""
    taken: dict[tuple[str, str], str] = {}
    for kind in PAPERS:
        if not kind.series:
            continue
        for part in parts(facts, kind):
            number = stated_number(facts, kind, part)
            figures = number.partition("-")[0].strip().casefold().lstrip("0")
            name = kind.numbers if part.suffix else kind.number
            if number and taken.setdefault((kind.series, figures), name) != name:
                yield fault(facts.place(name), "cell-number",
                            say("The number {number} of '{name}' is that of '{other}' too: both are numbered as "
                                "{series}.", number=number, name=name, other=taken[kind.series, figures],
                                series=kind.series), say("Give each the next number of its series."))


def lists_of_numbers(facts: Facts) -> Iterator[Finding]:
    """Where there is one paper for each association, so are the numbers; and no number stands twice."""
    for kind in PAPERS:
        listed = facts.texts(kind.numbers) if kind.numbers else ()
        several = len(parts(facts, kind)) > 1
        if listed and len(listed) > (len(stated_partners(facts)) if several else 0):
            yield fault(facts.place(kind.numbers), "cell-number",
                        say("'{name}' has {count} number(s), for {papers} paper(s).", name=kind.numbers,
                            count=len(listed), papers=len(parts(facts, kind))),
                        say("Write one number for each paper; a single paper takes '{name}'.", name=kind.number))
        elif len(set(listed)) < len(listed):
            yield fault(facts.place(kind.numbers), "cell-number",
                        say("'{name}' holds a number twice.", name=kind.numbers),
                        say("Give each the next number of its series."))
        if several and kind.numbers and facts.text(kind.number):
            yield doubt(facts.place(kind.number), "cell-number",
                        say("'{name}' is not used: there is one paper for each association.", name=kind.number),
                        say("Write the numbers under '{name}', one a line.", name=kind.numbers))


def minutes_have_two_hands(facts: Facts) -> Iterator[Finding]:
    """Who chairs a meeting does not write its minutes."""
    recorder = facts.text("meeting_recorder")
    if recorder and person_key(recorder) == person_key(chair(facts)):
        yield fault(facts.place("meeting_recorder"), "cell-twice",
                    say("{name} would both chair the meeting and write its minutes.", name=recorder),
                    say("Name somebody else under 'meeting_recorder', or who chaired under 'meeting_chair'."))


def voters(facts: Facts) -> int | None:
    """Return how many vote on the rules: the full members of a cell, the members of an đảng uỷ."""
    if facts.text("kind") == BASE_ORGANISATION:
        return committee_count(facts) or None
    return facts.integer("full_members")


PAPER_RULES = (days_follow, counts_fit, votes_add_up, the_rules_are_passed, one_series, lists_of_numbers,
               minutes_have_two_hands)
