"""The associations a cell works with, and with which of them one document is made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from docgen.draft.facts import Blank, Facts, Record, Value
from docgen.draft.kinds import AGREEMENT, DocumentKind, PaperKind
from docgen.draft.membership import BASE_ORGANISATION, person_key
from docgen.vietnamese.letters import without_marks
from docgen.word.document import DAY_BLANK

ASSOCIATIONS, AGENCIES = "associations", "agencies"
"""Where a framework asks for the other side: associations, or the one agency a cell stands in."""
SEPARATE = "separate"
_FOR = "T/M"


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a kind: the associations it is made with and what its file is called besides the kind.

    `number` says which of several it is, counted from 1; 0 where there is only one.
    """

    associations: tuple[Record, ...] = ()
    suffix: str = ""
    number: int = 0


NOBODY = Part()
"""A document made with nobody else."""


def parts(facts: Facts, kind: DocumentKind) -> tuple[Part, ...]:
    """Return the documents of a kind a cell needs: one, or one for each association if it says so."""
    everyone = associations(facts)
    if isinstance(kind, PaperKind) and kind.beside == AGREEMENT.slug and not kind.apart:
        kind = AGREEMENT  # as many as there are agreements
    each = isinstance(kind, PaperKind) and kind.apart
    if len(everyone) < 2 or not (each or (kind.between_sides and facts.text("agreement_form") == SEPARATE)):
        return (Part(everyone),)
    taken: dict[str, int] = {}
    made = []
    for number, one in enumerate(everyone, 1):
        suffix = file_word(one.text("short_name"))
        taken[suffix] = taken.get(suffix, 0) + 1
        made.append(Part((one,), suffix if taken[suffix] == 1 else f"{suffix}-{taken[suffix]}", number))
    return tuple(made)


def stated_number(facts: Facts, kind: DocumentKind, part: Part) -> str:
    """Return the number a document was given, empty while it is open; separate agreements have one each."""
    if isinstance(kind, PaperKind):
        return paper_number(facts, kind, part)
    own = part.associations[0].text("agreement_number") if part.suffix else ""
    return own or facts.text(kind.number)


def paper_number(facts: Facts, kind: PaperKind, part: Part) -> str:
    """Return the number of a paper: where there are several of its kind, each takes its own from the list of them."""
    if not part.suffix:
        return facts.text(kind.number)
    listed = facts.texts(kind.numbers)
    return listed[part.number - 1] if part.number <= len(listed) else ""


def associations(facts: Facts) -> tuple[Record, ...]:
    """Return the associations with everything filled in that follows from the rest: short name, authority."""
    listed = stated_partners(facts)
    return tuple(_completed(one, merged=len(listed) > 1) for one in listed)


def stated_partners(facts: Facts) -> tuple[Record, ...]:
    """Return the associations as the cell's file states them, or the agency where the framework asks for that."""
    return facts.records(ASSOCIATIONS) or facts.records(AGENCIES)


def is_of_agency(facts: Facts) -> bool:
    """Tell whether the other side of this cell is the leadership of an agency, not that of an association."""
    return AGENCIES in facts.values


def is_leader(record: Record, person: str) -> bool:
    """Tell whether a person leads an association; a name that is not given is nobody's."""
    return bool(person) and person_key(record.text("leader_name")) == person_key(person)


def joined(names: Iterable[str]) -> str:
    """Return names in one line: "A", "A và B", "A, B và C"."""
    *most, last = tuple(names) or ("",)
    return f"{', '.join(most)} và {last}" if most else last


def committee_side(facts: Facts) -> str:
    """Return the exact name of the cell's side of an agreement: its chi uỷ or đảng uỷ, else the chi bộ itself."""
    name = facts.text("name")
    if facts.text("kind") == BASE_ORGANISATION:
        return facts.text("committee_name") or f"Đảng uỷ {name.removeprefix('Đảng bộ ')}"
    return f"Chi uỷ {name}" if facts.records("committee") else name


def party_group(facts: Facts, part: Part) -> str:
    """Return the exact name of the đảng đoàn, empty where there is none."""
    if not facts.yes("party_group"):
        return ""
    return facts.text("party_group_name") or f"Đảng đoàn {joined(one.text('name') for one in part.associations)}"


def partners(facts: Facts, part: Part) -> tuple[str, ...]:
    """Return the exact names of those an agreement is made with, the đảng đoàn first if there is one."""
    group = party_group(facts, part)
    return (*((group,) if group else ()), *(one.text("leadership") for one in part.associations))


def file_word(name: str) -> str:
    """Return a name as a part of a file's name: small letters without marks, joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", without_marks(name).lower()).strip("-")[:60] or "hoi"


def _completed(record: Record, merged: bool) -> Record:
    filled: dict[str, Value] = {}
    for name, value in record.pairs:
        filled[name] = ("" if name != "members" else Blank(DAY_BLANK)) if value is None else value
    short = record.text("short_name") or record.text("name")
    filled["short_name"] = short
    if not record.text("authority"):
        body = record.text("leadership").removesuffix(record.text("name")).strip() or record.text("leadership")
        # three times "T/M BAN THƯỜNG VỤ" side by side would not say who signs for whom
        filled["authority"] = f"{_FOR} {body} {short if merged else ''}".strip().upper()
    return Record(tuple(filled.items()), record.line, record.column)
