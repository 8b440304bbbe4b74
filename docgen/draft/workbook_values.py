"""What a spreadsheet program made of an answer, back to the text somebody meant to type."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from docgen.draft.field import Field
from docgen.messages import Message, say
from docgen.reader.workbook.table import SheetValue

_FIRST_DAY = date(1899, 12, 30)
_NONE = ("[]", "-", "không", "không có", "khong")
_BREAK = re.compile(r"\s*[;\n]\s*")
_TIME = re.compile(r" 0?0:00(:00)?$")


def typed(field: Field, value: SheetValue) -> tuple[str, Message | None]:
    """Return the answer as text, and a doubt or fault about it; an answer with a fault is empty."""
    if isinstance(value, bool):
        return ("có" if value else "không"), None
    if isinstance(value, str):
        text = value.strip()
        return (_TIME.sub("", text) if field.type == "date" else text), None
    if isinstance(value, datetime | date):
        return _from_day(field, value)
    if isinstance(value, time | timedelta):
        return "", say("A time of day stands here; format the column as text and type the answer again.")
    whole = int(value) if float(value).is_integer() else None
    if field.type == "date" and whole is not None and 20_000 < whole < 80_000:
        return (_FIRST_DAY + timedelta(days=whole)).strftime("%d/%m/%Y"), None
    text = str(whole) if whole is not None else repr(value)
    if field.type in ("text", "person", "list"):
        return text, say("A number stands here, so zeros in front are lost; '{value}' is taken.", value=text)
    return text, None


def listed(text: str) -> tuple[str, ...]:
    """Return the entries of a list: one a line, or parted by semicolons; "không" means that there are none."""
    if text.strip().casefold() in _NONE:
        return ()
    return tuple(part for part in _BREAK.split(text.strip()) if part)


def _from_day(field: Field, value: date) -> tuple[str, Message | None]:
    if field.type == "date":
        return f"{value.day:02d}/{value.month:02d}/{value.year}", None
    if field.type == "month_day":
        return f"{value.day}/{value.month}", None
    return "", say("The spreadsheet has made a date ({value}) of this answer; format the column as text and type it "
                   "again.", value=value.strftime("%d/%m/%Y"))


def is_fault(text: str, remark: Message | None) -> bool:
    """Tell whether a remark means that the answer could not be taken."""
    return remark is not None and not text


