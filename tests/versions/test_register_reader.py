"""Registers as people write them: read whole, or every fault at once with its line and column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.versions.register_reader import read_register

DOCS = Path(__file__).parents[2] / "docs"

GOOD = """\
work: vi-du
title: Quy định ví dụ
editions:
  - id: 1-qd-tw-2010
    number: 1-QĐ/TW
    kind: Quy định
    title: về một việc
    issuer: not known
    issued_on:
      date: 2010-01-05
      source: phần đầu văn bản
      certainty: A
    in_force_from:
      date: not known
    completeness: none
"""

BAD = """\
work: khac
titel: Quy định ví dụ
editions:
  - id: 1-qd-tw-2011
    number: 1-QĐ/TW
    kind: Quy định
    title: về một việc
    issuer: Ban Bí thư
    issued_on:
      date: 5/1/2010
      source: phần đầu văn bản
      certainty: D
    in_force_from: 2010-01-05
    replaces:
      - number: 9-QĐ/TW
        date: not known
        source: x
        certainty: A
    completeness: partial
    sha256: abc
    corrections:
      - address: dieu-1
        zone: title
        was: a
        now: b
        why: c
        evidence: d
        made_on: not known
  - just a word
  - id: 1-qd-tw-2011
    number: [a, b]
    kind: Quy định
    title: t
    issuer: i
    issued_on: {date: 2011, source: s, certainty: B}
    in_force_from: {date: 2011-02-30, source: s, certainty: B}
    completeness: whole
"""


def test_a_good_register_is_read() -> None:
    reading = read_register(GOOD, "versions/vi-du.yaml", "vi-du")
    assert reading.findings == ()
    (edition,) = reading.work.editions
    assert (edition.id, edition.work, edition.issuer, edition.line) == ("1-qd-tw-2010", "vi-du", "", 4)
    assert str(edition.issued_on.date) == "2010-01-05"
    assert edition.in_force_from.date is None
    assert edition.in_force_until is None
    assert edition.name == "Quy định số 1-QĐ/TW"


def test_every_fault_of_a_bad_register_is_listed_with_its_place() -> None:
    found = [(one.code, one.line, one.column) for one in read_register(BAD, "versions/vi-du.yaml", "vi-du").findings]
    assert found == [
        ("register-missing", 1, 1),           # title, misspelt below
        ("register-slug", 1, 7),
        ("register-unknown-name", 2, 1),
        ("register-date", 10, 13),
        ("register-value", 12, 18),
        ("register-shape", 13, 20),
        ("register-target", 15, 9),
        ("register-completeness", 19, 19),
        ("register-hash", 20, 13),
        ("register-correction", 22, 9),
        ("register-shape", 29, 5),
        ("register-edition-twice", 30, 9),
        ("register-shape", 31, 13),
        ("register-date", 36, 27),
        ("register-value", 37, 19),
    ]


def test_a_fault_names_the_file_what_was_found_and_what_to_do() -> None:
    findings = read_register(BAD, "versions/vi-du.yaml", "vi-du").findings
    assert {one.file for one in findings} == {"versions/vi-du.yaml"}
    misspelt = next(one for one in findings if one.code == "register-unknown-name")
    assert "titel" in str(misspelt.message)
    assert "title" in str(misspelt.remedy)
    assert all(str(one.message) for one in findings)


def test_yaml_that_cannot_be_read_and_nothing_at_all() -> None:
    (broken,) = read_register("work: [a\n", "v.yaml", "v").findings
    assert broken.code == "yaml"
    (empty,) = read_register("", "v.yaml", "v").findings
    assert (empty.code, empty.line) == ("register-shape", 1)
    (word,) = [one for one in read_register("một dòng chữ", "v.yaml", "v").findings if one.code == "register-shape"]
    assert word.severity == "error"


@given(st.lists(st.sampled_from(GOOD.splitlines() + BAD.splitlines()), max_size=40))
def test_no_arrangement_of_lines_raises(lines: list[str]) -> None:
    for finding in read_register("\n".join(lines), "v.yaml", "vi-du").findings:
        assert finding.severity == "error"
        assert str(finding.message)


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    read_register(text, "v.yaml", "v")


@pytest.mark.parametrize("line", range(2, GOOD.count("\n") + 1))
def test_a_required_line_is_missed(line: int) -> None:
    """Every line of the smallest good register is needed: without it something is found."""
    lines = GOOD.splitlines()
    removed = lines.pop(line - 1)
    if removed == "editions:" or "number" in removed:
        return  # no longer YAML, or another document; other tests have that
    assert read_register("\n".join(lines), "v.yaml", "vi-du").findings, removed


def test_the_examples_of_the_handbook_are_good_registers() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (DOCS / "so-dang-ky.md").read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        reading = read_register(block, "vi-du", "vi-du")
        assert [str(one.message) for one in reading.findings] == []
        assert any(edition.corrections for edition in reading.work.editions)


HELD = GOOD.replace("completeness: none\n", """\
completeness: full
    file: regulations/vi-du/1-qd-tw-2010.md
    publish: no
    sources:
      - what: bản quét
        certainty: A-
        sha256: {hash}
        coverage: 0.9934
    corrections:
      - address: dieu-1
        was: "bao  đảm"
        now: "bảo đảm"
        why: mất dấu
        evidence: Điều 2
        by: rule
        made_on: 2026-01-15
""".format(hash="a" * 64))


def test_what_an_import_leaves_on_record() -> None:
    reading = read_register(HELD, "versions/vi-du.yaml", "vi-du")
    assert reading.findings == ()
    (edition,) = reading.work.editions
    assert not edition.publish
    assert (edition.sources[0].sha256, edition.sources[0].coverage) == ("a" * 64, "0.9934")
    assert edition.corrections[0].by == "rule"
    assert edition.corrections[0].was == "bao  đảm", "words are looked up letter for letter, wide spaces too"
    assert read_register(GOOD, "v.yaml", "vi-du").work.editions[0].publish, "published unless somebody says no"


@pytest.mark.parametrize(("old", "new", "code"), [
    ("publish: no", "publish: có", "register-value"), ("coverage: 0.9934", "coverage: 2", "register-value"),
    ("a" * 64, "a" * 63, "register-hash")])
def test_what_an_import_never_leaves(old: str, new: str, code: str) -> None:
    assert [one.code for one in read_register(HELD.replace(old, new), "v.yaml", "vi-du").findings] == [code]
