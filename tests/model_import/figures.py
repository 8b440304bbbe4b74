"""How well the models are understood, against the truth labelled in them: `python -m tests.model_import.figures`."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from docgen.api.model.importing import ImportedModel, import_model
from docgen.draft.model_import.questions import Proposal
from docgen.draft.model_import.understood import UnderstoodBlock
from docgen.versions.workspace import shipped_workspace
from tests.model_import.build import document
from tests.model_import.labelled import FIFTH, FRAMEWORKS, NAMES, NO_BLANK, UNSEEN, LabelledLine, labelled


@dataclass
class Figures:
    """What was counted for one model; `wrong` names each mistake."""

    blanks: int = 0
    found: int = 0
    invented: int = 0
    right: int = 0
    clauses: int = 0
    bases_right: int = 0
    bases_second: int = 0
    bases_wrong: int = 0
    bases_missed: int = 0
    none_right: int = 0
    wrong: list[str] = field(default_factory=list)

    def row(self, name: str) -> str:
        """Return one line of the table."""
        return (f"{name}: blanks {self.blanks}, found {self.found}, invented {self.invented}, asked rightly "
                f"{self.right}; clauses {self.clauses}: basis right {self.bases_right}, right as the second "
                f"{self.bases_second}, wrong {self.bases_wrong}, missed {self.bases_missed}, rightly none "
                f"{self.none_right}")


@cache
def imported(name: str) -> ImportedModel:
    """Return a model as it is understood, nothing written."""
    return imported_lines(labelled(name), FRAMEWORKS[name])


def imported_lines(lines: tuple[LabelledLine, ...], framework: str) -> ImportedModel:
    """Return labelled lines as they are understood once they stand in a Word file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mau.docx"
        path.write_bytes(document(lines))
        return import_model(shipped_workspace(), path, framework, dry_run=True)


def figures(name: str) -> Figures:
    """Count one model."""
    return counted(labelled(name), imported(name))


def counted(lines: tuple[LabelledLine, ...], made: ImportedModel) -> Figures:
    """Hold a model as it was understood against its labels."""
    out = Figures()
    blocks = list(made.understood.blocks)
    place, used = 0, dict[int, int]()
    for line in lines:
        at = next((one for one in (*range(place, len(blocks)), *range(place))
                   if (one not in used or blocks[one].line.zone == "summary") and _is_line(blocks[one], line)), None)
        truths = [blank.truth for blank in line.blanks if blank.truth not in NO_BLANK]
        out.blanks += len(truths)
        if at is None:
            out.wrong += [f"not read: {line.text}"] * bool(truths)
            continue
        # a summary on two lines is one block: its blanks are those of the first line, then those of the second
        asked = [_said(one) for one in blocks[at].proposals][used.get(at, 0):]
        used[at] = used.get(at, 0) + len(truths)
        if blocks[at].line.zone == "summary":
            asked = asked[:len(truths)]
        place = max(place, at + 1) if line.blanks else place
        _blanks(out, blocks[at], asked, truths)
        _bases(out, blocks[at], line)
    out.invented += sum(len(block.proposals) for block in blocks) - out.found - out.invented
    return out


def _blanks(out: Figures, block: UnderstoodBlock, asked: list[str], truths: list[str]) -> None:
    out.found += min(len(asked), len(truths))
    out.invented += max(0, len(asked) - len(truths))
    for said, truth in zip(asked, truths, strict=False):
        out.right += said == truth
        out.wrong += [f"{block.line.place}: {said} for {truth}"] * (said != truth)


def _bases(out: Figures, block: UnderstoodBlock, line: LabelledLine) -> None:
    if line.bases is None:
        return
    out.clauses += 1
    wanted = set(line.bases) - {"-"}
    if not block.bases:
        out.none_right += "-" in line.bases
        out.bases_missed += "-" not in line.bases
        out.wrong += [f"{block.line.place}: no basis for {sorted(wanted)}"] * ("-" not in line.bases)
    elif block.bases[0] in wanted:
        out.bases_right += 1
    else:
        second = bool(wanted & set(block.bases))
        out.bases_second += second
        out.bases_wrong += not second
        out.wrong.append(f"{block.line.place}: {block.bases} for {sorted(wanted) or 'none'}")


def _said(proposal: Proposal) -> str:
    if proposal.condition:
        return "if"
    return f"own:{proposal.own.type}" if proposal.own else proposal.question


def _is_line(block: UnderstoodBlock, line: LabelledLine) -> bool:
    words = _bare(_shown(line))
    own = _bare(block.line.text)
    return bool(words) and (own == words or _bare(f"{block.line.label} {block.line.text}") == words
                            or (block.line.zone == "summary" and words in own))


def _shown(line: LabelledLine) -> str:
    text, shift = line.text, 0
    for blank in line.blanks:
        if blank.shown == "control":
            text = text[:blank.start + shift] + "Nơi họp" + text[blank.end + shift:]
            shift += len("Nơi họp") - (blank.end - blank.start)
    return text


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def table() -> Iterator[str]:
    """Yield the table, and below it every mistake."""
    for name in (*NAMES, UNSEEN, FIFTH):
        made = figures(name)
        yield made.row(name)
        yield from (f"  {one}" for one in made.wrong)


if __name__ == "__main__":
    print("\n".join(table()))
