"""One finding about a document: what is wrong, at which line, at which words, and whether only the law has moved on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.messages import NOTHING, Message
from docgen.model.finding import Finding, Severity

if TYPE_CHECKING:
    from docgen.check.document.subject import Reviewed


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A finding; `line` is its place in the lines of the paper, -1 for the document as a whole.

    `words` are those it speaks of. `outdated`: right on the day of the document, overtaken by a newer edition since.
    """

    finding: Finding
    line: int = -1
    words: str = ""
    outdated: bool = False


def remark(
    code: str, severity: Severity, message: Message, remedy: Message = NOTHING, *, line: int = -1, words: str = "",
    outdated: bool = False,
) -> Remark:
    """Make a remark; file, paragraph and address are filled in when all are gathered."""
    return Remark(finding=Finding(code=code, severity=severity, message=message, remedy=remedy), line=line,
                  words=words, outdated=outdated)


Rule = Callable[["Reviewed"], Iterable[Remark]]
"""One rule: looks at one document with everything known about it and yields what it finds; never raises."""
