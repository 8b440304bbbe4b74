"""The questionnaire answered from end to end: what is kept, taken back, resumed, written."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from docgen.api.questionnaire.sitting import Sitting
from docgen.api.questionnaire.unfinished import ENDING, kept, place_of, put_aside
from docgen.draft.cells import read_cell, read_cell_file
from docgen.errors import NotPossible
from docgen.reader.yaml_tree import parse
from tests.questionnaire.answering import ROOT, SAMPLES, asking_for, said_in, typed_for

GHEP = ROOT / "cells" / "chi-bo-ghep.yaml"


def sitting(sample: Path, target: Path, answers: dict[str, str] | None = None) -> Sitting:
    asking = asking_for(sample)
    return Sitting(target, asking.fields, asking.framework, asking.kinds, answers or {})


def answered(sample: Path, one: Sitting) -> list[str]:
    """Answer everything as the sample does; returns the sentences about faults heard on the way."""
    faults: list[str] = []
    while (step := one.step) is not None:
        text = typed_for(step, said_in(sample))
        if not text and one.offered(step) and not step.field.default:
            one.leave_out(step)
            continue
        faults += [str(remark.finding.message) for remark in one.take(step, text) if remark.is_error]
        assert step.key in one.answers, (step.key, text, faults)
    return faults


@cache
def answers_of(sample: Path) -> dict[str, str]:
    """Return all answers of a sample, for tests that begin where everything has been asked."""
    with TemporaryDirectory() as folder:
        one = sitting(sample, Path(folder) / "x.yaml")
        assert answered(sample, one) == []
        return one.answers


@pytest.mark.parametrize("sample", [
    pytest.param(path, id=path.stem, marks=() if path.stem in ("chi-bo-ghep", "dang-bo-co-so") else pytest.mark.full)
    for path in SAMPLES])
def test_a_sample_answered_question_by_question_is_the_same_cell(sample: Path, tmp_path: Path) -> None:
    """Law: no rule is heard too early, and the file written holds what the sample's file holds."""
    one = sitting(sample, tmp_path / "x.yaml", answers_of(sample))
    path = one.finish()
    asking = asking_for(sample)
    there, here = (read_cell_file(file, asking.fields, asking.kinds).facts for file in (sample, path))
    assert there is not None
    assert here is not None
    assert dict(here.values) == dict(there.values)
    assert [file.name for file in tmp_path.iterdir()] == ["x.yaml"]


def test_every_answer_is_on_the_disk_before_the_next_question(tmp_path: Path) -> None:
    """Law: whenever the window is closed, the next sitting goes on with the same question and the same answers."""
    target = tmp_path / "x.yaml"
    one = sitting(GHEP, target)
    for _ in range(25):
        step = one.step
        assert step is not None
        one.take(step, typed_for(step, said_in(GHEP)) or "-")
        if step.key not in one.answers:
            one.leave_out(step)
        before = kept(target)
        assert before is not None
        again = sitting(GHEP, target, before.answers)
        assert again.step == one.step
        assert list(again.answers.items()) == list(one.answers.items())
    assert not target.exists()


def test_going_back_is_having_not_answered_yet(tmp_path: Path) -> None:
    """Law: n answers and n times back is the beginning; Enter then gives every answer again."""
    one = sitting(GHEP, tmp_path / "x.yaml")
    assert not one.back()
    states = []
    for _ in range(20):
        step = one.step
        assert step is not None
        states.append((step.key, dict(one.answers)))
        one.take(step, typed_for(step, said_in(GHEP)))
    last = dict(one.answers)
    for key, answers in reversed(states):
        assert one.back()
        now = one.step
        assert now is not None
        assert (now.key, one.answers) == (key, answers)
    for _ in states:
        step = one.step
        assert step is not None
        one.take(step, "")
    assert one.answers == last


def test_an_entry_is_taken_away_and_those_behind_it_move_up(tmp_path: Path) -> None:
    one = sitting(GHEP, tmp_path / "x.yaml", answers_of(GHEP))
    one.ask_again([step.key for step in one.steps if step.question == "associations" and step.entry == 2
                   and step.key in one.answers])
    step = one.step
    assert step is not None
    assert step.key == "associations.1.name"
    assert one.offered(step) == "Hội Luật gia tỉnh Sao Mai"
    one.leave_out(step)
    assert [one.answers[f"associations.{number}.name"] for number in range(3)] == [
        "Hội Nhà báo tỉnh Sao Mai", "Hội Đông y tỉnh Sao Mai", ""]
    text = one.finish().read_text(encoding="utf-8")
    assert "Luật gia" not in text
    assert "Đông y" in text


def test_an_answer_changed_takes_its_questions_with_it(tmp_path: Path) -> None:
    """What is no longer asked is not written: the chi bộ below are those of an đảng bộ only."""
    sample = ROOT / "cells" / "dang-bo-co-so.yaml"
    one = sitting(sample, tmp_path / "x.yaml", answers_of(sample))
    assert "cells_below.0" in {step.key for step in one.steps}
    one.ask_again(["kind"])
    step = one.step
    assert step is not None
    one.take(step, "1")
    assert "cells_below.0" not in {step.key for step in one.steps}
    assert not parse_lines(one.finish(), "cells_below")


def parse_lines(path: Path, name: str) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(f"{name}:")]


def test_the_file_is_commented_and_what_was_left_out_stands_there_to_be_filled_in(tmp_path: Path) -> None:
    one = sitting(GHEP, tmp_path / "x.yaml")
    while (step := one.step) is not None:
        if step.key in ("name", "secretary"):
            one.leave_out(step)
        elif step.opens:
            one.take(step, "k")
        else:
            one.take(step, typed_for(step, said_in(GHEP)))
    text = one.finish().read_text(encoding="utf-8")
    lines = text.splitlines()
    assert "name:" in lines
    assert "secretary:" in lines
    assert "#quorum_share: hai phần ba" in lines
    at = lines.index("meeting_day: ngày 04")
    assert lines[at - 2].startswith("# Ngày sinh hoạt chi bộ")
    asking = asking_for(GHEP)
    found = read_cell(text, asking.fields, kinds=asking.kinds).findings
    assert {finding.code for finding in found if finding.severity == "error"} == {"cell-missing"}
    assert parse(text).findings == ()


def test_a_file_that_came_meanwhile_is_not_touched_and_nothing_is_lost(tmp_path: Path) -> None:
    target = tmp_path / "x.yaml"
    one = sitting(GHEP, target, answers_of(GHEP))
    one.ask_again(["place"])
    step = one.step
    assert step is not None
    one.take(step, "")
    target.write_text("khác", encoding="utf-8")
    with pytest.raises(NotPossible):
        one.finish()
    assert target.read_text(encoding="utf-8") == "khác"
    before = kept(target)
    assert before is not None
    assert before.answers == one.answers


@pytest.mark.parametrize("content", [
    b"", b"{", b"[]", b"\xff\xfe", b'{"format": 1}', b'{"format": 9, "framework": "x", "answers": {}}',
    b'{"format": 1, "framework": "x", "answers": {"a": 1}}', b"[" * 100_000])
def test_kept_answers_that_cannot_be_read_are_a_sentence(content: bytes, tmp_path: Path) -> None:
    target = tmp_path / "x.yaml"
    place_of(target).write_bytes(content)
    with pytest.raises(NotPossible, match=ENDING):
        kept(target)


def test_answers_put_aside_stay(tmp_path: Path) -> None:
    target = tmp_path / "x.yaml"
    for number in range(3):
        place_of(target).write_text(str(number), encoding="utf-8")
        put_aside(target)
    assert sorted(path.read_text(encoding="utf-8") for path in tmp_path.iterdir()) == ["0", "1", "2"]
