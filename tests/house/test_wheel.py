"""The wheel, installed somewhere else, works in an empty folder with the data it carries."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from docgen.versions.workspace import FOLDERS

ROOT = Path(__file__).resolve().parents[2]
DATA = ("regulations", "versions", "templates", "cells", "docs")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
                   check=True, capture_output=True, timeout=300)
    return next(folder.glob("docgen-*.whl"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone; the libraries come from this environment, the source of this checkout does not."""
    place = tmp_path_factory.mktemp("venv")
    venv.create(place, with_pip=False)
    python = place / "bin" / "python"
    site = next(place.glob("lib/python*/site-packages"))
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(site),
                    str(wheel)], check=True, capture_output=True, timeout=300)
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    # appended behind the wheel's own folder, so the installed docgen is found first
    program = place / "bin" / "docgen"
    program.write_text(f"#!{python}\nfrom docgen.cli.main import main\nmain()\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def run(command: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DOCGEN", "VIRTUAL"))}
    return subprocess.run([str(command), *arguments], cwd=folder, env=kept, capture_output=True, check=False,
                          timeout=120, encoding="utf-8")


@pytest.mark.full
def test_it_carries_all_data_and_no_test(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    wanted = {f"docgen/data/{path.relative_to(ROOT).as_posix()}" for name in DATA
              for path in (ROOT / name).rglob("*") if path.is_file() and not path.name.startswith(("~$", "."))}
    assert wanted <= inside
    assert {"docgen/py.typed", "docgen/messages/locale/vi/LC_MESSAGES/docgen.mo"} <= inside
    assert [name for name in inside if name.startswith("tests/") or "__pycache__" in name] == []


@pytest.mark.full
def test_it_is_the_installed_one_that_runs(command: Path, tmp_path: Path) -> None:
    done = subprocess.run([str(command.parent / "python"), "-c", "import docgen; print(docgen.__file__)"],
                          cwd=tmp_path, capture_output=True, check=True, encoding="utf-8", timeout=60)
    assert Path(done.stdout.strip()).is_relative_to(command.parent.parent)


@pytest.mark.full
def test_list_and_show_in_an_empty_folder(command: Path, tmp_path: Path) -> None:
    listed = run(command, tmp_path, "list", "--json")
    assert listed.returncode == 0, listed.stderr
    assert "dữ liệu kèm theo" in listed.stderr
    works = json.loads(listed.stdout)["works"]
    assert "hoi-quan-chung" in [work["slug"] for work in works]
    shown = run(command, tmp_path, "show", "162:dieu-9.khoan-2")
    assert "khoản 2 Điều 9" in shown.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.full
def test_draft_in_an_empty_folder(command: Path, tmp_path: Path) -> None:
    sample = next(path.stem for path in sorted((ROOT / "cells").glob("*.yaml")))
    done = run(command, tmp_path, "draft", sample, "-o", "ra")
    assert done.returncode == 0, done.stderr
    written = list((tmp_path / "ra").glob("*.docx"))
    assert written
    assert zipfile.is_zipfile(written[0])


@pytest.mark.full
def test_init_makes_a_workspace_of_it(command: Path, tmp_path: Path) -> None:
    done = run(command, tmp_path, "init", "cua-toi")
    assert done.returncode == 0, done.stderr
    for name in FOLDERS:
        assert (tmp_path / "cua-toi" / name).is_dir()
    assert not run(command, tmp_path / "cua-toi", "list").stderr
    again = run(command, tmp_path, "init", "cua-toi")
    assert again.returncode == 1
    assert "Lỗi" in again.stderr


@pytest.mark.full
def test_it_builds_the_site_with_theme_and_guides(command: Path, tmp_path: Path) -> None:
    done = run(command, tmp_path, "site", "build", "-o", "trang", "--as-of", "21/11/2026")
    assert done.returncode == 0, done.stderr
    for name in ("index.html", "van-ban/162-qd-tw-2024.html", "giao-dien/trang.css", "huong-dan/so-sanh.html"):
        assert (tmp_path / "trang" / name).is_file(), name
