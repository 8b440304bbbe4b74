"""What the framework asks for stands in the document; which lines meet it, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.check.document.obligations import Obligation
from docgen.check.document.plain import plain
from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.messages import say
from docgen.model.address import walk
from docgen.model.citation import cite
from docgen.model.finding import Severity
from docgen.model.level import Level
from docgen.model.tree import Provision


@dataclass(frozen=True, slots=True)
class Met:
    """One obligation and the lines at which the document meets it; none: it is missing."""

    obligation: Obligation
    lines: tuple[int, ...]


def obligations_met(reviewed: Reviewed) -> tuple[Met, ...]:
    """Return every obligation of the framework that this kind of document settles, with the lines that meet it."""
    windows = tuple(_windows(reviewed))
    return tuple(Met(one, tuple(dict.fromkeys(line for line, words in windows if one.is_met(words))))
                 for one in reviewed.obligations if reviewed.kind in one.documents and _applies(reviewed, one))


def obligations_are_met(reviewed: Reviewed) -> Iterator[Remark]:
    """Name what the framework asks for and the document does not have."""
    for met in obligations_met(reviewed):
        if not met.lines:
            edition = reviewed.law.registers.get(met.obligation.edition)
            place = cite(met.obligation.address, edition.name if edition else met.obligation.edition)
            yield remark("review-obligation-missing", _severity(reviewed, met.obligation),
                         say("Not found in the document: {says} ({place}).", says=met.obligation.says, place=place),
                         say("docgen show \"{place}\" prints the provision; settle who does it, how, by when.",
                             place=place))


def _severity(reviewed: Reviewed, one: Obligation) -> Severity:
    if one.unless and reviewed.facts is None:
        return "note"  # whether it applies at all, only the facts of the cell could tell
    return "error" if one.needed else "warning"


def _applies(reviewed: Reviewed, one: Obligation) -> bool:
    facts = reviewed.facts
    return not (one.unless and facts is not None and one.unless in facts.given and not facts.get(one.unless))


def _windows(reviewed: Reviewed) -> Iterator[tuple[int, str]]:
    """Yield each khoản with its điểm, and each Điều without khoản, under the heading it stands below."""
    for _, node in walk(reviewed.paper.regulation):
        if node.level not in (Level.ARTICLE, Level.HEADING, Level.CLAUSE, Level.CHAPTER, Level.SECTION):
            continue
        below = [child for child in node.children if isinstance(child, Provision)]
        clauses = [child for child in below if child.level is Level.CLAUSE]
        for clause in clauses:
            yield clause.line - 1, plain(f"{node.heading}\n{_whole(clause)}")
        loose = [child for child in below if child.level in (Level.PARAGRAPH, Level.POINT)]
        if node.text or loose:
            words = "\n".join((node.heading, node.text, *(_whole(child) for child in loose)))
            yield node.line - 1, plain(words)


def _whole(node: Provision) -> str:
    return "\n".join(f"{one.heading} {one.text}" for one in node.walk() if isinstance(one, Provision))
