"""Names about the associations a cell works with and about the two sides of an agreement."""

from __future__ import annotations

from docgen.draft.computed_name import Asked, ComputedName
from docgen.draft.facts import Record
from docgen.draft.form import printed_number
from docgen.draft.kinds import WORKING_RULES
from docgen.draft.membership import DEPUTY, SECRETARY, body_word, committee_word, has_deputy
from docgen.draft.parties import (
    committee_side,
    is_leader,
    is_of_agency,
    joined,
    partners,
    party_group,
    stated_partners,
)
from docgen.draft.signing import deputy_signs


def _several(asked: Asked) -> bool:
    # a separate agreement is made with one association, whatever others the cell has
    return len(asked.part.associations) > 1


def _sides(asked: Asked) -> str:
    return "các bên" if _several(asked) or asked.facts.yes("party_group") else "hai bên"


def _side_and_body(asked: Asked) -> str:
    committee = committee_word(asked.facts, "")
    return f"{committee}, {body_word(asked.facts)}" if committee else body_word(asked.facts)


def _rules_number(asked: Asked) -> str:
    return "s" + printed_number(asked.facts, WORKING_RULES)[1:] if asked.facts.text("number") else ""


def _leads(asked: Asked) -> bool:
    return any(is_leader(one, asked.facts.text("secretary")) for one in asked.part.associations)


def _representative(asked: Asked) -> str:
    # nobody is to inform himself: a secretary who leads the association does not speak for the cell to it
    if not _leads(asked):
        return DEPUTY if deputy_signs(asked.facts, asked.part) else SECRETARY
    if has_deputy(asked.facts):
        return DEPUTY
    committee = committee_word(asked.facts, "")
    return f"{committee} viên được {committee} cử" if committee else "đảng viên chính thức được chi bộ cử"


def _leaders(asked: Asked) -> str:
    return "lãnh đạo cơ quan" if is_of_agency(asked.facts) else "lãnh đạo hội"


def _staff(asked: Asked) -> str:
    return "công chức, viên chức, người lao động" if is_of_agency(asked.facts) else "hội viên, người lao động"


def _leaders_outside(asked: Asked) -> tuple[Record, ...]:
    return tuple(one for one in asked.part.associations if dict(one.pairs).get("leader_is_member") is False)


SIDE_NAMES: tuple[ComputedName, ...] = (
    ComputedName("committee_side", "exact name of the cell's side of an agreement: chi uỷ, đảng uỷ or the chi bộ",
                 lambda asked: committee_side(asked.facts)),
    ComputedName("committee_side_word", "the cell's side in short: chi uỷ, đảng uỷ, or chi bộ where there is none",
                 lambda asked: committee_word(asked.facts, "chi bộ")),
    ComputedName("committee_side_word_capital", "committee_side_word, for the start of a sentence",
                 lambda asked: committee_word(asked.facts, "chi bộ").capitalize()),
    ComputedName("committee_and_body", "chi uỷ, chi bộ; đảng uỷ, đảng bộ; chi bộ where there is no chi uỷ",
                 _side_and_body),
    ComputedName("committee_representative", "who speaks for the cell: bí thư; phó bí thư, or one chosen, if that "
                 "post is vacant or the secretary leads the other side", _representative),
    ComputedName("has_party_group", "there is a đảng đoàn",
                 lambda asked: asked.facts.yes("party_group") or False, "answer"),
    ComputedName("party_group_words", "exact name of the đảng đoàn; nothing where there is none",
                 lambda asked: party_group(asked.facts, asked.part)),
    ComputedName("parties_words", "exact names of the cell's partners in one line, the đảng đoàn first",
                 lambda asked: joined(partners(asked.facts, asked.part))),
    ComputedName("sides_word", "hai bên; các bên with several associations or an đảng đoàn", _sides),
    ComputedName("sides_word_capital", "sides_word, for the start of a sentence",
                 lambda asked: _sides(asked).capitalize()),
    ComputedName("agency_heads", "heads of the agencies who are not the leaders, by post, in one line",
                 lambda asked: joined(head for one in asked.part.associations if (head := one.text("agency_head")))),
    ComputedName("party_superiors", "the bodies above the leaderships of the parties, each once",
                 lambda asked: tuple(dict.fromkeys(above for one in asked.part.associations
                                                   if (above := one.text("superior")))), "list"),
    ComputedName("working_rules_number", "number of the working rules as cited: số 01-QC/CB; nothing while open",
                 _rules_number),
    ComputedName("association", "the association, or all of them in one line: A, B và C",
                 lambda asked: joined(one.text("name") for one in asked.part.associations)),
    ComputedName("leadership", "the leadership of the association, or of all of them in one line",
                 lambda asked: joined(one.text("leadership") for one in asked.part.associations)),
    ComputedName("merged", "the cell has more than one association",
                 lambda asked: len(stated_partners(asked.facts)) > 1, "answer"),
    ComputedName("association_count", "number of associations of the cell",
                 lambda asked: len(stated_partners(asked.facts))),
    ComputedName("parties", "the associations this document is made with: all, or one in a separate agreement",
                 lambda asked: asked.part.associations, "list"),
    ComputedName("several_parties", "this document is made with more than one association",
                 _several, "answer"),
    ComputedName("non_member_leaders", "those of the parties whose leader is no Party member", _leaders_outside,
                 "list"),
    ComputedName("has_non_member_leaders", "one of the parties has a leader who is no Party member",
                 lambda asked: bool(_leaders_outside(asked)), "answer"),
    ComputedName("leader_is_secretary", "the secretary leads one of the parties",
                 _leads, "answer"),
    ComputedName("leadership_words", "lãnh đạo hội (các hội if several), after đảng đoàn only if there is one",
                 lambda asked: ("đảng đoàn, " if asked.facts.yes("party_group") else "")
                 + ("lãnh đạo các hội" if _several(asked) else _leaders(asked))),
    ComputedName("leader_word", "the leadership of the other side in short: lãnh đạo hội; lãnh đạo cơ quan in the "
                 "cell of an agency", _leaders),
    ComputedName("leader_word_capital", "leader_word, for the start of a sentence",
                 lambda asked: _leaders(asked).capitalize()),
    ComputedName("is_association", "the other side is an association: it has a charter and congresses",
                 lambda asked: not is_of_agency(asked.facts), "answer"),
    ComputedName("partner_word", "the other side in one word: hội, or cơ quan",
                 lambda asked: "cơ quan" if is_of_agency(asked.facts) else "hội"),
    ComputedName("agency_word", "where the members work: cơ quan hội, or cơ quan",
                 lambda asked: "cơ quan" if is_of_agency(asked.facts) else "cơ quan hội"),
    ComputedName("staff_words", "those in the agency who are no cadres: hội viên, người lao động, or công chức, "
                 "viên chức, người lao động", _staff),
    ComputedName("in_agency", "where members and staff are: trong cơ quan, or tại các hội if several",
                 lambda asked: "tại các hội" if _several(asked) else "trong cơ quan"),
)
