"""What a sentence of a model must say before a question with a default may be meant at its blank.

Deadlines and shares sound alike: "chậm nhất … ngày làm việc" may be about a resolution, an answer, a report. If a
question with a default were proposed at the wrong one, its default would be printed there and nobody would see it. So
the sentence must name what the question is about; a question with a default that is not listed here is never proposed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.draft.field import Field
from docgen.draft.model_import.blanks import DOTS, folded

_PIECE = re.compile(rf"[;:]\s|\.\s+(?=[A-ZĐÀ-Ỹ])|\[[^\[\]]*\]|{DOTS}")
_HOW_OFTEN = re.compile(r"\s*((?:hằng|hàng) (?:tháng|quý|năm)|tháng cuối (?:mỗi )?quý)", re.IGNORECASE)
_CUT = re.compile(r"[;]\s|\.\s+(?=[A-ZĐÀ-Ỹ])")
_REPORT = "bao cao"
_BODIES = r"(?:to chuc chinh tri xa hoi|cong doan|doan thanh nien|cuu chien binh|doan the|mat tran)"
_SEND = r"\b(?:gui|bao cao|quan triet|pho bien|hoc tap|quyet toan)\b"


@dataclass(frozen=True, slots=True)
class Says:
    """Words, without marks, that a sentence must say all of, and words that show it to be about something else."""

    all: tuple[str, ...]
    never: str = ""
    ahead: bool = False
    """Whether the words must stand between the blank before and this one: several reports share a sentence."""


SAYS: dict[str, Says] = {
    "agreement_review_days": Says((r"ra soat|sua doi", "dai hoi")),
    "answer_days": Says((r"tra loi|giai quyet", r"phe binh|chat van|kien nghi|y kien cua dang vien"),
                        r"hai ben|lanh dao (?:hoi|co quan)|thong bao"),
    "area_report_days": Says((_REPORT, r"khu dan cu|dia ban|\bthon\b|to dan pho")),
    "area_review_period": Says((r"kiem tra|danh gia", "dia ban")),
    "assignment_days": Says((r"(?:thong bao|ra|ban hanh|hoan thanh)(?: \w+){0,3} phan cong",)),
    "cell_visit_period": Says((r"\bdu (?:sinh hoat|hop)",)),
    "cells_report_day": Says((r"chi bo (?:truc thuoc|gui|bao cao)", _REPORT), r"quy|6 thang|sau thang|\bnam\b"),
    "committee_days_before": Says((r"(?:chi uy|dang uy|ban thuong vu) (?:phai )?(?:hop|hoi y)", "truoc"), _SEND),
    "committee_meetings": Says((r"ban chap hanh", r"\bhop\b")),
    "committee_notice_months": Says((r"(?:cap uy|chi bo|chi uy|dang uy)(?: \w+){0,3} thong bao",)),
    "consult_days": Says((r"(?:tham gia|cho) y kien", r"can bo|bo may|dai hoi")),
    "dispute_days": Says((r"y kien khac nhau|(?:khong|chua) thong nhat",)),
    "extra_meeting_days": Says((r"bat thuong", r"trieu tap|to chuc|\bhop\b"), r"\blai\b"),
    "extra_meeting_share": Says((r"bat thuong", r"de nghi|yeu cau")),
    "front_month": Says(("mat tran",)),
    "government_days": Says((r"xin (?:chu truong|y kien)",)),
    "half_yearly_report_day": Says((_REPORT, r"6 thang|sau thang|nua nam"), ahead=True),
    "holiday_rule": Says((r"ngay nghi|ngay le|nghi le",)),
    "inspection_programme_due": Says(("chuong trinh kiem tra", r"thong qua|ban hanh|xay dung|quyet dinh")),
    "joined_minutes": Says(("chuyen de", "ket hop")),
    "joint_meeting_months": Says(("hai ben", r"lam viec|\bhop\b")),
    "leadership_meetings": Says(("thuong truc", r"\bhop\b")),
    "leadership_notice_months": Says((r"(?:lanh dao|ban thuong vu|thuong truc)(?: \w+){0,3} thong bao",)),
    "meeting_minutes": Says((r"sinh hoat|hoi nghi|\bhop\b",), r"ket hop|chuyen de|phat bieu|thao luan|y kien"),
    "monthly_report_day": Says((_REPORT, r"\bthang\b"), r"6 thang|sau thang|\bquy\b|\bnam\b", ahead=True),
    "notice_answer_days": Says(("tra loi", "thong bao", "dinh ky")),
    "notice_days_before": Says((r"(?:thong bao|giay moi|giay trieu tap|gui giay|trieu tap)", "truoc"),
                               r"vang mat|tai lieu|ket luan|xin phep"),
    "organisations_months": Says((_BODIES, r"lam viec|nghe|\bgap\b")),
    "papers_days_before": Says((r"tai lieu", "truoc"), r"du thao|thong bao|giay moi"),
    "party_budget_day": Says(("kinh phi",)),
    "probationary_members": Says(("dang vien du bi",)),
    "quarterly_report_day": Says((_REPORT, r"\bquy\b"), r"6 thang|sau thang|bao cao nam", ahead=True),
    "quorum_share": Says((r"co mat|tham du|du hop|\bdu\b", r"dang vien|uy vien"), r"tan thanh|bieu quyet|de nghi"),
    "reconvene_days": Says((r"trieu tap lai|hop lai|to chuc lai",)),
    "relation_answer_days": Says((r"kien nghi", r"tra loi|ket qua|bao lai")),
    "relation_months": Says((rf"{_BODIES}|chinh quyen|uy ban nhan dan", r"lam viec|nghe|\bgap\b")),
    "resolution_days": Says((r"nghi quyet", r"(?<!ngay )\bky\b|ban hanh|hoan thien"), _SEND),
    "review_month": Says(("kiem diem",)),
    "seat_contact_period": Says((r"tru so|chinh quyen|dia phuong", r"trao doi|lam viec|lien he|gap")),
    "staff_meeting_period": Says((r"\bgap\b|doi thoai|tiep xuc", r"hoi vien|nguoi lao dong|can bo|cong chuc")),
    "standing_meetings": Says(("ban thuong vu", r"\bhop\b")),
    "thematic_meetings_per_year": Says(("chuyen de",), r"\bphut\b|ket hop"),
    "urgent_answer_days": Says(("dot xuat", "tra loi")),
    "urgent_notice_days": Says(("dot xuat", "thong bao"), "tra loi"),
    "yearly_report_day": Says((_REPORT, r"\bnam\b"), ahead=True),
}


def may_ask(asked: Field, text: str, start: int, end: int, heading: str) -> bool:
    """Tell whether a question may be meant at a blank: with a default only if the sentence names what it is about."""
    if asked.default is None:
        return True
    says = SAYS.get(asked.name)
    if says is None:
        return False
    before = _CUT.split(text[:start])[-1]
    if says.ahead:
        between = _PIECE.split(text[:start])
        often = _HOW_OFTEN.match(text, end)
        said = folded(" ".join((heading, *between[-2 if len(folded(between[-1]).split()) < 3 else -1:],
                                often[1] if often else "")))
    else:
        said = folded(f"{before} {_CUT.split(text[end:])[0]}")
    return all(re.search(one, said) for one in says.all) and not (says.never and re.search(says.never, said))
