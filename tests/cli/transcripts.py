"""Transcripts: Markdown files that hold commands with what they print, and the files they work on.

A fenced block `console` holds lines `$ docgen …`, each followed by what standard output shows, lines `! …` for
standard error and `[exit N]` unless it is 0. A fenced block whose first line is `file: NAME` makes that file first.
Everything runs in a folder of its own that holds a copy of the project's data.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from docgen.cli.main import run
from docgen.versions.workspace import FOLDERS

_BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one command did."""

    code: int
    out: str
    err: str


Runner = Callable[[list[str]], Outcome]
ROOT = Path(__file__).resolve().parents[2]


def copy_data(folder: Path) -> None:
    """Copy what the project holds, so that a command may change it."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name)


def played(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """Return a transcript as docgen would write it now, in a folder with a copy of the project's data."""
    copy_data(folder)
    monkeypatch.chdir(folder)
    capsys.readouterr()

    def in_process(arguments: list[str]) -> Outcome:
        code = run(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return play(path.read_text(encoding="utf-8"), folder, in_process)


def play(text: str, folder: Path, run: Runner) -> str:
    """Return the transcript as it would stand if it were written now."""

    def replay(block: re.Match[str]) -> str:
        kind, body = block["kind"], block["body"]
        if body.startswith("file: "):
            name, _, content = body.partition("\n")
            target = folder / name.removeprefix("file: ")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, encoding="utf-8", newline="\n")
            return block[0]
        if kind != "console":
            return block[0]
        commands = [line for line in body.splitlines() if line.startswith("$ ")]
        return "```console\n" + "\n".join(_session(line, folder, run) for line in commands) + "```"

    return _BLOCK.sub(replay, text)


def _session(line: str, folder: Path, run: Runner) -> str:
    program, *arguments = shlex.split(line[2:])
    assert program == "docgen", f"a transcript runs docgen only: {line}"
    outcome = run(arguments)
    shown = [line, *outcome.out.splitlines(), *(f"! {text}".rstrip() for text in outcome.err.splitlines())]
    if outcome.code:
        shown.append(f"[exit {outcome.code}]")
    return "\n".join(shown).replace(str(folder), "FOLDER") + "\n"
