from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from docgen.api.new_cell import question_dicts
from docgen.draft.cells import read_cell
from docgen.draft.field import Field, FieldList
from docgen.draft.kinds import WORKING_RULES
from docgen.draft.skeleton import skeleton
from docgen.publish.terminal import questions
from tests.draft.real import template
from tests.draft.samples import fields


def real() -> FieldList:
    return template(WORKING_RULES.slug).fields


def test_a_new_cell_lacks_its_required_answers_and_has_no_other_fault() -> None:
    for listed in (fields(), real()):
        found = read_cell(skeleton(listed, "hoi-quan-chung"), listed).findings
        assert {finding.code for finding in found if finding.severity == "error"} == {"cell-missing"}
        lacking = {str(dict(finding.message.values)["name"]) for finding in found if finding.severity == "error"}
        required = {field.name for field in listed.fields if field.required and field.name != "framework"}
        assert {name for name in lacking if listed.find(name)} <= required


def test_every_question_stands_in_it_and_taking_the_marks_away_gives_only_known_names() -> None:
    text = skeleton(real(), "hoi-quan-chung")
    for field in real().fields:
        assert re.search(rf"(?m)^#?{field.name}:", text), field.name
    names = {part.name for field in real().fields for part in (field, *field.of)}
    asked, marks = re.subn(rf"(?m)^#(?=\s*(?:- )?(?:{'|'.join(sorted(names))}):|  -)", "", text)
    assert marks > 40
    codes = {finding.code for finding in read_cell(asked, real()).findings}
    assert not codes & {"yaml", "cell-unknown", "cell-type"}


def test_required_questions_come_first() -> None:
    text = skeleton(real(), "hoi-quan-chung")
    last = max(text.index(f"\n{field.name}:") for field in real().fields if field.required)
    first = min(text.index(f"\n#{field.name}:") for field in real().fields if not field.required)
    assert last < first


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1))
def test_any_default_is_read_back_as_it_was(value: str) -> None:
    value = " ".join(unicodedata.normalize("NFC", value).split())
    listed = FieldList(fields=(Field(name="a", type="text", required=True, default=value),))
    line = next(line for line in skeleton(listed, "x").splitlines() if line.startswith("a:"))
    reading = read_cell(line, FieldList(fields=(Field(name="a", type="text"),)))
    if reading.facts is not None:
        assert reading.facts.text("a") == value.replace("Ð", "Đ").replace("ð", "đ")
    else:
        assert {finding.code for finding in reading.findings} <= {"cell-tag", "cell-open", "cell-character"}


def test_the_list_of_questions_names_each_with_what_it_takes() -> None:
    shown = questions(real())
    listed = question_dicts(real().fields)
    for field, entry in zip(real().fields, listed, strict=True):
        assert f"  {field.name}: " in shown
        assert entry["name"] == field.name
        assert entry["required"] is field.required
    assert max(map(len, shown.splitlines())) <= 100
