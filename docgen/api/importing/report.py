"""The report of an import, put together from what was decided and what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.api.importing.filling import Difference
from docgen.api.importing.plan import ImportPlan, OtherText
from docgen.messages import Message, say
from docgen.model.citation import cite, gap_sentence
from docgen.model.level import Level
from docgen.model.tree import Gap, Provision
from docgen.publish.import_report import ImportReport, LeftLine, Place, Said, changes, import_report
from docgen.publish.lines import Screen
from docgen.reader.source import SourceLine
from docgen.versions.recording import Done
from docgen.versions.register import Edition
from docgen.vietnamese.syllables import words

_BEHIND_REPORT = frozenset({"reader-furniture", "reader-noise"})
"""Findings that say a second time which lines were left out."""


def report_of(
    plan: ImportPlan, done: Done, without: Message | None, said: tuple[Message, ...], lines: tuple[str, ...] = (),
) -> ImportReport:
    """Return what is to be told; `said` while it was done, `lines` those of the registers that a dry run would change.
    """
    entry, read = plan.entry, plan.read
    wrote = plan.action != "unchanged" or plan.changes_register
    return ImportReport(
        action="marked" if plan.action == "unchanged" and plan.changes_register else plan.action, edition=entry.id,
        name=f"{entry.name} {entry.title}".strip() if entry.number else entry.name, file=read.name,
        source=_source(plan), source_remarks=read.remarks, dry_run=plan.request.dry_run, counts=_counts(plan),
        share="1.0" if read.coverage.share == 1.0 else f"{read.coverage.share:.4f}",
        missing=_lines(read.coverage.missing), dropped=_lines(read.dropped), said=tuple(_said(plan)),
        repairs=tuple(Place(row.address or row.zone, row.was, row.now) for row in read.corrections
                      if row in entry.corrections),
        differences=_places(plan.differences) if wrote else (),
        added=tuple(dict.fromkeys(part.place for part in plan.added)), completeness=entry.completeness,
        publish=entry.publish, written=tuple(_written(plan)) if wrote else (),
        entry=lines if wrote else (), commit=done.commit,
        tag=entry.id if done.tagged else "", remarks=tuple(_remarks(plan, done, without if wrote else None, said)),
        look=tuple(_look(plan, done)), findings=tuple(one for one in plan.findings if wrote
                                                      and one.code not in _BEHIND_REPORT))


def shown(report: ImportReport, screen: Screen) -> str:
    """Return the report as a person reads it."""
    return import_report(report, screen)


def differences_shown(other: OtherText, screen: Screen) -> str:
    """Return the places where a held text and a file differ, each with its words marked."""
    return "\n".join(changes(_places(other.differences), screen))


def differences_to_dict(other: OtherText) -> dict[str, object]:
    """Return the same for JSON, beside the findings."""
    return {"findings": [finding.to_dict() for finding in other.findings],
            "differences": [place.to_dict() for place in _places(other.differences)]}


def _places(differences: tuple[Difference, ...]) -> tuple[Place, ...]:
    return tuple(Place(one.place, *one.words) for one in differences if not one.spelling)


def _source(plan: ImportPlan) -> Message:
    read = plan.read
    if read.pages:
        return say("{kind} {file}, {pages} page(s)", kind=read.kind_words, file=read.name, pages=read.pages)
    return say("{kind} {file}", kind=read.kind_words, file=read.name)


def _counts(plan: ImportPlan) -> tuple[tuple[Level, int], ...]:
    counts = Counter(node.level for node in plan.read.regulation.walk() if isinstance(node, Provision))
    return tuple((level, counts[level]) for level in Level if counts[level])


def _lines(lines: tuple[SourceLine, ...]) -> tuple[LeftLine, ...]:
    return tuple(LeftLine(line.text, line.line, line.page) for line in lines)


def _said(plan: ImportPlan) -> Iterator[Said]:
    request, stated, known = plan.request, plan.stated, plan.known
    given = request.number or request.kind
    yield Said(say("number"), "number", stated.number, given, words(stated.number) == words(given))
    issued = stated.issued_on
    yield Said(say("issued on"), "issued_on", issued.text if issued else stated.impossible_date, request.issued_on.text,
               bool(issued and issued.may_be(request.issued_on)))
    yield Said(say("kind"), "kind", stated.kind)
    yield Said(say("title"), "title", stated.title, known.title if known else "",
               _same(stated.title, known.title) if known and known.title else None, known=True)
    yield Said(say("issued by"), "issuer", stated.issuer, known.issuer if known else "",
               _same(stated.issuer, known.issuer) if known and known.issuer else None, known=True)
    replaced = [f"{one.number}{f' ({one.issued_on})' if one.issued_on else ''}, {cite(one.address)}"
                for one in stated.replaces]
    yield Said(say("replaces"), "replaces", "; ".join(replaced))
    since = str(say("from the day it was signed")) if stated.in_force == "signed" else stated.in_force
    yield Said(say("law since"), "in_force", f"{since}, {cite(stated.in_force_at)}" if since else "")


def _same(printed: str, known: str) -> bool:
    return words(printed.removeprefix("về ")) == words(known.removeprefix("về "))


def _written(plan: ImportPlan) -> Iterator[tuple[str, Message]]:
    held = {"full": say("the text, held in full"), "partial": say("the text, held in part")}
    if plan.action != "unchanged":
        yield plan.entry.file, held.get(plan.entry.completeness, say("the text"))
    by_work: dict[str, list[Edition]] = {}
    for edition in (plan.entry, *plan.others):
        by_work.setdefault(edition.work, []).append(edition)
    for slug, editions in by_work.items():
        yield f"versions/{slug}.yaml", say("register: {editions}", editions=", ".join(one.id for one in editions))


def _remarks(
    plan: ImportPlan, done: Done, without: Message | None, said: tuple[Message, ...],
) -> Iterator[Message]:
    yield from said
    if without:
        yield without
    if done.commit:
        yield (say("git: commit {commit}, tag {tag}", commit=done.commit[:10], tag=plan.entry.id) if done.tagged else
               say("git: commit {commit}; the tag {tag} exists already and was not moved", commit=done.commit[:10],
                   tag=plan.entry.id))
    if plan.already and plan.action == "unchanged":
        yield say("This very file was brought in before; it is on record in the register.")
        if others := [one for one in plan.differences if not one.spelling]:
            yield say('Read again it has other words in {count} place(s) than the text held; they are taken with '
                      '--correct "reason".', count=len(others))
    elif plan.action == "unchanged" and not plan.changes_register:
        yield say("The text is held already with these words.")


def _look(plan: ImportPlan, done: Done) -> Iterator[Message]:
    """Say what no program can settle."""
    if plan.action == "unchanged" or plan.request.dry_run:
        return
    for node in plan.regulation.walk():
        if isinstance(node, Gap):
            yield say("Still not held: {gap}", gap=gap_sentence(node.text))
    if plan.read.dropped:
        yield say("The lines left out above: is one of them part of the text?")
    if plan.stated.capitals:
        yield say("The title was printed in capitals; in the register it stands in small letters. Put the capitals of "
                  "names back there.")
    if plan.entry.issued_on.certainty == "C" or not plan.stated.number:
        yield say("Number and date of issue against the signed paper.")
    yield say("The text against the paper, line by line: docgen show {edition}", edition=plan.entry.id)
    if plan.entry.corrections:
        yield say("{count} correction(s) on record; as the source has it: docgen show {edition} --as-printed",
                  count=len(plan.entry.corrections), edition=plan.entry.id)
    yield say("Faults a program can find: docgen check")
    if done.commit:
        yield say("If all this was a mistake: git revert {commit}", commit=done.commit[:10])
