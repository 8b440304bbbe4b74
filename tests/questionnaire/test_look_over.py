"""The end of the questions: every answer with its number, changed, or written as it is."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from docgen.api.questionnaire.opening import Opening
from docgen.api.questionnaire.sitting import Sitting
from docgen.api.questionnaire.unfinished import keep, kept
from docgen.cli.asking import begin, questions_and_answers
from docgen.versions.workspace import Workspace
from tests.questionnaire.answering import ROOT
from tests.questionnaire.test_sitting import GHEP, answers_of, sitting


def run(one: Sitting, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    return questions_and_answers(one)


def row_of(shown: str, words: str) -> str:
    return next(line.partition(".")[0] for line in shown.splitlines() if words in line and line[:1].isdigit())


def test_an_answer_is_changed_by_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(KeyboardInterrupt):  # the input ends at the look over
        run(sitting(GHEP, tmp_path / "x.yaml", answers_of(GHEP)), ["999", "chữ"], monkeypatch)
    number = row_of(capsys.readouterr().err, "Địa danh")
    path = run(sitting(GHEP, tmp_path / "x.yaml", answers_of(GHEP)), [number, "Sao Hôm", ""], monkeypatch)
    assert "place: Sao Hôm" in path.read_text(encoding="utf-8").splitlines()


def test_a_file_with_faults_is_written_only_if_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    """The secretary was made deputy too, and the place is missing: both are shown, both stay possible."""
    answers = {**answers_of(GHEP), "place": "", "deputy": "Bùi Văn Mẫu"}
    one = sitting(GHEP, tmp_path / "x.yaml", answers)
    with pytest.raises(KeyboardInterrupt):
        run(one, ["", "k", ""], monkeypatch)
    assert not one.target.exists()
    shown = capsys.readouterr().err
    assert shown.count("Bùi Văn Mẫu vừa là") + shown.count("Bùi Văn Mẫu là") >= 1
    assert run(one, ["", "c"], monkeypatch) == one.target
    assert "place:" in one.target.read_text(encoding="utf-8").splitlines()


def test_whoever_begins_anew_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x.yaml"
    keep(target, "hoi-quan-chung", {"kind": "chi-bo-co-so"})
    monkeypatch.setattr("sys.stdin", io.StringIO("k\n1\n"))
    one = begin(Workspace(ROOT), Opening(target, kept(target)), "")
    assert one.answers == {}
    assert [path.name for path in tmp_path.iterdir()] == ["x.yaml.dang-do.cu"]
    assert one.steps[0].key == "kind"


def test_what_is_said_not_to_be_there_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Không to a question that may be left out is no text of a document, and chưa có no name of a place.

    Without organisations it is asked how often the staff are met: a question that made no sense before.
    """
    one = sitting(GHEP, tmp_path / "x.yaml", answers_of(GHEP))
    one.ask_again(["replaces_rules", "place", "organisations.0"])
    path = run(one, ["Chua co", "không có", "[]", "mỗi quý một lần", "", "c"], monkeypatch)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "place:" in lines
    assert "organisations: []" in lines
    assert not [line for line in lines if line.startswith("replaces_rules:")]
