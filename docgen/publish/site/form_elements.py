"""The elements of a Party paper's form: what each must look like under either guidance, and where that is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from docgen.messages import Message, say
from docgen.publish.site.content import Mark
from docgen.reader.page_layout import Word

OLD, NEW = "36-hd-vptw-2018", "05-hd-vptw-2026"
_MILLIMETRE = 72 / 25.4
_ABOVE, _BELOW = 12.5, 4.5
"""Points a line of 14 point letters takes above and below the line it stands on."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its words, its place on the sample (page from the front or the end, pattern), its source in 36."""

    name: Message
    form: Message
    page: int
    pattern: str
    old_place: str = ""
    new_form: Message | None = None


ELEMENTS: tuple[Element, ...] = (
    Element(say("Paper and margins"), say("A4; top and bottom 20 mm, left 30 mm, right 15 mm"), 0, "", ""),
    Element(say("Title “Đảng Cộng sản Việt Nam”"),
            say("capitals, 15, upright, bold, top right; a solid line under it as long as the words"), 0,
            r"^ĐẢNG CỘNG SẢN VIỆT NAM$", "mục 1.1; Phụ lục, dòng 1"),
    Element(say("Superior body"), say("capitals, 14, upright; for a cell the đảng bộ above it"), 0,
            r"\AĐẢNG BỘ .+?(?=\nCHI BỘ)", "mục 1.2; Phụ lục, dòng 2"),
    Element(say("Issuing body"), say("capitals, 14, upright, bold; below it a star in the middle"), 0,
            r"^CHI BỘ .+?\n\*", "mục 1.2; Phụ lục, dòng 2"),
    Element(say("Number and symbol"),
            say("14, upright; no colon after “Số”; a nought before numbers below 10; counted for each kind of document "
                "through a term of the committee"), 0, r"^Số \S+", "mục 1.3; Phụ lục, dòng 3"),
    Element(say("Place and date"), say("14, italic; a nought before days below 10 and months 1 and 2"), 0,
            r"(?<=-QC/CB )[^\n]*ngày[^\n]*", "Phụ lục, dòng 4"),
    Element(say("Kind of document"), say("capitals, 15 to 16, upright, bold, centred"), 0, r"^QUY CHẾ$",
            "Phụ lục, dòng 5"),
    Element(say("Summary"), say("14 to 15, upright, bold, centred; a short line under it"), 0,
            r"(?<=QUY CHẾ\n).+?(?=\n-----)", "Phụ lục, dòng 5"),
    Element(say("Legal bases"),
            say("upright; each begins with a dash and ends with a semicolon, the last with a comma"), 0,
            r"^- Căn cứ [^\n]*"),
    Element(say("Chapter"), say("its number on a line of its own, centred, bold; below it its name, capitals, bold"), 0,
            r"^Chương I\n[^\n]*", "Phụ lục, dòng 6"),
    Element(say("Article"), say("indented, number and name bold"), 0, r"^Điều 1\.[^\n]*", "Phụ lục, dòng 6"),
    Element(say("Body, khoản and điểm"),
            say("14 to 15, upright, justified, first line indented about 10 mm, line spacing at least 18 points"), 0,
            r"^1\. [^\n]*", "Phụ lục, dòng 6",
            say("14 to 15, upright, justified, first line indented about 10 mm, line spacing 18 to 22 points")),
    Element(say("Page number"), say("Arabic, 14, centred, 10 mm from the top edge; none on the first page"), -1,
            r"\A\d+$"),
    Element(say("Recipients"), say("“Nơi nhận:” 14, underlined; the list 12; lines end with a comma, the last with a "
                                   "full stop"), -1, r"^Nơi nhận:.+?Lưu [^\n]*", "",
            say("“Nơi nhận:” 14, underlined; the list 12; lines end with a semicolon, the last with a full stop")),
    Element(say("Authority to sign"), say("capitals, 14, bold: “T/M” with a slash"), -1, r"^T/M [^\n]*", "mục 1.7"),
    Element(say("Post of the signer"), say("capitals, 14, not bold"), -1, r"(?<=T/M CHI BỘ\n)[^\n]*", "mục 1.7"),
    Element(say("Name of the signer"),
            say("14, bold, about four lines below, room for signature and seal; no degree, no rank"), -1,
            r"[^\n]+\Z", "mục 1.7"),
)
"""Measures of 36 stand in its annex as law portals quote it; those of 05 are told by third parties only."""


def marks(words: Sequence[Word], size: tuple[float, float], page: int) -> tuple[Mark, ...]:
    """Find the elements of one page (0 the first, -1 the last) by the words printed on it; places in percent."""
    width, height = size
    text, spans = "", []
    for _, row in groupby(words, key=lambda word: round(word.foot)):
        text += "\n" if text else ""
        for place, word in enumerate(row):
            text += " " if place else ""
            spans.append((len(text), word))
            text += word.text
    found = []
    for number, element in enumerate(ELEMENTS, 1):
        if element.page != page:
            continue
        if not element.pattern:
            mm = _MILLIMETRE
            found.append(_mark(number, (30 * mm, 20 * mm, width - 15 * mm, height - 20 * mm), width, height))
        elif match := re.search(element.pattern, text, re.DOTALL | re.MULTILINE):
            inside = [word for start, word in spans if match.start() <= start < match.end()]
            found.append(_mark(number, (
                min(word.left for word in inside), min(word.foot for word in inside) - _ABOVE,
                max(word.right for word in inside), max(word.foot for word in inside) + _BELOW), width, height))
    return tuple(found)


def _mark(number: int, box: tuple[float, float, float, float], width: float, height: float) -> Mark:
    left, top, right, bottom = box
    return Mark(number=number, left=round(100 * left / width, 2), top=round(100 * top / height, 2),
                width=round(100 * (right - left) / width, 2), height=round(100 * (bottom - top) / height, 2))
