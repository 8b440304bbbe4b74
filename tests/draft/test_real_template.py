"""The shipped template and the shipped cells, from files to the words on paper."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.draft.cells import load_cell, read_cell
from docgen.draft.facts import Facts
from docgen.draft.legal_basis import EditionFact, check_legal_basis, edition_of
from docgen.draft.render import Draft, draft_document
from docgen.draft.template import Template, load_template
from docgen.model.address import walk
from docgen.reader.read import read
from docgen.word.reading import clause_bookmarks, provenance
from tests.draft.samples import REAL_CELLS, REAL_TEMPLATE, ROOT, numbers_are_continuous, paper_text


@cache
def real() -> Template:
    return load_template(REAL_TEMPLATE)


@cache
def editions() -> dict[str, EditionFact]:
    held = {}
    for path in sorted((ROOT / "regulations").glob("*/*.md")):
        regulation = read(path.read_text(encoding="utf-8")).regulation
        texts = {address: provision.text for address, provision in walk(regulation)}
        held[path.stem] = EditionFact(id=path.stem, texts=texts, partial=path.stem == "171-qd-tw-2008")
    named = {edition_of(basis) for basis in real().clauses.basis()}
    return {**{name: EditionFact(id=name) for name in sorted(named)}, **held}


def plain_spaces(text: str) -> str:
    """Return the text with the spaces that bind words to their numbers read as spaces."""
    return text.replace("\u00a0", " ")


def cell(path: Path = REAL_CELLS[0]) -> Facts:
    return load_cell(path, real().fields)[0]


def printed(draft: Draft) -> list[str]:
    return [block.text for block in draft.values.blocks]


def test_every_legal_basis_leads_to_a_provision_and_every_quotation_is_exact() -> None:
    assert check_legal_basis(real().clauses, editions()) == ()
    assert editions()["162-qd-tw-2024"].is_held


@pytest.mark.parametrize("path", REAL_CELLS, ids=lambda path: path.stem)
def test_a_shipped_cell_gives_a_document_without_faults(path: Path) -> None:
    draft = draft_document(real(), cell(path), editions=editions())
    assert [str(f.message) for f in draft.findings if f.severity == "error"] == []
    assert numbers_are_continuous(printed(draft))
    words = paper_text(draft.content)
    for line in (*printed(draft), *draft.values.legal_bases, *draft.values.recipients):
        assert plain_spaces(line) in plain_spaces(words)
    assert not re.search(r"\{\{|\{%|%\}|\}\}|None|True|False|\(\)|  ", words)


@pytest.mark.parametrize("path", REAL_CELLS, ids=lambda path: path.stem)
def test_every_reference_in_a_document_leads_to_a_printed_number(path: Path) -> None:
    draft = draft_document(real(), cell(path))
    known = {clause.citation for clause in draft.clauses}
    for line in printed(draft):
        for citation in re.findall(r"((?:điểm \S+ )?(?:khoản \d+ )?Điều \d+) Quy chế này", line):
            assert citation in known


def test_names_of_persons_stand_in_the_signature_only() -> None:
    draft = draft_document(real(), cell())
    assert draft.values.signer == cell().text("secretary")
    for member in cell().records("committee"):
        assert all(member.text("name") not in line for line in printed(draft))


def test_the_file_carries_bookmarks_and_provenance_and_a_final_copy_does_not() -> None:
    draft = draft_document(real(), cell(), editions=editions())
    assert len(clause_bookmarks(draft.content)) == len(draft.values.blocks)
    hidden = provenance(draft.content)
    assert hidden is not None
    assert cell().text("secretary").encode() not in hidden
    assert cell().text("name").encode() not in hidden
    final = draft_document(real(), cell(), editions=editions(), final=True)
    assert provenance(final.content) is None
    assert clause_bookmarks(final.content) == ()
    assert printed(final) == printed(draft)


_SOURCE = (ROOT / "cells" / "chi-bo-co-chi-uy.yaml").read_text(encoding="utf-8")
_COMMITTEE = re.search(r"(?m)^committee:\n(?:  .*\n)+", _SOURCE)


@dataclass(frozen=True)
class Branches:
    """Which ways a made-up cell takes."""

    committee: bool
    deputy: bool
    organisations: bool
    party_group: bool
    full: int
    probationary: int
    secretary: str


@given(st.builds(Branches, full=st.integers(3, 40), probationary=st.integers(0, 3),
                 secretary=st.sampled_from(["khuyết", "H'Nghĩa Niê", "chưa có tên"])))
@settings(deadline=None, max_examples=40)
def test_whatever_branches_a_cell_takes_its_document_holds_together(cell: Branches) -> None:
    assert _COMMITTEE is not None
    text = _SOURCE.replace(_COMMITTEE[0], "")
    text = re.sub(r"(?m)^(organisations):.*\n(?:  .*\n)+", "", text)
    text = re.sub(r"(?m)^(full_members|probationary_members|secretary|deputy):.*\n", "", text)
    text += (f"full_members: {cell.full}\nprobationary_members: {cell.probationary}\nsecretary: {cell.secretary}\n"
             f"party_group: {'có' if cell.party_group else 'không'}\n"
             f"organisations: {'[chi đoàn thanh niên]' if cell.organisations else '[]'}\n")
    text += "deputy: Y Bhút Êban\n" if cell.deputy else ""
    text += "committee: [{post: chi uỷ viên, name: Lò Văn Mẫu}]\n" if cell.committee else ""
    reading = read_cell(text, real().fields)
    assert reading.facts is not None
    draft = draft_document(real(), reading.facts, editions=editions())
    lines = printed(draft)
    paper = "\n".join((*lines, *draft.values.recipients, *draft.values.summary_lines))
    assert numbers_are_continuous(lines)
    assert "  " not in paper
    if not cell.committee:
        assert "chi uỷ" not in paper.lower()
    if not cell.party_group:
        assert "đảng đoàn" not in paper.lower()
    if not cell.deputy:
        assert "phó bí thư" not in paper.lower()
    if not cell.organisations:
        assert "thanh niên" not in paper


@pytest.mark.parametrize(("name", "value"), [
    ("association", "Hội Sinh vật cảnh & Làm vườn <Sao Mai> \"Đắk\" 'Búk'"), ("leadership", "{{ name }} {% if %}"),
    ("meeting_place", "ẮẰẲẴẶ ắằẳẵặ ẤẦẨẪẬ ấầẩẫậ ẾỀỂỄỆ ếềểễệ ỐỒỔỖỘ ốồổỗộ ỚỜỞỠỢ ớờởỡợ ỨỪỬỮỰ ứừửữự ỲÝỶỸỴ ỳýỷỹỵ Đđ"),
])
def test_any_value_survives_to_the_paper(name: str, value: str) -> None:
    known = cell()
    draft = draft_document(real(), Facts(values={**known.values, name: value}, given=known.given))
    assert value in paper_text(draft.content)


@pytest.mark.parametrize(("issued", "profile", "end"), [("26/5/2026", "36-hd", ","), ("27/5/2026", "05-hd", ";")])
def test_the_date_of_issue_decides_the_form(issued: str, profile: str, end: str) -> None:
    reading = read_cell(re.sub(r"(?m)^issued_on:.*$", f"issued_on: {issued}", _SOURCE), real().fields)
    assert reading.facts is not None
    draft = draft_document(real(), reading.facts)
    assert draft.values.profile == profile
    assert [line[-1] for line in draft.values.recipients] == [end] * (len(draft.values.recipients) - 1) + ["."]
    assert draft_document(real(), cell(), as_of=date(2026, 1, 1)).values.profile == "36-hd"


_TWICE = """
import hashlib, sys
from tests.draft.test_real_template import cell, editions, real
from docgen.draft.render import draft_document
print(hashlib.sha256(draft_document(real(), cell(), editions=editions()).content).hexdigest())
"""


def test_same_input_same_bytes_in_two_processes() -> None:
    hashes = {subprocess.run([sys.executable, "-c", _TWICE], cwd=ROOT, check=True, capture_output=True, text=True,
                             env={**os.environ, "PYTHONHASHSEED": seed}).stdout for seed in ("0", "4242")}
    assert len(hashes) == 1
