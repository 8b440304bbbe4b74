"""--lang, --workspace and --version: understood before, after or between everything else on the line."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import WrongUsage
from docgen.messages import LANGUAGES, Message, say, use


@dataclass(frozen=True, slots=True)
class GlobalOptions:
    """What holds for every command: the folder to work in (None = look for it) and whether JSON is wanted."""

    workspace: Path | None = None
    json: bool = False
    version: bool = False


ROWS: tuple[tuple[str, Message], ...] = (
    ("--workspace DIR", say("folder that holds regulations/, versions/, templates/ and cells/; "
                            "without it, the nearest one upward from here, else the shipped data")),
    ("--lang vi|en", say("language of the sentences; DOCGEN_LANG does the same")),
    ("--version", say("print the version")),
    ("--help", say("show this page")),
)
"""The same options as rows of a help page."""

_WITH_VALUE = ("--lang", "--workspace")


def set_language(arguments: Sequence[str]) -> None:
    """Choose the language from --lang or DOCGEN_LANG, before any sentence is made."""
    chosen = os.environ.get("DOCGEN_LANG", "vi")
    own = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    for place, argument in enumerate(own):
        if argument == "--lang" and place + 1 < len(own):
            chosen = own[place + 1]
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
    use(chosen)


def take(arguments: Sequence[str]) -> tuple[GlobalOptions, list[str]]:
    """Split a command line into the options every command has and the rest of it."""
    values: dict[str, str] = {}
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            rest += [argument, *waiting]
            break
        name, equals, value = argument.partition("=")
        if name not in _WITH_VALUE:
            rest.append(argument)
            continue
        if not equals:
            if not waiting:
                raise WrongUsage(say("{option} needs a value.", option=name), say("Example: {example}",
                                 example="--lang en" if name == "--lang" else "--workspace ."))
            value = waiting.pop(0)
        values[name] = value
    language = values.get("--lang", "vi")
    if language not in LANGUAGES:
        raise WrongUsage(say("There is no language '{name}'.", name=language), say("Use --lang vi or --lang en."))
    own = rest[: rest.index("--")] if "--" in rest else rest
    folder = values.get("--workspace")
    if folder == "":
        raise WrongUsage(say("{option} needs a value.", option="--workspace"))
    options = GlobalOptions(Path(folder) if folder else None, "--json" in own, own[:1] in (["--version"], ["-V"]))
    return options, rest
