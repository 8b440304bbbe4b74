"""Who signs: a slash, no K/T, the right person under the right post, nobody for two sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.document.plain import plain
from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.draft.membership import person_key
from docgen.messages import say
from docgen.vietnamese.letters import is_name

_WITH_SLASH = re.compile(r"T\s?/\s?[ML]\s")
_FOR_THE_HEAD = re.compile(r"K\s?[./]?\s?T[./\s]")
_MEMBER = re.compile(r"(?:CHI|ĐẢNG|CẤP) [UỦ][ỶY] VIÊN")
_FULL_STOP = re.compile(r"\./\.\s*$")


def signatures_are_in_order(reviewed: Reviewed) -> Iterator[Remark]:
    """Look at the lines of authority, the posts under them, and the names."""
    lines, parts = reviewed.paper.lines, reviewed.parts
    for place, line in enumerate(lines):
        if _FULL_STOP.search(line.text):
            yield remark("review-form-end", "error", say("A Party paper ends with a full stop, not with “./.”."),
                         say("Write a full stop."), line=place, words="./.")
    for place in parts.authorities:
        text = lines[place].text
        if _FOR_THE_HEAD.match(text):
            yield remark("review-sign-for", "error",
                         say("A deputy signs T/M … with his own post; “{words}” belongs to state papers.", words=text),
                         say("Write: T/M CHI BỘ, and under it PHÓ BÍ THƯ."), line=place, words=text)
        elif not _WITH_SLASH.match(text):
            yield remark("review-form-authority", "error",
                         say("“{words}”: Party papers write T/M, with a slash.", words=text),
                         say("Write T/M and the body."), line=place, words=text)
        below = range(place + 1, min(place + 4, len(lines)))
        post = next((at for at in below if lines[at].text.isupper() and at not in parts.authorities), -1)
        if post >= 0 and _MEMBER.fullmatch(lines[post].text):
            yield remark("review-sign-post", "error",
                         say("An ordinary member of the committee does not sign for it."),
                         say("The secretary or the deputy signs."), line=post, words=lines[post].text)
    yield from _names(reviewed)


def _names(reviewed: Reviewed) -> Iterator[Remark]:
    lines, parts, facts = reviewed.paper.lines, reviewed.parts, reviewed.facts
    first = min(parts.authorities, default=len(lines))
    signed = [(place, lines[place].text) for place in range(first, len(lines))
              if place not in parts.recipients and place != parts.recipients_heading
              and not lines[place].text.isupper() and is_name(lines[place].text)]
    seen: dict[str, int] = {}
    for place, name in signed:
        if seen.setdefault(person_key(name), place) != place:
            yield remark("review-sign-twice", "error", say("{name} signs for two sides.", name=name),
                         say("For one of the sides somebody else signs, such as the deputy."), line=place, words=name)
    if facts is None or not signed:
        return
    people = {"bí thư": facts.text("secretary"), "phó bí thư": facts.text("deputy")}
    known = {person_key(name) for name in people.values() if name}
    known |= {person_key(member.text("name")) for member in facts.records("committee")}
    for record in (*facts.records("associations"), *facts.records("agencies")):
        known |= {person_key(record.text("leader_name")), person_key(record.text("signer_name"))}
    posts = [plain(lines[place].text) for place in range(first, len(lines)) if lines[place].text.isupper()]
    for place, name in signed:
        if person_key(name) not in known:
            yield remark("review-cell-signer", "error",
                         say("{name} signs; the facts of the cell do not know this person.", name=name),
                         say("Check who signs, or correct the facts."), line=place, words=name)
        elif len(signed) == 1 and posts and posts[-1] in people and people[posts[-1]] and person_key(
                people[posts[-1]]) != person_key(name):
            yield remark("review-cell-signer", "error",
                         say("{name} signs as {post}; by the facts of the cell that is {person}.", name=name,
                             post=posts[-1], person=people[posts[-1]]),
                         say("Check who signs, or correct the facts."), line=place, words=name)
