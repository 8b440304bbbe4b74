"""Who signs a document and for whom: the cell's side first, then one block for each association of an agreement."""

from __future__ import annotations

from docgen.draft.facts import Facts
from docgen.draft.kinds import DocumentKind
from docgen.draft.membership import BASE_ORGANISATION, DISTRICT, secretary_is_vacant
from docgen.draft.parties import Part, is_leader
from docgen.word.document import SignatureBlock

SECRETARY_SIGNS, DEPUTY_SIGNS = "BÍ THƯ", "PHÓ BÍ THƯ"


def signatures(facts: Facts, kind: DocumentKind, part: Part) -> tuple[SignatureBlock, ...]:
    """Return the signature blocks of a document, the cell's own first."""
    own = _own(facts, kind, part)
    if not kind.between_sides:
        return (own,)
    return (own, *(
        SignatureBlock(
            authority=one.text("authority").upper(),
            post=(one.text("signer_title" if one.text("signer_name") else "leader_title")).upper(),
            signer=one.text("signer_name") or one.text("leader_name"),
            seal=dict(one.pairs).get("seal") is True)
        for one in part.associations))


def deputy_signs(facts: Facts, part: Part) -> bool:
    """Tell whether the deputy signs for the cell: the secretary's post is vacant, or he signs for the other side."""
    if secretary_is_vacant(facts):
        return True
    secretary = facts.text("secretary")
    return any(is_leader(one, secretary) and not one.text("signer_name") for one in part.associations)


def _own(facts: Facts, kind: DocumentKind, part: Part) -> SignatureBlock:
    stated = facts.text("authority") if "authority" in facts.given and not kind.between_sides else ""
    post = facts.text("signer_post").upper() if "signer_post" in facts.given and not kind.between_sides else ""
    by_deputy = deputy_signs(facts, part) if kind.between_sides else secretary_is_vacant(facts)
    post = post or (DEPUTY_SIGNS if by_deputy else SECRETARY_SIGNS)
    return SignatureBlock(authority=(stated or _authority(facts, kind)).upper(), post=post,
                          signer=facts.text("deputy" if post.startswith("PHÓ") else "secretary"),
                          seal=facts.yes("seal") or False)


def _authority(facts: Facts, kind: DocumentKind) -> str:
    if facts.text("kind") == BASE_ORGANISATION:
        return "T/M ĐẢNG UỶ"
    if facts.text("kind") == DISTRICT:
        return f"T/M {facts.text('committee_rank')}"
    # an agreement is concluded by the committee, the working rules are passed by the whole cell
    return "T/M CHI UỶ" if kind.between_sides and facts.records("committee") else "T/M CHI BỘ"
