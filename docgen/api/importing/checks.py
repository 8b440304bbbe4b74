"""Whether a text can be taken as it is: has it a place, is it whole, does what was held of it agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.api.importing.filling import Difference, SideBySide
from docgen.api.importing.reading import ReadSource
from docgen.api.importing.request import ImportRequest
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding, Severity
from docgen.model.tree import Regulation
from docgen.publish.import_report import word_differences
from docgen.versions.library import Library
from docgen.versions.register import Edition


def place_of(library: Library, request: ImportRequest, known: Edition | None) -> Iterator[Finding]:
    """Find out whether the text has a place: its work, its file, its number."""
    root, registers = library.workspace.root, library.registers
    if known is not None and known.work != request.work:
        yield _finding(request, "import-work-differs", "error", say(
            "{edition} belongs to the work {known}; {given} was given.", edition=known.id, known=known.work,
            given=request.work), say("Give --work {known}.", known=known.work))
    path = root / "regulations" / request.work / f"{request.edition}.md"
    if (known is None or known.completeness == "none") and path.exists():
        yield _finding(request, "import-file-in-the-way", "error", say(
            "{path} exists already, and no register knows it.", path=library.workspace.relative(path)),
            say("Move it away, or register it as docs/so-dang-ky.md tells."))
    for other in registers.numbered(request.number) if request.number else ():
        if other.id != request.edition:
            yield _finding(request, "import-number-twice", "note", say(
                "{number} is also the number of {other}, issued on {date}; number and date together tell them apart.",
                number=request.number, other=other.id, date=other.issued_on.date or "?"))
    if known is None and all(work.slug != request.work for work in registers.works):
        from difflib import get_close_matches

        near = get_close_matches(request.work, [work.slug for work in registers.works], n=1, cutoff=0.8)
        yield _finding(request, "import-work-new", "warning" if near else "note", say(
            "The work {work} is new; a register is made for it.", work=request.work),
            say("If {near} was meant, undo this commit and repeat the command with it.", near=near[0]) if near
            else NOTHING)


def wholeness(request: ImportRequest, read: ReadSource, known: Edition | None) -> Iterator[Finding]:
    """Find out whether the file is one whole issued text and whether all of it arrived."""
    severity: Severity = "warning" if request.correct else "error"
    for line in read.coverage.missing:
        yield replace(_finding(request, "import-line-missing", severity, say(
            "This line of the source is not in the text: '{text}'", text=line.text[:80]),
            say("Send the file to whoever looks after docgen; --correct \"reason\" takes the text without the line.")),
            line=line.line)
    if read.named and read.named != request.edition:
        yield _finding(request, "import-number-differs", severity, say(
            "The head of the file names the edition {printed}; {given} was given.", printed=read.named,
            given=request.edition), say("Check that this is the right file and correct what was given."))
    for line in read.coverage.misplaced:
        yield replace(_finding(request, "import-line-misplaced", "warning", say(
            "This line may stand at a wrong place of the text: '{text}'", text=line.text[:80]),
            say("Compare with the printed original.")), line=line.line)
    if not read.regulation.title and (known is None or known.completeness == "none"):
        yield _finding(request, "import-no-title", severity, say(
            "No title such as QUY ĐỊNH or HƯỚNG DẪN was found: this is no issued text, or its head is missing."),
            say("Take the official text; --correct \"reason\" if it is one all the same."))


def held_part(
    request: ImportRequest, action: str, result: Regulation, side: SideBySide, known: Edition,
) -> Iterator[Finding]:
    """Tell where the part held before differs from the source: it stayed as it was."""
    if action == "filled":
        for one in side.other_words:
            yield replace(_finding(request, "import-held-differs", "warning", _difference(one), say(
                "The held words stayed. If the source is right, correct the text and its register.")),
                address=one.place)
        if known.note:
            yield _finding(request, "import-note", "warning", say(
                "The note of {edition} may no longer be true: '{note}'", edition=known.id, note=_short(known.note)),
                say("Read it again in versions/{work}.yaml.", work=known.work))
    elif action == "unchanged" and side.differences and not side.other_words:
        yield _finding(request, "import-spelling", "note", say(
            "{count} place(s) are only spelled otherwise (tone marks, i and y, dashes); the held text stayed.",
            count=len(side.differences)))
    if action == "filled" and not (result.signature or result.recipients):
        yield _finding(request, "import-no-end", "warning", say(
            "Neither Nơi nhận nor a signature was found at the end; the source may stop too early."),
            say("Where text is still missing, put a line […] into the source and import it again."))


def _difference(one: Difference) -> Message:
    held, new = one.words
    if not new:
        return say("The source does not have this: {words}", words=_short(held))
    if not held:
        return say("The source has this, which is not held: {words}", words=_short(new))
    return say("The source has other words here than the held text: {changes}", changes=word_differences(held, new))


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:157].rstrip()}…"


def _finding(request: ImportRequest, code: str, severity: Severity, message: Message,
             remedy: Message = NOTHING) -> Finding:
    return Finding(code=code, severity=severity, file=str(request.file), message=message, remedy=remedy)
