from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.draft.facts import Facts
from docgen.draft.legal_basis import EditionFact
from docgen.draft.render import Draft, draft_document
from docgen.draft.template import load_template
from docgen.errors import NotPossible
from docgen.messages import use
from docgen.model.finding import FaultsFound
from tests.draft.samples import CLAUSES, ROOT, PlainFrame, body, facts, numbers_are_continuous, template

COMMITTEE = "committee: [{post: chi uỷ viên, name: Lò Văn Mẫu}]\n"
EDITIONS = {
    "162-qd-tw-2024": EditionFact(id="162-qd-tw-2024", number="162-QĐ/TW", sha256="a" * 64,
                                  texts={"dieu-11.khoan-2": "Căn cứ Quy định này."}),
    "294-qd-tw-2025": EditionFact(id="294-qd-tw-2025", number="294-QĐ/TW", in_force_until=date(2026, 7, 26)),
}


@pytest.fixture(autouse=True)
def _in_english() -> None:
    use("en")


def lines(draft: Draft) -> list[str]:
    return [block.text for block in draft.values.blocks]


def test_branches_change_numbers_and_references_with_them() -> None:
    assert lines(draft_document(template(), facts("organisations: [công đoàn]\n" + COMMITTEE))) == [
        "Chương I", "Điều 1. Phạm vi", "1. Quy chế này của Chi bộ cơ sở Hội Làm vườn tỉnh Sao Mai.",
        "2. Chi uỷ theo khoản 1 Điều 2 Quy chế này.", "Chương II", "Điều 2. Họp",
        "1. Họp khi có hai phần ba, gồm:", "a) việc thứ nhất;", "b) việc với công đoàn;", "c) việc cuối.",
        "2. Làm việc với công đoàn."]
    assert lines(draft_document(template(), facts()))[1:] == [
        "Điều 1. Phạm vi", "Quy chế này của Chi bộ cơ sở Hội Làm vườn tỉnh Sao Mai.", "Chương II", "Điều 2. Họp",
        "Họp khi có hai phần ba, gồm:", "a) việc thứ nhất;", "b) việc cuối."]


def test_a_chapter_prints_its_name_in_capitals_and_each_block_its_bookmark() -> None:
    draft = draft_document(template(), facts("organisations: [công đoàn, hội cựu chiến binh]\n"))
    assert draft.values.blocks[0].heading == "QUY ĐỊNH CHUNG"
    bookmarks = [block.bookmark for block in draft.values.blocks]
    assert bookmarks[-2:] == ["hop.tung", "hop.tung.2"]
    assert len(set(bookmarks)) == len(bookmarks)


NAMES = st.text(st.characters(blacklist_categories=("C", "Z")), min_size=1, max_size=60).filter(
    lambda name: not any(mark in name for mark in ("{{", "{%", "{#")))


@given(NAMES)
@settings(deadline=None)
def test_any_name_is_printed_as_it_stands(name: str) -> None:
    known = facts()
    changed = Facts(values={**known.values, "name": name}, given=known.given)
    draft = draft_document(template(), changed)
    assert f"Quy chế này của {name}." in lines(draft)[2]
    assert name in " ".join(draft.values.opening)


@pytest.mark.parametrize("name", ["{{ superior }}", "{% if x %}", "{{ 7 * 7 }}", "A & B", "<b>x</b>", "\"'", "{# x #}"])
def test_a_value_is_never_read_as_a_template(name: str) -> None:
    known = facts()
    wording = body("{id: a, kind: local}\n1. {{ name }} và {% if true %}{{ name | upper }}{% endif %}")
    draft = draft_document(template(wording), Facts(values={**known.values, "name": name}))
    assert lines(draft)[1] == f"{name} và {name.upper()}"


@pytest.mark.parametrize("wording", [
    "{id: a, kind: local}\n1. {{ \"%02d\" | format(remark) }}",
    "{id: a, kind: local}\n1. {% if remark %}x{% endif %}",
    "{id: a, kind: local, if: remark.year > 3}\n1. x",
    "{id: a, kind: local}\n1. theo {{ ref(\"b\") }}\n\n{id: b, kind: local, if: remark}\n1. x",
    "{id: a, kind: local}\n1. gồm:\n\n{id: b, kind: local, if: remark}\na) x",
])
def test_what_cannot_be_printed_for_a_cell_is_told_with_its_place(wording: str) -> None:
    with pytest.raises(FaultsFound) as refused:
        draft_document(template(body(wording)), facts())
    finding = refused.value.findings[0]
    assert (finding.file, finding.address, finding.severity) == ("clauses.md", "a", "error")
    assert finding.line in (6, 7)
    assert str(finding.message)


def test_all_clauses_that_cannot_be_printed_are_told_at_once() -> None:
    wording = body("{id: a, kind: local}\n1. {{ remark }}\n\n{id: b, kind: local}\n1. {{ remark }}")
    with pytest.raises(FaultsFound) as refused:
        draft_document(template(wording), facts())
    assert [finding.address for finding in refused.value.findings] == ["a", "b"]


def test_a_lone_point_and_a_lone_article_are_doubts_and_no_refusal() -> None:
    wording = ("# Nội dung\n\n{id: chuong}\n## Chương\n\n{id: dieu}\n### Điều\n\n"
               "{id: a, kind: local}\n1. gồm:\n\n{id: b, kind: local}\na) x\n\n"
               "{id: c, kind: local, if: remark}\na) y\n\n{id: e, if: remark}\n### Hai\n\n{id: f, kind: local}\n1. z")
    found = draft_document(template(wording), facts()).findings
    assert [(finding.address, finding.severity) for finding in found] == [("b", "warning"), ("chuong", "warning")]
    assert not draft_document(template(wording), facts("remark: có\n")).findings


def test_what_is_open_is_listed() -> None:
    draft = draft_document(template(), facts(COMMITTEE + "number: chưa có\n"), editions=EDITIONS)
    assert [(item.kind, item.name, item.value, item.places) for item in draft.open_items] == [
        ("blank", "passed_on", "", ()), ("blank", "issued_on", "", ()), ("blank", "number", "", ()),
        ("proposed", "quorum_share", "hai phần ba", ("Điều 2",))]
    unheld = draft_document(template(), facts()).open_items[-1]
    assert (unheld.kind, unheld.name, unheld.places) == ("basis", "162-qd-tw-2024", ("Điều 1",))
    assert all(str(item.sentence) and item.to_dict()["message"] for item in draft.open_items)


def test_a_basis_replaced_before_the_date_of_the_document_is_a_warning() -> None:
    wording = body("{id: a, kind: adapted, basis: [\"294-qd-tw-2025:9.1.2\"]}\n1. x")
    made = template(wording)
    assert not draft_document(made, facts(), editions=EDITIONS, as_of=date(2026, 7, 26)).findings
    assert [f.code for f in draft_document(made, facts(), editions=EDITIONS, as_of=date(2026, 7, 27)).findings] == [
        "draft-basis"]


def test_the_hidden_part_names_template_editions_and_clauses_and_no_fact() -> None:
    frame = PlainFrame()
    known = facts("organisations: [công đoàn bí mật]\nremark: điều riêng tư\n" + COMMITTEE)
    draft_document(template(frame=frame), known, editions=EDITIONS)
    root = ElementTree.fromstring(frame.hidden[0])
    space = "{urn:docgen:provenance:1}"
    assert root.tag == f"{space}provenance"
    assert [file.attrib["name"] for file in root.iter(f"{space}file")] == ["clauses.md", "fields.yaml", "frame.docx"]
    assert [edition.attrib for edition in root.iter(f"{space}edition")] == [
        {"id": "162-qd-tw-2024", "sha256": "a" * 64}]
    clauses = {clause.attrib["id"]: clause.attrib for clause in root.iter(f"{space}clause")}
    assert clauses["pham-vi.mot"] == {"id": "pham-vi.mot", "kind": "adapted",
                                      "basis": "162-qd-tw-2024:dieu-11.khoan-2"}
    assert "hop.mot.b" in clauses
    words = frame.hidden[0].decode()
    for name, value in known.values.items():
        if isinstance(value, str) and len(value) > 3 and name not in ("kind", "form_profile"):
            assert value not in words
    assert "bí mật" not in words
    assert "Lò Văn Mẫu" not in words


def test_a_final_copy_carries_nothing_hidden() -> None:
    frame = PlainFrame()
    draft = draft_document(template(frame=frame), facts("draft_mark: Dự thảo lần 2\n"), final=True)
    assert frame.hidden == [b""]
    assert {block.bookmark for block in draft.values.blocks} == {""}
    assert draft.values.draft_mark == ""


@given(st.sets(st.sampled_from([COMMITTEE, "organisations: [a, b]\n", "deputy: Vi Thị Thử\n", "number: 5\n",
                                "issued_on: 1/2/2026\n", "probationary_members: 2\n"])))
@settings(deadline=None, max_examples=30)
def test_any_cell_gives_continuous_numbers_and_the_same_draft_twice(more: set[str]) -> None:
    known = facts("".join(sorted(more)))
    first, second = draft_document(template(), known), draft_document(template(), known)
    assert first == second
    assert numbers_are_continuous(lines(first))


def test_numbers_do_not_leak_from_one_cell_to_the_next() -> None:
    shared = template()
    with_committee = facts(COMMITTEE)
    before = lines(draft_document(shared, with_committee))
    draft_document(shared, facts())
    assert lines(draft_document(shared, with_committee)) == before
    assert len(shared.branches) == 2


_TWICE = """
import hashlib
from tests.draft.samples import facts, template
from docgen.draft.render import draft_document
draft = draft_document(template(), facts("organisations: [a, b]\\n"))
print(hashlib.sha256(repr((draft.values, draft.open_items, [(c.id, c.citation, c.text) for c in draft.clauses]))
                     .encode()).hexdigest())
"""


def test_two_processes_with_two_hash_seeds_agree() -> None:
    printed = {subprocess.run([sys.executable, "-c", _TWICE], cwd=ROOT, check=True, capture_output=True, text=True,
                              env={**os.environ, "PYTHONHASHSEED": seed}).stdout for seed in ("1", "2")}
    assert len(printed) == 1


def test_a_template_folder_with_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "fields.yaml").write_text("fields: []", encoding="utf-8")
    with pytest.raises(NotPossible):
        load_template(tmp_path / "working-rules")


def test_faults_of_all_three_files_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "fields.yaml").write_text("fields:\n  - {name: a, typ: x}\n", encoding="utf-8")
    folder = tmp_path / "working-rules"
    folder.mkdir()
    (folder / "clauses.md").write_text(CLAUSES, encoding="utf-8")
    (folder / "frame.docx").write_bytes(b"no zip at all")
    with pytest.raises(FaultsFound) as refused:
        load_template(folder)
    assert {Path(finding.file).name for finding in refused.value.findings} == {"fields.yaml", "clauses.md",
                                                                            "frame.docx"}


def test_what_another_document_needs_is_open_here_only_where_its_blank_is_printed() -> None:
    wording = body("{id: a, kind: local}\n1. x {% if agreement_issued_on %}{{ agreement_issued_on }}{% endif %}")
    assert "agreement_issued_on" not in {item.name for item in draft_document(template(wording), facts()).open_items}
    printed = body("{id: a, kind: local}\n1. x {{ agreement_issued_on }}")
    assert "agreement_issued_on" in {item.name for item in draft_document(template(printed), facts()).open_items}
