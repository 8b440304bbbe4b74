"""A district committee's working rules: history only, and a document that would have served in its time."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.api.draft import Wishes, check_cell, draft
from docgen.cli.main import run
from docgen.draft.cells import read_cell
from docgen.draft.fields import read_fields
from docgen.draft.historical import CODE, history_of
from docgen.draft.template import compile_texts
from docgen.errors import WrongUsage
from docgen.model.finding import FaultsFound
from docgen.versions.workspace import Workspace
from tests.draft.kinds import DISTRICT, documents, template
from tests.draft.paper_rules import RULES
from tests.draft.real import editions
from tests.draft.samples import ROOT, numbers_are_continuous, paper_text
from tests.draft.signing_papers import district

WORKSPACE = Workspace(ROOT)
ENDED = date(2025, 7, 1)
EXTRAS = (("organisations", "[Huyện đoàn]"), ("organisations", "[Huyện đoàn, Hội Nông dân huyện]"),
          ("superior_rules", "Quy chế làm việc số 01-QC/TU, ngày 12/12/2020 của Tỉnh uỷ Sao Mai"),
          ("replaces_rules", "Quy chế làm việc số 01-QC/ThU, ngày 15/9/2015"), ("passed_on", "1/02/2021"),
          ("congress_resolution", "Nghị quyết Đại hội số 01-NQ/ĐH, ngày 28/7/2020"), ("form_profile", "05-hd"),
          ("recipients", "[Ban Tổ chức Tỉnh uỷ]"), ("quorum_share", "quá nửa"))
SAID = ("Văn bản lịch sử", "Quy định số 202-QĐ/TW", "cấp huyện kết thúc hoạt động từ 01/7/2025", "Mức độ chắc chắn: B")


@given(st.dates(date(2000, 1, 1), date(2040, 12, 31)), st.booleans())
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_only_a_day_on_which_the_regulation_governed_gives_a_document(day: date, final: bool) -> None:
    if date(2019, 1, 1) <= day < ENDED:
        made, = documents(district(), day, final=final)
        paper = " ".join(paper_text(made.draft.content).replace("\u00a0", " ").split())
        assert all(words in paper for words in SAID), "the copy to sign says it too: nobody signs it"
        assert f"năm {day.year}" in paper
    else:
        with pytest.raises(FaultsFound) as refused:
            documents(district(), day, final=final)
        assert {found.code for found in refused.value.findings} == {CODE}


@pytest.mark.parametrize("issued", ["1/7/2025", "12/3/2026"])
def test_a_day_of_issue_after_the_end_is_a_fault_in_the_file(issued: str) -> None:
    text = district(passed_on=issued, issued_on=issued)
    with pytest.raises(FaultsFound) as refused:
        documents(text)
    lines = {found.line for found in refused.value.findings}
    assert lines == {number for number, line in enumerate(text.splitlines(), 1) if issued in line}
    assert documents(district(passed_on="30/6/2025", issued_on="30/6/2025"))


def test_checking_the_facts_finds_a_day_that_is_too_late(tmp_path: Path) -> None:
    for issued, faults in (("1/7/2025", [CODE]), ("30/6/2025", [])):
        (tmp_path / "huyen.yaml").write_text(district(issued_on=issued), encoding="utf-8")
        found = check_cell(WORKSPACE, str(tmp_path / "huyen.yaml"))
        assert [one.code for one in found if one.severity == "error"] == faults


@pytest.mark.parametrize("day", [None, ENDED, date(2026, 3, 1), date(2018, 12, 31)])
def test_without_a_fitting_day_nothing_is_written_and_the_remedy_is_a_day_that_works(
    day: date | None, tmp_path: Path,
) -> None:
    with pytest.raises(WrongUsage) as refused:
        draft(WORKSPACE, "huyen-uy", folder=tmp_path, wishes=Wishes(day=day))
    assert refused.value.exit_code == 2
    assert list(tmp_path.iterdir()) == []
    example = re.search(r"--as-of (\d{4}-\d\d-\d\d)", str(refused.value.remedy))
    assert example
    if day is not None:
        return
    made = draft(WORKSPACE, "huyen-uy", folder=tmp_path, wishes=Wishes(day=date.fromisoformat(example[1])))
    assert [one.path.is_file() for one in made.documents] == [True]
    assert made.documents[0].open[0].kind == "history"


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--workspace", str(ROOT)]
    assert run([*where, "draft", "huyen-uy", "-o", str(tmp_path)]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and "202-QĐ/TW" in shown.err and "--as-of 2025-06-30" in shown.err
    assert run([*where, "draft", "huyen-uy", "-o", str(tmp_path), "--as-of", "2025-06-30", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)["documents"][0]["open"][0]
    assert (first["kind"], first["name"]) == ("history", "202-qd-tw-2019")
    assert all(words in first["message"] for words in SAID)


def test_since_when_it_is_history_stands_in_the_register_alone() -> None:
    history = history_of(template(DISTRICT, "working-rules").fields.historical, editions())
    assert history is not None and history.ended.since == ENDED
    for path in (ROOT / "templates" / DISTRICT).rglob("*.md"):
        assert "2025" not in path.read_text(encoding="utf-8")
    home = ROOT / "templates" / DISTRICT
    text = (home / "fields.yaml").read_text(encoding="utf-8").replace("historical: 202-qd", "historical: 162-qd")
    text = text.replace("162-qd-tw-2019", "162-qd-tw-2024")
    clauses = "# Trích yếu\n\n{id: a, kind: local}\nmột\n"
    assert [found.code for found in compile_texts(text, clauses, editions=editions())[2]
            if "162-qd-tw-2024" in str(found.message)] == ["fields"]
    assert read_fields("historical: 202-qd-tw-2019\nfields: [a]\n").fields.historical == "202-qd-tw-2019"


@given(st.tuples(st.integers(5, 99), st.integers(3, 30), st.integers(1, 5)),
       st.sampled_from(("khuyết", "H'Nghĩa Niê")), st.sampled_from(("huyện uỷ", "quận uỷ", "thị uỷ", "thành uỷ")),
       st.lists(st.sampled_from(EXTRAS), unique_by=lambda pair: pair[0]).map(dict), st.integers(0, 1999))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_any_committee_gives_rules_an_office_could_have_signed(
    counts: tuple[int, int, int], secretary: str, rank: str, extras: dict[str, str], days: int,
) -> None:
    members, standing, deputies = counts
    text = district(committee_members=str(members), standing_members=str(standing), deputies=str(deputies),
                    secretary=secretary, committee_rank=rank, **extras)
    found = {one.code for one in read_cell(text, template(DISTRICT, "working-rules").fields).findings
             if one.severity == "error"}
    assert found == ({"cell-committee"} if not members > standing > deputies else set())
    if found:
        return
    made, = documents(text, ENDED - timedelta(days=days + 1))
    for check in RULES:
        check(made)
    assert numbers_are_continuous([line for block in made.draft.values.blocks
                                   for line in (block.text, block.heading) if line])
    assert f"{rank} ít nhất {members // 2 + 1} trong {members} đồng chí" in made.paper
    assert f"ban thường vụ ít nhất {standing // 2 + 1} trong {standing} đồng chí" in made.paper
    signed, = made.draft.values.signatures
    post = "PHÓ BÍ THƯ" if secretary == "khuyết" else "BÍ THƯ"
    assert (signed.authority, signed.post) == (f"T/M {rank.upper()}", post)
    for name in ("superior_rules", "congress_resolution"):
        assert extras.get(name, "") in " ".join(made.draft.values.legal_bases)
    assert ("và thay thế" in made.paper) is ("replaces_rules" in extras)
    assert ("ngày 01/02/2021 thông qua" in made.paper) is ("passed_on" in extras)
    assert ("; ".join(made.draft.values.recipients).count("Ban Tổ chức") == 1) is ("recipients" in extras)
    assert ("các tổ chức chính trị - xã hội" in " ".join(made.draft.values.recipients)) is ("organisations" in extras)
    assert not re.search(r"chi uỷ|công đoàn|đảng đoàn|294-QĐ/TW(?! mục)", made.paper.split("Căn cứ Điều lệ Đảng")[1])


def test_nothing_issued_later_is_a_legal_basis() -> None:
    clauses = template(DISTRICT, "working-rules").clauses
    assert {basis.partition(":")[0] for basis in clauses.basis()} == {"202-qd-tw-2019", "dieu-le-dang-2011"}


@pytest.mark.parametrize("day", [date(2020, 9, 1), date(2025, 6, 30)])
def test_the_implementing_rule_of_that_time_is_not_guessed(day: date) -> None:
    made, = documents(district(), day)
    assert "- Căn cứ Quy định của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng;" in made.draft.values.legal_bases
    assert "statutes_rule" in {item.name for item in made.draft.open_items if item.kind == "blank"}
