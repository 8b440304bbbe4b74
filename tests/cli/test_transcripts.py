"""Every transcript says what the program prints today; --accept rewrites them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.cli.main import run
from tests.cli.transcripts import Outcome, play

ROOT = Path(__file__).resolve().parents[2]
TRANSCRIPTS = [ROOT / "README.md", *sorted((Path(__file__).parent / "transcripts").glob("*.md"))]
"""The screen of output in the README is a transcript like the others, so it stays real."""


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    golden: Callable[[Path, str], None],
) -> None:
    for name in ("regulations", "versions", "templates", "cells"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()

    def in_process(arguments: list[str]) -> Outcome:
        code = run(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    golden(path, play(path.read_text(encoding="utf-8"), tmp_path, in_process))


def test_there_are_transcripts() -> None:
    assert len(TRANSCRIPTS) >= 8
