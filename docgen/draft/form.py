"""The paper round the articles: head, number, date, căn cứ, signatures, Nơi nhận, as the form of Party papers has them.

What is printed follows from the facts; what an office may set otherwise (authority, post, profile) is taken from
them where it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import cast

from docgen.draft.dates import day_in_words, open_day
from docgen.draft.facts import Facts
from docgen.draft.kinds import WORKING_RULES, DocumentKind
from docgen.draft.membership import BASE_ORGANISATION, DISTRICT
from docgen.draft.parties import NOBODY, Part, committee_side, partners, stated_number
from docgen.draft.signing import signatures
from docgen.word.blocks import Block
from docgen.word.document import LEFT_HEAD_WIDTH, NUMBER_BLANK, SUMMARY_WIDTH, DocumentValues, Profile
from docgen.word.width import break_name

NEW_FORM_FROM = date(2026, 5, 27)
"""The day of 05-HD/VPTW; earlier papers follow 36-HD/VPTW."""
HEAD_SIZE = 14.0
BETWEEN_SIDES = "-"
"""Stands alone between the names of two bodies that issue one paper."""
TITLE = "QUY CHẾ"
SYMBOL = "QC"
DISTRICT_SYMBOL = "symbol"
"""The question a district committee states its symbol under: no text held says what it is in a quận, thị xã, thành phố.
"""
FACE = "Văn bản lịch sử, soạn để nghiên cứu, tra cứu, không phải bản phát hành"
"""Begins the remark on a historical paper, and the item in the list of open points."""
DRAFT_MARK = "Dự thảo"
DRAFT_REMARK = "Ghi chú của bản dự thảo, bỏ khi trình ký"

# the same bodies come back in cell after cell of a province
_broken = lru_cache(maxsize=4096)(break_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of each zone of the paper for one cell, numbered and filled in, before the form is put round them."""

    summary: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    recipients: tuple[str, ...] = ()


def document_values(
    facts: Facts, wording: Wording, as_of: date | None, year: int | None, final: bool = False, *,
    kind: DocumentKind = WORKING_RULES, part: Part = NOBODY,
) -> DocumentValues:
    """Return everything a frame prints for one cell; `year` is the year of a date still to be written in."""
    issued = facts.day(kind.issued_on)
    profile = form_profile(facts, as_of, kind)
    summary = " ".join(wording.summary)
    return DocumentValues(
        superior_lines=_broken(facts.text("superior").upper(), HEAD_SIZE, False, LEFT_HEAD_WIDTH),
        issuer_lines=issuer_lines(facts, kind, part),
        number=printed_number(facts, kind, part),
        place_and_date=f"{facts.text('place')}, {day_in_words(issued) if issued else open_day(year)}",
        draft_mark="" if final else facts.text("draft_mark"),
        kind=TITLE,
        summary_lines=tuple(line for text in wording.summary
                            for line in _broken(text, HEAD_SIZE, True, SUMMARY_WIDTH)),
        legal_bases=legal_basis_lines(wording.legal_bases),
        opening=wording.opening,
        blocks=wording.blocks,
        signatures=signatures(facts, kind, part),
        recipients=recipient_lines(wording.recipients, profile),
        profile=profile,
        duplex=facts.yes("duplex") or False,
        dated=issued.isoformat() if issued and not final else "",
        title="" if final else f"{TITLE.capitalize()} {summary}".strip(),
    )


def marked(values: DocumentValues, doubts: Sequence[str]) -> DocumentValues:
    """Return a draft that says on its face what is not sure about the law it is written under.

    It is marked as a draft even where the cell gives no mark; the copy to sign has neither mark nor remark.
    """
    notes = tuple(f"({DRAFT_REMARK}: {doubt})" for doubt in doubts)
    return replace(values, draft_mark=values.draft_mark or DRAFT_MARK, legal_bases=(*notes, *values.legal_bases))


def historical(values: DocumentValues, said: str) -> DocumentValues:
    """Return a paper that says on its face that it is history; the copy to sign says it too, for nobody signs it."""
    return replace(values, legal_bases=(f"({FACE}: {said})", *values.legal_bases))


def issuer_lines(facts: Facts, kind: DocumentKind, part: Part) -> tuple[str, ...]:
    """Return the issuing body in capitals; in an agreement all sides under their names, a hyphen between them."""
    if not kind.between_sides:
        own = facts.text("committee_name") if facts.text("kind") in (BASE_ORGANISATION, DISTRICT) else ""
        return _head_lines(own or facts.text("name"))
    lines = list(_head_lines(committee_side(facts)))
    for name in partners(facts, part):
        lines += [BETWEEN_SIDES, *_head_lines(name)]
    return tuple(lines)


def form_profile(facts: Facts, as_of: date | None, kind: DocumentKind = WORKING_RULES) -> Profile:
    """Return which guidance on form holds: as the cell says, else by the date of issue, the newer while it is open."""
    stated = facts.text("form_profile")
    if stated in ("05-hd", "36-hd"):
        return cast("Profile", stated)
    day = facts.day(kind.issued_on) or as_of
    return "36-hd" if day is not None and day < NEW_FORM_FROM else "05-hd"


def printed_number(facts: Facts, kind: DocumentKind = WORKING_RULES, part: Part = NOBODY) -> str:
    """Return number and symbol: "Số 01-QC/CB", with room to write the number in while it is open."""
    number = stated_number(facts, kind, part)
    symbol = facts.text(kind.symbol or DISTRICT_SYMBOL)
    symbol = symbol or f"{SYMBOL}/{'ĐU' if facts.text('kind') == BASE_ORGANISATION else 'CB'}"
    return with_symbol(number, symbol) or f"Số{NUMBER_BLANK}-{symbol}"


def with_symbol(number: str, symbol: str) -> str:
    """Return number and symbol as printed, nothing while the number is open; one typed with its symbol keeps it."""
    if number.isdecimal():
        return f"Số {int(number):02d}-{symbol}"
    return f"Số {number}" if "-" in number else number and f"Số {number}-{symbol}"


def legal_basis_lines(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the căn cứ as printed: each line begins with a dash and ends with a semicolon, the last with a comma."""
    return _lines(texts, ";", ",")


def recipient_lines(texts: Sequence[str], profile: Profile) -> tuple[str, ...]:
    """Return the Nơi nhận as printed: commas (36-HD) or semicolons (05-HD) at the ends, last a full stop."""
    return _lines(texts, "," if profile == "36-hd" else ";", ".")


def _head_lines(name: str) -> tuple[str, ...]:
    return _broken(name.upper(), HEAD_SIZE, True, LEFT_HEAD_WIDTH)


def _lines(texts: Sequence[str], end: str, last: str) -> tuple[str, ...]:
    return tuple(f"- {text.rstrip(' ;,.')}{last if place == len(texts) else end}"
                 for place, text in enumerate(texts, 1))
