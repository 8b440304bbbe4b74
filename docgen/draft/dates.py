"""Days as Party papers write them: a 0 before days under 10 and before the months 1 and 2, nowhere else."""

from __future__ import annotations

import re
from datetime import date

from docgen.word.document import DAY_BLANK

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_VIETNAMESE = re.compile(
    r"(?:ngày\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})", re.ASCII)
_EVERY_YEAR = re.compile(r"(?:ngày\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})", re.ASCII)
_EARLIEST, _LATEST = 1930, 2100


def parse_day(text: str) -> date | None:
    """Read a day written 2026-02-05, 05/02/2026 or "ngày 05 tháng 02 năm 2026"; None if it is no day."""
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _VIETNAMESE.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    else:
        return None
    try:
        return date(year, month, day) if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None


def parse_month_day(text: str) -> tuple[int, int] | None:
    """Read a day of every year written 20/6 or "ngày 20 tháng 6" as day and month; None if it is none."""
    match = _EVERY_YEAR.fullmatch(text)
    if not match:
        return None
    day, month = int(match[1]), int(match[2])
    try:
        # a year that is no leap year: a report cannot be due on 29/2
        date(2001, month, day)
    except ValueError:
        return None
    return day, month


def _two(figure: int, below: int) -> str:
    return f"{figure:02d}" if figure < below else str(figure)


def numeric_day(day: date) -> str:
    """Write a day in figures: 05/02/2026, 12/6/2026."""
    return f"{_two(day.day, 10)}/{_two(day.month, 3)}/{day.year}"


def numeric_month_day(day: int, month: int) -> str:
    """Write a day of every year in figures: 05/02, 20/6."""
    return f"{_two(day, 10)}/{_two(month, 3)}"


def day_in_words(day: date) -> str:
    """Write a day as the head of a paper has it: ngày 05 tháng 02 năm 2026."""
    return f"ngày {_two(day.day, 10)} tháng {_two(day.month, 3)} năm {day.year}"


def open_day(year: int | None) -> str:
    """Write a day not known yet, with room for day and month, and for the year too if that is not known."""
    return f"ngày {DAY_BLANK} tháng {DAY_BLANK} năm {year or DAY_BLANK}"
