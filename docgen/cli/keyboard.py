"""A person at the keyboard: lines printed to fit the window, answers read one line at a time.

Nothing is drawn and no key is caught, so it works in every console; the end of the input counts as Ctrl-C.
"""

from __future__ import annotations

import io
import shutil
import sys
import textwrap
import unicodedata

from docgen.cli.console import tell
from docgen.messages import say

_NARROWEST, _WIDEST = 30, 100


def somebody_is_there() -> bool:
    """Tell whether a person can be asked: keyboard and screen are both a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def show(text: object, indent: int = 0, hanging: int = 0) -> None:
    """Print a paragraph, broken between words where the window ends."""
    width = min(max(shutil.get_terminal_size((80, 24)).columns - 1, _NARROWEST), _WIDEST)
    first, then = " " * indent, " " * (indent + hanging)
    for line in str(text).splitlines() or [""]:
        for part in textwrap.wrap(line, width, initial_indent=first, subsequent_indent=then, break_on_hyphens=False,
                                  break_long_words=False) or [""]:
            tell(part)


def ask(prompt: str = "> ") -> str:
    """Read one line, in NFC and without spaces round it; Ctrl-C and the end of the input raise KeyboardInterrupt."""
    if isinstance(sys.stdin, io.TextIOWrapper) and sys.stdin.errors != "replace":  # once, before anything is read
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    while True:
        sys.stderr.write(prompt)
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            tell("")
            raise KeyboardInterrupt
        typed = unicodedata.normalize("NFC", line.replace("\t", " ")).strip()
        if typed.isprintable():
            return typed
        show(say("This holds a key that is no letter (an arrow, perhaps). Type the line again."), 2)


def yes(question: object, usual: bool) -> bool:
    """Ask something that is answered with có or không; Enter takes what stands in brackets."""
    from docgen.api.questionnaire.wording import NO, YES, is_yes

    while True:
        show(f"{question} ({YES}/{NO}) [{YES if usual else NO}]")
        typed = ask()
        said = is_yes(typed) if typed else usual
        if said is not None:
            return said
        show(say("Type có or không."), 2)
