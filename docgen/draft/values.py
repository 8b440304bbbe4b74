"""One typed value out of what somebody typed: the field decides the type, YAML never does.

`01` is the text "01" in a text field and the number 1 in an integer field; `no` is a word unless the field asks
yes or no. Every fault is a finding with its line and column; the others are still looked for.
"""

from __future__ import annotations

import re
import unicodedata

from docgen.draft.dates import parse_day, parse_month_day
from docgen.draft.facts import Blank, Day, MonthDay, Record, Value
from docgen.draft.field import Field
from docgen.draft.nearest import nearest, suggest
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding
from docgen.reader.yaml_tree import Branch, Mapping, Scalar, Sequence
from docgen.word.document import DAY_BLANK

OPEN = "chưa có"
VACANT = "khuyết"
YES = ("có", "yes")
NO = ("không", "no")
LONGEST = 2000
"""Characters in one value; the longest name of a body known has 150."""
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_YEAR = re.compile(r"(19|20)\d\d", re.ASCII)
_TAG = re.compile(r"\{[{%#]")


class Converter:
    """Turns the branches of a cell's file into values and keeps every fault found on the way."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def value(self, field: Field, branch: Branch) -> Value:
        """Return the value of one field; None if nothing was given or it cannot be used (a finding says why)."""
        if field.type in ("records", "list") and field.blank and isinstance(branch, Scalar) \
                and branch.text.strip().casefold() == OPEN:
            return Blank(DAY_BLANK)
        if field.type == "records":
            return self._records(field, branch)
        if field.type == "list":
            return self._list(field, branch)
        if not isinstance(branch, Scalar):
            self._fault(branch, "cell-type", say("'{name}' takes one value, not a list.", name=field.name),
                        say("Write the value on the same line, after the colon."))
            return None
        text = self._text(field.name, branch)
        if not text:
            return None
        if text.casefold() == OPEN:
            if not field.blank:
                self._fault(branch, "cell-open", say("'{name}' cannot stay open.", name=field.name),
                            say("Give its value; '{open}' is only for what is known at issue, such as number "
                                "and date.", open=OPEN))
                return None
            return Blank(DAY_BLANK)
        return self._single(field, text, branch)

    def _single(self, field: Field, text: str, branch: Scalar) -> Value:
        match field.type:
            case "person":
                return "" if text.casefold() == VACANT else text
            case "integer":
                return self._integer(field, text, branch)
            case "year":
                if _YEAR.fullmatch(text):
                    return int(text)
                self._fault(branch, "cell-year", say("'{name}' is no year: {value}.", name=field.name, value=text),
                            say("Write four figures, such as 2026."))
            case "date":
                if day := parse_day(text):
                    return Day(day.year, day.month, day.day)
                self._fault(branch, "cell-date",
                            say("'{name}' is no day of the calendar: {value}.", name=field.name, value=text),
                            say("Write it as 05/02/2026 or 2026-02-05."))
            case "month_day":
                if pair := parse_month_day(text):
                    return MonthDay(*pair)
                self._fault(branch, "cell-date",
                            say("'{name}' is no day of every year: {value}.", name=field.name, value=text),
                            say("Write day and month, such as 20/6."))
            case "yes_no":
                if text.casefold() in (*YES, *NO):
                    return text.casefold() in YES
                self._fault(branch, "cell-yes-no",
                            say("'{name}' is answered with có or không, not with '{value}'.",
                                name=field.name, value=text), say("Write có or không."))
            case "choice":
                if text in field.choices:
                    return text
                self._fault(branch, "cell-choice",
                            say("'{name}' cannot be '{value}'.", name=field.name, value=text),
                            suggest(text, field.choices,
                                    say("Choose one of: {choices}.", choices=", ".join(field.choices))))
            case _:
                return text
        return None

    def _integer(self, field: Field, text: str, branch: Scalar) -> int | None:
        if not _WHOLE.fullmatch(text):
            self._fault(branch, "cell-integer",
                        say("'{name}' is no whole number: {value}.", name=field.name, value=text),
                        say("Write figures only, such as 12."))
            return None
        number = int(text)
        if field.minimum is not None and number < field.minimum:
            self._fault(branch, "cell-range", say("'{name}' is {value}; it is at least {limit}.",
                                                  name=field.name, value=number, limit=field.minimum), NOTHING)
        if field.maximum is not None and number > field.maximum:
            self._fault(branch, "cell-range", say("'{name}' is {value}; it is at most {limit}.",
                                                  name=field.name, value=number, limit=field.maximum), NOTHING)
        return number

    def _list(self, field: Field, branch: Branch) -> tuple[str, ...] | None:
        if isinstance(branch, Scalar) and not branch.text.strip():
            return None
        if not isinstance(branch, Sequence):
            self._fault(branch, "cell-type", say("'{name}' takes a list.", name=field.name),
                        say("Write each entry on its own line, beginning with a dash."))
            return None
        texts = []
        for item in branch.items:
            if not isinstance(item, Scalar):
                self._fault(item, "cell-type", say("An entry of '{name}' is one text, not a list.", name=field.name),
                            say("Write each entry on its own line, beginning with a dash; put an entry that holds "
                                "': ' between double quotes."))
            elif text := self._text(field.name, item):
                if field.choices and text not in field.choices:
                    self._fault(item, "cell-choice",
                                say("'{name}' cannot hold '{value}'.", name=field.name, value=text),
                                suggest(text, field.choices,
                                        say("Choose one of: {choices}.", choices=", ".join(field.choices))))
                texts.append(text)
        return tuple(texts)

    def _records(self, field: Field, branch: Branch) -> tuple[Record, ...] | None:
        if isinstance(branch, Scalar) and not branch.text.strip():
            return None
        names = ", ".join(part.name for part in field.of)
        remedy = say("Begin each entry with a dash and give in it: {names}.", names=names)
        if not isinstance(branch, Sequence):
            self._fault(branch, "cell-type", say("'{name}' takes a list of entries.", name=field.name), remedy)
            return None
        records = []
        for item in branch.items:
            if isinstance(item, Mapping):
                records.append(self._record(field, item))
            else:
                self._fault(item, "cell-type", say("An entry of '{name}' lacks its names.", name=field.name), remedy)
        return tuple(records)

    def _record(self, field: Field, mapping: Mapping) -> Record:
        parts = {part.name: part for part in field.of}
        values: dict[str, Value] = {}
        for key, branch in mapping.entries:
            if key.text in parts:
                before = len(self.findings)
                value = self.value(parts[key.text], branch)
                if value is not None or len(self.findings) > before:
                    values[key.text] = value
            else:
                self._fault(key, "cell-unknown",
                            say("An entry of '{field}' has no '{name}'.", field=field.name, name=key.text),
                            suggest(key.text, parts, say("Known are: {names}.", names=", ".join(parts))))
        missing = [name for name, part in parts.items() if part.required and name not in values]
        misspelt = {nearest(key.text, parts) for key, _ in mapping.entries if key.text not in parts}
        for name in missing:
            if name not in misspelt:
                self._fault(mapping, "cell-missing", say("This entry of '{field}' lacks '{name}'.",
                                                         field=field.name, name=name), say("Add it."))
        pairs = tuple((name, values.get(name, part.default)) for name, part in parts.items())
        return Record(pairs, mapping.line, mapping.column)

    def _text(self, name: str, scalar: Scalar) -> str:
        """Return the text in NFC with single spaces; what must not stand in a document is a finding."""
        text = unicodedata.normalize("NFC", scalar.text)
        if fault := _unfit(text):
            self._fault(scalar, "cell-character", say("'{name}' holds {fault}.", name=name, fault=fault),
                        say("Delete it and type the value again."))
            return ""
        if _TAG.search(text):
            self._fault(scalar, "cell-tag", say("'{name}' holds a template tag ({tag}).", name=name,
                                                tag=_TAG.findall(text)[0]),
                        say("Values are printed as they stand; write the words themselves."))
        if len(text) > LONGEST:
            self._fault(scalar, "cell-long", say("'{name}' has {count} characters, at most {limit} fit.",
                                                 name=name, count=len(text), limit=LONGEST), say("Shorten it."))
        # Ð (eth) looks like Đ and is another letter: no search would find the word
        return " ".join(text.translate({0xD0: "Đ", 0xF0: "đ"}).split())

    def _fault(self, branch: Branch, code: str, message: Message, remedy: Message) -> None:
        self.findings.append(Finding(code=code, severity="error", message=message, remedy=remedy,
                                     line=branch.line, column=branch.column))


def _unfit(text: str) -> Message | None:
    """Name the first character that must not stand in a document: controls, invisible marks, broken letters."""
    if text.isprintable() and "\ufffd" not in text:
        return None  # all others that are looked for below are not printable
    for character in text:
        if character in "\n\t\r " or character.isalnum():
            continue
        category = unicodedata.category(character)
        code = f"U+{ord(character):04X}"
        if category == "Cc":
            return say("a control character ({code})", code=code)
        if category in ("Cf", "Zl", "Zp"):
            return say("an invisible character ({code})", code=code)
        if category in ("Cs", "Co") or ord(character) & 0xFFFE == 0xFFFE or character == "\ufffd":
            return say("a character that stands for no letter ({code})", code=code)
    return None
