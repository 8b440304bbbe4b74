"""What a text says of itself: number, date, kind, title, who issued it, since when it is law, what it replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docgen.model.address import walk
from docgen.model.references import references
from docgen.model.tree import Regulation
from docgen.reader.zones import KINDS, PARTY
from docgen.versions.legal_date import LegalDate, parse_legal_date

_PART = r"[A-ZĐÐ][A-ZĐÐ0-9]*"
number_pattern = re.compile(
    rf"Số\s*[:.]?\s*(?P<number>\d+[a-z]?(?:/\d{{4}})?\s*[-–/]\s*{_PART}(?:\s*[-–/]\s*{_PART})*)")
date_pattern = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_YEAR = re.compile(r"ngày\D{0,20}tháng\D{0,20}\d{0,2}\D{0,12}năm\s+(\d{4})")
_THIS = r"(?:Quy định|Hướng dẫn|Quy chế|Quyết định|Chỉ thị|Kết luận|Nghị quyết|Điều lệ|Thông báo)\s+này"
_REPLACES = re.compile(rf"{_THIS}\s.{{0,60}}?thay thế(?:\s+cho)?\s+([^.;]+)")
_IN_FORCE = re.compile(
    rf"{_THIS}\s(?:.{{0,160}}?\s)?có hiệu lực(?:\s+thi hành)?\s+(?:kể\s+)?từ\s+ngày\s+(?:(?P<signed>ký|ban hành)|"
    r"(?P<day>\d{1,2})(?:[/-]|\s+tháng\s+)(?P<month>\d{1,2})(?:[/-]|\s+năm\s+)(?P<year>\d{4}))")
_ISSUER = re.compile(
    r"(?:^|[,.;]\s+)(?P<name>[A-ZĐ]\w*(?:\s+\w+){1,6}?)\s+(?:quy định|hướng dẫn|quyết định|ban hành)(?!\w)")
_AUTHORITY = re.compile(r"(?:T\s?/\s?M|TM\.)\s*(?P<name>\w.*)")
_NAMES = (
    "Ban Bí thư", "Bộ Chính trị", "Ban Chấp hành Trung ương", "Ban Tổ chức Trung ương", "Ban Tuyên giáo Trung ương",
    "Ban Dân vận Trung ương", "Ban Nội chính Trung ương", "Uỷ ban Kiểm tra Trung ương", "Văn phòng Trung ương Đảng")


@dataclass(frozen=True, slots=True)
class StatedReplacement:
    """One document the text says it replaces: printed number, printed date if there is one, and where it says so."""

    number: str
    issued_on: LegalDate | None
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFacts:
    """What a text says of itself; empty where it says nothing.

    `capitals`: its title was printed in capitals and nothing in the text says where small letters would not do.
    `impossible_date` is a date as printed that no calendar has. `in_force` is a day or "signed", `in_force_at` where
    that is said.
    """

    number: str = ""
    issued_on: LegalDate | None = None
    impossible_date: str = ""
    kind: str = ""
    title: str = ""
    capitals: bool = False
    issuer: str = ""
    replaces: tuple[StatedReplacement, ...] = ()
    in_force: str = ""
    in_force_at: str = ""


def stated_facts(regulation: Regulation) -> StatedFacts:
    """Read what a text says of itself; marks put on the copy later (stamps, copy note) do not count."""
    head = [line for line in regulation.letterhead if isinstance(line, str)]
    number = next((match["number"] for line in head if (match := number_pattern.search(line))), "")
    issued, impossible = _issued(head)
    kind, title, capitals = _title(regulation)
    in_force, at = _in_force(regulation)
    return StatedFacts(
        number=re.sub(r"\s*([-–/])\s*", r"\1", number).replace("–", "-").replace("Ð", "Đ"), issued_on=issued,
        impossible_date=impossible, kind=kind, title=title, capitals=capitals, issuer=_issuer(regulation, head),
        replaces=tuple(_replaces(regulation)), in_force=in_force, in_force_at=at)


def _issued(head: list[str]) -> tuple[LegalDate | None, str]:
    for line in head:
        if match := date_pattern.search(line):
            day = parse_legal_date(f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}")
            return day, "" if day else match[0]
    year = next((match[1] for line in head if (match := _YEAR.search(line))), "")
    return parse_legal_date(year), ""


def _title(regulation: Regulation) -> tuple[str, str, bool]:
    lines = [line for line in regulation.title if set(line) - set("-–—_* ") and not line.startswith("(")]
    kind = next((one for one in KINDS if lines and lines[0].upper().startswith(one)), "")
    words = " ".join([lines[0][len(kind):], *lines[1:]] if kind else lines).strip()
    if not words.isupper():
        return kind.capitalize(), words, False
    small = words.lower()
    subject = small.removeprefix("về ")
    for node in (*regulation.preamble, *regulation.closing):
        place = node.text.lower().find(subject)
        found = node.text[place:place + len(subject)] if place >= 0 else ""
        if found and not found.isupper():  # the opening words repeat it, names as they are written
            return kind.capitalize(), small[:len(small) - len(subject)] + found[:1].lower() + found[1:], False
    return kind.capitalize(), small, True


def _issuer(regulation: Regulation, head: list[str]) -> str:
    for node in reversed(regulation.preamble):
        if found := list(_ISSUER.finditer(node.text)):
            return _known(found[-1]["name"])
    for line in regulation.signature:
        if isinstance(line, str) and (match := _AUTHORITY.match(line)):
            return _known(match["name"])
    bodies = [line for line in head if line.isupper() and line != PARTY and len(line.split()) > 1
              and not number_pattern.search(line)]
    return _known(bodies[-1]) if bodies else ""


def _known(name: str) -> str:
    name = " ".join(name.split()).strip(" .,*")
    return next((one for one in _NAMES if one.lower() == name.lower().replace("ủy", "uỷ")), name)


def _replaces(regulation: Regulation) -> Iterator[StatedReplacement]:
    seen = set()
    for address, node in walk(regulation):
        for sentence in _REPLACES.finditer(node.text):
            for reference in references(sentence[1]):
                if reference.document and not reference.address and reference.document not in seen:
                    seen.add(reference.document)
                    yield StatedReplacement(reference.document, parse_legal_date(reference.dated), address)


def _in_force(regulation: Regulation) -> tuple[str, str]:
    for address, node in walk(regulation):
        if match := _IN_FORCE.search(node.text):
            if match["signed"]:
                return "signed", address
            try:
                return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat(), address
            except ValueError:
                return "", ""
    return "", ""
