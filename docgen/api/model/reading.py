"""A model's file to the lines of a template: what only the eye sees as a blank is one too, what is apart is named."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.draft.clause_source import HEADINGS
from docgen.draft.model_import.paper import ModelPaper, model_paper
from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.model.tree import Regulation
from docgen.reader.decoding import read_bytes
from docgen.reader.from_file import TEXT_LIMIT, read_source
from docgen.reader.from_word import word_lines
from docgen.reader.page_furniture import part_furniture
from docgen.reader.read import Reading, read_source_lines
from docgen.reader.source import Source
from docgen.word.blank_marks import Apart, with_dots

RULES = "QUY CHẾ"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model as it was read: its lines, the hash of the file, what stands apart from the text, what must be said."""

    paper: ModelPaper
    sha256: str
    apart: tuple[Apart, ...] = ()
    remarks: tuple[Message, ...] = ()


def read_model(path: Path) -> ModelFile:
    """Read a model from Word, or from any other file docgen reads; raises NotPossible for one without articles."""
    content = read_bytes(path, TEXT_LIMIT)
    apart: tuple[Apart, ...] = ()
    remarks: tuple[Message, ...] = ()
    if content.startswith(b"PK"):
        shown = with_dots(content, str(path))
        apart = shown.apart
        lines, remarks = word_lines(shown.content, str(path))
        parted = part_furniture(lines, broken=False)
        source = Source("docx", parted.kept, remarks, "", parted.dropped)
    else:
        source = read_source(path)
        remarks = (*source.remarks, say("{path} is no .docx: blanks made of dot leaders or underlined spaces cannot be "
                                        "seen in it.", path=path))
    reading, attached = _attached(source, read_source_lines(source))
    if attached:
        remarks = (*remarks, say("The rules attached to '{title}' were taken; the decision itself was left out.",
                                 title=attached))
    paper = model_paper(reading.regulation)
    if not any(line.rank in (*HEADINGS, "run_in_article") for line in paper.lines):
        raise NotPossible(say("{path} has no articles: no line begins with 'Điều 1.'.", path=path),
                          say("A template is made of articles, or of heads (I-, II-); give the model some in Word."))
    noise = tuple(problem.message for problem in reading.problems if problem.severity != "note"
                  or problem.code == "reader-noise")
    return ModelFile(paper, hashlib.sha256(content).hexdigest(), apart, (*remarks, *noise))


def _attached(source: Source, reading: Reading) -> tuple[Reading, str]:
    """Return the rules attached to a decision, read by themselves, and the title of the decision; or all as it is."""
    regulation: Regulation = reading.regulation
    rules = next((annex for annex in regulation.annexes if annex.label.startswith(RULES)), None)
    if rules is None or (regulation.title and regulation.title[0].startswith(RULES)):
        return reading, ""
    lines = tuple(line for line in source.lines if line.line >= rules.line)
    return read_source_lines(replace(source, lines=lines, dropped=())), " ".join(regulation.title)
