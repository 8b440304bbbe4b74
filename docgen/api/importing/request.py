"""What a person asks for when a text is brought in, read strictly: the number and the day decide what text it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.errors import WrongUsage
from docgen.messages import say
from docgen.versions.edition_id import EDITION_ID, edition_id, slug
from docgen.versions.legal_date import LegalDate, parse_legal_date

_NUMBER = re.compile(r"(?P<figure>\d+[A-ZĐ]?)(?:[-/](?P<year>\d{4}))?[-/][A-ZĐ]+[A-ZĐ0-9]*(?:[-/][A-ZĐ0-9]+)*")
_NO_NUMBER = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_DAY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_LAST_NUMBER = 99999
"""Numbers begin again every term or year; none has six figures."""
_FIRST_YEAR = 1930
"""The Party was founded in that year."""

_STROKES = {"QD": "QĐ", "ND": "NĐ", "DU": "ĐU"}
"""Abbreviations that lose their stroke on a keyboard without Vietnamese letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """One file and what the person says of it; `kind` instead of `number` for a text that bears no number."""

    file: Path
    number: str
    issued_on: LegalDate
    work: str
    kind: str = ""
    repair: bool = False
    dry_run: bool = False
    correct: str = ""
    publish: bool = True

    @property
    def edition(self) -> str:
        """Return the id of the edition that is meant."""
        return edition_id(self.number, self.issued_on.year, self.kind)


def read_request(
    file: Path, number: str, issued: str, work: str, correct: str = "", **more: object,
) -> ImportRequest:
    """Read what was typed; what cannot be is a sentence: a 30 February, a number without its kind."""
    day = _issued(issued)
    figure, kind = _number(number, day)
    wanted = work.strip()
    if not EDITION_ID.fullmatch(wanted):
        raise WrongUsage(say("'{name}' is no name for a work.", name=work),
                         say("Use lower-case ASCII letters, digits and hyphens, as in {example}.",
                             example=slug(work) or "hoi-quan-chung"))
    return ImportRequest(file=file, number=figure, kind=kind, issued_on=day, work=wanted,
                         correct=" ".join(correct.split()), **more)  # type: ignore[arg-type]  # switches by their names


def _issued(text: str) -> LegalDate:
    typed = text.strip()
    day = parse_legal_date(typed)
    if day is None and (match := _DAY.fullmatch(typed)):
        day = parse_legal_date(f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}")
    if day is None:
        raise WrongUsage(say("'{value}' is no day of the calendar.", value=text),
                         say("Write it as 2026-03-15 or 15/3/2026; if only the year is known: 2026."))
    if day.year < _FIRST_YEAR or day.earliest > date.today():
        raise WrongUsage(say("No text can have been issued on {date}.", date=day),
                         say("Look up the date of issue at the head of the text."))
    return day


def _number(text: str, issued: LegalDate) -> tuple[str, str]:
    """Return number and kind: one of the two is empty."""
    typed = " ".join(text.split())
    bare = re.sub(r"^(?:số|so)[\s:.]+", "", typed, flags=re.IGNORECASE).replace(" ", "").replace("Ð", "Đ")
    match = _NUMBER.fullmatch(bare.upper().replace("–", "-"))
    if match and 0 < int(re.sub(r"\D", "", match["figure"])) <= _LAST_NUMBER:
        if match["year"] and int(match["year"]) != issued.year:
            raise WrongUsage(
                say("The number {number} bears the year {year}, but the date of issue is {date}.", number=typed,
                    year=match["year"], date=issued),
                say("Correct the number or the date."))
        return "".join(_STROKES.get(part, part) for part in re.split(r"([-/])", match[0])), ""
    if _NO_NUMBER.fullmatch(typed):
        return "", typed
    raise WrongUsage(
        say("'{number}' is no number of a document: the kind and the body are missing.", number=text)
        if re.fullmatch(r"\d+[a-zA-Z]?", bare) else say("'{number}' is no number of a document.", number=text),
        say("Write it as printed: 162-QĐ/TW; a text without a number by its name: \"Điều lệ Đảng\"."))
