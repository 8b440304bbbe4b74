"""One document after another held against a change of the law; what cannot be read is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.check.document.paper import Paper, PaperLine, read_paper
from docgen.errors import DocgenError
from docgen.messages import Message, say
from docgen.reader.decoding import read_bytes
from docgen.reader.from_file import TEXT_LIMIT, read_source
from docgen.reader.joining import find_layout, join_lines
from docgen.renew.impact import Change, Resting, resting_on

WORD = ".docx"


@dataclass(frozen=True, slots=True)
class Looked:
    """One file: what in it rests on the old text, or why it could not be read."""

    path: Path
    resting: Resting | None = None
    refused: Message | None = None


@dataclass(frozen=True, slots=True)
class Looking:
    """The change all files are held against."""

    change: Change

    def prepare(self) -> None:
        """Everything is ready: the index was made before the workers began."""

    def abandon(self) -> None:
        """Nothing is written, so nothing is left behind."""


def look(job: Looking, paths: Sequence[Path]) -> list[Looked]:
    """Hold some files against the change."""
    return [_look(job.change, path) for path in paths]


def _look(change: Change, path: Path) -> Looked:
    try:
        return Looked(path, resting_on(_paper(path), change))
    except DocgenError as refusal:
        return Looked(path, refused=refusal.message)
    except RecursionError:
        return Looked(path, refused=say("{path} is nested too deeply to be read.", path=path))


def _paper(path: Path) -> Paper:
    if path.suffix.lower() == WORD:
        return read_paper(read_bytes(path, TEXT_LIMIT), str(path))
    lines = read_source(path).lines
    return Paper(str(path), tuple(PaperLine(line.text, number, line.bold, line.prefix)
                                  for number, line in enumerate(join_lines(lines, find_layout(lines)))))
