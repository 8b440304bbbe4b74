"""Every transcript says what the program prints today; --accept rewrites them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.transcripts import ROOT, played

TRANSCRIPTS = [ROOT / "README.md", *sorted((Path(__file__).parent / "transcripts").glob("*.md"))]
"""The screen of output in the README is a transcript like the others, so it stays real."""


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    golden: Callable[[Path, str], None],
) -> None:
    golden(path, played(path, tmp_path, monkeypatch, capsys))


def test_there_are_transcripts() -> None:
    assert len(TRANSCRIPTS) >= 8
