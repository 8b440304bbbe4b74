"""LibreOffice that hangs, falls or refuses a file: the others are printed all the same, and each has its reason."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.word.office import Converted, Office
from docgen.word.printing import PACKAGE, find_libreoffice
from tests.batch.offices import FALLS, HANGING, HANGS, REFUSED, stand_in
from tests.batch.tables import ROOT

GOOD = b"a letter"


def files(folder: Path, contents: list[bytes]) -> list[Path]:
    made = []
    for number, content in enumerate(contents):
        path = folder / f"{number}.docx"
        path.write_bytes(content)
        made.append(path)
    return made


def running() -> dict[str, str]:
    """Return the processes of this machine with their command lines; one that has ended has none left."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if words:
            found[folder.name] = words
    return found


@pytest.mark.full
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(contents=st.lists(st.sampled_from([GOOD, GOOD, GOOD, REFUSED, FALLS]), max_size=8))
def test_every_good_file_is_printed_whatever_stands_beside_it(
    contents: list[bytes], tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("all")
    with pytest.MonkeyPatch.context() as patch:
        office = Office(str(stand_in(folder, patch)), folder / "scratch")
        paths = files(folder, contents)
        results = list(office.convert(paths, "pdf"))
    assert [one.path for one in results] == paths
    for one, content in zip(results, contents, strict=True):
        assert (one.content is not None) == (content == GOOD)
        assert (one.reason is not None) == (content != GOOD)


@pytest.mark.full
def test_one_that_hangs_is_ended_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(str(stand_in(tmp_path, monkeypatch)), tmp_path / "scratch", patience=0.4)
    results = list(office.convert(files(tmp_path, [GOOD, HANGS, GOOD]), "pdf"))
    assert [bool(one.content) for one in results] == [True, False, True]
    assert results[1].reason is not None
    assert "in time" in results[1].reason.source
    assert not [words for words in running().values() if str(tmp_path) in words or words.strip() == HANGING]


def test_two_files_of_one_name_and_names_like_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(str(stand_in(tmp_path, monkeypatch)), tmp_path / "scratch")
    paths = []
    for folder, name in (("a", "-x.docx"), ("b", "-x.docx"), ("c", "Y Bhút Êban.docx")):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / name)
        paths[-1].write_bytes(folder.encode())
    results = list(office.convert(paths, "pdf"))
    assert len({one.content for one in results}) == 3
    assert [path.parent.name for path in tmp_path.rglob("*.docx") if path.parent.name in "abc"]


def test_nobody_waits_for_one_that_is_to_leave_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(str(stand_in(tmp_path, monkeypatch)), tmp_path / "scratch")
    until = time.monotonic() + 0.3
    start = time.monotonic()
    results = list(office.convert(files(tmp_path, [HANGS, GOOD]), "pdf", lambda: time.monotonic() > until))
    assert not [one for one in results if one.content]
    assert time.monotonic() - start < 5


@pytest.fixture
def real(tmp_path: Path) -> str:
    program = find_libreoffice()
    if program is None:
        pytest.skip(f"LibreOffice is not installed: apt-get install {PACKAGE}")
    return program


def documents(folder: Path, count: int) -> list[Path]:
    """Write so many Word files LibreOffice can read, all different."""
    from docgen.word.frame import compile_frame
    from tests.word.sample import SAMPLE

    frame = compile_frame((ROOT / "templates/hoi-quan-chung/working-rules/frame.docx").read_bytes(), "frame.docx")
    content = frame.render(SAMPLE)
    paths = []
    for number in range(count):
        path = folder / f"van-ban-{number}.docx"
        path.write_bytes(content)
        paths.append(path)
    return paths


@pytest.mark.full
def test_libreoffice_passes_over_what_is_no_word_file(real: str, tmp_path: Path) -> None:
    paths = documents(tmp_path, 4)
    paths[0].write_bytes(b"plain text that LibreOffice would gladly print")
    paths[2].write_bytes(paths[2].read_bytes()[:4000])
    results = list(Office(real, tmp_path / "scratch").convert(paths, "pdf"))
    assert [one.content is not None for one in results] == [False, True, False, True]


@pytest.mark.full
def test_libreoffice_that_stands_still_is_started_anew(real: str, tmp_path: Path) -> None:
    paths, scratch = documents(tmp_path, 6), tmp_path / "scratch"
    results: list[Converted] = []
    work = threading.Thread(target=lambda: results.extend(Office(real, scratch, patience=6).convert(paths, "pdf")))
    work.start()
    until = time.monotonic() + 60
    stopped = ""
    while not stopped and time.monotonic() < until and work.is_alive():
        stopped = next((number for number, words in running().items()
                        if "soffice.bin" in words and str(scratch) in words), "")
        time.sleep(0.02)
    os.kill(int(stopped), signal.SIGSTOP)
    work.join(90)
    assert [one.path for one in results if one.content] == paths
    assert stopped not in running()
