"""What docgen template import understood of a model, for a person at the screen: read it before confirming."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.draft.clause_source import HEADINGS
from docgen.draft.coverage import Covered
from docgen.draft.model_import.understood import AskedQuestion, Understood
from docgen.messages import Message, say
from docgen.publish.lines import PLAIN, Screen, painted, wrapped
from docgen.word.blank_marks import Apart, Kind

_APART: dict[Kind, Message] = {
    "table": say("table in the text, left out"), "box": say("text box, read where it is anchored"),
    "picture": say("picture, left out"), "footnote": say("footnote, left out"), "comment": say("comment, left out"),
    "inserted": say("tracked insertion, taken as part of the text"), "deleted": say("tracked deletion, left out")}

_SHOWN = 25
"""Words shown of an article; only one without a name has more."""


def model_report(
    understood: Understood, apart: Sequence[Apart], *, form: Iterable[Message], remarks: Iterable[Message],
    citations: Mapping[str, str], screen: Screen = PLAIN,
) -> str:
    """Return the whole report: articles, questions with their sentences, proposed bases, what could not be taken."""
    lines: list[str] = []
    for title, rows in (
            (say("Articles, in the order of the model"), _articles(understood)),
            (say("Blanks taken for questions the framework asks already (proposed, not confirmed)"),
             _questions(question for question in understood.questions if question.own is None)),
            (say("Blanks that became questions of the model's own (proposed, not confirmed)"),
             _questions(question for question in understood.questions if question.own is not None)),
            (say("Legal bases proposed by comparison with the shipped clauses (not confirmed)"),
             _bases(understood, citations)),
            (say("Looks like a blank and was kept as it stands"), _pairs(understood.kept)),
            (say("Notes to the office, not printed"), ((text, ()) for text in understood.paper.guidance)),
            (say("Not taken, or not part of the text"), _apart(understood, apart)),
            (say("Printed in the official form, otherwise than in the model"), ((str(one), ()) for one in form)),
            (say("About the file"), ((str(one), ()) for one in remarks))):
        found = list(rows)
        if found:
            lines += ["", painted(f"{title}:", "1", screen)] if lines else [painted(f"{title}:", "1", screen)]
            for row, below in found:
                lines += wrapped(row, screen, "  - ", "    ")
                for one in below:
                    lines += wrapped(one, screen, "      ", "      ")
    return "\n".join(lines) + "\n"


def _articles(understood: Understood) -> Iterator[tuple[str, tuple[str, ...]]]:
    for block in understood.blocks:
        if block.line.rank in (*HEADINGS, "run_in_article") and block.line.zone == "body":
            yield f"{block.line.label} {_beginning(block.line.text)}".strip(), ()


def _beginning(text: str) -> str:
    words = text.split()
    return text if len(words) <= _SHOWN else f"{' '.join(words[:_SHOWN])} …"


def _questions(questions: Iterable[AskedQuestion]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for question in questions:
        head = f"{question.name}: {question.label}" if question.own is None else question.name
        yield head, tuple(f"{place}: {words}" for place, words in question.places)


def _bases(understood: Understood, citations: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for block in understood.blocks:
        if block.bases:
            yield f"{block.line.place}: {'; '.join(citations[basis] for basis in block.bases)}", ()


def _pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for place, words in pairs:
        yield f"{place}: {words}", ()


def _apart(understood: Understood, apart: Sequence[Apart]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in apart:
        yield (f"{_APART[one.kind]}: {one.words}" if one.words else str(_APART[one.kind])), ()
    for text in understood.paper.left_out:
        yield text, ()


def coverage_report(edition: str, rows: Sequence[Covered], citations: Sequence[str], screen: Screen = PLAIN) -> str:
    """Return how a template deals with each provision of its framework: counts first, then what is open."""
    states = [row.state for row in rows]
    lines = wrapped(str(say(
        "{edition}: {all} provisions; basis of a clause {based}, proposed {proposed}, referred to {reference}, need no "
        "clause {not_applicable}, no clause {open}.", edition=edition, all=len(rows), based=states.count("based"),
        proposed=states.count("proposed"), reference=states.count("reference"),
        not_applicable=states.count("not_applicable"), open=states.count("open"))), screen)
    for state, title in (("open", say("No clause deals with")), ("proposed", say("Proposed only, not confirmed"))):
        told = [citation for row, citation in zip(rows, citations, strict=True) if row.state == state]
        if told:
            lines += ["", painted(f"{title}:", "1", screen)]
            lines += [part for citation in told for part in wrapped(citation, screen, "  - ", "    ")]
    return "\n".join(lines) + "\n"
