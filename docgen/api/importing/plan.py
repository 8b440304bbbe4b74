"""What becomes of a text that is brought in: new, added to what is held, put in place of it, or nothing to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from docgen.api.importing.checks import held_part, place_of, wholeness
from docgen.api.importing.doubts import day_differs, doubts, number_differs
from docgen.api.importing.entry import HeldFile, answers, entry_of
from docgen.api.importing.facts import StatedFacts, stated_facts
from docgen.api.importing.filling import Difference, SideBySide, side_by_side
from docgen.api.importing.letterhead import vouched
from docgen.api.importing.reading import ReadSource, settled
from docgen.api.importing.request import ImportRequest
from docgen.api.importing.rows import corrected, corrections_between, still_true
from docgen.errors import NotPossible
from docgen.messages import say
from docgen.model.finding import FaultsFound, Finding, has_errors
from docgen.model.tree import Gap, Regulation
from docgen.publish.markdown import write
from docgen.versions.legal_date import LegalDate
from docgen.versions.library import HeldText, Library, sha256
from docgen.versions.passages import Passage, passages, unnested
from docgen.versions.register import Correction, Edition, Source

Action = Literal["new", "text", "filled", "corrected", "unchanged"]
"""A new edition; the text of one only listed so far; a gap filled; another text put in place; nothing to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """Everything that is decided before anything is written."""

    request: ImportRequest
    read: ReadSource
    action: Action
    stated: StatedFacts
    entry: Edition
    others: tuple[Edition, ...]
    text: str
    regulation: Regulation
    known: Edition | None
    findings: tuple[Finding, ...]
    added: tuple[Passage, ...] = ()
    differences: tuple[Difference, ...] = ()
    already: bool = False

    @property
    def changes_register(self) -> bool:
        """Tell whether the register says anything new."""
        return self.entry != self.known or bool(self.others)


class OtherText(FaultsFound):
    """The edition is held with other words; nothing was written, and every place where they differ is listed."""

    def __init__(self, findings: tuple[Finding, ...], differences: tuple[Difference, ...]) -> None:
        super().__init__(findings)
        self.differences = differences


@dataclass(frozen=True, slots=True)
class _Result:
    action: Action
    regulation: Regulation
    corrections: tuple[Correction, ...]
    side: SideBySide | None = None


def plan_import(library: Library, request: ImportRequest, read: ReadSource, person: str) -> ImportPlan:
    """Decide what is to be written; raises FaultsFound with every error there is."""
    registers = library.registers
    known = registers.get(request.edition)
    if request.repair:
        from docgen.api.importing.repair import with_repairs

        read = with_repairs(library, request, read)
    stated = stated_facts(read.regulation)
    held, doubt = _held(library, known)
    findings = [*read.findings, *doubt, *place_of(library, request, known), *wholeness(request, read, known),
                *doubts(request, stated, known, registers)]
    if has_errors(findings):
        raise FaultsFound(findings)
    already = known is not None and any(one.sha256 == read.sha256 for one in known.sources)
    pattern = Correction(was="", now="", why=request.correct, evidence=str(say("{file} (SHA-256 {hash}…)",
                         file=request.file.name, hash=read.sha256[:12])), by=person, made_on=_today())
    result = _result(_Case(request, read, stated, known, held, already), pattern)
    if result.side is not None and known is not None:
        findings += held_part(request, result.action, result.regulation, result.side, known)
    text = write(result.regulation)
    if known is not None and result.action == "unchanged":
        entry = replace(known, publish=known.publish and request.publish)
        others: tuple[Edition, ...] = ()
    else:
        file = HeldFile(
            file=(known.file if known else "") or f"regulations/{request.work}/{request.edition}.md",
            sha256=sha256(text.encode()), completeness="partial" if _gaps(result.regulation) else "full",
            sources=_sources(read, known), corrections=result.corrections)
        entry = entry_of(request, stated, file, known, registers)
        others = answers(entry, registers)
    return ImportPlan(
        request=request, read=read, action=result.action, stated=stated, entry=entry, others=others, text=text,
        regulation=result.regulation, known=known, findings=tuple(findings), already=already,
        added=result.side.added if result.side else (), differences=result.side.differences if result.side else ())


@dataclass(frozen=True, slots=True)
class _Case:
    request: ImportRequest
    read: ReadSource
    stated: StatedFacts
    known: Edition | None
    held: HeldText | None
    already: bool


def _result(case: _Case, pattern: Correction) -> _Result:
    """Return the text as it is to be kept, and why."""
    request, known, held = case.request, case.known, case.held
    new, rows = case.read.regulation, case.read.corrections
    if request.correct and (number_differs(request, case.stated) or day_differs(request, case.stated)):
        new, made = vouched(new, request, case.stated, pattern)
        rows += made
    if held is None or known is None:
        return _Result("text" if known else "new", settled(new, request), rows)
    new = settled(unnested(corrected(passages(new), known.corrections), new.metadata), request)
    side = side_by_side(held.regulation, new)
    if case.already and not request.correct:
        return _Result("unchanged", held.regulation, known.corrections, side)
    if side.added and side.alike and not request.correct:
        whole = settled(side.regulation, request)
        return _Result("filled", whole, (*known.corrections, *_in(whole, rows, side.added)), side)
    if not side.other_words and not side.added:
        return _Result("unchanged", held.regulation, known.corrections, side)
    if not request.correct:
        raise OtherText((_other_text(request, known, side),), side.differences)
    repairs = _in(new, rows, passages(new))
    # what the repairs change is on record by themselves; the person answers for the rest
    held_too = unnested(corrected(passages(held.regulation), repairs), held.regulation.metadata)
    rest = side_by_side(settled(held_too, request), new) if repairs else side
    made = corrections_between(new, rest.differences, pattern)
    return _Result("corrected", new, (*still_true(new, known), *repairs, *made), side)


def _in(regulation: Regulation, rows: tuple[Correction, ...], parts: tuple[Passage, ...]) -> tuple[Correction, ...]:
    """Return the repairs that stand in a text, in one of the passages that were taken over."""
    taken = {part.words for part in parts}
    standing = [part for part in passages(regulation) if part.words in taken]
    return tuple(row for row in rows if any(row.now in part.words for part in standing
                                            if (row.zone == part.zone if row.zone else part.address == row.address)))


def _held(library: Library, known: Edition | None) -> tuple[HeldText | None, tuple[Finding, ...]]:
    """Return the text as it is held; one that the register does not vouch for is an error."""
    if known is None or known.completeness == "none":
        return None, ()
    try:
        held = library.text(known)
    except NotPossible:
        if library.path(known).exists():
            raise
        return None, ()  # the file is gone: it is written anew
    if not known.sha256 or held.sha256 == known.sha256:
        return held, ()
    return held, (Finding(
        code="import-hash-differs", severity="error", file=held.file, message=say(
            "The text held of {edition} was changed by hand and is not the one the register vouches for.",
            edition=known.id),
        remedy=say("Run docgen check and settle that first; nothing is put over it.")),)


def _other_text(request: ImportRequest, known: Edition, side: SideBySide) -> Finding:
    if not side.alike:
        return Finding(
            code="import-text-differs", severity="error", file=str(request.file), message=say(
                "This is hardly the text of {edition}: of the words held of it, {share} % stand in the file.",
                edition=known.id, share=int(side.shared * 100)),
            remedy=say("Check that this is the right file. If it is, and what is held is wrong, repeat the command "
                       "with --correct \"reason\"."))
    return Finding(
        code="import-text-differs", severity="error", file=str(request.file), message=say(
            "{edition} is held with other words: {count} place(s) differ.", edition=known.id,
            count=len(side.other_words)),
        remedy=say("If this file is right, repeat the command with --correct \"reason\"; every change is then put on "
                   "record."))


def _sources(read: ReadSource, known: Edition | None) -> tuple[Source, ...]:
    before = known.sources if known else ()
    if any(one.sha256 == read.sha256 for one in before):
        return before
    share = "1.0" if read.coverage.share == 1.0 else f"{read.coverage.share:.4f}"
    return (*before, Source(what=str(say("{kind} {file}, brought in with docgen import", kind=read.kind_words,
                                         file=read.name)), certainty="A-", sha256=read.sha256, coverage=share))


def _gaps(regulation: Regulation) -> tuple[Gap, ...]:
    return tuple(node for node in regulation.walk() if isinstance(node, Gap))


def _today() -> LegalDate:
    return LegalDate(date.today().isoformat())
