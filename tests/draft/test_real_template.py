"""The shipped templates from files to the words on paper: what any value, day or process must not change."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from docgen.draft.facts import Facts
from docgen.draft.kinds import KINDS
from docgen.word.reading import clause_bookmarks, provenance
from tests.draft.real import IDS, SHIPPED, Made, documents, shipped, template
from tests.draft.samples import REAL_CELLS, ROOT, paper_text

REQUIRED = 15
"""Questions a cell has to answer, or a few more."""


@pytest.mark.parametrize("made", SHIPPED, ids=IDS)
def test_a_draft_carries_bookmarks_and_provenance_and_no_fact(made: Made) -> None:
    assert len(clause_bookmarks(made.draft.content)) == len(made.draft.values.blocks)
    hidden = provenance(made.draft.content)
    assert hidden is not None
    for name in ("secretary", "name", "superior"):
        if value := made.facts.text(name):
            assert value.encode() not in hidden


@pytest.mark.parametrize(("name", "value"), [
    ("superior_committee", "Hội Sinh vật cảnh & Làm vườn <Sao Mai> \"Đắk\" 'Búk'"),
    ("local_committee_seat", "{{ name }} {% if %}"),
    ("meeting_place", "ẮẰẲẴẶ ắằẳẵặ ẤẦẨẪẬ ấầẩẫậ ẾỀỂỄỆ ếềểễệ ỐỒỔỖỘ ốồổỗộ ỚỜỞỠỢ ớờởỡợ ỨỪỬỮỰ ứừửữự ỲÝỶỸỴ ỳýỷỹỵ Đđ"),
])
def test_any_value_survives_to_the_paper(name: str, value: str) -> None:
    known = shipped(REAL_CELLS[0])[0].facts
    rules = documents(Facts(values={**known.values, name: value}, given=known.given))[0]
    assert value in paper_text(rules.draft.content)


def test_both_templates_ask_one_list_and_about_fifteen_questions_are_required() -> None:
    lists = [template(kind.slug).fields for kind in KINDS]
    assert lists[0] == lists[1]
    assert sum(field.required for field in lists[0].fields) <= REQUIRED


_TWICE = """
import hashlib
from tests.draft.real import SHIPPED
print([hashlib.sha256(made.draft.content).hexdigest() for made in SHIPPED])
"""


def test_same_input_same_bytes_in_two_processes() -> None:
    hashes = {subprocess.run([sys.executable, "-c", _TWICE], cwd=ROOT, check=True, capture_output=True, text=True,
                             env={**os.environ, "PYTHONHASHSEED": seed}).stdout for seed in ("0", "4242")}
    assert len(hashes) == 1
