"""From what a person typed to the right page, and into Word."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from docgen.api.show import save, show
from docgen.errors import DocgenError, NotPossible, WrongUsage
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
WORKSPACE = Workspace(ROOT)


@pytest.mark.parametrize("typed", [
    "162:dieu-9.khoan-2", "162-qd-tw-2024:dieu-9.khoan-2", "162:9.2", "162: 9.2",
    "khoản 2 Điều 9 Quy định số 162-QĐ/TW", "Điều 9 khoản 2 QĐ 162", "khoan 2 dieu 9 quy dinh 162-qd/tw",
])
def test_every_way_to_ask_leads_to_the_same_place(typed: str) -> None:
    page = show(WORKSPACE, typed).page
    assert (page.edition, page.address) == ("162-qd-tw-2024", "dieu-9.khoan-2")


def test_an_existing_path_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("162").write_text("QUY CHẾ\n\nĐiều 1. Của tôi\n", encoding="utf-8")
    assert show(WORKSPACE, "162").page.source == "162"


def test_addresses_of_texts_without_articles(tmp_path: Path) -> None:
    page = show(WORKSPACE, "30:ii.1.3").page
    assert page.citation.startswith("điểm 1.3 mục II")


@pytest.mark.parametrize(("typed", "kind"), [
    ("171:dieu-5", NotPossible), ("162:dieu-99", NotPossible), ("294", NotPossible), ("khong-co.docx", NotPossible),
    ("Điều 9", WrongUsage), ("gì đó không rõ", WrongUsage), ("9999:dieu-1", NotPossible), ("", WrongUsage),
])
def test_what_cannot_be_shown_is_a_sentence(typed: str, kind: type[DocgenError]) -> None:
    with pytest.raises(kind) as caught:
        show(WORKSPACE, typed)
    assert caught.value.remedy


def test_not_held_and_not_existing_are_different_sentences() -> None:
    sentences = set()
    for typed in ("171:dieu-5", "162:dieu-99", "294"):
        with pytest.raises(NotPossible) as caught:
            show(WORKSPACE, typed)
        sentences.add(caught.value.message.source)
    assert len(sentences) == 3


def test_word_file_is_the_same_every_time(tmp_path: Path) -> None:
    page = show(WORKSPACE, "162").page
    first, second = tmp_path / "a.docx", tmp_path / "b.docx"
    save(WORKSPACE, page, first)
    save(WORKSPACE, page, second)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        words = archive.read("word/document.xml").decode("utf-8")
    assert "xây dựng quy chế phối hợp công tác" in words


def test_a_word_file_can_be_shown_again(tmp_path: Path) -> None:
    """The round trip keeps every provision at its address."""
    from docgen.model.address import walk

    page = show(WORKSPACE, "162").page
    save(WORKSPACE, page, tmp_path / "a.docx")
    again = show(WORKSPACE, str(tmp_path / "a.docx")).page
    wanted = [address for address, _ in walk(page.regulation) if address.startswith("dieu-")]
    assert [address for address, _ in walk(again.regulation) if address.startswith("dieu-")] == wanted


def test_an_earlier_commit(tmp_path: Path) -> None:
    from docgen.api.init_workspace import init_workspace
    from docgen.versions.repository.opening import available

    if not available():
        pytest.skip("needs the Debian package git")
    workspace, remark = init_workspace(tmp_path / "w")
    assert remark is None
    file = workspace.root / "regulations" / "hoi-quan-chung" / "162-qd-tw-2024.md"
    file.write_text(file.read_text(encoding="utf-8").replace("quy chế phối hợp", "QUY CHẾ KHÁC"), encoding="utf-8")
    now = show(workspace, "162:dieu-9.khoan-2").page
    then = show(workspace, "162@HEAD:dieu-9.khoan-2").page
    assert now.node and then.node
    assert "QUY CHẾ KHÁC" in now.node.text
    assert "quy chế phối hợp" in then.node.text
    assert then.edition == "162-qd-tw-2024@HEAD"
    with pytest.raises(NotPossible):
        show(workspace, "162@khong-co:dieu-9")


def test_without_git_an_earlier_commit_is_a_sentence(tmp_path: Path) -> None:
    for name in ("regulations", "versions", "templates", "cells"):
        shutil.copytree(ROOT / name, tmp_path / name)
    with pytest.raises(NotPossible) as caught:
        show(Workspace(tmp_path), "162@v1:dieu-9")
    assert caught.value.remedy
