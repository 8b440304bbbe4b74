"""What somebody typed, as a file of facts has it: the number of a choice, c for có, k for không."""

from __future__ import annotations

import unicodedata

from docgen.draft.field import Field
from docgen.draft.values import OPEN
from docgen.vietnamese.letters import without_marks

_SHORT = {"c": "có", "co": "có", "y": "có", "yes": "có", "1": "có",
          "k": "không", "khong": "không", "ko": "không", "n": "không", "no": "không", "0": "không"}


def as_in_file(field: Field, typed: str) -> str:
    """Return the answer as it is written into the file; what cannot be understood stays as it was typed."""
    text = " ".join(unicodedata.normalize("NFC", typed).split())
    plain = without_marks(text).casefold()
    if plain == without_marks(OPEN):
        return OPEN
    if field.type == "list" and plain in ("[]", "khong", "khong co"):
        return "không"
    if field.type == "yes_no":
        return _SHORT.get(plain, text)
    if field.choices:
        if text.isascii() and text.isdecimal() and 1 <= int(text[:4]) <= len(field.choices):
            return field.choices[int(text[:4]) - 1]
        same = [choice for choice in field.choices if without_marks(choice).casefold() == plain]
        return same[0] if len(same) == 1 else text
    return text


def means_nothing(field: Field, typed: str) -> bool:
    """Tell whether somebody says that there is nothing to answer: chưa có where that is no answer, không for a text."""
    if as_in_file(field, typed) == OPEN:
        return not field.blank
    plain = without_marks(" ".join(unicodedata.normalize("NFC", typed).split())).casefold()
    return field.type in ("text", "person") and not field.required and plain in ("khong", "khong co")
