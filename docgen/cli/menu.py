"""docgen without a command, at a terminal: a short menu that asks for what a command needs and shows the command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.cli.console import tell
from docgen.cli.global_options import GlobalOptions
from docgen.cli.keyboard import ask, show
from docgen.cli.results import as_typed
from docgen.errors import DocgenError
from docgen.messages import Message, say

if TYPE_CHECKING:
    from docgen.versions.workspace import Workspace

Runner = Callable[[list[str]], int]
Wanted = Callable[["Workspace"], list[str]]
"""Asks for what a command needs; an empty list if the person thinks better of it."""


def menu(run: Runner, options: GlobalOptions) -> int:
    """Show the menu until the person leaves it; returns the exit code of the last command."""
    from docgen.versions.workspace import find_workspace

    code = 0
    while True:
        workspace = find_workspace(Path.cwd(), options.workspace)
        show("")
        show(say("docgen drafts the rules of Party cells. What is to be done?"))
        for number, (label, _) in enumerate(ROWS, 1):
            show(f"{number:2d}. {label}", 0, 4)
        show(say("Enter: leave"), 1)
        typed = ask()
        if typed in ("", "0"):
            return code
        if not (typed.isascii() and typed.isdecimal() and 1 <= int(typed[:3]) <= len(ROWS)):
            show(say("Type the number of a row."), 2)
            continue
        try:
            command = ROWS[int(typed[:3]) - 1][1](workspace)
        except DocgenError as error:
            show(error.message, 2)
            continue
        if command:
            tell(say("Command: docgen {command}", command=" ".join(as_typed(part) for part in command)))
            code = run(command)


def _new_cell(workspace: Workspace) -> list[str]:
    from docgen.api.questionnaire.opening import file_word

    if workspace.shipped:
        show(say("A cell stands in a folder of your office's own; make that first."), 2)
        return _init(workspace)
    typed = _asked(say("A short name for the cell's file, such as chi-bo-hoi-luat-gia:"))
    if not typed:
        return []
    return ["cell", "new", file_word(typed)]


def _draft(workspace: Workspace) -> list[str]:
    cells = sorted(path.stem for path in workspace.cells.glob("*.yaml"))
    for number, name in enumerate(cells, 1):
        show(f"{number}. {name}", 2, 4)
    typed = _asked(say("Number or name of the cell:"))
    if typed.isascii() and typed.isdecimal() and 1 <= int(typed[:6]) <= len(cells):
        typed = cells[int(typed[:6]) - 1]
    return ["draft", typed, "-o", _asked(say("Folder for the documents [van-ban]:")) or "van-ban"] if typed else []


def _batch(workspace: Workspace) -> list[str]:
    del workspace
    typed = _asked(
        say("Excel workbook with one row a cell (Enter: there is none yet, make one to fill in):")).strip('"')
    if not typed:
        name = _asked(say("Name of the new workbook [cells.xlsx]:")) or "cells.xlsx"
        return ["cell", "template", "-o", name if name.casefold().endswith(".xlsx") else f"{name}.xlsx"]
    return ["batch", typed, "-o", _asked(say("Folder for the documents [van-ban]:")) or "van-ban"]


def _review(workspace: Workspace) -> list[str]:
    del workspace
    typed = _asked(say("The Word file, such as van-ban/quy-che.docx:"))
    return ["review", typed.strip('"')] if typed else []


def _search(workspace: Workspace) -> list[str]:
    del workspace
    typed = _asked(say("Words to look for, with or without marks:"))
    return ["search", typed] if typed else []


def _show(workspace: Workspace) -> list[str]:
    del workspace
    typed = _asked(say("Which regulation or provision, such as 162:dieu-9 or khoản 2 Điều 9 Quy định 162-QĐ/TW:"))
    return ["show", typed] if typed else []


def _diff(workspace: Workspace) -> list[str]:
    del workspace
    old = _asked(say("Older text, such as 171:"))
    new = _asked(say("Newer text, such as 162:")) if old else ""
    return ["diff", old, new] if new else []


def _init(workspace: Workspace) -> list[str]:
    del workspace
    typed = _asked(say("Name of the new folder, such as chi-bo-cua-toi:"))
    return ["init", typed] if typed else []


def _asked(prompt: Message) -> str:
    show(prompt)
    return ask()


ROWS: tuple[tuple[Message, Wanted], ...] = (
    (say("Write down the facts of a new cell"), _new_cell),
    (say("Draft the documents of a cell in Word"), _draft),
    (say("Draft for many cells from an Excel workbook"), _batch),
    (say("Review a Word document against the regulations in force"), _review),
    (say("Look for words in the regulations"), _search),
    (say("Read a regulation or a provision"), _show),
    (say("Compare two texts"), _diff),
    (say("See which regulations there are"), lambda _: ["list"]),
    (say("Make a folder for the office's own work"), _init),
    (say("See whether this machine has everything"), lambda _: ["doctor"]),
    (say("All commands"), lambda _: ["--help"]),
)
"""What can be chosen, in the order of the work."""
