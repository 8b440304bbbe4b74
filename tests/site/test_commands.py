"""docgen site: built from the command line, shown to this machine's browsers alone."""

from __future__ import annotations

import json
import shutil
import threading
import urllib.request
from pathlib import Path
from queue import Queue

import pytest

from docgen.api.site import building as api_site
from docgen.api.site import downloads as site_downloads
from docgen.api.site.serving import serve_site
from docgen.cli.main import run
from docgen.errors import NotPossible
from tests.site.shipped_site import papers_once
from tests.site.test_build import FIRST, SECOND
from tests.site.workspaces import workspace


@pytest.fixture(autouse=True)
def _without_printing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_downloads, "find_libreoffice", lambda: None)
    monkeypatch.setattr(api_site, "sample_papers", papers_once)


def test_a_site_is_built_where_it_was_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = str(workspace(tmp_path / "kho", (FIRST, SECOND)))
    arguments = ["--workspace", here, "site", "build", "-o", str(tmp_path / "site"), "--as-of", "21/11/2026"]
    assert run([*arguments, "--json"]) == 0
    told = capsys.readouterr()
    answer = json.loads(told.out)
    assert answer["format"] == 1
    assert answer["site"]["path"] == str(tmp_path / "site")
    assert answer["site"]["written"] > answer["site"]["pages"] > 5
    assert "LibreOffice" in told.err
    assert run(arguments) == 0
    assert "ghi mới 0 tệp" in capsys.readouterr().out


def test_without_git_the_day_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = str(workspace(tmp_path / "kho", (FIRST,)))
    assert run(["--workspace", here, "site", "build", "-o", str(tmp_path / "site")]) == 0
    assert "--as-of" in capsys.readouterr().err


def test_a_template_on_an_edition_nobody_knows_stops_the_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    folder = workspace(tmp_path / "kho", (FIRST,))
    shipped = Path(__file__).resolve().parents[2] / "templates"
    shutil.copytree(shipped, folder / "templates")
    assert run(["--workspace", str(folder), "site", "build", "-o", str(tmp_path / "site")]) == 3
    told = capsys.readouterr().err
    assert "clauses.md" in told
    assert "không có trong sổ đăng ký" in told
    assert not (tmp_path / "site").exists()


def test_the_site_is_served_to_this_machine_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>xin chào</h1>", "utf-8")
    said: Queue[str] = Queue()
    threading.Thread(target=serve_site, args=(tmp_path, 0, said.put), daemon=True).start()
    address = said.get(timeout=10)
    assert address.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(address, timeout=10) as answer:
        assert "xin chào" in answer.read().decode()
    port = int(address.rstrip("/").rpartition(":")[2])
    with pytest.raises(NotPossible):
        serve_site(tmp_path, port, said.put)
