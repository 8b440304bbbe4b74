"""A finding: something a person should look at, with its place and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from docgen.errors import DocgenError
from docgen.messages import NOTHING, Message, say

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault, doubt or remark; `line` and `column` count from 1, 0 means no place in a file."""

    code: str
    severity: Severity
    message: Message
    remedy: Message = NOTHING
    file: str = ""
    line: int = 0
    column: int = 0
    address: str = ""

    def at(self, file: str) -> Finding:
        """Return the same finding, said to be in `file`."""
        return replace(self, file=file)

    def within(self, file: str) -> Finding:
        """Return the same finding, said to be in `file` unless it names a file already."""
        return self if self.file else replace(self, file=file)

    def to_dict(self) -> dict[str, object]:
        """Return the finding as the JSON of the contract has it; what is not known is null."""
        return {
            "code": self.code,
            "severity": self.severity,
            "file": self.file or None,
            "line": self.line or None,
            "column": self.column or None,
            "address": self.address or None,
            "message": str(self.message),
            "remedy": str(self.remedy) or None,
        }


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether at least one finding is an error: only then is anything refused."""
    return any(finding.severity == "error" for finding in findings)


class FaultsFound(DocgenError):
    """The work stopped because of faults in what was handed in; all of them are listed."""

    exit_code = 3

    def __init__(self, findings: Sequence[Finding]) -> None:
        errors = sum(finding.severity == "error" for finding in findings)
        super().__init__(say("{count} fault(s) must be mended first; nothing was written.", count=errors))
        self.findings = tuple(findings)
