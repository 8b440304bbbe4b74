"""Cells with what the papers round a quy chế ask, and the papers they give."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from docgen.api.cells import find_cell
from docgen.api.composing import Composed, compiled, compose
from docgen.draft.cells import read_cell
from docgen.draft.facts import Facts
from docgen.draft.field import FieldList
from docgen.draft.kinds import PAPERS, SET, PaperKind
from docgen.draft.template import Template, load_questions
from docgen.versions.workspace import Workspace
from tests.draft.real import editions, library
from tests.draft.samples import ROOT

HOME = ROOT / "templates" / "hoi-quan-chung"
WORKSPACE = Workspace(ROOT)
ANSWERS = """
passed_on: 12/6/2026
number: 01
issued_on: 15/6/2026
agreement_passed_on: 20/6/2026
agreement_number: 02
agreement_issued_on: 22/6/2026
letter_number: 03
letter_on: 18/5/2026
opinions_due: 29/5/2026
opinions_asked: 12
opinions_received: 9
opinions:
  - {place: khoản 2 Điều 5, opinion: Gửi tài liệu trước 3 ngày, giver: Y Bhút Êban Mẫu, answer: Tiếp thu}
proposal_number: 01
proposal_on: 04/6/2026
minutes_number: 05
meeting_began: 8 giờ 00
meeting_ended: 10 giờ 30
meeting_recorder: H'Nghĩa Niê Thử
meeting_held_at: phòng họp số 1
members_present: 11
probationary_present: 1
members_absent: [Một đồng chí đi công tác]
meeting_opinions: [Đồng chí thứ nhất đề nghị ghi rõ ngày họp]
votes_for: 10
votes_against: 0
votes_other: 1
resolution_number: 04
resolution_on: 12/6/2026
report_number: 07
report_on: 16/6/2026
assignment_number: 02
assignment_on: 20/6/2026
assignments: [{name: Lê Văn Ví Dụ, post: chi uỷ viên, duty: Tuyên giáo và dân vận}]
agreement_letter_number: 04
agreement_letter_on: 18/5/2026
agreement_opinions_due: 10/6/2026
joint_minutes_number: 06
joint_began: 14 giờ 00
joint_ended: 16 giờ 00
joint_place: phòng họp số 2
joint_recorder: H'Nghĩa Niê Thử
joint_opinions: [Hai bên thống nhất dự thảo]
committee_notice_number: 03
committee_notice_on: 30/6/2026
leadership_notice_on: 05/7/2026
notice_half: đầu năm
"""
"""Everything the papers of the cell chi-bo-co-chi-uy ask."""
OPEN = ("passed_on", "number", "issued_on")
"""Lines of the sample that say these are not known yet."""


@cache
def questions() -> FieldList:
    return load_questions(HOME / "fields.yaml")


@cache
def templates(cell: str = "chi-bo-co-chi-uy") -> tuple[Template, ...]:
    return compiled(find_cell(WORKSPACE, str(ROOT / "cells" / f"{cell}.yaml"), SET).templates, editions())


def cell_text(cell: str, answers: str = "") -> str:
    lines = (ROOT / "cells" / f"{cell}.yaml").read_text(encoding="utf-8").split("\n")
    given = {line.partition(":")[0] for line in answers.split("\n")}
    return "\n".join([*(line for line in lines if line.partition(":")[0] not in given), answers])


def facts_of(cell: str, answers: str = "") -> Facts:
    reading = read_cell(cell_text(cell, answers), questions(), kinds=tuple(kind.slug for kind in PAPERS))
    assert reading.facts is not None, reading.findings
    return reading.facts


def codes(cell: str, answers: str) -> list[str]:
    """Return the codes of the faults these answers have."""
    reading = read_cell(cell_text(cell, answers), questions(), kinds=tuple(kind.slug for kind in PAPERS))
    return [finding.code for finding in reading.findings if finding.severity == "error"]


def papers(cell: str, answers: str = "") -> tuple[Composed, ...]:
    """Return the papers of a cell without the two quy chế themselves."""
    facts = facts_of(cell, answers)
    only = [one for one in templates() if any(one.kind == paper.slug for paper in PAPERS)]
    return tuple(compose(only, facts, cell, library(), editions(), day=None, final=False))


def words(made: Composed) -> str:
    """Return all that stands on a paper, as one text."""
    values = made.draft.values
    signed = [text for block in values.signatures for text in (block.authority, block.post, block.signer)]
    rows = [text for row in values.list_rows for text in (row.who, row.where, row.what, row.answer)]
    return "\n".join((
        *values.superior_lines, *values.issuer_lines, values.number, values.place_and_date, values.kind,
        " ".join(values.summary_lines), " ".join(values.subject), values.addressing, *values.addressees,
        *values.legal_bases, *values.opening, *(block.text for block in values.blocks), *rows, *signed,
        *values.recipients))


def kind_of_paper(made: Composed) -> PaperKind:
    assert isinstance(made.kind, PaperKind)
    return made.kind


def written(folder: Path) -> dict[str, bytes]:
    """Return the Word files of a folder by name, without the tables of legal bases."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx"))
            if not path.name.endswith(".bang-can-cu.docx")}
