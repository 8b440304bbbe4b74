"""The shipped templates with the shipped cells and with cells made up against them: every document they give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from docgen.api.edition_facts import edition_facts, statutes_rule
from docgen.draft.cells import read_cell
from docgen.draft.facts import Facts
from docgen.draft.kinds import AGREEMENT, KINDS, WORKING_RULES, DocumentKind
from docgen.draft.legal_basis import EditionFact
from docgen.draft.parties import Part, parts
from docgen.draft.render import Draft, draft_document
from docgen.draft.template import Template, load_template
from docgen.versions.library import Library, open_library
from docgen.versions.workspace import Workspace
from tests.draft.samples import REAL_CELLS, REAL_HOME, ROOT


@cache
def template(kind: str) -> Template:
    return load_template(REAL_HOME / kind, editions())


@cache
def library() -> Library:
    return open_library(Workspace(ROOT))


@cache
def editions() -> dict[str, EditionFact]:
    return edition_facts(library())


@dataclass(frozen=True)
class Made:
    """One document made for one cell."""

    kind: DocumentKind
    part: Part
    facts: Facts
    draft: Draft

    @property
    def articles(self) -> tuple[str, ...]:
        """The words from the first article to the last."""
        return tuple(f"{block.text} {block.heading}".strip() for block in self.draft.values.blocks)

    @property
    def paper(self) -> str:
        """Everything printed, spaces that bind read as spaces."""
        values = self.draft.values
        signed = [line for block in values.signatures for line in (block.authority, block.post, block.signer)]
        lines = (*values.superior_lines, *values.issuer_lines, values.number, values.place_and_date, values.kind,
                 *values.summary_lines, *values.legal_bases, *values.opening, *self.articles, *signed,
                 *values.recipients)
        return "\n".join(line for line in lines if line)


def facts_of(text: str) -> Facts:
    """Read a cell that has to be without faults."""
    reading = read_cell(text, template(WORKING_RULES.slug).fields, "cell.yaml")
    assert reading.facts is not None, [str(finding.message) for finding in reading.findings]
    return reading.facts


def documents(facts: Facts, day: date | None = None, final: bool = False) -> tuple[Made, ...]:
    """Make every document of a cell, as the program does."""
    made = []
    for kind in KINDS:
        rule = statutes_rule(library(), facts.day(kind.issued_on) or day)
        for part in parts(facts, kind):
            draft = draft_document(template(kind.slug), facts, as_of=day, editions=editions(), final=final, part=part,
                                   statutes_rule=rule)
            made.append(Made(kind, part, facts, draft))
    return tuple(made)


@cache
def shipped(path: Path) -> tuple[Made, ...]:
    return documents(facts_of(path.read_text(encoding="utf-8")))


SHIPPED = tuple(made for path in REAL_CELLS for made in shipped(path))
IDS = tuple(f"{path.stem}.{made.kind.file_name}{made.part.suffix and '.'}{made.part.suffix}"
            for path in REAL_CELLS for made in shipped(path))

LONG = "Liên hiệp các Hội Khoa học và Kỹ thuật, Văn học và Nghệ thuật, Hữu nghị và Hợp tác quốc tế"
_NAMES = ("Hội Làm vườn", "Hội Người mù", "Hội Chữ thập xanh", LONG)
_EXTRAS = ("quorum_share: quá nửa", "uses_handbook: có", "passed_on: 1/7/2025", "agreement_passed_on: 2/7/2025",
           "superior_rules: Quy chế làm việc số 01-QC/ĐU, ngày 15/6/2025 của Đảng uỷ các cơ quan Đảng tỉnh Sao Mai",
           "replaces_rules: Quy chế làm việc số 01-QC/CB, ngày 15/9/2020", "duplex: có", "meeting_minutes: 60",
           "model_rules: [Quy chế mẫu thứ nhất, Quy chế mẫu thứ hai]", "recipients: [Ban Tổ chức Tỉnh uỷ]",
           "congress_resolution: Nghị quyết Đại hội số 01-NQ/ĐH, ngày 12/6/2025", "review_month: tháng 11",
           "agreement_replaces: Quy chế phối hợp công tác số 02-QC/CB, ngày 15/9/2020",
           "agreement_model_rules: [Hướng dẫn của cấp trên]", "agreement_recipients: [Ban Dân vận Tỉnh uỷ]")
_PEOPLE = ("H'Nghĩa Niê", "Y Bhút Êban", "Lò Văn Mẫu", "Vi Thị Thử", "Đặng Ví Dụ", "Tô Văn Thay", "Giàng A Sáng")


@st.composite
def made_up_cells(draw: st.DrawFn) -> str:
    """Return the file of a cell that takes branches the samples may not take together."""
    organisation = draw(st.booleans())
    full = draw(st.integers(9, 60) if organisation else st.integers(3, 40))
    committee = organisation or (full >= 3 and draw(st.booleans()))
    secretary = draw(st.sampled_from(("khuyết", "H'Nghĩa Niê")))
    deputy = draw(st.sampled_from(("khuyết", "Y Bhút Êban")))
    names = draw(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=3, unique=True))
    member = "đảng uỷ viên" if organisation else "chi uỷ viên"
    lines = ["framework: hoi-quan-chung", f"kind: {'dang-bo-co-so' if organisation else 'chi-bo-co-so'}",
             f"name: {'Đảng bộ' if organisation else 'Chi bộ'} cơ sở {names[0]} tỉnh Sao Mai",
             "superior: Đảng bộ các cơ quan Đảng tỉnh Sao Mai",
             "superior_committee: Đảng uỷ các cơ quan Đảng tỉnh Sao Mai", "place: Sao Mai", "term: 2025 - 2030",
             "congress_on: 12/6/2025", f"full_members: {full}",
             f"probationary_members: {draw(st.integers(0, 3))}", f"secretary: {secretary}", f"deputy: {deputy}",
             "meeting_day: ngày 05", "local_committee_seat: Đảng uỷ, Uỷ ban nhân dân Phường 7",
             f"party_group: {draw(st.sampled_from(('có', 'không')))}",
             f"seal: {draw(st.sampled_from(('có', 'không')))}",
             f"organisations: {draw(st.sampled_from(('[]', '[công đoàn]', '[chi đoàn thanh niên, chi hội]')))}"]
    lines += ["cells_below: [Chi bộ Văn phòng, Chi bộ Nghiệp vụ]"] if organisation else []
    lines += [f"committee: [{{post: {member}, name: Lò Văn Mẫu}}]"] if committee else []
    lines += ["associations:"]
    for place, name in enumerate(names):
        leads = secretary != "khuyết" and draw(st.booleans()) and place == 0
        lines += [f"  - name: {name} tỉnh Sao Mai", f"    leadership: Ban Thường vụ {name} tỉnh Sao Mai",
                  f"    leader_name: {secretary if leads else _PEOPLE[3 + place]}",
                  f"    leader_is_member: {'có' if leads else draw(st.sampled_from(('có', 'không')))}"]
        lines += ["    signer_name: Giàng A Sáng", "    signer_title: Phó Chủ tịch"] if leads else []
    lines += [f"agreement_form: {draw(st.sampled_from(('joint', 'separate')))}"]
    issued = draw(st.sampled_from(("chưa có", "15/8/2025", "26/5/2026", "27/5/2026", "5/1/2027")))
    lines += [f"issued_on: {issued}", f"agreement_issued_on: {issued}",
              f"number: {draw(st.sampled_from(('chưa có', '1', '12')))}"]
    lines += draw(st.lists(st.sampled_from(_EXTRAS), unique=True))
    return "\n".join(lines) + "\n"


def is_agreement(made: Made) -> bool:
    """Tell whether a document is made between two sides."""
    return made.kind is AGREEMENT
