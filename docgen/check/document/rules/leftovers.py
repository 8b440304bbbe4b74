"""Nothing of the making is left in the text: no tags, dots to fill in, remarks of a program."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.messages import say

_LEFT = re.compile(r"\{\{|\}\}|\{%|%\}|\[…\]|…{2,}|\.{4,}|_{4,}|\bNone\b|\bnull\b|xxx+|\?\?+", re.IGNORECASE)


def nothing_is_left_over(reviewed: Reviewed) -> Iterator[Remark]:
    """Look for what ought to have been filled in or taken out."""
    for place, line, _ in reviewed.body():
        if found := _LEFT.search(line.text):
            yield remark("review-leftover", "error",
                         say("Something is left to fill in or to take out: “{words}”.", words=found[0][:20]),
                         say("Write what belongs here."), line=place, words=found[0])
