"""Answers of a questionnaire that is not finished, kept beside the file it is going to be."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from docgen.api.writing import write_bytes
from docgen.errors import NotPossible
from docgen.messages import say

ENDING = ".dang-do"
"""Behind the name of the file that is to be; no command takes such a file for the facts of a cell."""
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What was answered before somebody stopped."""

    framework: str
    answers: dict[str, str]


def place_of(target: Path) -> Path:
    """Return where the answers are kept until the file of facts is written."""
    return target.with_name(target.name + ENDING)


def keep(target: Path, framework: str, answers: dict[str, str]) -> None:
    """Write the answers given so far, in one step."""
    content = json.dumps({"format": _FORMAT, "framework": framework, "answers": answers}, ensure_ascii=False, indent=1)
    write_bytes(place_of(target), content.encode() + b"\n")


def kept(target: Path) -> Unfinished | None:
    """Return what was answered before; None if nothing was, a sentence if the file cannot be understood."""
    path = place_of(target)
    if not path.is_file():
        return None
    try:
        found = json.loads(path.read_bytes())
        answers, framework = found["answers"], found["framework"]
        sound = found["format"] == _FORMAT and isinstance(framework, str) and all(
            isinstance(text, str) for pair in answers.items() for text in pair)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        sound = False
    if not sound:
        raise NotPossible(say("{path} holds no answers that can be read.", path=path),
                          say("Give it another name or delete it, then begin anew."))
    return Unfinished(framework, answers)


def put_aside(target: Path) -> Path:
    """Begin anew: what was answered before gets another name; returns it."""
    path = place_of(target)
    number, aside = 1, path.with_name(f"{path.name}.cu")
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.cu{number}")
    return path.replace(aside)
