"""Replacements agree on both sides and between registers: who, when, and no hole or overlap of force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from docgen.check.subject import Subject
from docgen.messages import Message, say
from docgen.model.finding import Finding
from docgen.versions.edition_id import slug
from docgen.versions.register import Edition, Relation, Replacement, Work
from docgen.versions.registers import Registers


def replacements_agree(subject: Subject) -> Iterator[Finding]:
    """Compare every statement with the entry it names, and with the statement made there."""
    registers = subject.registers
    for work, edition in subject.entries():
        named: tuple[Replacement | Relation, ...] = (*edition.replaces, *edition.replaced_by, *edition.relations)
        for one in named:
            yield from _target_agrees(registers, work, edition, one)
        for statement in edition.replaces:
            if old := target_of(registers, statement):
                yield from _pair(work, edition, statement, old)
        for statement in edition.replaced_by:
            new = target_of(registers, statement)
            if new and _answer(new.replaces, edition, registers) is None:
                yield _one_sided(work, edition, statement, new, "replaces")
    yield from _circles(subject)


def target_of(registers: Registers, statement: Replacement | Relation) -> Edition | None:
    """Return the entry a statement names, by id or by number and date; None if no register has it."""
    if statement.edition:
        return registers.get(statement.edition)
    found = registers.numbered(statement.number, statement.issued_on)
    return found[0] if len(found) == 1 else None


def _target_agrees(registers: Registers, work: Work, edition: Edition,
                   statement: Replacement | Relation) -> Iterator[Finding]:
    target = target_of(registers, statement)
    if target is None:
        if statement.edition:
            yield _finding("replacement-unknown", work, statement.line, say(
                "{edition} names '{other}', which stands in no register.", edition=edition.id,
                other=statement.edition), say("Add an entry for it, or correct the id."))
        return
    issued, said = target.issued_on.date, statement.issued_on
    if (statement.number and slug(statement.number) != slug(target.number)) or (
            issued and said and not issued.may_be(said)):
        yield _finding("replacement-target-differs", work, statement.line, say(
            "{edition} names {number} of {date}; the entry of {other} says {known} of {issued}.", edition=edition.id,
            number=statement.number or "-", date=said or "-", other=target.id, known=target.number or "-",
            issued=issued or "-"), say("Number and date together identify a document; correct the wrong side."))


def _pair(work: Work, new: Edition, statement: Replacement, old: Edition) -> Iterator[Finding]:
    answer = next((one for one in old.replaced_by if one.edition == new.id or (
        not one.edition and slug(one.number) == slug(new.number))), None)
    if answer is None:
        yield _one_sided(work, new, statement, old, "replaced_by")
    elif answer.date != statement.date:
        yield _finding("replacement-dates-differ", work, statement.line, say(
            "{new} replaces {old} from {date} by its own entry, from {other} by the entry of {old}.", new=new.id,
            old=old.id, date=statement.date or "?", other=answer.date or "?"),
            say("The two statements speak of one event; make them agree."))
    new_issued, old_issued = new.issued_on.date, old.issued_on.date
    if new_issued and old_issued and new_issued.latest < old_issued.earliest:
        yield _finding("replacement-order", work, statement.line, say(
            "{new}, issued {issued}, cannot replace {old}, issued later ({later}).", new=new.id, issued=new_issued,
            old=old.id, later=old_issued), say("Look the dates of issue up in the source."))
    yield from _interval(work, new, statement, old)


def _interval(work: Work, new: Edition, statement: Replacement, old: Edition) -> Iterator[Finding]:
    """Compare the last day of the old text with the first day of the new; only days, a year alone proves nothing."""
    until = old.in_force_until.date if old.in_force_until else None
    start = new.in_force_from.date
    first = statement.date if statement.date and statement.date.is_day else start
    if until and until.is_day and first and first.is_day:
        expected = first.earliest - timedelta(days=1)
        if until.earliest != expected:
            code = "interval-overlap" if until.earliest > expected else "interval-hole"
            yield _finding(code, work, statement.line, say(
                "{old} is in force until {until}, {new} takes its place on {first}.", old=old.id, until=until,
                new=new.id, first=first), say("The last day of the old text is the day before: {expected}.",
                                              expected=expected))
    if statement.date and start and not statement.date.may_be(start):
        code = "interval-hole" if statement.date.latest < start.earliest else "interval-overlap"
        yield _finding(code, work, statement.line, say(
            "{new} replaces {old} from {date}, but is itself in force from {start}.", new=new.id, old=old.id,
            date=statement.date, start=start), say("Look up in the source from when it replaces the other."))


def _answer(statements: tuple[Replacement, ...], edition: Edition, registers: Registers) -> Replacement | None:
    return next((one for one in statements if (found := target_of(registers, one)) and found.id == edition.id), None)


def _one_sided(work: Work, edition: Edition, statement: Replacement, other: Edition, missing: str) -> Finding:
    return _finding("replacement-one-sided", work, statement.line, say(
        "{edition} names {other}, but the entry of {other} has no '{missing}' that names it back.",
        edition=edition.id, other=other.id, missing=missing),
        say("Add the statement to the entry of {other}, with the same date and source.", other=other.id))


def _circles(subject: Subject) -> Iterator[Finding]:
    """Find texts that replace each other in a ring."""
    registers = subject.registers
    done: set[str] = set()
    for work, edition in subject.entries():
        trail: list[str] = []
        here: Edition | None = edition
        while here is not None and here.id not in trail:
            trail.append(here.id)
            here = next((found for statement in here.replaces if (found := target_of(registers, statement))), None)
        if here is not None and here.id == edition.id and edition.id not in done:
            done.update(trail)
            yield _finding("replacement-circle", work, edition.line, say(
                "These replace each other in a ring: {ring}.", ring=" → ".join((*trail, edition.id))),
                say("One of the statements is the wrong way round."))


def _finding(code: str, work: Work, line: int, message: Message, remedy: Message) -> Finding:
    return Finding(code=code, severity="error", file=work.file, line=line, message=message, remedy=remedy)
