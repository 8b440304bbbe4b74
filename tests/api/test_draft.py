"""Drafting as a whole: all documents or none, always the same bytes, every fault at once."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from docgen.api.cells import find_cell
from docgen.api.draft import Wishes, check_cell, draft
from docgen.api.edition_facts import statutes_rule
from docgen.errors import NotPossible, WrongUsage
from docgen.model.finding import FaultsFound
from docgen.versions.library import held_text, open_library, provision_of
from docgen.versions.workspace import Workspace
from tests.draft.samples import paper_text

ROOT = Path(__file__).resolve().parents[2]
WORKSPACE = Workspace(ROOT)
SAMPLES = sorted(path.stem for path in (ROOT / "cells").glob("*.yaml"))


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_sample_is_drafted_and_named_after_its_cell(sample: str, tmp_path: Path) -> None:
    day = date(2021, 3, 15) if sample == "huyen-uy" else None
    made = draft(WORKSPACE, sample, folder=tmp_path / "ra", wishes=Wishes(day=day))
    names = set()
    for document in made.documents:
        content = document.path.read_bytes()
        kind = {"working-rules": "quy-che-lam-viec", "coordination-agreement": "quy-che-phoi-hop"}[document.kind]
        assert document.path.name.startswith(f"{sample}.{kind}.")
        assert document.sha256 == hashlib.sha256(content).hexdigest()
        assert document.open
        assert document.basis_table is not None
        assert document.basis_table.name == f"{document.path.stem}.bang-can-cu.docx"
        assert document.to_dict()["basis_table"] == str(document.basis_table)
        names |= {document.path.name, document.basis_table.name}
    framework = re.search(r"(?m)^framework: ([a-z-]+)", (ROOT / "cells" / f"{sample}.yaml").read_text(encoding="utf-8"))
    assert framework is not None
    held = {path.parent.name for path in (ROOT / "templates" / framework[1]).glob("*/clauses.md")}
    assert {one.kind for one in made.documents} == held
    assert {path.name for path in (tmp_path / "ra").iterdir()} == names


@pytest.mark.parametrize("kind", ["working-rules", "coordination-agreement"])
def test_one_kind_is_drafted_alone(kind: str, tmp_path: Path) -> None:
    made = draft(WORKSPACE, "chi-bo-co-chi-uy", kind=kind, folder=tmp_path)
    assert [one.kind for one in made.documents] == [kind]
    assert {item.name for item in made.documents[0].open} & {"number", "agreement_number"} == {
        "number" if kind == "working-rules" else "agreement_number"}


def test_the_table_of_legal_bases_quotes_the_regulation_and_names_what_is_custom(tmp_path: Path) -> None:
    made = draft(WORKSPACE, "chi-bo-co-chi-uy", kind="working-rules", folder=tmp_path).documents[0]
    assert made.basis_table is not None
    words = paper_text(made.basis_table.read_bytes()).replace("\u00a0", " ")
    held = held_text("162.md", (ROOT / "regulations/hoi-quan-chung/162-qd-tw-2024.md").read_bytes())
    assert provision_of(held, "dieu-5.khoan-1").text[:60] in words
    assert "khoản 1 Điều 5 Quy định số 162-QĐ/TW" in words
    for item in made.open:
        if item.kind == "proposed":
            assert item.label in words


def test_the_copy_to_sign_stands_alone_unless_the_table_is_asked_for(tmp_path: Path) -> None:
    final = Wishes(final=True, basis_table=False)
    made = draft(WORKSPACE, "chi-bo-co-chi-uy", folder=tmp_path, wishes=final).documents
    assert {path.name for path in tmp_path.iterdir()} == {one.path.name for one in made}
    assert {one.to_dict()["basis_table"] for one in made} == {None}
    assert draft(WORKSPACE, "chi-bo-co-chi-uy", folder=tmp_path, wishes=Wishes(final=True)).documents[0].basis_table


def test_a_merged_cell_has_one_agreement_or_one_for_each_association(tmp_path: Path) -> None:
    joint = draft(WORKSPACE, "chi-bo-ghep", kind="coordination-agreement", folder=tmp_path / "chung").documents
    cell = tmp_path / "rieng.yaml"
    text = (ROOT / "cells" / "chi-bo-ghep.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("agreement_form:")]
    cell.write_text("\n".join([*lines, "agreement_form: separate", ""]), encoding="utf-8")
    apart = draft(WORKSPACE, str(cell), kind="coordination-agreement", folder=tmp_path / "rieng").documents
    assert (len(joint), len(apart)) == (1, 3)
    assert len({one.path.name for one in apart}) == 3


def test_faults_of_both_templates_and_of_the_list_come_at_once(tmp_path: Path) -> None:
    for name in ("regulations", "versions", "templates", "cells"):
        shutil.copytree(ROOT / name, tmp_path / name)
    home = tmp_path / "templates" / "hoi-quan-chung"
    for kind in ("working-rules", "coordination-agreement"):
        with (home / kind / "clauses.md").open("a", encoding="utf-8") as file:
            file.write("\n{id: thua, kind: local}\n{{ khong_co }}\n")
    with pytest.raises(FaultsFound) as caught:
        draft(Workspace(tmp_path), "chi-bo-co-chi-uy", folder=tmp_path / "ra")
    assert {Path(finding.file).parent.name for finding in caught.value.findings} == {
        "working-rules", "coordination-agreement"}
    assert not (tmp_path / "ra").exists()


@pytest.mark.parametrize(("day", "cited"), [
    (None, ""), (date(2024, 9, 1), ""), (date(2026, 3, 1), ""),
    (date(2025, 8, 1), "Quy định số 294-QĐ/TW, ngày 26/5/2025 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng"),
])
def test_the_registers_settle_the_implementing_rule_for_some_days_only(day: date | None, cited: str) -> None:
    assert statutes_rule(open_library(WORKSPACE), day) == cited


def test_number_and_date_are_listed_as_open(tmp_path: Path) -> None:
    made = draft(WORKSPACE, "chi-bo-co-chi-uy", folder=tmp_path)
    assert {"number", "issued_on"} <= {item.name for item in made.documents[0].open if item.kind == "blank"}


@pytest.mark.full
def test_another_process_on_another_day_writes_the_same_bytes(tmp_path: Path) -> None:
    digests: set[str] = set()
    for seed in ("0", "12345"):
        folder = tmp_path / seed
        subprocess.run([sys.executable, "-m", "docgen", "draft", "chi-bo-co-chi-uy", "-o", str(folder)], cwd=ROOT,
                       env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{len(digests) * 9}"}, check=True,
                       capture_output=True, timeout=120)
        content = b"".join(path.name.encode() + path.read_bytes() for path in sorted(folder.glob("*.docx")))
        digests.add(hashlib.sha256(content).hexdigest())
    assert len(digests) == 1


def test_a_fault_anywhere_and_nothing_is_written(tmp_path: Path) -> None:
    cell = tmp_path / "sai.yaml"
    cell.write_text("framework: hoi-quan-chung\nfull_members: x\ncongress_on: 31/2/2025\n", encoding="utf-8")
    with pytest.raises(FaultsFound) as caught:
        draft(WORKSPACE, str(cell), folder=tmp_path / "ra")
    assert len(caught.value.findings) > 2
    assert not (tmp_path / "ra").exists()
    assert set(check_cell(WORKSPACE, str(cell))) == set(caught.value.findings)


def test_a_cell_is_a_path_or_a_name(tmp_path: Path) -> None:
    assert find_cell(WORKSPACE, "chi-bo-co-chi-uy").name == "chi-bo-co-chi-uy"
    assert find_cell(WORKSPACE, "chi-bo-co-chi-uy.yaml").name == "chi-bo-co-chi-uy"
    copy = tmp_path / "khac.yaml"
    copy.write_bytes((ROOT / "cells" / "chi-bo-co-chi-uy.yaml").read_bytes())
    assert find_cell(WORKSPACE, str(copy)).name == "khac"


def test_a_name_nobody_has_gets_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(NotPossible, match="chi-bo-co-chi-uy"):
        find_cell(WORKSPACE, "chi-bo-co-chi-u")
    with pytest.raises(WrongUsage, match="working-rules"):
        find_cell(WORKSPACE, "chi-bo-co-chi-uy", "quy-che")


def test_broken_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    cell = tmp_path / "hong.yaml"
    cell.write_text("framework: hoi-quan-chung\nname: &a [x]\nplace: *a\n", encoding="utf-8")
    with pytest.raises(FaultsFound) as caught:
        find_cell(WORKSPACE, str(cell))
    assert [(finding.file, finding.line) for finding in caught.value.findings] == [(str(cell), 2)]


def test_without_libreoffice_a_pdf_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    from docgen.word import printing

    monkeypatch.setattr(printing, "find_libreoffice", lambda: None)
    with pytest.raises(NotPossible, match="LibreOffice"):
        draft(WORKSPACE, "chi-bo-co-chi-uy", folder=tmp_path / "ra", wishes=Wishes(pdf=True))
    assert not (tmp_path / "ra").exists()


@pytest.mark.full
def test_a_pdf_beside_the_word_file(tmp_path: Path) -> None:
    from docgen.word import printing

    if printing.find_libreoffice() is None:
        pytest.skip("needs the Debian package libreoffice-writer-nogui")
    made = draft(WORKSPACE, "chi-bo-co-chi-uy", folder=tmp_path, wishes=Wishes(pdf=True))
    pdf = made.documents[0].pdf
    assert pdf is not None
    assert pdf.read_bytes().startswith(b"%PDF")
