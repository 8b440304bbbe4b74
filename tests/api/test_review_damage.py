"""Deciding about damaged places: each decision stands at once in text and register, and can be undone."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.api.as_printed import as_printed
from docgen.api.review_damage import Doubt, decide, doubts, moved
from docgen.check.workspace_check import check_workspace
from docgen.cli.main import run
from docgen.errors import NotPossible
from docgen.model.tree import Regulation
from docgen.publish.markdown import write
from docgen.versions.library import held_text, open_library, sha256
from docgen.versions.workspace import Workspace

EDITION = "9-qd-tw-2020"
FILE = f"regulations/thu/{EDITION}.md"
ARTICLES = (
    "## Điều 1. Nhiệm vụ của cẩp uỷ",
    "1\\. Quyết định theo thấm quyền; trách nhiệm đối với đảng viên, trách nhiệm đối vói đảng viên.",
    "2\\. Lãnh đạo việc tổ chức kiếm điếm, tự phê bình và phê bình theo quy định.",
    "3\\. Bảo đảm vưọt khó khăn.",
)
REGISTER = """work: thu
title: Quy định thử
editions:
  - id: 9-qd-tw-2020
    number: 9-QĐ/TW
    kind: Quy định
    title: về việc thử
    issuer: Ban Bí thư
    issued_on:
      date: 2020-03-01
      source: thử
      certainty: A
    in_force_from:
      date: not known
    completeness: full
    file: regulations/thu/9-qd-tw-2020.md
    sha256: {hash}
    sources:
      - what: thử
        certainty: A
"""


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return made(tmp_path)


def made(folder: Path) -> Workspace:
    head = "---\nedition: 9-qd-tw-2020\nwork: thu\n---\n\n<!-- zone: title -->\n\n# QUY ĐỊNH\n\n<!-- zone: body -->\n\n"
    text = head + "\n\n".join(ARTICLES) + "\n"
    for name in ("regulations/thu", "versions"):
        (folder / name).mkdir(parents=True)
    (folder / FILE).write_text(text, encoding="utf-8", newline="\n")
    register = REGISTER.format(hash=sha256(text.encode()))
    (folder / "versions" / "thu.yaml").write_text(register, encoding="utf-8", newline="\n")
    return Workspace(folder)


def source(office: Workspace) -> Regulation:
    """Return the text with every recorded correction undone."""
    library = open_library(office)
    edition = library.registers.find(EDITION)
    return as_printed(library.text(edition).regulation, edition.corrections)


def faults(office: Workspace) -> list[str]:
    return [one.code for one in check_workspace(office, write) if one.severity == "error"]


def test_the_places_are_told_with_their_words(office: Workspace) -> None:
    found = doubts(office)
    assert [one.damage.word for one in found] == ["cẩp", "thấm", "vói", "kiếm", "điếm", "vưọt"]
    assert (found[1].place, found[1].before) == ("khoản 1 Điều 1", "Quyết định theo ")
    assert found[1].after.startswith(" quyền; trách nhiệm")


def test_a_repair_stands_in_text_and_register_and_the_source_is_not_lost(office: Workspace) -> None:
    before = source(office)
    for _ in range(5):
        first = doubts(office)[0]
        decide(office, first, first.damage.candidates[0].text)
        assert source(office) == before
        assert faults(office) == []
    text = (office.root / FILE).read_text(encoding="utf-8")
    assert "theo thẩm quyền; trách nhiệm đối với đảng viên, trách nhiệm đối với đảng viên" in text
    assert "tổ chức kiểm điểm, tự phê bình" in text
    assert [one.damage.word for one in doubts(office)] == ["vưọt"]
    rows = open_library(office).registers.find(EDITION).corrections
    assert all(row.by and row.why and row.evidence and row.made_on for row in rows)


def test_neighbours_decided_one_after_the_other_become_one_row(office: Workspace) -> None:
    kiem, diem = doubts(office)[3:5]
    decide(office, kiem, "kiểm")
    decide(office, diem, "điểm")
    (row,) = open_library(office).registers.find(EDITION).corrections
    assert "kiếm điếm" in row.was
    assert "kiểm điểm" in row.now


def test_what_is_kept_as_printed_is_not_asked_again(office: Workspace) -> None:
    last = doubts(office)[-1]
    text = (office.root / FILE).read_bytes()
    decide(office, last, "vưọt")
    assert (office.root / FILE).read_bytes() == text
    assert "vưọt" not in [one.damage.word for one in doubts(office)]
    assert faults(office) == []


def test_a_page_is_no_better_for_what_was_repaired_on_it(office: Workspace) -> None:
    """What was doubtful beside much damage stays doubtful when the rest is repaired."""
    asked = [one.damage.word for one in doubts(office)]
    for word in asked[:-1]:
        first = doubts(office)[0]
        assert first.damage.word == word
        decide(office, first, first.damage.candidates[0].text)
    assert [one.damage.word for one in doubts(office)] == asked[-1:]


def test_a_typed_reading_says_that_a_person_decided(office: Workspace) -> None:
    decide(office, doubts(office)[-1], "vượt qua")
    (row,) = open_library(office).registers.find(EDITION).corrections
    assert (row.was, row.now) == ("đảm vưọt khó", "đảm vượt qua khó")
    assert "vượt qua" in row.why


def test_a_text_changed_meanwhile_is_not_overwritten(office: Workspace) -> None:
    first = doubts(office)[0]
    path = office.root / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("Bảo đảm", "Giữ"), encoding="utf-8", newline="\n")
    changed = path.read_bytes()
    with pytest.raises(NotPossible):
        decide(office, first, "cấp")
    assert path.read_bytes() == changed


def test_the_shipped_data_is_only_read() -> None:
    with pytest.raises(NotPossible):
        doubts(replace(Workspace(Path(__file__).parents[2]), shipped=True))


@given(answers=st.lists(st.sampled_from(["1", "keep", "skip", "= đảng viên", "= "]), min_size=6, max_size=6))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_decided_the_source_can_be_shown(
    answers: list[str], tmp_path_factory: pytest.TempPathFactory,
) -> None:
    office = made(tmp_path_factory.mktemp("office"))
    before, pending = source(office), doubts(office)
    for answer in answers:
        doubt, pending = pending[0], pending[1:]
        if answer != "skip":
            pending = moved(pending, doubt, decide(office, doubt, _reading(doubt, answer)))
        assert source(office) == before
    assert faults(office) == []


def _reading(doubt: Doubt, answer: str) -> str:
    if answer == "keep":
        return doubt.damage.word
    return doubt.damage.candidates[0].text if answer == "1" else answer[1:].strip()


def test_the_walk_at_the_keyboard_stops_and_goes_on(
    office: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n1\nwhat\ns\nq\n"))
    assert run(["--workspace", str(office.root), "check", "--review", "9"]) == 0
    out, told = capsys.readouterr()
    assert "(1/6)" in out
    assert "[thấm]" in out
    assert "what" in told
    assert [one.damage.word for one in doubts(office)] == ["vói", "kiếm", "điếm", "vưọt"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("k\n= kiểm\n"))
    assert run(["--workspace", str(office.root), "check", "--review", EDITION]) == 0
    assert [one.damage.word for one in doubts(office)] == ["điếm", "vưọt"]


def test_what_is_typed_is_put_in_one_form_and_keys_that_are_no_words_are_refused(
    office: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = unicodedata.normalize("NFD", "= cấp")
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"\x1b[A\n{typed}\nq\n"))
    assert run(["--workspace", str(office.root), "check", "--review"]) == 0
    assert "?[A" in capsys.readouterr().err
    assert "Nhiệm vụ của cấp uỷ" in (office.root / FILE).read_text(encoding="utf-8")


def test_review_has_no_json(office: Workspace) -> None:
    assert run(["--workspace", str(office.root), "check", "--review", "--json"]) == 2


def test_a_walk_killed_in_the_middle_leaves_text_and_register_agreeing(office: Workspace) -> None:
    command = [sys.executable, "-m", "docgen", "--workspace", str(office.root), "check", "--review"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdin and process.stdout
    process.stdin.write(b"\n\n")
    process.stdin.flush()
    seen = b""
    while b"(3/6)" not in seen:
        seen += process.stdout.readline()
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    held = held_text(FILE, (office.root / FILE).read_bytes())
    assert held.sha256 == open_library(office).registers.find(EDITION).sha256
    assert [one.damage.word for one in doubts(office)] == ["vói", "kiếm", "điếm", "vưọt"]
