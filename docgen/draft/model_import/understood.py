"""What was understood of a model, before it is written: every block with its words, its questions, its bases."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docgen.draft.clause_source import HEADINGS
from docgen.draft.clauses import ClauseSet
from docgen.draft.context import known_names
from docgen.draft.field import Field, FieldList
from docgen.draft.legal_basis import EditionFact
from docgen.draft.model_import.bases import Bases
from docgen.draft.model_import.blanks import find_blanks
from docgen.draft.model_import.known import KnownQuestions
from docgen.draft.model_import.paper import ModelLine, ModelPaper
from docgen.draft.model_import.questions import RECOGNISED, Asking, Proposal, excerpt
from docgen.draft.model_import.wording import clause_text, condition_of

ASKED_THROUGH = {"association": "associations", "leadership": "associations", "committee_side": "committee_name",
                 "has_deputy": "deputy", "has_committee": "committee", "has_party_group": "party_group",
                 "has_organisations": "organisations", "has_probationary": "probationary_members"}
"""Names that are worked out, and the question whose answer they come from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstoodBlock:
    """One block of the template to be: the line of the model, its text with tags, when it is printed, its bases."""

    line: ModelLine
    text: str
    proposals: tuple[Proposal, ...] = ()
    condition: str = ""
    bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One question the model asks: the framework's own or a new one, with the blanks it stands at."""

    name: str
    label: str
    own: Field | None = None
    needed: bool = False
    """Whether the model leaves a hole in a sentence where the framework lets nobody answer."""
    places: tuple[tuple[str, str], ...] = ()
    """Where ("khoản 2 Điều 5") and in which words, the blank shown as […]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A model as a template: its blocks, and the questions they ask, in the order of print."""

    paper: ModelPaper
    blocks: tuple[UnderstoodBlock, ...]
    questions: tuple[AskedQuestion, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    """What looks like a blank and stays as it stands: where, and in which words."""


def understand(
    paper: ModelPaper, kind: str, fields: FieldList, clauses: Collection[ClauseSet],
    editions: Mapping[str, EditionFact], *, elsewhere: Mapping[str, str] = MappingProxyType({}),
) -> Understood:
    """Turn the lines of a model into blocks with tags; `fields` and `clauses` are those of its framework.

    `elsewhere` are the questions of other models, with their labels.
    """
    known = KnownQuestions(fields, clauses, kind, RECOGNISED)
    asking = Asking(known, known_names(fields), of_committee=paper.is_of_committee, elsewhere=elsewhere)
    proposals = asking.lines(paper.lines)
    bases = Bases(clauses, editions, of_committee=paper.is_of_committee)
    ids = {line.id for line in paper.lines if line.zone == "body" and line.rank not in ("chapter", "section")}
    blocks = []
    for line, own in zip(paper.lines, proposals, strict=True):
        rests = line.zone == "body" and line.rank not in HEADINGS
        blocks.append(UnderstoodBlock(
            line=line, text=clause_text(line, own, ids), proposals=own, condition=condition_of(own),
            bases=bases.proposed(line.text, line.heading) if rests else ()))
    return Understood(paper=paper, blocks=tuple(blocks), questions=tuple(_questions(blocks, fields)),
                      kept=tuple(_kept(blocks)))


def sentence(line: ModelLine, proposal: Proposal) -> str:
    """Return the words of a line round a blank, the blank as […]."""
    blank = proposal.blank
    return excerpt(line.text, blank.start, blank.end,
                   line.text[blank.start:blank.end] if proposal.condition else "[…]")


def _kept(blocks: list[UnderstoodBlock]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        line, asked = block.line, {one.blank for one in block.proposals}
        for blank in find_blanks(line.text):
            if blank not in asked:
                yield line.place, excerpt(line.text, blank.start, blank.end, line.text[blank.start:blank.end])


def _questions(blocks: list[UnderstoodBlock], fields: FieldList) -> Iterator[AskedQuestion]:
    places: dict[str, list[tuple[str, str]]] = {}
    own: dict[str, Field] = {}
    for block in blocks:
        for one in block.proposals:
            name = one.question if one.own else ASKED_THROUGH.get(one.question, one.question)
            places.setdefault(name, []).append((block.line.place, sentence(block.line, one)))
            if one.own:
                own[name] = one.own
    for name, where in places.items():
        asked = own.get(name) or fields.find(name)
        needed = (asked is not None and name not in own and not asked.required and asked.default is None
                  and asked.type not in ("yes_no", "list", "records", "person"))
        yield AskedQuestion(name=name, label=asked.label if asked else name, own=own.get(name), needed=needed,
                            places=tuple(where))
