"""Who signs the papers round a quy chế: who decided, who submits, who ran the meeting, who speaks for the cell."""

from __future__ import annotations

from docgen.draft.facts import Facts
from docgen.draft.kinds import AGREEMENT, WORKING_RULES, PaperKind
from docgen.draft.membership import BASE_ORGANISATION, has_deputy, secretary_is_vacant
from docgen.draft.parties import NOBODY, Part, is_leader, is_of_agency
from docgen.draft.signing import DEPUTY_SIGNS, SECRETARY_SIGNS, signatures
from docgen.word.document import SignatureBlock

RECORDER, CHAIR = "NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ"


def paper_signatures(facts: Facts, kind: PaperKind, part: Part) -> tuple[SignatureBlock, ...]:
    """Return the signature blocks of a paper."""
    if kind.voice == "meeting":
        return (SignatureBlock(authority=RECORDER, signer=facts.text("meeting_recorder")),
                SignatureBlock(authority=CHAIR, signer=chair(facts)))
    if kind.voice == "sides":
        return signatures(facts, AGREEMENT, part)
    if kind.voice == "partner":
        return _partner(facts, part)
    if kind.voice == "body":
        return signatures(facts, WORKING_RULES, NOBODY)
    if kind.voice == "representative":
        return (_representative(facts, part),)
    authority = committee_authority(facts)
    if kind.voice == "presenter" and not presents_as_committee(facts):
        authority = ""
    return (_own(facts, authority, by_deputy=secretary_is_vacant(facts)),)


def presents_as_committee(facts: Facts) -> bool:
    """Tell whether a draft is submitted by the chi uỷ; elsewhere the meeting it goes to is all there is above."""
    return bool(facts.records("committee")) and facts.text("kind") != BASE_ORGANISATION


def committee_authority(facts: Facts) -> str:
    """Return for whom the committee's papers are signed: the đảng uỷ, the chi uỷ, or the chi bộ that has none."""
    if facts.text("kind") == BASE_ORGANISATION:
        return "T/M ĐẢNG UỶ"
    return "T/M CHI UỶ" if facts.records("committee") else "T/M CHI BỘ"


def chair(facts: Facts) -> str:
    """Return who chaired the meeting: as stated, else the secretary, or the deputy if that post is vacant."""
    return facts.text("meeting_chair") or facts.text("deputy" if secretary_is_vacant(facts) else "secretary")


def speaks_for_himself(facts: Facts, part: Part) -> bool:
    """Tell whether the secretary would inform himself: he leads one of those a paper goes to."""
    return any(is_leader(one, facts.text("secretary")) for one in part.associations)


def _own(facts: Facts, authority: str, *, by_deputy: bool) -> SignatureBlock:
    return SignatureBlock(authority=authority, post=DEPUTY_SIGNS if by_deputy else SECRETARY_SIGNS,
                          signer=facts.text("deputy" if by_deputy else "secretary"), seal=facts.yes("seal") or False)


def _representative(facts: Facts, part: Part) -> SignatureBlock:
    authority = committee_authority(facts)
    if speaks_for_himself(facts, part) and not has_deputy(facts):
        # who was chosen to speak for the cell is not among the facts: post and name stay open
        return SignatureBlock(authority=authority, seal=facts.yes("seal") or False)
    return _own(facts, authority, by_deputy=speaks_for_himself(facts, part) or secretary_is_vacant(facts))


def _partner(facts: Facts, part: Part) -> tuple[SignatureBlock, ...]:
    made = []
    for one in part.associations:
        leader, deputy = one.text("leader_title").upper(), one.text("signer_title").upper()
        by_deputy = bool(one.text("signer_name"))
        # the head of an agency signs for himself; the leadership of an association is a body somebody signs for
        leadership = one.text("leadership").removesuffix(one.text("name")).strip() or one.text("leadership")
        authority = f"TM. {leadership}".upper()
        if is_of_agency(facts):
            authority = f"KT. {leader}" if by_deputy else ""
        made.append(SignatureBlock(authority=authority, post=deputy if by_deputy else leader,
                                   signer=one.text("signer_name") or one.text("leader_name"),
                                   seal=dict(one.pairs).get("seal") is True))
    return tuple(made)
