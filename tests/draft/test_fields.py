from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.draft.computed import COMPUTED
from docgen.draft.context import known_names
from docgen.draft.fields import read_fields
from docgen.draft.shared import load_shared
from docgen.draft.template import compile_texts
from tests.draft.samples import CLAUSES, FIELDS, REAL_HOME, fields


@given(st.text())
def test_any_text_is_read_without_an_exception(text: str) -> None:
    read_fields(text)


@given(st.lists(st.sampled_from(FIELDS.splitlines(keepends=True))))
def test_any_part_of_a_list_is_read_without_an_exception(lines: list[str]) -> None:
    read_fields("".join(lines))


def test_the_sample_list_is_read() -> None:
    listed = fields()
    quorum = listed.find("quorum_share")
    assert quorum is not None
    assert (quorum.type, quorum.default, quorum.proposed, quorum.required) == ("text", "hai phần ba", True, False)
    committee = listed.find("committee")
    assert committee is not None
    assert [part.name for part in committee.of] == ["post", "name"]


@pytest.mark.parametrize(("line", "words"), [
    ("- {name: a, typ: text}", "has no 'typ'"),
    ("- {name: a, type: txet}", "no type 'txet'"),
    ("- {name: a, type: choice}", "choice without choices"),
    ("- {name: a, type: records}", "does not say of what"),
    ("- {name: Tên, type: text}", "cannot be the name"),
    ("- {name: ref, type: text}", "cannot be the name"),
    ("- {name: a, type: integer, default: mười}", "no whole number"),
    ("- {name: a, type: integer, min: x}", "'min' is a whole number"),
    ("- {name: a, type: integer, min: 9, max: 3}", "min above max"),
    ("- {name: a, required: maybe}", "yes or no"),
    ("- {name: a, required: yes, default: x}", "required and has a default"),
    ("- {name: a, basis: dieu-9}", "no legal basis"),
    ("- {name: a}\n  - {name: a}", "stands twice"),
    ("- {name: a, for: [working-rulse]}", "no kind of document 'working-rulse'"),
    ("- [a]", "needs a name"),
])
def test_a_fault_of_the_list_is_named_with_its_line(line: str, words: str) -> None:
    findings = read_fields(f"fields:\n  {line}\n", "fields.yaml").findings
    assert any(words in finding.message.source.format_map({k: str(v) for k, v in finding.message.values})
               for finding in findings)
    assert all(finding.line >= 2 and finding.file == "fields.yaml" for finding in findings)


def test_all_faults_come_at_once() -> None:
    text = "fields:\n  - {name: a, typ: x}\n  - {name: b, type: dat}\n  - {name: c, type: choice}\nfeilds: []\n"
    assert [finding.line for finding in read_fields(text).findings] == [2, 3, 4, 5]


@pytest.mark.parametrize("text", ["", "x", "[]", "fields:\n", "fields: []\n", "fields: {a: b}\n"])
def test_a_file_without_questions_is_a_fault(text: str) -> None:
    assert read_fields(text).findings


def test_a_computed_name_nobody_computes_is_a_fault() -> None:
    found = compile_texts(FIELDS + "computed:\n  - {name: has_comittee, meaning: x}\n", CLAUSES)[2]
    assert [dict(finding.message.values)["name"] for finding in found] == ["has_comittee"]
    assert dict(found[0].remedy.values)["name"] == "has_committee"


def test_a_question_must_not_take_the_name_of_a_computed_one() -> None:
    assert compile_texts(FIELDS + "  - {name: has_committee, type: yes_no}\n", CLAUSES)[2]


def test_every_computed_name_is_told_once_in_one_sentence() -> None:
    names = [computed.name for computed in COMPUTED]
    assert len(names) == len(set(names))
    assert all(computed.meaning for computed in COMPUTED)
    assert set(names) <= known_names(fields())


def test_the_real_list_has_no_fault() -> None:
    path = REAL_HOME / "fields.yaml"
    shared = load_shared(REAL_HOME.parent).questions
    assert read_fields(path.read_text(encoding="utf-8"), str(path), shared).findings == ()


def test_a_condition_for_asking_is_read_with_the_list() -> None:
    text = "fields:\n- {name: a, type: yes_no}\n- {name: b, type: text, if: %s}\n"
    reading = read_fields(text % "a and not b")
    assert reading.findings == ()
    assert [field.condition for field in reading.fields.fields] == ["", "a and not b"]
    for broken in ("a and", "'{{ a }}'", "a |nothing"):
        assert [finding.line for finding in read_fields(text % broken).findings] == [3], broken
    _, _, findings = compile_texts(text % "khong_co", "# Nội dung\n")
    named = [finding for finding in findings if "khong_co" in str(finding.message)]
    assert [(finding.code, finding.line) for finding in named] == [("fields", 3)]
