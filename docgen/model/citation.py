"""Citations as people write them, and the addresses they mean, both ways.

"điểm đ khoản 3 Điều 4 Quy định số 202-QĐ/TW" is address dieu-4.khoan-3.diem-dd of the document 202-QĐ/TW. Reading
is generous: any order of units, abbreviations, no diacritics, "162: 9.2".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from docgen.model.numbering import roman_value
from docgen.vietnamese.letters import without_marks


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that point to a provision: characters `start` to `end`, which address, of which document.

    `document` is a printed number ("171-QĐ/TW"), a name ("Điều lệ Đảng"), or empty for the text that speaks;
    `dated` is the date printed beside it, as ISO, or empty.
    """

    start: int
    end: int
    address: str
    document: str = ""
    dated: str = ""


_NAMED_UNITS = (("phu-luc", "Phụ lục"), ("phan", "Phần"), ("chuong", "Chương"), ("muc", "Mục"), ("dieu", "Điều"),
                ("khoan", "khoản"), ("diem", "điểm"), ("doan", "đoạn"))
_ZONES = (("can-cu", "căn cứ thứ"), ("mo-dau", "đoạn mở đầu thứ"), ("ket-thuc", "đoạn kết thúc thứ"),
          ("noi-nhan", "dòng Nơi nhận thứ"))


def cite(address: str, document: str = "") -> str:
    """Write an address the way a colleague would cite it, smallest unit first; `document` is put behind it."""
    annex, slash, rest = address.rpartition("/")
    words = _cite_units(rest if slash else address)
    if slash:
        words.append("văn bản kèm theo" if annex.startswith("kem-theo") else _cite_units(annex)[0])
    if document:
        words.append(document)
    return " ".join(words)


_ADDRESS_IN_WORDS = re.compile(r"(?<![\w-])(?:dieu|chuong|muc|phan|khoan|can-cu)-[\w.~-]*\w")


def gap_sentence(text: str) -> str:
    """Return the words of a gap with each address spelled as people cite it, marked as a gap."""
    return f"[…] {_ADDRESS_IN_WORDS.sub(lambda match: cite(match[0]), text)}"


def _cite_units(address: str) -> list[str]:
    if address.startswith("kem-theo"):
        return ["văn bản kèm theo"]
    for prefix, words in _ZONES:
        if match := re.fullmatch(rf"{prefix}-(\d+)", address):
            return [f"{words} {match[1]}"]
    units: list[str] = []
    own: list[str] = []
    for part in _parts(address):
        named = next(((slug, word) for slug, word in _NAMED_UNITS if part.startswith(f"{slug}-")), None)
        if named:
            if own:
                units.append(_own_rank(own))
                own = []
            slug, word = named
            units.append(f"{word} {_printed(part[len(slug) + 1:], slug)}")
        else:
            own.append(part)
    if own:
        units.append(_own_rank(own))
    article = next((place for place, unit in enumerate(units) if unit.startswith("Điều ")), 0)
    return list(reversed(units[article:]))


def _parts(address: str) -> list[str]:
    """Split at the points that part units; the point inside khoan-1.1 or ii.1.3 stays with its digits."""
    parts: list[str] = []
    for piece in address.split("."):
        if parts and piece[:1].isdigit() and re.search(r"(?:^|-)\d[0-9a-z]*(?:\.\d+)*(?:~\d+)?$", parts[-1]):
            parts[-1] += f".{piece}"
        else:
            parts.append(piece)
    return parts


def _own_rank(parts: list[str]) -> str:
    """Cite units of a text without Điều: ["ii", "1.3"] is điểm 1.3 mục II."""
    words = []
    for part in reversed(parts):
        words.append(f"mục {part.upper()}" if not part[0].isdigit() else f"điểm {part}")
    return " ".join(words)


def _printed(number: str, slug: str) -> str:
    number, _, again = number.partition("~")
    number = number.replace("dd", "đ")
    if slug in {"phan", "chuong", "phu-luc", "muc"} and roman_value(number):
        number = number.upper()
    return f"{number} (lần {again})" if again else number


_UNIT_WORDS = {
    "phu luc": "phu-luc", "phan": "phan", "chuong": "chuong", "muc": "muc", "dieu": "dieu", "khoan": "khoan",
    "diem": "diem", "doan": "doan", "gach dau dong": "doan", "k": "khoan", "d": "dieu", "can cu": "can-cu",
}
_UNIT = re.compile(
    r"(?<!\w)(phu luc|gach dau dong|can cu|phan|chuong|muc|dieu|khoan|diem|doan|k(?=\.? ?\d)|d(?=\.? ?\d))"
    r"\.?\s*(?:thu\s+)?(\d+(?:\.\d+)*[a-z]?(?![\w/])|[ivxl]+(?!\w)|dd(?!\w)|[a-z](?!\w))")
_SHORT = re.compile(r"\s*(?P<edition>[0-9a-z][0-9a-z/-]*)\s*:\s*(?P<units>\d+[a-z]?(?:\.(?:\d+|[a-z]{1,2}))*)\s*")
_BARE_NUMBER = re.compile(
    r"(?:quy dinh|quy che|huong dan|quyet dinh|van ban|qd|hd|so)\.?\s*(?:so\s*)?(\d+)(?![\w.])")
_AGAIN = re.compile(r"\s*\(lan (\d+)\)")
_NUMBER = re.compile(r"(?<![\w/])(\d+[a-z]?)\s*-\s*([a-zđ]{2,})(?:\s*[/-]\s*([a-zđ]+))?(?:[/-](\d{4}))?(?!\w)", re.I)


def parse_citation(text: str) -> Reference | None:
    """Read a citation typed by a person; None if it names neither a provision nor a document.

    `document` of the answer is what was typed for the document: a printed number, a bare number, or a slug.
    """
    typed = len(text)
    text = unicodedata.normalize("NFC", text)  # a phone or a Mac may send letters and marks apart
    folded = _fold(text)
    if short := _SHORT.fullmatch(folded):
        article, *below = short["units"].split(".")
        parts = [f"dieu-{article}"]
        for unit in below:
            parts.append(f"khoan-{unit}" if unit.isdigit() else f"diem-{'dd' if unit == 'dd' else unit}")
        return Reference(0, typed, ".".join(parts), short["edition"])
    found: dict[str, str] = {}
    for match in _UNIT.finditer(folded):
        unit = _UNIT_WORDS[match[1]]
        value = match[2]
        if unit == "diem" and value[0].isdigit():
            unit = "number"  # a text without Điều calls its numbers điểm too
        if text[match.end(2) - 1].lower() == "đ" and value != "dd":
            value = f"{value[:-1]}dd"
        if again := _AGAIN.match(folded, match.end()):
            value += f"~{again[1]}"
        found.setdefault(unit, value)
    if "kem theo" in folded:
        found["kem-theo"] = ""
    document = _document_in(text, folded)
    address = _address_from(found)
    return Reference(0, typed, address, document) if address or document else None


def _fold(text: str) -> str:
    """Return the text in lower case without marks, letter for letter, so that places stay the same."""
    return "".join(without_marks(character)[:1].lower() or " " for character in text)


def _document_in(text: str, folded: str) -> str:
    if match := _NUMBER.search(folded):
        return text[match.start():match.end()].strip()
    if match := _BARE_NUMBER.search(folded):
        return match[1]
    return "Điều lệ Đảng" if re.search(r"dieu le dang", folded) else ""


def _address_from(found: dict[str, str]) -> str:
    parts: list[str] = []
    if "can-cu" in found and len(found) == 1:
        return f"can-cu-{found['can-cu']}"
    own_rank = "dieu" not in found
    if own_rank:
        for unit in ("phan", "chuong"):
            if unit in found:
                parts.append(f"{unit}-{found[unit]}")
        if "muc" in found:
            section = found["muc"]
            parts.append(section if roman_value(section) and not section.isdigit() else f"muc-{section}")
    else:
        parts.append(f"dieu-{found['dieu']}")
    for unit in ("khoan", "number", "diem"):
        if unit in found:
            bare = own_rank and unit != "diem"
            parts.append(found[unit] if bare else f"{'khoan' if unit == 'number' else unit}-{found[unit]}")
    if "doan" in found:
        parts.append(f"doan-{found['doan']}")
    if "phu-luc" in found:
        return f"phu-luc-{found['phu-luc']}" + (f"/{'.'.join(parts)}" if parts else "")
    if "kem-theo" in found:
        return "kem-theo" + (f"/{'.'.join(parts)}" if parts else "")
    return ".".join(parts)
