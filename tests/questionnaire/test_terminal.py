"""The questionnaire and the menu as a person meets them, in a real pseudo-terminal."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from docgen.api.questionnaire.sitting import Sitting
from docgen.api.questionnaire.unfinished import kept
from docgen.draft.cells import read_cell_file
from tests.cli.programs import docgen
from tests.cli.transcripts import copy_data
from tests.questionnaire.answering import ROOT, asking_for, said_in, typed_for
from tests.questionnaire.terminal import Terminal

pytestmark = pytest.mark.full
GHEP = ROOT / "cells" / "chi-bo-ghep.yaml"
CTRL_C, CTRL_D, ARROW = b"\x03", b"\x04", b"\x1b[D\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return an office's folder without cells of its own."""
    copy_data(tmp_path / "van-phong")
    return tmp_path / "van-phong"


def lines_to_type(sample: Path, tmp_path: Path) -> list[str]:
    """Return what is typed for a sample, one line a question, in the order in which they are put."""
    asking = asking_for(sample)
    one = Sitting(tmp_path / "thu.yaml", asking.fields, asking.framework, asking.kinds, {})
    lines = []
    while (step := one.step) is not None:
        text = typed_for(step, said_in(sample))
        if text or not one.offered(step) or step.field.default is not None:
            one.take(step, text)
            lines.append(text)
        else:
            one.leave_out(step)
            lines.append("-")
    return lines


@pytest.mark.parametrize(("columns", "more"), [(80, {}), (34, {"LC_ALL": "C", "PYTHONIOENCODING": "cp1258"})])
def test_a_merged_cell_is_asked_for_and_drafted(
    columns: int, more: dict[str, str], office: Path, tmp_path: Path,
) -> None:
    with Terminal(["cell", "new", "chi-bo-moi", "--framework", "hoi-quan-chung"], office, columns, **more) as window:
        for line in lines_to_type(GHEP, tmp_path):
            window.type(line)
        assert "Sao Mai" in window.seen
        last = window.type("")
        assert window.end() == 0
    assert "docgen draft cells/chi-bo-moi.yaml" in last
    assert "Traceback" not in window.seen
    asked = window.seen.removesuffix(last).splitlines()  # the command at the end is not broken: it is to be copied
    assert max(len(line) for line in asked if not line.startswith("> ")) <= columns
    asking = asking_for(GHEP)
    there, here = (read_cell_file(file, asking.fields, asking.kinds).facts
                   for file in (GHEP, office / "cells" / "chi-bo-moi.yaml"))
    assert there is not None
    assert here is not None
    assert dict(here.values) == dict(there.values)
    assert docgen("draft", "chi-bo-moi", "-o", "ra", folder=office).returncode == 0


@pytest.mark.parametrize("way", ["ctrl-c", "ctrl-d", "window", "kill"])
def test_whoever_stops_goes_on_at_the_same_question(way: str, office: Path, tmp_path: Path) -> None:
    lines = lines_to_type(GHEP, tmp_path)
    target = office / "cells" / "chi-bo-moi.yaml"
    arguments = ["cell", "new", "chi-bo-moi", "--framework", "hoi-quan-chung"]
    with Terminal(arguments, office) as window:
        for line in lines[:12]:
            asked = window.type(line)
        if way in ("ctrl-c", "ctrl-d"):
            said = window.press(CTRL_C if way == "ctrl-c" else CTRL_D)
            assert window.end() == 130
            assert "docgen cell new chi-bo-moi" in said
        elif way == "window":
            window.close_window()
            window.end()
    assert not target.exists()
    before = kept(target)
    assert before is not None
    assert len(before.answers) == 12
    with Terminal(arguments, office) as window:
        again = window.type("")
        assert asked.split(") ", 1)[1] in again
        for line in lines[12:]:
            window.type(line)
        window.type("")
        assert window.end() == 0
    assert target.is_file()
    assert kept(target) is None
    assert [path.name for path in target.parent.iterdir() if path.name.startswith((".", "chi-bo-moi"))] == [
        "chi-bo-moi.yaml"]


def test_wrong_keys_help_back_and_decomposed_letters(office: Path) -> None:
    with Terminal(["cell", "new", "x", "--framework", "hoi-quan-chung"], office) as window:
        for wrong in (window.press(ARROW), window.type("<"), window.type("3"), window.type("?")):
            assert wrong.count("> ") == 1
            assert "(2/" not in wrong
        assert "(2/" in window.type("1")
        window.type("Chi bo\u0323\u0302 co\u031b so\u031b\u0309 A")
        back = window.type("<")
        assert "[Chi bộ cơ sở A]" in back
        window.press(CTRL_C)
        assert window.end() == 130


def test_the_menu_leads_from_nothing_to_a_document(tmp_path: Path) -> None:
    with Terminal([], tmp_path, 60) as window:
        window.type("99")
        window.type("9")
        made = window.type("cua-toi")
        assert "docgen init cua-toi" in made
        window.type("")
        assert window.end() == 0
    office = tmp_path / "cua-toi"
    listed = subprocess.run(["git", "ls-files", "cells"], cwd=office, capture_output=True, check=True)
    assert listed.stdout == b""
    with Terminal([], office, 60) as window:
        window.type("2")
        window.type("chi-bo-ghep")
        drafted = window.type("")
        assert "docgen draft chi-bo-ghep -o van-ban" in drafted
        window.press(CTRL_C)
        assert window.end() == 130
    assert (office / "van-ban" / "chi-bo-ghep.quy-che-lam-viec.docx").is_file()
    assert "Traceback" not in window.seen


def test_away_from_a_terminal_the_empty_file_is_written(office: Path) -> None:
    done = docgen("cell", "new", "x", folder=office)
    assert done.returncode == 0
    with Terminal(["cell", "new", "y", "--empty"], office) as window:
        assert window.end() == 0
    assert (office / "cells" / "x.yaml").read_bytes() == (office / "cells" / "y.yaml").read_bytes()
