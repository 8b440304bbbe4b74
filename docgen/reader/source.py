"""What stands in a file before it is a tree: its printed lines, each with its place, and what was left out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.messages import Message

Kind = Literal["docx", "doc", "html", "pdf", "scan", "txt", "md"]
Bold = Literal["none", "all", "prefix"]
ENDINGS = (".md", ".txt", ".docx", ".doc", ".rtf", ".html", ".htm", ".pdf", ".png", ".jpg", ".jpeg")
"""Endings of the files that can be read."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One printed line: its words, where it stands, and how it was marked.

    `page` counts from 1, 0 where the file has no pages; `line` counts from 1 through the whole file. `bold` says
    whether all of it or only its beginning (`prefix`) was bold; `joined` that it shared its line of the file with the
    one before it; `after_blank` that more space than between two lines stands above it; `full` and `indented`
    whether it runs to the right margin and begins inside the left one, None where the file does not show that.
    """

    text: str
    page: int = 0
    line: int = 0
    marked: bool = False
    bold: Bold = "none"
    prefix: str = ""
    joined: bool = False
    after_blank: bool = True
    full: bool | None = None
    indented: bool | None = None

    @property
    def is_title_like(self) -> bool:
        """Tell whether the line was set apart as a heading: marked, bold throughout, or in capitals."""
        return self.marked or self.bold == "all" or is_capitals(self.text)


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it was read: `lines` in the order of print, `dropped` what belongs to the page and not to the text.

    `remarks` say what had to be done to read it; `sha256` is the hash of the file's own bytes, empty for a text that
    is no file; `canonical` is the text itself where it is in canonical form already.
    """

    kind: Kind
    lines: tuple[SourceLine, ...]
    remarks: tuple[Message, ...] = ()
    sha256: str = ""
    dropped: tuple[SourceLine, ...] = ()
    canonical: str = ""


def is_capitals(text: str) -> bool:
    """Tell whether a line is printed in capitals."""
    return text.isupper() and sum(c.isalpha() for c in text) > 2
