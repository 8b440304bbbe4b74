"""How long a line of Times New Roman is on paper, and where a long name of a body is best broken."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from docgen.word.times_metrics import METRICS, UNITS_PER_EM

_HORNS = {"ơ", "Ơ", "ư", "Ư"}
_UNKNOWN = 1024
_ONE_LINE = 0.5
# what one line more costs, against 1.5 for a compound cut in two

# words that begin a group of meaning: a line may well start with one, and must not end with it
_OPENS_LINE = ("LIÊN HIỆP", "HỘI", "CƠ QUAN", "KHOA HỌC", "VĂN HỌC", "TỈNH", "THÀNH PHỐ", "XÃ", "PHƯỜNG", "ĐẶC KHU",
               "HUYỆN", "QUẬN", "THỊ XÃ", "THỊ TRẤN",
               "BAN", "UỶ BAN", "ỦY BAN", "NHIỆM KỲ", "TRỰC THUỘC", "THUỘC", "KHỐI")
# names of bodies in a list of them: each may well have a line of its own
_BODIES = ("BAN", "THƯỜNG TRỰC", "CHI UỶ", "CHI ỦY", "ĐẢNG UỶ", "ĐẢNG ỦY", "CHI BỘ", "ĐẢNG BỘ", "LÃNH ĐẠO")
# compounds that stay on one line
_TOGETHER = ("T/M BAN", "LIÊN HIỆP CÁC HỘI", "KHOA HỌC VÀ KỸ THUẬT", "VĂN HỌC NGHỆ THUẬT", "VĂN HỌC - NGHỆ THUẬT",
             "CHI BỘ CƠ SỞ", "ĐẢNG BỘ CƠ SỞ", "HỘI QUẦN CHÚNG", "QUẦN CHÚNG", "QUAN HỆ", "CÔNG TÁC",
             "KHOA HỌC", "KỸ THUẬT", "KĨ THUẬT", "VĂN HỌC", "NGHỆ THUẬT", "LIÊN HIỆP", "CƠ SỞ", "CƠ QUAN", "ĐẢNG BỘ",
             "CHI BỘ", "ĐẢNG UỶ", "ĐẢNG ỦY", "CHI UỶ", "CHI ỦY", "CHỮ THẬP ĐỎ", "THÀNH PHỐ", "ĐẶC KHU", "NHÀ BÁO",
             "LÀM VƯỜN", "NÔNG DÂN", "PHỤ NỮ", "NGƯỜI CAO TUỔI", "CỰU CHIẾN BINH", "LUẬT GIA", "KHUYẾN HỌC",
             "ĐÔNG Y", "HỮU NGHỊ", "TỔ CHỨC", "UỶ BAN", "ỦY BAN", "BAN ĐẠI DIỆN", "BAN CHẤP HÀNH",
             "BAN THƯỜNG VỤ", "THƯỜNG TRỰC", "TRUNG ƯƠNG", "HỢP TÁC", "QUỐC TẾ", "NGƯỜI TIÊU DÙNG", "NGƯỜI KHUYẾT TẬT",
             "NGƯỜI MÙ", "TRẺ MỒ CÔI", "BỆNH NHÂN NGHÈO", "NẠN NHÂN", "CHẤT ĐỘC DA CAM", "CỰU THANH NIÊN",
             "THANH NIÊN XUNG PHONG", "THANH NIÊN", "SINH VẬT CẢNH", "DOANH NGHIỆP", "NGHỀ CÁ", "BẢO VỆ", "BẢO TRỢ",
             "HUYỆN UỶ", "QUẬN UỶ", "THỊ UỶ", "THÀNH UỶ", "TỈNH UỶ", "THỊ XÃ", "THỊ TRẤN", "HỘI ĐỒNG NHÂN DÂN",
             "UỶ BAN NHÂN DÂN", "MẶT TRẬN", "TỔ QUỐC VIỆT NAM", "CHÍNH TRỊ - XÃ HỘI", "XÃ HỘI", "ĐOÀN THỂ", "VĂN PHÒNG",
             "TRUNG TÂM", "HÀNH CHÍNH CÔNG", "CHUYÊN MÔN", "ĐƠN VỊ", "SỰ NGHIỆP", "CÔNG LẬP", "NGHIỆP VỤ",
             "BAN GIÁM ĐỐC")
# a rank and the two syllables most places have
_RANKS = frozenset(("TỈNH", "PHỐ", "XÃ", "PHƯỜNG", "KHU", "HUYỆN", "QUẬN", "TRẤN"))


def _cuts() -> dict[tuple[str, str], tuple[tuple[list[str], list[str]], ...]]:
    """Return the places at which a line end would cut a compound, found by the two words it would part."""
    cuts: dict[tuple[str, str], tuple[tuple[list[str], list[str]], ...]] = {}
    for compound in _TOGETHER:
        parts = compound.split()
        for place in range(1, len(parts)):
            key = parts[place - 1], parts[place]
            cuts[key] = (*cuts.get(key, ()), (parts[:place], parts[place:]))
    return cuts


_CUTS = _cuts()
_OPENINGS = {word: tuple(opening.split() for opening in _OPENS_LINE if opening.split()[0] == word)
             for word in dict.fromkeys(opening.split()[0] for opening in _OPENS_LINE)}
_ENDS_BADLY = frozenset(("VÀ", "CÁC", "CỦA", "THUỘC", "BAN")) | _RANKS


@lru_cache(maxsize=4096)
def _base(letter: str) -> str:
    composed = unicodedata.normalize("NFC", letter)
    parts = unicodedata.normalize("NFD", composed)
    horned = unicodedata.normalize("NFC", parts[0] + "\u031b") if "\u031b" in parts else ""
    return horned if horned in _HORNS else parts[0]


def width(text: str, size_pt: float, bold: bool = False, italic: bool = False) -> float:
    """Return how long `text` is on paper, in points, set in Times New Roman of that size."""
    return _units(text, bold, italic) * size_pt / UNITS_PER_EM


# the words of names and of places come back in cell after cell
@lru_cache(maxsize=8192)
def _units(text: str, bold: bool, italic: bool = False) -> int:
    table = METRICS[bold, italic]
    units = 0
    for letter in unicodedata.normalize("NFC", text).replace("\u00a0", " "):
        found = table.get(letter)
        units += found if found is not None else table.get(_base(letter), _UNKNOWN)
    return units


# both documents of a cell have the same bodies in their heads, and many cells the same superior
@lru_cache(maxsize=4096)
def break_name(text: str, size_pt: float, bold: bool, width_pt: float) -> tuple[str, ...]:
    """Break the name of a body into lines that fit, at a word where an office would break it.

    Few lines, of like length, that begin at a new group of meaning; compounds ("VĂN HỌC NGHỆ THUẬT") and a place with
    its rank ("TỈNH ĐẮK LẮK") stay together even if that takes one line more.
    """
    words = text.split()
    if not words:
        return ()
    count = len(words)
    space = _units(" ", bold)
    units = [_units(word, bold) for word in words]
    plain = [word.strip(",;").upper() for word in words]
    breaking = [0.0, *(_breaking_cost(words, plain, place) for place in range(1, count)), 0.0]
    full = width_pt * UNITS_PER_EM / size_pt  # what a line holds, in the units of the metrics
    behind = breaking  # what a line end before each word costs, and all lines after it
    ends = [count] * count
    for start in range(count - 1, -1, -1):
        length = units[start]
        end = start + 1
        empty = 1.0 - length / full if length < full else 0.0
        # the square of the empty room makes lines balance; the last line may rather be short
        room = empty * empty
        cheapest, ends[start] = behind[end] + (room if end < count else room * 0.5), end
        while end < count:
            length += space + units[end]
            if length > full:
                break
            end += 1
            empty = 1.0 - length / full
            cost = behind[end] + (empty * empty if end < count else empty * empty * 0.5)
            # of two that cost the same, the shorter first line
            if cost < cheapest:
                cheapest, ends[start] = cost, end
        behind[start] += cheapest + _ONE_LINE
    lines = []
    start = 0
    while start < count:
        lines.append(" ".join(words[start:ends[start]]))
        start = ends[start]
    return tuple(lines)


def _breaking_cost(words: list[str], plain: list[str], place: int) -> float:
    """Return how bad a line end before `place` is; `plain` are the words in capitals without commas."""
    if plain[place] == "-":  # "2025 - 2030"; no line begins like an item of a list
        return 3.0
    for tail, head in _CUTS.get((plain[place - 1], plain[place]), ()):
        if place >= len(tail) and plain[place - len(tail):place] == tail and plain[place:place + len(head)] == head:
            return 1.5
    if _names_next_body(words, place):
        return -0.75
    last = plain[place - 1]
    if plain[place].isdecimal():  # "PHƯỜNG 7"
        return 1.5
    if place > 2 and plain[place - 2] in _RANKS and not last.isdecimal() and words[place - 1][-1] != "," \
            and plain[place] not in _OPENINGS:
        return 1.0
    if place > 1 and last in _ENDS_BADLY:
        return 1.75
    if place > 1 and last == "HỘI" and not (place > 2 and plain[place - 2] in ("CÁC", "XÃ")):
        return 1.0
    for opening in _OPENINGS.get(plain[place], ()):
        if plain[place:place + len(opening)] == opening and len(plain) > place + len(opening):
            return 0.0
    return 0.125 if words[place - 1].endswith(",") and words[place][0].isupper() else 0.25


def _names_next_body(words: list[str], place: int) -> bool:
    """Tell whether a sentence that lists bodies, or a body and its term of office, comes to the next of them here."""
    joint = words[place].lower() in ("và", "với")
    if not (joint or words[place - 1].endswith(",") or words[place - 1].lower() == "giữa"):
        return False
    after = words[place + joint :]
    if not after:
        return False
    if after[0][0].isupper() and " ".join(after).upper().startswith(_BODIES):
        return True
    return not joint and " ".join(after[:2]).lower() == "nhiệm kỳ"
