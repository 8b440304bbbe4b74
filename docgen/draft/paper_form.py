"""The form of the papers round a quy chế: what stands above and below their text, and what of it no text held says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from docgen.draft.facts import Facts
from docgen.draft.field import FieldList
from docgen.draft.form import Wording, issuer_lines, legal_basis_lines, recipient_lines, with_symbol
from docgen.draft.kinds import AGREEMENT, WORKING_RULES, PaperKind
from docgen.draft.membership import BASE_ORGANISATION
from docgen.draft.opens import OpenItem
from docgen.draft.paper_signing import paper_signatures, presents_as_committee
from docgen.draft.paper_tables import list_rows
from docgen.draft.parties import NOBODY, Part, is_of_agency, paper_number
from docgen.messages import Message, say
from docgen.word.document import DAY_BLANK, NUMBER_BLANK, DocumentValues, Profile
from docgen.word.width import break_name

SUBJECT_SIZE, STATE_SIZE = 12.0, 12.0
SUBJECT_WIDTH = 128.0
"""Points of text the subject of a letter may take under its number, where a long date leaves least room."""
STATE_LEFT_WIDTH = 186.0
"""Points of text the name of an association may take in the head of its own paper."""
_broken = lru_cache(maxsize=1024)(break_name)


def as_paper(
    values: DocumentValues, facts: Facts, kind: PaperKind, part: Part, wording: Wording,
) -> DocumentValues:
    """Return what a frame prints, with head, number, addressees, table and signatures as this paper has them.

    Marks of a draft and doubts about the law belong on the quy chế, not on the papers that go round it.
    """
    what = " ".join(wording.summary)
    is_letter = not kind.title
    return replace(
        values,
        superior_lines=_superior(values, facts, kind, part), issuer_lines=_issuer(facts, kind, part),
        number=printed_number(facts, kind, part), draft_mark="", kind=kind.title,
        summary_lines=() if is_letter else values.summary_lines,
        subject=_broken(what, SUBJECT_SIZE, False, SUBJECT_WIDTH) if is_letter else (),
        legal_bases=legal_basis_lines(wording.legal_bases),
        addressing=addressing(wording.addressees, kind, values.profile),
        addressees=addressees(wording.addressees, values.profile), list_rows=list_rows(facts, kind),
        signatures=paper_signatures(facts, kind, part),
        title=values.title and f"{kind.title.capitalize() or 'Công văn'} {what}")


def printed_number(facts: Facts, kind: PaperKind, part: Part = NOBODY) -> str:
    """Return number and symbol of a paper ("Số 01-TTr/CB"), room for the number while it is open, or nothing."""
    if kind.voice == "partner":
        return f"Số:{NUMBER_BLANK}/TB-{DAY_BLANK}"
    if not kind.series:
        return ""
    symbol = f"{kind.series}/{'ĐU' if facts.text('kind') == BASE_ORGANISATION else 'CB'}"
    return with_symbol(paper_number(facts, kind, part), symbol) or f"Số{NUMBER_BLANK}-{symbol}"


def addressing(names: Sequence[str], kind: PaperKind, profile: Profile) -> str:
    """Return "Kính gửi: A", or "Kính gửi:" before a list of several."""
    if not names:
        return ""
    # "Kính trình" is reported of 05-HD only
    word = kind.addressing if profile == "05-hd" else "Kính gửi"
    return f"{word}: {names[0]}" if len(names) == 1 else f"{word}:"


def addressees(names: Sequence[str], profile: Profile) -> tuple[str, ...]:
    """Return the lines of those a paper goes to, where they are several; the ends are those of Nơi nhận."""
    return recipient_lines(names, profile) if len(names) > 1 else ()


def unsettled(facts: Facts, fields: FieldList, kind: PaperKind, part: Part) -> tuple[OpenItem, ...]:
    """List what of a paper's form no text held settles, and numbers of a list that are still open."""
    said = tuple(OpenItem(kind="form", name=kind.slug, label=str(say("Form")), value=str(sentence))
                 for sentence in _unsettled(facts, kind))
    if not (kind.numbers and part.suffix) or paper_number(facts, kind, part):
        return said
    asked = fields.find(kind.numbers)
    label = (asked.label if asked else "") or kind.numbers
    return (OpenItem(kind="blank", name=kind.numbers, label=label), *said)


def _unsettled(facts: Facts, kind: PaperKind) -> Iterator[Message]:
    if kind.series:
        yield say("The abbreviation of the kind of paper in its number stands in no text held.")
    if kind.series == "CV":
        yield say("Where the subject of a letter stands and how it is set is known from fragments of 36-HD/VPTW only.")
    if kind.voice == "presenter" and not presents_as_committee(facts):
        yield say("Who signs what is submitted where there is no chi uỷ, or in an đảng uỷ, is said by no text held; "
                  "here the secretary signs under his post alone.")
    if kind.addressing == "Kính trình":
        yield say("'Kính trình' in a proposal is reported of 05-HD/VPTW by a third party.")
    if kind.voice == "meeting":
        yield say("Whether minutes carry a number, and how recorder and chair sign, is said by no text held.")
    if kind.voice == "sides":
        yield say("How minutes of a joint meeting are signed is said by no text held; here as the agreement is.")
    if kind.voice == "committee" and presents_as_committee(facts):
        yield say("T/M CHI UỶ or T/M CHI BỘ differs between offices; follow the papers of the superior committee.")
    if kind.voice == "partner":
        yield say("This is the other side's own paper, not one of the Party: set as Nghị định 30/2020/NĐ-CP asks of "
                  "agencies; its symbol and how the other side names itself are for that side to fill in.")


def _issuer(facts: Facts, kind: PaperKind, part: Part) -> tuple[str, ...]:
    if kind.voice == "sides":
        return issuer_lines(facts, AGREEMENT, part)
    if kind.voice == "partner":
        return tuple(line for one in part.associations
                     for line in _broken(one.text("name").upper(), STATE_SIZE, True, STATE_LEFT_WIDTH))
    return issuer_lines(facts, WORKING_RULES, NOBODY)


def _superior(values: DocumentValues, facts: Facts, kind: PaperKind, part: Part) -> tuple[str, ...]:
    if kind.voice != "partner":
        return values.superior_lines
    above = part.associations[0].text("superior").upper() if part.associations and is_of_agency(facts) else ""
    return _broken(above, STATE_SIZE, False, STATE_LEFT_WIDTH) if above else ()
