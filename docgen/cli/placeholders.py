"""What stands for an argument on a help page: WHAT, CELL, DATE, in the language in use."""

from __future__ import annotations

import re
from typing import Any

from docgen.messages import say

_WORDS = {
    "WHAT": say("WHAT"), "CELL": say("CELL"), "NAME": say("NAME"), "WORK": say("WORK"), "DATE": say("DATE"),
    "DIR": say("DIR"), "KIND": say("KIND"), "PATH": say("PATH"), "FILE": say("FILE"), "OLD": say("OLD"),
    "NEW": say("NEW"), "MODEL": say("MODEL"), "FORMAT": say("FORMAT"), "WORDS": say("WORDS"),
    "EDITION": say("EDITION"), "NUMBER": say("NUMBER"), "REASON": say("REASON"),
}
_WORD = re.compile(r"[A-Z]{3,}")


def placeholder(parameter: Any) -> str:
    """Return the placeholder of an argument or option, empty for an option that takes no value."""
    metavar = getattr(parameter, "metavar", None) or ("" if parameter.opts[0].startswith("-") else str(parameter.name))
    return _WORD.sub(lambda match: str(_WORDS.get(match[0], match[0])), metavar)
