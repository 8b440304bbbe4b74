"""What a text points to: provisions of its own or of another document, found in running words.

"các khoản 1, 2 và điểm a khoản 3 Điều 5 Quy định số 162-QĐ/TW" names three provisions of one document.
"""

from __future__ import annotations

import re

from docgen.model.citation import Reference
from docgen.model.numbering import POINT_LETTERS

_KINDS = ("Quy định", "Quy chế", "Hướng dẫn", "Quyết định", "Nghị quyết", "Chỉ thị", "Kết luận", "Thông báo",
          "Kế hoạch", "Công văn", "Điều lệ", "Nghị định", "Thông tư", "Luật", "Bộ luật", "Chương trình", "Quy trình")
_KIND = "(?:" + "|".join(_KINDS) + ")"

_LABEL = r"\d+[a-zđ]?(?:\.\d+)*"
_AND = r"\s*(?:,|;|và|hoặc|đến)\s*"
# lists end somewhere: without a bound, a page of nothing but "khoản 1, khoản 1" is read again from every one of them
_LIST = rf"(?:{_LABEL})(?:{_AND}{_LABEL}){{0,20}}(?!\w)"
_LETTERS = rf"[a-zđ](?!\w)(?:{_AND}(?:điểm\s+)?[a-zđ](?!\w)){{0,23}}"
_CLAUSES = rf"(?:(?:các\s+)?điểm\s+{_LETTERS}\s*,?\s*)?(?:các\s+)?khoản\s+{_LIST}"
_DATE = r"(?:ngày\s+)?(\d{1,2})[/-](\d{1,2})[/-](\d{4})|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
_IN_TEXT = re.compile(
    rf"(?P<below>(?:{_CLAUSES}{_AND}){{0,6}}(?:(?:các\s+)?điểm\s+{_LETTERS}\s*,?\s*)?"
    rf"(?:(?:các\s+)?khoản\s+{_LIST}\s*,?\s*(?:của\s+)?)?)"
    rf"(?<!\w)(?P<many>các\s+)?Điều\s+(?P<article>\d+[a-zđ]?(?!\w)|này(?!\w))", re.IGNORECASE)
_BELOW = re.compile(rf"điểm\s+(?P<points>{_LETTERS})|khoản\s+(?P<clauses>{_LIST})|(?P<to>đến)", re.IGNORECASE)
_MORE = re.compile(rf"(?:{_AND}\d+[a-zđ]?(?![\w/.-]))+", re.IGNORECASE)
_MOST = 60
"""Provisions of one "from … to …"; a longer one is no citation but a slip."""
_OF = re.compile(
    rf"\s*,?\s*(?:của\s+)?(?P<kind>{_KIND})\s+(?P<which>này|số\s+[\w-]+(?:/[\w-]+)?|\d+-[A-ZĐ]+/[\w-]+"
    rf"|\d{{1,4}}(?![\w/-])|[A-ZĐ][\w]*(?:\s+[\w]+){{0,6}})(?:\s*,?\s*(?:{_DATE}))?")
_NUMBERED = re.compile(
    rf"{_KIND}\s+(?:số\s+)?(?P<number>\d+[\w]*-[A-ZĐ]{{2,}}(?:/[A-ZĐ]+\d*)?)(?:\s*,?\s*(?:{_DATE}))?")
_JOINT = re.compile(r"\s*(?:,|;|và|hoặc|đến|,\s*(?:các\s+)?(?:khoản|điểm))\s*")


def references(text: str, here: str = "") -> tuple[Reference, ...]:
    """List what a text points to: provisions ("khoản 4, Điều 5 Quy định này") and other documents by number.

    `here` is the address of the words themselves; "Điều này" is read with it and left out where it is not given.
    """
    found: list[Reference] = []
    chain: list[int] = []  # places in `found` that wait for the document named behind the last of them
    last_end = -1
    for match in _IN_TEXT.finditer(text):
        article = match["article"].lower()
        stem = f"dieu-{article.replace('đ', 'dd')}" if article != "này" else _article_of(here)
        if not stem:
            continue
        if chain and not _JOINT.fullmatch(text, last_end, match.start()):
            chain.clear()
        addresses = _addresses(stem, match["below"])
        document, dated, end = "", "", match.end()
        if match["many"] and (more := _MORE.match(text, end)):
            end = more.end()
            addresses = [f"dieu-{label}" for label in _listed(f"{article}{more[0].lower()}")]
        elif chain and text[last_end:match.start()].strip() == "đến":
            addresses = [*_between(found[chain[-1]].address, addresses[0]), *addresses]
        last_word = end
        if article != "này" and (behind := _OF.match(text, end)):
            which = behind["which"]
            if which != "này":
                document = which.removeprefix("số ").strip() if which[:2] == "số" or which[0].isdigit() else (
                    f"{behind['kind']} {which}")
                dated = _iso(behind)
            end = behind.end()
        places = range(len(found), len(found) + len(addresses))
        found += [Reference(match.start(), end, address, document, dated) for address in addresses]
        if end != last_word:
            for place in chain:
                found[place] = Reference(found[place].start, found[place].end, found[place].address, document, dated)
            chain.clear()
        else:
            chain += places
        last_end = end
    spans = [(reference.start, reference.end) for reference in found]
    for match in _NUMBERED.finditer(text):
        if not any(start <= match.start() < end for start, end in spans):
            found.append(Reference(match.start(), match.end(), "", match["number"], _iso(match)))
    return tuple(sorted(found, key=lambda reference: (reference.start, reference.address)))


def _article_of(here: str) -> str:
    match = re.match(r"dieu-[^./]+", here.rpartition("/")[2])
    return match[0] if match else ""


def _addresses(stem: str, below: str) -> list[str]:
    """Return what is named before an article: "điểm a khoản 1, khoản 2 và khoản 3" are three of its provisions."""
    found: list[str] = []
    letters: list[str] = []
    to = False
    for match in _BELOW.finditer(below):
        if match["points"]:
            letters = _listed(match["points"].lower())
        elif match["clauses"]:
            stems = [f"{stem}.khoan-{clause}" for clause in _listed(match["clauses"].lower())]
            if to and found and not letters:
                found += _between(found[-1], stems[0])
            found += [*stems[:-1], *(f"{stems[-1]}.diem-{letter}" for letter in letters)] if letters else stems
            letters = []
        to = bool(match["to"])
    return found + [f"{stem}.diem-{letter}" for letter in letters] or [stem]


def _listed(text: str) -> list[str]:
    """Return the labels of a list such as "1, 2 đến 5", as addresses have them."""
    found: list[str] = []
    to = False
    for word in re.findall(rf"{_LABEL}|(?<!\w)[a-zđ](?!\w)|đến", text):
        label = word.replace("đ", "dd")
        if word == "đến":
            to = True
            continue
        if to and found:
            found += [address.removeprefix("x-") for address in _between(f"x-{found[-1]}", f"x-{label}")]
        found.append(label)
        to = False
    return found


def _between(first: str, last: str) -> list[str]:
    """Return the addresses between two of one rank: dieu-2 and dieu-3 between dieu-1 and dieu-4."""
    (stem, _, one), (other, _, two) = first.rpartition("-"), last.rpartition("-")
    order = [str(number) for number in range(1, 1000)] if one.isdigit() else [
        letter.replace("đ", "dd") for letter in POINT_LETTERS]
    if stem != other or one not in order or two not in order:
        return []
    places = range(order.index(one) + 1, order.index(two))
    return [f"{stem}-{order[place]}" for place in places] if len(places) <= _MOST else []


def _iso(match: re.Match[str]) -> str:
    numbers = [group for group in match.groups()[-6:] if group and group.isdigit()]
    if len(numbers) != 3:
        return ""
    day, month, year = (int(value) for value in numbers)
    return f"{year:04d}-{month:02d}-{day:02d}"
