"""A number or a day that the letterhead misprints, put right on a person's word, with the reason on record."""

from __future__ import annotations

import re
from dataclasses import replace

from docgen.api.importing.doubts import day_differs, number_differs
from docgen.api.importing.facts import StatedFacts, date_pattern, number_pattern
from docgen.api.importing.request import ImportRequest
from docgen.model.tree import Line, Regulation
from docgen.versions.register import Correction


def vouched(
    regulation: Regulation, request: ImportRequest, stated: StatedFacts, pattern: Correction,
) -> tuple[Regulation, tuple[Correction, ...]]:
    """Return the text with what was given in its letterhead, and the corrections that are recorded for it."""
    lines: list[Line] = list(regulation.letterhead)
    rows: list[Correction] = []
    if number_differs(request, stated):
        rows += _put(lines, number_pattern, "number", request.number, pattern)
    if day_differs(request, stated) and request.issued_on.is_day:
        day = request.issued_on.earliest
        words = f"ngày {day.day:02d} tháng {day.month if day.month > 2 else f'{day.month:02d}'} năm {day.year}"
        rows += _put(lines, date_pattern, 0, words, pattern)
    return replace(regulation, letterhead=tuple(lines)), tuple(rows)


def _put(lines: list[Line], searched: re.Pattern[str], group: int | str, words: str,
         pattern: Correction) -> list[Correction]:
    for place, line in enumerate(lines):
        if isinstance(line, str) and (match := searched.search(line)):
            lines[place] = line[:match.start(group)] + words + line[match.end(group):]
            return [replace(pattern, zone="letterhead", was=match[group], now=words)]
    return []
