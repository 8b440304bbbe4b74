"""Number and date printed at the head of a text are those of its register entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.subject import Subject
from docgen.messages import say
from docgen.model.finding import Finding
from docgen.versions.edition_id import slug
from docgen.versions.legal_date import LegalDate, parse_legal_date
from docgen.versions.library import HeldText

_NUMBER = re.compile(r"Số\s*:?\s*(\d+\w*\s*-\s*[A-ZĐ]{2,}(?:/[A-ZĐ]+)?)")
_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")


def letterhead_agrees(subject: Subject) -> Iterator[Finding]:
    """Compare the printed number and date, and the head of the file, with the register."""
    for held in subject.texts:
        if held.edition is None:
            continue
        lines = [line for line in held.regulation.letterhead if isinstance(line, str)]
        for line in lines:
            if (number := _NUMBER.search(line)) and slug(number[1]) != slug(held.edition.number):
                yield _differs(held, number[1], held.edition.number)
            if (printed := _DATE.search(line)) and not _same_day(_day(printed), held.edition.issued_on.date):
                yield _differs(held, printed[0], held.edition.issued_on.to_json() or "-")
        given = dict(held.regulation.metadata)
        expected = {"edition": held.edition.id, "work": held.edition.work, "number": held.edition.number,
                    "issued_on": held.edition.issued_on.to_json() or ""}
        for name, value in expected.items():
            if given.get(name) and value and given[name] != value:
                yield _differs(held, given[name], value)


def _day(match: re.Match[str]) -> LegalDate | None:
    return parse_legal_date(f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}")


def _same_day(printed: LegalDate | None, registered: LegalDate | None) -> bool:
    return printed is not None and (registered is None or printed.may_be(registered))


def _differs(held: HeldText, printed: str, registered: str) -> Finding:
    return Finding(
        code="letterhead-differs", severity="error", file=held.file,
        message=say("The head of the text says '{printed}', the register '{registered}'.", printed=printed,
                    registered=registered),
        remedy=say("See which is right on the signed paper, and correct the other."))
