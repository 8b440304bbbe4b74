"""Documents worked on in LibreOffice and brought up to date: the same laws, and LibreOffice reads the result so."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from docgen.renew.update import update_document
from docgen.word.printing import find_libreoffice
from tests.renew.edit_scripts import Edited
from tests.renew.laws import faults
from tests.renew.settled_file import body, settled_body, words
from tests.renew.two_versions import two_versions

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PYTHON = Path("/usr/bin/python3")
PAIRS = (5, 6)
COMBINED = ("type_words+bold+table", "cut_and_paste+type_at_the_end", "delete_paragraph+new_paragraph+line_break")
EDITS = tuple(name.strip() for name in re.findall(
    r"for one in \(\n(.*?)\)\}", (HERE / "edit_by_office.py").read_text(encoding="utf-8"), re.DOTALL)[0].split(","))


def _office() -> None:
    if find_libreoffice() is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer-nogui")
    if not PYTHON.exists() or subprocess.run([PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode:
        pytest.skip("LibreOffice's bridge is not installed: apt-get install python3-uno")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every edit made to two documents, by LibreOffice."""
    _office()
    folder = tmp_path_factory.mktemp("office")
    for pair in PAIRS:
        (folder / f"{pair}.docx").write_bytes(two_versions(pair).then)
    asked = {f"{pair}.docx": [*EDITS, *COMBINED] for pair in PAIRS}
    (folder / "edits.json").write_text(json.dumps(asked), encoding="utf-8")
    subprocess.run([PYTHON, "-m", "tests.renew.edit_by_office", folder], cwd=ROOT, check=True, capture_output=True,
                   timeout=300)
    return folder


def _person(desk: Path, pair: int, edit: str) -> Edited:
    name = f"{pair}.{edit}.docx"
    written = json.loads((desk / "edited" / "written.json").read_text(encoding="utf-8"))[name]
    return Edited((desk / "edited" / name).read_bytes(), (edit,), tuple(written), ())


@pytest.mark.full
@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("edit", [*EDITS, *COMBINED])
def test_an_edit_made_in_libreoffice_keeps_every_law(desk: Path, pair: int, edit: str) -> None:
    version, person = two_versions(pair), _person(desk, pair, edit)
    made = update_document(person.content, version.then, version.now)
    assert faults(version, person, made.content) == []
    assert made.changes, "docgen's changes came in"


@pytest.mark.full
def test_libreoffice_settles_the_result_as_we_do(desk: Path, tmp_path: Path) -> None:
    edits = ("nothing", "type_words+bold+table", "cut_and_paste+type_at_the_end")
    for edit in edits:
        for pair in PAIRS:
            version, person = two_versions(pair), _person(desk, pair, edit)
            made = update_document(person.content, version.then, version.now)
            (tmp_path / f"{pair}.{edit}.docx").write_bytes(made.content)
    subprocess.run([PYTHON, "-m", "tests.publish.settle_by_office", tmp_path], cwd=ROOT, check=True,
                   capture_output=True, timeout=300)
    for edit in edits:
        for pair in PAIRS:
            said = json.loads((tmp_path / f"{pair}.{edit}.json").read_text(encoding="utf-8"))
            content = (tmp_path / f"{pair}.{edit}.docx").read_bytes()
            theirs = words(body(_person(desk, pair, edit).content))
            assert _lines(said["reject"]) == _lines(theirs)
            assert _lines(said["accept"]) == _lines(words(settled_body(content, "accept")))


def _lines(lines: list[str]) -> list[str]:
    return [plain for line in lines if (plain := " ".join(line.split()))]
