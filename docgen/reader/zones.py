"""Where the parts of a paper begin: letterhead, title, căn cứ, body, Nơi nhận, signature, annexes, copy note."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docgen.model.level import Level
from docgen.reader.labels import find_label
from docgen.reader.source import SourceLine, is_capitals
from docgen.vietnamese.letters import is_name, without_marks

KINDS = ("QUY ĐỊNH", "QUY CHẾ", "HƯỚNG DẪN", "QUYẾT ĐỊNH", "NGHỊ QUYẾT", "CHỈ THỊ", "KẾT LUẬN", "THÔNG BÁO", "KẾ HOẠCH",
         "ĐIỀU LỆ", "CHƯƠNG TRÌNH", "THÔNG TRI", "QUY TRÌNH", "BÁO CÁO", "TỜ TRÌNH", "ĐỀ ÁN", "NGHỊ ĐỊNH", "THÔNG TƯ")
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"

_BASIS = re.compile(r"(?:[-–+]\s*)?(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét|Thực hiện Điều lệ)(?!\w)")
_RECIPIENTS = re.compile(r"n[oơ]i nh[aâ]n\s*:?\.?", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:T\s?/\s?M|TM\.|K\s?/\s?T|KT\.|T\s?/\s?L|TL\.)\s")
_POST = re.compile(r"(?:PHÓ )?(?:BÍ THƯ|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|CHỦ TỊCH|CHỦ NHIỆM|THỦ TƯỚNG|TỔNG BÍ THƯ)")
_STAMP_TIME = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?")
_ARRIVAL = re.compile(r"(?:VĂN BẢN|CÔNG VĂN)?\s*ĐẾN\b|Chuyển\s*:|Lưu hồ sơ")
_COPY = re.compile(r"SAO Y|SAO LỤC|TRÍCH SAO|BẢN SAO|-SY/|-SL/|-BS/")
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?(?:\d+|[IVX]+|[A-Z])(?!\w))?\s*[.:]?")
_LETTERHEAD = re.compile(rf"{PARTY}|Số\s*:?\s*\d*\s*-?\s*[A-ZĐ]+|(?:\S+\s){{0,5}}ngày\s.*tháng\s.*năm|\*+$|-{{3,}}$")
_RIGHT_SIDE = re.compile(
    rf"{PARTY}|CỘNG HO[ÀÒ][AÀ] XÃ HỘI|Độc lập\s*-|(?:\S+\s){{0,5}}ngày\s.*tháng\s.*năm|-{{3,}}$")


@dataclass(slots=True)
class Zones:
    """The lines of a text, put apart by the part of the paper they stand in."""

    letterhead: list[SourceLine] = field(default_factory=list)
    stamps: list[SourceLine] = field(default_factory=list)
    title: list[SourceLine] = field(default_factory=list)
    preamble: list[SourceLine] = field(default_factory=list)
    body: list[SourceLine] = field(default_factory=list)
    recipients_heading: SourceLine | None = None
    recipients: list[SourceLine] = field(default_factory=list)
    signature: list[SourceLine] = field(default_factory=list)
    annexes: list[list[SourceLine]] = field(default_factory=list)
    copy_note: list[SourceLine] = field(default_factory=list)


def split_zones(lines: list[SourceLine]) -> Zones:
    """Put each line into the part of the paper it belongs to; where nothing marks a part, all is body."""
    zones = Zones()
    start = _title_at(lines)
    if start is None:
        start = _end_of_letterhead(lines)
        _letterhead(lines[:start], zones)
    else:
        _letterhead(lines[:start], zones)
        end = _end_of_title(lines, start)
        zones.title = lines[start:end]
        start = end
    if zones.title or any(_is_basis(line) for line in lines[start:start + 3]):
        body = _body_at(lines, start)
        zones.preamble = lines[start:body]
        start = body
    end = next((place for place in range(start, len(lines)) if _ends_body(lines[place], place > start)), len(lines))
    zones.body = lines[start:end]
    _tail(lines[end:], zones)
    return zones


def is_letterhead(text: str) -> bool:
    """Tell whether a line can be nothing but a line of a letterhead: the Party's name, a number, a place and a day."""
    return _LETTERHEAD.match(text) is not None


def is_authority(text: str) -> bool:
    """Tell whether a line says in whose name is signed: T/M BAN BÍ THƯ."""
    return _AUTHORITY.match(text) is not None and is_capitals(text)


def is_recipients_heading(text: str) -> bool:
    """Tell whether a line is "Nơi nhận:", marks or no marks."""
    return text[:1] in "Nn" and _RECIPIENTS.fullmatch(without_marks(text)) is not None


def is_basis(text: str) -> bool:
    """Tell whether an opening line is a căn cứ."""
    return _BASIS.match(text) is not None


def _is_basis(line: SourceLine) -> bool:
    return is_basis(line.text)


def _is_body_label(line: SourceLine) -> bool:
    label = find_label(line.text, set_apart=line.marked or line.bold != "none")
    return label is not None and label.level is not Level.PARAGRAPH and (
        label.sure or label.damaged or label.label.rstrip(".-–/: )") in {"I", "A", "1"})


def _title_at(lines: list[SourceLine]) -> int | None:
    for place, line in enumerate(lines[:80]):
        if line.text in KINDS or (is_capitals(line.text) and line.text.startswith(KINDS) and place < 12):
            return place
        if _is_body_label(line):
            return None
    return None


def _end_of_title(lines: list[SourceLine], start: int) -> int:
    end = start + 1
    while end < len(lines):
        line = lines[end]
        fits = is_capitals(line.text) or line.text[:1].islower() or set(line.text) <= set("-–—_") or (
            line.text.startswith(("Về ", "(")) or (line.bold == "all" and not line.after_blank))
        if not fits or _is_basis(line) or _is_body_label(line):
            break
        end += 1
    return end


def _end_of_letterhead(lines: list[SourceLine]) -> int:
    """Without a title only lines that can be nothing else are letterhead."""
    found = [place for place, line in enumerate(lines[:12]) if line.text.startswith((PARTY, "Số ", "Số:"))]
    return found[-1] + 1 if found and not any(_is_body_label(line) for line in lines[:found[-1]]) else 0


def _letterhead(lines: list[SourceLine], zones: Zones) -> None:
    """Part stamps from letterhead, paragraph by paragraph: a stamp was put on the copy, it is no word of the text."""
    paragraph: list[SourceLine] = []
    for line in [*lines, None]:
        if line is None or line.after_blank:
            stamped = any(_STAMP_TIME.search(part.text) or _ARRIVAL.match(part.text) for part in paragraph)
            (zones.stamps if stamped else zones.letterhead).extend(paragraph)
            paragraph = []
        if line is not None:
            paragraph.append(line)
    # the two halves stand side by side on paper; files give them in any order
    zones.letterhead.sort(key=lambda line: _RIGHT_SIDE.match(line.text) is not None)


def _body_at(lines: list[SourceLine], start: int) -> int:
    return next((place for place in range(start, len(lines))
                 if _is_body_label(lines[place]) or _ends_body(lines[place], False)), len(lines))


def _ends_body(line: SourceLine, after_some: bool) -> bool:
    text = line.text
    if text[:1] in "NnTK" and (is_recipients_heading(text) or is_authority(text)):
        return True
    return after_some and (text in KINDS or (_ANNEX.fullmatch(text) is not None and line.after_blank))


def _tail(lines: list[SourceLine], zones: Zones) -> None:
    """Part what follows the body: recipients up to their last line "Lưu …", signature, then annexes or a copy note."""
    zone = "signature"
    for place, line in enumerate(lines):
        text = line.text
        if zone == "copy":
            zones.copy_note.append(line)
            continue
        if text in KINDS or _ANNEX.fullmatch(text):
            zone = "annex"
            zones.annexes.append([])
        if zone == "annex":
            zones.annexes[-1].append(line)
        elif zone == "signature" and is_recipients_heading(text) and zones.recipients_heading is None:
            zones.recipients_heading = line
            zone = "recipients"
        elif zone == "recipients" and not _ends_recipients(line, zones.recipients):
            zones.recipients.append(line)
        else:
            zone = "signature"
            signed = any(is_name(part.text) for part in zones.signature)
            if signed and any(_COPY.search(part.text) for part in lines[place:place + 40]):
                zone = "copy"
                zones.copy_note.append(line)
            else:
                zones.signature.append(line)


def _ends_recipients(line: SourceLine, recipients: list[SourceLine]) -> bool:
    text = line.text
    if _AUTHORITY.match(text) or _POST.match(text):
        return True
    last = recipients[-1].text.lstrip("-–+ ") if recipients else ""
    return line.after_blank and (last.startswith("Lưu") or is_name(text))
