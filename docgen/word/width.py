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
               "BAN", "UỶ BAN", "ỦY BAN", "NHIỆM KỲ", "TRỰC THUỘC", "THUỘC", "KHỐI")
# names of bodies in a list of them: each may well have a line of its own
_BODIES = ("BAN", "THƯỜNG TRỰC", "CHI UỶ", "CHI ỦY", "ĐẢNG UỶ", "ĐẢNG ỦY", "CHI BỘ", "ĐẢNG BỘ", "LÃNH ĐẠO")
# compounds that stay on one line
_TOGETHER = ("T/M BAN", "LIÊN HIỆP CÁC HỘI", "KHOA HỌC VÀ KỸ THUẬT", "VĂN HỌC NGHỆ THUẬT", "VĂN HỌC - NGHỆ THUẬT",
             "CHI BỘ CƠ SỞ", "ĐẢNG BỘ CƠ SỞ", "QUẦN CHÚNG", "QUAN HỆ", "CÔNG TÁC",
             "KHOA HỌC", "KỸ THUẬT", "KĨ THUẬT", "VĂN HỌC", "NGHỆ THUẬT", "LIÊN HIỆP", "CƠ SỞ", "CƠ QUAN", "ĐẢNG BỘ",
             "CHI BỘ", "ĐẢNG UỶ", "ĐẢNG ỦY", "CHI UỶ", "CHI ỦY", "CHỮ THẬP ĐỎ", "THÀNH PHỐ", "ĐẶC KHU", "NHÀ BÁO",
             "LÀM VƯỜN", "NÔNG DÂN", "PHỤ NỮ", "NGƯỜI CAO TUỔI", "CỰU CHIẾN BINH", "LUẬT GIA", "KHUYẾN HỌC",
             "ĐÔNG Y", "HỮU NGHỊ", "TỔ CHỨC", "UỶ BAN", "ỦY BAN", "BAN ĐẠI DIỆN", "BAN CHẤP HÀNH",
             "BAN THƯỜNG VỤ", "TRUNG ƯƠNG")


@lru_cache(maxsize=4096)
def _base(letter: str) -> str:
    composed = unicodedata.normalize("NFC", letter)
    parts = unicodedata.normalize("NFD", composed)
    horned = unicodedata.normalize("NFC", parts[0] + "\u031b") if "\u031b" in parts else ""
    return horned if horned in _HORNS else parts[0]


def width(text: str, size_pt: float, bold: bool = False, italic: bool = False) -> float:
    """Return how long `text` is on paper, in points, set in Times New Roman of that size."""
    table = METRICS[bold, italic]
    units = 0
    for letter in unicodedata.normalize("NFC", text).replace("\u00a0", " "):
        found = table.get(letter)
        units += found if found is not None else table.get(_base(letter), _UNKNOWN)
    return units * size_pt / UNITS_PER_EM


def break_name(text: str, size_pt: float, bold: bool, width_pt: float) -> tuple[str, ...]:
    """Break the name of a body into lines that fit, at a word where an office would break it.

    Few lines, of like length, that begin at a new group of meaning; compounds ("VĂN HỌC NGHỆ THUẬT") and a place with
    its rank ("TỈNH ĐẮK LẮK") stay together even if that takes one line more.
    """
    words = text.split()
    if not words:
        return ()
    best: dict[int, tuple[float, tuple[str, ...]]] = {len(words): (0.0, ())}
    for start in range(len(words) - 1, -1, -1):
        choices = []
        for end in range(start + 1, len(words) + 1):
            line = " ".join(words[start:end])
            length = width(line, size_pt, bold)
            if length > width_pt and end > start + 1:
                break
            cost, rest = best[end]
            # the square of the empty room makes lines balance; the last line may rather be short
            room = (max(width_pt - length, 0.0) / width_pt) ** 2 * (1.0 if end < len(words) else 0.5)
            choices.append((cost + _ONE_LINE + room + _breaking_cost(words, end), (line, *rest)))
        best[start] = min(choices)
    return best[0][1]


def _breaking_cost(words: list[str], place: int) -> float:
    if place == len(words):
        return 0.0
    before, after = (" ".join(word.strip(",;") for word in part).upper() for part in (words[:place], words[place:]))
    if any(_cuts(compound, before, after) for compound in _TOGETHER):
        return 1.5
    if _names_next_body(words, place):
        return -0.75
    if before.endswith((" VÀ", " CÁC", " TỈNH", " PHỐ", " XÃ", " PHƯỜNG", " CỦA", " THUỘC", " BAN", " KHU")):
        return 0.5
    if before.endswith(" HỘI") and not before.endswith(" CÁC HỘI"):
        return 1.0
    return 0.0 if after.startswith(tuple(f"{opening} " for opening in _OPENS_LINE)) else 0.25


def _names_next_body(words: list[str], place: int) -> bool:
    """Tell whether a sentence that lists bodies, or a body and its term of office, comes to the next of them here."""
    joint = words[place].lower() in ("và", "với")
    after = words[place + joint :]
    if not (joint or words[place - 1].endswith(",") or words[place - 1].lower() == "giữa") or not after:
        return False
    if after[0][0].isupper() and " ".join(after).upper().startswith(_BODIES):
        return True
    return not joint and " ".join(after[:2]).lower() == "nhiệm kỳ"


def _cuts(compound: str, before: str, after: str) -> bool:
    parts = compound.split()
    return any(
        f" {before}".endswith(" " + " ".join(parts[:cut])) and f"{after} ".startswith(" ".join(parts[cut:]) + " ")
        for cut in range(1, len(parts))
    )
