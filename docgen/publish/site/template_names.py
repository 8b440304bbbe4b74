"""The names a template is written with, in the words of an office: what fills a blank, what a condition asks."""

from __future__ import annotations

from docgen.draft.computed import COMPUTED_FROM
from docgen.draft.context import WORDS
from docgen.draft.field import Field, FieldList
from docgen.messages import Message, say

ANSWERS: dict[str, tuple[Message, Message]] = {
    "has_committee": (say("there is a chi uỷ"), say("there is no chi uỷ")),
    "has_deputy": (say("there is a phó bí thư"), say("there is no phó bí thư")),
    "secretary_vacant": (say("the post of bí thư is vacant"), say("the post of bí thư is filled")),
    "is_base_cell": (say("it is a chi bộ cơ sở"), say("it is not a chi bộ cơ sở")),
    "is_base_organisation": (say("it is an đảng bộ cơ sở"), say("it is not an đảng bộ cơ sở")),
    "quorum_is_low": (say("fewer than two thirds must be present for a meeting"),
                      say("two thirds or more must be present for a meeting")),
    "has_probationary": (say("there are probationary members"), say("there are no probationary members")),
    "has_committee_others": (say("there are committee members beside the bí thư and the phó bí thư"),
                             say("there are no committee members beside the bí thư and the phó bí thư")),
    "has_organisations": (say("the agency has socio-political organisations"),
                          say("the agency has no socio-political organisation")),
    "merged": (say("it is a merged cell (several associations)"), say("it is not a merged cell")),
    "several_parties": (say("the agreement is made with several associations"),
                        say("the agreement is made with one association")),
    "has_non_member_leaders": (say("the head of an association is not a Party member"),
                               say("the heads of the associations are Party members")),
    "leader_is_secretary": (say("the bí thư is also the head of the association"),
                            say("the bí thư is not the head of the association")),
    "party_group": (say("the association has a đảng đoàn"), say("the association has no đảng đoàn")),
    "has_party_group": (say("the association has a đảng đoàn"), say("the association has no đảng đoàn")),
    "is_association": (say("the other side is an association"), say("the other side is an agency")),
    "has_inspection_commission": (say("the đảng uỷ has an inspection commission"),
                                  say("the đảng uỷ has no inspection commission")),
    "inspection_commission": (say("the đảng uỷ has an inspection commission"),
                              say("the đảng uỷ has no inspection commission")),
    "admission_delegated": (say("the đảng uỷ may itself decide on admission and expulsion"),
                            say("the đảng uỷ may not itself decide on admission and expulsion")),
    "uses_handbook": (say("the cell uses the electronic handbook"),
                      say("the cell does not use the electronic handbook")),
    "seal": (say("the cell has a seal"), say("the cell has no seal")),
    "probationary_members": (say("there are probationary members"), say("there are no probationary members")),
    "agency_heads": (say("the head of the agency is not the head of the association"),
                     say("the head of the agency is the head of the association")),
    "working_rules_number": (say("the number of the working rules is known"),
                             say("the number of the working rules is still open")),
}
"""What a condition asks, answered yes and answered no."""

BLANKS: dict[str, Message] = {
    "body": say("chi bộ or đảng bộ"),
    "committee_word": say("chi uỷ or đảng uỷ"),
    "committee_or_secretary": say("chi uỷ, đảng uỷ; without a committee: bí thư"),
    "committee_member_word": say("chi uỷ viên or đảng uỷ viên"),
    "duty_holder": say("committee member, or the Party member it was given to"),
    "committee_side": say("full name of the cell's side"),
    "committee_side_word": say("chi uỷ, đảng uỷ or chi bộ"),
    "committee_and_body": say("committee and cell"),
    "committee_representative": say("who speaks for the cell: bí thư or phó bí thư"),
    "committee_size": say("number of committee members"),
    "committee_majority": say("more than half of the committee members"),
    "standing_majority": say("more than half of the members of the ban thường vụ"),
    "committee_quorum": say("committee members who must be present"),
    "committee_two_thirds": say("two thirds of the committee members"),
    "majority_full": say("more than half of the full members"),
    "two_thirds_full": say("two thirds of the full members"),
    "quorum_full": say("full members who must be present"),
    "total_members": say("number of all members"),
    "cells_count": say("number of chi bộ below"),
    "cells_list": say("names of the chi bộ below"),
    "organisations_list": say("the socio-political organisations"),
    "year": say("year of issue"),
    "date_words": say("date of issue in words"),
    "document_date": say("date of issue"),
    "association": say("name of the association"),
    "association_count": say("number of associations"),
    "leadership": say("the leadership of the association by its charter"),
    "leadership_words": say("lãnh đạo hội, after đảng đoàn if there is one"),
    "leader_word": say("lãnh đạo hội or lãnh đạo cơ quan"),
    "partner_word": say("hội or cơ quan"),
    "agency_word": say("cơ quan hội or cơ quan"),
    "staff_words": say("those who work there besides cadres and Party members"),
    "in_agency": say("trong cơ quan, or tại các hội"),
    "party_group_words": say("full name of the đảng đoàn"),
    "parties_words": say("full names of the partners"),
    "sides_word": say("hai bên or các bên"),
    "agency_heads": say("heads of the agencies"),
    "working_rules_number": say("number of the working rules"),
    "committee_others": say("the other committee members"),
    "parties": say("the associations that sign"),
    "non_member_leaders": say("the heads who are not Party members"),
    "party_superiors": say("the bodies above the leadership of the association"),
}
"""What the program works out and prints into a blank."""
_CAPITAL = "_capital"


def field_of(name: str, fields: FieldList, each: str = "") -> Field | None:
    """Return the question whose answer a name prints; `item.x` is a question of the list the block repeats for."""
    part = name.partition(".")[2]
    if not part:
        return fields.find(name) or fields.find(name.removesuffix(WORDS))
    listed = fields.find(COMPUTED_FROM.get(each, each)) or fields.find("associations") or fields.find(
        "agencies")
    return next((one for one in listed.of if one.name == part), None) if listed else None


def blank_words(name: str, fields: FieldList, each: str = "") -> str:
    """Return what a blank is filled with, in words; the bare name only where nobody explained it."""
    if name == "item":
        listed = fields.find(COMPUTED_FROM.get(each, each))
        return listed.label if listed else blank_words(each, fields) if each else name
    if asked := field_of(name, fields, each):
        return asked.label
    known = BLANKS.get(name) or BLANKS.get(name.removesuffix(_CAPITAL))
    return str(known) if known else name


def answer_sentence(name: str, wanted: bool, fields: FieldList, each: str = "") -> str:
    """Return what a name asks for in a condition, in words; empty where nobody explained it."""
    if name in ANSWERS:
        return str(ANSWERS[name][0 if wanted else 1])
    asked = field_of(name, fields, each)
    label = asked.label if asked else blank_words(name, fields, each)
    if label == name:
        return ""
    if asked and asked.type == "yes_no":
        return str(say("“{label}” is answered yes", label=label) if wanted else
                   say("“{label}” is answered no", label=label))
    return str(say("“{label}” is filled in", label=label) if wanted else
               say("“{label}” is left empty", label=label))
