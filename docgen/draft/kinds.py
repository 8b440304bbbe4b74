"""The kinds of document a cell writes, and which questions hold the number and the days of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """One kind of document: its template folder, the name of its files, its questions for number, days and symbol.

    `between_sides` tells that others sign beside the cell: an agreement.
    """

    slug: str
    file_name: str
    number: str
    passed_on: str
    issued_on: str
    symbol: str = ""
    between_sides: bool = False


WORKING_RULES = DocumentKind(
    slug="working-rules", file_name="quy-che-lam-viec", number="number", passed_on="passed_on", issued_on="issued_on")
AGREEMENT = DocumentKind(
    slug="coordination-agreement", file_name="quy-che-phoi-hop", number="agreement_number",
    passed_on="agreement_passed_on", issued_on="agreement_issued_on", symbol="agreement_symbol", between_sides=True)
KINDS = (WORKING_RULES, AGREEMENT)
"""In the order in which they are drafted."""
SLUGS = tuple(kind.slug for kind in KINDS)


Voice = Literal["committee", "body", "presenter", "meeting", "sides", "representative", "partner"]
"""In whose name a paper speaks: the chi uỷ (đảng uỷ) or the chi bộ where there is none; the chi bộ or đảng uỷ that
decided; whoever submits a draft; those who ran a meeting; all sides of an agreement; the one who speaks for the cell to
an association; the leadership of an association.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind(DocumentKind):
    """One of the papers that go round a quy chế: `beside` names the quy chế, `title` stands on it ("" = a công văn).

    `series` is the abbreviation it is numbered under, "" if it carries no number; `addressing` the word before those it
    is sent to, as 05-HD has it. `apart` tells that each association gets its own; `numbers` the list of their numbers.
    """

    beside: str
    title: str
    series: str = ""
    voice: Voice
    addressing: str = "Kính gửi"
    apart: bool = False
    numbers: str = ""
    table: Literal["", "opinions", "assignments"] = ""


def _of_rules(slug: str, file_name: str, title: str, *, issued_on: str, voice: Voice, series: str = "",
              number: str = "", addressing: str = "Kính gửi",
              table: Literal["", "opinions", "assignments"] = "") -> PaperKind:
    return PaperKind(slug=slug, file_name=f"{WORKING_RULES.file_name}.{file_name}", title=title, issued_on=issued_on,
                     voice=voice, series=series, number=number, addressing=addressing, table=table,
                     beside=WORKING_RULES.slug, passed_on=WORKING_RULES.passed_on)


def _of_agreement(slug: str, file_name: str, title: str, *, issued_on: str, voice: Voice, series: str = "",
                  number: str = "", apart: bool = False, numbers: str = "") -> PaperKind:
    return PaperKind(slug=slug, file_name=f"{AGREEMENT.file_name}.{file_name}", title=title, issued_on=issued_on,
                     voice=voice, series=series, number=number, apart=apart, numbers=numbers,
                     beside=AGREEMENT.slug, passed_on=AGREEMENT.passed_on)


LETTER = _of_rules("consultation-letter", "1-cong-van-lay-y-kien", "", series="CV", number="letter_number",
                   issued_on="letter_on", voice="committee")
OPINIONS = _of_rules("opinions-table", "2-bang-tong-hop-y-kien", "BẢNG TỔNG HỢP", issued_on="proposal_on",
                     voice="presenter", table="opinions")
PROPOSAL = _of_rules("proposal", "3-to-trinh", "TỜ TRÌNH", series="TTr", number="proposal_number",
                     issued_on="proposal_on", voice="presenter", addressing="Kính trình")
MINUTES = _of_rules("meeting-minutes", "4-bien-ban-hoi-nghi", "BIÊN BẢN", series="BB", number="minutes_number",
                    issued_on="passed_on", voice="meeting")
RESOLUTION = _of_rules("resolution", "5-nghi-quyet", "NGHỊ QUYẾT", series="NQ", number="resolution_number",
                       issued_on="resolution_on", voice="body")
REPORT = _of_rules("report", "6-bao-cao-cap-tren", "BÁO CÁO", series="BC", number="report_number",
                   issued_on="report_on", voice="committee")
ASSIGNMENT = _of_rules("assignment-notice", "7-thong-bao-phan-cong", "THÔNG BÁO", series="TB",
                       number="assignment_number", issued_on="assignment_on", voice="committee", table="assignments")
AGREEMENT_LETTER = _of_agreement("agreement-letter", "1-cong-van-du-thao", "", series="CV",
                                 number="agreement_letter_number", issued_on="agreement_letter_on",
                                 voice="representative", numbers="agreement_letter_numbers")
JOINT_MINUTES = _of_agreement("joint-minutes", "2-bien-ban-lien-tich", "BIÊN BẢN", series="BB",
                              number="joint_minutes_number", issued_on="agreement_passed_on", voice="sides",
                              numbers="joint_minutes_numbers")
COMMITTEE_NOTICE = _of_agreement("committee-notice", "3-thong-bao-cua-cap-uy", "THÔNG BÁO", series="TB",
                                 number="committee_notice_number", issued_on="committee_notice_on",
                                 voice="representative", apart=True, numbers="committee_notice_numbers")
LEADERSHIP_NOTICE = _of_agreement("leadership-notice", "4-thong-bao-cua-lanh-dao", "THÔNG BÁO",
                                  issued_on="leadership_notice_on", voice="partner", apart=True)
PAPERS = (LETTER, OPINIONS, PROPOSAL, MINUTES, RESOLUTION, REPORT, ASSIGNMENT,
          AGREEMENT_LETTER, JOINT_MINUTES, COMMITTEE_NOTICE, LEADERSHIP_NOTICE)
"""In the order in which an office needs them, those of the working rules first."""
PAPER_SLUGS = tuple(paper.slug for paper in PAPERS)
EVERY_SLUG = (*SLUGS, *PAPER_SLUGS)
ALL, SET = "all", "set"
"""What a person may ask for besides one kind: all the quy chế of a cell; these and all papers round them."""


def wanted_slugs(asked: str) -> tuple[str, ...]:
    """Return the kinds of document meant by what was asked for; nothing for a word that names none."""
    if asked == ALL:
        return SLUGS
    if asked == SET:
        return EVERY_SLUG
    return (asked,) if asked in EVERY_SLUG else ()


def kind_of(slug: str) -> DocumentKind:
    """Return the kind of document a template folder of this name holds; an unknown name is drafted as rules."""
    return next((kind for kind in (*KINDS, *PAPERS) if kind.slug == slug), WORKING_RULES)
