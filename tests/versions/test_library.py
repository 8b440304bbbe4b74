"""Texts and their addresses: held, not held, and not existing are three different things."""

from __future__ import annotations

import hashlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from docgen.errors import NotPossible
from docgen.model.finding import FaultsFound
from docgen.model.level import Level
from docgen.model.tree import Gap, Provision, Regulation
from docgen.versions.gaps import gap_over
from docgen.versions.library import Library, open_library, sha256
from docgen.versions.repository.committing import found
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library(Workspace(ROOT))


def test_a_provision_is_found(library: Library) -> None:
    provision = library.provision(library.registers.find("162"), "dieu-9.khoan-2")
    assert provision.label == "2."
    assert provision.level is Level.CLAUSE


def test_the_three_refusals_are_different_sentences(library: Library) -> None:
    sentences = []
    for name, address in (("294", "9.1.2"), ("171", "dieu-3"), ("171", "dieu-1.khoan-9")):
        with pytest.raises(NotPossible) as refusal:
            library.provision(library.registers.find(name), address)
        assert refusal.value.exit_code == 1
        sentences.append(refusal.value.message.source)
    assert len(set(sentences)) == 3


@pytest.mark.parametrize("address", ["dieu-3", "dieu-12.khoan-4", "dieu-2.khoan-3", "dieu-2.khoan-2.diem-a", "iii",
                                     "noi-nhan-1", "phu-luc-1"])
def test_what_171_may_have(library: Library, address: str) -> None:
    assert gap_over(library.text(library.registers.find("171")).regulation, address)


@pytest.mark.parametrize("address", ["dieu-0", "dieu-1a", "dieu-1.khoan-9", "dieu-2.khoan-0", "dieu-2.khoan-1.diem-a",
                                     "can-cu-9", "mo-dau-2"])
def test_what_171_cannot_have(library: Library, address: str) -> None:
    assert gap_over(library.text(library.registers.find("171")).regulation, address) is None


@pytest.mark.parametrize("address", ["dieu-13", "dieu-9.khoan-7", "chuong-i", "noi-nhan-99"])
def test_a_full_text_hides_nothing(library: Library, address: str) -> None:
    assert gap_over(library.text(library.registers.find("162")).regulation, address) is None


def article(number: int, *children: Provision | Gap) -> Provision:
    return Provision(level=Level.ARTICLE, label=f"Điều {number}.", heading="T", children=children)


def point(letter: str) -> Provision:
    return Provision(level=Level.POINT, label=f"{letter})", text="t")


@pytest.mark.parametrize(("address", "hidden"), [
    ("dieu-2", True), ("dieu-3", True), ("dieu-5", False), ("dieu-1.khoan-2", True), ("dieu-0", False),
    ("dieu-4.diem-d", True), ("dieu-4.diem-e", False), ("dieu-2.diem-a", True), ("dieu-9.khoan-1", False)])
def test_a_gap_in_the_middle(address: str, hidden: bool) -> None:
    """Điều 1, gap, Điều 4 with a, b, c, gap, đ: what may be lost lies between the numbers on either side."""
    text = Regulation(provisions=(
        article(1), Gap(text="mất"), article(4, point("a"), point("b"), point("c"), Gap(text="mất"), point("đ")),
    ))
    assert (gap_over(text, address) is not None) == hidden


def test_heads_are_counted_as_roman_numbers() -> None:
    def head(label: str) -> Provision:
        return Provision(level=Level.HEADING, label=label, heading="T")

    text = Regulation(provisions=(head("I-"), Gap(text="mất"), head("IV-"), head("V-")))
    assert gap_over(text, "ii")
    assert gap_over(text, "iii")
    assert gap_over(text, "vi") is None


def test_the_hash_does_not_depend_on_line_ends(library: Library) -> None:
    held = library.text(library.registers.find("162"))
    assert held.sha256 == hashlib.sha256(held.content).hexdigest()
    assert sha256(held.content.replace(b"\n", b"\r\n")) == held.sha256


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("regulations", "versions"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def test_a_text_at_an_earlier_commit(copy: Path) -> None:
    found(copy, "đầu", datetime(2026, 1, 1, tzinfo=UTC))
    library = open_library(Workspace(copy))
    edition = library.registers.find("162")
    before = library.text(edition)
    path = library.path(edition)
    path.write_bytes(before.content.replace("hạt nhân chính trị".encode(), "chữ khác".encode(), 1))
    assert "chữ khác" in library.provision(edition, "dieu-1").text
    assert "hạt nhân chính trị" in library.at("HEAD").provision(edition, "dieu-1").text
    assert library.at("HEAD").text(edition).sha256 == before.sha256


def test_a_register_cannot_lead_out_of_the_workspace(copy: Path) -> None:
    register = copy / "versions" / "hoi-quan-chung.yaml"
    register.write_text(register.read_text(encoding="utf-8").replace(
        "regulations/hoi-quan-chung/162-qd-tw-2024.md", "../../etc/passwd"), encoding="utf-8")
    library = open_library(Workspace(copy))
    with pytest.raises(NotPossible):
        library.text(library.registers.find("162"))


def test_faults_of_all_registers_come_together(copy: Path) -> None:
    for name in ("co-quan", "cap-huyen"):
        path = copy / "versions" / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("certainty: C", "certainty: Z"), encoding="utf-8")
    (copy / "versions" / "trống.yaml").write_bytes(b"")
    with pytest.raises(FaultsFound) as faults:
        open_library(Workspace(copy))
    files = {finding.file for finding in faults.value.findings}
    assert files == {"versions/co-quan.yaml", "versions/cap-huyen.yaml", "versions/trống.yaml"}


def test_an_unknown_work_lists_those_there_are(library: Library) -> None:
    assert library.registers.work("hoi-quan-chung").title
    with pytest.raises(NotPossible) as refusal:
        library.registers.work("hoi-quan")
    assert "hoi-quan-chung" in str(refusal.value)
