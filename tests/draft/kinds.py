"""Every framework that is shipped: its templates, its sample cells, the documents they give."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from docgen.api.edition_facts import statutes_rule
from docgen.draft.cells import framework_of, read_cell
from docgen.draft.facts import Facts
from docgen.draft.kinds import KINDS, DocumentKind
from docgen.draft.parties import parts
from docgen.draft.render import draft_document
from docgen.draft.template import CLAUSES, Template, load_template
from tests.draft.real import Made, editions, library
from tests.draft.samples import ROOT

TEMPLATES = ROOT / "templates"
COMMUNE, AGENCY, ASSOCIATION, DISTRICT = "chi-bo-co-quan-xa", "co-quan", "hoi-quan-chung", "cap-huyen"
EDITIONS = {COMMUNE: "30-hd-btctw-2014", AGENCY: "138-qd-tw-2023", ASSOCIATION: "162-qd-tw-2024",
            DISTRICT: "202-qd-tw-2019"}
"""The framework regulation of each."""
DAYS = {DISTRICT: date(2021, 3, 15)}
"""The day to draft for where a framework asks for one: its subject is gone."""
CELLS = tuple(sorted((ROOT / "cells").glob("*.yaml")))
_COMMITTEE = "committee: [{{post: {member}, name: Lò Văn Mẫu}}]"


@cache
def template(work: str, kind: str) -> Template:
    return load_template(TEMPLATES / work / kind, editions())


def kinds_of(work: str) -> tuple[DocumentKind, ...]:
    """Return the kinds of document a framework has templates for."""
    return tuple(kind for kind in KINDS if (TEMPLATES / work / kind.slug / CLAUSES).is_file())


def facts_of(text: str) -> Facts:
    """Read a cell that has to be without faults, whatever its framework."""
    work = framework_of(text)
    kinds = kinds_of(work)
    reading = read_cell(text, template(work, kinds[0].slug).fields, "cell.yaml", [kind.slug for kind in kinds])
    assert reading.facts is not None, [str(finding.message) for finding in reading.findings]
    return reading.facts


def documents(text: str, day: date | None = None, *, final: bool = False) -> tuple[Made, ...]:
    """Make every document of a cell, for a day on which its framework can be used at all."""
    facts, work = facts_of(text), framework_of(text)
    made, day = [], day or DAYS.get(work)
    for kind in kinds_of(work):
        rule = statutes_rule(library(), facts.day(kind.issued_on) or day)
        for part in parts(facts, kind):
            draft = draft_document(template(work, kind.slug), facts, as_of=day, editions=editions(), final=final,
                                   part=part, statutes_rule=rule)
            made.append(Made(kind, part, facts, draft))
    return tuple(made)


def samples(*works: str) -> tuple[Path, ...]:
    """Return the sample cells of these frameworks."""
    return tuple(path for path in CELLS if framework_of(path.read_text(encoding="utf-8")) in works)


@st.composite
def made_up_cells(draw: st.DrawFn) -> str:
    """Return the file of a commune's or an agency's cell that takes branches the samples may not take together."""
    work = draw(st.sampled_from((COMMUNE, AGENCY)))
    organisation = work == AGENCY and draw(st.booleans())
    full = draw(st.integers(9, 60) if organisation else st.integers(3, 40))
    committee = organisation or draw(st.booleans())
    secretary = draw(st.sampled_from(("khuyết", "H'Nghĩa Niê")))
    deputy = draw(st.sampled_from(("khuyết", "Y Bhút Êban")))
    member = "đảng uỷ viên" if organisation else "chi uỷ viên"
    lines = [f"framework: {work}", "superior: Đảng bộ Phường 7", "superior_committee: Đảng uỷ Phường 7",
             "place: Sao Mai", "term: 2025 - 2030", "congress_on: 12/6/2025", f"full_members: {full}",
             f"probationary_members: {draw(st.integers(0, 3))}", f"secretary: {secretary}", f"deputy: {deputy}",
             "meeting_day: ngày 05", f"seal: {draw(st.sampled_from(('có', 'không')))}",
             f"organisations: {draw(st.sampled_from(('[]', '[chi đoàn]', '[chi đoàn, chi hội cựu chiến binh]')))}",
             f"number: {draw(st.sampled_from(('chưa có', '1')))}"]
    lines += [_COMMITTEE.format(member=member)] if committee else []
    if work == COMMUNE:
        lines += ["name: Chi bộ cơ quan Phường 7", f"unit: {draw(st.sampled_from(('xã', 'phường', 'đặc khu')))}",
                  f"secretary_party_post: {draw(st.sampled_from(('phó bí thư', 'uỷ viên ban thường vụ')))} đảng uỷ",
                  "government: Uỷ ban nhân dân Phường 7", "front: Uỷ ban Mặt trận Tổ quốc Việt Nam Phường 7"]
    else:
        leads = secretary != "khuyết" and draw(st.booleans())
        lines += [f"name: {'Đảng bộ' if organisation else 'Chi bộ'} cơ sở Sở Giống cây tỉnh Sao Mai",
                  f"kind: {'dang-bo-co-so' if organisation else 'chi-bo-co-so'}",
                  "local_committee_seat: Đảng uỷ, Uỷ ban nhân dân Phường 7",
                  "agencies:", "  - name: Sở Giống cây tỉnh Sao Mai",
                  "    leadership: Ban Giám đốc Sở Giống cây tỉnh Sao Mai", "    leader_title: GIÁM ĐỐC",
                  f"    leader_name: {secretary if leads else 'Lò Văn Giám'}",
                  f"    leader_is_member: {'có' if leads else draw(st.sampled_from(('có', 'không')))}"]
        lines += ["    signer_name: Giàng A Sáng", "    signer_title: Phó Giám đốc"] if leads else []
        lines += ["cells_below: [Chi bộ Văn phòng, Chi bộ Nghiệp vụ]",
                  f"inspection_commission: {draw(st.sampled_from(('có', 'không')))}",
                  f"admission_delegated: {draw(st.sampled_from(('có', 'không')))}"] if organisation else []
    lines += draw(st.lists(st.sampled_from(("quorum_share: quá nửa", "uses_handbook: có", "passed_on: 1/7/2025",
                                            "issued_on: 2/7/2026", "meeting_place: nhà văn hoá số 2")), unique=True))
    return "\n".join(lines) + "\n"
