"""What can go wrong, as one tree; each error is a sentence, and may bring a remedy.

    DocgenError            the root; nothing else reaches the command line
    ├── NotPossible        exit 1: the thing asked for cannot be done (missing, unreadable, not held …)
    ├── WrongUsage         exit 2: the request itself makes no sense
    └── FaultsFound        exit 3: findings of severity error (model/finding.py)
"""

from __future__ import annotations

from docgen.messages import Message


class DocgenError(Exception):
    """Something a person must be told: a sentence, and if possible what to do about it."""

    exit_code = 1

    def __init__(self, message: Message, remedy: Message | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}" if self.remedy else str(self.message)


class NotPossible(DocgenError):
    """The request is understood and cannot be carried out."""

    exit_code = 1


class WrongUsage(DocgenError):
    """The request is not understood."""

    exit_code = 2
