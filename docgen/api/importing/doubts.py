"""What a text says of itself held against what was given and what the register says; each disagreement names both.

The person's word alone is not enough against the paper, nor the paper's against the person: stamps, copies and
misread figures disagree in the wild. So a number or a day that differs stops the import, until the person says with
--correct why the one given is right; then the line of the letterhead is corrected and the correction is on record.
A title, a kind, an issuing body or a replaced document that differs is a warning: the register stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.api.importing.facts import StatedFacts
from docgen.api.importing.request import ImportRequest
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding, Severity
from docgen.versions.edition_id import slug
from docgen.versions.register import Edition
from docgen.versions.registers import Registers
from docgen.vietnamese.syllables import words

KINDS = {"QĐ": ("Quy định", "Quyết định"), "HD": ("Hướng dẫn",), "QC": ("Quy chế",), "NQ": ("Nghị quyết",),
         "CT": ("Chỉ thị",), "KL": ("Kết luận",), "TB": ("Thông báo",), "KH": ("Kế hoạch",), "QT": ("Quy trình",),
         "NĐ": ("Nghị định",), "TT": ("Thông tư", "Thông tri"), "CV": ("Công văn",), "ĐL": ("Điều lệ",)}
"""Kinds of document by the letters in a number."""


def kinds_of(number: str) -> tuple[str, ...]:
    """Return the kinds of document a number can belong to; none if its letters are not known."""
    return next((KINDS[part] for part in number.replace("/", "-").split("-") if part in KINDS), ())


def doubts(request: ImportRequest, stated: StatedFacts, entry: Edition | None, registers: Registers) -> list[Finding]:
    """Return every disagreement; those about number and day are errors unless the person vouches for them."""
    return [*_number(request, stated), *_day(request, stated, entry), *_kind(request, stated, entry),
            *_register(request, stated, entry), *_replaced(request, stated, entry, registers)]


def number_differs(request: ImportRequest, stated: StatedFacts) -> bool:
    """Tell whether the text prints another number than the one given."""
    return bool(stated.number and request.number and slug(stated.number) != slug(request.number))


def day_differs(request: ImportRequest, stated: StatedFacts) -> bool:
    """Tell whether the text prints another day than the one given; a day that no calendar has is another one."""
    return bool(stated.impossible_date or (stated.issued_on and not stated.issued_on.may_be(request.issued_on)))


def _number(request: ImportRequest, stated: StatedFacts) -> Iterator[Finding]:
    if number_differs(request, stated):
        yield _finding(request, "import-number-differs", "warning" if request.correct else "error", say(
            "The text prints the number {printed}; {given} was given.", printed=stated.number, given=request.number),
            _vouch())
    elif request.number and not stated.number:
        yield _finding(request, "import-not-stated", "note", say(
            "The text does not print its number; {given} is the word of the person alone.", given=request.number))
    elif request.kind and stated.number:
        yield _finding(request, "import-number-differs", "warning" if request.correct else "error", say(
            "The text prints the number {printed}; none was given.", printed=stated.number), _vouch())


def _day(request: ImportRequest, stated: StatedFacts, entry: Edition | None) -> Iterator[Finding]:
    if stated.impossible_date:
        yield _finding(request, "import-date-impossible", "warning" if request.correct else "error", say(
            "The text prints a day that no calendar has: {printed}.", printed=stated.impossible_date),
            say("Compare with the printed original; {given} is taken, as it was given.", given=request.issued_on)
            if request.correct else _vouch())
    elif day_differs(request, stated):
        yield _finding(request, "import-date-differs", "warning" if request.correct else "error", say(
            "The text prints {printed} as its date of issue; {given} was given.", printed=stated.issued_on,
            given=request.issued_on), _vouch())
    elif stated.issued_on is None:
        yield _finding(request, "import-not-stated", "note", say(
            "The text does not print its date of issue; {given} is the word of the person alone.",
            given=request.issued_on))
    known = entry.issued_on.date if entry else None
    if known and not known.may_be(request.issued_on):
        yield _finding(request, "import-date-differs", "error", say(
            "The register says that {edition} was issued on {known}; {given} was given.",
            edition=entry.id if entry else "", known=known, given=request.issued_on),
            say("Look the date up in the signed paper and correct the wrong side."))


def _kind(request: ImportRequest, stated: StatedFacts, entry: Edition | None) -> Iterator[Finding]:
    if stated.kind and (expected := kinds_of(request.number)) and stated.kind not in expected:
        yield _finding(request, "import-kind-differs", "warning", say(
            "The text calls itself {printed}; the number {number} belongs to: {kinds}.", printed=stated.kind,
            number=request.number, kinds=", ".join(expected)), say("Check that this is the right file."))
    elif entry and stated.kind and entry.kind != stated.kind:
        yield _register_says(request, "import-kind-differs", stated.kind, entry.kind)


def _register(request: ImportRequest, stated: StatedFacts, entry: Edition | None) -> Iterator[Finding]:
    if entry is None:
        return
    for code, printed, known in (("import-title-differs", stated.title, entry.title),
                                 ("import-issuer-differs", stated.issuer, entry.issuer)):
        if printed and known and words(printed.removeprefix("về ")) != words(known.removeprefix("về ")):
            yield _register_says(request, code, printed, known)


def _replaced(
    request: ImportRequest, stated: StatedFacts, entry: Edition | None, registers: Registers,
) -> Iterator[Finding]:
    for one in stated.replaces:
        named = registers.numbered(one.number, one.issued_on)
        before = entry.replaces if entry else ()
        known = next((said for said in before if slug(said.number) == slug(one.number)), None)
        if known and one.issued_on and known.issued_on and not known.issued_on.may_be(one.issued_on):
            yield _finding(request, "import-replaces-differs", "warning", say(
                "The text says that it replaces {number} of {printed}; the register says of {known}.",
                number=one.number, printed=one.issued_on, known=known.issued_on), _both())
        elif before and known is None:
            yield _finding(request, "import-replaces-differs", "warning", say(
                "The text says that it replaces {number}; the register names {known}.", number=one.number,
                known=", ".join(said.number or said.edition for said in before)), _both())
        if len(named) == 1 and named[0].work != request.work:
            yield _finding(request, "import-work-differs", "warning", say(
                "The text replaces {number}, which belongs to the work {other}; {given} was given.",
                number=one.number, other=named[0].work, given=request.work),
                say("Texts that replace each other are one work; check --work."))
        if not named and one.issued_on is None:
            yield _finding(request, "import-replaces-differs", "warning", say(
                "The text says that it replaces {number}, without a date; that is not put on record.",
                number=one.number), say("Add it to the register once the date is known."))


def _register_says(request: ImportRequest, code: str, printed: str, known: str) -> Finding:
    return _finding(request, code, "warning", say("The text says '{printed}', the register '{known}'.",
                                                  printed=printed, known=known), _both())


def _both() -> Message:
    return say("The register was left as it is; see which is right and correct the other.")


def _vouch() -> Message:
    return say("Check that this is the right file and correct what was given. If the text misprints it (a stamp, a "
               "misread figure), say so with --correct \"reason\": the line is corrected and the reason kept.")


def _finding(request: ImportRequest, code: str, severity: Severity, message: Message,
             remedy: Message = NOTHING) -> Finding:
    return Finding(code=code, severity=severity, file=str(request.file), message=message, remedy=remedy)
