"""What an answer breaks, and when that is heard."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.draft.cells import read_cell
from docgen.draft.field import Field, FieldList
from docgen.draft.questionnaire.answers import names_with_values
from docgen.draft.questionnaire.checking import Asking
from docgen.draft.questionnaire.steps import Step
from docgen.draft.questionnaire.typed import as_in_file
from docgen.draft.skeleton import skeleton
from docgen.reader.yaml_tree import parse
from tests.questionnaire.answering import ROOT, asking_for

ASKING = asking_for(ROOT / "cells" / "chi-bo-co-chi-uy.yaml")


def step_of(key: str, answers: dict[str, str], asking: Asking = ASKING) -> Step:
    return next(step for step in asking.steps(answers) if step.key == key)


def codes(key: str, text: str, answers: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(remark.finding.severity, remark.finding.code, remark.key)
            for remark in ASKING.remarks_on(step_of(key, answers), text, answers)]


@pytest.mark.parametrize(("key", "text", "code"), [
    ("congress_on", "31/2/2025", "cell-date"), ("full_members", "mười hai", "cell-integer"),
    ("full_members", "2", "cell-range"), ("issue_year", "26", "cell-year"), ("kind", "chi bộ", "cell-choice"),
    ("seal", "chắc có", "cell-yes-no"), ("name", "Chi bộ {{ ten }}", "cell-tag"),
    ("name", "Chi bộ \ufffd", "cell-character"), ("name", "x" * 2001, "cell-long"), ("place", "chưa có", "cell-open"),
])
def test_an_answer_wrong_in_itself_is_told_by_the_label_not_the_name(key: str, text: str, code: str) -> None:
    found = ASKING.remarks_on(step_of(key, {}), text, {})
    assert [(remark.finding.code, remark.key, remark.is_error) for remark in found] == [(code, key, True)]
    field = ASKING.fields.find(key)
    assert field is not None
    assert field.label in str(found[0].finding.message)


def test_answers_that_do_not_go_together_are_told_at_once() -> None:
    answers = {"congress_on": "12/6/2025"}
    assert codes("passed_on", "01/6/2025", answers) == [("error", "cell-dates", "passed_on")]
    assert codes("passed_on", "13/6/2025", answers) == []
    several = {"committee.0.post": "bí thư", "committee.0.name": "Nguyễn Văn Mẫu", "committee.1.post": "chi uỷ viên"}
    assert codes("committee.1.name", "nguyễn văn mẫu", several) == [("error", "cell-twice", "committee.1.post")]


def test_what_is_missing_is_heard_when_it_has_been_asked_for() -> None:
    """An đảng bộ needs chi bộ below it: nobody is told so before they were asked for them."""
    answers: dict[str, str] = {}
    assert codes("kind", "dang-bo-co-so", answers) == []
    answers["kind"] = "dang-bo-co-so"
    heard: dict[str, list[str]] = {}
    while (step := next((one for one in ASKING.steps(answers) if one.key not in answers), None)) is not None:
        for remark in ASKING.remarks_on(step, "", answers):
            heard.setdefault(step.key, []).append(remark.finding.code)
        answers[step.key] = ""
    where = [key for key, found in heard.items() if "cell-below" in found]
    assert where == ["cells_below.0"]


def test_a_question_is_asked_only_where_it_makes_sense() -> None:
    cell = {step.key for step in ASKING.steps({"kind": "chi-bo-co-so", "*": "có", "coordination-agreement.*": "có"})}
    whole = {step.key for step in ASKING.steps({"kind": "dang-bo-co-so", "*": "có", "coordination-agreement.*": "có"})}
    assert whole - cell == {"committee_name", "cells_below.0", "inspection_commission", "admission_delegated",
                            "cell_visit_period", "cells_report_day"}
    assert cell <= whole
    one = {"associations.0.name": "Hội A", "coordination-agreement.*": "có"}
    two = {**one, "associations.1.name": "Hội B"}
    assert "agreement_form" not in {step.key for step in ASKING.steps(one)}
    assert "agreement_form" in {step.key for step in ASKING.steps(two)}


@pytest.mark.parametrize(("kind", "typed", "text"), [
    ("yes_no", "c", "có"), ("yes_no", "KHONG", "không"), ("yes_no", "Co\u0301", "có"), ("choice", "2", "chi uỷ viên"),
    ("choice", "BÍ  THƯ", "bí thư"), ("choice", "3", "3"), ("choice", "bi thu", "bí thư"),
    ("date", "chua co", "chưa có"), ("text", "2", "2"), ("text", "Ho\u0302\u0323i", "Hội"),
])
def test_short_and_unmarked_answers_are_understood(kind: str, typed: str, text: str) -> None:
    choices = ("bí thư", "chi uỷ viên") if kind == "choice" else ()
    assert as_in_file(Field(name="a", type=kind, choices=choices), typed) == text  # type: ignore[arg-type]


FIELDS = FieldList(fields=(
    Field(name="a", type="text", label="Một"), Field(name="b", type="list", label="Hai"),
    Field(name="c", type="records", label="Ba", of=(Field(name="d", type="text"), Field(name="e", type="text")))))
_LINE = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=12).map(
    lambda text: " ".join(unicodedata.normalize("NFC", text).split())).filter(bool)
_ANSWERS = st.fixed_dictionaries({}, optional=dict.fromkeys(
    ("a", "b.0", "b.1", "c.0.d", "c.0.e", "c.1.d", "c.1.e"), _LINE))


@given(_ANSWERS)
def test_whatever_was_answered_is_read_back_from_the_file(answers: dict[str, str]) -> None:
    """Law: the file written says what the answers say, in a notation every reader of YAML agrees on."""
    said = names_with_values(FIELDS, "x", answers)
    text = skeleton(FIELDS, "x", said)
    written, there = read_cell(text, FIELDS), parse(text)
    assert there.findings == ()
    whole = Asking(FIELDS, "x", ())
    errors = {remark.finding.code for remark in whole.remarks(answers)}
    assert {finding.code for finding in written.findings} == errors
    if written.facts is not None:
        for name in ("a", "b", "c"):
            assert (name in written.facts.given) == (said.get(name) is not None)
        assert written.facts.texts("b") == tuple(
            answers[key].translate({0xD0: "Đ", 0xF0: "đ"}) for key in ("b.0", "b.1") if key in answers
            and "b.0" in answers and answers["b.0"].casefold() not in ("không", "no"))
